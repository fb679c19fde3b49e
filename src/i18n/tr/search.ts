import type { search as english } from '../en/search.js';
import { plural } from '../plural.js';

export const search: typeof english = {
  everywhere: 'Her yerde ara',
  keySearchAll: 'Fırsat, anlaşma, kişi ve kuruluşlarda ara',
  placeholder: 'Başlık, ad, e-posta ya da telefon',
  placeholderOf: 'Daraltın',
  results: 'Sonuçlar',
  hint: 'Fırsatlar, anlaşmalar, kişiler ve kuruluşlar; kapanmış ve arşivlenmiş olanlar da.',

  persons: 'Kişiler',
  organizations: 'Kuruluşlar',
  countPersons: (n) => plural(n, { other: '# kişi' }),
  countOrganizations: (n) => plural(n, { other: '# kuruluş' }),
  atLeast: (counted) => `en az ${counted}`,
  moreLeads: 'Diğer fırsatlar',
  moreDeals: 'Diğer anlaşmalar',
  morePersons: 'Diğer kişiler',
  moreOrganizations: 'Diğer kuruluşlar',
  stillMore: 'Daha fazlası var. Bir sözcük daha yazmak daraltır.',

  archived: 'Arşivlenmiş',
  won: 'Kazanıldı',
  lost: 'Kaybedildi',
  untitledLead: 'Başlıksız fırsat',
  untitledDeal: 'Başlıksız anlaşma',
  of: (name) => `Fırsat ve anlaşmalar: ${name}`,
  openPerson: 'Kişiyi aç',
  openOrganization: 'Kuruluşu aç',
  back: 'Bulunanlara dön',

  searching: 'Aranıyor',
  nothing: (what) => `“${what}” için hiçbir şey bulunamadı`,
  nothingHow: 'Başlıklarda, adlarda, e-posta adreslerinde ve telefon numaralarında arandı. Bir sözcüğün başı yeter.',
  nothingOf: (name) => `Fırsatı ve anlaşması yok: ${name}`,
  clear: 'Aramayı temizle',
  failed: 'Arama yanıt alamadı. Hiçbir şey kaybolmadı.',
};
