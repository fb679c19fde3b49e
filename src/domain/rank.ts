import { generateNKeysBetween } from 'fractional-indexing';
import type { Id, Instant } from './records.js';

/**
 * Places by hand: strings between those of the neighbours, compared by code units, ties broken by id. A drag is one
 * write this way, whatever the number of cards.
 */

/** Longer ranks than this are worth a write of the whole stage. Reached after some two hundred drags into one gap. */
const LONG = 40;

/** Is there a rank between the two? Not where they are equal or in the wrong order. null = no neighbour on that side. */
export function hasRoom(before: string | null, after: string | null): boolean {
  return ranksBetween(before, after, 1) !== null;
}

/**
 * A rank between two neighbours; null = there is none on that side. Where there is no room (`hasRoom`), one just behind
 * `before`, and the caller rebalances.
 */
export function rankBetween(before: string | null, after: string | null): string {
  return ranksBetween(before, after, 1)?.[0] ?? ranksBetween(before, null, 1)?.[0] ?? `${before ?? ''}V`;
}

/** n ranks in order between two neighbours; null where there is no room. */
export function ranksBetween(before: string | null, after: string | null, n: number): readonly string[] | null {
  if (before !== null && after !== null && before >= after) return null;
  try {
    return generateNKeysBetween(before, after, n);
  } catch {
    // A rank that another program has written is no key of this scheme, yet there are strings beside it.
    const ranks: string[] = [];
    for (let last: string = before ?? ''; ranks.length < n; ranks.push(last)) {
      const next = middle(last, after);
      if (next === null) return null;
      last = next;
    }
    return ranks;
  }
}

/** A string between two, as fractions of 62 digits; null where a character is none, or nothing lies between (`a`, `a0`). */
function middle(low: string, high: string | null): string | null {
  let text = '';
  for (let i = 0, bound = high; ; i++) {
    const from = i < low.length ? DIGITS.indexOf(low[i]!) : -1;
    const to = bound === null ? 62 : i < bound.length ? DIGITS.indexOf(bound[i]!) : -1;
    if ((from === -1 && i < low.length) || to === -1) return null;
    if (to - from > 1) return text + DIGITS[Math.floor((from + to) / 2)]!;
    text += DIGITS[Math.max(from, 0)]!;
    if (from !== -1 && from < to) bound = null;
  }
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The rank of something new: behind all that was made before it, without reading any of it. The instant is the whole
 * part, the place in its command and some of the id are the fraction, so that what is made together keeps its order.
 */
export function newRank(now: Instant, index: number, id: Id): string {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (hash * 31 + id.charCodeAt(i)) % 916_132_831;
  // `g` is the scheme's mark of seven digits: enough until the year 2081. A fraction must not end in 0.
  return `g${base62(Date.parse(now), 7)}${base62(index, 4)}${base62(hash, 5)}V`;
}

function base62(value: number, length: number): string {
  let text = '';
  for (let rest = Math.max(0, Math.floor(value)); text.length < length; rest = Math.floor(rest / 62))
    text = DIGITS[rest % 62]! + text;
  return text;
}

/** n ranks behind the last, in order. */
export function ranksAfter(last: string | null, n: number): readonly string[] {
  return ranksBetween(last, null, n) ?? generateNKeysBetween(null, null, n).map((rank) => `${last ?? ''}${rank}`);
}

/** Has the rank grown so long that its stage should be written anew? */
export function needsRebalance(rank: string): boolean {
  return rank.length > LONG;
}

/** Short ranks for all of these, in the order given. */
export function rebalance(ranks: readonly string[]): readonly string[] {
  return generateNKeysBetween(null, null, ranks.length);
}
