import { merge } from '../../i18n/en/merge.js';
import { wordsOf } from '../../i18n/words.js';

/** More than these cannot be looked at side by side. */
export const MOST_MERGED = 5;

/** Why so many cannot be merged; null = they can. @param count undefined = nobody knows how many */
export function whyNotMerge(count: number | undefined, lang: string): string | null {
  const few = count !== undefined && count >= 2 && count <= MOST_MERGED;
  return few ? null : wordsOf('merge', merge, lang).two(MOST_MERGED);
}
