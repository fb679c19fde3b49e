import type { Geometry } from './row-geometry.js';
import { variableRows } from './row-geometry.js';
import { Moving as RowMoving } from './row-moving.js';
import type { CardOptions } from './row-options.js';
import { drawTogether } from './row-window.js';
import type { RowWindow } from './row-window.js';

/** What the windows of one element have in common: heights by kind, for each width that cards were drawn in, and what waits for a paint. */
class MeasuredHeights {
  readonly #widths = new Map<number, Map<string, number>>();
  readonly #waiting = new Set<Moving>();
  #said: readonly unknown[] = [];
  #frame = 0;

  at(width: number): Map<string, number> {
    let heights = this.#widths.get(width);
    if (heights === undefined) this.#widths.set(width, (heights = new Map<string, number>()));
    return heights;
  }

  /** Where what decides a height has changed for all of them (words, fonts), nothing is known any more. */
  mind(said: readonly unknown[]): void {
    if (said.some((part, i) => part !== this.#said[i])) this.clear();
    this.#said = said;
  }

  clear(): void {
    for (const heights of this.#widths.values()) heights.clear();
  }

  /** Widths that nobody has any more are forgotten: a window that is resized passes many. */
  keep(width: number): void {
    for (const other of this.#widths.keys()) if (Math.abs(other - width) > 40) this.#widths.delete(other);
  }

  /** Draws and measures the rest in the frame after the next: this one's layout is done then, and nothing is read in between. */
  afterPaint(moving: Moving): void {
    this.#waiting.add(moving);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => (this.#frame = requestAnimationFrame(this.#rest)));
  }

  readonly #rest = (): void => {
    this.#frame = 0;
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const moving of all) moving.thorough = true;
    drawTogether(
      all.map(({ window }) => window),
      false,
    );
    for (const moving of all) moving.thorough = false;
  };
}

const measured = new WeakMap<object, MeasuredHeights>();

/**
 * Moves a window over cards of a few different heights: a column of the board. The first card of each kind that is drawn
 * is measured, once per width; after that no layout is read. Below the lower edge that waits for the next frame: such a
 * card moves nothing that is in sight.
 */
export class Moving extends RowMoving {
  readonly #cards: CardOptions;
  readonly #measured: MeasuredHeights;
  #heights: Map<string, number>;
  #width = 0;
  /** The rows beyond the edges are due as well. */
  thorough = false;

  constructor(window: RowWindow) {
    super(window);
    const { cards } = window.options;
    if (!cards) throw new Error('A window over cards needs to know what decides their heights.');
    this.#cards = cards;
    let shared = measured.get(window.host);
    if (!shared) measured.set(window.host, (shared = new MeasuredHeights()));
    this.#measured = shared;
    this.#heights = shared.at(0);
  }

  protected override geometry(): Geometry {
    const { count } = this.window;
    const { kindOf, known, said, estimate, gap = 0 } = this.#cards;
    if (said) this.#measured.mind(said());
    const [from, to] = known?.() ?? [0, count];
    const of = (index: number): number => (this.#heights.get(kindOf(index)) ?? estimate) + gap;
    return variableRows(count, { from, to, guess: estimate + gap, of });
  }

  protected override measured(rows: HTMLElement): boolean {
    const { kindOf } = this.#cards;
    const unknown = this.window.slots.filter(({ index }) => {
      const kind = kindOf(index);
      return kind !== '' && !this.#heights.has(kind);
    });
    // Asked only where a measurement is due anyway, or the observer has just reported a new size.
    const due = this.thorough ? unknown.length > 0 : unknown.some(({ index }) => index < this.below);
    if (this.resized || due) return this.#measure(rows);
    if (unknown.length > 0) this.#measured.afterPaint(this);
    return false;
  }

  #measure(rows: HTMLElement): boolean {
    const width = rows.clientWidth;
    // Another density: a card that is known may have become another height.
    const anew = this.resized;
    this.resized = false;
    // Back to a width whose heights are known: nothing is measured, and yet all stand elsewhere.
    let changed = width !== this.#width;
    if (changed) {
      this.#width = width;
      this.#measured.keep(width);
      this.#heights = this.#measured.at(width);
    }
    for (const { index, element } of this.window.slots) {
      const kind = this.#cards.kindOf(index);
      const before = this.#heights.get(kind);
      if (kind === '' || !element || (before !== undefined && !anew)) continue;
      // To the fraction, so that cards stand where the browser had laid them out; and whatever the page scales us by.
      const height = parseFloat(getComputedStyle(element).height);
      if (!(height > 0) || height === before) continue;
      if (before !== undefined) this.#measured.clear();
      this.#heights.set(kind, height);
      changed = true;
    }
    return changed;
  }
}
