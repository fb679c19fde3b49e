/**
 * From layout 8 to 9: what a row of the changelog is found by says when it was done, so that the newest are found without a look at
 * all. A long history takes a while to be written anew: that is done bit by bit when the page is idle, in this visit or the next
 * ones. Until then what earlier versions wrote is found by what they wrote.
 */
import { isLog, isStamped, stamped, type Pack } from './log.js';
import { COMMITS, META, type Row } from './stores.js';
import { result, results, transact } from './transact.js';

/** Under which `META` has how far it is: true = all are. */
export const STAMPED = 'stamped';

type Far = true | readonly [name: 'changelog' | typeof COMMITS, after: IDBValidKey | null];

/** Rows of one transaction: commits wait for it. */
const slice = 200;

/** Once all are, they stay so: older versions may not write any more. */
const known = new WeakSet<IDBDatabase>();

/** @param transaction has `META` */
export async function areStamped(transaction: IDBTransaction): Promise<boolean> {
  const { db } = transaction;
  if (!known.has(db) && (await result(transaction.objectStore(META).get(STAMPED))) === true) known.add(db);
  return known.has(db);
}

export async function stampEntries(db: IDBDatabase): Promise<void> {
  let done = await transact(db, [META], 'readonly', 'relaxed', areStamped);
  while (!done) done = await transact(db, ['changelog', COMMITS, META], 'readwrite', 'relaxed', step);
}

/** @returns whether that was the last one */
async function step(transaction: IDBTransaction): Promise<boolean> {
  const meta = transaction.objectStore(META);
  const far = ((await result(meta.get(STAMPED))) as Far | undefined) ?? ['changelog', null];
  if (far === true) return true;
  const [name, after] = far;
  const store = transaction.objectStore(name);
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const asked: readonly IDBRequest[] = [store.getAllKeys(range, slice), store.getAll(range, slice)];
  const [keys = [], rows = []] = (await results(asked)) as [IDBValidKey[]?, (Row | Pack)[]?];
  rows.forEach((row, i) => {
    if (isLog(row) && !isStamped(row)) store.put(stamped(row), ...(store.keyPath === null ? [keys[i]!] : []));
  });
  const next: Far = keys.length === slice ? [name, keys.at(-1)!] : name === COMMITS ? true : [COMMITS, null];
  meta.put(next, STAMPED);
  return next === true;
}
