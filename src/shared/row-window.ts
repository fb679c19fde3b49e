import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, noChange, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { placed } from './placed.js';
import type { Placed } from './placed.js';
import type { Geometry } from './row-geometry.js';
import { fixedRows, offsetFor, rowsToDraw, withPinned } from './row-geometry.js';
import { Scale } from './row-scale.js';
import { Sizes } from './row-sizes.js';
import type { Records, Slot } from './row-slots.js';
import { assignSlots, followRecords } from './row-slots.js';

export interface RowWindowOptions {
  /** Draws a row; exactly one element. Its place is set from outside. */
  readonly row: (index: number) => TemplateResult;
  /** Role of the box around the rows: `rowgroup` (default) in a grid, `list`, or `presentation`. */
  readonly role?: 'rowgroup' | 'list' | 'presentation' | undefined;
  /** Hears which rows are drawn, `[start, end)`, whenever that changes: time to read records. */
  readonly onRange?: ((start: number, end: number) => void) | undefined;
  /** A row that stays then keeps its element, though others come or go above it. */
  readonly records?: Records | undefined;
  /** The view draws it itself after its updates, with others of its kind (`drawTogether`). */
  readonly together?: boolean | undefined;
}

/**
 * Shows a long list by drawing only the rows in sight. The view gives the scroll container and the place of the rows:
 *
 *     rows = new RowWindow(this, { row: (index) => html`<div role="row" aria-rowindex=${index + 2}>…</div>` });
 *     render() {
 *       this.rows.count = this.total;
 *       return html`<div class="win" ${placed(this.rows.scroller)}> <div class="head" role="row">…</div> ${this.rows.render()} </div>`;
 *     }
 *
 * with the styles `rowWindow`; the row height is `--_row` on `.win` (default `--crm-row-height-2`). Rows are drawn by
 * themselves while one scrolls, without the element's own update, and all of them again after each of its updates.
 * Row elements are reused; a row that stays keeps its element. Layout is read when sizes change, never while scrolling.
 */
