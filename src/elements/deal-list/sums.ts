import { fromMinor, toMinor } from '../../domain/money.js';
import type { Money } from '../../domain/records.js';

/** Each currency by itself, in whole minor units; what comes to nothing has no entry. @param less what is taken off */
export function addAmounts(more: Iterable<Money>, less: Iterable<Money> = []): readonly Money[] {
  const sums = new Map<string, bigint>();
  const add = (money: Money, sign: bigint): void => {
    sums.set(money.currency, (sums.get(money.currency) ?? 0n) + sign * toMinor(money));
  };
  for (const money of more) add(money, 1n);
  for (const money of less) add(money, -1n);
  return [...sums]
    .filter(([, sum]) => sum !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => fromMinor(sum, currency));
}
