import type { Id } from '../../domain/records.js';
import { activeIn } from '../active.js';
import { bringIntoSight } from '../in-sight.js';
import type { RowWindow } from '../row-window.js';
import { chooseShown, selectTo, toggle } from './choose.js';
import { rowFrom } from './grid-box.js';
import type { GoingAbout, GridBox, Pressed } from './grid-box.js';
import type { RowRecord, TableModel } from './model.js';

/** What a row is asked to do. */
export interface RowHandler {
  open(id: Id): void;
  /** A button of the row, by its name: `more`. */
  act(name: string, id: Id, anchor: HTMLElement): void;
  /** Select what has the focus where no row is left. */
  readonly heading: string;
}

/** The grid as it was first drawn, whatever its columns. */
export type GridPlace<R extends RowRecord> = Pick<GridBox<R>, 'rows' | 'hot' | 'scroller' | 'about'> & {
  readonly model: TableModel<R>;
};

/** Rows, focus and pointer of the grid: one tab stop, that belongs to a record and not to a place. */
export class Grid<R extends RowRecord = RowRecord> implements GoingAbout<R> {
  /** Something that hangs on the hot row is open: it keeps its buttons. */
  pinned = false;
  #focused: R | undefined;
  /** A place that was gone to before its record was read; -1 = none. */
  #awaited = -1;
  /** Which of the focus's ways to another row is under way; 0 = none. */
  #going = 0;
  #goes = 0;

  constructor(
    readonly box: GridPlace<R>,
    readonly handler: RowHandler,
  ) {
    box.about = this;
    if (box.scroller) this.attach(box.scroller);
    // Who was there before this came.
    const under = matchMedia('(hover: hover)').matches ? box.scroller?.querySelector<HTMLElement>('.lrow:hover') : null;
    this.hot = this.focusedId ?? under?.dataset['id'] ?? null;
  }

  get model(): TableModel<R> {
    return this.box.model;
  }

  get rows(): RowWindow {
    return this.box.rows;
  }

