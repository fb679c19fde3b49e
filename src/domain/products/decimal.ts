/** Decimal strings multiplied and rounded, exactly: BigInt everywhere, never a float. */
import { currencyDigits, fromMinor, scaled } from '../money.js';

/** A number as `units` over `per`, which is more than 0. */
export interface Fraction {
  readonly units: bigint;
  readonly per: bigint;
}

export const zero: Fraction = { units: 0n, per: 1n };

export function fractionOf(decimal: string): Fraction {
  const { units, scale } = scaled(decimal);
  return { units, per: 10n ** BigInt(scale) };
}

export function whole(units: bigint): Fraction {
  return { units, per: 1n };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { units: a.units * b.units, per: a.per * b.per };
}

/** @param b not 0 */
export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.units < 0n ? -1n : 1n;
  return { units: a.units * b.per * sign, per: a.per * b.units * sign };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { units: a.units * b.per + b.units * a.per, per: a.per * b.per };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { units: -b.units, per: b.per });
}

/** So many percent of it. */
export function percentOf(a: Fraction, percent: string): Fraction {
  const { units, per } = fractionOf(percent);
  return times(a, { units, per: per * 100n });
}

/** The nearest whole number, half away from zero. */
export function rounded({ units, per }: Fraction): bigint {
  const twice = 2n * units;
  return (twice < 0n ? twice - per : twice + per) / (2n * per);
}

/** In minor units of the currency (cents). */
export function minorOf(a: Fraction, currency: string): bigint {
  return rounded(times(a, whole(10n ** BigInt(currencyDigits(currency)))));
}

/** `amount` of `Money`. */
export function amountOfMinor(minor: bigint, currency: string): string {
  return fromMinor(minor, currency).amount;
}
