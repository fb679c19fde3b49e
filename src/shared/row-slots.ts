/*
 * Which row element shows which row. A row that stays keeps its element, untouched and unmoved: it may hold the focus,
 * an open editor, a pressed pointer. Elements of rows that left are given to rows that come.
 */
import { holdsFocus } from './focus.js';
import type { Records } from './row-options.js';
import type { Slot } from './row-window.js';

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

/**
 * The slots that show `wanted` (row indices, ascending). What is missing is made of those that are not wanted, the ones
 * furthest away first, then anew and put behind them.
 */
export function reuse(slots: Slot[], wanted: readonly number[], make: () => Slot): Slot[] {
  const missing = new Set(wanted);
  const shown: Slot[] = [];
  const free: Slot[] = [];
  for (const slot of slots) (missing.delete(slot.index) ? shown : free).push(slot);
  if (missing.size === 0) return shown;
  const middle = ((wanted[0] ?? 0) + (wanted.at(-1) ?? 0)) / 2;
  // Where no row stays, all elements keep their order.
  if (shown.length === 0) free.reverse();
  else free.sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle));
  for (const index of missing) {
    let slot = free.pop();
    if (!slot) slots.push((slot = make()));
    slot.index = index;
    slot.stale = true;
    // In this place nobody has it in use yet.
    slot.at = undefined;
    shown.push(slot);
  }
  return shown;
}

/**
 * Puts the elements in the order of their rows, in which they are read aloud. As few as can be are moved, and never the
 * one in use: a node that is moved loses the focus, and the pointer over it. Called before they are put in their places:
 * one that has none yet is nobody's.
 * @param pinned the row with the focus; -1 = none
 * @returns the slots in that order
 */
export function putInOrder(slots: readonly Slot[], rows: HTMLElement, pinned: number): Slot[] {
  const sorted = slots.toSorted((a, b) => a.index - b.index);
  if (sorted.every((slot, at) => slot === slots[at])) return sorted;
  const places = new Map(slots.map((slot, at) => [slot, at]));
  const before = sorted.map((slot) => places.get(slot) ?? -1);
  const used = ({ at, element }: Slot): boolean => at !== undefined || (element !== undefined && holdsFocus(element));
  let anchor = sorted.findIndex((slot) => slot.index === pinned && used(slot));
  if (anchor < 0) anchor = sorted.findIndex(({ element }) => element?.matches(':hover'));
  const stay = longestRise(before, anchor);
  let next: Node | null = null;
  for (let at = sorted.length - 1; at >= 0; at--) {
    const slot = sorted[at]!;
    if (!stay.has(at)) for (const node of nodesOf(slot)) rows.insertBefore(node, next);
    next = slot.start;
  }
  return sorted;
}

export function nodesOf({ start, end }: Slot): readonly ChildNode[] {
  const nodes: ChildNode[] = [];
  for (let node: Node | null = start; node; node = node === end ? null : node.nextSibling)
    nodes.push(node as ChildNode);
  return nodes;
}

/** Places of the longest part of `values` that rises, and has the one at `anchor` in it (-1 = any). */
function longestRise(values: readonly number[], anchor: number): Set<number> {
  const fits = (at: number): boolean =>
    anchor < 0 || at === anchor || (at < anchor ? values[at]! < values[anchor]! : values[at]! > values[anchor]!);
  const length: number[] = [];
  const from: number[] = [];
  let last = -1;
  for (let at = 0; at < values.length; at++) {
    let [longest, after] = [fits(at) ? 1 : 0, -1];
    for (let low = 0; longest > 0 && low < at; low++)
      if (length[low]! >= longest && values[low]! < values[at]!) [longest, after] = [length[low]! + 1, low];
    length.push(longest);
    from.push(after);
    if (longest > (length[last] ?? 0)) last = at;
  }
  const rise = new Set<number>();
  for (; last >= 0; last = from[last]!) rise.add(last);
  return rise;
}
