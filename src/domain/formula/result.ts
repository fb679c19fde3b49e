/** What a formula field gives: rounded once, in the end, so that it is what people read, sort by, export and reckon on with. */
import { amountOf, currencyDigits } from '../money.js';
import type { Money } from '../entities.js';
import type { FormulaFormat } from '../formula-format.js';
import { roundTo, unitsAt, type Exact } from './exact.js';
import type { ValueType } from './syntax.js';
import { dayText, isValue, type Empty, type Failure, type Result } from './values.js';

export const decimalsMost = 6;

export type Outcome =
  | {
      readonly type: 'value';
      readonly of: ValueType;
      /** As records hold values of that type. A percentage is its fraction: 0.25. */
      readonly value: number | Money | string;
      /** The same as a decimal text, which no float has been through; of a day, the day. */
      readonly text: string;
    }
  | Empty
  | Failure;

/** Digits before the point that an amount may have (`isAmount`). */
const MOST = 10n ** 30n;

/** Rounds what a formula came to. @param currency of an amount that is made of numbers only */
export function finish(result: Result, format: FormulaFormat | null, currency: string, key: string): Result {
  if (result.type === 'truth') return { type: 'failure', code: 'broken', key };
  if (!isValue(result) || result.type === 'date') return result;
  const kept = result.type === 'money' ? { ...result, currency: result.currency ?? currency } : result;
  const places = kept.type === 'money' ? currencyDigits(kept.currency) : placesOf(format);
  const value = roundTo(kept.value, places);
  if (typeof value.n === 'bigint' && isLarge(value)) return { type: 'failure', code: 'large', from: 0, to: 0, in: key };
  return { ...kept, value };
}

function isLarge({ n, d }: Exact): boolean {
  const whole = BigInt(n) / BigInt(d);
  return whole >= MOST || whole <= -MOST;
}

function placesOf(format: FormulaFormat | null): number {
  if (format?.as === 'days') return 0;
  const decimals = format?.decimals ?? 4;
  // A page may have stored anything.
  const places = Number.isInteger(decimals) ? Math.min(decimalsMost, Math.max(0, decimals)) : decimalsMost;
  return places + (format?.as === 'percent' ? 2 : 0);
}

/** What was finished, as records would hold it. */
export function outcomeOf(result: Result, format: FormulaFormat | null): Outcome {
  if (!isValue(result)) return result;
  switch (result.type) {
    case 'date': {
      const day = dayText(result.day);
      return { type: 'value', of: 'date', value: day, text: day };
    }
    case 'money': {
      const currency = result.currency ?? '';
      const text = decimalText(result.value, currencyDigits(currency), true);
      return { type: 'value', of: 'money', value: { amount: text, currency }, text };
    }
    case 'number': {
      const text = decimalText(result.value, placesOf(format), false);
      return { type: 'value', of: 'number', value: Number(text), text };
    }
    case 'truth':
      return { type: 'failure', code: 'steps' };
  }
}

/** What was finished, as records would hold it, and no more; null where it is not calculated. */
export function heldOf(result: Result, format: FormulaFormat | null): number | Money | string | null {
  // Two safe integers divided give the number that is nearest, as their decimal text read as a number does.
  if (result.type === 'number' && typeof result.value.n === 'number' && typeof result.value.d === 'number')
    return result.value.n / result.value.d;
  const outcome = outcomeOf(result, format);
  return outcome.type === 'value' ? outcome.value : null;
}

/** A fraction as a decimal text with so many decimals; `all` = also those that are 0. */
export function decimalText(value: Exact, places: number, all: boolean): string {
  return amountOf(unitsAt(value, places), places, all ? places : 0);
}
