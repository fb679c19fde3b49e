/** One attempt at opening the database, which may be blocked, never answer, or answer too late. */
import type { AdapterClock } from '../local/clock.js';
import { isOurs, upgrade } from './upgrade.js';

/** `open()` has not answered at all (Safari 14 did that on the first open of a page). */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Another application's database of that name. It is left as it is: a higher version would lock that one out. */
export class Foreign extends Error {
  override readonly name = 'Foreign';
}

export interface Attempt {
  readonly factory: () => IDBFactory;
  readonly name: string;
  /** undefined = whatever is on the disk. */
  readonly version: number | undefined;
  readonly clock: AdapterClock;
  /** Milliseconds until an open that shows no sign of life is given up. */
  readonly limit: number;
  /** Another tab holds an older version; the open goes on by itself when that tab closes. */
  readonly onBlocked: () => void;
}

export interface Opened {
  readonly db: IDBDatabase;
  /** It did not exist before. */
  readonly fresh: boolean;
}

export function openOnce({ factory, name, version, clock, limit, onBlocked }: Attempt): Promise<Opened> {
  return new Promise((resolve, reject) => {
    // Reading `indexedDB` throws where cookies are blocked, and so may `open`.
    const request = factory().open(name, version);
    let fresh = false;
    let over = false;
    const end = (): boolean => {
      stop();
      if (over) return false;
      over = true;
      return true;
    };
    const stop = clock.after(limit, () => {
      if (end()) reject(new NoAnswer(`indexedDB.open("${name}") does not answer.`));
    });
    request.onblocked = () => {
      stop();
      if (!over) onBlocked();
    };
    request.onupgradeneeded = (event) => {
      stop();
      const transaction = request.transaction!;
      if (over) return transaction.abort();
      fresh = event.oldVersion === 0;
      if (!fresh && !isOurs(request.result)) {
        transaction.abort();
        if (end()) reject(new Foreign('The database is somebody else’s.'));
        return;
      }
      upgrade(request.result, transaction, clock.now(), event.oldVersion);
    };
    request.onsuccess = () => {
      if (end()) resolve({ db: request.result, fresh });
      // Nobody waits for it any more, and an open connection would block others.
      else request.result.close();
    };
    request.onerror = (event) => {
      // Else Firefox reports it as an error of the page.
      event.preventDefault();
      if (end()) reject(request.error ?? new DOMException('The database could not be opened.', 'UnknownError'));
    };
  });
}
