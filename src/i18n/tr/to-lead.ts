import type { toLead as english } from '../en/to-lead.js';
import { formats, plural } from '../plural.js';

export const toLead: typeof english = {
  action: 'Fırsata dönüştür',
  actions: (n) => plural(n, { one: 'Fırsata dönüştür', other: 'Fırsatlara dönüştür' }),
  back: 'Fırsatlara geri taşı',
  title: (n) => plural(n, { one: 'Fırsatlara geri taşınsın mı?', other: '# anlaşma fırsatlara geri taşınsın mı?' }),
  goesAlong: 'Birlikte taşınanlar',
  values: 'Fırsatlarla anlaşmaların ortak alanları, şimdiki halleriyle',
  notes: (n) => plural(n, { other: '# not' }),
  activities: (n) => plural(n, { other: '# aktivite' }),
  waits: 'Sonraki dönüştürmeyi bekleyenler',
  stage: 'Aşama ve orada geçen günler',
  chance: 'Olasılık',
  wait: 'Bekleme günü ve nedeni',
  products: (n) => plural(n, { other: '# ürün' }),
  participants: (n) => plural(n, { other: '# katılımcı' }),
  followers: 'Takipçiler',
  again: 'Fırsat yeniden dönüştürüldüğünde aynı anlaşmada geri gelir.',
  left: (n) => plural(n, { other: 'Bunlardan # tanesi kalıyor: kazanılmış ya da kaybedilmiş.' }),
  moving: (n) => plural(n, { other: '# anlaşma fırsatlara taşınıyor' }),
  moved: 'Taşınan anlaşmalar',
  movedOf: (done, of) => `${formats().number(done)} / ${formats().number(of)}`,
  stop: 'Durdur',
  stopping: 'Durduruluyor',
  stopKeeps: 'Durdurunca taşınmış olanlar kalır.',
  closed: 'Önce anlaşmayı yeniden açın: kazanılan ya da kaybedilen anlaşma fırsatlara dönmez.',
};
