/**
 * Begins to open a database while the page's code is run: the one takes as long as the other. Only one that is there is
 * opened; to make one, and to tell what is wrong with it, is left to the adapter.
 */
const begun = new Map<string, Promise<IDBDatabase | null>>();
/** Milliseconds after which nobody is expected any more to take what was begun. */
const UNTAKEN = 10_000;

export function beginToOpen(name: string): void {
  if (begun.has(name)) return;
  const opened = openExisting(name);
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

/** As it is there, in whatever version; null = it is not, or cannot be opened. */
export function openExisting(name: string): Promise<IDBDatabase | null> {
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
