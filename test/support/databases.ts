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
