import type { ActivityType, LabelColor } from '../../src/domain/records.js';

/** What was said and what is to be done, in the words a salesperson would leave. */
export const notes: readonly string[] = [
  'Met at the fair, stand 14. Wants a price before the board meets.',
  'Has three branches; the one by the harbour is the pilot.',
  'Asked whether the old contract can run until June. Said yes.',
  'Prefers e-mail. Never before ten.',
  'Budget is there, the decision is with the co-owner.',
  'Compares us with two others. Price is not the point, delivery is.',
  'Sent the brochure.\nWants references from the same trade.',
  'Ruft zurück, wenn die Messe vorbei ist.',
  'Numune gönderildi, haftaya arayacağız.',
  'À rappeler après les vacances scolaires.',
  '見積書を送付済み。来週ご返事をいただける予定。',
  'أرسلنا العرض، وننتظر الموافقة.',
];

export const todo: readonly (readonly [type: ActivityType, subject: string, minutes: number | null])[] = [
  ['call', 'First conversation', 20],
  ['call', 'Call back about the quote', 15],
  ['meeting', 'Site visit', 90],
  ['meeting', 'Workshop with the users', 150],
  ['email', 'Send references', null],
  ['email', 'Send the revised quote', null],
  ['task', 'Prepare a price for three variants', null],
  ['task', 'Check credit rating', null],
  ['deadline', 'Quote expires', null],
  ['lunch', 'Lunch with the owner', 60],
];

export const sources: readonly string[] = [
  'Web form',
  'Web form',
  'Web form',
  'Chatbot',
  'Import',
  'Import',
  'Manually created',
  'API',
  'Trade fair',
  'Referral',
];
export const channels: readonly (string | null)[] = [null, null, 'Newsletter', 'Search ad', 'Partner', 'Word of mouth'];

/** The labels of a firm that has none yet. */
export const labelWords: readonly (readonly [string, LabelColor])[] = [
  ['Hot', 'red'],
  ['Warm', 'orange'],
  ['Cold', 'blue'],
  ['Renewal', 'purple'],
  ['Needs budget', 'yellow'],
  ['Qualified', 'green'],
  ['Agency', 'pink'],
  ['Partner', 'brown'],
  ['Q1', 'gray'],
  ['On hold', 'dark-gray'],
];
