/**
 * Transactions, with the one rule that keeps them alive: inside, nothing but requests of the same transaction is awaited.
 * Requests of one batch are issued at once and only the last is listened to, for they finish in order.
 */
import { beginIn } from './ask.js';
import { NativePromise } from './native-promise.js';
import type { StoreName } from './stores.js';

export type Durability = 'strict' | 'relaxed';

/**
 * Runs work in one transaction and, where it writes, waits until that is stored.
 * @throws the reason of the abort where there is one (quota hides behind an AbortError of the requests), else what work threw
 */
export async function transact<T>(
  db: IDBDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  durability: Durability,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = beginIn(db, [...stores], mode, { durability });
  const done = ended(transaction);
  // It may reject while a request is awaited: without a handler that is an unhandled rejection in the host's page.
  done.catch(() => undefined);
  let result: T;
  try {
    result = await work(transaction);
  } catch (thrown) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself; `done` says why.
    }
    await done.catch(() => undefined);
    throw transaction.error ?? thrown;
  }
  // What was read is here: that the transaction ends as well is of no interest.
  if (mode === 'readonly') return result;
  // Not `transaction.commit()`, though it saves one way there and back: Firefox then stores the rest of a transaction in which
  // a write failed (a key that exists, a full disk).
  await done;
  return result;
}

/** Rejects with the reason of the abort, which is known only at `abort`: at the `error` before it, it is not set yet. */
function ended(transaction: IDBTransaction): Promise<void> {
  return new NativePromise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
}

/** The results of requests that were issued in this order in one transaction. */
export function results<T>(requests: readonly IDBRequest<T>[]): Promise<T[]> {
  const last = requests.at(-1);
  // The native one here, too: to wait for another would outlive the transaction (R18).
  if (last === undefined) return NativePromise.resolve([]);
  return new NativePromise((resolve, reject) => {
    // The first to fail aborts the transaction, and with it the last one.
    last.onerror = () => reject(last.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
    last.onsuccess = () => resolve(requests.map((request) => request.result));
  });
}

export async function result<T>(request: IDBRequest<T>): Promise<T> {
  const [value] = await results([request]);
  return value as T;
}
