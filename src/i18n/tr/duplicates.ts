import type { duplicates as english } from '../en/duplicates.js';
import { plural } from '../plural.js';

export const duplicates: typeof english = {
  open: 'Olası yinelemeler',
  short: 'Yinelemeler',
  openCount: (n) => plural(n, { other: '# olası yineleme' }),
  title: 'Olası yinelemeler',
  textPersons:
    'E-posta adresi ya da telefon numarası aynı olan, ya da adı aynı olup başka hiçbir şeyle ayrılmayan kişiler.',
  textOrganizations: 'Web sitesi ya da adı ve adresi aynı olan kuruluşlar.',
  looking: 'Hepsi karşılaştırılıyor',
  compared: (at, of) => `${of} kayıttan ${at} tanesi karşılaştırıldı`,
  soFar: (n) => plural(n, { other: 'Şimdiye kadar # öneri' }),
  failed: 'Kayıtlara bakılamadı. Hiçbir şey kaybolmadı.',
  again: 'Yeniden dene',
  nonePersons: 'Aynı kişi gibi görünen iki kayıt yok.',
  noneOrganizations: 'Web sitesi ya da adı ve adresi aynı olan iki kuruluş yok.',
  count: (n) => plural(n, { other: '# öneri' }),
  more: (n) => plural(n, { other: '# öneri daha göster' }),
  merge: 'Birleştir…',
  mergeOf: (names) => `Birleştir: ${names}`,
  apart: 'Yineleme değil',
  apartOf: (names) => `Yineleme değil: ${names}`,
  twoAtLeast: 'En az 2 tane seçin.',
  apartSaid: 'Not edildi: yineleme değil',
  notSaid: 'Not edilemedi.',
  undone: 'Geri alındı',
  notUndone: 'Geri alınamadı: o zamandan beri başka bir şey değişti.',
};
