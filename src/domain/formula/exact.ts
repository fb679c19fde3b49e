/** Fractions of integers: nothing is rounded before the end, so a third times three is one. */
import { limits } from './limits.js';

export interface Exact {
  readonly n: bigint;
  /** Above 0. */
  readonly d: bigint;
}

const MOST = 1n << BigInt(limits.bits);
/** From here on a fraction is worth being reduced. */
const LONG = 1n << 96n;

export const zero: Exact = { n: 0n, d: 1n };

export const whole = (value: number | bigint): Exact => ({ n: BigInt(value), d: 1n });

/** A decimal text, `-1234.5`, which the caller has looked at. */
export function decimal(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: 10n ** BigInt(text.length - point - 1) };
}

/** A number as the language writes it, with an exponent or without; null = it is none, or it is beyond what is reckoned with. */
export function ofNumber(value: number): Exact | null {
  if (!Number.isFinite(value)) return null;
  const [digits = '', exponent = '0'] = String(value).split('e');
  const power = Number(exponent);
  if (power > 60) return null;
  const read = decimal(digits);
  // Below what has any bearing on an amount; its digits would only be carried along.
  if (power < -60) return zero;
  const factor = 10n ** BigInt(Math.abs(power));
  return power < 0 ? { n: read.n, d: read.d * factor } : { n: read.n * factor, d: read.d };
}

/** null = beyond what is reckoned with (`limits.bits`). */
function made(n: bigint, d: bigint): Exact | null {
  if (d < LONG && n < LONG && n > -LONG) return { n, d };
  const by = divisor(n < 0n ? -n : n, d);
  const reduced = { n: n / by, d: d / by };
  return reduced.n < MOST && reduced.n > -MOST && reduced.d < MOST ? reduced : null;
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function add(a: Exact, b: Exact): Exact | null {
  return a.d === b.d ? made(a.n + b.n, a.d) : made(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const negative = (a: Exact): Exact => ({ n: -a.n, d: a.d });

export const multiply = (a: Exact, b: Exact): Exact | null => made(a.n * b.n, a.d * b.d);

/** @param b not 0 */
export function divide(a: Exact, b: Exact): Exact | null {
  return b.n < 0n ? made(-a.n * b.d, a.d * -b.n) : made(a.n * b.d, a.d * b.n);
}

/** Below 0, 0 or above it, as `a` is less, the same or more. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** An integer of 10^-places, half away from zero. @param places below 0: whole tens, hundreds … (the integer counts those) */
export function unitsAt({ n, d }: Exact, places: number): bigint {
  const by = 10n ** BigInt(Math.abs(places));
  const [over, under] = places < 0 ? [n, d * by] : [n * by, d];
  const twice = (over < 0n ? -over : over) * 2n + under;
  const units = twice / (under * 2n);
  return over < 0n ? -units : units;
}

/** Rounded to that many decimals, half away from zero. */
export function roundTo(value: Exact, places: number): Exact {
  const units = unitsAt(value, places);
  const by = 10n ** BigInt(Math.abs(places));
  return places < 0 ? { n: units * by, d: 1n } : { n: units, d: by };
}

/** Down to the integer below. */
export function floor({ n, d }: Exact): bigint {
  const down = n / d;
  return n < 0n && down * d !== n ? down - 1n : down;
}
