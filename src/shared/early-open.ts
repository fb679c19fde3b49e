/**
 * Begins to open a database while the code that works with it is on its way: the one takes as long as the other. Only one
 * that is there is opened; to make one, and to tell what is wrong with it, is left to that code.
 */
import { Code } from './code.js';

const begun = new Map<string, Promise<IDBDatabase | null>>();
/** Milliseconds after which nobody is expected any more to take what was begun. */
const UNTAKEN = 10_000;

export const databaseCode = new Code(() => import('../adapters/indexeddb/begin.js'));

/** Begins to fetch the code for a database, and to open it, while elements are made and drawn. */
export function expectDatabase(name: string): void {
  if (!databaseCode.here) beginToOpen(name);
  // Told by who opens it.
  databaseCode.need().catch(() => undefined);
}

export function beginToOpen(name: string): void {
  if (begun.has(name)) return;
  const opened = attempt(name);
  begun.set(name, opened);
  setTimeout(() => {
    if (begun.get(name) === opened) void takeOpened(name)?.then((db) => db?.close());
  }, UNTAKEN);
}

/** What {@link beginToOpen} has begun, once: whoever takes it closes it. null = it has come to nothing. */
export function takeOpened(name: string): Promise<IDBDatabase | null> | undefined {
  const opened = begun.get(name);
  begun.delete(name);
  return opened;
}

function attempt(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => {
        const db = request.result;
        // Nobody who wants to change or delete it waits for a page that has not begun to work with it.
        db.onversionchange = () => db.close();
        resolve(db);
      };
      request.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
    } catch {
      resolve(null);
    }
  });
}
