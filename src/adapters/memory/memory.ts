/** All records in this page's memory: for tests, for demos, and for pages whose storage cannot be opened. */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import type { Erasure, ErasureReport } from '../../domain/erasing/erasure.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import { kinds, type AnyRecord, type Id, type Kind, type RecordOf } from '../../domain/records.js';
import type { BlobStore, CommitOptions, CrmAdapter, EraseOptions, ReadOptions } from '../adapter.js';
import { abilities } from '../local/abilities.js';
import { refuseAborted } from '../local/abort.js';
import { cleanChanges } from '../local/clean.js';
import { resolveCommit, resolveNow, type Answers, type Need } from '../local/commit.js';
import { erasedRow } from '../local/changelog.js';
import { cursorOf } from '../local/cursor.js';
import { isLookedInto, lookThrough, nothingLeft } from '../local/erasing.js';
import { replay, stampsOf, type Stamps } from '../local/keys.js';
import { namedRefs } from '../local/refs.js';
import { relatedIds, relatedOf } from '../local/related.js';
import { orderOf } from '../local/order.js';
import { fieldsOf } from '../local/select.js';
import { fieldsOfSummary, Table } from '../local/table.js';
import { MemoryBlobs } from './blobs.js';
import { firstRows, type FirstRows } from './first-rows.js';
import { Shelf } from './shelf.js';

export interface MemoryOptions {
  /** Another memory adapter, whose records this one shares: as a second tab does, each hears what the other commits. */
  readonly beside?: CrmAdapter;
  /** Milliseconds since 1970; the clock of the machine where left out. */
  readonly now?: () => number;
}

/** After so many records at once a shelf gives back the room that it has taken while it grew. */
const manyWrites = 1_000;

/** So many first windows of a kind are looked for among its records, a board of some stages among them; then columns pay. */
const looks = 12;

type Listener = (changes: readonly Change[] | 'resync') => void;

/** What adapters that stand beside each other share. */
class Records {
  #shelves = newShelves();
  readonly keys = new Map<string, Stamps>();
  readonly adapters = new Set<MemoryAdapter>();
  readonly blobs = new MemoryBlobs();
  readonly #tables = new Map<Kind, Table>();
  /** How many first windows were answered without columns. */
  readonly #looked = new Map<Kind, number>();

  window<K extends Kind>(query: Query<K>): FirstRows<K> {
    const shelf = this.of(query.kind);
    const looked = this.#looked.get(query.kind) ?? 0;
    const first = this.#tables.has(query.kind) || looked === looks ? undefined : firstRows(shelf.records, query);
    if (first) {
      this.#looked.set(query.kind, looked + 1);
      return first;
    }
    const { ids, total, more } = this.table(query.kind, fieldsOf(query, true)).slice(query);
    return { rows: ids.map((id) => shelf.get(id)!), total, more };
  }

  /** The kind in columns, those of the fields among them; columns are made when they are asked for first. */
  table(kind: Kind, fields: ReadonlySet<string>): Table {
    const shelf: Shelf = this.of(kind);
    let table = this.#tables.get(kind);
    if (table === undefined) {
      shelf.trim();
      this.#tables.set(kind, (table = new Table(shelf)));
    }
    table.columns.add(fields, (place) => shelf.records[place]);
    return table;
  }

  store(kind: Kind, writes: ReadonlyMap<Id, AnyRecord | null>): void {
    const shelf = this.of(kind);
    for (const record of writes.values()) freeze(record);
    const table = this.#tables.get(kind);
    if (table !== undefined) return table.apply(writes);
    for (const [id, record] of writes)
      if (record === null) shelf.remove(id);
      else shelf.put(record);
    if (writes.size > manyWrites) shelf.trim();
  }

  of<K extends Kind>(kind: K): Shelf<K> {
    const shelf = this.#shelves.get(kind);
    if (shelf === undefined) throw new CrmError('invalid', `There is no kind "${kind}".`, { field: 'kind' });
    return shelf as unknown as Shelf<K>;
  }

