import { amountOf, currencyDigits, fromMinor, scaled, toMinor } from './money.js';
import type { Summary } from './query.js';
import type { Money } from './records.js';

/**
 * Amounts times their chance, added up for each currency: exactly, and rounded once, in the end, to what the currency is counted
 * in, half away from zero. So a total is never off by the roundings of its parts.
 */
export class WeightedSum {
  /** Integers of 10^-scale. */
  readonly #exact = new Map<string, readonly [units: bigint, scale: number]>();

  /** @param percent 0 to 100; may have decimals */
  add({ amount, currency }: Money, percent: number): void {
    const value = scaled(amount);
    const chance = asWritten(percent);
    const [units, scale] = [value.units * chance.units, value.scale + chance.scale + 2];
    const [sum, had] = this.#exact.get(currency) ?? [0n, scale];
    const to = Math.max(scale, had);
    this.#exact.set(currency, [sum * 10n ** BigInt(to - had) + units * 10n ** BigInt(to - scale), to]);
  }

  /** Those of a stage, by the deals' own chance; those that have none get the stage's. */
  addGroups(groups: Iterable<Summary>, stage: number): void {
    for (const { group, sums } of groups) for (const sum of sums) this.add(sum, group === null ? stage : Number(group));
  }

  /** Ordered by currency code; what comes to nothing has no entry. */
  get sums(): readonly Money[] {
    return [...this.#exact]
      .map(([currency, [units, scale]]) => ({ amount: rounded(units, scale, currencyDigits(currency)), currency }))
      .filter((money) => toMinor(money) !== 0n)
      .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }
}

/** A number as it is written, which may have more decimals than an amount, or an exponent: an integer of 10^-scale. */
function asWritten(value: number): { readonly units: bigint; readonly scale: number } {
  const match = NUMBER.exec(String(value));
  if (match === null) return { units: 0n, scale: 0 };
  const [, digits = '0', fraction = '', power = '0'] = match;
  const units = BigInt(digits + fraction);
  const scale = fraction.length - Number(power);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}
const NUMBER = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** One amount times its chance. @param percent 0 to 100; may have decimals */
export function weighted(value: Money, percent: number): Money {
  const sum = new WeightedSum();
  sum.add(value, percent);
  return sum.sums[0] ?? fromMinor(0n, value.currency);
}

/** An integer of 10^-scale as an amount with that many decimals. */
export function rounded(units: bigint, scale: number, digits: number): string {
  if (scale <= digits) return amountOf(units, scale, digits);
  const unit = 10n ** BigInt(scale - digits);
  const half = unit / 2n;
  return amountOf((units < 0n ? units - half : units + half) / unit, digits, digits);
}
