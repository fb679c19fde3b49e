import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from '../../shared/focus.js';
import type { Grid } from './grid.js';

/**
 * Keeps the focus with its lead (R46). Row elements are used again for other leads, so a lead that moved up or down is
 * followed to the element that shows it now. Where it has left, the row that took its place has the focus, else the
 * heading: the browser would give it to the body without a word. So too where a button has left with its bar.
 */
export class FocusKeeper implements ReactiveController {
  /** The lead whose row had the focus before the drawing. */
  #id: string | null = null;
  /** Something of the element had the focus before the drawing. */
  #had = false;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly grid: () => Grid,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#id = this.grid().focusedId;
    const root = this.host.shadowRoot;
    // Dialogs and panels look after their own.
    this.#had = (root && activeIn(root)?.closest('dialog, [popover]') === null) ?? false;
  }

  hostUpdated(): void {
    const id = this.#id;
    const root = this.host.shadowRoot;
    if (!this.#had || !root) return;
    this.#id = null;
    const grid = this.grid();
    const active = activeIn(root);
    if (active) {
      // Somebody has put it elsewhere, or it is where it was.
      if (id === null || !active.closest('.lrow[data-id]') || grid.focusedId === id) return;
      grid.refocus(id);
      return;
    }
    // Whoever took it away may have a better place for it.
    void this.host.updateComplete.then(() => {
      const { activeElement, body } = this.host.ownerDocument;
      if (activeElement && activeElement !== body && (activeElement !== this.host || activeIn(root))) return;
      void grid.focusStop();
    });
  }
}
