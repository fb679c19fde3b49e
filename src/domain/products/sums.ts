/**
 * What the lines of a deal come to: each one rounded in the currency's digits, discounts of the deal taken off the sum, tax by
 * rate (`domain.md` 1.5). The sum after discounts is the deal's value, whatever is said of tax: on top of it, in it, or none.
 */
import { compareAmount } from '../money.js';
import type { DealDiscount, DealProduct, Taxing } from '../records.js';
import { amountOfMinor, fractionOf, minorOf, minus, over, percentOf, plus, rounded, times, whole } from './decimal.js';
import type { Fraction } from './decimal.js';

/** What of a line its amount is made of. */
export type Priced = Pick<DealProduct, 'price' | 'quantity' | 'discount' | 'discountType'>;
type Counted = Priced & Pick<DealProduct, 'tax' | 'enabled' | 'currency'>;

/** Amounts are decimal strings in the currency's digits. */
export interface TaxRow {
  /** Percent. */
  readonly rate: string;
  /** What it is reckoned on; where tax is in the prices, it is in this, too. */
  readonly base: string;
  readonly tax: string;
}

export interface DealSums {
  /** Of all lines that are counted. */
  readonly subtotal: string;
  /** What each discount of the deal takes off, in their order: never more than there is left. */
  readonly discounts: readonly (readonly [discount: DealDiscount, off: string])[];
  /** The deal's value. */
  readonly value: string;
  /** By rate, the highest first; rates of 0 and deals without tax have none. */
  readonly taxes: readonly TaxRow[];
  readonly total: string;
}

/** Quantity times price less the line's discount, in minor units; never less than 0. */
export function lineMinor({ price, quantity, discount, discountType }: Priced, currency: string): bigint {
  const gross = times(fractionOf(price), fractionOf(quantity));
  const off = discountType === 'percentage' ? percentOf(gross, discount) : fractionOf(discount);
  const net = minorOf(minus(gross, off), currency);
  return net < 0n ? 0n : net;
}

/** A line's amount, whether it is counted or not. */
export function lineAmount(line: Priced, currency: string): string {
  return amountOfMinor(lineMinor(line, currency), currency);
}

/** Is it part of the sum? One in another currency than the deal's has no place in it. */
export function counts(line: Pick<DealProduct, 'enabled' | 'currency'>, currency: string): boolean {
  return line.enabled && line.currency === currency;
}

/** @param taxing null = as it is where nobody has said: on top */
export function dealSums(
  lines: readonly Counted[],
  currency: string,
  taxing: Taxing | null | undefined,
  discounts: readonly DealDiscount[] | null | undefined,
): DealSums {
  const byRate = new Map<string, bigint>();
  let subtotal = 0n;
  for (const line of lines) {
    if (!counts(line, currency)) continue;
    const net = lineMinor(line, currency);
    subtotal += net;
    const rate = plainRate(line.tax);
    byRate.set(rate, (byRate.get(rate) ?? 0n) + net);
  }
  let left = subtotal;
  const taken = (discounts ?? []).map((discount) => {
    const wanted =
      discount.type === 'amount'
        ? minorOf(fractionOf(discount.amount), currency)
        : rounded(percentOf(whole(subtotal), discount.amount));
    const off = wanted < 0n ? 0n : wanted > left ? left : wanted;
    left -= off;
    return [discount, amountOfMinor(off, currency)] as const;
  });
  const taxes = taxing === 'none' ? [] : taxesOf(byRate, subtotal, left, taxing ?? 'exclusive');
  const onTop = taxing === 'inclusive' ? 0n : taxes.reduce((sum, { tax }) => sum + tax, 0n);
  return {
    subtotal: amountOfMinor(subtotal, currency),
    discounts: taken,
    value: amountOfMinor(left, currency),
    taxes: taxes.map(({ rate, base, tax }) => ({
      rate,
      base: amountOfMinor(base, currency),
      tax: amountOfMinor(tax, currency),
    })),
    total: amountOfMinor(left + onTop, currency),
  };
}

/** `19.0` and `19` are one rate. */
function plainRate(tax: string): string {
  return tax.includes('.') ? tax.replace(/\.?0+$/, '') : tax;
}

/**
 * What the discounts take is spread over the rates as their lines are; what is left over of cents goes to those that lost most by
 * rounding down, so that the bases come to the value exactly.
 */
function taxesOf(
  byRate: ReadonlyMap<string, bigint>,
  subtotal: bigint,
  left: bigint,
  taxing: 'exclusive' | 'inclusive',
): readonly { readonly rate: string; readonly base: bigint; readonly tax: bigint }[] {
  const rates = [...byRate.keys()].sort((a, b) => compareAmount(b, a));
  const off = subtotal - left;
  const shares = rates.map((rate) => {
    const exact = byRate.get(rate)! * off;
    return subtotal === 0n ? { share: 0n, rest: 0n } : { share: exact / subtotal, rest: exact % subtotal };
  });
  let over = off - shares.reduce((sum, { share }) => sum + share, 0n);
  const order = [...shares].sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0));
  for (const one of order) if (over > 0n && one.rest > 0n) [one.share, over] = [one.share + 1n, over - 1n];
  return rates.flatMap((rate, i) => {
    if (compareAmount(rate, '0') <= 0) return [];
    const base = byRate.get(rate)! - shares[i]!.share;
    return [{ rate, base, tax: rounded(taxOf(base, rate, taxing)) }];
  });
}

function taxOf(base: bigint, rate: string, taxing: 'exclusive' | 'inclusive'): Fraction {
  const tax = percentOf(whole(base), rate);
  return taxing === 'exclusive' ? tax : over(tax, plus(whole(1n), percentOf(whole(1n), rate)));
}
