import type { toLead as english } from '../en/to-lead.js';
import { plural } from '../plural.js';

export const toLead: typeof english = {
  action: 'Fırsata dönüştür',
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
  again: 'Fırsat yeniden dönüştürüldüğünde aynı anlaşmada geri gelir.',
  left: (n) => plural(n, { other: 'Bunlardan # tanesi kalıyor: kazanılmış ya da kaybedilmiş.' }),
  closed: 'Önce anlaşmayı yeniden açın: kazanılan ya da kaybedilen anlaşma fırsatlara dönmez.',
};
