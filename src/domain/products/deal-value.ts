/** A deal with lines is worth their sum: whoever changes them writes both, in one commit. */
import type { Deal, DealProduct, Id, Money } from '../records.js';
import { dealSums } from './sums.js';

/** As long as it has lines, nobody gives it another value. */
export function hasLines(deal: Pick<Deal, 'lines'>): boolean {
  return (deal.lines?.count ?? 0) > 0;
}

/** What its lines are priced in. @param fallback where it has no value yet */
export function currencyOf(deal: Pick<Deal, 'value'>, fallback: string): string {
  return deal.value?.currency ?? fallback;
}

/**
 * The fields that say which lines a deal has. One whose last line goes keeps its last value.
 * @param deal with the discounts that are to be
 * @param by the command: what was reckoned from other lines than there are by then is refused by it
 */
export function summed(
  deal: Pick<Deal, 'value' | 'discounts'>,
  lines: readonly DealProduct[],
  currency: string,
  by: Id,
): { readonly value: Money | null; readonly lines: NonNullable<Deal['lines']> } {
  const value =
    lines.length === 0 ? deal.value : { amount: dealSums(lines, currency, null, deal.discounts).value, currency };
  return { value, lines: { count: lines.length, by } };
}
