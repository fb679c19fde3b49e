import type { NextActivity } from '../../domain/records.js';

/** '' = nothing to do, `~` = planned without a day, else `<day>T<time>`; without a time `~` stands for it, after all times. */
export function dueKey(next: NextActivity | null | undefined): string {
  if (next === null || next === undefined) return '';
  return `${next.due === null ? '~' : `${next.due}T`}${next.time ?? '~'}`;
}
