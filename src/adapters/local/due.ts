import type { NextActivity } from '../../domain/records.js';

/**
 * '' = nothing to do, `~~` = planned without a day, else `<day>T<time>`, or `<day>T`, before all times, for what takes the whole day.
 * Sorts like `compareDue`. The database has an index of it: another text is another layout (`indexeddb/upgrade.ts`).
 */
export function dueKey(next: NextActivity | null | undefined): string {
  if (next === null || next === undefined) return '';
  return next.due === null ? '~~' : `${next.due}T${next.time ?? ''}`;
}
