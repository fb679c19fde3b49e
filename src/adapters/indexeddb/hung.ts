/**
 * What has happened on one lead or deal, the newest first: notes by when they were written, activities by when they were done. An
 * index has them in that order, so that a window costs the same with ten thousand of them as with ten, and the storage counts them.
 */
import { comparer } from '../../domain/compare.js';
import { defaultOrder } from '../../domain/default-order.js';
import type { Page, Query } from '../../domain/query.js';
import type { Activity, AnyRecord, Id, Kind } from '../../domain/records.js';
import { conditionsOf } from './first.js';
import { fromRow } from './row.js';
import type { Row } from './stores.js';
import { result, transact } from './transact.js';

interface Way {
  readonly kind: 'note' | 'activity';
  readonly index: string;
  readonly id: Id;
}

/** @returns undefined = it asks something else */
export async function hungPage(db: IDBDatabase, query: Query): Promise<Omit<Page, 'related'> | undefined> {
  const { window } = query;
  const way = 'offset' in window && window.limit > 0 ? wayOf(query) : undefined;
  if (way === undefined || !('offset' in window)) return undefined;
  const { kind, index, id } = way;
  return transact(db, [kind], 'readonly', 'relaxed', async (transaction) => {
    const store = transaction.objectStore(kind);
    const newest = store.index(index);
    const all = IDBKeyRange.bound([id], [id, []]);
    const pointer = newest.openKeyCursor(all, 'prev');
    // Asked for last: when it is answered, both are.
    const apart = kind === 'activity' ? (store.index('apart').getAll(id) as IDBRequest<Row<Activity>[]>) : null;
    await result<unknown>((apart ?? pointer) as IDBRequest);
    let cursor = pointer.result;
    // Done at no time, or not done and at one: the index does not tell them from the others.
    if (apart?.result.some(({ done, doneAt }) => done || Boolean(doneAt))) return undefined;
    if (cursor !== null && window.offset > 0) {
      cursor.advance(window.offset);
      cursor = await result(pointer);
    }
    // Beyond the end there are none to show, and yet some to count.
    if (cursor === null) return { records: [], total: window.offset > 0 ? await result(newest.count(all)) : 0 };
    const last = cursor.key;
    if (window.limit > 1) {
      cursor.advance(window.limit - 1);
      cursor = await result(pointer);
    }
    // Of the same instant there may be many: all of them, since it is their ids that say which come first.
    const asked = newest.getAll(IDBKeyRange.bound(cursor?.key ?? [id], last)) as IDBRequest<Row[]>;
    const before = newest.count(IDBKeyRange.bound(last, [id, []], true));
    // Thousands take the storage longer than all else that a detail asks for at once: that is not to wait behind it.
    const counted = newest.count(all);
    const total = await result(counted);
    const skipped = before.result;
    const compare = comparer(query.order, kind, query.today);
    const records = asked.result.map((row) => fromRow<AnyRecord>(kind, row)).sort(compare);
    const start = window.offset - skipped;
    return { records: records.slice(start, start + window.limit), total };
  });
}

/** By which field and in which order either kind is told. */
const told: { readonly [K in Kind]?: { readonly by: string; readonly also: string | null } } = {
  note: { by: 'createdAt', also: null },
  activity: { by: 'doneAt', also: 'done' },
};

function wayOf({ kind, where, order, search }: Query): Way | undefined {
  const how = told[kind];
  if (how === undefined || search?.trim()) return undefined;
  const [first, ...more] = order?.length ? order : defaultOrder(kind);
  if (first?.field !== how.by || first.descending !== true || first.ranks || more.length > 0) return undefined;
  const conditions = conditionsOf(where);
  const link = conditions.find((one) => one?.field === 'leadId' || one?.field === 'dealId');
  const done = conditions.find((one) => one !== link);
  if (link?.op !== 'is' || typeof link.value !== 'string' || link.value === '') return undefined;
  if (conditions.length !== (how.also === null ? 1 : 2)) return undefined;
  if (how.also !== null && !(done?.field === how.also && done.op === 'is' && done.value === true)) return undefined;
  return { kind: kind as Way['kind'], id: link.value, index: link.field === 'leadId' ? 'leadTold' : 'dealTold' };
}
