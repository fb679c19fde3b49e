/** How a database is made, and made whole. */
import { kinds } from '../../domain/records.js';
import { indexes, KEYS, META } from './stores.js';

/** The oldest version that may write into this layout. */
export const oldestWriter = 1;

/** Makes what is missing; asks for no version but the one that is there, so it mends a half-made database as well. */
export function upgrade(db: IDBDatabase, transaction: IDBTransaction): void {
  for (const kind of kinds) {
    const store = db.objectStoreNames.contains(kind)
      ? transaction.objectStore(kind)
      : db.createObjectStore(kind, { keyPath: 'id' });
    for (const [name, path] of Object.entries(indexes[kind] ?? {})) {
      if (!store.indexNames.contains(name))
        store.createIndex(name, typeof path === 'string' ? path : [...path], { multiEntry: name === 'recordIds' });
    }
  }
  if (!db.objectStoreNames.contains(META)) db.createObjectStore(META);
  if (!db.objectStoreNames.contains(KEYS)) db.createObjectStore(KEYS).createIndex('at', 'at');
  transaction.objectStore(META).put(oldestWriter, 'oldestWriter');
}

/** Nothing in it is anybody else's: an opening that was broken off left it half-made, or a page opened it without any store. */
export function isOurs(db: IDBDatabase): boolean {
  const names: readonly string[] = [...kinds, META, KEYS];
  return [...db.objectStoreNames].every((name) => names.includes(name));
}
