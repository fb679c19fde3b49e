import type { cardFields as english } from '../en/card-fields.js';
import { formats, plural } from '../plural.js';

export const cardFields: typeof english = {
  title: 'Kart alanları',
  most: (n, of) => `En çok ${formats().number(of)} alandan ${formats().number(n)} tanesi gösteriliyor.`,
  full: (most) => plural(most, { other: 'Bir kart en çok # alan gösterir. Önce birini kaldırın.' }),
  reset: 'Kart alanlarını sıfırla',
  moveUp: (name) => `${name} alanını yukarı taşı`,
  moveDown: (name) => `${name} alanını aşağı taşı`,
  movedTo: (name, place, of) => `${name} artık ${formats().number(of)} alanın ${formats().number(place)}. sırasında`,
  chance: 'Olasılık',
  inStage: 'Bu aşamada',
  days: (n) => plural(n, { zero: 'bir günden az', other: '# gün' }),
};
