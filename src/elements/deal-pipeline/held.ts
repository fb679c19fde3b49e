import type { HeldPlaces, Stacked } from './arriving.js';
import type { BoardModel } from './model.js';
import type { Preview } from './preview.js';

/** Where the card that is held, or dropped and not stored yet, is shown in a stage, and where it is missing. */
export function heldPlaces(column: Stacked, model: BoardModel): HeldPlaces {
  const preview = valid(column, model.preview);
  const away = preview?.from.stageId === column.stageId ? placeOf(column, preview) : -1;
  return { away, guest: preview ? guestOf(column, preview, away) : null };
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
