import { deal } from '../../i18n/en/deal.js';
import { wordsOf } from '../../i18n/words.js';
import type { DetailModel } from '../../shared/detail/model.js';

/** The deal's own words, in the language of the detail. */
export function dealWords(model: DetailModel): typeof deal {
  return wordsOf('deal', deal, model.words.lang);
}
