import type { Deal, Id } from '../../domain/records.js';
import type { Stacked } from './arriving.js';
import type { BoardModel } from './model.js';
import type { Preview } from './preview.js';

/** Where a held card is shown in a stage (null = nowhere), and which place it has left (-1 = none). */
interface Places {
  readonly guest: number | null;
  readonly away: number;
}

/**
 * What the stages show while a card is held, or dropped and not stored yet: where it is shown, and where it is missing.
 * What is held, or has the focus, stays drawn.
 */
export class Held {
  /** What was looked up in this task. */
  readonly #known = new Map<Stacked, Places & { readonly preview: Preview | null }>();

  constructor(readonly model: BoardModel) {}

  /** How many more cards are to be seen than are there; below 0 fewer. */
  more(column: Stacked): number {
    const { guest, away } = this.#places(column);
    return Number(guest !== null) - Number(away >= 0);
  }

  dealAt(column: Stacked, index: number): Deal | undefined {
    return this.#dealAt(column, index, this.#places(column));
  }

  /** Where the held card stands is looked up once in a task, not once a row. */
  quickly(column: Stacked, index: number): Deal | undefined {
    const { preview } = this.model;
    let places = this.#known.get(column);
    if (places?.preview !== preview) {
      if (this.#known.size === 0) queueMicrotask(() => this.#known.clear());
      this.#known.set(column, (places = { preview, ...this.#places(column) }));
    }
    return this.#dealAt(column, index, places);
  }

  indexOf(column: Stacked, id: Id): number {
    const { guest, away } = this.#places(column);
    if (guest !== null && this.model.preview?.deal.id === id) return guest;
    let index = column.list?.indexOf(id) ?? -1;
    if (index < 0 || index === away) return -1;
    if (away >= 0 && index > away) index--;
    return guest !== null && index >= guest ? index + 1 : index;
  }

  /** The place that stays drawn wherever one scrolls: of the held card, or of the one with the focus; -1 = none. */
  pinned(column: Stacked): number {
    const { preview } = this.model;
    const held = column.held ?? (preview?.stageId === column.stageId ? preview.deal.id : null);
    const pinned = held === null ? -1 : column.indexOf(held);
    if (pinned >= 0 || !column.focused) return pinned;
    // Its place follows the list as long as it is held there.
    const index = column.indexOf(column.focused.deal.id);
    return index >= 0 ? index : column.focused.index;
  }

  #dealAt({ list, focused }: Stacked, index: number, { guest, away }: Places): Deal | undefined {
    if (index === guest) return this.model.preview?.deal;
    if (guest !== null && index > guest) index--;
    if (away >= 0 && index >= away) index++;
    return list?.row(index) ?? (focused?.index === index ? focused.deal : undefined);
  }

  #places(column: Stacked): Places {
    const preview = valid(column, this.model.preview);
    const away = preview?.from.stageId === column.stageId ? placeOf(column, preview) : -1;
    return { away, guest: preview ? guestOf(column, preview, away) : null };
  }
}

function placeOf({ list }: Stacked, { deal }: Preview): number {
  return list?.indexOf(deal.id) ?? -1;
}

/** null = not in this stage. */
function guestOf(column: Stacked, preview: Preview, away: number): number | null {
  if (preview.stageId !== column.stageId) return null;
  // The store shows it here by now: two of it would be one too many.
  if (column.stageId !== preview.from.stageId && placeOf(column, preview) >= 0) return null;
  const others = (column.total ?? 0) - Number(away >= 0);
  // A card whose place is not known is shown where somebody looks.
  return Math.min(preview.index ?? column.window.range[0], others);
}

/** The preview, unless the store has taken over: by then the deal has changed. */
function valid(column: Stacked, preview: Preview | null): Preview | null {
  if (!preview) return null;
  const { stageId, list } = column;
  if (preview.lifted || stageId !== preview.from.stageId || preview.stageId !== stageId) return preview;
  const at = placeOf(column, preview);
  return at >= 0 && list?.row(at) !== preview.deal ? null : preview;
}
