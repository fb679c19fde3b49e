import { addDays, daysBetween, daysIn } from './dates.js';
import { compareAmount } from './money.js';
import type { Day, Money } from './records.js';

/* When deals are expected to close, in weeks, months or quarters. Days are days of the calendar: no zone shifts them. */

export const periodUnits = ['week', 'month', 'quarter'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

export function isPeriodUnit(value: unknown): value is PeriodUnit {
  return (periodUnits as readonly unknown[]).includes(value);
}

/** A week, a month or a quarter. */
export interface Period {
  readonly unit: PeriodUnit;
  /** Its first and its last day, both in it. */
  readonly start: Day;
  readonly end: Day;
}

/** Quarters are those of the calendar: the first one begins with January. */
const months = { month: 1, quarter: 3 } as const;

/**
 * The period that a day is in.
 * @param firstDay what a week begins with: 1 = Monday … 7 = Sunday; weeks only
 */
export function periodOf(day: Day, unit: PeriodUnit, firstDay = 1): Period {
  if (unit === 'week') {
    const start = addDays(day, -((weekday(day) - firstDay + 7) % 7));
    return { unit, start, end: addDays(start, 6) };
  }
  const { year, month } = partsOf(day);
  return monthsFrom(unit, year, month - ((month - 1) % months[unit]));
}

/** The one so many periods later; earlier where `count` is negative. */
export function shifted({ unit, start }: Period, count: number): Period {
  if (unit === 'week') {
    const first = addDays(start, 7 * count);
    return { unit, start: first, end: addDays(first, 6) };
  }
  const { year, month } = partsOf(start);
  return monthsFrom(unit, year, month + months[unit] * count);
}

export function isIn(day: Day, { start, end }: Period): boolean {
  return day >= start && day <= end;
}

/**
 * The expected close of a deal that is put into a period. It keeps its place: the same weekday, the same day of the month (the
 * last one where the month is shorter), the same day of the same month of the quarter. A deal without a date gets the
 * last day. In the period that is going on it is never a day that has passed: today instead.
 * @param day when it was expected until now; null = nobody has said
 */
export function dayAfterMove(day: Day | null, to: Period, today: Day): Day {
  const next = day === null ? to.end : sameDayIn(day, to);
  return isIn(today, to) && next < today ? today : next;
}

function sameDayIn(day: Day, { unit, start }: Period): Day {
  if (unit === 'week') return addDays(start, (weekday(day) - weekday(start) + 7) % 7);
  const from = partsOf(day);
  const { year, month } = partsOf(start);
  const at = month + ((from.month - 1) % months[unit]);
  return dayOf(year, at, Math.min(from.day, daysIn(year, at)));
}

/** What a period of the past has brought, in one currency. */
export interface Best {
  readonly period: Period;
  readonly money: Money;
}

/** The period in which most was won, for each currency; the later one where two brought the same. */
export function bestOf(
  past: Iterable<{ readonly period: Period; readonly sums: readonly Money[] }>,
): ReadonlyMap<string, Best> {
  const best = new Map<string, Best>();
  for (const { period, sums } of past)
    for (const money of sums) {
      const before = best.get(money.currency);
      const by = before ? compareAmount(money.amount, before.money.amount) : 1;
      if (by > 0 || (by === 0 && period.start > before!.period.start)) best.set(money.currency, { period, money });
    }
  for (const [currency, { money }] of best) if (compareAmount(money.amount, '0') <= 0) best.delete(currency);
  return best;
}

/** How many hundredths of the best an amount is, rounded down, so that only what has reached it is a hundred; 0 or more. */
export function shareOf(amount: string, best: string): number {
  if (compareAmount(amount, best) >= 0) return Math.max(100, Math.floor((Number(amount) / Number(best)) * 100));
  return Math.max(0, Math.min(99, Math.floor((Number(amount) / Number(best)) * 100)));
}

/** 1 = Monday … 7 = Sunday. 5 January 1970 was a Monday. */
function weekday(day: Day): number {
  const days = daysBetween('1970-01-05', day) % 7;
  return ((days + 7) % 7) + 1;
}

function partsOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** @param month may be before or after those of the year */
function monthsFrom(unit: 'month' | 'quarter', year: number, month: number): Period {
  const first = year * 12 + month - 1;
  const last = first + months[unit] - 1;
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1];
  return {
    unit,
    start: dayOf(Math.floor(first / 12), (first % 12) + 1, 1),
    end: dayOf(lastYear, lastMonth, daysIn(lastYear, lastMonth)),
  };
}

function dayOf(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
