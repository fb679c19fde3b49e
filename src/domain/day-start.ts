import { dayIn } from './dates.js';
import type { ClockTime, Day, Instant } from './records.js';

const starts = new Map<string, Instant>();

/**
 * The first moment of a calendar day in a zone, which is not always midnight: clocks are put forward at that hour, too.
 * @throws RangeError for a zone that does not exist
 */
export function dayStart(zone: string, day: Day): Instant {
  const key = `${zone} ${day}`;
  let start = starts.get(key);
  if (start === undefined) {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    // No zone is further than 15 hours from UTC. Halved down to the millisecond.
    let before = midnight - 54_000_000;
    let within = midnight + 54_000_000;
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (dayIn(zone, middle) < day) before = middle;
      else within = middle;
    }
    if (starts.size > 500) starts.clear();
    starts.set(key, (start = new Date(within).toISOString()));
  }
  return start;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * The moment at which clocks in a zone say a time on a day. Where they say it twice, the first one; where clocks were put
 * forward over it, as much later as they were.
 * @throws RangeError for a zone that does not exist
 */
export function momentOf(zone: string, day: Day, time: ClockTime): Instant {
  const minutes = minutesOf(time);
  const start = Date.parse(dayStart(zone, day));
  const asked = start + (minutes - minutesIn(zone, start)) * 60_000;
  // Clocks that were changed since the day began are off by as much.
  const off = minutes - minutesIn(zone, asked);
  const moved = asked + off * 60_000;
  return new Date(off === 0 || minutesIn(zone, moved) !== minutes ? asked : moved).toISOString();
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function minutesIn(zone: string, instant: number): number {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const options = {
      timeZone: zone,
      numberingSystem: 'latn',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    } as const;
    clocks.set(zone, (clock = new Intl.DateTimeFormat('en-GB', options)));
  }
  return minutesOf(clock.format(instant));
}
