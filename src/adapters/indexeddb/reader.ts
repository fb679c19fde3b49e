/** How a query is answered, the cheapest way first: few records, an index, columns. */
import type { Change } from '../../domain/change.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import type { AnyRecord, Kind } from '../../domain/records.js';
import { prepare } from '../../domain/matches.js';
import { pause, type AdapterClock } from '../local/clock.js';
import type { Writes } from '../local/commit.js';
import { cursorOf } from '../local/cursor.js';
import { orderOf } from '../local/order.js';
import type { Table } from '../local/table.js';
import { firstPage } from './first.js';
import { fetchRest, restHere } from './later.js';
import { candidates, getMany, pageOf, relate } from './read.js';
import type { Tables } from './tables.js';

/** Milliseconds after a first window: it is painted before the columns are read. */
const columnsDelay = 120;

export class Reader {
  /** Made when a first window is not enough. */
  #tables: Tables | null = null;
  readonly #clock: AdapterClock;
  /** Does something with the database some time, without anybody waiting for it. */
  readonly #later: (work: (db: IDBDatabase) => Promise<unknown>) => void;
  readonly #waiting = new Map<Kind, () => void>();

  constructor(clock: AdapterClock, later: (work: (db: IDBDatabase) => Promise<unknown>) => void) {
    this.#clock = clock;
    this.#later = later;
  }

  async read(db: IDBDatabase, query: Query): Promise<Page> {
    const page = await this.#page(db, query);
    return { ...page, related: await relate(db, query.related === false ? [] : page.records) };
  }

  async #page(db: IDBDatabase, query: Query): Promise<Omit<Page, 'related'>> {
    const found = await candidates(db, query);
    if (found !== undefined) return pageOf(query, found);
    if (!this.#ready(query)) {
      const first = await firstPage(db, query);
      if (first !== undefined) {
        this.#loadLater(query);
        return { records: first.records, total: undefined, ...this.#next(query, first.records, first.more) };
      }
    }
    const table = await this.#table(db, query);
    const { ids, total, more } = table.slice(query);
    const records: AnyRecord[] = await getMany(db, query.kind, ids);
    return { records: records, total, ...this.#next(query, records, more) };
  }

  /** The columns are there, and right: no need for a first window. */
  #ready(query: Query): boolean {
    const code = restHere();
    return code !== null && this.#tables?.ready(query.kind, code.fieldsOf(query, true)) !== undefined;
  }

  async #table(db: IDBDatabase, query: Query): Promise<Table> {
    const code = restHere() ?? (await fetchRest());
    this.#tables ??= new code.Tables();
    return this.#tables.get(db, query.kind, code.fieldsOf(query, true));
  }

  #next(query: Query, records: readonly AnyRecord[], more: boolean): Pick<Page, 'next'> {
    if (!('after' in query.window)) return {};
    const last = records.at(-1);
    return { next: more && last !== undefined ? cursorOf(last, orderOf(query)) : null };
  }

  /** Whoever looks at a first window scrolls, types or wants totals next. */
  #loadLater(query: Query): void {
    const { kind } = query;
    if (this.#waiting.has(kind)) return;
    this.#waiting.set(
      kind,
      this.#clock.after(columnsDelay, () => {
        this.#waiting.delete(kind);
        // The order as well: sorting all is what the first keystroke would else wait for.
        this.#later(async (db) => (await this.#table(db, query)).slice(query));
      }),
    );
  }

  async summarize(db: IDBDatabase, query: Query, by: string): Promise<readonly Summary[]> {
    const found = await candidates(db, query);
    if (found !== undefined) {
      const { summarize } = restHere() ?? (await fetchRest());
      return summarize(found.filter(prepare(query)), by);
    }
    // Whoever has just been given a first window is about to paint it.
    if (this.#waiting.has(query.kind)) await pause(this.#clock, columnsDelay);
    const code = restHere() ?? (await fetchRest());
    const tables = (this.#tables ??= new code.Tables());
    return (await tables.get(db, query.kind, code.fieldsOfSummary(query, by))).summarize(query, by);
  }

  /** What has been stored here. */
  wrote(writes: Writes): void {
    this.#tables?.wrote(writes);
  }

  /** What others have stored. */
  heard(changes: readonly Change[] | 'resync'): void {
    this.#tables?.heard(changes);
  }

  close(): void {
    this.#tables?.forget();
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }
}
