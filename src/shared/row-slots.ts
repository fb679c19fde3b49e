/*
 * Which row element shows which row. A row that stays keeps its element, untouched and unmoved: it may hold the focus,
 * an open editor, a pressed pointer. Elements of rows that left are given to rows that come.
 */

/** One element of the window. */
export interface Slot {
  readonly key: number;
  index: number;
  /** Its content is of another row, or of none. */
  stale: boolean;
  /** The record it shows, where the view tells records from places. */
  id?: string | undefined;
}

/** Which record stands where, for rows that keep their element when others come or go above them. */
export interface Records {
  /** undefined = not known. */
  idAt(index: number): string | undefined;
  /** -1 = not there, or not known. */
  indexOf(id: string): number;
}

/** Before all rows are drawn anew: an element goes with its record to the place where that stands by now. */
export function followRecords(slots: readonly Slot[], { idAt, indexOf }: Records): void {
  for (const slot of slots) {
    const { id } = slot;
    if (id === idAt(slot.index)) continue;
    // Nobody's any more: the element is free for the next row that comes.
    slot.index = id === undefined ? -1 : indexOf(id);
    slot.stale = true;
  }
}

let keys = 0;

/**
 * The slots for `wanted` (row indices, ascending), in that order, made of the slots in use.
 *
 * Lit's `repeat` moves as few nodes as it can find, from both ends inwards. The order in which free elements are handed
 * out lets it find the moves that leave every staying row alone: heads go to the tail back to front, and the other way round.
 */
export function assignSlots(used: readonly Slot[], wanted: readonly number[]): Slot[] {
  const byIndex = new Map(used.map((slot) => [slot.index, slot]));
  byIndex.delete(-1);
  const staying = new Set<Slot>();
  for (const index of wanted) {
    const slot = byIndex.get(index);
    if (slot) staying.add(slot);
  }
  const last = used.reduce((max, slot) => (staying.has(slot) ? Math.max(max, slot.index) : max), -1);
  const free = used.filter((slot) => !staying.has(slot));
  // Where no row stays, all elements keep their order and nothing moves.
  const isHead = (slot: Slot) => staying.size === 0 || slot.index < last;
  const heads = free.filter(isHead);
  const tails = free.filter((slot) => !isHead(slot));
  const entering = wanted.filter((index) => !byIndex.has(index));
  const before = staying.size === 0 ? entering.length : entering.filter((index) => index < last).length;
  const after = entering.length - before;

  // From the staying rows outwards: elements that need not move, new ones, then those that come around from the other end.
  const fresh = (missing: number) => new Array<undefined>(Math.max(0, missing)).fill(undefined);
  const behind = tails.splice(0, after);
  const front = heads.splice(Math.max(0, heads.length - before));
  const around = heads.splice(Math.max(0, heads.length - (after - behind.length))).reverse();
  const back = tails.splice(0, before - front.length).reverse();
  const supply = [
    ...back,
    ...fresh(before - front.length - back.length),
    ...front,
    ...behind,
    ...fresh(after - behind.length - around.length),
    ...around,
  ];
  let next = 0;
  return wanted.map((index) => byIndex.get(index) ?? take(supply[next++], index));
}

function take(slot: Slot | undefined, index: number): Slot {
  if (!slot) return { key: keys++, index, stale: true };
  slot.index = index;
  slot.stale = true;
  return slot;
}
