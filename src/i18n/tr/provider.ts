import type { provider as english } from '../en/provider.js';

export const provider: typeof english = {
  waiting: 'Henüz bağlı değil.',
  waitingHow: '<crm-provider> öğesine bir veritabanı adı, bir adapter ya da bir store verin.',
  failed: 'Kayıtlar açılamadı. Hiçbir şey kaybolmadı.',
  retry: 'Yeniden dene',

  pipeline: 'Yeni işler',
  stage1: 'Nitelikli',
  stage2: 'Görüşüldü',
  stage3: 'Sunum planlandı',
  stage4: 'Teklif gönderildi',
  stage5: 'Pazarlık',
  stage6: 'Sözleşme gönderildi',
};
