import { same } from '../domain/change.js';
import type { Summary } from '../domain/query.js';
import type { AnyRecord, Day, Id } from '../domain/records.js';
import { foldSummary } from '../domain/totals.js';
import type { ListQuery } from './api.js';
import type { Ledger, Origin } from './ledger.js';
import { replay, type Pair } from './pairs.js';
import type { Slice } from './range.js';
import { copyOf, foldSpan, lensOf, placeOf, type Lens, type Span } from './span.js';

/** The rows of a list as they are held: what is confirmed, and drawn over it what is pending and what waits to be shown. */
export class Rows {
  #lens: Lens;
  #confirmed: Span = { start: 0, rows: [], total: undefined, complete: false };
  #summary: Summary | undefined;
  /** As it is seen. */
  shown: Span = this.#confirmed;
  shownSummary: Summary | undefined;
  /** Others' new rows that are held back. */
  readonly waiting = new Map<Id, AnyRecord>();

  constructor(
    private readonly ledger: Ledger,
    private query: ListQuery,
    today: Day,
  ) {
    this.#lens = lensOf(query, today);
  }

  /** How many places what is held back and what is pending have moved the first row. */
  get shift(): number {
    return this.#confirmed.start - this.shown.start;
  }
  get total(): number | undefined {
    return this.#confirmed.total;
  }

  /** The same query on another day, or another query: its rows come with the next answer, until then the old ones stay. */
  ask(query: ListQuery, today: Day): void {
    if (query !== this.query) {
      this.waiting.clear();
      this.#summary = this.shownSummary = undefined;
    }
    this.query = query;
    this.#lens = lensOf(query, today);
  }

  find(id: Id): AnyRecord | undefined {
    return this.#confirmed.rows.find((row) => row.id === id) ?? this.waiting.get(id);
  }

  cares(pair: Pair): boolean {
    return this.#lens.cares(pair.fields);
  }

  /** Is it held here, or could it change what is counted? */
  touches(pair: Pair): boolean {
    if (this.find(pair.id) !== undefined) return true;
    if (!this.cares(pair)) return false;
    if (pair.before === undefined || pair.after === undefined) return true;
    const { matches } = this.#lens;
    return (pair.before !== null && matches(pair.before)) || (pair.after !== null && matches(pair.after));
  }

  /** The sum of all was read. Only a list whose pages tell no total takes it from here: two sources would show two numbers. */
  sum(summary: Summary | undefined, countToo: boolean): void {
    this.#summary = summary;
    if (countToo && this.#confirmed.total === undefined) this.#confirmed.total = summary?.count;
    this.draw();
  }

  /** @returns true where what changed while the rows were read leaves a doubt */
  land(slice: Slice, since: readonly Pair[]): boolean {
    const old = new Map(this.#confirmed.rows.map((row) => [row.id, row]));
    const rows = slice.rows.map((row) => {
      const known = old.get(row.id);
      return known !== undefined && same(known, row) ? known : row;
    });
    const total = slice.total ?? this.#summary?.count;
    this.#confirmed = { start: slice.offset, rows, total, complete: slice.complete };
    let doubt = false;
    for (const pair of since) {
      const row = this.#confirmed.rows.find((one) => one.id === pair.id);
      const after = row === undefined ? pair.after : replay(row, pair.changes);
      if (after === undefined || this.cares(pair)) doubt = doubt || row !== undefined || this.touches(pair);
      if (after !== undefined && (row !== undefined || after !== null)) {
        foldSpan(this.#confirmed, row ?? pair.before ?? null, after, this.#lens);
      }
    }
    for (const row of this.#confirmed.rows) this.ledger.overlay.learn(this.query.kind, row.id, row);
    this.draw();
    return doubt;
  }

  /** @returns false where a place or a count cannot be told from what is held */
  fold(pairs: readonly Pair[], origin: Origin, hold: boolean): boolean {
    let sure = true;
    for (const pair of pairs) sure = this.#foldOne(pair, origin === 'other' && (hold || this.waiting.size > 0)) && sure;
    this.draw();
    return sure;
  }

  #foldOne({ id, before, after }: Pair, holdBack: boolean): boolean {
    const { matches } = this.#lens;
    const held = this.#confirmed.rows.find((row) => row.id === id);
    const was = held ?? before;
    if (was === undefined || after === undefined) return false;
    if (held !== undefined && after !== null && after.rev < held.rev) return true;
    const comes = after !== null && matches(after);
    if (this.waiting.has(id)) {
      if (comes) this.waiting.set(id, after);
      else this.waiting.delete(id);
    } else if (holdBack && comes && !(was !== null && matches(was))) this.waiting.set(id, after);
    if (this.#summary !== undefined) this.#summary = foldSummary(this.#summary, was, after, matches);
    return foldSpan(this.#confirmed, was, after, this.#lens);
  }

  /** What is seen: the confirmed rows without those that wait, with what is pending. */
  draw(): void {
    const { overlay } = this.ledger;
    const { kind } = this.query;
    this.shown = this.#confirmed;
    this.shownSummary = this.#summary;
    if (this.waiting.size === 0 && !overlay.touches(kind)) return;
    const shown = copyOf(this.#confirmed);
    let summary = this.#summary;
    for (const record of this.waiting.values()) foldSpan(shown, record, null, this.#lens);
    const rows = new Map(this.#confirmed.rows.map((row) => [row.id, row]));
    for (const { id, base } of overlay.of(kind)) {
      const before = rows.get(id) ?? base;
      const after: AnyRecord | null = overlay.visible(kind, id, before);
      if (before === after) continue;
      foldSpan(shown, before, after, this.#lens);
      if (summary !== undefined) summary = foldSummary(summary, before, after, this.#lens.matches);
    }
    this.shown = shown;
    this.shownSummary = summary;
  }

  placeOf(id: Id): number {
    const place = placeOf(this.shown.rows, id);
    return place === -1 ? -1 : this.shown.start + place;
  }
}
