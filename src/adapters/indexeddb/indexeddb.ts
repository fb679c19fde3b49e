/** Records in the browser's own database. Where that cannot be opened, in memory, with a notice that says so. */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import type { Erasure, ErasureReport } from '../../domain/erasing/erasure.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import type { Kind } from '../../domain/records.js';
import type { CommitOptions, CrmAdapter, EraseOptions, ReadOptions, StorageNotice } from '../adapter.js';
import { abilities } from '../local/abilities.js';
import { refuseAborted, untilAborted } from '../local/abort.js';
import { realClock, type AdapterClock } from '../local/clock.js';
import { copyOf } from '../local/copy.js';
import { blobsIn } from './blob-store.js';
import { Connection, defaultLimits, Unopenable } from './connection.js';
import { Erasures } from './erasures.js';
import { markerOf, type Marker } from './marker.js';
import { Notices } from './notices.js';
import type { IndexedDbAdapter, IndexedDbOptions } from './options.js';
import { followPage } from './page-life.js';
import { Reader } from './reader.js';
import { rest, restCode } from './rest-code.js';
import { revisionOf } from './revision.js';
import { Tabs } from './tabs.js';
import type { Commit, Committed } from './write.js';

export type { IndexedDbAdapter, IndexedDbOptions };

type Listener = (changes: readonly Change[] | 'resync') => void;

/** @returns an adapter; the database is opened by the first call that needs it */
export function indexeddbAdapter(options: IndexedDbOptions): IndexedDbAdapter {
  return new Adapter(options);
}

class Adapter implements IndexedDbAdapter {
  readonly abilities = abilities;
  readonly blobs = blobsIn(
    (work, otherwise) => this.#use(work, otherwise),
    async (db) => {
      this.#connection.refuseOutdated();
      await this.#started(db);
      return this.#erasures.upTo;
    },
  );
  readonly #name: string;
  readonly #clock: AdapterClock;
  readonly #factory: () => IDBFactory;
  readonly #connection: Connection;
  readonly #tabs: Tabs;
  readonly #marker: Marker;
  readonly #reader: Reader;
  readonly #listeners = new Set<Listener>();
  readonly #erasures: Erasures;
  readonly #notices = new Notices();
  /** In the storage's place once that has proved impossible to open. */
  #memory: CrmAdapter | null = null;
  #unfollow: (() => void) | null = null;
  #cancelSweep: (() => void) | null = null;
  #starting: Promise<void> | null = null;
  #calls = 0;
  readonly #since: number | undefined;
  readonly #session = Math.random().toString(36).slice(2);

