/**
 * The first window of the orders that views begin with, straight from an index: as quick with 100,000 records as with
 * 100, and before anything else has been read.
 */
import type { Order, Query } from '../../domain/query.js';
import type { AnyRecord } from '../../domain/records.js';
import { orderOf } from '../local/order.js';
import { fromFirstRow } from './first-row.js';
import { conditionsOf, isPlainAll, plainTest } from './plain.js';
import { isIndexed, type Row } from './stores.js';
import { results, transact } from './transact.js';

/** Windows beyond this come from columns: an index has to walk over all that is before. */
const most = 400;

interface Way {
  readonly kind: 'lead' | 'deal';
  readonly index: string;
  /** In order; all rows of one come before those of the next. */
  readonly ranges: readonly IDBKeyRange[];
  /** The index says all that the query asks; else its rows are looked at once more, and may turn out too few. */
  readonly exact: boolean;
}

export interface FirstPage {
  readonly records: AnyRecord[];
  /** Rows come after these. */
  readonly more: boolean;
}

/**
 * @param test whether a record matches, for a query that asks more than an index says; left out: there is none for it
 * @returns the window; undefined = there is no index for this query, or not enough rows came from it to be sure
 */
export async function firstPage(
  db: IDBDatabase,
  query: Query,
  test?: (record: AnyRecord) => boolean,
): Promise<FirstPage | undefined> {
  const { window } = query;
  if ('after' in window && window.after !== null) return undefined;
  const offset = 'offset' in window ? window.offset : 0;
  const wanted = offset + window.limit + 1;
  if (wanted > most || window.limit === 0) return undefined;
  const way = wayOf(query);
  if (way === undefined || !(way.exact || test)) return undefined;
  const lists = await transact(db, [way.kind], 'readonly', 'relaxed', (transaction) => {
    const index = transaction.objectStore(way.kind).index(way.index);
    return results(way.ranges.map((range) => index.getAll(range, wanted) as IDBRequest<Row[]>));
  });
  const found: AnyRecord[] = [];
  for (const rows of lists) {
    for (const row of rows) {
      const record = fromFirstRow(way.kind, row);
      if (way.exact || test!(record)) found.push(record);
    }
    if (found.length >= wanted) break;
    // This range has rows that did not come; those of the next one do not follow here.
    if (rows.length === wanted) return undefined;
  }
  return { records: found.slice(offset, offset + window.limit), more: found.length >= wanted };
}

/** The first window as it is, where no more is needed for it than what comes first; undefined = more is. */
export async function firstWindow(db: IDBDatabase, query: Query): Promise<readonly AnyRecord[] | undefined> {
  const { kind, where, window } = query;
  if ('after' in window) return undefined;
  // What an index finds by itself is few, and comes whole.
  if (conditionsOf(where).some(({ field }) => field === 'id' || isIndexed(kind, field))) return undefined;
  return (await firstPage(db, query, plainTest(where)))?.records;
}

function wayOf(query: Query): Way | undefined {
  if (query.search !== undefined && query.search.trim() !== '') return undefined;
  const order = orderOf(query);
  if (order.length !== 1) return undefined;
  const conditions = conditionsOf(query.where);
  if (query.kind === 'lead') {
    const archived = conditions.find(({ field, op }) => field === 'archivedAt' && (op === 'empty' || op === 'filled'));
    if (archived === undefined) return undefined;
    const prefix = [archived.op === 'empty' ? 0 : 1];
    return along('lead', query, order[0]!, prefix, { nextActivity: 'next' }, 1);
  }
  if (query.kind === 'deal') {
    const equal = (name: string): unknown => conditions.find(({ field, op }) => field === name && op === 'is')?.value;
    const stage = equal('stageId');
    const status = equal('status');
    if (typeof stage !== 'string' || stage === '' || typeof status !== 'string' || status === '') return undefined;
    return along('deal', query, order[0]!, [stage, status], { nextActivity: 'next', rank: 'rank' }, 2);
  }
  return undefined;
}

function along(
  kind: Way['kind'],
  query: Query,
  { field, descending = false }: Order,
  prefix: IDBValidKey[],
  indexes: Readonly<Record<string, string>>,
  covered: number,
): Way | undefined {
  const index = indexes[descending ? `${field} desc` : field];
  if (index === undefined) return undefined;
  const { today, where } = query;
  const exact = isPlainAll(where) && conditionsOf(where).length === covered;
  if (field !== 'nextActivity') return { kind, index, exact, ranges: [IDBKeyRange.bound(prefix, [...prefix, []])] };
  const between = (from: string, to: string): IDBKeyRange =>
    IDBKeyRange.bound([...prefix, from], [...prefix, to], false, true);
  // The due is kept as `<day>T<time>`: what is of today lies between T and the letter after it.
  return {
    kind,
    index,
    exact,
    ranges: [
      between('0', `${today}T`),
      between(`${today}T`, `${today}U`),
      between('', '0'),
      between(`${today}U`, '\uffff'),
    ],
  };
}
