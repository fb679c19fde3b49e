import type { importMore as english } from '../en/import-more.js';
import { formats, plural } from '../plural.js';

const words: typeof english = {
  keepAs: (name) => `Bu eşlemeyi “${name}” adıyla sakla`,
  keptAs: (name) => `Sütunlar “${name}” adıyla saklandığı gibi eşlendi.`,
  guessInstead: 'Yeniden tahmin et',
  kept: 'Saklanan eşlemeler',
  forget: (name) => `“${name}” eşlemesini unut`,
  discard: 'İçe aktarma kapatılsın mı?',
  discardText: 'Henüz hiçbir şey yazılmadı. Bu dosya için seçtikleriniz kaybolur.',
  discardAction: 'Kapat',
  discardCancel: 'İçe aktarmaya devam et',
  lineEnds: (ends) => `Satır sonları: ${ends}`,
  badTooWide: (n) => `${formats().number(n)} sütundan fazlası var. Gerekmeyenleri çıkarıp dosyayı yeniden seçin.`,
  earlier: 'Önceki içe aktarmalar',
  earlierText: (n, when) => plural(n, { other: `# fırsat, ${when}` }),
  undoOf: (file) => `İçe aktarmayı geri al: ${file}`,
  undoAsk: (file) => `“${file}” dosyasının içe aktarılması geri alınsın mı?`,
  undoAskText: (n) =>
    plural(n, {
      one: 'Fırsat gelen kutusundan kalkar. Sonradan düzenlendiyse kalır.',
      other: '# fırsat gelen kutusundan kalkar. Sonradan düzenlenenler kalır.',
    }),
  takenBack: (file) => `“${file}” geri alındı.`,
  mayNot: 'İçe aktarmaları geri alma yetkiniz yok.',
  importedOf: (done, of) => `${formats().number(of)} satırdan ${formats().number(done)} tanesi içe aktarıldı`,
  requiredCell: (field) => `“${field}” zorunlu, ama hücresi boş. Doldurun.`,
  requiredColumn: (field) => `“${field}” zorunlu, ama hiçbir sütunla eşlenmemiş. Sütununu seçin ya da dosyaya ekleyin.`,
  requiredNever: (field) =>
    `“${field}” zorunlu, ama bir dosya onu dolduramaz. Bu fırsatlar aktarılana kadar Alanlar bölümünde zorunluluğunu kaldırın.`,
  requiredRows: (n, field) => plural(n, { other: `# satır atlanıyor: zorunlu olan “${field}” için değer yok.` }),
  requiredChoose: 'Sütununu seç',
  requiredFirst: (field) =>
    `“${field}” zorunlu, ama henüz hiçbir sütunla eşlenmemiş. Yeni fırsatlar için değeri gerekir.`,
  requiredNow: (fields) => `Artık zorunlu, ama bu satırda değeri yok: ${fields}.`,
};
export { words as importMore };
