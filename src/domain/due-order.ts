import type { ActivityState } from './query.js';
import type { ClockTime, Day } from './records.js';

/** The order of the default view: what is late, what is for today, what nobody has planned, what can wait. */
export const stateOrder: Readonly<Record<ActivityState, number>> = { overdue: 0, today: 1, none: 2, planned: 3 };

interface Due {
  readonly due: Day | null;
  readonly time: ClockTime | null;
}

/** Earliest first: by day, then time of day. Without a time: after the timed ones of its day; without a day: last. */
export function compareDue(a: Due, b: Due): number {
  if (a.due !== b.due) return before(a.due, b.due);
  return a.time === b.time ? 0 : before(a.time, b.time);
}

function before(a: string | null, b: string | null): number {
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
