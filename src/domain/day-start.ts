import { dayIn } from './dates.js';
import type { Day, Instant } from './records.js';

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
