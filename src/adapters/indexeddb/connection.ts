/**
 * The one place that opens, loses and reopens the connection. Everybody else says what to do with a database and gets the
 * result, or a `CrmError`: never a promise that stays pending.
 */
import type { StorageNotice } from '../adapter.js';
import { CrmError } from '../../domain/errors.js';
import { pause, within, type AdapterClock } from '../local/clock.js';
import { asStorageError, isDeadConnection, isNewerOnDisk, isNoStorage } from './faults.js';
import { Foreign, NoAnswer, openOnce, type Opened } from './open.js';
import { isComplete, META, version } from './stores.js';
import { result, transact } from './transact.js';
import { isOurs } from './upgrade.js';

export interface Limits {
  /** An open that gives no sign of life is tried a second time after this, then given up. */
  readonly open: number;
  /** A call that waits for a blocked open is answered with `unavailable` after this; the open itself goes on. */
  readonly blocked: number;
  /** Waiting times before the connection is opened anew. */
  readonly backOff: readonly number[];
}
export const defaultLimits: Limits = { open: 2_000, blocked: 8_000, backOff: [40, 250, 1_000] };

export interface ConnectionOptions {
  readonly name: string;
  readonly factory: () => IDBFactory;
  readonly clock: AdapterClock;
  readonly limits: Limits;
  readonly onNotice: (notice: StorageNotice | null) => void;
  /** One that is being opened already; null = it has come to nothing. */
  readonly opened: Promise<IDBDatabase | null> | undefined;
  /** Each time a connection stands, before anything is done with it. */
  readonly onOpen: (opened: Opened) => void;
}

/** The storage cannot be opened, and never stood open on this page; the adapter goes on in memory. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable';
}

/** The database lacks stores that only a new version of it can have. */
class Incomplete extends Error {
  override readonly name = 'Incomplete';
  constructor(readonly version: number) {
    super('The database has not the stores it should have.');
  }
}

