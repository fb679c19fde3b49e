import type { contacts as english } from '../en/contacts.js';
import { plural } from '../plural.js';

export const contacts: typeof english = {
  title: 'Kişiler ve kuruluşlar',
  persons: 'Kişiler',
  organizations: 'Kuruluşlar',
  segments: 'Kişiler ya da kuruluşlar',
  toolbar: 'Bölümler, sıralama, dışa aktarma',
  search: 'Kişi ve kuruluş ara',
  clearSearch: 'Aramayı temizle',
  nameless: 'Adsız',
  personsWord: (n) => plural(n, { other: 'kişi' }),
  organizationsWord: (n) => plural(n, { other: 'kuruluş' }),

  busy: 'Sürenler',
  updated: 'Değişti',
  updatedAgo: (when) => `${when} değişti`,
  morePoints: (n) => plural(n, { other: '# tane daha' }),

  selectRow: (name) => `${name} kaydını seç`,
  selectedOnes: 'Seçilenler',
  selectionSaid: (n) => plural(n, { zero: 'Hiçbir şey seçili değil', other: '# seçildi' }),
  selectedHere: (n) => plural(n, { other: '# kayıt seçili.' }),
  allSelected: (n) => plural(n, { other: 'Eşleşen # kaydın tümü seçili.' }),
  selectAllMatching: (n) => plural(n, { other: '# kaydın tümünü seç' }),
  readFailed: 'Depo bunların hangileri olduğunu söylemedi. Hiçbir şey değiştirilmedi. Yeniden deneyin.',
  deleteOne: (name) => `“${name}” silinsin mi?`,
  deletePersons: (n) => plural(n, { other: '# kişi silinsin mi?' }),
  deleteOrganizations: (n) => plural(n, { other: '# kuruluş silinsin mi?' }),
  deleteText: (days) =>
    plural(days, {
      other:
        'Kendi notları ve aktiviteleri birlikte gider. Fırsatlar ve anlaşmalar, başka birini belirttikleri sürece kalır. # gün boyunca geri getirilebilir.',
    }),

  addPerson: 'Kişi ekle',
  addOrganization: 'Kuruluş ekle',
  addAnother: 'Bir tane daha ekle',
  alike: (n) => plural(n, { one: 'Bu kayıt zaten var:', other: 'Bu kayıtlar zaten var:' }),
  discard: 'Yazdıklarınız silinsin mi?',
  discardText: 'Henüz kaydedilmedi.',
  discardAction: 'Vazgeç ve sil',
  keepTyping: 'Yazmaya devam et',
  nothingLost: 'Yazdıklarınız hâlâ burada.',

  noPersons: 'Henüz kişi yok',
  noPersonsText: 'Kişiler fırsatlar ve anlaşmalarla ya da içe aktarmayla gelir; buradan da eklenir.',
  noOrganizations: 'Henüz kuruluş yok',
  noOrganizationsText: 'Kuruluşlar fırsatlar ve anlaşmalarla ya da içe aktarmayla gelir; buradan da eklenir.',
  nonePersons: 'Eşleşen kişi yok',
  noneOrganizations: 'Eşleşen kuruluş yok',
  showPersons: (n) => plural(n, { other: 'Eşleşen # kişiyi göster' }),
  showOrganizations: (n) => plural(n, { other: 'Eşleşen # kuruluşu göster' }),
  waiting: (n) => plural(n, { other: '# yeni kayıt' }),

  exportPersons: 'kişiler',
  exportOrganizations: 'kuruluşlar',
  exportDeals: 'Açık anlaşmalar',
  exportedPersons: (n) => plural(n, { other: '# kişi dışa aktarıldı' }),
  exportedOrganizations: (n) => plural(n, { other: '# kuruluş dışa aktarıldı' }),
  exportFailed: 'Kayıtlar okunamadı. Dosya oluşturulmadı.',

  keyAdd: 'Kişi ya da kuruluş ekle',
};
