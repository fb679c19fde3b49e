import { same } from '../domain/same.js';
import type { Related, Summary } from '../domain/query.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import type { ListQuery, LiveList, Located, LocateOptions } from './api.js';
import type { Context } from './context.js';
import type { Origin } from './ledger.js';
import { atFirst } from './asked.js';
import { LiveBase } from './live.js';
import { locate } from './locate.js';
import { named, sortsByName, type Names } from './named.js';
import type { Pair } from './pairs.js';
import { Pool } from './pool.js';
import { Ranges } from './range.js';
import { Reader } from './reads.js';
import { Rows } from './rows.js';
import { sliceOf, type Seed, type Slice } from './slice.js';
import { covers, rangeFor, type Wanted } from './window.js';

/** A window over a list: reads the rows around what is looked at, ahead of where the looking goes. */
export class List<K extends Kind> extends LiveBase implements LiveList<K> {
  hold = false;
  /** As it was asked. */
  #given: ListQuery<K>;
  /** As the storage is asked. */
  #query: ListQuery<K>;
  #offNames: (() => void) | null = null;
  #summaryWanted = false;
  #wanted: Wanted = atFirst;
  /** What the read that is under way was begun for. */
  #asked: Wanted = atFirst;
  #reading: { start: number; end: number } | null = null;
  readonly #held: Rows;
  readonly #pool = new Pool(() => this.#held.rows);
  readonly #ranges: Ranges;
  readonly #rows: Reader<Slice>;
  readonly #sums: Reader<Summary | undefined>;
  /** It begins with rows that were just read. */
  #seeded: boolean;

