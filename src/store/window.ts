import { firstRange } from './asked.js';
import type { Span } from './span.js';

/** Rows that are looked at, and which way the looking moves: -1 up, 1 down, 0 not known yet. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly travel: number;
}

/** Rows read ahead and behind. 6,000 px/s at 48 px are 125 rows a second: two seconds ahead. */
const AHEAD = 250;
const BEHIND = 60;
/** Read on when fewer than these are left in the direction of travel: nearly a second. */
const NEAR = 110;

/**
 * @param slack rows that are held back or drawn over: places shift by as many
 * @param first nothing is shown for this question yet
 */
export function rangeFor({ start, end, travel }: Wanted, slack: number, first = false): { start: number; end: number } {
  if (first) return firstRange({ start, end });
  const up = travel < 0 ? AHEAD : BEHIND;
  const down = travel < 0 ? BEHIND : AHEAD;
  return { start: Math.max(0, start - up - Math.max(0, slack)), end: end + down + Math.max(0, slack) };
}

/** @param well also what is about to be looked at */
export function covers(
  span: Pick<Span, 'start' | 'total' | 'complete'> & { readonly rows: { readonly length: number } },
  wanted: Wanted,
  well = false,
): boolean {
  const held = span.start + span.rows.length;
  const all = span.complete ? held : (span.total ?? Infinity);
  const from = Math.max(0, well && wanted.travel < 0 ? wanted.start - NEAR : wanted.start);
  const to = Math.min(all, well && wanted.travel >= 0 ? wanted.end + NEAR : wanted.end);
  return from >= to || (span.start <= from && held >= to);
}
