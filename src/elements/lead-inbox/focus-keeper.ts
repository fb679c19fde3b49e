import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from '../../shared/focus.js';
import type { Grid } from './grid.js';

/**
 * A row that leaves takes the focus with it, and the browser gives it to the body without a word. Where the focus was in
 * a row before a drawing and is nowhere after it, the row that stands there now gets it, else the heading (R46).
 */
export class FocusKeeper implements ReactiveController {
  #had = false;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly grid: () => Grid,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.host.shadowRoot;
    const active = root && activeIn(root);
    this.#had = active?.closest('.lrow[data-id]') != null;
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot;
    if (!this.#had || !root) return;
    this.#had = false;
    const active = activeIn(root);
    // A button of a row may go while its row stays; a row that was redrawn in another place keeps the focus.
    if (active) return;
    const { activeElement, body } = this.host.ownerDocument;
    if (activeElement && activeElement !== body && activeElement !== this.host) return;
    void this.grid().focusStop();
  }
}
