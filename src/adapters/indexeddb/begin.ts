/**
 * The database as a page begins with it: the first windows and the small kinds are read over the connection that was opened
 * meanwhile. All else, and whatever is unusual, is the adapter's (`indexeddb.ts`), which is fetched right after and takes the
 * connection over.
 */
import { Code } from '../../code.js';
import type { Page, Query } from '../../domain/query.js';
import type { Kind } from '../../domain/records.js';
import type { ReadOptions, StorageNotice } from '../adapter.js';
import { abilities } from '../local/abilities.js';
import { copyOf } from '../local/copy.js';
import { ask } from './ask.js';
import { COMMITS, version } from './bare.js';
import { firstAnswer } from './first.js';
import type * as entire from './indexeddb.js';
import type { IndexedDbAdapter, IndexedDbOptions } from './indexeddb.js';

const adapterCode = new Code(() => import('./indexeddb.js'));

/** Milliseconds until the adapter is fetched unasked; and after the first window, which is painted first. */
const UNASKED = 1_000;
const ANSWERED = 250;

/** @returns an adapter as `indexeddbAdapter` makes it: what is read first does not wait for that one */
export function beginIndexeddb(options: IndexedDbOptions, code: Code<typeof entire> = adapterCode): IndexedDbAdapter {
  if (code.here) return code.here.indexeddbAdapter(options);
  let whole: IndexedDbAdapter | undefined;
  let closed = false;
  let answered = false;
  /** Where the counter of commits stood before anything was read, and when that is known. */
  let since: number | undefined;
  let counted: Promise<unknown> | undefined;
  /** Who waits for the adapter: to be taken over. */
  const waiting = new Set<(whole: IndexedDbAdapter) => void>();
  /** Ends when it is there: what is being read then is read by it. */
  const taken = new Promise<undefined>((resolve) => waiting.add(() => resolve(undefined)));

  /** @throws CrmError `unavailable` where its code cannot be had; the next call tries again */
  const need = async (): Promise<IndexedDbAdapter> => {
    const { indexeddbAdapter } = await code.need();
    if (whole) return whole;
    clearTimeout(timer);
    whole = indexeddbAdapter({ ...options, since });
    for (const take of waiting) take(whole);
    if (closed) whole.close();
    return whole;
  };
  const fetch = (): void => void need().catch(() => undefined);
  let timer = setTimeout(fetch, UNASKED);

  /** undefined = there is nothing to begin with. */
  const first = (async () => {
    try {
      const db = await options.opened;
      if (db?.version === version) {
        // Asked before anything is read, and answered before that: what comes later is then heard of.
        counted = ask(db, COMMITS, (commits) => [commits.openKeyCursor(null, 'prev')]).then(
          ([last]) => (since = (last?.key ?? 0) as number),
        );
        counted.catch(() => undefined);
        return db;
      }
    } catch {
      // What is wrong with it is found out and told by the adapter.
    }
    fetch();
    return undefined;
  })();

  const readFirst = async (query: Query): ReturnType<typeof firstAnswer> => {
    const db = await first;
    // Together: nobody would hear of the one that fails while the other is waited for.
    const [answer] = await Promise.all([db && firstAnswer(db, query), counted]);
    return answer;
  };

  const hear = (begin: (whole: IndexedDbAdapter) => () => void): (() => void) => {
    let off: (() => void) | undefined;
    const take = (from: IndexedDbAdapter): void => void (off = begin(from));
    if (whole) take(whole);
    else waiting.add(take);
    return () => {
      waiting.delete(take);
      off?.();
    };
  };

  return {
    abilities,

    async read<K extends Kind>(query: Query<K>, how: ReadOptions = {}): Promise<Page<K>> {
      const asked = whole || query.related !== false ? undefined : readFirst(query).catch(() => undefined);
      const page = await Promise.race([asked, taken]);
      if (page === undefined || how.signal?.aborted) return (await need()).read(query, how);
      // The small kinds are whole, and told with their total; a first window is what is painted.
      if (page.total === undefined && !answered && !whole) {
        answered = true;
        clearTimeout(timer);
        timer = setTimeout(fetch, ANSWERED);
      }
      return { ...page, related: none } as unknown as Page<K>;
    },

    summarize: async (query, by, how) => (await need()).summarize!(query, by, how),

    async commit(changes, how) {
      // Whoever gave them may go on with them meanwhile.
      const given = whole ? changes : copyOf(changes);
      return (whole ?? (await need())).commit(given, how);
    },

    watch: (listener) => hear((from) => from.watch!(listener)),

    notices(listener) {
      let told: StorageNotice | null | undefined;
      const tell = (notice: StorageNotice | null): void => {
        if (notice !== told) listener((told = notice));
      };
      if (!whole) tell(null);
      return hear((from) => from.notices!(tell));
    },

    erasePerson: async (erasure, how) => (await need()).erasePerson!(erasure, how),

    erasures: (listener) => hear((from) => from.erasures!(listener)),

    blobs: {
      put: async (blob, how) => (await need()).blobs!.put(blob, how),
      get: async (ref, how) => (await need()).blobs!.get(ref, how),
      has: async (refs) => (await need()).blobs!.has!(refs),
    },

    forget: async () => (await need()).forget!(),
    erase: async () => (await need()).erase(),

    close() {
      closed = true;
      clearTimeout(timer);
      whole?.close();
      // It may be the adapter's by now, which has let it go as well.
      void options.opened?.then(
        (db) => db?.close(),
        () => undefined,
      );
    },
  };
}

const none = { persons: new Map(), organizations: new Map(), users: new Map(), labels: new Map() };
