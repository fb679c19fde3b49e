/** All records in this page's memory: for tests, for demos, and for pages whose storage cannot be opened. */
import type { Change } from '../../domain/change.js';
import { comparer, defaultOrder } from '../../domain/compare.js';
import { CrmError } from '../../domain/errors.js';
import { prepare } from '../../domain/matches.js';
import type { Page, Query, Summary } from '../../domain/query.js';
import { kinds, type AnyRecord, type Id, type Kind, type RecordOf } from '../../domain/records.js';
import { summarize } from '../../domain/totals.js';
import type { Abilities, CommitOptions, CrmAdapter, ReadOptions } from '../adapter.js';
import { refuseAborted } from '../local/abort.js';
import { cleanChanges } from '../local/clean.js';
import { resolveCommit, resolveNow, type Need } from '../local/commit.js';
import { cursorOf, rowAt } from '../local/cursor.js';
import { replay, stampsOf, type Stamps } from '../local/keys.js';
import { relatedIds, relatedOf } from '../local/related.js';

export interface MemoryOptions {
  /** Another memory adapter, whose records this one shares: as a second tab does, each hears what the other commits. */
  readonly beside?: CrmAdapter;
  /** Milliseconds since 1970; the clock of the machine where left out. */
  readonly now?: () => number;
}

const abilities: Abilities = {
  atomic: true, guarded: true, seek: true, summarize: true, watch: true, blobs: false, capture: false,
};

type Listener = (changes: readonly Change[] | 'resync') => void;

/** What adapters that stand beside each other share. */
class Records {
  readonly byKind = new Map<Kind, Map<Id, AnyRecord>>(kinds.map((kind) => [kind, new Map<Id, AnyRecord>()]));
  readonly keys = new Map<string, Stamps>();
  readonly adapters = new Set<MemoryAdapter>();

  of<K extends Kind>(kind: K): Map<Id, RecordOf[K]> {
    const records = this.byKind.get(kind);
    if (records === undefined) throw new CrmError('invalid', `There is no kind "${kind}".`, { field: 'kind' });
    return records as Map<Id, RecordOf[K]>;
  }

  look(need: Need): readonly AnyRecord[] {
    if ('id' in need) {
      const record = this.of(need.kind).get(need.id);
      return record === undefined ? [] : [record];
    }
    const found: AnyRecord[] = [];
    for (const record of this.of(need.kind).values()) {
      if ((record as unknown as Record<string, unknown>)[need.by] === need.value) found.push(record);
    }
    return found;
  }
}

/** @returns an adapter with every ability but blobs; nothing outlives the page */
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
  readonly #now: () => number;
  readonly #listeners = new Set<Listener>();

  constructor(records: Records, now: () => number) {
    this.records = records;
    this.#now = now;
    records.adapters.add(this);
  }

  async read<K extends Kind>(query: Query<K>, options: ReadOptions = {}): Promise<Page<K>> {
    refuseAborted(options.signal);
    const order = query.order === undefined || query.order.length === 0 ? defaultOrder(query.kind) : query.order;
    const compare = comparer(order, query.kind, query.today);
    const all = [...this.records.of(query.kind).values()].filter(prepare(query)).sort(compare);
    const { window } = query;
    let start = 'offset' in window ? window.offset : 0;
    if ('after' in window && window.after !== null) {
      const last = rowAt(window.after);
      const next = all.findIndex((record) => compare(record, last) > 0);
      start = next === -1 ? all.length : next;
    }
    const rows = all.slice(start, start + window.limit);
    const last = rows.at(-1);
    // What others do while this one waits is not in the answer; a caller that gave up meanwhile gets none.
    await Promise.resolve();
    refuseAborted(options.signal);
    return {
      records: rows, total: all.length, related: this.#related(rows),
      ...('after' in window ? { next: last !== undefined && start + rows.length < all.length ? cursorOf(last, order) : null } : {}),
    };
  }

  #related(rows: readonly AnyRecord[]): Page['related'] {
    const ids = relatedIds(rows);
    const get = <R extends 'person' | 'organization' | 'user' | 'label'>(kind: R): (RecordOf[R] | undefined)[] =>
      [...ids[kind]].map((id) => this.records.of(kind).get(id));
    return relatedOf({ person: get('person'), organization: get('organization'), user: get('user'), label: get('label') });
  }

  async commit(changes: readonly Change[], options: CommitOptions = {}): Promise<readonly Change[]> {
    refuseAborted(options.signal);
    const clean = cleanChanges(changes);
    const stamps = options.key === undefined ? undefined : this.records.keys.get(options.key);
    if (stamps !== undefined) return replay(clean, stamps, (kind, id) => this.records.of(kind).get(id) ?? null);
    const now = new Date(this.#now()).toISOString();
    const resolved = resolveNow(resolveCommit(clean, { now, author: options.author }), (need) => this.records.look(need));
    for (const [kind, writes] of resolved.writes) {
      const records = this.records.of(kind) as Map<Id, AnyRecord>;
      for (const [id, record] of writes) {
        if (record === null) records.delete(id);
        else records.set(id, freeze(record));
      }
    }
    if (options.key !== undefined) this.records.keys.set(options.key, stampsOf(clean, resolved.answer, now));
    for (const adapter of this.records.adapters) if (adapter !== this) adapter.#tell(resolved.answer);
    return resolved.answer;
  }

  watch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(changes: readonly Change[]): void {
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener(changes));
  }

  async summarize(query: Query, by: string, options: ReadOptions = {}): Promise<readonly Summary[]> {
    refuseAborted(options.signal);
    const test = prepare(query);
    return summarize([...this.records.of(query.kind).values()].filter(test), by);
  }

  close(): void {
    this.records.adapters.delete(this);
    this.#listeners.clear();
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

