/**
 * Fractions of integers: nothing is rounded before the end, so a third times three is one. An integer is a number as long as
 * numbers are exact, and a BigInt beyond: nearly all that people reckon with fits the former, which the machine adds at once.
 */
import { limits } from './limits.js';

/** A number where it is a safe integer, else a BigInt: of each integer there is one form. Never -0. */
export type Int = number | bigint;

export interface Exact {
  readonly n: Int;
  /** Above 0. */
  readonly d: Int;
}

const MOST = 1n << BigInt(limits.bits);
/** From here on a fraction is worth being reduced. */
const LONG = 1n << 96n;
const SAFE = Number.MAX_SAFE_INTEGER;
const [LEAST_SAFE, MOST_SAFE] = [BigInt(-SAFE), BigInt(SAFE)];

/** What came out of numbers is exact where it is no larger than this: beyond, rounding never leads back. */
const isSafe = (value: number): boolean => value <= SAFE && value >= -SAFE;

const int = (value: bigint): Int => (value <= MOST_SAFE && value >= LEAST_SAFE ? Number(value) : value);

export const zero: Exact = { n: 0, d: 1 };

export const whole = (value: Int): Exact => ({ n: typeof value === 'bigint' ? int(value) : value, d: 1 });

const tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15] as const;
const ten = (power: number): Int => tens[power] ?? 10n ** BigInt(power);

/** A decimal text, `-1234.5`, which the caller has looked at. */
export function decimal(text: string): Exact {
  return shortDecimal(text) ?? longDecimal(text);
}

/** Up to fifteen characters are exact however they are put together; null = longer, or no decimal text. */
export function shortDecimal(text: string): Exact | null {
  const { length } = text;
  if (length > 15) return null;
  const sign = text.charCodeAt(0) === 45 ? 1 : 0;
  let [n, d, point] = [0, 1, -1];
  for (let i = sign; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      n = n * 10 + digit;
      if (point >= 0) d *= 10;
    } else if (digit === -2 && point < 0 && i > sign) point = i;
    else return null;
  }
  if (length === sign || point === length - 1) return null;
  return { n: sign === 1 && n > 0 ? -n : n, d };
}

function longDecimal(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return { n: int(BigInt(text)), d: 1 };
  return { n: int(BigInt(text.slice(0, point) + text.slice(point + 1))), d: ten(text.length - point - 1) };
}

/** A number as the language writes it, with an exponent or without; null = it is none, or it is beyond what is reckoned with. */
export function ofNumber(value: number): Exact | null {
  if (Number.isSafeInteger(value)) return { n: value + 0, d: 1 };
  if (!Number.isFinite(value)) return null;
  const [digits = '', exponent = '0'] = String(value).split('e');
  const power = Number(exponent);
  if (power > 60) return null;
  const read = decimal(digits);
  // Below what has any bearing on an amount; its digits would only be carried along.
  if (power < -60) return zero;
  if (power === 0) return read;
  const factor = 10n ** BigInt(Math.abs(power));
  const [n, d] = [BigInt(read.n), BigInt(read.d)];
  return power < 0 ? { n: read.n, d: int(d * factor) } : { n: int(n * factor), d: read.d };
}

/** null = beyond what is reckoned with (`limits.bits`). */
function made(n: bigint, d: bigint): Exact | null {
  if (d < LONG && n < LONG && n > -LONG) return { n: int(n), d: int(d) };
  const by = divisor(n < 0n ? -n : n, d);
  const reduced = { n: n / by, d: d / by };
  const fits = reduced.n < MOST && reduced.n > -MOST && reduced.d < MOST;
  return fits ? { n: int(reduced.n), d: int(reduced.d) } : null;
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function add(a: Exact, b: Exact): Exact | null {
  if (typeof a.n === 'number' && typeof a.d === 'number' && typeof b.n === 'number' && typeof b.d === 'number') {
    if (a.d === b.d) {
      const n = a.n + b.n;
      if (isSafe(n)) return { n, d: a.d };
    } else {
      const [left, right, d] = [a.n * b.d, b.n * a.d, a.d * b.d];
      const n = left + right;
      if (isSafe(left) && isSafe(right) && isSafe(n) && isSafe(d)) return { n, d };
    }
  }
  const [an, ad, bn, bd] = [BigInt(a.n), BigInt(a.d), BigInt(b.n), BigInt(b.d)];
  return ad === bd ? made(an + bn, ad) : made(an * bd + bn * ad, ad * bd);
}

export const negative = (a: Exact): Exact => ({ n: a.n === 0 ? 0 : -a.n, d: a.d });

export function multiply(a: Exact, b: Exact): Exact | null {
  if (typeof a.n === 'number' && typeof a.d === 'number' && typeof b.n === 'number' && typeof b.d === 'number') {
    const [n, d] = [a.n * b.n + 0, a.d * b.d];
    if (isSafe(n) && isSafe(d)) return { n, d };
  }
  return made(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d));
}

/** @param b not 0 */
export function divide(a: Exact, b: Exact): Exact | null {
  return b.n < 0 ? multiply(negative(a), { n: b.d, d: negative(b).n }) : multiply(a, { n: b.d, d: b.n });
}

/** Below 0, 0 or above it, as `a` is less, the same or more. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a.n === 'number' && typeof a.d === 'number' && typeof b.n === 'number' && typeof b.d === 'number') {
    const [left, right] = [a.n * b.d, b.n * a.d];
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const difference = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** An integer of 10^-places, half away from zero. @param places below 0: whole tens, hundreds … (the integer counts those) */
export function unitsAt({ n, d }: Exact, places: number): Int {
  const by = ten(Math.abs(places));
  if (typeof n === 'number' && typeof d === 'number' && typeof by === 'number') {
    const [over, under] = places < 0 ? [Math.abs(n), d * by] : [Math.abs(n) * by, d];
    const [twice, unit] = [over * 2 + under, under * 2];
    // By the remainder, which is exact: a quotient of numbers may have been rounded up to the next integer.
    if (isSafe(over) && isSafe(twice) && isSafe(unit)) {
      const units = (twice - (twice % unit)) / unit;
      return n < 0 && units > 0 ? -units : units;
    }
  }
  const times = BigInt(by);
  const [over, under] = places < 0 ? [BigInt(n), BigInt(d) * times] : [BigInt(n) * times, BigInt(d)];
  const twice = (over < 0n ? -over : over) * 2n + under;
  const units = twice / (under * 2n);
  return int(over < 0n ? -units : units);
}

/** Rounded to that many decimals, half away from zero. */
export function roundTo(value: Exact, places: number): Exact {
  const units = unitsAt(value, places);
  const by = ten(Math.abs(places));
  return places < 0 ? { n: int(BigInt(units) * BigInt(by)), d: 1 } : { n: units, d: by };
}

/** Down to the integer below. */
export function floor({ n, d }: Exact): Int {
  if (typeof n === 'number' && typeof d === 'number') {
    const rest = n % d;
    return (n - rest) / d - (rest < 0 ? 1 : 0) + 0;
  }
  const [over, under] = [BigInt(n), BigInt(d)];
  const down = over / under;
  return int(over < 0n && down * under !== over ? down - 1n : down);
}