  get root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }

  get scroller(): HTMLElement | undefined {
    return this.box.scroller;
  }

  /** The row whose buttons are drawn. */
  get hot(): Id | null {
    return this.box.hot;
  }
  set hot(id: Id | null) {
    this.box.hot = id;
  }

  attach(scroller: HTMLElement): void {
    scroller.addEventListener('pointerover', this.over);
    scroller.addEventListener('pointerleave', this.leave);
    scroller.addEventListener('focusin', this.focusin);
    scroller.addEventListener('focusout', this.focusout);
    // Before the window over the rows hears of it, and gives the element of the focused row to another.
    scroller.addEventListener('scroll', this.pin, { passive: true, capture: true });
  }

  /** Before a drawing: which row stays drawn however far the list is scrolled (R46). */
  prepare(): void {
    const focused = this.focusedId;
    this.pin();
    this.#follow();
    const { model } = this;
    // The record has left, the focus stays in its place: so do the buttons.
    if (focused !== null && this.hot === focused && !this.pinned) this.hot = model.active;
    const awaited = this.#awaited;
    if (awaited >= (model.places ?? 0)) this.#awaited = -1;
    else if (awaited >= 0 && model.at(awaited)) {
      this.#awaited = -1;
      queueMicrotask(() => void this.go(awaited));
    }
  }

  /** The row with the focus stays drawn. Looked up, not remembered: browsers tell of a lost focus in different ways. */
  readonly pin = (): void => {
    const { model } = this;
    // On its way to another row: the focus follows when that is drawn.
    if (this.#going) {
      this.rows.pinned = model.activeIndex;
      return;
    }
    const id = this.focusedId;
    if (id === null) this.#focused = undefined;
    else if (this.#focused?.id !== id) this.#focused = model.at(model.list?.indexOf(id) ?? -1);
    if (this.#focused && id !== null) {
      const index = model.list?.indexOf(id) ?? -1;
      if (index >= 0) model.activeIndex = index;
      model.active = id;
    }
    this.rows.pinned = this.#focused ? model.activeIndex : -1;
  };

  kept(index: number): R | undefined {
    return index === this.model.activeIndex ? this.#focused : undefined;
  }

  /** The active record may have moved, or left: then the one in its place takes over. */
  #follow(): void {
    const { model } = this;
    const { list, active } = model;
    if (!list) return;
    if (active !== null) {
      const index = list.indexOf(active);
      if (index >= 0) {
        model.activeIndex = index;
        if (this.#focused) this.#focused = model.at(index);
        return;
      }
      // Not held: scrolled far away, which is no reason to give up the stop; or its place is taken by another.
      if (list.state !== 'ready' || this.#heldElsewhere()) return;
    }
    const total = model.places ?? 0;
    const index = Math.min(model.activeIndex, Math.max(0, total - 1));
    model.activeIndex = index;
    model.active = model.at(index)?.id ?? null;
    this.#focused = undefined;
  }

  /** The active record's place lies outside what is loaded, so nobody can say that it is gone. */
  #heldElsewhere(): boolean {
    const { model } = this;
    return model.activeIndex < (model.places ?? 0) && model.list?.row(model.activeIndex) === undefined;
  }

  /** The row element of a record, where it is drawn. */
  rowOf(id: Id): HTMLElement | null {
    return this.scroller?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null;
  }

  /** The record whose row holds the focus. */
  get focusedId(): Id | null {
    const root = this.root;
    return (root && activeIn(root)?.closest<HTMLElement>('.lrow[data-id]')?.dataset['id']) ?? null;
  }

  /** The focus goes with its record to the element that shows it now; for the model nothing has changed. */
  refocus(id: Id): void {
    const going = this.#going;
    this.#going ||= ++this.#goes;
    this.rowOf(id)?.focus({ preventScroll: true });
    this.#going = going;
  }

  /** The record that a key is meant for: where the focus is, or is on its way to; null also while that is still being read. */
  get meant(): Id | null {
    if (this.#awaited >= 0) return null;
    return this.#going ? this.model.active : this.focusedId;
  }

  /** Moves the tab stop to a place, and the focus with it; the row comes into sight. @param page in the page, too */
  async go(index: number, page = true): Promise<void> {
    const { model } = this;
    const total = model.places ?? 0;
    if (total === 0) return;
    const to = Math.max(0, Math.min(index, total - 1));
    this.rows.scrollTo(to);
    const record = model.at(to);
    // Not read yet: the place is in sight, the focus comes when the record does.
    this.#awaited = record ? -1 : to;
    if (!record) return;
    model.activeIndex = to;
    model.active = this.hot = record.id;
    this.#focused = record;
    const going = (this.#going = ++this.#goes);
    model.update();
    await model.host.updateComplete;
    // Somebody types faster than this machine draws: the last row is where they want to be.
    if (this.#going !== going) return;
    const row = this.rowOf(record.id);
    row?.focus({ preventScroll: true });
    if (row && page) bringIntoSight(row);
    this.#going = 0;
    this.#hold();
  }

  /** It is known which rows there are, or that they cannot be had. */
  get settled(): boolean {
    const { ready, places, list } = this.model;
    return ready && (places !== undefined || list?.state === 'error');
  }

  /** Focus to the row with the tab stop, else to the heading: it is never lost. */
  async focusStop(): Promise<void> {
    await this.model.host.updateComplete;
    if ((this.model.places ?? 0) > 0) await this.go(this.model.activeIndex, false);
    else this.focusHeading();
  }

  /** What the focus is given back to: the row with the tab stop, else the heading. */
  get stop(): HTMLElement | null {
    const { active } = this.model;
    return (active === null ? null : this.rowOf(active)) ?? this.#heading;
  }

  get #heading(): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>(this.handler.heading) ?? null;
  }

  focusHeading(): void {
    this.#heading?.focus({ preventScroll: true });
  }

  readonly focusin = (event: FocusEvent): void => {
    const row = rowFrom(event);
    const id = row?.dataset['id'];
    if (!id || this.#going) return;
    const { model } = this;
    this.#awaited = -1;
    if (model.active === id && this.hot === id && this.#focused) return;
    const index = model.list?.indexOf(id) ?? -1;
    model.active = id;
    if (index >= 0) model.activeIndex = index;
    this.#focused = model.at(model.activeIndex);
    if (!this.pinned) this.hot = id;
    this.#hold();
    model.update();
  };

  readonly focusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    // Without one the window has lost the focus, or the row was redrawn: `pin` will see.
    if (!(next instanceof Node) || this.scroller?.contains(next)) return;
    this.#focused = undefined;
    this.#hold();
  };

  readonly over = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || this.pinned) return;
    const id = rowFrom(event)?.dataset['id'] ?? null;
    if (id === this.hot) return;
    this.hot = id;
    this.model.update();
  };

  readonly leave = (): void => {
    if (this.pinned) return;
    const focused = this.focusedId;
    if (this.hot === focused) return;
    this.hot = focused;
    this.model.update();
  };

  /** Others' new rows wait while one reads here: the list is scrolled, or something in it has the focus. */
  #hold(): void {
    this.holdNew((this.scroller?.scrollTop ?? 0) > 0);
  }

  holdNew(scrolled: boolean): void {
    const { list } = this.model;
    if (list) list.hold = scrolled || this.#focused !== undefined;
  }

  press({ id, target, shift, mod }: Pressed): void {
    const control = target.closest<HTMLElement>('[data-do]');
    const name = control?.dataset['do'];
    if (shift) {
      this.selectTo(id);
      this.model.host.ownerDocument.getSelection()?.removeAllRanges();
    } else if (name === 'select' || target.closest('.pick') || mod) this.toggle(id);
    else if (control && name !== 'open') {
      if (control.getAttribute('aria-disabled') !== 'true') this.handler.act(name ?? '', id, control);
    } else this.handler.open(id);
  }

  toggle(id: Id): void {
    toggle(this.model, id);
  }

  selectTo(id: Id): void {
    selectTo(this.model, id);
  }

  chooseShown(): void {
    chooseShown(this.model, () => this.rows.range);
  }
}
