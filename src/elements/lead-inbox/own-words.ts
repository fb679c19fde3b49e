import { ownCommon, ownInbox } from '../../i18n/first/own.js';
import type { Localize } from '../../shared/localize.js';
import type { InboxWords } from './words.js';

/** Brings the words for set-ups of one's own, where hands have not brought all of them before. */
export function bringOwnWords(words: Localize<InboxWords>): void {
  const { common, inbox } = words.english;
  if (!('columnKept' in inbox))
    words.extend({ common: { ...common, ...ownCommon }, inbox: { ...(inbox as InboxWords['inbox']), ...ownInbox } });
}
