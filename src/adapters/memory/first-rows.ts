/**
 * The first rows of a kind of which nothing is kept in columns yet: one walk over the records. What a view begins with is
 * asked for before it is painted; columns, which serve every later question, cost several such walks.
 */
import { comparer } from '../../domain/compare.js';
import { prepare } from '../../domain/matches.js';
import type { Query } from '../../domain/query.js';
import type { AnyRecord, Kind, RecordOf } from '../../domain/records.js';
import { orderOf } from '../local/order.js';

/** Rows up to which a window is a first one: a screen, and what is read ahead of it. */
const most = 100;

export interface FirstRows<K extends Kind> {
  readonly rows: readonly RecordOf[K][];
  readonly total: number;
  /** Rows come after these. */
  readonly more: boolean;
}

/** @returns undefined = more is asked than a first window */
export function firstRows<K extends Kind>(
  records: readonly (RecordOf[K] | undefined)[],
  query: Query<K>,
): FirstRows<K> | undefined {
  const { window } = query;
  const start = 'offset' in window ? window.offset : window.after === null ? 0 : null;
  if (start === null) return undefined;
  const end = Math.min(start + window.limit, records.length);
  if (end > most) return undefined;
  const { best, total } = bestOf(records, prepare(query), comparer(orderOf(query), query.kind, query.today), end);
  return { rows: best.slice(start), total, more: total > end };
}

/** Those that come first, in order, and how many pass. */
function bestOf<R extends AnyRecord>(
  records: readonly (R | undefined)[],
  passes: (record: AnyRecord) => boolean,
  compare: (a: AnyRecord, b: AnyRecord) => number,
  wanted: number,
): { readonly best: R[]; readonly total: number } {
  const best: R[] = [];
  let total = 0;
  // From the end: where the newest come first, few have to make room again for those that come before them.
  for (let place = records.length - 1; place >= 0; place--) {
    const record = records[place];
    if (record === undefined || !passes(record)) continue;
    total++;
    if (best.length === wanted && (wanted === 0 || compare(record, best[wanted - 1]!) >= 0)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(record, best[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, record);
    if (best.length > wanted) best.pop();
  }
  return { best, total };
}
