import { fold } from '../fold.js';
import type { Target } from './targets.js';

/**
 * Headings of leads in the exports of common CRMs and in spreadsheets people keep themselves: English, Turkish, German.
 * Compared as `headingKey`; written folded (`s` for `ş`).
 */
const names: readonly (readonly [Target, string])[] = [
  [
    'title',
    'lead title|lead name title|deal title|deal name|opportunity|opportunity name|lead|deal|subject|topic|baslik|konu|firsat|firsat adi|firsat basligi|anlasma|anlasma adi|anlasma basligi|betreff',
  ],
  [
    'person.name',
    'name|full name|contact|contact name|contact person|person|person name|lead name|customer|customer name|client|client name|ad soyad|adi soyadi|ad ve soyad|isim soyisim|yetkili|yetkili kisi|ilgili kisi|irtibat kisisi|kisi|kisi adi|musteri|musteri adi|ansprechpartner|ansprechperson|kontakt|kontaktperson|kontaktname',
  ],
  [
    'person.first',
    'first name|firstname|first|given name|forename|person first name|contact first name|ad|adi|isim|vorname',
  ],
  [
    'person.last',
    'last name|lastname|last|surname|family name|person last name|contact last name|soyad|soyadi|soyisim|nachname|familienname',
  ],
  [
    'person.jobTitle',
    'job title|jobtitle|job|position|job position|role|job role|designation|person job title|unvan|unvani|gorev|gorevi|pozisyon|funktion|berufsbezeichnung|stelle',
  ],
  [
    'person.email.work',
    'email|e mail|mail|email address|e mail address|work email|email work|business email|company email|person email|person email work|contact email|primary email|eposta|e posta|eposta adresi|e posta adresi|mail adresi|is e postasi|emailadresse|e mail adresse',
  ],
  [
    'person.email.home',
    'home email|email home|personal email|private email|person email home|kisisel e posta|kisisel eposta|private e mail',
  ],
  [
    'person.email.other',
    'other email|email other|secondary email|alternative email|additional email|person email other|diger e posta|weitere e mail',
  ],
  [
    'person.phone.work',
    'phone|telephone|tel|phone number|telephone number|work phone|phone work|business phone|office phone|person phone|person phone work|contact number|contact phone|telefon|telefon no|telefon numarasi|tel no|is telefonu|telefonnummer|festnetz',
  ],
  [
    'person.phone.mobile',
    'mobile|mobile phone|mobile number|phone mobile|cell|cell phone|cellphone|person phone mobile|cep|cep telefonu|cep tel|gsm|mobil|handy|handynummer|mobiltelefon|mobilnummer',
  ],
  ['person.phone.home', 'home phone|phone home|private phone|person phone home|ev telefonu|telefon privat'],
  ['person.phone.other', 'other phone|phone other|secondary phone|alternative phone|person phone other|diger telefon'],
  [
    'organization.name',
    'company|company name|organization|organisation|organization name|organisation name|account|account name|associated company|primary company|business|business name|firm|employer|firma|firma adi|firma unvani|sirket|sirket adi|kurum|kurum adi|kurulus|isletme|unternehmen|firmenname|kunde',
  ],
  [
    'organization.address',
    'address|full address|company address|organization address|organisation address|postal address|billing address|mailing address|office location|adres|firma adresi|acik adres|anschrift|adresse',
  ],
  [
    'organization.street',
    'street|street address|address line 1|address 1|mailing street|billing street|sokak|cadde|strasse',
  ],
  ['organization.city', 'city|town|mailing city|billing city|company city|sehir|il|stadt|ort'],
  [
    'organization.region',
    'state|province|region|county|state province|state region|mailing state|billing state|ilce|bolge|bundesland',
  ],
  [
    'organization.postalCode',
    'zip|zip code|postal code|postcode|zip postal code|mailing postal code|mailing zip|billing postal code|posta kodu|plz|postleitzahl',
  ],
  ['organization.country', 'country|country region|mailing country|billing country|ulke|land'],
  [
    'organization.website',
    'website|web site|website url|company website|organization website|homepage|web|url|company domain name|domain|web adresi|web sitesi|internet adresi|webseite|internetseite',
  ],
  [
    'value',
    'value|amount|lead value|deal value|deal amount|opportunity amount|opportunity value|estimated value|expected value|expected revenue|close value|budget|price|tutar|deger|firsat degeri|anlasma degeri|bedel|butce|fiyat|wert|betrag|volumen|auftragswert|budget',
  ],
  [
    'currency',
    'currency|currency code|currency iso code|deal currency|lead currency|value currency|para birimi|tutar para birimi|doviz|doviz cinsi|wahrung|waehrung',
  ],
  [
    'labels',
    'label|labels|tag|tags|lead label|lead labels|deal label|etiket|etiketler|schlagwort|schlagworte|markierung',
  ],
  [
    'owner',
    'owner|lead owner|deal owner|contact owner|account owner|record owner|opportunity owner|owner name|assigned to|assigned user|assignee|sales rep|sales representative|sales agent|sales person|salesperson|account manager|account executive|responsible|sales|temsilci|musteri temsilcisi|satis temsilcisi|sorumlu|sahip|sahibi|firsat sahibi|zustandig|verantwortlich|besitzer|betreuer|bearbeiter',
  ],
  [
    'source',
    'source|lead source|deal source|source name|lead source name|original source|kaynak|firsat kaynagi|potansiyel kaynagi|quelle|lead quelle|herkunft',
  ],
  ['channel', 'channel|marketing channel|lead channel|source channel|kanal|pazarlama kanali'],
  [
    'expectedClose',
    'expected close date|expected close|close date|closing date|estimated close date|expected closing date|deal expected close date|tahmini kapanis|tahmini kapanis tarihi|beklenen kapanis tarihi|kapanis tarihi|abschlussdatum|erwartetes abschlussdatum|erwarteter abschluss',
  ],
  [
    'created',
    'created|created at|created on|created time|created date|create date|date created|creation date|add time|date added|lead created|lead created time|deal created|olusturma tarihi|olusturulma tarihi|olusturulma|eklenme tarihi|kayit tarihi|erstellt|erstellt am|erstelldatum|angelegt am',
  ],
  [
    'note',
    'note|notes|note content|comment|comments|remark|remarks|description|message|lead description|background|not|notlar|aciklama|yorum|mesaj|bemerkung|bemerkungen|bemerkung intern|notiz|notizen|kommentar|beschreibung|nachricht',
  ],
  [
    'activity.subject',
    'activity subject|activity|next activity|next step|next activity subject|task|sonraki adim|sonraki aktivite|siradaki aktivite|aktivite|aktivite konusu|nachster schritt|aktivitat',
  ],
  ['activity.type', 'activity type|next activity type|task type|aktivite turu|siradaki aktivite turu|aktivitatstyp'],
  [
    'activity.due',
    'activity due date|due date|next activity date|follow up date|next follow up|task due date|son tarih|takip tarihi|aktivite tarihi|siradaki aktivite tarihi|falligkeit|falligkeitsdatum|wiedervorlage',
  ],
];