export class RowWindow implements ReactiveController {
  /** `${placed(rows.scroller)}` on the scroll container. What stands above the rows in it may be sticky. */
  readonly scroller: (element?: Element) => void;
  protected readonly host: ReactiveControllerHost & HTMLElement;
  protected readonly options: RowWindowOptions;
  /** The observer has reported sizes since the last drawing. */
  protected resized = true;
  #scroller: HTMLElement | undefined;
  readonly #space: Placed = {};
  readonly #rows: Placed = {};
  #scale = new Scale();
  readonly #sizes = new Sizes(() => {
    this.resized = true;
    this.update();
  });
  #slots: Slot[] = [];
  #places = new WeakMap<Element, number>();
  #count = 0;
  #geometry: Geometry | undefined;
  #range: readonly [number, number] = [0, 0];
  #speed = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #pinned = -1;
  #jump: { readonly index: number; readonly align: ScrollLogicalPosition } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: RowWindowOptions) {
    this.host = host;
    this.options = options;
    this.scroller = (element?: Element) => this.#attach(element as HTMLElement | undefined);
    host.addController(this);
  }

  /** How many rows there are, drawn or not. */
  get count(): number {
    return this.#count;
  }
  set count(count: number) {
    if (count === this.#count) return;
    this.#count = count;
    this.#geometry = undefined;
  }

  /** The rows that are drawn, `[start, end)`. */
  get range(): readonly [start: number, end: number] {
    return this.#range;
  }

  /** CSS pixels; 0 before the first layout. */
  get rowHeight(): number {
    return this.#sizes.row;
  }

  /** Whether one has scrolled away from the top; nothing is read for it. */
  get scrolled(): boolean {
    return this.#scale.offset > 0;
  }

  /** The first row below the lower edge. */
  protected get below(): number {
    return this.#rowsNow().at(this.#scale.offset + this.#sizes.view) + 1;
  }

  /** A row that stays drawn wherever one scrolls: the one with the focus. -1 = none. */
  get pinned(): number {
    return this.#pinned;
  }
  set pinned(index: number) {
    this.#pinned = index;
  }

  /** How many rows fit: a page for PageUp and PageDown. */
  get page(): number {
    return Math.max(1, Math.floor(this.#sizes.view / (this.#sizes.row || 1)) - 1);
  }

  render(): TemplateResult {
    return html`<div class="win-space" role="presentation" ${placed(this.#space)}>
      <div class="win-rows" role=${this.options.role ?? 'rowgroup'} ${placed(this.#rows)}></div>
      <div class="win-probe" aria-hidden="true" ${placed(this.#sizes.probe)}></div>
    </div>`;
  }

  /** The element of a row, if it is drawn. */
  elementAt(index: number): HTMLElement | undefined {
    const at = this.#slots.findIndex((slot) => slot.index === index);
    return at < 0 ? undefined : (this.#rows.value?.children[at] as HTMLElement | undefined);
  }

  /**
   * Brings a row into sight; `nearest` (default) does not move what is in sight. All in sight is drawn as it is by now;
   * @param fresh it has just been drawn so
   */
  scrollTo(index: number, align: ScrollLogicalPosition = 'nearest', fresh = false): void {
    if (!this.#sizes.read(this.#space.value)) {
      this.#jump = { index, align };
      return;
    }
    this.#geometry = undefined;
    // Cards that come into sight for the first time may be taller than was guessed: once more then.
    for (let round = 0; round < 3; round++) {
      const geometry = this.#rowsNow();
      const moved = this.#approach(geometry, index, align);
      if (fresh && !moved && this.elementAt(index)) return;
      this.#draw(round === 0 && !fresh);
      if (this.#geometry === geometry) return;
    }
  }

  #approach(geometry: Geometry, index: number, align: ScrollLogicalPosition): boolean {
    const { offset } = this.#scale;
    const to = offsetFor(geometry, index, align, offset, this.#sizes.view);
    if (to !== offset && this.#scroller) this.#scale.jump(this.#scroller, to);
    return this.#scale.offset !== offset;
  }

  /** Draws rows again whose data have changed, without an update of the element. */
  update(): void {
    this.#geometry = undefined;
    this.#draw(true);
  }

  hostConnected(): void {
    // Whatever was put back into the page stands at its top again.
    const scroller = this.#scroller;
    this.#attach(undefined);
    this.#attach(scroller);
  }

  hostDisconnected(): void {
    this.#sizes.stop();
    clearTimeout(this.#idle);
  }

  hostUpdated(): void {
    // Something else stands in its place.
    if (this.#scroller?.isConnected === false) this.#attach(undefined);
    if (!this.options.together) this.update();
  }

  /** Rows drawn beyond either edge at rest. */
  protected get margin(): number {
    return 3;
  }

  /** How tall the rows are; a subclass knows better. */
  protected geometry(count: number, rowHeight: number): Geometry {
    return fixedRows(count, rowHeight);
  }

  /** After rows were drawn; a subclass measures. True: heights have changed. */
  protected drawn(_rows: HTMLElement, _slots: readonly Slot[]): boolean {
    return false;
  }

  #rowsNow(): Geometry {
    return (this.#geometry ??= this.geometry(this.#count, this.#sizes.row));
  }

  #attach(element: HTMLElement | undefined): void {
    if (element === this.#scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#scroller = element;
    // What has just been put into the page stands at its top.
    if (element) this.#scale = new Scale();
    element?.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#sizes.watch(element);
  }

  readonly #scrolled = (): void => {
    if (!this.#scroller) return;
    const before = this.#scale.offset;
    this.#scale.scrolled(this.#scroller);
    this.#speed = this.#scale.offset - before;
    this.#draw(false);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#speed = 0;
      this.#draw(false);
    }, 160);
  };

  #wanted(geometry: Geometry): number[] {
    if (geometry.count === 0) return [];
    this.#range = rowsToDraw(geometry, this.#scale.offset, this.#sizes.view, this.#speed, this.margin);
    return withPinned(this.#range, this.#pinned, geometry.count);
  }

  #draw(all: boolean): void {
    this.draw(all);
    // With better heights other rows may be in sight; each round knows more kinds, so this ends.
    while (this.settle()) this.draw(false);
  }

  /** Before `draw` and `settle`. False where there is no layout (not rendered, hidden). */
  begin(): boolean {
    this.#geometry = undefined;
    return this.#sizes.read(this.#space.value);
  }

  /** The first half of a drawing: writes, and reads nothing. @param all also the rows that stay */
  draw(all: boolean): void {
    const [scroller, space, rows] = [this.#scroller, this.#space.value, this.#rows.value];
    if (!scroller || !space || !rows || !this.#sizes.read(this.#space.value)) return;
    const geometry = this.#rowsNow();
    this.#scale.resize(scroller, space, geometry.total, this.#sizes.view);
    if (this.#jump) {
      const { index, align } = this.#jump;
      this.#jump = undefined;
      this.scrollTo(index, align);
    }
    const [startBefore, endBefore] = this.#range;
    const { records } = this.options;
    if (all && records) followRecords(this.#slots, records);
    this.#slots = assignSlots(this.#slots, this.#wanted(geometry));
    render(
      repeat(
        this.#slots,
        (slot) => slot.key,
        (slot) => {
          if (!all && !slot.stale) return noChange;
          slot.stale = false;
          slot.id = records?.idAt(slot.index);
          return this.options.row(slot.index);
        },
      ),
      rows,
      { host: this.host },
    );
    this.#placeRows(rows, geometry);
    const [start, end] = this.#range;
    if (start !== startBefore || end !== endBefore) this.options.onRange?.(start, end);
  }

  /** The second half: reads what was drawn. True where heights have changed: draw again. */
  settle(): boolean {
    const rows = this.#rows.value;
    if (!rows || !this.#sizes.known || !this.drawn(rows, this.#slots)) return false;
    this.#geometry = undefined;
    return true;
  }

  #placeRows(rows: HTMLElement, geometry: Geometry): void {
    const elements = rows.children;
    for (const [at, slot] of this.#slots.entries()) {
      const element = elements[at] as HTMLElement | undefined;
      const top = Math.round(geometry.top(slot.index) - this.#scale.shift);
      if (!element || this.#places.get(element) === top) continue;
      this.#places.set(element, top);
      // Direct properties: a custom property would make every row below recompute its style.
      element.style.transform = `translateY(${top}px)`;
    }
  }
}
