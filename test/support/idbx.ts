/**
 * An IDBFactory that fails as browsers do, over the real one. Faults are switched on and off while it is in use.
 * Real databases, real transactions: only the outcome of the chosen calls is replaced.
 */
export interface Idbx {
  readonly factory: () => IDBFactory;
  /** What the next opens do, first come first served; afterwards they work. */
  readonly opens: OpenFault[];
  /** Every open that was asked for, with its version. */
  readonly opened: (number | undefined)[];
  /** Connections handed out that have not been closed. */
  readonly live: Set<IDBDatabase>;
  /** What transactions were asked for. */
  readonly transactions: {
    readonly stores: readonly string[];
    readonly mode: IDBTransactionMode;
    readonly options: IDBTransactionOptions | undefined;
  }[];
  /** Aborts write transactions: called with the count of them, from 0; answers with the reason, or undefined to let it pass. */
  abortWrite: ((nth: number) => AbortReason | undefined) | undefined;
  /** Write transactions that are stored, while their end is told as an abort: the connection was lost in between. */
  loseEnd: ((nth: number) => boolean) | undefined;
  /** Called before each transaction; may throw what `transaction()` is to throw, or close the connection. */
  beforeTransaction: ((db: IDBDatabase, nth: number) => void) | undefined;
  /** Kills all connections as the browser does, with a `close` event. */
  kill(): void;
  /** Lets opens that were held go on. */
  release(): void;
}

export type OpenFault =
  | { readonly throws: DOMException | Error }
  | { readonly fails: DOMException }
  | 'never'
  /** Fires `blocked`, and goes on at `release()`. */
  | 'blocked'
  /** Answers at `release()`. */
  | 'held';
export type AbortReason = DOMException | 'null';

export function idbx(): Idbx {
  const held: (() => void)[] = [];
  let writes = 0;
  let begun = 0;
  const rig: Idbx = {
    factory: () => factory,
    opens: [],
    opened: [],
    live: new Set(),
    transactions: [],
    abortWrite: undefined,
    loseEnd: undefined,
    beforeTransaction: undefined,
    kill() {
      for (const db of [...rig.live]) {
        IDBDatabase.prototype.close.call(db);
        rig.live.delete(db);
        db.dispatchEvent(new Event('close'));
      }
    },
    release() {
      for (const go of held.splice(0)) go();
    },
  };

  const watch = (db: IDBDatabase): IDBDatabase => {
    rig.live.add(db);
    db.close = () => {
      rig.live.delete(db);
      IDBDatabase.prototype.close.call(db);
    };
    db.transaction = (stores, mode = 'readonly', options) => {
      rig.transactions.push({ stores: typeof stores === 'string' ? [stores] : [...stores], mode, options });
      rig.beforeTransaction?.(db, begun++);
      const transaction = IDBDatabase.prototype.transaction.call(db, stores, mode, options);
      if (mode === 'readwrite') {
        const nth = writes++;
        if (rig.loseEnd?.(nth) === true) lose(transaction);
        spoil(transaction, rig.abortWrite?.(nth));
      }
      return transaction;
    };
    return db;
  };

  /** The transaction aborts after its first write, and says why. */
  const spoil = (transaction: IDBTransaction, reason: AbortReason | undefined): void => {
    if (reason === undefined) return;
    Object.defineProperty(transaction, 'error', { value: reason === 'null' ? null : reason });
    const { put } = IDBObjectStore.prototype;
    const { objectStore } = IDBTransaction.prototype;
    transaction.objectStore = (name) => {
      const store = objectStore.call(transaction, name);
      store.put = (value: unknown, key?: IDBValidKey) => {
        const request = key === undefined ? put.call(store, value) : put.call(store, value, key);
        queueMicrotask(() => {
          try {
            transaction.abort();
          } catch {
            // It has been aborted already.
          }
        });
        return request;
      };
      return store;
    };
  };

  const lose = (transaction: IDBTransaction): void => {
    transaction.addEventListener('complete', (event) => void transaction.onabort?.(event));
    Object.defineProperty(transaction, 'oncomplete', { value: null, writable: true });
  };

  const open = (name: string, version?: number): IDBOpenDBRequest => {
    rig.opened.push(version);
    const fault = rig.opens.shift();
    if (typeof fault === 'object' && 'throws' in fault) throw fault.throws;
    const stage = new Stage();
    if (fault === 'never') return stage as unknown as IDBOpenDBRequest;
    if (typeof fault === 'object') {
      stage.error = fault.fails;
      queueMicrotask(() => stage.fire(new Event('error', { cancelable: true })));
      return stage as unknown as IDBOpenDBRequest;
    }
    if (fault === undefined) stage.follow(name, version, watch);
    else {
      if (fault === 'blocked') queueMicrotask(() => stage.fire(new Event('blocked')));
      held.push(() => stage.follow(name, version, watch));
    }
    return stage as unknown as IDBOpenDBRequest;
  };
  const factory = {
    open,
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    cmp: (a: unknown, b: unknown) => indexedDB.cmp(a, b),
    databases: () => indexedDB.databases(),
  };
  return rig;
}

/** An open request whose events come when they are told to. */
class Stage {
  result: IDBDatabase | undefined;
  error: DOMException | null = null;
  transaction: IDBTransaction | null = null;
  onsuccess: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onblocked: ((event: Event) => void) | null = null;
  onupgradeneeded: ((event: Event) => void) | null = null;

  fire(event: Event): void {
    this[`on${event.type}` as 'onsuccess']?.(event);
  }

  follow(name: string, version: number | undefined, watch: (db: IDBDatabase) => IDBDatabase): void {
    const real = indexedDB.open(name, version);
    real.onupgradeneeded = (event) => {
      this.result = real.result;
      this.transaction = real.transaction;
      this.fire(event);
    };
    real.onblocked = (event) => this.fire(event);
    real.onsuccess = (event) => {
      this.result = watch(real.result);
      this.fire(event);
    };
    real.onerror = (event) => {
      this.error = real.error;
      this.fire(event);
    };
  }
}

/** Makes a database as a later version of the kit would leave it behind. */
export function laterVersion(
  name: string,
  version: number,
  change: (db: IDBDatabase, transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => change(request.result, request.transaction!);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error!);
  });
}
