/** Pages that are answered from few records: by id, by what they hang on, and the kinds there are never many of. */
import { comparer } from '../../domain/compare.js';
import { prepare } from '../../domain/matches.js';
import type { Condition, Page, Query, Where } from '../../domain/query.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../../domain/records.js';
import { cursorOf, rowAt } from '../local/cursor.js';
import { relatedIds, relatedOf, type RelatedKind } from '../local/related.js';
import { orderOf } from '../local/order.js';
import { unpacked } from './log.js';
import { isIndexed, type Row } from './stores.js';
import { fromRow, result, results, transact } from './transact.js';

/** Kinds an account has a handful of; all of them are read, which costs less than looking for some. */
const few: ReadonlySet<Kind> = new Set<Kind>(['user', 'pipeline', 'stage', 'label', 'field', 'view', 'import']);

/** The conditions that all must hold, as far as they are written side by side. */
export function conditionsOf(where: Where | undefined): readonly Condition[] {
  if (where === undefined) return [];
  if ('all' in where) return where.all.flatMap((part) => ('all' in part || !('any' in part) ? conditionsOf(part) : []));
  return 'any' in where ? [] : [where];
}

/** All candidates of a query that can be found without a look at all records; undefined = there is no such way. */
export async function candidates(db: IDBDatabase, query: Query): Promise<AnyRecord[] | undefined> {
  const { kind } = query;
  const conditions = conditionsOf(query.where);
  if (kind === 'changelog') return logRows(db, conditions);
  const ids = idsOf(conditions);
  if (ids !== undefined) return getMany(db, kind, ids);
  const link = conditions.find(
    ({ field, op, value }) => op === 'is' && typeof value === 'string' && value !== '' && isIndexed(kind, field),
  );
  if (link === undefined && !few.has(kind)) return undefined;
  return transact(db, [kind], 'readonly', 'relaxed', async (transaction) => {
    const store = transaction.objectStore(kind);
    const rows = await result(
      (link === undefined ? store.getAll() : store.index(link.field).getAll(link.value as string)) as IDBRequest<Row[]>,
    );
    return rows.map((row) => fromRow(kind, row));
  });
}

/** Rows that tell of one record, or all: nothing but a record's own history is asked for often. */
function logRows(db: IDBDatabase, conditions: readonly Condition[]): Promise<AnyRecord[]> {
  const of = conditions.find(({ field, op, value }) => field === 'recordId' && op === 'is' && typeof value === 'string')
    ?.value as Id | undefined;
  return transact(db, ['changelog'], 'readonly', 'relaxed', async (transaction) => {
    const store = transaction.objectStore('changelog');
    const lists = await results<Row[]>(
      of === undefined ? [store.getAll()] : [store.index('recordIds').getAll(of), store.index('recordId').getAll(of)],
    );
    return lists.flat().flatMap(unpacked);
  });
}

function idsOf(conditions: readonly Condition[]): readonly Id[] | undefined {
  for (const { field, op, value } of conditions) {
    if (field !== 'id') continue;
    if (op === 'is' && typeof value === 'string') return [value];
    if (op === 'in' && Array.isArray(value))
      return [...new Set(value.filter((id): id is string => typeof id === 'string'))];
  }
  return undefined;
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

/** The records that the rows name, in one transaction. */
export async function relate(db: IDBDatabase, records: readonly AnyRecord[]): Promise<Page['related']> {
  const ids = relatedIds(records);
  const named = (['person', 'organization', 'user', 'label'] as const).filter((kind) => ids[kind].size > 0);
  if (named.length === 0) return relatedOf({ person: [], organization: [], user: [], label: [] });
  const found = await transact(db, named, 'readonly', 'relaxed', async (transaction) => {
    const wanted = named.flatMap((kind) => [...ids[kind]].map((id) => [kind, id] as const));
    const rows = await results(
      wanted.map(([kind, id]) => transaction.objectStore(kind).get(id) as IDBRequest<Row | undefined>),
    );
    const lists: { [K in RelatedKind]: RecordOf[K][] } = { person: [], organization: [], user: [], label: [] };
    wanted.forEach(([kind], i) => {
      const row = rows[i];
      if (row !== undefined) (lists[kind] as AnyRecord[]).push(fromRow(kind, row));
    });
    return lists;
  });
  return relatedOf(found);
}
