import type { Geometry } from './row-geometry.js';
import { fixedRows, leadOf, offsetFor, rowsToDraw, withPinned } from './row-geometry.js';
import type { Moves } from './row-options.js';
import { Scale } from './row-scale.js';
import { Sizes } from './row-sizes.js';
import { followRecords, nodesOf, putInOrder, reuse } from './row-slots.js';
import { margin, Slot } from './row-window.js';
import type { RowWindow } from './row-window.js';

/** Milliseconds after the last step of a scroll until it counts as over. */
const REST = 160;

/**
 * Moves a window over its list: which rows are drawn, by which elements, and where they stand. Layout is read when sizes
 * change, never while scrolling. While one scrolls an element that is needed elsewhere only gets another content and place;
 * its place among its neighbours, in which it is read aloud, follows when the scrolling has come to rest.
 */
export class Moving implements Moves {
  /** The observer has reported sizes since the last drawing. */
  protected resized = true;
  #scale = new Scale();
  readonly #sizes = new Sizes(() => {
    this.resized = true;
    this.update();
  });
  #geometry: Geometry | undefined;
  #rows: HTMLElement | undefined;
  #speed = 0;
  /** Pixels that are drawn beyond the edge one is going to. */
  #lead = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  /** When the last step was. */
  #last = 0;
  /** One had scrolled before this came. */
  #early: boolean;

  constructor(readonly window: RowWindow) {
    this.#early = window.early;
    this.#sizes.watch(window.box);
  }

  get rowHeight(): number {
    this.#read();
    return this.#sizes.row;
  }

  get scrolled(): boolean {
    return this.#scale.offset > 0;
  }

  get page(): number {
    return Math.max(1, Math.floor(this.#sizes.view / (this.#sizes.row || 1)) - 1);
  }

  /** The first row below the lower edge. */
  protected get below(): number {
    return this.#rowsNow().at(this.#scale.offset + this.#sizes.view) + 1;
  }

  /** How tall the rows are; a subclass knows better. */
  protected geometry(): Geometry {
    return fixedRows(this.window.count, this.#sizes.row);
  }

  /** After rows were drawn; a subclass measures. True: heights have changed. */
  protected measured(_rows: HTMLElement): boolean {
    return false;
  }

  attach(): void {
    // What has just been put into the page stands at its top.
    if (this.window.box) this.#scale = new Scale();
    this.#early = false;
    this.#sizes.watch(this.window.box);
  }

  stop(): void {
    this.#sizes.stop();
    clearTimeout(this.#idle);
    this.#idle = undefined;
    this.#speed = this.#lead = 0;
  }

  moved(): void {
    const { box } = this.window;
    if (!box) return;
    const before = this.#scale.offset;
    this.#scale.scrolled(box);
    this.#speed = this.#scale.offset - before;
    this.#lead = leadOf(this.#speed, this.#lead, this.#sizes.view * 1.5);
    this.#draw(false);
    this.#last = performance.now();
    this.#idle ??= setTimeout(this.#rest, REST);
  }

  /** One timer for all steps of a scroll. */
  readonly #rest = (): void => {
    const left = this.#last + REST - performance.now();
    this.#idle = left > 0 ? setTimeout(this.#rest, left) : undefined;
    if (this.#idle !== undefined) return;
    this.#speed = this.#lead = 0;
    this.#draw(false);
  };

  update(): void {
    this.#geometry = undefined;
    this.#draw(true);
  }

  scrollTo(index: number, align: ScrollLogicalPosition, fresh: boolean): void {
    if (!this.#read()) {
      this.window.jump = { index, align };
      return;
    }
    if (!fresh) this.#geometry = undefined;
    // Cards that come into sight for the first time may be taller than was guessed: once more then.
    for (let round = 0; round < 3; round++) {
      const geometry = this.#rowsNow();
      const moved = this.#approach(geometry, index, align);
      if (fresh && !moved && this.window.elementAt(index)) return;
      this.#draw(round === 0 && !fresh);
      if (this.#geometry === geometry) return;
    }
  }

  #approach(geometry: Geometry, index: number, align: ScrollLogicalPosition): boolean {
    const { offset } = this.#scale;
    const { box } = this.window;
    const to = offsetFor(geometry, index, align, offset, this.#sizes.view);
    if (to !== offset && box) this.#scale.jump(box, to);
    return this.#scale.offset !== offset;
  }

  begin(): boolean {
    this.#geometry = undefined;
    return this.#read();
  }

  draw(all: boolean): void {
    const { window } = this;
    const { box, options, space, rows } = window;
    if (!box || !space || !rows || !this.#read()) return;
    // From here on each row has its place.
    if (rows !== this.#rows) rows.classList.remove('win-flow');
    this.#rows = rows;
    this.#scale.resize(box, space, this.#rowsNow().total, this.#sizes.view);
    this.#catchUp(box);
    const geometry = this.#rowsNow();
    if (all && options.records) followRecords(window.slots, options.records);
    const wanted = this.#wanted(geometry);
    const shown = reuse(window.slots, wanted, () => new Slot(rows));
    // While one scrolls, more rows and fewer are wanted in turn: those too many are kept until it is over.
    if (all || this.#speed === 0)
      for (const slot of this.#tooMany(wanted)) for (const node of nodesOf(slot)) node.remove();
    for (const slot of shown) if (all || slot.stale) slot.show(window);
    if (this.#speed === 0) window.slots = putInOrder(window.slots, rows, window.pinned);
    this.#placeRows(geometry);
    if (this.#range) window.tell(this.#range);
  }
  #range: readonly [number, number] | undefined;

  settle(): boolean {
    const { rows } = this.window;
    if (!rows || !this.#sizes.known || !this.measured(rows)) return false;
    this.#geometry = undefined;
    return true;
  }

  /** What was asked for, and where one has scrolled, before this came. */
  #catchUp(box: HTMLElement): void {
    const { jump } = this.window;
    if (this.#early) this.#scale.scrolled(box);
    this.#early = false;
    this.window.jump = undefined;
    if (jump) this.scrollTo(jump.index, jump.align, false);
  }

  #read(): boolean {
    const { space, probe } = this.window;
    return this.#sizes.read(space, probe);
  }

  #rowsNow(): Geometry {
    if (this.#geometry?.count !== this.window.count) this.#geometry = this.geometry();
    return this.#geometry;
  }

  #wanted(geometry: Geometry): number[] {
    if (geometry.count === 0) {
      this.#range = undefined;
      return [];
    }
    this.#range = rowsToDraw(geometry, this.#scale.offset, this.#sizes.view, this.#lead, this.margin);
    return withPinned(this.#range, this.window.pinned, geometry.count);
  }

  /** Rows drawn beyond either edge at rest. */
  protected get margin(): number {
    return margin;
  }

  #draw(all: boolean): void {
    this.draw(all);
    // With better heights other rows may be in sight; each round knows more kinds, so this ends.
    while (this.settle()) this.draw(false);
  }

  #tooMany(wanted: readonly number[]): Slot[] {
    const rest = new Set(wanted);
    const [kept, left]: [Slot[], Slot[]] = [[], []];
    for (const slot of this.window.slots) (rest.delete(slot.index) ? kept : left).push(slot);
    this.window.slots = kept;
    return left;
  }

  #placeRows(geometry: Geometry): void {
    const { shift } = this.#scale;
    for (const slot of this.window.slots) {
      const { element, index } = slot;
      const top = Math.round(geometry.top(index) - shift);
      if (!element || index < 0 || (slot.at === element && slot.top === top)) continue;
      slot.at = element;
      slot.top = top;
      // Direct properties: a custom property would make every row below recompute its style.
      element.style.transform = `translateY(${top}px)`;
    }
  }
}
