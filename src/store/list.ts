import { same } from '../domain/change.js';
import type { Related, Summary } from '../domain/query.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import { foldSummary } from '../domain/totals.js';
import type { ListQuery, LiveList } from './api.js';
import type { Context } from './context.js';
import type { Origin } from './ledger.js';
import { LiveBase } from './live.js';
import { replay, type Pair } from './pairs.js';
import { Pool } from './pool.js';
import { Ranges, type Slice } from './range.js';
import { Reader } from './reads.js';
import { copyOf, foldSpan, lensOf, placeOf, type Lens, type Span } from './span.js';
import { covers, rangeFor, type Wanted } from './window.js';

function nothing(): Span {
  return { start: 0, rows: [], total: undefined, complete: false };
}

/** A window over a list: what is confirmed, and drawn over it what is pending and what waits to be shown. */
export class List<K extends Kind> extends LiveBase implements LiveList<K> {
  hold = false;
  #query: ListQuery<K>;
  #lens: Lens;
  #confirmed = nothing();
  #shown: Span = this.#confirmed;
  #summary: Summary | undefined;
  #shownSummary: Summary | undefined;
  #summaryWanted = false;
  #wanted: Wanted = { start: 0, end: 50, travel: 0 };
  /** What the read that is under way was begun for. */
  #asked: Wanted = this.#wanted;
  #reading: { start: number; end: number } | null = null;
  readonly #waiting = new Map<Id, AnyRecord>();
  readonly #pool = new Pool();
  readonly #ranges: Ranges;
  readonly #rows: Reader<Slice>;
  readonly #sums: Reader<Summary | undefined>;

