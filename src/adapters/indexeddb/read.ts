/** Pages that are answered from few records: by id, by what they hang on, and the kinds there are never many of. */
import { comparer } from '../../domain/compare.js';
import { prepare } from '../../domain/matches.js';
import type { Condition, Page, Query, Where } from '../../domain/query.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../../domain/records.js';
import { cursorOf, rowAt } from '../local/cursor.js';
import { orderOf } from '../local/order.js';
import { expiring } from './expiry.js';
import { aboutOf, logRows } from './log-walk.js';
import { rowsOf } from './many.js';
import { isIndexed, isNoted, META, type Row } from './stores.js';
import { fromRow } from './row.js';
import { result, results, transact } from './transact.js';

/** Kinds an account has a handful of; all of them are read, which costs less than looking for some. */
const few: ReadonlySet<Kind> = new Set<Kind>([
  'user',
  'pipeline',
  'stage',
  'label',
  'field',
  'view',
  'filter',
  'projectTemplate',
  'import',
]);

/** Records whose field, the id or an indexed one, holds one of these keys; or a text up to this one. */
interface Way {
  readonly field: string;
  readonly keys: readonly Id[];
  readonly upTo?: string;
}

/** What together brings all that can match; undefined = something may match that no index finds. */
function waysOf(kind: Kind, where: Where | undefined): readonly Way[] | undefined {
  if (where === undefined) return undefined;
  if ('any' in where) {
    const parts = where.any.map((part) => waysOf(kind, part));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if ('all' in where) {
    const apart = apartWay(kind, where.all);
    if (apart !== undefined) return [apart];
    const parts = where.all.map((part) => waysOf(kind, part)).filter((part) => part !== undefined);
    return parts.sort((a, b) => keysIn(a) - keysIn(b))[0];
  }
  const { field, op, value } = where;
  const noted = isNoted(kind, field);
  if (field !== 'id' && !noted && !isIndexed(kind, field)) return undefined;
  // What has expired. A day as `value` means all of that day.
  if (op === 'lte' && isKey(value) && field !== 'id') return [{ field, keys: [], upTo: `${value}\uffff` }];
  if (noted) return undefined;
  const keys =
    op === 'is'
      ? [value]
      : op === 'in' && Array.isArray(value)
        ? (value as unknown[])
        : op === 'has'
          ? [value].flat()
          : undefined;
  // What is empty is in no index.
  if (keys === undefined || (field !== 'id' && !keys.every(isKey))) return undefined;
  return [{ field, keys: [...new Set(keys.filter(isKey))] }];
}

/** Of what hangs on a record what is shown apart: the index that finds it has nothing of the rest. */
function apartWay(kind: Kind, parts: readonly Where[]): Way | undefined {
  if (kind !== 'note' && kind !== 'activity') return undefined;
  const alone = parts.filter((part): part is Condition => 'field' in part);
  const [field, value] = kind === 'note' ? ['pinned', true] : ['done', false];
  if (!alone.some((one) => one.field === field && one.op === 'is' && one.value === value)) return undefined;
  const link = alone.find((one) => one.op === 'is' && isIndexed(kind, one.field) && isKey(one.value));
  return link && { field: 'apart', keys: [link.value as Id] };
}

const isKey = (value: unknown): value is Id => typeof value === 'string' && value !== '';
const keysIn = (ways: readonly Way[]): number =>
  ways.reduce((sum, { keys, upTo }) => sum + (upTo === undefined ? keys.length : Infinity), 0);

/** All candidates of a query that can be found without a look at all records; undefined = there is no such way. */
export async function candidates(db: IDBDatabase, query: Query): Promise<AnyRecord[] | undefined> {
  const { kind } = query;
  if (kind === 'changelog') return logRows(db, aboutOf(query.where));
  const ways = waysOf(kind, query.where);
  if (ways === undefined && !few.has(kind)) return undefined;
  const scope = kind === 'conversion' ? ([kind, META] as const) : ([kind] as const);
  return transact(db, scope, 'readonly', 'relaxed', async (transaction) => {
    const store = transaction.objectStore(kind);
    if (ways === undefined) return (await result(store.getAll() as IDBRequest<Row[]>)).map((row) => fromRow(kind, row));
    const found = new Map<Id, AnyRecord>();
    const lists = await rowsOf(
      transaction,
      ways.filter(({ keys }) => keys.length > 0).map(({ field, keys }) => ({ kind, field, keys })),
    );
    for (const { field, upTo } of ways) {
      if (upTo === undefined) continue;
      if (isNoted(kind, field)) lists.push([...(await expiring(transaction, upTo))]);
      else lists.push(await result(store.index(field).getAll(IDBKeyRange.upperBound(upTo)) as IDBRequest<Row[]>));
    }
    for (const row of lists.flat()) found.set(row.id, fromRow(kind, row));
    return [...found.values()];
  });
}

/** Records by id, in the order asked for; missing ones are left out. */
export async function getMany<K extends Kind>(db: IDBDatabase, kind: K, ids: readonly Id[]): Promise<RecordOf[K][]> {
  if (ids.length === 0) return [];
  const rows = await transact(db, [kind], 'readonly', 'relaxed', (transaction) => {
    const store = transaction.objectStore(kind);
    return results(ids.map((id) => store.get(id) as IDBRequest<Row<RecordOf[K]> | undefined>));
  });
  return rows.flatMap((row) => (row === undefined ? [] : [fromRow(kind, row)]));
}

/** The window over candidates that are all at hand. */
export function pageOf(query: Query, found: readonly AnyRecord[]): Omit<Page, 'related'> {
  const order = orderOf(query);
  const compare = comparer(order, query.kind, query.today);
  const all = found.filter(prepare(query)).sort(compare);
  const { window } = query;
  let start = 'offset' in window ? window.offset : 0;
  if ('after' in window && window.after !== null) {
    const last = rowAt(window.after);
    const next = all.findIndex((record) => compare(record, last) > 0);
    start = next === -1 ? all.length : next;
  }
  const records = all.slice(start, start + window.limit);
  const last = records.at(-1);
  return {
    records: records,
    total: all.length,
    ...('after' in window
      ? { next: last !== undefined && start + records.length < all.length ? cursorOf(last, order) : null }
      : {}),
  };
}
