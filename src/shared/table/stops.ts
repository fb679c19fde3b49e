import { activeIn } from '../active.js';
import type { Grid } from './grid.js';

/** The heads of the columns: part of the grid's one tab stop. Up from the first row leads to them, the arrows along them. */
export class HeadStops {
  #last: HTMLElement | undefined;

  constructor(readonly grid: () => Grid) {}

  get #all(): HTMLElement[] {
    const heads =
      this.grid().root?.querySelectorAll<HTMLElement>('.lrow--head :is(input:not(:disabled), button)') ?? [];
    return [...heads].filter((head) => head.checkVisibility());
  }

  get focused(): boolean {
    const { root } = this.grid();
    return (root && activeIn(root)?.closest('.lrow--head')) != null;
  }

  /** The one that was left last, else the first; false where none is shown. */
  focus(): boolean {
    const heads = this.#all;
    const head = heads.find((one) => one === this.#last) ?? heads[0];
    head?.focus();
    return head !== undefined;
  }

  /** In reading direction; infinite = the first or last. */
  step(by: number): void {
    const heads = this.#all;
    const { root } = this.grid();
    const active = root && activeIn(root);
    const at = heads.findIndex((head) => head === active);
    const turn = Number.isFinite(by) && heads[0]?.matches(':dir(rtl)') ? -1 : 1;
    this.#last = heads[Math.max(0, Math.min(at + by * turn, heads.length - 1))];
    this.#last?.focus();
  }
}

/** Along the controls of the focused row: the row itself, its box, its buttons. */
export function alongRow(grid: Grid, step: number): void {
  const id = grid.focusedId;
  const row = id === null ? null : grid.rowOf(id);
  const { root } = grid;
  if (!row || !root) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>('input, .rowacts button')];
  const turn = row.matches(':dir(rtl)') ? -1 : 1;
  const at = stops.indexOf(activeIn(root) ?? row);
  stops[Math.max(0, Math.min(at + step * turn, stops.length - 1))]?.focus({ preventScroll: true });
}

/** The menu of the focused row, as the key for it asks. */
export function menuOfRow(grid: Grid): void {
  const id = grid.meant;
  const row = id === null ? null : grid.rowOf(id);
  if (row && id !== null)
    grid.handler.act('more', id, row.querySelector<HTMLElement>('.rowacts [data-do=more]') ?? row);
}
