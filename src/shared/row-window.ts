import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, noChange, render } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { RefOrCallback } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { clamp } from './clamp.js';
import type { Geometry } from './row-geometry.js';
import { fixedRows } from './row-geometry.js';
import { Scale } from './row-scale.js';
import type { Slot } from './row-slots.js';
import { assignSlots } from './row-slots.js';

export interface RowWindowOptions {
  /** Draws a row; exactly one element. Its place is set from outside. */
  readonly row: (index: number) => TemplateResult;
  /** Role of the box around the rows: `rowgroup` (default) in a grid, `list`, or `presentation`. */
  readonly role?: 'rowgroup' | 'list' | 'presentation' | undefined;
  /** Hears which rows are drawn, `[start, end)`, whenever that changes: time to read records. */
  readonly onRange?: ((start: number, end: number) => void) | undefined;
}

/** Rows drawn beyond either edge at rest. While one scrolls, more are drawn ahead. */
const margin = 3;

/**
 * Shows a long list by drawing only the rows in sight. The view gives the scroll container and the place of the rows:
 *
 *     rows = new RowWindow(this, { row: (index) => html`<div role="row" aria-rowindex=${index + 2}>…</div>` });
 *     render() {
 *       this.rows.count = this.total;
 *       return html`<div class="win" ${ref(this.rows.scroller)}> <div class="head" role="row">…</div> ${this.rows.render()} </div>`;
 *     }
 *
 * with the styles `rowWindow`; the row height is `--_row` on `.win` (default `--crm-row-height-2`). Rows are drawn by
 * themselves while one scrolls, without the element's own update, and all of them again after each of its updates.
 * Row elements are reused; a row that stays keeps its element. Layout is read when sizes change, never while scrolling.
 */
