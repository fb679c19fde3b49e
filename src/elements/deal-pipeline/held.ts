import type { Deal, Id } from '../../domain/records.js';
import type { Stacked } from './arriving.js';
import type { BoardModel } from './model.js';
import type { Guest, Preview } from './preview.js';

/** Cards that are shown in a stage though they do not stand there, from the top, and the places that are left, ascending. */
interface Places {
  readonly guests: readonly { readonly at: number; readonly deal: Deal }[];
  readonly away: readonly number[];
}

const none: Places = { guests: [], away: [] };

/**
 * What the stages show while cards are held, or dropped and not stored yet: where they are shown, and where they are missing.
 * What is held, or has the focus, stays drawn.
 */
export class Held {
  /** What was looked up in this task. */
  readonly #known = new Map<Stacked, Places & { readonly preview: Preview | null }>();

  constructor(readonly model: BoardModel) {}

  /** How many more cards are to be seen than are there; below 0 fewer. */
  more(column: Stacked): number {
    const { guests, away } = this.#places(column);
    return guests.length - away.length;
  }

  dealAt(column: Stacked, index: number): Deal | undefined {
    return dealAt(column, index, this.#places(column));
  }

  /** Where held cards stand is looked up once in a task, not once a row. */
  quickly(column: Stacked, index: number): Deal | undefined {
    const { preview } = this.model;
    let places = this.#known.get(column);
    if (places?.preview !== preview) {
      if (this.#known.size === 0) queueMicrotask(() => this.#known.clear());
      this.#known.set(column, (places = { preview, ...this.#places(column) }));
    }
    return dealAt(column, index, places);
  }

  indexOf(column: Stacked, id: Id): number {
    const { guests, away } = this.#places(column);
    const guest = guests.find(({ deal }) => deal.id === id);
    if (guest) return guest.at;
    const own = column.list?.indexOf(id) ?? -1;
    if (own < 0 || away.includes(own)) return -1;
    let index = own - away.filter((at) => at < own).length;
    for (const { at } of guests) if (index >= at) index++;
    return index;
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

  #places(column: Stacked): Places {
    const { preview } = this.model;
    if (!preview) return none;
    const away: number[] = [];
    const shown: Guest[] = [];
    const target = column.stageId === preview.stageId;
    for (const guest of preview.dropped ?? [preview]) {
      const { deal } = guest;
      const at = column.list?.indexOf(deal.id) ?? -1;
      // The store shows it here by now, or has changed it: two of it would be one too many.
      if (target && at >= 0 && !this.#waits(column, deal, at, preview)) continue;
      if (at >= 0) away.push(at);
      if (target) shown.push(guest);
    }
    away.sort((a, b) => a - b);
    const others = (column.total ?? 0) - away.length;
    // A card whose place is not known is shown where somebody looks.
    const places = shown.map(({ deal, index }) => ({ deal, at: Math.min(index ?? column.window.range[0], others) }));
    places.sort((a, b) => a.at - b.at);
    return { away, guests: places.map(({ deal, at }, before) => ({ deal, at: at + before })) };
  }

  /** Within the stage that it stands in: it is lifted, or the store has not answered yet. */
  #waits({ stageId, list }: Stacked, deal: Deal, at: number, preview: Preview): boolean {
    const home = preview.dropped ? this.model.laneOf(deal) : preview.from.stageId;
    return home === stageId && (preview.lifted || list?.row(at) === deal);
  }
}

function dealAt({ list, focused }: Stacked, index: number, { guests, away }: Places): Deal | undefined {
  let row = index;
  for (const { at, deal } of guests) {
    if (index === at) return deal;
    if (index > at) row--;
  }
  for (const at of away) if (row >= at) row++;
  return list?.row(row) ?? (focused?.index === row ? focused.deal : undefined);
}
