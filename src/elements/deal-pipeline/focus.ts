import type { ReactiveController } from 'lit';
import type { Id } from '../../domain/records.js';
import { activeIn } from '../../shared/active.js';
import type { Column } from './column.js';
import type { Columns } from './columns.js';
import type { BoardModel, Stop } from './model.js';
import { cardOf, findDeal, isFocusLost, reveal } from './reach.js';

/**
 * One tab stop for the whole board, that belongs to a deal and not to a place. The focus follows its card into another
 * stage, and goes to the neighbour, then to the head of the stage, when the card is gone. It is never taken from
 * somebody who has gone elsewhere (R46). Where it goes is decided before a drawing, so that none asks for another one; the
 * focus itself follows when the card is there.
 */
export class BoardFocus implements ReactiveController {
  /** The focus is in the board, or was until its card was taken out of the page. */
  #had = false;
  /** What the element with the focus was when it got it: it may show another deal since. */
  #said: Id | null = null;
  /** The focus, or the window, has gone elsewhere. */
  onLeave: () => void = () => undefined;
  /** A place to be focused as soon as its card is read and drawn; the head is there with the next drawing. */
  #awaited: Stop | null = null;

  /** How often its place was shown to get it read. */
  #asked = 0;

  constructor(
    readonly model: BoardModel,
    readonly columns: Columns,
  ) {}