export class Connection {
  readonly #options: ConnectionOptions;
  /** Stored before anything is awaited, so that calls that race share one open. */
  #opening: Promise<IDBDatabase> | null = null;
  #db: IDBDatabase | null = null;
  #notice: StorageNotice | null = null;
  /** A newer version of the page has, or wants, the database. */
  #outdated = false;
  #closed = false;
  #stood = false;
  /** What others have opened for us and we have not used yet. */
  #given: Promise<IDBDatabase | null> | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#given = options.opened;
  }

  /** Before anything is written. @throws CrmError `unavailable`, reason `outdated`: it could do harm to what a newer version wrote */
  refuseOutdated(): void {
    if (!this.#outdated) return;
    const message = 'A newer version of this page is in use. Reload to go on.';
    throw new CrmError('unavailable', message, { reason: 'outdated' });
  }

  /**
   * Does the work with an open database. Where the connection turns out to be dead, with another one, a few times:
   * work must be safe to be done twice.
   * @throws Unopenable, CrmError
   */
  async use<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T> {
    const { backOff, blocked } = this.#options.limits;
    for (let attempt = 0; ; attempt++) {
      if (this.#closed) throw new CrmError('unavailable', 'The storage has been closed.', { reason: 'closed' });
      // No timer where it stands open already: that would be one for each read and each edit.
      const db =
        this.#db ??
        (await within(
          this.#options.clock,
          blocked + this.#patience(),
          this.#database().catch((thrown: unknown) => this.#gone(thrown)),
          () =>
            new CrmError('unavailable', 'Another tab keeps the storage from being opened. Close it.', {
              retryAfter: blocked,
              reason: 'blocked',
            }),
        ));
      try {
        const value = await work(db);
        if (this.#notice?.state === 'retrying') this.#calm();
        return value;
      } catch (thrown) {
        if (!isDeadConnection(thrown)) throw asStorageError(thrown);
        this.#drop(db);
        const wait = backOff[attempt];
        if (wait === undefined) throw asStorageError(thrown);
        // The first time is nothing to talk about: browsers close connections of pages in the background.
        if (attempt > 0) this.#tell({ state: 'retrying', cause: thrown });
        await pause(this.#options.clock, wait);
      }
    }
  }

  /**
   * A database that stood open has records that somebody looks at: an empty memory in its place would look like their loss.
   * It is asked for again with every call.
   */
  #gone(thrown: unknown): never {
    if (!(thrown instanceof Unopenable) || !this.#stood) throw thrown;
    this.#tell({ state: 'retrying', cause: thrown.cause });
    throw new CrmError('unavailable', 'The storage cannot be opened any more.', { cause: thrown.cause });
  }

  /** How long opening may take when nothing blocks it. */
  #patience(): number {
    const { open, backOff } = this.#options.limits;
    return 2 * open + backOff.reduce((sum, wait) => sum + wait, 0);
  }

  #database(): Promise<IDBDatabase> {
    if (this.#opening !== null) return this.#opening;
    const opening = this.#open();
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  async #open(): Promise<IDBDatabase> {
    const { limits, clock } = this.#options;
    let wanted = this.#outdated ? undefined : version;
    let silent = 0;
    for (let attempt = 0; ;) {
      try {
        return await this.#settle((await this.#taken()) ?? (await this.#attempt(wanted)));
      } catch (thrown) {
        if (isNewerOnDisk(thrown) && wanted !== undefined) {
          wanted = undefined;
          continue;
        }
        if (thrown instanceof Incomplete && wanted !== thrown.version + 1) {
          wanted = thrown.version + 1;
          continue;
        }
        if (thrown instanceof NoAnswer && silent++ === 0) continue;
        const wait = limits.backOff[attempt++];
        const hopeless = thrown instanceof NoAnswer || thrown instanceof Foreign || isNoStorage(thrown);
        if (hopeless || wait === undefined) {
          throw new Unopenable('The storage cannot be opened.', { cause: thrown });
        }
        await pause(clock, wait);
      }
    }
  }

  /** The connection that was given to us, once; one that keeps us waiting is closed when it comes. */
  async #taken(): Promise<Opened | null> {
    const given = this.#given;
    if (given === undefined) return null;
    this.#given = undefined;
    const { clock, limits } = this.#options;
    try {
      const db = await within(
        clock,
        limits.open,
        given,
        () => new NoAnswer('The database that was begun does not open.'),
      );
      // An earlier version of the layout: opened anew, and changed over.
      if (db === null || db.version >= version) return db && { db, fresh: false };
      db.close();
      return null;
    } catch {
      this.#refuse(given);
      return null;
    }
  }

  #refuse(given: Promise<IDBDatabase | null>): void {
    void given.then(
      (db) => db?.close(),
      () => undefined,
    );
  }

  #attempt(wanted: number | undefined): Promise<Opened> {
    const { name, factory, clock, limits } = this.#options;
    return openOnce({
      name,
      factory,
      clock,
      version: wanted,
      limit: limits.open,
      onBlocked: () => this.#tell({ state: 'blocked' }),
    });
  }

  async #settle(opened: Opened): Promise<IDBDatabase> {
    const { db } = opened;
    if (this.#closed) db.close();
    db.onversionchange = (event) => {
      // Whoever asks is waiting for us. A database that is deleted has no newer version: the next call makes a new one.
      if (event.newVersion !== null) this.#outdate();
      this.#drop(db);
    };
    db.onclose = () => this.#drop(db);
    if (!isComplete(db)) {
      db.close();
      throw isOurs(db) ? new Incomplete(db.version) : new Foreign('The database is somebody else’s.');
    }
    if (db.version > version && (await this.#forbidsWriting(db))) this.#outdate();
    if (this.#notice?.state === 'blocked') this.#calm();
    this.#db = db;
    this.#stood = true;
    this.#options.onOpen(opened);
    return db;
  }

  /** A newer version has written: may this one still write, or would it do harm? */
  async #forbidsWriting(db: IDBDatabase): Promise<boolean> {
    const oldest = await transact(db, [META], 'readonly', 'relaxed', (transaction) =>
      result(transaction.objectStore(META).get('oldestWriter') as IDBRequest<unknown>),
    );
    return typeof oldest !== 'number' || oldest > version;
  }

  #outdate(): void {
    this.#outdated = true;
    this.#tell({ state: 'outdated' });
  }

  #drop(db: IDBDatabase): void {
    if (this.#db === db) {
      this.#db = null;
      this.#opening = null;
    }
    db.close();
  }

  /** Lets the connection go; the next call opens another. An open connection keeps a page out of the back/forward cache. */
  release(): void {
    if (this.#db !== null) this.#drop(this.#db);
  }

  close(): void {
    this.#closed = true;
    if (this.#given !== undefined) this.#refuse(this.#given);
    this.release();
    this.#tell(null);
  }

  #calm(): void {
    this.#tell(this.#outdated ? { state: 'outdated' } : null);
  }

  #tell(notice: StorageNotice | null): void {
    this.#notice = notice;
    this.#options.onNotice(notice);
  }
}
