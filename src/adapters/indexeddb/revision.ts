/**
 * How many commits the database has seen. Each adds one row, which the storage gives the next number: nothing has to be read
 * for that, and what a small commit adds to the changelog is in the same row, so that an edit writes two rows and not three.
 */
import type { Pack } from './log.js';
import { COMMITS, META } from './stores.js';
import { result, transact } from './transact.js';

/** One commit, under its number. The row that a database begins with is empty: it only says where the counting starts. */
export interface CommitRow extends Partial<Pack> {
  /** Which call made it: after a connection was lost in the middle, whether it went through. */
  readonly call?: string;
}

/** Under which `META` has the number of the commit by which somebody was last erased: tabs that missed it find out. */
export const ERASED = 'erased';

/** The number of the commit by which somebody was last erased; 0 = nobody ever was. */
export async function lastErasedIn(transaction: IDBTransaction): Promise<number> {
  const number = (await result(transaction.objectStore(META).get(ERASED))) as number | undefined;
  return number ?? 0;
}

/** The same, of the commit by which all was emptied last: what is asked for before it is not written after it. */
export const FORGOTTEN = 'forgotten';

/** The number of the commit by which all was emptied last; 0 = it never was. */
export async function forgottenIn(transaction: IDBTransaction): Promise<number> {
  const number = (await result(transaction.objectStore(META).get(FORGOTTEN))) as number | undefined;
  return number ?? 0;
}

/** How far back a call is looked for: others may have committed meanwhile. */
const remembered = 12;

/** How many commits the database has seen. */
export function revisionOf(db: IDBDatabase): Promise<number> {
  return transact(db, [COMMITS], 'readonly', 'relaxed', lastOf);
}

/** Its number. */
export async function lastOf(transaction: IDBTransaction): Promise<number> {
  const last = await result(transaction.objectStore(COMMITS).openKeyCursor(null, 'prev'));
  return (last?.key ?? 0) as number;
}

/** Has this call been stored? Asked only where one is begun a second time. */
export async function isCommitted(transaction: IDBTransaction, call: string): Promise<boolean> {
  const range = IDBKeyRange.lowerBound((await lastOf(transaction)) - remembered, true);
  const rows = (await result(transaction.objectStore(COMMITS).getAll(range))) as CommitRow[];
  return rows.some((row) => row.call === call);
}
