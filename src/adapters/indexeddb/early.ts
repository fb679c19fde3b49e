/** Pages of the kinds there are few of: read with the first windows, before anything else is there. */
import { compareFew, isFew } from '../../domain/few.js';
import type { Page, Query } from '../../domain/query.js';
import type { AnyRecord } from '../../domain/records.js';
import { fromFirstRow } from './first-row.js';
import { plainTest } from './plain.js';
import type { Row } from './stores.js';
import { result, transact } from './transact.js';

/** @returns undefined where the query asks more of the records than to be in their order and to hold a text */
export async function fewPage(db: IDBDatabase, query: Query): Promise<Omit<Page, 'related'> | undefined> {
  const { kind, where, order, search, window } = query;
  if (!isFew(kind) || (order !== undefined && order.length > 0) || search?.trim()) return undefined;
  const test = plainTest(where);
  if (test === undefined) return undefined;
  const rows = await transact(db, [kind], 'readonly', 'relaxed', (transaction) =>
    result(transaction.objectStore(kind).getAll() as IDBRequest<Row[]>),
  );
  const all = rows
    .map((row) => fromFirstRow<AnyRecord>(kind, row))
    .filter(test)
    .sort(compareFew(kind));
  if ('offset' in window) return { records: all.slice(window.offset, window.offset + window.limit), total: all.length };
  // Where the next page begins is told by others.
  return window.after !== null || all.length > window.limit
    ? undefined
    : { records: all, total: all.length, next: null };
}
