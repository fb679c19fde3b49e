import type { participants as english } from '../en/participants.js';

export const participants: typeof english = {
  participants: 'Katılımcılar',
  participant: 'Katılımcı',
  add: 'Katılımcı ekle',
  role: 'Rol',
  addRole: 'Rol ekle',
  roleOf: (name) => `${name}, rol`,
  actionsFor: (name) => `${name} için işlemler`,
  promote: 'Asıl kişi yap',
  promoted: (name) => `Asıl kişi artık ${name}`,
  remove: 'Anlaşmadan çıkar',
  failed: 'Katılımcılar okunamadı.',
};
