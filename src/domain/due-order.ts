import type { ActivityState } from './query.js';
import type { ClockTime, Day } from './records.js';

/** The order of the default view: what is late, what is for today, what nobody has planned, what can wait. */
export const stateOrder: Readonly<Record<ActivityState, number>> = { overdue: 0, today: 1, none: 2, planned: 3 };

interface Due {
  readonly due: Day | null;
  readonly time: ClockTime | null;
}

/**
 * Earliest first: by day, then time of day; without a day last. What takes the whole day stands above what has a time, as in a
 * calendar. `agendaOrder` says the same of activities, `dueKey` (adapters/local/due.ts) in one text.
 */
export function compareDue(a: Due, b: Due): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  const [x, y] = a.due === b.due ? [a.time ?? '', b.time ?? ''] : [a.due, b.due];
  return x < y ? -1 : Number(x > y);
}
