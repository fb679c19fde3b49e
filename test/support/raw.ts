/**
 * Every key, value and key of an index in every object store, past the adapter, as one text; and what the page keeps besides. All in
 * one function: tests of whole browsers give it to a page.
 */
export async function raw(name: string): Promise<string> {
  /** What a file holds is bytes, which no text of them would show. */
  const written = (value: unknown): unknown => {
    const { bytes } = Object(value) as { readonly bytes?: unknown };
    return bytes instanceof ArrayBuffer ? new TextDecoder().decode(bytes) : value;
  };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
  const found: unknown[] = [];
  try {
    for (const storeName of db.objectStoreNames) {
      const store = db.transaction(storeName).objectStore(storeName);
      for (const source of [store, ...[...store.indexNames].map((index) => store.index(index))])
        await new Promise<void>((resolve, reject) => {
          const request = source.openCursor();
          request.onerror = () => reject(request.error!);
          request.onsuccess = () => {
            const cursor = request.result;
            if (cursor === null) return resolve();
            found.push([storeName, cursor.key, cursor.primaryKey, written(cursor.value)]);
            cursor.continue();
          };
        });
    }
  } finally {
    db.close();
  }
  const kept = [localStorage, sessionStorage].map((storage) => ({ ...storage }));
  return JSON.stringify([found, kept]);
}
