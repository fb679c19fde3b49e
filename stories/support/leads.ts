/** Leads as a small firm might have them on one morning. Nobody here exists; the hosts of their addresses cannot. */
import type { Change } from '../../src/domain/change.js';
import type { ActivityType, CustomValue, Money } from '../../src/domain/records.js';
import {
  aContactPoint,
  aLead,
  aNote,
  anActivity,
  anOrganization,
  aPerson,
  creation,
} from '../../src/testing/fixtures.js';
import { ago, day } from './clock.js';
import type { LabelName, Owner } from './people.js';

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly person?: string;
  readonly mail?: string;
  readonly phone?: string;
  readonly organization?: string;
  /** Hours since it came in. */
  readonly age: number;
  /** Days from today and a time; null = nothing planned. */
  readonly next?: readonly [days: number, time?: string, subject?: string, type?: ActivityType];
  readonly labels?: readonly LabelName[];
  readonly source?: string;
  /** `1250000 TRY` */
  readonly value?: string;
  readonly owner?: Owner;
  readonly unseen?: boolean;
  readonly archived?: boolean;
  /** Nobody knows yet who decides; else it is the person. */
  readonly undecided?: boolean;
  readonly custom?: Readonly<Record<string, CustomValue>>;
}

// A table is read by its rows.
// prettier-ignore
export const rows: readonly Row[] = [
  { id: 'rollout', undecided: true, title: 'Einführung der Wartungsplanung an vier Standorten mit Anbindung an das Lager', person: 'Dr. Hannelore von Trotha', mail: 'h.vontrotha@weserguss.example', phone: '+49 421 5550 140', organization: 'Weserguss Maschinenfabrik GmbH & Co. KG', age: 2, next: [-3, undefined, 'Call back about the four sites'], labels: ['Hot', 'Enterprise rollout'], source: 'Web form', value: '84500 EUR', owner: 'jonas', unseen: true },
  { id: 'shop', undecided: true, title: 'Refonte du site de vente en ligne', person: 'Solène Chavagnac', mail: 'solene@maisonchavagnac.example', phone: '+33 1 99 00 12 34', organization: 'Maison Chavagnac', age: 146, next: [-1], labels: ['Agency'], source: 'Web form', value: '23750 EUR', owner: 'jonas', unseen: true },
  { id: 'depot', undecided: true, title: 'Liman Lojistik: soğuk depo, 2. faz', person: 'Ayşegül Çınaroğlu', mail: 'aysegul.cinaroglu@limanlojistik.example', phone: '+90 232 555 01 90', organization: 'Liman Lojistik A.Ş.', age: 5, next: [0, '14:30', 'Depo planını konuş', 'meeting'], labels: ['Warm'], source: 'Chatbot', value: '1250000 TRY', owner: 'kaya', unseen: true, custom: { pallets: 4200 } },
  { id: 'plant', title: '東海精工 生産管理システムの更新', person: '山口 健太', mail: 'k.yamaguchi@tokaiseiko.example', phone: '+81 52 555 0187', organization: '東海精工株式会社', age: 26, next: [0, '17:00'], labels: ['Hot'], source: 'Web form', value: '12400000 JPY', owner: 'satoh' },
  { id: 'seats', title: 'Annual support, 40 seats', person: 'Imogen Fairweather', mail: 'imogen@fairweatherfinch.example', phone: '+44 20 7946 0190', organization: 'Fairweather & Finch', age: 50, next: [2], labels: ['Renewal'], source: 'Import', value: '18900 GBP', owner: 'maya' },
  { id: 'freight', title: 'Heron Freight pilot', person: 'Marcus T. Ellsworth III', mail: 'marcus@heronfreight.example', phone: '+1 206 555 0142', organization: 'Heron Freight Lines', age: 98, next: [0, '09:15', 'Walk through the pilot'], labels: ['Qualified', 'Needs budget', 'Q1'], source: 'Manually created', value: '42000 USD', owner: 'maya' },
  { id: 'stock', title: 'みなと青果 在庫アプリ', person: '高田 美咲', mail: 'takada@minatoseika.example', organization: '株式会社みなと青果', age: 290, next: [8], labels: ['Q1'], source: 'Chatbot', value: '3200000 JPY', owner: 'satoh' },
  { id: 'verlag', title: 'Verlagssoftware', organization: 'Quittenhof Verlag', age: 510, next: [10], labels: ['On hold'], source: 'Import', value: '7200 EUR', owner: 'jonas' },
  { id: 'roof', title: 'Solar roof enquiry', person: 'Deniz Çağlar', mail: 'deniz.caglar@posta.example', phone: '+90 532 555 01 77', age: 25, source: 'Web form', owner: 'kaya', unseen: true },
  { id: 'care', title: 'Poyraz Enerji: yıllık bakım sözleşmesi', person: 'Emre Özgür', mail: 'emre@poyrazenerji.example', organization: 'Poyraz Enerji', age: 218, labels: ['Partner'], source: 'API', value: '480000 TRY', owner: 'kaya' },
  { id: 'clinic', title: 'نظام حجز المواعيد لثلاث عيادات', person: 'ليلى الحدّاد', mail: 'layla@noorclinics.example', phone: '+971 4 555 0133', organization: 'عيادات النور', age: 31, next: [1, '11:00'], labels: ['Warm', 'Qualified'], source: 'Web form', owner: 'maya', unseen: true },
  { id: 'print', title: 'Impressão de catálogos, 3 línguas', person: 'Inês Carvalhal', mail: 'ines@olivaleditora.example', organization: 'Olival Editora', age: 74, next: [3], labels: ['Agency'], source: 'Referral', value: '11300 EUR', owner: 'jonas' },
  { id: 'rail', title: 'Rastreamento de vagões, piloto', person: 'João Figueiró', mail: 'joao@ferroviasul.example', phone: '+55 51 5550 0121', organization: 'Ferrovia do Sul S/A', age: 120, next: [5], labels: ['Enterprise rollout'], source: 'Trade fair', value: '268000 BRL', owner: 'maya' },
  { id: 'school', title: 'Школьное питание: учёт и заказы', person: 'Оксана Литвиненко', mail: 'o.lytvynenko@smakota.example', organization: 'ТОВ «Смакота»', age: 160, next: [6], source: 'Chatbot', value: '17600 EUR', owner: 'kaya' },
  { id: 'tea', title: 'Hill estate traceability', person: 'Ananya Barooah', mail: 'ananya@barooahtea.example', phone: '+91 361 555 0110', organization: 'Barooah Tea Estates', age: 190, next: [7], labels: ['Qualified'], source: 'Import', value: '1850000 INR', owner: 'maya' },
  { id: 'ferry', title: 'Bookingsystem for bilferger', person: 'Sølvi Ånestad', mail: 'solvi@fjordrute.example', organization: 'Fjordrute AS', age: 240, next: [9], labels: ['Warm'], source: 'Web form', value: '33800 EUR', owner: 'jonas' },
  { id: 'mill', title: '밀가루 공장 품질 기록', person: '한지우', mail: 'jiwoo.han@hanbitmill.example', organization: '한빛제분', age: 262, next: [11], labels: ['Partner'], source: 'API', value: '18400000 KRW', owner: 'satoh' },
  { id: 'vets', title: 'Appointment reminders for nine practices', person: 'Niamh Ó Braonáin', mail: 'niamh@burrenvets.example', organization: 'Burren Vets', age: 300, next: [12], source: 'Referral', value: '6400 EUR', owner: 'maya' },
  { id: 'glass', title: 'Καταγραφή παραγγελιών υαλουργείου', person: 'Ελένη Βλάχου', mail: 'eleni@yalourgiki.example', organization: 'Υαλουργική Αιγαίου', age: 330, next: [14], labels: ['Needs budget'], source: 'Trade fair', value: '15200 EUR', owner: 'jonas' },
  { id: 'bikes', title: 'Fleet app for cargo bikes', person: 'Lotte van der Heuvel', mail: 'lotte@bakfietsbaas.example', organization: 'Bakfietsbaas', age: 410, next: [15], source: 'Web form', value: '9800 EUR', owner: 'maya' },
  { id: 'cold', title: 'Cold chain audit', organization: 'Glasán Foods', age: 440, next: [16], labels: ['Q1'], source: 'Import', value: '4900 EUR', owner: 'maya' },
  { id: 'museum', title: 'Elektroniczne bilety do muzeum', person: 'Grażyna Wójcik-Żak', mail: 'g.wojcik@muzeumsoli.example', organization: 'Muzeum Soli', age: 470, next: [18], source: 'Web form', value: '14300 EUR', owner: 'jonas' },
  { id: 'hotel', title: '酒店客房物联网改造', person: '陈思远', mail: 'siyuan.chen@lanhuhotel.example', organization: '蓝湖酒店', age: 520, next: [21], labels: ['Warm'], source: 'Referral', value: '78000 USD', owner: 'satoh' },
  { id: 'court', title: 'Case files for a small court', person: 'Thandeka Mabuza', mail: 'thandeka@mabuzalaw.example', organization: 'Mabuza Chambers', age: 600, labels: ['On hold'], source: 'Manually created', value: '12500 USD', owner: 'kaya' },
  { id: 'archive', title: 'Gravur für Jubiläumsuhren', person: 'Beat Zürcher', mail: 'beat@uhrenzuercher.example', organization: 'Uhren Zürcher', age: 900, labels: ['Warm'], source: 'Import', value: '12800 CHF', owner: 'jonas', archived: true },
  { id: 'archive2', title: 'Gravurmaschine, gebraucht', person: 'Vreni Aebischer', age: 1100, source: 'Web form', owner: 'jonas', archived: true },
];

