/** Days of a zone, of many instants one after the other. */
import { dayIn, isDay } from '../dates.js';
import { dayNumber } from './values.js';

const DAY = 86_400_000;

/** How far a zone is ahead of UTC at the beginning of each day of UTC that was asked for, in milliseconds; null = not told. */
interface Zone {
  readonly clock: Intl.DateTimeFormat;
  readonly ahead: Map<number, number | null>;
}
const zones = new Map<string, Zone>();

/** Days of a life of records, and then it begins anew. */
const most = 20_000;

/**
 * The day of an instant in a zone (IANA name), as days since 1 January 1970: the same as `dayIn`, without asking `Intl` for
 * each instant, which takes longer than all the rest of a formula. A zone's clock is read where a day of UTC begins; where it
 * is as far ahead at the end of that day, it has not been changed on it, and all else is adding. On days on which it was
 * changed, the instant itself is asked. @returns null where it is no day of the calendar
 */
export function dayNumberIn(zone: string, at: number): number | null {
  const day = Math.floor(at / DAY);
  const [begin, end] = [aheadAt(zone, day), aheadAt(zone, day + 1)];
  if (begin !== null && begin === end) return Math.floor((at + begin) / DAY);
  const text = dayIn(zone, at);
  return isDay(text) ? dayNumber(text) : null;
}

function aheadAt(name: string, day: number): number | null {
  let zone = zones.get(name);
  if (zone === undefined) zones.set(name, (zone = { clock: clockOf(name), ahead: new Map() }));
  let ahead = zone.ahead.get(day);
  if (ahead === undefined) {
    if (zone.ahead.size >= most) zone.ahead.clear();
    zone.ahead.set(day, (ahead = readClock(zone.clock, day * DAY)));
  }
  return ahead;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

function readClock(clock: Intl.DateTimeFormat, at: number): number | null {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const text = (type: Intl.DateTimeFormatPartTypes): string => (parts.get(type) ?? '').padStart(2, '0');
  const there = `${text('year').padStart(4, '0')}-${text('month')}-${text('day')}T${text('hour')}:${text('minute')}:${text('second')}Z`;
  const ahead = Date.parse(there) - at;
  // Before the year 1 and after the year 9999 it is written in other ways.
  return Math.abs(ahead) < DAY ? ahead : null;
}
