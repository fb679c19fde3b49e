import { addDays, daysIn } from './dates.js';
import type { Day } from './records.js';

/**
 * Days that are meant from where today is: what is kept as "last 30 days" means other days tomorrow. Weeks begin on Monday
 * (ISO 8601).
 * - `past`, `future`: before and after today, which is in neither
 * - `last`, `next`: so many days, today among them
 * - `before`: longer ago than so many days
 */
export type Period =
  (typeof namedPeriods)[number] | { readonly last: number } | { readonly next: number } | { readonly before: number };

export const namedPeriods = [
  'today',
  'yesterday',
  'tomorrow',
  'this-week',
  'last-week',
  'next-week',
  'this-month',
  'last-month',
  'next-month',
  'this-quarter',
  'last-quarter',
  'next-quarter',
  'this-year',
  'last-year',
  'next-year',
  'past',
  'future',
] as const;

/** From the first day to the last, both included; null = open on that side. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** How many days a period may count: beyond ten years nobody means days. */
const most = 3_660;

export function isPeriod(value: unknown): value is Period {
  if (typeof value === 'string') return (namedPeriods as readonly string[]).includes(value);
  if (typeof value !== 'object' || value === null) return false;
  const [[unit, days] = [], ...more] = Object.entries(value);
  return (
    more.length === 0 &&
    (unit === 'last' || unit === 'next' || unit === 'before') &&
    Number.isInteger(days) &&
    days >= 1 &&
    days <= most
  );
}

/** The days that a period stands for on this one. */
export function spanOf(period: Period, today: Day): Span {
  if (typeof period !== 'string') {
    if ('last' in period) return { from: addDays(today, 1 - period.last), to: today };
    if ('next' in period) return { from: today, to: addDays(today, period.next - 1) };
    return { from: null, to: addDays(today, -period.before - 1) };
  }
  if (period === 'today') return { from: today, to: today };
  if (period === 'yesterday') return sameDay(addDays(today, -1));
  if (period === 'tomorrow') return sameDay(addDays(today, 1));
  if (period === 'past') return { from: null, to: addDays(today, -1) };
  if (period === 'future') return { from: addDays(today, 1), to: null };
  const [which, unit] = period.split('-') as [keyof typeof steps, 'week' | 'month' | 'quarter' | 'year'];
  const step = steps[which];
  if (unit === 'week') {
    // The first day of 1970 was a Thursday.
    const weekday = (((Math.round(Date.parse(today) / 86_400_000) + 3) % 7) + 7) % 7;
    const monday = addDays(today, 7 * step - weekday);
    return { from: monday, to: addDays(monday, 6) };
  }
  const [year, month] = today.split('-').map(Number) as [number, number];
  const length = { month: 1, quarter: 3, year: 12 }[unit];
  // Months counted from the year 0, so that a step goes over the end of a year.
  const first = Math.floor((year * 12 + month - 1) / length + step) * length;
  const last = first + length - 1;
  return { from: dayOf(first, 1), to: dayOf(last, daysIn(Math.floor(last / 12), (last % 12) + 1)) };
}

const steps = { last: -1, this: 0, next: 1 } as const;

function sameDay(day: Day): Span {
  return { from: day, to: day };
}

function dayOf(months: number, day: number): Day {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-${two(day)}`;
}
