import { currencyDigits, isAmount, scaled } from './money.js';
import type { Day, Money } from './records.js';
import { rounded } from './weighted.js';

/** What one unit of a currency is worth in others, and on which day: for converted sums. */
export interface Rates {
  /** ISO 4217. */
  readonly base: string;
  /** `YYYY-MM-DD`; told beside every converted sum. */
  readonly date: Day;
  /** Decimal strings by currency: how much of it one unit of the base buys. */
  readonly rates: Readonly<Record<string, string>>;
}

/** Decimals that are kept of each division before all are added up. */
const SPARE = 12;

/** How much of the currency one unit of the base buys; null = nobody has said. */
export function rateOf({ base, rates }: Rates, currency: string): string | null {
  if (currency === base) return '1';
  const rate: unknown = Object.hasOwn(rates, currency) ? rates[currency] : null;
  return isAmount(rate) && scaled(rate).units > 0n ? rate : null;
}

/** Why sums of a currency cannot be converted: nobody has given a rate for it, or it is no number above zero. null = they can. */
export function rateGap(rates: Rates, currency: string): 'none' | 'wrong' | null {
  if (rateOf(rates, currency) !== null) return null;
  return Object.hasOwn(rates.rates, currency) ? 'wrong' : 'none';
}

/**
 * All of it in the base, rounded once, and what cannot be: a currency without a rate is left as it is, never guessed.
 * `sum` is null where nothing could be converted.
 */
export function converted(
  sums: readonly Money[],
  rates: Rates,
): { readonly sum: Money | null; readonly left: readonly Money[] } {
  const digits = currencyDigits(rates.base);
  const scale = digits + SPARE;
  let units = 0n;
  const left: Money[] = [];
  for (const money of sums) {
    const rate = rateOf(rates, money.currency);
    if (rate === null) {
      left.push(money);
      continue;
    }
    const [value, by] = [scaled(money.amount), scaled(rate)];
    // value / rate, as an integer of 10^-scale.
    units += (value.units * 10n ** BigInt(scale + by.scale)) / (by.units * 10n ** BigInt(value.scale));
  }
  if (left.length === sums.length && sums.length > 0) return { sum: null, left };
  return { sum: { amount: rounded(units, scale, digits), currency: rates.base }, left };
}
