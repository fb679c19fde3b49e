/** Answers first windows by itself; all other queries by code that is fetched when the first of them comes (`answers.ts`). */
import type { Change } from '../../domain/change.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import { CrmError } from '../../domain/errors.js';
import { kinds, type Kind } from '../../domain/records.js';
import { pause, type AdapterClock } from '../local/clock.js';
import type { Writes } from '../local/commit.js';
import type { Answers } from './answers.js';
import { firstAnswer } from './first.js';
import { relate } from './relate.js';
import { restCode } from './rest-code.js';
import { fromRow } from './row.js';

/** Milliseconds after a first window: it is painted before the columns are read. */
const columnsDelay = 120;

export class Reader {
  /** Made when a first window is not enough. */
  #answers: Answers | null = null;
  readonly #clock: AdapterClock;
  /** Does something with the database some time, without anybody waiting for it. */
  readonly #later: (work: (db: IDBDatabase) => Promise<unknown>) => void;
  readonly #waiting = new Map<Kind, () => void>();

  constructor(clock: AdapterClock, later: (work: (db: IDBDatabase) => Promise<unknown>) => void) {
    this.#clock = clock;
    this.#later = later;
  }

  async read(db: IDBDatabase, query: Query): Promise<Page> {
    refuseKind(query.kind);
    const page =
      (await this.#first(db, query)) ?? (await (await this.#more()).page(db, query, () => this.#loadLater(query)));
    return { ...page, related: await relate(db, query.related === false ? [] : page.records) };
  }

  /** A kind there is little of, or the first window of an order that an index has, as long as there are no columns. */
  async #first(db: IDBDatabase, query: Query): Promise<Omit<Page, 'related'> | undefined> {
    const page = this.#answers?.ready(query) ? undefined : await firstAnswer(db, query, fromRow);
    if (page && page.total === undefined) this.#loadLater(query);
    return page;
  }

  async #more(): Promise<Answers> {
    const code = restCode.here ?? (await restCode.need());
    return (this.#answers ??= new code.Answers());
  }

  /** Whoever looks at a first window scrolls, types or wants totals next. */
  #loadLater(query: Query): void {
    const { kind } = query;
    if (this.#waiting.has(kind)) return;
    this.#waiting.set(
      kind,
      this.#clock.after(columnsDelay, () => {
        this.#waiting.delete(kind);
        this.#later(async (db) => (await this.#more()).warm(db, query));
      }),
    );
  }

  async summarize(db: IDBDatabase, query: Query, by: string): Promise<readonly Summary[]> {
    refuseKind(query.kind);
    // Whoever has just been given a first window is about to paint it.
    if (this.#waiting.has(query.kind)) await pause(this.#clock, columnsDelay);
    return (await this.#more()).summarize(db, query, by);
  }

  /** What has been stored here. */
  wrote(writes: Writes): void {
    this.#answers?.wrote(writes);
  }

  /** What others have stored. */
  heard(changes: readonly Change[] | 'resync'): void {
    this.#answers?.heard(changes);
  }

  close(): void {
    this.#answers?.tables.forget();
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }
}

function refuseKind(kind: Kind): void {
  if (!kinds.includes(kind)) throw new CrmError('invalid', `There is no kind "${String(kind)}".`, { field: 'kind' });
}
