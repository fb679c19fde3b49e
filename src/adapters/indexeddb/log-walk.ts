/**
 * The changelog of some records, the newest first. The index has what tells of a record in the order of time, so that the first
 * window of ten thousand rows is read from a few packs; who asks for what is rare in it is answered in steps, between which the
 * page answers.
 */
import { comparer } from '../../domain/compare.js';
import { prepare } from '../../domain/matches.js';
import type { Page, Query, Where } from '../../domain/query.js';
import type { AnyRecord, ChangelogRow, Id } from '../../domain/records.js';
import { cursorOf, rowAt } from '../local/cursor.js';
import { orderOf } from '../local/order.js';
import { entriesOf, entryOf, instantOf, isLog, unpacked, type Pack } from './log.js';
import { areStamped } from './stamp-entries.js';
import { COMMITS, META, type Row } from './stores.js';
import { results, transact } from './transact.js';

/** So many come with the question how many there are: mostly that is all. */
const first = 64;
/** Packs of one step: to take them in is no long task. */
const most = 400;
/** More beginnings than a deal that others were merged into has: they are not walked through side by side. */
const mostBeginnings = 12;

/** What a walk needs. */
export const logStores = ['changelog', COMMITS, META] as const;

/** The records that rows have to tell of, or of what hangs on them; undefined = any. */
export function aboutOf(where: Where | undefined): readonly Id[] | undefined {
  if (where === undefined) return undefined;
  if ('all' in where) {
    const parts = where.all.map(aboutOf).filter((ids) => ids !== undefined);
    return parts.sort((a, b) => a.length - b.length)[0];
  }
  if ('any' in where) {
    const parts = where.any.map(aboutOf);
    return parts.every((ids) => ids !== undefined) ? [...new Set(parts.flat())] : undefined;
  }
  const { field, op, value } = where;
  const asked = field === 'recordId' ? op === 'is' || op === 'in' : field === 'dealIds' && op === 'has';
  const ids: readonly unknown[] = [value].flat();
  const isId = (id: unknown): id is Id => typeof id === 'string' && id !== '';
  return asked && ids.every(isId) ? [...new Set(ids)] : undefined;
}

/** Rows that tell of some records, or all: nothing but a record's own history is asked for often. */
export function logRows(db: IDBDatabase, of: readonly Id[] | undefined): Promise<AnyRecord[]> {
  return transact(db, logStores, 'readonly', 'relaxed', async (transaction) => {
    if (of !== undefined) {
      const rows: AnyRecord[] = [];
      await walkThrough(transaction, of, (row) => rows.push(row));
      return rows;
    }
    const stores = [transaction.objectStore('changelog'), transaction.objectStore(COMMITS)];
    const lists = await results<(Row | Pack)[]>(stores.map((store) => store.getAll()));
    return lists.flat().flatMap((row) => (isLog(row) ? unpacked(row) : []));
  });
}

/** Every row that tells of some records, in steps. */
export async function walkThrough(
  transaction: IDBTransaction,
  of: readonly Id[],
  each: (row: AnyRecord) => void,
): Promise<void> {
  for (const walk = new Walk(transaction, of); !walk.isAtEnd;) for (const row of await walk.step(most)) each(row);
}

/** @returns undefined = it asks for another order, or for all records; `total` is only known where all had to be read */
export async function logPage(db: IDBDatabase, query: Query): Promise<Omit<Page, 'related'> | undefined> {
  const { kind, window, where, search, today } = query;
  const order = orderOf(query);
  const [by] = order;
  if (kind !== 'changelog' || by?.field !== 'at' || by.descending !== true || by.ranks || search?.trim())
    return undefined;
  const of = aboutOf(where);
  if (of === undefined || new Set(of.map(entryOf)).size > mostBeginnings) return undefined;
  const compare = comparer(order, kind, today);
  const passes = prepare(query);
  const last = 'after' in window && window.after !== null ? (rowAt(window.after) as ChangelogRow) : undefined;
  const start = 'offset' in window ? window.offset : 0;
  const end = start + window.limit;
  return transact(db, logStores, 'readonly', 'relaxed', async (transaction) => {
    const walk = new Walk(transaction, of, last?.at);
    const found: AnyRecord[] = [];
    for (let size = Math.max(end + 1, first), sure = 0; !walk.isAtEnd && sure <= end; size *= 4) {
      const rows = await walk.step(Math.min(size, most));
      for (const row of rows) if (passes(row) && (last === undefined || compare(row, last) > 0)) found.push(row);
      const from = walk.from;
      sure = from === null ? found.length : found.filter((row) => (row as ChangelogRow).at >= from).length;
    }
    found.sort(compare);
    const records = found.slice(start, end);
    const final = records.at(-1);
    return {
      records,
      total: walk.isAtEnd && last === undefined ? found.length : undefined,
      ...('after' in window ? { next: final !== undefined && found.length > end ? cursorOf(final, order) : null } : {}),
    };
  });
}

