import type { IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';

/** Databases that tests have made, with the adapter that works with each: after every test they are closed and deleted. */
export function databases(): { name: string; adapter: IndexedDbAdapter }[] {
  const made: { name: string; adapter: IndexedDbAdapter }[] = [];
  afterEach(async () => {
    for (const { name, adapter } of made.splice(0)) {
      adapter.close();
      await new Promise<void>((done) => {
        const gone = indexedDB.deleteDatabase(name);
        gone.onsuccess = gone.onerror = gone.onblocked = () => done();
      });
    }
  });
  return made;
}

/** What lies in the database, past the adapter. */
export async function rows<T>(name: string, store: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(store, 'readwrite');
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error!);
    });
  } finally {
    db.close();
  }
}
