import type { late as english } from '../en/late.js';

export const late: typeof english = {
  notLoaded: 'Bu bölüm yüklenemedi. Bağlantınızı kontrol edip yeniden deneyin.',
  retry: 'Yeniden dene',
};
