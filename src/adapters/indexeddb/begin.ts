/**
 * The database as a page begins with it: the first windows and the small kinds are read over the connection that was opened
 * while this was fetched. All else, and whatever is unusual, is the adapter's (`indexeddb.ts`), which is fetched right after
 * and takes the connection over.
 */
import type { Change } from '../../domain/change.js';
import type { Page, Query, Related, Summary } from '../../domain/query.js';
import type { Kind } from '../../domain/records.js';
import type { CommitOptions, ReadOptions, StorageNotice } from '../adapter.js';
import { abilities } from '../local/abilities.js';
import { refuseAborted } from '../local/abort.js';
import { realClock } from '../local/clock.js';
import { copyOf } from '../local/copy.js';
import { fewPage } from './early.js';
import { firstWindow } from './first.js';
import type * as whole from './indexeddb.js';
import type { IndexedDbAdapter, IndexedDbOptions } from './indexeddb.js';
import { Later } from './later.js';
import { revisionOf } from './revision.js';
import { isComplete, version } from './stores.js';

type Listener = (changes: readonly Change[] | 'resync') => void;

type AdapterCode = Later<typeof whole>;
const adapterCode: AdapterCode = new Later(() => import('./indexeddb.js'));

/** Milliseconds until the adapter is fetched unasked; and after the first window, which is painted first. */
const UNASKED = 1_000;
const ANSWERED = 250;

/** @returns an adapter as `indexeddbAdapter` makes it: what is read first does not wait for that one */
export function beginIndexeddb(options: IndexedDbOptions, code: AdapterCode = adapterCode): IndexedDbAdapter {
  return code.here === null ? new Beginning(options, code) : code.here.indexeddbAdapter(options);
}

interface First {
  readonly db: IDBDatabase;
  /** Ends when it is known where the counter of commits stood before anything was read. */
  readonly counted: Promise<void>;
}

/** Somebody who listens, and the way to stop it when the adapter has taken it over. */
interface Heard<L> {
  readonly listener: L;
  off: (() => void) | null;
}

class Beginning implements IndexedDbAdapter {
  readonly abilities = abilities;
  readonly #options: IndexedDbOptions;
  readonly #code: AdapterCode;
  /** null = there is nothing to begin with. */
  readonly #first: Promise<First | null>;
  #revision: number | undefined;
  #whole: IndexedDbAdapter | null = null;
  #coming: Promise<IndexedDbAdapter> | null = null;
  #closed = false;
  #cancel: () => void;
  #answered = false;
  readonly #watching = new Set<Heard<Listener>>();
  readonly #noticing = new Set<Heard<(notice: StorageNotice | null) => void>>();
  /** Ends when the adapter is there: what is being read then is read by it. */
  readonly #taken: Promise<undefined>;
  #take: () => void = () => undefined;

  constructor(options: IndexedDbOptions, code: AdapterCode) {
    this.#options = options;
    this.#code = code;
    this.#taken = new Promise((resolve) => (this.#take = () => resolve(undefined)));
    this.#first = this.#begin(options.opened);
    this.#cancel = realClock.after(UNASKED, () => this.#fetch());
  }

  async #begin(opened: Promise<IDBDatabase | null> | undefined): Promise<First | null> {
    try {
      const db = await opened;
      if (db?.version === version && isComplete(db)) {
        // Asked before anything is read, and answered before that: what comes later is then heard of.
        const counted = revisionOf(db).then((revision) => void (this.#revision = revision));
        counted.catch(() => undefined);
        return { db, counted };
      }
    } catch {
      // What is wrong with it is found out and told by the adapter.
    }
    this.#fetch();
    return null;
  }

  #fetch(): void {
    this.#need().catch(() => undefined);
  }

  /** @throws CrmError `unavailable` where its code cannot be had; the next call tries again */
  #need(): Promise<IndexedDbAdapter> {
    return (this.#coming ??= this.#code.fetch().then(
      ({ indexeddbAdapter }) => this.#hand(indexeddbAdapter({ ...this.#options, since: this.#revision })),
      (thrown: unknown) => {
        this.#coming = null;
        throw thrown;
      },
    ));
  }

  #hand(whole: IndexedDbAdapter): IndexedDbAdapter {
    this.#cancel();
    this.#whole = whole;
    this.#take();
    if (this.#closed) {
      whole.close();
      return whole;
    }
    for (const heard of this.#noticing) heard.off = noticed(whole, heard.listener);
    for (const heard of this.#watching) heard.off = whole.watch!(heard.listener);
    return whole;
  }

  async read<K extends Kind>(query: Query<K>, options: ReadOptions = {}): Promise<Page<K>> {
    refuseAborted(options.signal);
    const page = await this.#early(query);
    refuseAborted(options.signal);
    return page === undefined ? (await this.#need()).read(query, options) : (page as Page<K>);
  }

  /** undefined = it asks more, or something is not as it should be. */
  async #early(query: Query): Promise<Page | undefined> {
    if (this.#whole !== null || query.related !== false) return undefined;
    const page = await Promise.race([this.#page(query).catch(() => undefined), this.#taken]);
    // The small kinds are whole, and told with their total; a first window is what is painted.
    if (page !== undefined && page.total === undefined && !this.#answered) {
      this.#answered = true;
      this.#cancel();
      this.#cancel = realClock.after(ANSWERED, () => this.#fetch());
    }
    return page;
  }

  async #page(query: Query): Promise<Page | undefined> {
    const first = await this.#first;
    if (first === null) return undefined;
    const [page] = await Promise.all([firstAnswer(first.db, query), first.counted]);
    return page;
  }

  async summarize(query: Query, by: string, options?: ReadOptions): Promise<readonly Summary[]> {
    return (await this.#need()).summarize!(query, by, options);
  }

  async commit(changes: readonly Change[], options?: CommitOptions): Promise<readonly Change[]> {
    if (this.#whole !== null) return this.#whole.commit(changes, options);
    const given = copyOf(changes);
    return (await this.#need()).commit(given, options);
  }

  watch(listener: Listener): () => void {
    return this.#hear(this.#watching, listener, (whole) => whole.watch!(listener));
  }

  notices(listener: (notice: StorageNotice | null) => void): () => void {
    listener(null);
    return this.#hear(this.#noticing, listener, (whole) => noticed(whole, listener));
  }

  #hear<L>(all: Set<Heard<L>>, listener: L, take: (whole: IndexedDbAdapter) => () => void): () => void {
    const heard: Heard<L> = { listener, off: this.#whole && take(this.#whole) };
    all.add(heard);
    return () => {
      all.delete(heard);
      heard.off?.();
    };
  }

  async erase(): Promise<void> {
    return (await this.#need()).erase();
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
    if (this.#whole) this.#whole.close();
    else
      void this.#options.opened?.then(
        (db) => db?.close(),
        () => undefined,
      );
  }
}

/** What was told already is not told again: that there is nothing to tell. */
function noticed(whole: IndexedDbAdapter, listener: (notice: StorageNotice | null) => void): () => void {
  let told = false;
  return whole.notices!((notice) => {
    if (told || notice !== null) listener(notice);
    told = true;
  });
}

async function firstAnswer(db: IDBDatabase, query: Query): Promise<Page | undefined> {
  const few = await fewPage(db, query);
  if (few !== undefined) return { ...few, related: none };
  const records = await firstWindow(db, query);
  return records && { records, total: undefined, related: none };
}

const none: Related = { persons: new Map(), organizations: new Map(), users: new Map(), labels: new Map() };
