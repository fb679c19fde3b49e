import type { contact as english } from '../en/contact.js';

export const contact: typeof english = {
  back: 'Kişi ve kuruluşlara dön',
  tabs: 'Bölümler',
  tabAbout: 'Hakkında',
  tabWork: 'Çalışma',
  reach: 'İletişim',
  noReach: 'Henüz adres ya da numara yok.',
  addField: 'Alan ekle',
  openOrganization: (name) => `${name} kaydını aç`,

  deals: 'Anlaşmalar',
  noDeals: 'Anlaşma yok.',
  takesPart: 'Katıldığı anlaşmalar',
  projects: 'Projeler',
  leads: 'Fırsatlar',
  noLeads: 'Fırsat yok.',
  persons: 'Kişiler',
  noPersons: 'Henüz kimse bağlı değil.',
  addPerson: 'Kişi ekle',
  won: 'Kazanıldı',
  lost: 'Kaybedildi',

  loading: 'Kayıt yükleniyor',
  nothingOpen: 'Açık kişi ya da kuruluş yok',
  nothingOpenText: 'Listeden bir kişi ya da kuruluş seçin, burada görünür.',
  goneText: 'Silinmiş ya da görme yetkiniz yok.',
};
