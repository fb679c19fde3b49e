import type { notice as english } from '../en/notice.js';
import { plural } from '../plural.js';

export const notice: typeof english = {
  blocked: 'Başka bir sekmede daha eski bir sürüm açık.',
  blockedHow: 'Burada devam etmek için bu sayfanın öteki sekmelerini kapatın.',
  memory: 'Hiçbir şey saklanmıyor.',
  memoryHow: 'Bu tarayıcı sayfanın veri saklamasına izin vermiyor. Girdikleriniz sayfayı kapatınca silinir.',
  outdated: 'Daha yeni bir sürüm açık.',
  outdatedHow: 'Bu sayfayı yenileyin. O zamana kadar okuyabilirsiniz; hiçbir şey değiştirilmez.',
  lost: 'Kayıtlar artık burada değil.',
  lostHow: 'Bu tarayıcı deposunu boşaltmış. Yedeğiniz varsa geri yükleyin.',
  retrying: 'Depo yanıt vermiyor.',
  retryingHow: (n) =>
    plural(n, {
      zero: 'Yeniden deneniyor.',
      other: '# değişiklik henüz kaydedilmedi. Yeniden deneniyor.',
    }),
  late: 'Hâlâ kaydediliyor.',
  lateHow: (n) => plural(n, { zero: 'Depo yavaş.', other: '# değişiklik depoyu bekliyor.' }),
  offline: 'Çevrimdışısınız.',
  offlineHow: (n) =>
    plural(n, {
      zero: 'Değişiklikler bağlantı gelince gönderilecek.',
      other: '# değişiklik bağlantı gelince gönderilecek.',
    }),
  failed: 'Kayıtlar açılamadı. Hiçbir şey kaybolmadı.',
  mismatch: 'Bu sayfada CRM Elements’in iki sürümü var.',
  mismatchHow: (here) =>
    `Bu öğenin sürümü ${here}, sağlayıcısı ise başka bir ana sürümden. İkisini de aynı sürümden yükleyin.`,
  waiting: 'Onay bekleniyor.',
  waitingHow: 'Bu sayfa, işlem yapılmadan önce onu inceliyor.',
  anyway: 'Yine de yap',
  showTheirs: 'Onlarınkini göster',
  retry: 'Yeniden dene',
  reload: 'Yenile',
  dismiss: 'Kapat',
};
