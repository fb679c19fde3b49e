import { monthLater, weekdayOf } from './agenda.js';
import { addDays } from './dates.js';
import { editRule } from './edit.js';
import { filled } from './filled.js';
import type { Problem } from './plan.js';
import type { Day } from './records.js';
import type { Rule } from './rule.js';

/**
 * Wait until, because: a deal that stands still for a known reason goes on as if nothing were wrong until that day, and is
 * quiet from then on (`rotting.ts`). The wait ends by itself on its day, or by hand with `until: null`.
 */
export const dealWait: Rule<'deal-wait'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  fields: (_deal, { until, reason = null }) => ({
    waitUntil: until,
    waitReason: until === null ? null : filled(reason),
  }),
  problems: (deal, next, _found, _input, { today }) => {
    const { waitUntil = null, waitReason = null } = next;
    if (waitUntil === null) return [];
    const problems: Problem[] = [];
    if (deal.status !== 'open') problems.push({ code: 'closed' });
    if (waitUntil <= today) problems.push({ code: 'invalid', field: 'waitUntil', detail: 'past' });
    if (filled(waitReason) === null) problems.push({ code: 'required', field: 'waitReason' });
    return problems;
  },
});

/** The days that are offered: tomorrow, the Monday of next week, the same day of next month (its last where it is shorter). */
export function waitDays(today: Day): { readonly tomorrow: Day; readonly nextWeek: Day; readonly nextMonth: Day } {
  return {
    tomorrow: addDays(today, 1),
    nextWeek: addDays(today, 8 - weekdayOf(today)),
    nextMonth: monthLater(today),
  };
}
