/**
 * The columns of each kind, read from the storage in slices when they are first needed, and kept right before the
 * next answer: by what the adapter's own commits have written, and for those of other tabs by reading the named records again.
 */
import { kinds, type AnyRecord, type Id, type Kind } from '../../domain/records.js';
import type { Change } from '../../domain/change.js';
import { DUE, SEARCH } from '../local/column.js';
import { IdPlaces } from '../local/places.js';
import { normaliseAny } from '../local/schema.js';
import { Table } from '../local/table.js';
import type { Writes } from '../local/commit.js';
import type { Row } from './stores.js';
import { fromRow } from './row.js';
import { result, results, transact } from './transact.js';

/** Records read in one go. Small enough that the page answers in between. */
const sliceSize = 1_000;

const shown = [
  SEARCH,
  DUE,
  'createdAt',
  'touchedAt',
  'title',
  'personName',
  'organizationName',
  'ownerId',
  'labelIds',
  'value',
  'sourceName',
  'archivedAt',
  'expectedClose',
];
/** What views filter and sort by: read in the first pass, because a second one takes as long again. */
const usual: { readonly [K in Kind]?: readonly string[] } = {
  lead: [...shown, 'seen'],
  deal: [...shown, 'stageId', 'pipelineId', 'status', 'rank'],
  person: [SEARCH, 'name'],
  organization: [SEARCH, 'name'],
  activity: ['due', 'time', 'createdAt', 'done', 'ownerId', 'type'],
};

interface Entry {
  table: Table<IdPlaces>;
  /** A pass over all records is under way. */
  loading: Promise<void> | null;
  /** What others have written is being read again; until it is taken over the table is behind. */
  catching: Promise<void> | null;
  /** All records have been read. */
  complete: boolean;
  /** Records that were written while they were being read, or by others since. */
  readonly dirty: Set<Id>;
}

/** Records that are taken in at once, however many were written before: a long series of commits is not kept for later. */
const mostKept = 64;

export class Tables {
  readonly #entries = new Map<Kind, Entry>();
  /** What was stored here and nobody has asked for since: whoever edits waits for the storage only, not for the columns. */
  #kept: Writes[] = [];
  #keptRecords = 0;

  /** The table, if it can answer without reading anything. */
  ready(kind: Kind, fields: ReadonlySet<string>): Table | undefined {
    this.#takeIn();
    const entry = this.#entries.get(kind);
    if (entry === undefined || !entry.complete || entry.catching !== null || entry.dirty.size > 0) return undefined;
    return entry.table.columns.missing(fields).length === 0 ? entry.table : undefined;
  }

  /** The table with these columns, as the storage has it now. */
  async get(db: IDBDatabase, kind: Kind, fields: ReadonlySet<string>): Promise<Table> {
    for (;;) {
      this.#takeIn();
      const entry = this.#entry(kind);
      if (entry.loading !== null) await entry.loading;
      else if (!entry.complete || entry.table.columns.missing(fields).length > 0)
        await this.#load(db, kind, entry, fields);
      else if (entry.catching !== null) await entry.catching;
      else if (entry.dirty.size > 0) await this.#catchUp(db, kind, entry);
      else if (this.#entries.get(kind) === entry) return entry.table;
    }
  }

  #entry(kind: Kind): Entry {
    let entry = this.#entries.get(kind);
    if (entry === undefined)
      this.#entries.set(
        kind,
        (entry = {
          table: new Table(new IdPlaces()),
          loading: null,
          catching: null,
          complete: false,
          dirty: new Set(),
        }),
      );
    return entry;
  }

  #load(db: IDBDatabase, kind: Kind, entry: Entry, fields: ReadonlySet<string>): Promise<void> {
    const next = new Table(new IdPlaces());
    // All columns anew: those that are there go on answering until the new ones are complete.
    const known = entry.complete ? entry.table.columns.fields() : (usual[kind] ?? []);
    next.columns.add([...known, ...fields]);
    const loading = (async () => {
      // The storage reads the next slice while this one is taken in.
      for (let coming: Promise<Row[]> | null = slice(db, kind, undefined); coming !== null;) {
        const rows: Row[] = await coming;
        coming = rows.length < sliceSize ? null : slice(db, kind, rows.at(-1)?.id);
        for (const row of rows) {
          // Others are read with their private columns: nobody asks for those, and a copy of each row costs time.
          const record = kind === 'conversion' ? fromRow(kind, row) : normaliseAny(kind, row);
          next.columns.fill(next.columns.places.append(record), record);
        }
      }
      next.columns.trim();
      entry.table = next;
      entry.complete = true;
    })();
    entry.loading = loading.finally(() => {
      entry.loading = null;
    });
    entry.loading.catch(() => undefined);
    return entry.loading;
  }

  /** One for all who ask meanwhile: whoever comes second must not be answered from the table as it was. */
  #catchUp(db: IDBDatabase, kind: Kind, entry: Entry): Promise<void> {
    const catching = refresh(db, kind, entry).finally(() => {
      entry.catching = null;
    });
    entry.catching = catching;
    catching.catch(() => undefined);
    return catching;
  }

  /** What this adapter has just stored. It is taken in before the next answer. */
  wrote(writes: Writes): void {
    this.#kept.push(writes);
    for (const records of writes.values()) this.#keptRecords += records.size;
    if (this.#keptRecords > mostKept) this.#takeIn();
  }

  #takeIn(): void {
    if (this.#kept.length === 0) return;
    const kept = this.#kept;
    this.#kept = [];
    this.#keptRecords = 0;
    for (const [kind, records] of kept.flatMap((writes) => [...writes])) {
      const entry = this.#entries.get(kind);
      if (entry === undefined) continue;
      if (entry.loading !== null || entry.catching !== null) for (const id of records.keys()) entry.dirty.add(id);
      if (entry.complete) entry.table.apply(records);
    }
  }

  /** What others have stored. Read again rather than taken over: messages may come in another order than commits. */
  heard(changes: readonly Change[] | 'resync'): void {
    this.#takeIn();
    if (changes === 'resync') return this.forget();
    for (const { kind, id } of changes) this.#entries.get(kind)?.dirty.add(id);
  }

  /** They were not found where they should be: looked at again before the next answer. */
  gone(kind: Kind, ids: readonly Id[]): void {
    for (const id of ids) this.#entries.get(kind)?.dirty.add(id);
  }

  forget(): void {
    for (const kind of kinds) this.#entries.delete(kind);
  }
}

/** Records in the order of their ids, after this one. */
function slice(db: IDBDatabase, kind: Kind, after: Id | undefined): Promise<Row[]> {
  return transact(db, [kind], 'readonly', 'relaxed', (transaction) => {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    return result(transaction.objectStore(kind).getAll(range, sliceSize) as IDBRequest<Row[]>);
  });
}

async function refresh(db: IDBDatabase, kind: Kind, entry: Entry): Promise<void> {
  const ids = [...entry.dirty];
  const rows = await transact(db, [kind], 'readonly', 'relaxed', (transaction) => {
    const store = transaction.objectStore(kind);
    // Marked again from here on: it may be written after it was read.
    for (const id of ids) entry.dirty.delete(id);
    return results(ids.map((id) => store.get(id) as IDBRequest<Row | undefined>));
  }).catch((thrown: unknown) => {
    for (const id of ids) entry.dirty.add(id);
    throw thrown;
  });
  entry.table.apply(
    ids.map((id, i): [Id, AnyRecord | null] => {
      const row = rows[i];
      return [id, row === undefined ? null : fromRow(kind, row)];
    }),
  );
}
