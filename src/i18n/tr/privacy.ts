import type { privacy as english } from '../en/privacy.js';

export const privacy: typeof english = {
  copy: 'Verilerin bir kopyasını kaydet',
  copyName: (name) => `${name} verileri`,
  copied: (name) => `${name} hakkında bilinen her şey dosyada.`,
  copyFailed: 'Kayıtlar okunamadı. Dosya oluşturulmadı.',
};
