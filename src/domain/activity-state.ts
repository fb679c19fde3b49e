import type { ActivityState } from './query.js';
import type { Day, NextActivity } from './records.js';

/**
 * How the next activity stands on a calendar day. Nothing to do is `none`; something to do without a day is `planned`.
 * The one place that decides "overdue" (R72).
 */
export function activityState(next: Pick<NextActivity, 'due'> | null, today: Day): ActivityState {
  if (next === null) return 'none';
  if (next.due === null || next.due > today) return 'planned';
  return next.due < today ? 'overdue' : 'today';
}