  constructor(options: IndexedDbOptions) {
    if (typeof options?.name !== 'string' || options.name === '') {
      throw new CrmError('invalid', 'indexeddbAdapter() needs the name of a database.', { field: 'name' });
    }
    this.#name = options.name;
    this.#clock = options.clock ?? realClock;
    this.#factory = options.factory ?? (() => indexedDB);
    this.#since = options.since;
    this.#marker = markerOf(options.name, options.storage);
    this.#connection = new Connection({
      name: options.name,
      factory: this.#factory,
      clock: this.#clock,
      limits: { ...defaultLimits, ...options.limits },
      opened: options.opened,
      onNotice: this.#notices.tell,
      onOpen: ({ fresh }) => {
        if (fresh && this.#marker.isSet()) this.#notices.tell({ state: 'lost' });
      },
    });
    this.#erasures = new Erasures((work) => this.#connection.use(work));
    this.#reader = new Reader(this.#clock, (work) => {
      void this.#connection.use(work).catch(() => undefined);
    });
    this.#tabs = new Tabs({
      name: options.name,
      clock: this.#clock,
      channel: options.channel ?? ((name) => new BroadcastChannel(name)),
      tell: (heard) => this.#hear(heard),
      stored: () =>
        this.#memory === null ? this.#connection.use(revisionOf).catch(() => undefined) : Promise.resolve(undefined),
    });
  }

  /** Does something with the database, or says that there is only memory. */
  async #use<T>(work: (db: IDBDatabase) => Promise<T>, otherwise: (memory: CrmAdapter) => Promise<T>): Promise<T> {
    if (this.#memory !== null) return otherwise(this.#memory);
    this.#begin();
    try {
      return await this.#connection.use(work);
    } catch (thrown) {
      // Told before it is refused: what is under way is not tried again.
      if ((thrown as CrmError).reason === 'forgotten') await this.#erasures.ask();
      if (!(thrown instanceof Unopenable)) throw thrown;
      const { memoryAdapter } = await rest();
      this.#memory ??= memoryAdapter({ now: () => this.#clock.now() });
      this.#notices.tell({ state: 'memory', cause: thrown.cause });
      return otherwise(this.#memory);
    }
  }

  #begin(): void {
    this.#tabs.open();
    this.#unfollow ??= followPage({
      onHide: () => {
        this.#tabs.close();
        this.#connection.release();
      },
      onShow: () => {
        this.#tabs.open();
        void this.#tabs.check();
      },
      onLook: () => void this.#tabs.check(),
    });
  }

  async read<K extends Kind>(query: Query<K>, options: ReadOptions = {}): Promise<Page<K>> {
    refuseAborted(options.signal);
    const answer = this.#use(
      async (db) => {
        const [, page] = await Promise.all([this.#started(db), this.#reader.read(db, query)]);
        return page;
      },
      (memory) => memory.read(query as unknown as Query, options),
    );
    return (await untilAborted(answer, options.signal)) as unknown as Page<K>;
  }

  async summarize(query: Query, by: string, options: ReadOptions = {}): Promise<readonly Summary[]> {
    refuseAborted(options.signal);
    const answer = this.#use(
      async (db) => {
        const [, summaries] = await Promise.all([this.#started(db), this.#reader.summarize(db, query, by)]);
        return summaries;
      },
      (memory) => memory.summarize!(query, by, options),
    );
    return untilAborted(answer, options.signal);
  }

  async commit(changes: readonly Change[], options: CommitOptions = {}): Promise<readonly Change[]> {
    refuseAborted(options.signal);
    let code = restCode.here;
    if (code === undefined) {
      const given = copyOf(changes);
      code = await restCode.need();
      refuseAborted(options.signal);
      changes = given;
    }
    const clean = code.cleanChanges(changes);
    let commit: Commit | undefined;
    const now = new Date(this.#clock.now()).toISOString();
    const call = `${this.#session}${this.#calls++}`;
    return this.#use(
      async (db) => {
        this.#connection.refuseOutdated();
        await this.#started(db);
        commit ??= new code.Commit(clean, options, now, call, this.#erasures.upTo);
        const { answer, writes, revision } = await this.#carried(commit, db);
        this.#reader.wrote(writes);
        if (revision !== undefined) this.#tabs.committed(revision, answer);
        this.#marker.set();
        return answer;
      },
      (memory) => memory.commit(clean, options),
    );
  }

  /** Refused for what nobody has told us: what else was missed is made up for before the caller reads again. */
  async #carried(commit: Commit, db: IDBDatabase): Promise<Committed> {
    try {
      return await commit.run(db);
    } catch (thrown) {
      if (thrown instanceof CrmError && (thrown.code === 'conflict' || thrown.code === 'not-found'))
        this.#tabs.found(await revisionOf(db));
      throw thrown;
    }
  }

  /**
   * Where the counter stands has to be asked before anything is read: what comes later is then heard of. The storage
   * answers in that order, so nobody waits for the one before asking for the other.
   */
  #started(db: IDBDatabase): Promise<void> {
    this.#starting ??= this.#start(db).catch((thrown: unknown) => {
      // The connection has died meanwhile: begun again on the next one, else nothing of other tabs would ever be heard.
      this.#starting = null;
      throw thrown;
    });
    return this.#starting;
  }

  async #start(db: IDBDatabase): Promise<void> {
    this.#tabs.expect();
    if (this.#since !== undefined) this.#tabs.found(this.#since);
    const revision = await revisionOf(db);
    this.#erasures.begin(this.#since ?? revision);
    this.#tabs.found(revision);
    this.#cancelSweep = this.#clock.after(sweepDelay, () => {
      const work = async (open: IDBDatabase) => (await restCode.need()).sweep(open, this.#clock.now());
      void this.#connection.use(work).catch(() => undefined);
    });
  }

  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#begin();
    // Somebody shows what was read then: it may be old already.
    if (this.#since !== undefined) void this.#connection.use((db) => this.#started(db)).catch(() => undefined);
    return () => this.#listeners.delete(listener);
  }

  #hear(heard: readonly Change[] | 'resync'): void {
    this.#reader.heard(heard);
    for (const listener of [...this.#listeners]) listener(heard);
    if (heard === 'resync' && this.#memory === null) void this.#erasures.ask().catch(() => undefined);
  }

  notices(listener: (notice: StorageNotice | null) => void): () => void {
    return this.#notices.add(listener);
  }

  async erasePerson(erasure: Erasure, { preview = false, signal }: EraseOptions = {}): Promise<ErasureReport> {
    refuseAborted(signal);
    const code = await rest();
    const call = `${this.#session}${this.#calls++}`;
    return this.#use(
      async (db) => {
        this.#connection.refuseOutdated();
        await this.#started(db);
        const { report, revision } = await code.erasePerson(db, erasure, preview, call);
        if (revision !== undefined) this.#wiped(revision);
        return report;
      },
      (memory) => memory.erasePerson!(erasure, { preview, ...(signal && { signal }) }),
    );
  }

  /** By ourselves: columns keep what stands nowhere any more. */
  #wiped(revision: number): void {
    this.#erasures.own(revision);
    this.#reader.heard('resync');
    this.#tabs.committed(revision, 'resync');
  }

  erasures(listener: (all: boolean) => void): () => void {
    return this.#erasures.add(listener);
  }

  async forget(): Promise<void> {
    const { forgetAll, forgetMemory } = await rest();
    const call = `${this.#session}${this.#calls++}`;
    return this.#use(
      async (db) => {
        this.#connection.refuseOutdated();
        await this.#started(db);
        this.#wiped(await forgetAll(db, call));
        this.#marker.clear();
      },
      (memory) => forgetMemory(memory, this.#marker),
    );
  }

  async erase(): Promise<void> {
    this.#marker.clear();
    this.#connection.release();
    const { erase } = await rest();
    await erase(this.#factory, this.#name, this.#clock);
    this.#hear('resync');
  }

  close(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    this.#cancelSweep?.();
    this.#reader.close();
    this.#tabs.close();
    this.#connection.close();
    this.#listeners.clear();
    this.#erasures.close();
    this.#notices.close();
  }
}

/** Milliseconds after the first call: the first paint comes first. */
const sweepDelay = 5_000;