  get #root(): ShadowRoot | null {
    return this.model.host.shadowRoot;
  }

  /** The card or head that has the focus. */
  get here(): { readonly column: Column; readonly id: Id | null; readonly index: number } | null {
    const active = this.#root ? activeIn(this.#root) : null;
    const column = this.columns.of(active?.closest<HTMLElement>('.stage')?.dataset['stage'] ?? '');
    if (!column) return null;
    const id = active?.closest<HTMLElement>('.card')?.dataset['id'] ?? null;
    if (id === null && !active?.closest('.stage-head')) return null;
    return { column, id, index: id === null ? -1 : column.indexOf(id) };
  }

  /** The focus is with this card, on its way to it, or nowhere: nobody has gone elsewhere with it. */
  isWith(id: Id): boolean {
    return this.#awaited?.id === id || this.here?.id === id || isFocusLost(this.model.host);
  }

  /** Whether this element is the focus of the card itself, not of a button in it. */
  get onCard(): boolean {
    const active = this.#root ? activeIn(this.#root) : null;
    return active?.matches('.card .title') ?? false;
  }

  hostConnected(): void {
    const doc = this.model.host.ownerDocument;
    doc.addEventListener('focusin', this.#elsewhere);
    doc.addEventListener('pointerdown', this.#elsewhere);
    doc.defaultView?.addEventListener('blur', this.#blurred);
  }

  hostDisconnected(): void {
    const doc = this.model.host.ownerDocument;
    doc.removeEventListener('focusin', this.#elsewhere);
    doc.removeEventListener('pointerdown', this.#elsewhere);
    doc.defaultView?.removeEventListener('blur', this.#blurred);
    this.#had = false;
  }

  readonly #elsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this.model.host)) this.#leave();
  };

  readonly #blurred = (event: Event): void => {
    if (event.target === this.model.host.ownerDocument.defaultView) this.onLeave();
  };

  #leave(): void {
    this.drop();
    this.onLeave();
  }

  /** What stood here is shown no more: nothing of it is followed. */
  drop(): void {
    this.#had = false;
    this.#awaited = null;
    this.#keep(null);
  }

  readonly focusin = (): void => {
    const { here, model } = this;
    if (!here) return;
    const { column, id, index } = here;
    if (column.list) column.list.hold = true;
    // At the button of a stage the tab stop stays where it is: by Tab the card comes after it.
    this.#had = id !== null || (this.#root && activeIn(this.#root)?.matches('[data-stage-head]')) === true;
    if (!this.#had) return;
    this.#said = id;
    this.#keep(id === null ? null : column, index);
    const { stop } = model;
    if (stop && stop.id === id && stop.stageId === column.stageId && stop.index === index) return;
    model.stop = { stageId: column.stageId, id, index };
    model.update();
  };

  readonly focusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    for (const column of this.columns.all) if (column.list) column.list.hold = column.window.moves?.scrolled ?? false;
    // Without a next place the card itself may have been taken away: `updated` looks.
    if (next instanceof Element && !next.closest('.board')) this.#leave();
  };

  /** The card with the focus stays drawn, and known, wherever one scrolls. */
  #keep(column: Column | null, index = -1): void {
    for (const each of this.columns.all) if (each !== column) each.focused = null;
    const deal = column?.dealAt(index);
    if (column && deal) column.focused = { deal, index };
  }

  /** To a place of a stage: its card, or the head where there is none. */
  to(column: Column, index: number, id: Id | null = null): void {
    if (column.count === 0) return this.toHead(column);
    this.#await(column, index, id);
    this.model.update();
  }

  toHead(column: Column): void {
    this.#await(column, -1);
    this.model.update();
    this.#focusHead(column.stageId);
  }

  /** The tab stop goes there now, the focus with the next drawing. @param index below 0: to the head */
  #await(column: Column, index: number, id: Id | null = null): void {
    const at = Math.max(-1, Math.min(index, column.count - 1));
    const deal = at < 0 ? undefined : column.dealAt(at);
    this.#had = true;
    this.#asked = 0;
    this.model.stop = this.#awaited = { stageId: column.stageId, index: at, id: id ?? deal?.id ?? null };
    this.#keep(deal ? column : null, at);
  }

  /** To the tab stop, or to the first card there is. */
  enter(): void {
    const { stop } = this.model;
    const { all } = this.columns;
    const at = stop ? this.columns.of(stop.stageId) : undefined;
    const column = at && at.count > 0 ? at : (all.find((each) => each.count > 0) ?? at ?? all[0]);
    if (!column) return;
    const id = column === at ? (stop?.id ?? null) : null;
    const index = id === null ? -1 : column.indexOf(id);
    if (index >= 0) this.to(column, index, id);
    else this.to(column, column === at ? Math.max(0, stop?.index ?? 0) : 0);
  }

  /** Where the focus goes after a dialog or menu whose card is gone. */
  readonly home = (): HTMLElement | null => {
    const { stop } = this.model;
    if (stop?.id) {
      const column = this.columns.of(stop.stageId);
      const card = column && cardOf(column, stop.id);
      if (card) return card.querySelector<HTMLElement>('.title');
    }
    return (stop && this.#headOf(stop.stageId)) ?? this.#root?.querySelector<HTMLElement>('.pipe-name') ?? null;
  };

  /** Before each drawing, when the columns know their lists. */
  hostUpdate(): void {
    if (this.#awaited) this.#expect(this.#awaited);
    else if (this.#had) this.#follow();
    else this.#tidy();
    this.columns.prepare();
  }

  /** Which deal stands in the place that is awaited. */
  #expect({ stageId, index, id }: Stop): void {
    const column = this.columns.of(stageId);
    if (!column || index < 0) return;
    const ready = column.list?.state === 'ready';
    if (ready && column.count === 0) return this.#await(column, -1);
    const there = column.dealAt(index)?.id ?? null;
    // Its place is known and another one stands there: the store has moved on.
    const gone = ready && id !== null && there !== null && column.indexOf(id) < 0;
    this.model.stop = this.#awaited = { stageId, index, id: gone ? there : (id ?? there) };
  }

  /** The focus is in the board: the tab stop goes with its deal. */
  #follow(): void {
    const { model, columns } = this;
    const { stop } = model;
    if (!stop || stop.id === null) return;
    const column = columns.of(stop.stageId);
    const index = column?.indexOf(stop.id) ?? -1;
    if (column && index >= 0) {
      if (index !== stop.index) model.stop = { ...stop, index };
      return this.#keep(column, index);
    }
    const elsewhere = findDeal(columns, stop.id);
    if (elsewhere) return this.#await(elsewhere.column, elsewhere.index, stop.id);
    // Held by nobody: scrolled far away, or its place is taken by another. Only then it is gone.
    const { list } = column ?? {};
    const gone = list?.state === 'ready' && (stop.index >= column!.count || list.row(stop.index) !== undefined);
    if (!column || gone) this.#heir(stop, column ?? columns.all[0]);
  }

  /** The card that took the place of the one that is gone, the one before it, the head. */
  #heir({ index }: Stop, column: Column | undefined): void {
    if (!column) return;
    const inside = isFocusLost(this.model.host) || this.here?.column === column;
    this.#keep(null);
    if (inside) return this.#await(column, index);
    const id = column.dealAt(Math.min(index, column.count - 1))?.id ?? null;
    this.model.stop = { stageId: column.stageId, id, index };
  }

  /** While nobody is in the board, the tab stop only has to be somewhere. */
  #tidy(): void {
    const { stop } = this.model;
    if (!stop) return;
    const column = this.columns.of(stop.stageId);
    if (!column) {
      this.model.stop = null;
      return;
    }
    if (stop.id === null || column.indexOf(stop.id) >= 0 || column.list?.state !== 'ready') return;
    const index = Math.max(0, Math.min(stop.index, column.count - 1));
    const next = column.dealAt(index)?.id ?? null;
    if (next !== stop.id) this.model.stop = { stageId: stop.stageId, id: next, index };
  }

  /** After the cards were drawn: the windows of the columns draw after the element's own controllers. */
  updated(): void {
    const { stop } = this.model;
    // What a pointer holds scrolls the board at its edges: the focus would bring it back.
    if (this.columns.all.some(({ held }) => held !== null)) return;
    if (this.#awaited) return this.#arrive(this.#awaited);
    if (!stop || !this.#had || stop.id === null) return;
    const column = this.columns.of(stop.stageId);
    // Elements are reused: another deal may be drawn by now where the focus is.
    if (
      column &&
      column.indexOf(stop.id) >= 0 &&
      (isFocusLost(this.model.host) || (this.onCard && this.here?.id !== stop.id))
    )
      this.#focusCard(column, stop.id);
  }

  #arrive({ stageId, index: at, id }: Stop): void {
    const column = this.columns.of(stageId);
    if (!column) return;
    if (at < 0) return this.#focusHead(stageId);
    // Not read yet: to show its place is to ask for it. Where places move with what is read, not for ever.
    if (id === null) return this.#ask(column, at);
    const index = column.indexOf(id);
    if (index < 0) return this.#ask(column, at);
    // Heights are guessed until cards were drawn: what was to be in sight may be found beside it at first.
    for (let tries = 0; tries < 3 && !cardOf(column, id); tries++) reveal(column, index, tries === 0);
    if (!cardOf(column, id)) return;
    reveal(column, index, true);
    this.#awaited = null;
    this.model.stop = { stageId, id, index };
    this.#keep(column, index);
    this.#focusCard(column, id);
  }

  #ask(column: Column, index: number): void {
    if (this.#asked++ < 12) reveal(column, index, true);
  }

  #focusCard(column: Column, id: Id): void {
    const title = cardOf(column, id)?.querySelector<HTMLElement>('.title');
    // It has the focus, as this deal: it has been read out and shown.
    const active = this.#root && activeIn(this.#root);
    if (!title || (title === active && this.#said === id)) return;
    title.tabIndex = 0;
    // Before the focus is set: its ring is new style, and the page would be laid out once more for it.
    title.closest('.stage')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    // Another deal in the same element: only a new focus is read out.
    if (title === active) title.blur();
    title.focus({ preventScroll: true });
  }

  #focusHead(stageId: Id): void {
    const head = this.#headOf(stageId);
    if (!head) return;
    this.#awaited = null;
    head.tabIndex = 0;
    head.focus({ preventScroll: true });
    head.closest('.stage')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  #headOf(stageId: Id): HTMLElement | null {
    return (
      this.#root?.querySelector<HTMLElement>(`.stage[data-stage="${CSS.escape(stageId)}"] [data-stage-head]`) ?? null
    );
  }
}