/** What makes one lead: its organization, its person, itself, its next activity. */
export function leadOf(row: Row): readonly Change[] {
  const { id, owner: ownerId = 'maya', age } = row;
  const createdAt = ago(age);
  const at = { createdAt, updatedAt: createdAt };
  const organizationId = row.organization ? `org-${id}` : null;
  const personId = row.person ? `person-${id}` : null;
  const [amount = '', currency = ''] = row.value?.split(' ') ?? [];
  const value: Money | null = row.value ? { amount, currency } : null;
  const [days, time = null, subject = 'Call back', type = 'call'] = row.next ?? [];
  return [
    ...(organizationId
      ? [creation('organization', anOrganization({ ...at, id: organizationId, name: row.organization!, ownerId }))]
      : []),
    ...(personId
      ? [
          creation(
            'person',
            aPerson({
              ...at,
              id: personId,
              name: row.person!,
              organizationId,
              ownerId,
              emails: row.mail ? [aContactPoint(row.mail)] : [],
              phones: row.phone ? [aContactPoint(row.phone)] : [],
            }),
          ),
        ]
      : []),
    creation(
      'lead',
      aLead({
        ...at,
        id,
        title: row.title,
        personId,
        organizationId,
        ownerId,
        creatorId: ownerId,
        labelIds: row.labels ?? [],
        value,
        sourceName: row.source ?? 'Web form',
        channel: 'Website',
        seen: !row.unseen,
        archivedAt: row.archived ? ago(20) : null,
        custom: { ...(row.undecided || !row.person ? {} : { decider: row.person }), ...row.custom },
      }),
    ),
    ...(days === undefined
      ? []
      : [
          creation(
            'activity',
            anActivity({
              ...at,
              id: `next-${id}`,
              leadId: id,
              personId,
              organizationId,
              ownerId,
              due: day(days),
              time,
              subject,
              type,
            }),
          ),
        ]),
  ];
}