  constructor(context: Context, query: ListQuery<K>) {
    super(context);
    this.#query = query;
    this.#lens = lensOf(query, context.today());
    this.#ranges = new Ranges(context.calls);
    const { ledger, clock, calls } = context;
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
        const summaries = await calls.summarize(
          { kind, where, search, today: context.today(), window: { offset: 0, limit: 0 } },
          '',
          signal,
        );
        return summaries[0] ?? { group: null, count: 0, sums: [] };
      },
      apply: (summary, since) => {
        this.#summary = summary;
        // Only a list whose pages tell no total takes it from here: two sources would show two numbers for a moment.
        if (this.#confirmed.total === undefined && this.state === 'ready') this.#confirmed.total = summary?.count;
        this.#draw();
        this.flush();
        return since.some((pair) => this.#lens.cares(pair.fields) && this.#touches(pair));
      },
      // The rows are there and right: a sum that is not known is shown as not known.
      fail: () => {
        this.#summary = undefined;
        this.#draw();
        this.flush();
      },
      late,
    });
  }

  get query(): ListQuery<K> {
    return this.#query;
  }
  get total(): number | undefined {
    return this.#shown.total;
  }
  get related(): Related {
    return this.#pool.shown(this.context.ledger);
  }
  get waiting(): number {
    return this.#waiting.size;
  }
  get late(): boolean {
    return this.#rows.late;
  }

  get summary(): Summary | undefined {
    if (!this.#summaryWanted && this.context.calls.adapter.abilities.summarize) {
      this.#summaryWanted = true;
      if (this.active && this.state === 'ready') this.#sums.refresh();
    }
    return this.#shownSummary;
  }

  row(index: number): RecordOf[K] | undefined {
    return this.#shown.rows[index - this.#shown.start] as RecordOf[K] | undefined;
  }

  indexOf(id: Id): number {
    const place = placeOf(this.#shown.rows, id);
    return place === -1 ? -1 : this.#shown.start + place;
  }

  pending(id: Id): boolean {
    return this.context.ledger.overlay.pending(this.#query.kind, id);
  }

  held(kind: Kind, id: Id): AnyRecord | undefined {
    if (kind !== this.#query.kind) return this.#pool.held(kind, id);
    return this.#confirmed.rows.find((row) => row.id === id) ?? this.#waiting.get(id);
  }

  setQuery(query: ListQuery<K>): void {
    if (same(query, this.#query)) return;
    this.#query = query;
    this.#lens = lensOf(query, this.context.today());
    this.#waiting.clear();
    this.#wanted = { start: 0, end: this.#wanted.end - this.#wanted.start, travel: 0 };
    this.#summary = this.#shownSummary = undefined;
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
    if (this.#waiting.size === 0) return;
    this.#waiting.clear();
    this.#draw();
    this.#ensure();
    this.flush();
  }

  retry(): void {
    this.#ranges.forget();
    this.#lens = lensOf(this.#query, this.context.today());
    if (this.state === 'error') this.state = this.#confirmed.total === undefined ? 'loading' : 'ready';
    if (this.state === 'loading') this.#rows.restart();
    else this.#rows.refresh();
    if (this.#summaryWanted && this.state !== 'loading') this.#sums.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#rows.abort();
    this.#sums.abort();
  }

  protected face(): readonly unknown[] {
    const face: unknown[] = [
      this.state,
      this.error,
      this.total,
      this.#shownSummary,
      this.#waiting.size,
      this.late,
      this.related,
    ];
    for (let i = this.#wanted.start; i < this.#wanted.end; i++) {
      const row = this.row(i);
      face.push(row, row !== undefined && this.pending(row.id));
    }
    return face;
  }

  async #read(signal: AbortSignal): Promise<Slice> {
    this.#asked = this.#wanted;
    const slack = this.#waiting.size + this.#confirmed.start - this.#shown.start;
    const { start, end } = (this.#reading = rangeFor(this.#wanted, slack));
    return this.#ranges.read(this.#query, this.context.today(), start, end - start, signal);
  }

  #apply(slice: Slice, since: readonly Pair[]): boolean {
    const first = this.state === 'loading';
    const old = new Map(this.#confirmed.rows.map((row) => [row.id, row]));
    const keep = (row: AnyRecord): AnyRecord => {
      const known = old.get(row.id);
      return known !== undefined && same(known, row) ? known : row;
    };
    this.#confirmed = {
      start: slice.offset,
      rows: slice.rows.map(keep),
      total: slice.total ?? this.#summary?.count,
      complete: slice.complete,
    };
    this.#pool.add(slice.related);
    let doubt = false;
    for (const pair of since) {
      const row = this.#confirmed.rows.find((one) => one.id === pair.id);
      const after = row === undefined ? pair.after : replay(row, pair.changes);
      if (after === undefined || this.#lens.cares(pair.fields))
        doubt = doubt || row !== undefined || this.#touches(pair);
      if (after !== undefined && (row !== undefined || after !== null)) {
        foldSpan(this.#confirmed, row ?? pair.before ?? null, after, this.#lens);
      }
    }
    for (const row of this.#confirmed.rows) this.context.ledger.overlay.learn(this.#query.kind, row.id, row);
    this.#reading = null;
    this.arrived();
    this.#draw();
    if (first && (this.#summaryWanted || slice.total === undefined) && this.context.calls.adapter.abilities.summarize) {
      this.#summaryWanted = true;
      this.#sums.refresh();
    }
    this.flush();
    // The window may have moved on while this was read; what was asked for and is not there is not asked for for ever.
    if (this.#asked !== this.#wanted) this.#ensure();
    return doubt;
  }

  #ensure(): void {
    if (!this.active || this.state === 'error') return;
    const missing = !covers(this.#shown, this.#wanted);
    if (missing) {
      const coming =
        this.#reading !== null && this.#reading.start <= this.#wanted.start && this.#wanted.end <= this.#reading.end;
      if (!coming || !this.#rows.busy) this.#rows.restart();
    } else if (!covers(this.#shown, this.#wanted, true) && !this.#rows.busy) this.#rows.refresh();
  }

  overlaid(kinds: ReadonlySet<Kind>): void {
    this.#pool.overlaid(kinds);
    if (kinds.size === 0 || kinds.has(this.#query.kind)) this.#draw();
  }

  fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void {
    this.#pool.fold(pairs);
    const ofKind = pairs.filter((pair) => pair.kind === this.#query.kind);
    this.#rows.note(ofKind);
    this.#sums.note(ofKind);
    const mine = ofKind.filter((pair) => this.#touches(pair));
    if (mine.length === 0) return;
    const counted = mine.filter((pair) => this.#lens.cares(pair.fields));
    let sure = this.state !== 'loading';
    for (const pair of mine) sure = this.#foldOne(pair, origin) && sure;
    this.#draw();
    if (counted.length > 0) this.#ranges.forget();
    if (!sure && !this.#rows.busy) this.#rows.refresh();
    else if (counted.length > 0 && this.#rows.doubts(commit)) this.#rows.refreshSoon();
    if (this.#summaryWanted && counted.length > 0) {
      if (!sure) this.#sums.refresh();
      else if (this.#sums.doubts(commit)) this.#sums.refreshSoon();
    }
    this.#ensure();
  }

  /** Is it held here, or could it change what is counted? */
  #touches(pair: Pair): boolean {
    if (this.held(pair.kind, pair.id) !== undefined) return true;
    if (!this.#lens.cares(pair.fields)) return false;
    if (pair.before === undefined || pair.after === undefined) return true;
    return (
      (pair.before !== null && this.#lens.matches(pair.before)) ||
      (pair.after !== null && this.#lens.matches(pair.after))
    );
  }

  #foldOne({ id, before, after }: Pair, origin: Origin): boolean {
    const held = this.#confirmed.rows.find((row) => row.id === id);
    const was = held ?? before;
    if (was === undefined || after === undefined) return false;
    if (held !== undefined && after !== null && after.rev < held.rev) return true;
    const comes = after !== null && this.#lens.matches(after);
    const wasIn = was !== null && this.#lens.matches(was);
    if (origin === 'other' && comes && !wasIn && (this.hold || this.#waiting.size > 0)) this.#waiting.set(id, after);
    else if (this.#waiting.has(id)) {
      if (comes) this.#waiting.set(id, after);
      else this.#waiting.delete(id);
    }
    if (this.#summary !== undefined) this.#summary = foldSummary(this.#summary, was, after, this.#lens.matches);
    return foldSpan(this.#confirmed, was, after, this.#lens);
  }

  /** What is seen: the confirmed rows without those that wait, with what is pending. */
  #draw(): void {
    const { overlay } = this.context.ledger;
    const { kind } = this.#query;
    if (this.#waiting.size === 0 && !overlay.touches(kind)) {
      this.#shown = this.#confirmed;
      this.#shownSummary = this.#summary;
      return;
    }
    const shown = copyOf(this.#confirmed);
    let summary = this.#summary;
    for (const record of this.#waiting.values()) foldSpan(shown, record, null, this.#lens);
    const rows = new Map(this.#confirmed.rows.map((row) => [row.id, row]));
    for (const { id, base } of overlay.of(kind)) {
      const before = rows.get(id) ?? base;
      const after = overlay.visible(kind, id, before as RecordOf[K] | null);
      if (before === after) continue;
      foldSpan(shown, before, after, this.#lens);
      if (summary !== undefined) summary = foldSummary(summary, before, after, this.#lens.matches);
    }
    this.#shown = shown;
    this.#shownSummary = summary;
  }
}
