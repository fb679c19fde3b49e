/**
 * Transactions, with the one rule that keeps them alive: inside, nothing but requests of the same transaction is awaited.
 * Requests of one batch are issued at once and only the last is listened to, for they finish in order.
 */
import type { Asking, Need } from '../local/commit.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import { normaliseAny } from '../local/schema.js';
import { NativePromise } from './native-promise.js';
import type { Row, StoreName } from './stores.js';

export type Durability = 'strict' | 'relaxed';

/**
 * Runs work in one transaction and waits until it is stored (or, for reads, done).
 * @throws the reason of the abort where there is one (quota hides behind an AbortError of the requests), else what work threw
 */
export async function transact<T>(
  db: IDBDatabase,
  stores: readonly StoreName[],
  mode: 'readonly' | 'readwrite',
  durability: Durability,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction([...stores], mode, { durability });
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
  if (last === undefined) return Promise.resolve([]);
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

/** The record of a row: private columns taken off, missing fields filled in. The row is a copy of our own, so it may be edited. */
export function fromRow<R extends AnyRecord>(kind: Kind, row: Row<R>): R {
  delete (row as { _?: unknown })._;
  return normaliseAny(kind, row) as R;
}

/** Drives a commit's generator inside a transaction, from this step on. */
export async function answerNeeds<T>(
  transaction: IDBTransaction,
  asking: Asking<T>,
  from: IteratorResult<readonly Need[], T>,
): Promise<T> {
  let step = from;
  while (step.done !== true) step = asking.next(await lookUp(transaction, step.value));
  return step.value;
}

/** One list of records for each need. */
export async function lookUp(transaction: IDBTransaction, needs: readonly Need[]): Promise<AnyRecord[][]> {
  const found = await results(needs.map((need) => request(transaction, need)));
  return found.map((answer, i) => {
    const { kind } = needs[i]!;
    const rows = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
    return rows.map((row) => fromRow(kind, row));
  });
}

function request(transaction: IDBTransaction, need: Need): IDBRequest<Row | Row[] | undefined> {
  const store = transaction.objectStore(need.kind);
  const asked: IDBRequest = 'id' in need ? store.get(need.id) : store.index(need.by).getAll(need.value);
  return asked as IDBRequest<Row | Row[] | undefined>;
}
