import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * Places by hand: strings between those of the neighbours, compared by code units, ties broken by id. A drag is one
 * write this way, whatever the number of cards.
 */

/** Longer ranks than this are worth a write of the whole stage. Reached after some two hundred drags into one gap. */
const LONG = 40;

/** Is there a rank between the two? Not where they are equal, in the wrong order, or of somebody else's making. */
export function hasRoom(before: string | null, after: string | null): boolean {
  return tryBetween(before, after) !== null;
}

/**
 * A rank between two neighbours; null = there is none on that side. Where there is no room (`hasRoom`), one just behind
 * `before`, and the caller rebalances.
 */
export function rankBetween(before: string | null, after: string | null): string {
  return tryBetween(before, after) ?? tryBetween(before, null) ?? `${before ?? ''}V`;
}

function tryBetween(before: string | null, after: string | null): string | null {
  if (before !== null && after !== null && before >= after) return null;
  try {
    return generateKeyBetween(before, after);
  } catch {
    // A rank that another program has written is no key of this scheme.
    return null;
  }
}

/** n ranks behind the last, in order. */
export function ranksAfter(last: string | null, n: number): readonly string[] {
  try {
    return generateNKeysBetween(last, null, n);
  } catch {
    return generateNKeysBetween(null, null, n).map((rank) => `${last ?? ''}${rank}`);
  }
}

/** Has the rank grown so long that its stage should be written anew? */
export function needsRebalance(rank: string): boolean {
  return rank.length > LONG;
}

/** Short ranks for all of these, in the order given. */
export function rebalance(ranks: readonly string[]): readonly string[] {
  return generateNKeysBetween(null, null, ranks.length);
}