/** What lies under one beginning in one of the two stores. */
interface Source {
  readonly index: IDBIndex;
  readonly beginning: string;
  /** What is still to be read. */
  range: IDBKeyRange;
  /** The oldest instant of which all is read; null = all is. */
  from: string | null;
}

class Walk {
  #rows: AnyRecord[] = [];
  readonly #transaction: IDBTransaction;
  readonly #of: ReadonlySet<Id>;
  readonly #seen = new Set<Id>();
  #sources: Source[];
  #begun = false;

  /** @param upTo the last instant; left out: from the newest on */
  constructor(transaction: IDBTransaction, of: readonly Id[], upTo?: string) {
    this.#transaction = transaction;
    this.#of = new Set(of);
    const indexes = ['changelog', COMMITS].map((name) => transaction.objectStore(name).index('recordIds'));
    this.#sources = [...new Set(of.map(entryOf))].flatMap((beginning) =>
      indexes.map((index) => ({ index, beginning, range: entriesOf(beginning, upTo), from: '' })),
    );
  }

  get isAtEnd(): boolean {
    return this.#sources.length === 0;
  }

  /** From this instant on all rows are read; null = all there are. */
  get from(): string | null {
    return this.#sources.reduce<string | null>(
      (newest, { from }) => (newest === null || from! > newest ? from : newest),
      null,
    );
  }

  /** @returns the rows of the next packs, about so many of each source */
  async step(size: number): Promise<readonly AnyRecord[]> {
    this.#rows = [];
    if (this.#begun) await this.#next(size);
    else await this.#begin(size);
    this.#begun = true;
    return this.#rows;
  }

  /** Where there are few of them, all are there with one way there and back. */
  async #begin(size: number): Promise<void> {
    if (!(await areStamped(this.#transaction)))
      for (const list of await results(this.#earlier())) this.#take(list as (Row | Pack)[]);
    const answers = await results<unknown>(
      this.#sources.flatMap(({ index, range }): IDBRequest[] => [index.count(range), index.getAll(range, first)]),
    );
    this.#sources = this.#sources.filter((_source, i) => {
      if ((answers[2 * i] as number) > first) return true;
      this.#take(answers[2 * i + 1] as (Row | Pack)[]);
      return false;
    });
    await this.#next(size);
  }

  /** What earlier versions wrote, in no order: all of it. */
  #earlier(): IDBRequest[] {
    const [own, commits] = ['changelog', COMMITS].map((name) => this.#transaction.objectStore(name)) as [
      IDBObjectStore,
      IDBObjectStore,
    ];
    const ids = [...this.#of];
    return [
      ...[...new Set(ids.flatMap((id) => [entryOf(id), id]))].flatMap((key) =>
        [own, commits].map((store) => store.index('recordIds').getAll(key)),
      ),
      ...ids.flatMap((id) => ['recordId', 'dealIds'].map((name) => own.index(name).getAll(id))),
    ];
  }

  async #next(size: number): Promise<void> {
    const pointers = this.#sources.map(({ index, range }) => index.openKeyCursor(range, 'prev'));
    const steps = await results(pointers);
    // The first of them is there already.
    const further = steps.flatMap((cursor, i) => {
      if (cursor === null || size <= 1) return [];
      cursor.advance(size - 1);
      return [pointers[i]!];
    });
    if (further.length > 0) await results(further);
    // What stands under one entry is read together: it is all of one instant.
    const ends = pointers.map(({ result }) => result?.key as string | undefined);
    const lists = await results<(Row | Pack)[]>(
      this.#sources.map(({ index, range }, i) => {
        const end = ends[i];
        return index.getAll(end === undefined ? range : IDBKeyRange.bound(end, range.upper, false, range.upperOpen));
      }),
    );
    for (const list of lists) this.#take(list);
    this.#sources = this.#sources.filter((source, i) => {
      const end = ends[i];
      if (end === undefined) return false;
      source.from = instantOf(source.beginning, end);
      source.range = IDBKeyRange.bound(source.range.lower, end, false, true);
      return true;
    });
  }

  #take(stored: readonly (Row | Pack)[]): void {
    for (const row of stored) {
      // Found under two beginnings.
      if (!isLog(row) || this.#seen.has(row.id)) continue;
      this.#seen.add(row.id);
      for (const record of unpacked(row, this.#of)) this.#rows.push(record);
    }
  }
}
