/** One kind in columns: which records a window holds, and what all that match come to. The records themselves are elsewhere. */
import { valueOf } from '../../domain/change.js';
import { compareIds } from '../../domain/compare.js';
import type { Query, Summary } from '../../domain/query.js';
import type { AnyRecord, Id, NextActivity } from '../../domain/records.js';
import { DUE } from './column.js';
import { Columns } from './columns.js';
import { rowAt } from './cursor.js';
import { dueKey } from './due.js';
import { orderOf } from './order.js';
import type { Places } from './places.js';
import { fieldsOf, Selection } from './select.js';
import { keysOf } from './sorting.js';
import { summarizePlaces } from './summary.js';

export interface Slice {
  readonly ids: readonly Id[];
  readonly total: number;
  /** Rows come after these. */
  readonly more: boolean;
}

/** The columns that a summary needs beside those of its query. */
export function fieldsOfSummary(query: Query, by: string): Set<string> {
  const fields = fieldsOf(query, false);
  if (by !== '') fields.add(by);
  const sum = summedIn(query);
  if (sum !== null) fields.add(sum);
  return fields;
}

/** The field whose amounts are added up; null = records of this kind are worth nothing. */
function summedIn({ kind, sum }: Query): string | null {
  return kind === 'lead' || kind === 'deal' ? (sum ?? 'value') : null;
}

export class Table<P extends Places = Places> {
  readonly columns: Columns<P>;
  readonly selection: Selection;

  /** @param few as `Column` has it */
  constructor(places: P, few?: number) {
    this.columns = new Columns(places, few);
    this.selection = new Selection(this.columns);
  }

  /** The columns of the query's fields must be there. */
  slice(query: Query): Slice {
    const { window } = query;
    const first = 'offset' in window ? window.offset : window.after === null ? 0 : null;
    const { places, total } = this.selection.first(query, first === null ? Infinity : first + window.limit);
    const start = first ?? this.#after(query, places, (window as { after: string }).after);
    const end = Math.min(total, start + window.limit);
    const ids: Id[] = [];
    for (let i = start; i < end; i++) ids.push(this.columns.places.idAt(places[i]!)!);
    return { ids, total, more: end < total };
  }

  /** Where the first row stands that comes after the one the cursor was made of. */
  #after(query: Query, places: Uint32Array, cursor: string): number {
    const row = rowAt(cursor);
    const steps = keysOf(orderOf(query), query.today).map(
      ({ field, compare }) =>
        [
          this.columns.column(field),
          compare,
          field === DUE ? dueKey((row as { nextActivity?: NextActivity | null }).nextActivity) : valueOf(row, field),
        ] as const,
    );
    const follows = (place: number): boolean => {
      for (const [column, compare, own] of steps) {
        const result = compare(column.at(place), own);
        if (result !== 0) return result > 0;
      }
      return compareIds(this.columns.places.idAt(place)!, row.id) > 0;
    };
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (follows(places[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  summarize(query: Query, by: string): readonly Summary[] {
    const places = this.selection.matching(query);
    const groups = by === '' ? null : this.columns.column(by);
    const sum = summedIn(query);
    return summarizePlaces(places, groups, sum === null ? null : this.columns.column(sum));
  }

  /** Records as they are now; null = gone. */
  apply(records: Iterable<readonly [Id, AnyRecord | null]>): void {
    const places: number[] = [];
    for (const [id, record] of records) {
      const place = this.columns.write(id, record);
      if (place !== undefined) places.push(place);
    }
    if (places.length > 0) this.selection.changed(places);
  }
}
