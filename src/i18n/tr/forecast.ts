import type { forecast as english } from '../en/forecast.js';
import { formats, plural } from '../plural.js';

export const forecast: typeof english = {
  periods: 'Dönemler',
  by: 'Dönem',
  week: 'Haftalar',
  month: 'Aylar',
  quarter: 'Çeyrekler',
  earlier: 'Önceki',
  later: 'Sonraki',
  today: 'Bugün',
  atNow: 'İlk sütun içinde bulunulan dönem.',
  range: (from, to) => `${from} – ${to}`,

  quarterName: (number, year) => `${year} ${number}. çeyrek`,
  now: (period) => `${period}, şimdi`,
  noDate: 'Tarihsiz',
  late: 'Gecikmiş',
  lateHow: 'Daha önce bekleniyordu, hâlâ açık.',

  addIn: (period) => `${period} dönemine anlaşma ekle`,
  empty: 'Beklenen yok. Kapanış tarihini değiştirmek için bir anlaşmayı buraya sürükleyin.',
  won: (n) => plural(n, { other: '# kazanıldı:' }),
  bestWeek: 'son yarım yılın en iyi haftası',
  bestMonth: 'son bir yılın en iyi ayı',
  bestQuarter: 'son iki yılın en iyi çeyreği',
  best: (past, best) => `Ölçüt, ${past}: ${best}`,
  bestOne: (period, money) => `${money} (${period})`,
  noBest: (past) => `Karşılaştırılacak kazanılmış anlaşma yok: ${past}.`,
  bar: (won, open, past, best) =>
    `${past}, ${best}: yüzde ${formats().number(won)} kazanıldı, yüzde ${formats().number(open)} ağırlıklı`,

  first: 'Bu ilk dönem.',
  last: 'Bu gösterilen son dönem. “Taşı” menüsünde daha fazlası var.',
  across: 'dönem',
  moved: (title, place, day) => `${title}: ${place}${day && `, beklenen ${day}`}`,
};
