import { fold } from './fold.js';
import { searchTerms } from './search.js';

const LETTER = /[\p{L}\p{N}]/u;
/** A letter with the marks that stand on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Where the words of a search stand in a text, as it is written: places from and to, in order and apart. Of each word
 * the first place where it begins a word, else the first of all. Accents, case and the Turkish i are the reader's
 * (`fold.ts`); what is found by the digits of a number is not marked.
 */
export function marksOf(text: string, search: string): readonly (readonly [from: number, to: number])[] {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const own = fold(cluster);
    folded += own;
    for (let i = 0; i < own.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  const found = searchTerms(search).flatMap((term) => {
    const at = placeOf(folded, term);
    return at < 0 ? [] : [[starts[at]!, ends[at + term.length - 1]!] as const];
  });
  const marks: [number, number][] = [];
  for (const [from, to] of found.sort(([a], [b]) => a - b)) {
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
}

function placeOf(folded: string, term: string): number {
  const first = folded.indexOf(term);
  for (let at = first; at >= 0; at = folded.indexOf(term, at + 1))
    if (at === 0 || !LETTER.test(folded[at - 1]!)) return at;
  return first;
}