  constructor(
    context: Context,
    query: ListQuery<K>,
    private readonly names: Names,
    seed?: Seed,
  ) {
    super(context);
    this.#given = query;
    this.#query = named(query, names);
    const { ledger, clock, calls } = context;
    this.#held = new Rows(ledger, this.#query, context.today());
    this.#ranges = new Ranges(calls);
    const late = (): void => this.flush();
    this.#rows = new Reader(ledger, clock, calls.limits.late, {
      read: (signal) => this.#read(signal),
      apply: (slice, since) => this.#apply(slice, since),
      fail: (error) => this.failed(error),
      late,
    });
    this.#sums = new Reader(ledger, clock, calls.limits.late, {
      read: async (signal) => {
        const { kind, where, search } = this.#query;
        const asked = { kind, where, search, today: context.today(), window: { offset: 0, limit: 0 } };
        return (await calls.summarize(asked, '', signal))[0] ?? { group: null, count: 0, sums: [] };
      },
      apply: (summary, since) => {
        this.#held.sum(summary, this.state === 'ready');
        this.flush();
        return since.some((pair) => this.#held.cares(pair) && this.#held.touches(pair));
      },
      // The rows are there and right: a sum that is not known is shown as not known.
      fail: () => {
        this.#held.sum(undefined, false);
        this.flush();
      },
      late,
    });
    this.#seeded = seed !== undefined;
    if (seed === undefined) return;
    this.#held.land(sliceOf(seed), []);
    this.arrived();
  }

  get query(): ListQuery<K> {
    return this.#given;
  }
  get total(): number | undefined {
    return this.#held.shown.total;
  }
  get related(): Related {
    return this.#pool.shown(this.context.ledger);
  }
  get waiting(): number {
    return this.#held.waiting.size;
  }
  get late(): boolean {
    return this.#rows.late;
  }

  get summary(): Summary | undefined {
    if (!this.#summaryWanted && this.context.calls.adapter.abilities.summarize) {
      this.#summaryWanted = true;
      if (this.active && this.state === 'ready') this.#sums.refresh();
    }
    return this.#held.shownSummary;
  }

  row(index: number): RecordOf[K] | undefined {
    const { shown } = this.#held;
    return shown.rows[index - shown.start] as RecordOf[K] | undefined;
  }

  indexOf(id: Id): number {
    return this.#held.placeOf(id);
  }

  async locate(id: Id, options: LocateOptions<K> = {}): Promise<Located | null> {
    const { calls, ledger } = this.context;
    const { waiting, total } = this.#held;
    const rows = { query: this.#query, ranges: this.#ranges, waiting, total };
    return locate({ calls, today: this.context.today(), overlay: ledger.overlay, ...rows }, id, options);
  }

  pending(id: Id): boolean {
    return this.context.ledger.overlay.pending(this.#query.kind, id);
  }

  held(kind: Kind, id: Id): AnyRecord | undefined {
    return kind === this.#query.kind ? this.#held.find(id) : this.#pool.held(kind, id);
  }

  renew(): void {
    this.#pool.renew();
  }

  setQuery(query: ListQuery<K>): void {
    if (same(query, this.#given)) return;
    this.#given = query;
    this.#query = named(query, this.names);
    this.#held.ask(this.#query, this.context.today());
    this.#wanted = { start: 0, end: this.#wanted.end - this.#wanted.start, travel: 0 };
    this.state = 'loading';
    this.#sums.abort();
    if (this.active) this.retry();
  }

  setWindow(start: number, end: number): void {
    const travel = Math.sign(start - this.#wanted.start) || this.#wanted.travel;
    this.#wanted = { start: Math.max(0, start), end: Math.max(start, end), travel };
    this.noted();
    this.#ensure();
  }

  showWaiting(): void {
    if (this.waiting === 0) return;
    this.#held.waiting.clear();
    this.#held.draw();
    this.#ensure();
    this.flush();
  }

  /** Who sorts by names follows them. @returns true where the order has changed with them */
  #follow(): boolean {
    if (!sortsByName(this.#given.order)) {
      this.#offNames?.();
      this.#offNames = null;
    } else this.#offNames ??= this.names.subscribe(() => void (this.#follow() && this.retry()));
    const query = named(this.#given, this.names);
    if (same(query, this.#query)) return false;
    this.#query = query;
    return true;
  }

  retry(): void {
    if (this.#seeded) {
      this.#seeded = false;
      this.#count();
      return this.#ensure();
    }
    this.#follow();
    this.#ranges.forget();
    this.#held.ask(this.#query, this.context.today());
    if (this.state === 'error') this.state = this.#held.total === undefined ? 'loading' : 'ready';
    if (this.state === 'loading') this.#rows.restart();
    else this.#rows.refresh();
    if (this.#summaryWanted && this.state !== 'loading') this.#sums.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#offNames?.();
    this.#offNames = null;
    this.#rows.abort();
    this.#sums.abort();
  }

  protected face(): readonly unknown[] {
    const { state, error, total, waiting, late, related } = this;
    const face: unknown[] = [state, error, total, this.#held.shownSummary, waiting, late, related];
    for (let i = this.#wanted.start; i < this.#wanted.end; i++) {
      const row = this.row(i);
      face.push(row, row !== undefined && this.pending(row.id));
    }
    return face;
  }

  async #read(signal: AbortSignal): Promise<Slice> {
    this.#asked = this.#wanted;
    const slack = this.waiting + this.#held.shift;
    // Who only knows what comes next is asked for long pages anyway.
    const little = this.state === 'loading' && this.context.calls.adapter.abilities.seek;
    const { start, end } = (this.#reading = rangeFor(this.#wanted, slack, little));
    return this.#ranges.read(this.#query, this.context.today(), start, end - start, signal);
  }

  #apply(slice: Slice, since: readonly Pair[]): boolean {
    const first = this.state === 'loading';
    this.#pool.add(slice.related);
    const doubt = this.#held.land(slice, since);
    this.#reading = null;
    this.arrived();
    if (first) this.#count();
    this.flush();
    // The window may have moved on while this was read; what was asked for and is not there is not asked for for ever.
    if (first || this.#asked !== this.#wanted) this.#ensure();
    return doubt;
  }

  /** The first window comes before anything else; what counts all of them, after it. */
  #count(): void {
    if (!(this.#summaryWanted || this.total === undefined) || !this.context.calls.adapter.abilities.summarize) return;
    this.#summaryWanted = true;
    this.#sums.refresh();
  }

  #ensure(): void {
    if (!this.active || this.state === 'error') return;
    const { shown } = this.#held;
    const { start, end } = this.#wanted;
    if (!covers(shown, this.#wanted)) {
      const coming = this.#reading !== null && this.#reading.start <= start && end <= this.#reading.end;
      if (!coming || !this.#rows.busy) this.#rows.restart();
    } else if (!covers(shown, this.#wanted, true) && !this.#rows.busy) {
      // Who has not begun to scroll is in no hurry, and who does is shown the next rows first: these are far off still.
      this.#rows.refreshSoon(this.#wanted.travel === 0 ? undefined : 0);
    }
  }

  overlaid(kinds: ReadonlySet<Kind>): void {
    this.#pool.overlaid(kinds);
    if (kinds.size === 0 || kinds.has(this.#query.kind)) this.#held.draw();
  }

  fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void {
    if (this.#query.related !== false) this.#pool.fold(pairs);
    const ofKind = pairs.filter((pair) => pair.kind === this.#query.kind);
    this.#rows.note(ofKind);
    this.#sums.note(ofKind);
    const mine = ofKind.filter((pair) => this.#held.touches(pair));
    if (mine.length === 0) return;
    const counted = mine.some((pair) => this.#held.cares(pair));
    const keep = rangeFor(this.#wanted, this.waiting + this.#held.shift);
    const sure = this.#held.fold(mine, origin, this.hold, keep) && this.state !== 'loading';
    if (counted) this.#ranges.forget();
    if (!sure && !this.#rows.busy) this.#rows.refresh();
    else if (counted && this.#rows.doubts(commit)) this.#rows.refreshSoon();
    if (this.#summaryWanted && counted) {
      if (!sure) this.#sums.refresh();
      else if (this.#sums.doubts(commit, mine)) this.#sums.refreshSoon();
    }
    this.#ensure();
  }
}