export class RowWindow implements ReactiveController {
  /** `${ref(rows.scroller)}` on the scroll container. What stands above the rows in it may be sticky. */
  readonly scroller: RefOrCallback;
  protected readonly host: ReactiveControllerHost & HTMLElement;
  protected readonly options: RowWindowOptions;
  /** The observer has reported sizes since the last drawing. */
  protected resized = true;
  #scroller: HTMLElement | undefined;
  readonly #space = createRef<HTMLElement>();
  readonly #rows = createRef<HTMLElement>();
  #probe: Element | undefined;
  readonly #scale = new Scale();
  #observer: ResizeObserver | undefined;
  #frame = 0;
  #slots: Slot[] = [];
  #places = new WeakMap<Element, number>();
  #count = 0;
  #rowHeight = 0;
  #height = 0;
  #head = 0;
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
    return this.#rowHeight;
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
    return Math.max(1, Math.floor((this.#height - this.#head) / (this.#rowHeight || 1)) - 1);
  }

  render(): TemplateResult {
    return html`<div class="win-space" role="presentation" ${ref(this.#space)}>
      <div class="win-rows" role=${this.options.role ?? 'rowgroup'} ${ref(this.#rows)}></div>
      <div class="win-probe" aria-hidden="true" ${ref(this.#watchProbe)}></div>
    </div>`;
  }

  /** The element of a row, if it is drawn. */
  elementAt(index: number): HTMLElement | undefined {
    const at = this.#slots.findIndex((slot) => slot.index === index);
    return at < 0 ? undefined : (this.#rows.value?.children[at] as HTMLElement | undefined);
  }

  /** Brings a row into sight; `nearest` (default) does not move what is in sight. All in sight is drawn as it is by now. */
  scrollTo(index: number, align: ScrollLogicalPosition = 'nearest'): void {
    if (!this.#measure()) {
      this.#jump = { index, align };
      return;
    }
    this.#geometry = undefined;
    // Cards that come into sight for the first time may be taller than was guessed: once more then.
    for (let round = 0; round < 3; round++) {
      const geometry = this.#rowsNow();
      this.#approach(geometry, index, align);
      this.#draw(round === 0);
      if (this.#geometry === geometry) return;
    }
  }

  #approach(geometry: Geometry, index: number, align: ScrollLogicalPosition): void {
    const [top, view] = [geometry.top(index), this.#height - this.#head];
    const bottom = top + geometry.height(index);
    const now = this.#scale.offset;
    const nearest = top < now ? top : bottom > now + view ? bottom - view : now;
    let to = { start: top, end: bottom - view, center: (top + bottom - view) / 2, nearest }[align];
    to = clamp(to, 0, Math.max(0, geometry.total - view));
    if (to !== now && this.#scroller) this.#scale.jump(this.#scroller, to);
  }

  /** Draws rows again whose data have changed, without an update of the element. */
  update(): void {
    this.#geometry = undefined;
    this.#draw(true);
  }

  hostConnected(): void {
    if (this.#scroller) this.#observe(this.#scroller);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#idle);
  }

  hostUpdated(): void {
    this.update();
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
    return (this.#geometry ??= this.geometry(this.#count, this.#rowHeight));
  }

  #attach(element: HTMLElement | undefined): void {
    if (element === this.#scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#observer?.disconnect();
    this.#scroller = element;
    this.#height = 0;
    if (!element) return;
    element.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#observe(element);
  }

  #observe(scroller: HTMLElement): void {
    // Sizes are taken in the next frame, after this layout: no size feedback, no "ResizeObserver loop" (R48).
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#height = 0;
        this.resized = true;
        this.update();
      });
    });
    this.#observer.observe(scroller);
    if (this.#probe) this.#observer.observe(this.#probe);
  }

  /** The row height is what the style sheet says: density and the pointer change it, and the probe tells. */
  readonly #watchProbe = (probe?: Element): void => {
    if (this.#probe) this.#observer?.unobserve(this.#probe);
    this.#probe = probe;
    if (probe) this.#observer?.observe(probe);
  };

  /** Reads sizes once, until they change. False where there is no layout (not rendered, hidden). */
  #measure(): boolean {
    if (this.#height > 0 && this.#rowHeight > 0) return true;
    const [scroller, space, probe] = [this.#scroller, this.#space.value, this.#probe];
    if (!scroller || !space || !probe) return false;
    const rowHeight = probe.getBoundingClientRect().height;
    this.#height = scroller.clientHeight;
    this.#head = space.offsetTop;
    if (rowHeight !== this.#rowHeight) this.#geometry = undefined;
    this.#rowHeight = rowHeight;
    return this.#height > 0 && rowHeight > 0;
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
    const offset = this.#scale.offset;
    // The compositor scrolls ahead of us: draw as far as it can get within some frames, on the side it is going to.
    const ahead = Math.min(Math.abs(this.#speed) * 5, this.#height * 1.5);
    const from = geometry.at(offset - (this.#speed < 0 ? ahead : 0)) - margin;
    const to = geometry.at(offset + this.#height - this.#head + (this.#speed > 0 ? ahead : 0)) + margin;
    const [start, end] = [Math.max(0, from), Math.min(geometry.count, to + 1)];
    const indices = [];
    for (let index = start; index < end; index++) indices.push(index);
    if (this.#pinned >= 0 && this.#pinned < start) indices.unshift(this.#pinned);
    else if (this.#pinned >= end && this.#pinned < geometry.count) indices.push(this.#pinned);
    this.#range = [start, end];
    return indices;
  }

  #draw(all: boolean): void {
    const [scroller, space, rows] = [this.#scroller, this.#space.value, this.#rows.value];
    if (!scroller || !space || !rows || !this.#measure()) return;
    const geometry = this.#rowsNow();
    this.#scale.resize(scroller, space, geometry.total, this.#height - this.#head);
    if (this.#jump) {
      const { index, align } = this.#jump;
      this.#jump = undefined;
      this.scrollTo(index, align);
    }
    const [startBefore, endBefore] = this.#range;
    this.#slots = assignSlots(this.#slots, this.#wanted(geometry));
    render(
      repeat(
        this.#slots,
        (slot) => slot.key,
        (slot) => {
          if (!all && !slot.stale) return noChange;
          slot.stale = false;
          return this.options.row(slot.index);
        },
      ),
      rows,
      { host: this.host },
    );
    this.#placeRows(rows, geometry);
    const [start, end] = this.#range;
    if (start !== startBefore || end !== endBefore) this.options.onRange?.(start, end);
    if (this.drawn(rows, this.#slots)) {
      // With better heights other rows may be in sight; each round knows more kinds, so this ends.
      this.#geometry = undefined;
      this.#draw(false);
    }
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