  /** All in one go: nobody can look in between. @param preview nothing is done, it is only told what would be */
  erase(erasure: Erasure, preview: boolean): ErasureReport {
    const looking = lookThrough(erasure);
    let step = looking.next();
    for (; step.done !== true; step = looking.next())
      for (const record of this.of(step.value.kind).values()) step.value.each(record, this.#inside(record));
    const erasing = step.value;
    if (erasing === null) return nothingLeft;
    const writes: (readonly [Shelf, AnyRecord, AnyRecord | null])[] = [];
    for (const [kind, shelf] of this.#shelves)
      for (const record of shelf.values()) {
        const after = erasing.of(kind, record);
        if (after !== record) writes.push([shelf, record, after]);
      }
    const { report } = erasing;
    if (preview) return report;
    for (const [shelf, { id }, after] of writes)
      if (after === null) shelf.remove(id);
      else shelf.put(freeze(after));
    this.of('changelog').put(freeze(erasedRow(erasure)));
    for (const [key, { first, derived }] of this.keys)
      if (erasing.isNaming([key, first, derived], first.split(' ')[2])) this.keys.delete(key);
    this.blobs.keep(namedRefs(this.of('file').values(), this.of('trash').values()));
    // Columns keep values that stand nowhere any more.
    this.#tables.clear();
    return report;
  }

  /** Columns as well. */
  clear(): void {
    this.#shelves = newShelves();
    this.keys.clear();
    this.blobs.keep(new Set());
    this.#tables.clear();
    this.#looked.clear();
  }

  /** What is written in a file. */
  #inside(record: AnyRecord): string | undefined {
    return 'ref' in record && isLookedInto(record) ? this.blobs.textOf(record.ref) : undefined;
  }

  look(needs: readonly Need[]): Answers {
    const lists = new Map<string, Map<unknown, AnyRecord[]>>();
    return needs.map((need) => {
      if ('id' in need) {
        const record = this.of(need.kind).get(need.id);
        return record === undefined ? [] : [record];
      }
      const { kind, by } = need;
      const name = `${kind} ${by}`;
      let lookedFor = lists.get(name);
      // One walk for all that is looked for by this field.
      if (lookedFor === undefined) lists.set(name, (lookedFor = this.#by(needs, kind, by)));
      return lookedFor.get(need.value)!;
    });
  }

  #by(needs: readonly Need[], kind: Kind, by: string): Map<unknown, AnyRecord[]> {
    const found = new Map<unknown, AnyRecord[]>();
    for (const need of needs) if ('by' in need && need.kind === kind && need.by === by) found.set(need.value, []);
    for (const record of this.of(kind).values())
      found.get((record as unknown as Record<string, unknown>)[by])?.push(record);
    return found;
  }
}

const newShelves = () => new Map<Kind, Shelf>(kinds.map((kind) => [kind, new Shelf()]));

/** @returns an adapter with every ability; nothing outlives the page */
export function memoryAdapter(options: MemoryOptions = {}): CrmAdapter {
  const beside = options.beside;
  if (beside !== undefined && !(beside instanceof MemoryAdapter)) {
    throw new CrmError('invalid', '`beside` must be another memory adapter.', { field: 'beside' });
  }
  return new MemoryAdapter(beside?.records ?? new Records(), options.now ?? Date.now);
}

class MemoryAdapter implements CrmAdapter {
  readonly abilities = abilities;
  readonly records: Records;
  readonly blobs: BlobStore;
  readonly #now: () => number;
  readonly #listeners = new Set<Listener>();
  readonly #erased = new Set<(all: boolean) => void>();
  /** Another one has emptied it, and ours have not been told yet. */
  #behind = false;

  constructor(records: Records, now: () => number) {
    this.records = records;
    this.blobs = records.blobs;
    this.#now = now;
    records.adapters.add(this);
  }

  async read<K extends Kind>(query: Query<K>, options: ReadOptions = {}): Promise<Page<K>> {
    refuseAborted(options.signal);
    const { rows, total, more } = this.records.window(query);
    const last = rows.at(-1);
    const next = more && last !== undefined ? cursorOf(last, orderOf(query)) : null;
    // What others do while this one waits is not in the answer; a caller that gave up meanwhile gets none.
    await Promise.resolve();
    refuseAborted(options.signal);
    return {
      records: rows,
      total,
      // Who does not look at what the rows name need not hold on to it either.
      related: this.#related(query.related === false ? [] : rows),
      ...('after' in query.window ? { next } : {}),
    };
  }

  #related(rows: readonly AnyRecord[]): Page['related'] {
    const ids = relatedIds(rows);
    const get = <R extends 'person' | 'organization' | 'user' | 'label'>(kind: R): (RecordOf[R] | undefined)[] =>
      [...ids[kind]].map((id) => this.records.of(kind).get(id));
    return relatedOf({
      person: get('person'),
      organization: get('organization'),
      user: get('user'),
      label: get('label'),
    });
  }

  async commit(changes: readonly Change[], options: CommitOptions = {}): Promise<readonly Change[]> {
    refuseAborted(options.signal);
    if (this.#behind) throw new CrmError('conflict', 'It was emptied since.', { reason: 'forgotten' });
    const clean = cleanChanges(changes);
    const stamps = options.key === undefined ? undefined : this.records.keys.get(options.key);
    if (stamps !== undefined) return replay(clean, stamps, (kind, id) => this.records.of(kind).get(id) ?? null);
    const now = new Date(this.#now()).toISOString();
    const resolved = resolveNow(resolveCommit(clean, { now, author: options.author }), (needs) =>
      this.records.look(needs),
    );
    for (const [kind, writes] of resolved.writes) this.records.store(kind, writes);
    if (resolved.log.length > 0) this.records.store('changelog', new Map(resolved.log.map((row) => [row.id, row])));
    if (options.key !== undefined) this.records.keys.set(options.key, stampsOf(clean, resolved.answer, now));
    for (const adapter of this.records.adapters) if (adapter !== this) adapter.#tell(resolved.answer);
    return resolved.answer;
  }

  async erasePerson(erasure: Erasure, { preview = false, signal }: EraseOptions = {}): Promise<ErasureReport> {
    refuseAborted(signal);
    const report = this.records.erase(erasure, preview);
    if (!preview) for (const adapter of this.records.adapters) if (adapter !== this) adapter.#wiped(false);
    return report;
  }

  async forget(): Promise<void> {
    this.records.clear();
    for (const adapter of this.records.adapters) if (adapter !== this) adapter.#wiped(true);
  }

  #wiped(all: boolean): void {
    this.#behind ||= all;
    this.#tell('resync');
    queueMicrotask(() => {
      this.#behind = false;
      for (const listener of this.#erased) listener(all);
    });
  }

  erasures(listener: (all: boolean) => void): () => void {
    this.#erased.add(listener);
    return () => this.#erased.delete(listener);
  }

  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(changes: readonly Change[] | 'resync'): void {
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener(changes));
  }

  async summarize(query: Query, by: string, options: ReadOptions = {}): Promise<readonly Summary[]> {
    refuseAborted(options.signal);
    return this.records.table(query.kind, fieldsOfSummary(query, by)).summarize(query, by);
  }

  close(): void {
    this.records.adapters.delete(this);
    this.#listeners.clear();
    this.#erased.clear();
  }
}

/** Readers get the very records: nobody may edit them in place. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }
  return value;
}
