import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from '../../shared/focus.js';
import type { Grid } from './grid.js';

/**
 * Keeps the focus with its lead (R46). Row elements are used again for other leads, so a lead that moved up or down is
 * followed to the element that shows it now. Where it has left, the row that took its place has the focus, else the
 * heading: the browser would give it to the body without a word.
 */
export class FocusKeeper implements ReactiveController {
  /** The lead whose row had the focus before the drawing. */
  #id: string | null = null;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly grid: () => Grid,
  ) {
    host.addController(this);
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
    const active = activeIn(root);
    if (active) {
      // Somebody has put it elsewhere, or it is where it was.
      if (!active.closest('.lrow[data-id]') || grid.focusedId === id) return;
      grid.rowOf(id)?.focus({ preventScroll: true });
      return;
    }
    const { activeElement, body } = this.host.ownerDocument;
    if (activeElement && activeElement !== body && activeElement !== this.host) return;
    void grid.focusStop();
  }
}
