import type { Deal, Id, Stage } from '../../domain/records.js';
import { VariableWindow } from '../../shared/variable-window.js';
import type { LiveList } from '../../store/api.js';
import type { BoardModel } from './model.js';
import type { Preview } from './preview.js';
import type { TemplateResult } from 'lit';

/** CSS pixels: a card with two lines of title, before any was measured. */
const estimate = 132;
const gap = 8;

/** What a card's height rests on. Records are never edited in place, so each is written out once. */
const written = new WeakMap<Deal, string>();
function kindOf(deal: Deal): string {
  let kind = written.get(deal);
  if (kind === undefined) written.set(deal, (kind = `${deal.id} ${deal.updatedAt} ${deal.nextActivity?.id ?? ''}`));
  return kind;
}

/** One stage of the board: a window of its own over its deals. */
export class Column {
  list: LiveList<'deal'> | null = null;
  readonly window: VariableWindow;
  /** The scroll container, while drawn. */
  scroller: HTMLElement | undefined;
  /** The card that has the focus: kept, so that it stays drawn where the store has let go of it. */
  focused: { readonly deal: Deal; readonly index: number } | null = null;
  /** The card that a pointer holds: it stays drawn until it is let go. */
  held: Id | null = null;

  #held: { readonly preview: Preview; readonly guest: number | null; readonly away: number } | null = null;

  constructor(
    readonly model: BoardModel,
    readonly stageId: Id,
    card: (column: Column, index: number) => TemplateResult,
  ) {
    const { host } = model;
    this.window = new VariableWindow(host, {
      role: 'list',
      estimate,
      gap,
      // Every card has a height of its own: it is measured once, and kept while nothing in it changes.
      kindOf: (index) => {
        const deal = this.#quickly(index);
        return deal ? kindOf(deal) : '';
      },
      row: (index) => card(this, index),
      onRange: (start, end) => this.list?.setWindow(start, end),
    });
  }

  readonly attach = (element?: Element): void => {
    this.scroller = element instanceof HTMLElement ? element : undefined;
    if (typeof this.window.scroller === 'function') this.window.scroller(element);
  };

  get stage(): Stage | undefined {
    return this.model.stage(this.stageId);
  }

  /**
   * Deals of the stage in the store; while nobody knows how many that are, those that have been read from the top.
   * undefined = nothing is known yet.
   */
  get total(): number | undefined {
    const { list } = this;
    if (list?.total !== undefined || list?.state !== 'ready') return list?.total;
    let read = 0;
    while (list.row(read) !== undefined) read++;
    return read;
  }

  /** How many cards are to be seen, with the one that is held over this stage. */
  get count(): number {
    const total = this.total ?? 0;
    return total - Number(this.#away() >= 0) + Number(this.#guest() !== null);
  }

  /** Before a drawing. */
  prepare(): void {
    this.window.count = this.count;
    const { preview } = this.model;
    const held = this.held ?? (preview?.stageId === this.stageId ? preview.deal.id : null);
    const pinned = held === null ? -1 : this.indexOf(held);
    this.window.pinned = pinned >= 0 ? pinned : this.#focusedAt();
  }

  /** Brings a place into sight. */
  reveal(index: number): void {
    this.prepare();
    this.window.scrollTo(index);
  }

  /** Its place follows the list as long as it is held there. */
  #focusedAt(): number {
    if (!this.focused) return -1;
    const index = this.indexOf(this.focused.deal.id);
    return index >= 0 ? index : this.focused.index;
  }

  /** The deal of a place as it is shown. */
  dealAt(index: number): Deal | undefined {
    const guest = this.#guest();
    if (guest !== null) {
      if (index === guest) return this.model.preview?.deal;
      if (index > guest) index--;
    }
    const away = this.#away();
    if (away >= 0 && index >= away) index++;
    const deal = this.list?.row(index);
    if (deal === undefined && this.focused?.index === index) return this.focused.deal;
    return deal;
  }

  /**
   * As `dealAt`, for being asked of every row of the stage, loaded or not, with each drawing: where the held card stands is
   * looked up once in a task, not once a row.
   */
  #quickly(index: number): Deal | undefined {
    const { preview } = this.model;
    if (!preview) return this.list?.row(index);
    if (this.#held?.preview !== preview) {
      this.#held = { preview, guest: this.#guest(), away: this.#away() };
      queueMicrotask(() => (this.#held = null));
    }
    const { guest, away } = this.#held;
    if (index === guest) return preview.deal;
    if (guest !== null && index > guest) index--;
    if (away >= 0 && index >= away) index++;
    return this.list?.row(index) ?? (this.focused?.index === index ? this.focused.deal : undefined);
  }

  /** The place of a deal as it is shown; -1 = not here, or too far away to be known. */
  indexOf(id: Id): number {
    const guest = this.#guest();
    if (guest !== null && this.model.preview?.deal.id === id) return guest;
    const away = this.#away();
    let index = this.list?.indexOf(id) ?? -1;
    if (index < 0 || index === away) return -1;
    if (away >= 0 && index > away) index--;
    return guest !== null && index >= guest ? index + 1 : index;
  }

  /** The element of a deal's card, where it is drawn. */
  cardOf(id: Id): HTMLElement | null {
    const index = this.indexOf(id);
    const at = index < 0 && this.focused?.deal.id === id ? this.focused.index : index;
    return at < 0 ? null : (this.window.elementAt(at) ?? null);
  }

  /** The place that the held card has left; -1 = none. */
  #away(): number {
    const preview = this.#valid();
    if (!preview || preview.from.stageId !== this.stageId) return -1;
    return this.list?.indexOf(preview.deal.id) ?? -1;
  }

  /** The place that the held card is shown in; null = not in this stage. */
  #guest(): number | null {
    const preview = this.#valid();
    if (!preview || preview.stageId !== this.stageId) return null;
    const moved = this.stageId !== preview.from.stageId && (this.list?.indexOf(preview.deal.id) ?? -1) >= 0;
    // The store shows it here by now: two of it would be one too many.
    if (moved) return null;
    const others = (this.total ?? 0) - Number(this.#away() >= 0);
    return Math.min(preview.index ?? this.#inSight(others), others);
  }

  /** The preview, unless the store has taken over: by then the deal has changed. */
  #valid(): Preview | null {
    const { preview } = this.model;
    if (!preview) return null;
    if (preview.lifted || this.stageId !== preview.from.stageId || preview.stageId !== this.stageId) return preview;
    const at = this.list?.indexOf(preview.deal.id) ?? -1;
    return at >= 0 && this.list?.row(at) !== preview.deal ? null : preview;
  }

  /** A card whose place is not known is shown where somebody looks. */
  #inSight(others: number): number {
    return Math.min(others, this.window.range[0]);
  }
}
