/** The one place where transactions are begun. */
export function beginIn(
  db: IDBDatabase,
  stores: string | readonly string[],
  mode?: 'readonly' | 'readwrite',
  options?: IDBTransactionOptions,
): IDBTransaction {
  return db.transaction(stores as string | string[], mode, options);
}

/** The answers of one transaction that only reads, from one store. */
export function ask<T>(
  db: IDBDatabase,
  name: string,
  requests: (store: IDBObjectStore) => readonly IDBRequest<T>[],
): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const transaction = beginIn(db, name);
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
    const asked = requests(transaction.objectStore(name));
    // They finish in order.
    asked.at(-1)!.onsuccess = () => resolve(asked.map(({ result }) => result));
  });
}
