import type { ReactiveControllerHost } from 'lit';
import type { Geometry } from './row-geometry.js';
import { variableRows } from './row-geometry.js';
import type { Slot } from './row-slots.js';
import type { RowWindowOptions } from './row-window.js';
import { RowWindow } from './row-window.js';

export interface VariableWindowOptions extends RowWindowOptions {
  /** Names what decides a row's height: rows of one kind are equally tall ("labels+date", "plain"); '' = not known, as tall as guessed. */
  readonly kindOf: (index: number) => string;
  /** The rows that have a kind, `[start, end)`; default all. No other is asked for. */
  readonly known?: (() => readonly [start: number, end: number]) | undefined;
  /** CSS pixels of a row of which nothing is known. */
  readonly estimate: number;
  /** CSS pixels of a row that has a kind, for the first drawing, so that as many are drawn as come into sight; default `estimate`. */
  readonly guess?: ((index: number) => number) | undefined;
  /** CSS pixels between rows. */
  readonly gap?: number | undefined;
  /** Heights that are known elsewhere: windows side by side, whose rows are of the same make, measure each kind once. */
  readonly heights?: MeasuredHeights | undefined;
}

/** What windows side by side have in common: heights by kind, for each width that rows were drawn in, and what waits for a paint. */
export class MeasuredHeights {
  readonly #widths = new Map<number, Map<string, number>>();
  readonly #waiting = new Set<VariableWindow>();
  #frame = 0;

  at(width: number): Map<string, number> {
    let heights = this.#widths.get(width);
    if (heights === undefined) this.#widths.set(width, (heights = new Map<string, number>()));
    return heights;
  }

  /** What decides a height has changed for all of them: words, fonts. */
  clear(): void {
    for (const heights of this.#widths.values()) heights.clear();
  }

  /** Widths that nobody has any more are forgotten: a window that is resized passes many. */
  keep(width: number): void {
    for (const other of this.#widths.keys()) if (Math.abs(other - width) > 40) this.#widths.delete(other);
  }

  /** Draws and measures the rest in the frame after the next: this one's layout is done then, and nothing is read in between. */
  afterPaint(window: VariableWindow): void {
    this.#waiting.add(window);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(this.#rest)));
  }

  readonly #rest = (): void => {
    this.#frame = 0;
    const windows = [...this.#waiting];
    this.#waiting.clear();
    for (const window of windows) window.thorough = true;
    drawTogether(windows, false);
    for (const window of windows) window.thorough = false;
  };
}

/**
 * A window over cards of a few different heights: a column of the board. The first card of each kind that is drawn is
 * measured, once per width; after that no layout is read. Below the lower edge that waits for the next frame: such a card
 * moves nothing that is in sight.
 */
export class VariableWindow extends RowWindow {
  readonly #options: VariableWindowOptions;
  readonly #measured: MeasuredHeights;
  #heights: Map<string, number>;
  #width = 0;
  /** Rows beyond the edges come after those in sight: the first paint does not wait for them. */
  #begun = false;
  #thorough = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: VariableWindowOptions) {
    super(host, options);
    this.#options = options;
    this.#measured = options.heights ?? new MeasuredHeights();
    this.#heights = this.#measured.at(0);
  }

  /** The rows beyond the edges are due as well. */
  set thorough(on: boolean) {
    this.#thorough = on;
    this.#begun = true;
  }

  protected override geometry(count: number): Geometry {
    const { kindOf, known, estimate, gap = 0 } = this.#options;
    const [from, to] = known?.() ?? [0, count];
    // Later on all that were not measured are alike: which of them are read must not move the others.
    const guess = this.#begun ? undefined : this.#options.guess;
    const of = (index: number): number => (this.#heights.get(kindOf(index)) ?? guess?.(index) ?? estimate) + gap;
    return variableRows(count, { from, to, guess: estimate + gap, of });
  }

  protected override get margin(): number {
    return this.#begun ? super.margin : 0;
  }

  protected override drawn(rows: HTMLElement, slots: readonly Slot[]): boolean {
    if (!this.#begun && slots.length > 0) this.#measured.afterPaint(this);
    const { kindOf } = this.#options;
    const unknown = slots.filter(({ index }) => {
      const kind = kindOf(index);
      return kind !== '' && !this.#heights.has(kind);
    });
    // Asked only where a measurement is due anyway, or the observer has just reported a new size.
    const due = this.#thorough ? unknown.length > 0 : unknown.some(({ index }) => index < this.below);
    if (this.resized || due) return this.#measure(rows, slots);
    if (unknown.length > 0) this.#measured.afterPaint(this);
    return false;
  }

  #measure(rows: HTMLElement, slots: readonly Slot[]): boolean {
    const width = rows.clientWidth;
    // Another density: a card that is known may have become another height.
    const anew = this.resized;
    this.resized = false;
    if (width !== this.#width) {
      this.#width = width;
      this.#measured.keep(width);
      this.#heights = this.#measured.at(width);
    }
    let changed = false;
    for (const [at, { index }] of slots.entries()) {
      const kind = this.#options.kindOf(index);
      const known = this.#heights.get(kind);
      if (kind === '' || (known !== undefined && !anew)) continue;
      const height = (rows.children[at] as HTMLElement | undefined)?.offsetHeight ?? 0;
      if (height === 0 || height === known) continue;
      if (known !== undefined) this.#measured.clear();
      this.#heights.set(kind, height);
      changed = true;
    }
    return changed;
  }
}

/**
 * Draws windows that stand side by side after an update of their view: all of them write before any of them reads, so
 * that the browser lays the page out once and not once for each. For windows made with `together`.
 * @param all also the rows that stay
 */
export function drawTogether(windows: readonly RowWindow[], all = true): void {
  let open = windows.filter((window) => window.begin());
  for (let round = 0; open.length > 0; round++) {
    for (const window of open) window.draw(all && round === 0);
    open = open.filter((window) => window.settle());
  }
}
