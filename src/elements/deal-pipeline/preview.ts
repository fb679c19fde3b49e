import { comparer } from '../../domain/compare.js';
import type { Order } from '../../domain/query.js';
import type { Deal, Id } from '../../domain/records.js';
import type { LiveList } from '../../store/api.js';

/** Where a card is shown: its place among the others of the stage; null = sorted, and not to be told from what is loaded. */
export interface Guest {
  readonly deal: Deal;
  readonly index: number | null;
}

/** A card that is shown elsewhere than it stands: nothing of it has been written yet. */
export interface Preview {
  readonly deal: Deal;
  /** Where it stood when it was lifted. */
  readonly from: { readonly stageId: Id; readonly index: number };
  readonly stageId: Id;
  /** Its place among the others of the stage; null = sorted, and too far down to be known from what is loaded. */
  readonly index: number | null;
  /** The keyboard holds it: arrows move it on. Else it was dropped and waits for the store. */
  readonly lifted: boolean;
  /** Those that are carried along; they stay where they are until it is dropped. */
  readonly others?: readonly Deal[];
  /** Several that were dropped together, the card itself among them, in the order in which they come to stand. */
  readonly dropped?: readonly Guest[];
}

/**
 * The place a deal takes among the rows of a list in its order, not counting itself; null where the rows that are
 * loaded do not tell. The same comparison as the store's, so what is announced before a drop is what becomes true.
 */
export function sortedPlace(list: LiveList<'deal'>, deal: Deal, order: readonly Order[], today: string): number | null {
  const { total } = list;
  if (total === undefined) return null;
  const compare = comparer(order, 'deal', today);
  const first = firstHeld(list, total);
  if (first === null) return total === 0 ? 0 : null;
  let place = first;
  for (let index = first; index < total; index++) {
    const row = list.row(index);
    if (row === undefined) return null;
    if (row.id === deal.id) continue;
    // In front of the first row that is held, and there are rows before it: nobody knows.
    if (compare(deal, row) < 0) return place === first && first > 0 ? null : place;
    place++;
  }
  return place;
}

/** Rows are held in one piece; it need not begin with the first. */
function firstHeld(list: LiveList<'deal'>, total: number): number | null {
  for (let index = 0; index < total; index++) if (list.row(index) !== undefined) return index;
  return null;
}
