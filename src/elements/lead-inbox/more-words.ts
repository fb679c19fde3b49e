import { inboxMore } from '../../i18n/en/inbox-more.js';
import { wordsOf } from '../../i18n/words.js';
import type { InboxModel } from './model.js';

/** The words of the parts that come later, in the language of the inbox. */
export function moreWords(model: InboxModel): typeof inboxMore {
  return wordsOf('inboxMore', inboxMore, model.words.lang);
}
