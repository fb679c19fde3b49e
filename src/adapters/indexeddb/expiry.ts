/**
 * Which receipts of conversions expire when: one small row a commit, beside the counter of commits. An index would be paid for
 * with every lead that is converted, to be asked once in a while.
 *
 * A row only says where to look: a receipt that was written again since may be kept for longer, or be gone.
 */
import type { AnyRecord, Conversion, Id } from '../../domain/records.js';
import { fromRow } from './row.js';
import { META, type Row } from './stores.js';
import { results } from './transact.js';

const PREFIX = 'expires ';

/** @param call a text that no other commit has */
export function noteExpiry(meta: IDBObjectStore, written: Iterable<AnyRecord | null>, call: string): void {
  const ids = new Map<string, Id[]>();
  for (const receipt of written) {
    // One without a date (an older version wrote none) is kept.
    if (receipt === null || (receipt as Conversion).expiresAt === '') continue;
    const { id, expiresAt } = receipt as Conversion;
    const together = ids.get(expiresAt);
    if (together === undefined) ids.set(expiresAt, [id]);
    else together.push(id);
  }
  for (const [expiresAt, together] of ids) meta.put(together, `${PREFIX}${expiresAt} ${call}`);
}

/** The keys of the rows up to this instant; `count` at most, the earliest first. */
export function expiryKeys(transaction: IDBTransaction, upTo: string, count?: number): IDBRequest<IDBValidKey[]> {
  return transaction.objectStore(META).getAllKeys(rangeOf(upTo), count);
}

const rangeOf = (upTo: string): IDBKeyRange => IDBKeyRange.bound(PREFIX, `${PREFIX}${upTo}`);

/** The receipts that expire up to this instant. */
export async function expiring(transaction: IDBTransaction, upTo: string): Promise<readonly Row[]> {
  const store = transaction.objectStore('conversion');
  const [early = [], noted = []] = await results<unknown[]>([
    store.index('expiresAt').getAll(IDBKeyRange.upperBound(upTo)),
    transaction.objectStore(META).getAll(rangeOf(upTo)),
  ]);
  const rows = await results([...new Set((noted as Id[][]).flat())].map((id) => store.get(id)));
  return [...(early as Row[]), ...(rows as (Row | undefined)[]).filter((row) => row !== undefined)];
}

/** Takes out the receipts that one row names, and the row, as far as they have expired. */
export async function sweepNoted(transaction: IDBTransaction, key: IDBValidKey, instant: string): Promise<void> {
  const meta = transaction.objectStore(META);
  const store = transaction.objectStore('conversion');
  const [ids = []] = (await results([meta.get(key)])) as (readonly Id[] | undefined)[];
  const rows = (await results(ids.map((id) => store.get(id)))) as (Row<Conversion> | undefined)[];
  for (const row of rows) {
    if (row !== undefined && fromRow('conversion', row).expiresAt < instant) store.delete(row.id);
  }
  meta.delete(key);
}

/** A row without ids of receipts that were erased; null = there are none left. @returns the value itself where nothing is to be done */
export function withoutGoneIds(key: IDBValidKey, value: unknown, isGone: (id: Id) => boolean): unknown {
  if (typeof key !== 'string' || !key.startsWith(PREFIX)) return value;
  const ids = value as readonly Id[];
  const left = ids.filter((id) => !isGone(id));
  return left.length === ids.length ? value : left.length === 0 ? null : left;
}
