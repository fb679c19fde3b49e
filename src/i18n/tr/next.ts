import type { next as english } from '../en/next.js';

export const next: typeof english = {
  isDone: (subject) => `“${subject}” bitti`,
  nextFor: (title) => `Sıradaki: ${title}`,
  outcome: 'Nasıl geçti',
  outcomeHint: 'İsterseniz bir satır yazın',
  planIt: 'Planla',
  notNow: 'Şimdi değil',
  proposal: (type, day) => `Öneri: ${type}, ${day}. Enter planlar, Escape planlamaz.`,
  declined: 'Planlanmadı',
  plannedFor: (subject, day) => `“${subject}” planlandı: ${day}`,
  inTwoDays: 'İki gün sonra',
  nextMonday: 'Gelecek pazartesi',
  inAWeek: 'Bir hafta sonra',
};
