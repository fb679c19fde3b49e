import type { ReactiveControllerHost } from 'lit';
import type { Geometry } from './row-geometry.js';
import { variableRows } from './row-geometry.js';
import type { Slot } from './row-slots.js';
import type { RowWindowOptions } from './row-window.js';
import { RowWindow } from './row-window.js';

export interface VariableWindowOptions extends RowWindowOptions {
  /** Names what decides a row's height: rows of one kind are equally tall ("labels+date", "plain"). Never called for unknown rows' data: say what you assume. */
  readonly kindOf: (index: number) => string;
  /** CSS pixels, before the first row of a kind was drawn. */
  readonly estimate: number;
  /** CSS pixels between rows. */
  readonly gap?: number | undefined;
}

/**
 * A window over cards of a few different heights: a column of the board. The first card of each kind that is drawn is
 * measured, once per width; after that no layout is read. The sums over all cards are made again only when the data change.
 */
export class VariableWindow extends RowWindow {
  readonly #options: VariableWindowOptions;
  readonly #heights = new Map<string, number>();
  #width = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: VariableWindowOptions) {
    super(host, options);
    this.#options = options;
  }

  protected override geometry(count: number): Geometry {
    const { kindOf, estimate, gap = 0 } = this.#options;
    return variableRows(count, (index) => (this.#heights.get(kindOf(index)) ?? estimate) + gap);
  }

  protected override drawn(rows: HTMLElement, slots: readonly Slot[]): boolean {
    const unknown = slots.some((slot) => !this.#heights.has(this.#options.kindOf(slot.index)));
    // Asked only where a measurement is due anyway, or the observer has just reported a new size.
    const width = unknown || this.resized ? rows.clientWidth : this.#width;
    this.resized = false;
    if (width !== this.#width) {
      this.#width = width;
      this.#heights.clear();
    } else if (!unknown) return false;
    let changed = false;
    for (const [at, slot] of slots.entries()) {
      const kind = this.#options.kindOf(slot.index);
      if (this.#heights.has(kind)) continue;
      const height = (rows.children[at] as HTMLElement | undefined)?.offsetHeight ?? 0;
      if (height === 0) continue;
      this.#heights.set(kind, height);
      changed = true;
    }
    return changed;
  }
}
