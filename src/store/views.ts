import type { CrmAdapter, ReadOptions } from '../adapters/adapter.js';
import type { Change } from '../domain/change.js';
import type { Page, Query } from '../domain/query.js';
import type { Day, Id, Kind } from '../domain/records.js';
import type {
  Clock,
  Directory,
  ListQuery,
  LiveList,
  LiveRecord,
  LiveSummaries,
  StoreEvents,
  StoreOptions,
} from './api.js';
import { BusyState } from './busy.js';
import { Calls, defaultLimits, type Begun } from './calls.js';
import type { Views } from './coming.js';
import type { Context } from './context.js';
import { Daybreak } from './daybreak.js';
import { WholeKinds } from './directory.js';
import type { Emitter } from './emitter.js';
import type { Kept } from './small-kinds.js';
import { Ledger } from './ledger.js';
import { List } from './list.js';
import { named } from './named.js';
import { One } from './record.js';
import type { Seed } from './slice.js';
import { Summaries } from './summaries.js';

/** What the store has from its beginning. */
export interface Shared {
  readonly begun: Begun;
  readonly clock: Clock;
  readonly limits: StoreOptions['limits'];
  readonly emitter: Emitter<StoreEvents>;
  readonly today: () => Day;
  /** The small kinds, as everybody looks them up. */
  readonly small: Directory;
}

/** What an empty storage is given. */
const furnished: ReadonlySet<Kind> = new Set<Kind>(['pipeline', 'stage', 'user']);

/** Every live query of one store, and what they share. */
export class LiveViews implements Views {
  readonly context: Context;
  readonly directory: WholeKinds;
  readonly busy: BusyState;
  readonly #small: Directory;
  readonly #ledger: Ledger;
  #closed = false;

  /**
   * @param furnish sees to it that there is something to read; never rejects
   * @param sources reads the names of all sources
   */
  constructor(
    shared: Shared,
    private readonly furnish: () => Promise<void>,
    sources: Kept['sources'],
  ) {
    const { begun, clock, emitter, today } = shared;
    const resync = (): void => this.resync();
    const daybreak = new Daybreak(clock, today, resync);
    const ledger = new Ledger((looking) => (looking && !this.#closed ? daybreak.start() : daybreak.stop()));
    const calls = new Calls(begun, clock, { ...defaultLimits, ...shared.limits }, resync);
    this.#ledger = ledger;
    this.#small = shared.small;
    this.context = { calls, ledger, clock, today };
    this.directory = new WholeKinds(this.context, furnish, sources);
    this.busy = new BusyState(clock, calls.limits.late, (state) => emitter.emit('busy', state));
  }

  get adapter(): CrmAdapter {
    return this.context.calls.adapter;
  }

  list<K extends Kind>(query: ListQuery<K>, seed?: Seed): LiveList<K> {
    return new List<K>(this.context, query, this.#small, seed);
  }

  record<K extends Kind>(kind: K, id: Id): LiveRecord<K> {
    return new One(this.context, kind, id);
  }

  summaries(query: Omit<ListQuery, 'order'>, by: string): LiveSummaries {
    return new Summaries(this.context, query, by);
  }

  /** Reads once, past every view. */
  async read<K extends Kind>(query: Omit<Query<K>, 'today'>, { signal }: ReadOptions = {}): Promise<Page<K>> {
    const { calls, today } = this.context;
    // Who asks an empty storage for its pipelines is the first to use it.
    if (furnished.has(query.kind)) await this.furnish();
    return calls.read({ ...named(query, this.#small), today: today() }, signal);
  }

  /** What others have changed. */
  hear(changes: readonly Change[] | 'resync'): void {
    if (changes === 'resync') this.resync();
    else this.#ledger.receive(changes);
  }

  /** Nobody knows what has changed. */
  resync(): void {
    this.#ledger.resync();
  }

  close(): void {
    this.#closed = true;
    this.busy.close();
    this.directory.close();
    this.#ledger.close();
  }
}
