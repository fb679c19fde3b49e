/**
 * The database as a page begins with it: the first windows and the small kinds are read over the connection that was opened
 * meanwhile. All else, and whatever is unusual, is the adapter's (`indexeddb.ts`), which is fetched right after and takes the
 * connection over.
 */
import { Code } from '../../code.js';
import type { Change } from '../../domain/change.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import type { Kind } from '../../domain/records.js';
import type { CommitOptions, ReadOptions, StorageNotice } from '../adapter.js';
import { abilities } from '../local/abilities.js';
import { copyOf } from '../local/copy.js';
import { ask } from './ask.js';
import { META, version } from './bare.js';
import { firstAnswer } from './first.js';
import type * as whole from './indexeddb.js';
import type { IndexedDbAdapter, IndexedDbOptions } from './indexeddb.js';
import type { Counter } from './revision.js';

const adapterCode = new Code(() => import('./indexeddb.js'));

/** Milliseconds until the adapter is fetched unasked; and after the first window, which is painted first. */
const UNASKED = 1_000;
const ANSWERED = 250;

/** @returns an adapter as `indexeddbAdapter` makes it: what is read first does not wait for that one */
export function beginIndexeddb(options: IndexedDbOptions, code: Code<typeof whole> = adapterCode): IndexedDbAdapter {
  return code.here ? code.here.indexeddbAdapter(options) : new Beginning(options, code);
}

interface First {
  readonly db: IDBDatabase;
  /** Ends when it is known where the counter of commits stood before anything was read. */
  readonly counted: Promise<void>;
}

class Beginning implements IndexedDbAdapter {
  readonly abilities = abilities;
  /** undefined = there is nothing to begin with. */
  readonly #first: Promise<First | undefined>;
  #since: number | undefined;
  #whole: IndexedDbAdapter | undefined;
  /** Who listens: to be taken over. */
  readonly #heard = new Set<(whole: IndexedDbAdapter) => void>();
  /** Ends when the adapter is there: what is being read then is read by it. */
  readonly #taken: Promise<undefined>;
  #take: () => void = () => undefined;
  #closed = false;
  #timer = setTimeout(() => this.#fetch(), UNASKED);
  #answered = false;

  constructor(
    private readonly options: IndexedDbOptions,
    private readonly code: Code<typeof whole>,
  ) {
    this.#taken = new Promise((resolve) => (this.#take = () => resolve(undefined)));
    this.#first = this.#begin();
  }

  async #begin(): Promise<First | undefined> {
    try {
      const db = await this.options.opened;
      if (db?.version === version) {
        // Asked before anything is read, and answered before that: what comes later is then heard of.
        const counted = ask<Partial<Counter> | undefined>(db, META, (meta) => [meta.get('revision')]).then(
          ([counter]) => void (this.#since = counter?.revision ?? 0),
        );
        counted.catch(() => undefined);
        return { db, counted };
      }
    } catch {
      // What is wrong with it is found out and told by the adapter.
    }
    this.#fetch();
    return undefined;
  }

  #fetch(): void {
    this.#need().catch(() => undefined);
  }

  /** @throws CrmError `unavailable` where its code cannot be had; the next call tries again */
  async #need(): Promise<IndexedDbAdapter> {
    const { indexeddbAdapter } = await this.code.need();
    if (this.#whole) return this.#whole;
    clearTimeout(this.#timer);
    const whole = (this.#whole = indexeddbAdapter({ ...this.options, since: this.#since }));
    this.#take();
    if (this.#closed) whole.close();
    else for (const take of this.#heard) take(whole);
    return whole;
  }

  async read<K extends Kind>(query: Query<K>, options: ReadOptions = {}): Promise<Page<K>> {
    const first = this.#whole || query.related !== false ? undefined : this.#read(query).catch(() => undefined);
    const page = await Promise.race([first, this.#taken]);
    if (page === undefined || options.signal?.aborted) return (await this.#need()).read(query, options);
    // The small kinds are whole, and told with their total; a first window is what is painted.
    if (page.total === undefined && !this.#answered && !this.#whole) {
      this.#answered = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#fetch(), ANSWERED);
    }
    return { ...page, related: none } as unknown as Page<K>;
  }

  async #read(query: Query): ReturnType<typeof firstAnswer> {
    const first = await this.#first;
    // Together: nobody would hear of the one that fails while the other is waited for.
    const [answer] = await Promise.all([first && firstAnswer(first.db, query), first?.counted]);
    return answer;
  }

  async summarize(query: Query, by: string, options?: ReadOptions): Promise<readonly Summary[]> {
    return (await this.#need()).summarize!(query, by, options);
  }

  async commit(changes: readonly Change[], options?: CommitOptions): Promise<readonly Change[]> {
    if (this.#whole) return this.#whole.commit(changes, options);
    const given = copyOf(changes);
    return (await this.#need()).commit(given, options);
  }

  watch(listener: (changes: readonly Change[] | 'resync') => void): () => void {
    return this.#hear((whole) => whole.watch!(listener));
  }

  notices(listener: (notice: StorageNotice | null) => void): () => void {
    if (this.#whole === undefined) listener(null);
    let told = this.#whole === undefined;
    return this.#hear((whole) =>
      // What was told already is not told again: that there is nothing to tell.
      whole.notices!((notice) => {
        if (!told || notice !== null) listener(notice);
        told = false;
      }),
    );
  }

  #hear(begin: (whole: IndexedDbAdapter) => () => void): () => void {
    let off: (() => void) | undefined;
    const take = (whole: IndexedDbAdapter): void => void (off = begin(whole));
    if (this.#whole) take(this.#whole);
    else this.#heard.add(take);
    return () => {
      this.#heard.delete(take);
      off?.();
    };
  }

  async erase(): Promise<void> {
    return (await this.#need()).erase();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (this.#whole) this.#whole.close();
    else
      void this.options.opened?.then(
        (db) => db?.close(),
        () => undefined,
      );
  }
}

const none = { persons: new Map(), organizations: new Map(), users: new Map(), labels: new Map() };
