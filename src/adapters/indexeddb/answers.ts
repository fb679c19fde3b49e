/** How a query is answered that wants more than a first window, the cheapest way first: few records, an index, columns. */
import type { Change } from '../../domain/change.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import type { AnyRecord } from '../../domain/records.js';
import { prepare } from '../../domain/matches.js';
import { summarize } from '../../domain/totals.js';
import type { Writes } from '../local/commit.js';
import { cursorOf } from '../local/cursor.js';
import { orderOf } from '../local/order.js';
import { fieldsOf } from '../local/select.js';
import { fieldsOfSummary, type Table } from '../local/table.js';
import { firstPage } from './first.js';
import { hungPage } from './hung.js';
import { LogCounts } from './log-count.js';
import { logPage } from './log-walk.js';
import { fromRow } from './row.js';
import { candidates, getMany, pageOf } from './read.js';
import { Tables } from './tables.js';

export class Answers {
  readonly tables = new Tables();
  readonly #logCounts = new LogCounts();

  /** The columns are there, and right: no need for a first window. */
  ready(query: Query): boolean {
    return this.tables.ready(query.kind, fieldsOf(query, true)) !== undefined;
  }

  /** @param first called where a first window is the answer */
  async page(db: IDBDatabase, query: Query, first: () => void): Promise<Omit<Page, 'related'>> {
    const told = (await hungPage(db, query)) ?? (await logPage(db, query));
    if (told !== undefined) return told;
    const found = await candidates(db, query);
    if (found !== undefined) return pageOf(query, found);
    if (!this.ready(query)) {
      const page = await firstPage(db, query, prepare(query), fromRow);
      if (page !== undefined) {
        first();
        return { records: page.records, total: undefined, ...nextOf(query, page.records, page.more) };
      }
    }
    // Who chooses all that match wants ids; a cursor would need the fields that the order looks at.
    const bare = 'offset' in query.window && query.pick?.every((field) => field === 'id') === true;
    for (;;) {
      const { ids, total, more } = (await this.#table(db, query)).slice(query);
      if (bare) return { records: ids.map((id) => ({ id }) as AnyRecord), total };
      const records = await getMany(db, query.kind, ids);
      if (records.length === ids.length) return { records, total, ...nextOf(query, records, more) };
      // Deleted by others, and not heard of yet: a page of nothing would have no row that the next one could come after.
      const there = new Set(records.map(({ id }) => id));
      this.tables.gone(
        query.kind,
        ids.filter((id) => !there.has(id)),
      );
    }
  }

  #table(db: IDBDatabase, query: Query): Promise<Table> {
    return this.tables.get(db, query.kind, fieldsOf(query, true));
  }

  /** The order as well: sorting all is what the first keystroke would else wait for. */
  async warm(db: IDBDatabase, query: Query): Promise<void> {
    (await this.#table(db, query)).slice(query);
  }

  async summarize(db: IDBDatabase, query: Query, by: string): Promise<readonly Summary[]> {
    const count = by === '' ? await this.#logCounts.count(db, query) : undefined;
    if (count !== undefined) return [{ group: null, count, sums: [] }];
    const found = await candidates(db, query);
    if (found !== undefined) return summarize(found.filter(prepare(query)), by, query.sum);
    return (await this.tables.get(db, query.kind, fieldsOfSummary(query, by))).summarize(query, by);
  }

  /** What has been stored here. */
  wrote(writes: Writes): void {
    this.tables.wrote(writes);
    this.#logCounts.wrote(writes);
  }

  /** What others have stored. */
  heard(changes: readonly Change[] | 'resync'): void {
    this.tables.heard(changes);
    this.#logCounts.heard(changes);
  }
}

function nextOf(query: Query, records: readonly AnyRecord[], more: boolean): Pick<Page, 'next'> {
  if (!('after' in query.window)) return {};
  const last = records.at(-1);
  return { next: more && last !== undefined ? cursorOf(last, orderOf(query)) : null };
}
