import { same } from '../domain/same.js';
import type { Summary } from '../domain/query.js';
import type { AnyRecord, Day, Id } from '../domain/records.js';
import type { ListQuery } from './api.js';
import { cares, drawOver, foldRows, foldSince, touches, type Held } from './fold-rows.js';
import type { Ledger, Origin } from './ledger.js';
import type { Pair } from './pairs.js';
import type { Slice } from './slice.js';
import type { Span } from './span.js';

/** The rows of a list as they are held: what is confirmed, and drawn over it what is pending and what waits to be shown. */
export class Rows {
  readonly #held: Held;
  /** As it is seen. */
  shown: Span;
  shownSummary: Summary | undefined;

  constructor(
    private readonly ledger: Ledger,
    query: ListQuery,
    today: Day,
  ) {
    const confirmed = { start: 0, rows: [], total: undefined, complete: false };
    this.#held = { query, today, lens: null, confirmed, summary: undefined, waiting: new Map() };
    this.shown = confirmed;
  }

  /** Others' new rows that are held back. */
  get waiting(): Map<Id, AnyRecord> {
    return this.#held.waiting;
  }
  /** How many places what is held back and what is pending have moved the first row. */
  get shift(): number {
    return this.#held.confirmed.start - this.shown.start;
  }
  /** Those that wait included. */
  get rows(): readonly AnyRecord[] {
    const { confirmed, waiting } = this.#held;
    return [...confirmed.rows, ...waiting.values()];
  }
  get total(): number | undefined {
    return this.#held.confirmed.total;
  }

  /** The same query on another day, or another query: its rows come with the next answer, until then the old ones stay. */
  ask(query: ListQuery, today: Day): void {
    const held = this.#held;
    if (query !== held.query) {
      this.waiting.clear();
      held.summary = this.shownSummary = undefined;
    }
    held.query = query;
    held.today = today;
    held.lens = null;
  }

  find(id: Id): AnyRecord | undefined {
    return this.#held.confirmed.rows.find((row) => row.id === id) ?? this.waiting.get(id);
  }

  cares(pair: Pair): boolean {
    return cares(this.#held, pair);
  }

  touches(pair: Pair): boolean {
    return touches(this.#held, pair);
  }

  /** The sum of all was read. Only a list whose pages tell no total takes it from here: two sources would show two numbers. */
  sum(summary: Summary | undefined, countToo: boolean): void {
    this.#held.summary = summary;
    const { confirmed } = this.#held;
    if (countToo && confirmed.total === undefined) confirmed.total = summary?.count;
    this.draw();
  }

  /** @returns true where what changed while the rows were read leaves a doubt */
  land(slice: Slice, since: readonly Pair[]): boolean {
    const held = this.#held;
    const old = new Map(held.confirmed.rows.map((row) => [row.id, row]));
    const rows = slice.rows.map((row) => {
      const known = old.get(row.id);
      return known !== undefined && same(known, row) ? known : row;
    });
    const total = slice.total ?? held.summary?.count;
    held.confirmed = { start: slice.offset, rows, total, complete: slice.complete };
    const { overlay } = this.ledger;
    const doubt = foldSince(held, since);
    for (const row of held.confirmed.rows) overlay.learn(held.query.kind, row.id, row);
    this.draw();
    return doubt;
  }

  /** @returns false where a place or a count cannot be told from what is held */
  fold(pairs: readonly Pair[], origin: Origin, hold: boolean, keep: { start: number; end: number }): boolean {
    const sure = foldRows(this.#held, pairs, origin === 'other', hold, keep);
    this.draw();
    return sure;
  }

  /** What is seen: the confirmed rows without those that wait, with what is pending. */
  draw(): void {
    const held = this.#held;
    const { overlay } = this.ledger;
    [this.shown, this.shownSummary] =
      this.waiting.size > 0 || overlay.touches(held.query.kind)
        ? drawOver(held, overlay)
        : [held.confirmed, held.summary];
  }

  placeOf(id: Id): number {
    const place = this.shown.rows.findIndex((row) => row.id === id);
    return place === -1 ? -1 : this.shown.start + place;
  }
}
