import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from '../active.js';
import { KeepFocus } from '../keep-focus.js';
import type { Grid } from './grid.js';

/**
 * Keeps the focus with its record (R46). Row elements are used again for others, so a record that moved up or down is
 * followed to the element that shows it now. Where it has left, the row that took its place has the focus, else the
 * heading.
 */
export class FocusKeeper implements ReactiveController {
  /** The record whose row had the focus before the drawing. */
  #id: string | null = null;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly grid: () => Pick<Grid, 'focusStop' | 'focusedId' | 'refocus'>,
  ) {
    host.addController(this);
    new KeepFocus(host, () => void grid().focusStop());
  }

  hostUpdate(): void {
    this.#id = this.grid().focusedId;
  }

  hostUpdated(): void {
    const id = this.#id;
    const root = this.host.shadowRoot;
    if (id === null || !root) return;
    this.#id = null;
    const grid = this.grid();
    // Somebody has put it elsewhere, or it is where it was.
    if (!activeIn(root)?.closest('.lrow[data-id]') || grid.focusedId === id) return;
    grid.refocus(id);
  }
}
