import type { ClockTime, Day, Instant } from './records.js';

/** Calendar days as strings: they have no zone, so nothing shifts them (R72). */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone (IANA name). The one function that says what "today" is. @throws RangeError for a zone that does not exist */
export function dayIn(zone: string, instant: Instant | number): Day {
  let format = formats.get(zone);
  if (format === undefined) {
    // Calendar and digits are pinned: the environment's locale may count Buddhist years in Arabic digits.
    const options = {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    } as const;
    formats.set(zone, (format = new Intl.DateTimeFormat('en-US', options)));
  }
  const parts = new Map(
    format
      .formatToParts(typeof instant === 'number' ? instant : Date.parse(instant))
      .map((part) => [part.type, part.value]),
  );
  return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Does the environment know the zone? */
export function isZone(zone: string): boolean {
  try {
    dayIn(zone, 0);
    return true;
  } catch {
    return false;
  }
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this a day of the calendar: `2028-02-29`, but no 30 February? */
export function isDay(text: unknown): text is Day {
  const match = typeof text === 'string' ? DAY.exec(text) : null;
  if (match === null) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(match[1]), month);
}

/** How many days the month has; months from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Is this a time of day, `00:00` to `23:59`? */
export function isTime(text: unknown): text is ClockTime {
  return typeof text === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Is this an instant as records hold it: ISO 8601 in UTC with `Z`? */
export function isInstant(text: unknown): text is Instant {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** The day `count` days later; earlier where it is negative. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(serial(day) + count * 86_400_000);
  return date.toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((serial(b) - serial(a)) / 86_400_000);
}

export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days are counted in UTC, where each has 24 hours. */
function serial(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The same day so many years later; the last of February where there is no 29th. */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = daysIn(year + years, month);
  return `${String(year + years).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}