/** All of them, with some history on the one that the details and the conversions are about (`depot`). */
export function leads(): readonly Change[] {
  const on = { leadId: 'depot', personId: 'person-depot', organizationId: 'org-depot' };
  return [
    ...rows.flatMap(leadOf),
    creation(
      'note',
      aNote({
        ...on,
        id: 'note-1',
        createdAt: ago(4),
        authorId: 'kaya',
        pinned: true,
        text: 'İkinci faz için 4.200 palet yeri. Karar yıl sonundan önce; bütçe Ayşegül Hanım’da.',
      }),
    ),
    creation(
      'note',
      aNote({
        ...on,
        id: 'note-2',
        createdAt: ago(3),
        authorId: 'maya',
        text: 'Asked whether the racks of the first phase can stay. They can, says the plan.',
      }),
    ),
    creation(
      'note',
      aNote({ ...on, id: 'note-3', createdAt: ago(1), authorId: 'kaya', text: 'Saha ziyareti salı günü uygun.' }),
    ),
    creation(
      'activity',
      anActivity({
        ...on,
        id: 'done-1',
        createdAt: ago(5),
        type: 'call',
        subject: 'İlk görüşme',
        due: day(0),
        time: '09:00',
        ownerId: 'kaya',
        done: true,
        doneAt: ago(3),
      }),
    ),
    creation(
      'activity',
      anActivity({
        ...on,
        id: 'visit-1',
        createdAt: ago(2),
        type: 'meeting',
        subject: 'Saha ziyareti',
        due: day(1),
        time: '10:00',
        duration: 90,
        ownerId: 'kaya',
      }),
    ),
  ];
}
