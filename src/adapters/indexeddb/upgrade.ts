/** How a database is made, and made whole. */
import { kinds } from '../../domain/records.js';
import { reorder } from './reorder.js';
import { setApart } from './set-apart.js';
import { STAMPED } from './stamp-entries.js';
import { tellDeals } from './tell-deals.js';
import { BLOBS, COMMITS, indexes, isMulti, KEYS, META, storeNames } from './stores.js';

/** The oldest version that may write into this layout: those before leave files behind where what they hang on goes. */
export const oldestWriter = 10;

/**
 * Makes what is missing; asks for no version but the one that is there, so it mends a half-made database as well.
 * @param now milliseconds since 1970
 * @param from the version it had; 0 = it is new
 */
export function upgrade(db: IDBDatabase, transaction: IDBTransaction, now: number, from = 0): void {
  for (const kind of kinds) {
    const store = db.objectStoreNames.contains(kind)
      ? transaction.objectStore(kind)
      : db.createObjectStore(kind, { keyPath: 'id' });
    for (const [name, path] of Object.entries(indexes[kind] ?? {})) {
      if (!store.indexNames.contains(name))
        store.createIndex(name, typeof path === 'string' ? path : [...path], { multiEntry: isMulti(name) });
    }
  }
  if (!db.objectStoreNames.contains(META)) db.createObjectStore(META);
  if (!db.objectStoreNames.contains(KEYS)) db.createObjectStore(KEYS).createIndex('at', 'at');
  if (!db.objectStoreNames.contains(BLOBS)) db.createObjectStore(BLOBS);
  if (!db.objectStoreNames.contains(COMMITS)) {
    db.createObjectStore(COMMITS, { autoIncrement: true }).createIndex('recordIds', 'recordIds', { multiEntry: true });
    startCounting(transaction, now);
  }
  if (from > 0 && from < 4) reorder(transaction);
  if (from > 0 && from < 6) setApart(transaction);
  if (from > 0 && from < 8) tellDeals(transaction);
  const meta = transaction.objectStore(META);
  if (from === 0) meta.put(true, STAMPED);
  else if (from < 9) meta.delete(STAMPED);
  meta.put(oldestWriter, 'oldestWriter');
}

/**
 * A new database begins where the clock stands: one that was deleted has certainly not counted that far. One of the first
 * version goes on where it stood.
 */
function startCounting(transaction: IDBTransaction, now: number): void {
  const asked = transaction.objectStore(META).get('revision') as IDBRequest<{ readonly revision: number } | undefined>;
  asked.onsuccess = () =>
    transaction.objectStore(COMMITS).put({}, Math.max(Math.trunc(now), asked.result?.revision ?? 0));
}

/** Nothing in it is anybody else's: an opening that was broken off left it half-made, or a page opened it without any store. */
export function isOurs(db: IDBDatabase): boolean {
  return [...db.objectStoreNames].every((name) => storeNames.includes(name));
}
