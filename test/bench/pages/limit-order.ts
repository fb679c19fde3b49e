/** Orders over columns, as one writes them by hand: keys are kept, not records; a collator is made once. */
import type { Day, Lead, NextActivity } from '../../../src/domain/records.js';
import { compareText } from '../../../src/domain/compare.js';

/** Overdue, today, none, planned; then by due; the newest first among equals: as one number and one text. */
export function urgency(next: NextActivity | null, today: Day): number {
  if (next === null) return 2;
  if (next.due === null || next.due > today) return 3;
  return next.due < today ? 0 : 1;
}

export interface Urgent {
  readonly nextActivity: NextActivity | null;
  readonly createdAt: string;
  readonly id: string;
}

export function urgentFirst(records: readonly Urgent[], today: Day): (a: number, b: number) => number {
  const dueOf = ({ nextActivity }: Urgent): string =>
    nextActivity === null ? '' : nextActivity.due === null ? '~' : `${nextActivity.due}T${nextActivity.time ?? ''}`;
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return (a, b) => {
    const left = records[a]!;
    const right = records[b]!;
    return (
      urgency(left.nextActivity, today) - urgency(right.nextActivity, today) ||
      before(dueOf(left), dueOf(right)) ||
      before(right.createdAt, left.createdAt) ||
      before(left.id, right.id)
    );
  };
}

/** The first few in order, in one pass: what a first paint needs. */
export function firstFew(places: Iterable<number>, count: number, compare: (a: number, b: number) => number): number[] {
  const best: number[] = [];
  for (const place of places) {
    if (best.length === count && compare(place, best[count - 1]!) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(place, best[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, place);
    if (best.length > count) best.pop();
  }
  return best;
}

export function sorted(leads: readonly Lead[], field: string, descending: boolean): Uint32Array {
  const places = Uint32Array.from(leads.keys());
  if (field === 'value') {
    const keys = Float64Array.from(leads, ({ value }) => (value === null ? -Infinity : Number(value.amount)));
    const sign = descending ? -1 : 1;
    return places.sort((a, b) => sign * (keys[a]! - keys[b]!) || a - b);
  }
  const keys = leads.map((lead) => (lead as unknown as Record<string, string>)[field]!);
  return places.sort((a, b) => compareText(keys[a]!, keys[b]!) || a - b);
}