const table: ReadonlyMap<string, Target> = new Map(
  names.flatMap(([target, keys]) => keys.split('|').map((key) => [key, target] as const)),
);

/** Means the title of the lead, or what the person is by trade: the other columns decide. */
export const titleKeys: ReadonlySet<string> = new Set(['title', 'titel', 'unvan', 'contact title']);

/**
 * A heading made comparable: `FirstName`, `first_name`, `First Name*` and `FIRST NAME` are one. No locale, so that
 * `İSİM` and `isim` are one on every machine (R70).
 */
export function headingKey(heading: string): string {
  return fold(
    heading
      .slice(0, 200)
      .replace(/__c$/i, '')
      // camelCase apart, but not abbreviations: `MailingCity`, `leadID`, not `U R L`
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2'),
  )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The target a heading names; null = none.
 * `repeated` = it is one of several of its kind ("E-Mail 2").
 */
export function targetOfHeading(heading: string): { readonly target: Target; readonly repeated: boolean } | null {
  const whole = headingKey(heading);
  const bare = headingKey(heading.replace(/[([{][^)\]}]*[)\]}]/g, ' '));
  const unscoped = whole.replace(
    /^(?:lead|deal|person|contact|organization|organisation|company|kisi|firma|firsat) /,
    '',
  );
  for (const key of [whole, bare]) {
    const target = table.get(key);
    if (target !== undefined) return { target, repeated: false };
  }
  const numbered = /^(.*?) ?([1-9])$/.exec(bare);
  if (numbered !== null) {
    const target = table.get(numbered[1]!);
    if (target !== undefined) return { target, repeated: numbered[2] !== '1' };
  }
  if (unscoped !== whole && /^(?:person|contact|kisi) /.test(whole)) {
    const target = table.get(unscoped);
    if (target?.startsWith('person.') === true) return { target, repeated: false };
  }
  if (unscoped !== whole && /^(?:organi[sz]ation|company|firma) /.test(whole)) {
    const target = table.get(unscoped);
    if (target?.startsWith('organization.') === true) return { target, repeated: false };
  }
  if (unscoped !== whole && /^(?:lead|deal|firsat) /.test(whole)) {
    const target = table.get(unscoped);
    if (target !== undefined && !target.startsWith('person.') && !target.startsWith('organization.'))
      return { target, repeated: false };
  }
  return null;
}
