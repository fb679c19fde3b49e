import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from './active.js';

export interface RovingOptions {
  /** How many rows there are, and who stands where. `idAt` may not know rows that are not loaded. */
  readonly count: () => number;
  readonly idAt: (index: number) => string | undefined;
  readonly indexOf: (id: string) => number;
  /** The element that takes the focus for a row, if it is drawn. */
  readonly elementOf: (id: string) => HTMLElement | null | undefined;
  /** Brings a row into the page and into sight (`RowWindow.scrollTo`), before it is focused. */
  readonly reveal?: ((index: number) => void) | undefined;
  /** Rows of a page, for PageUp and PageDown; default 10. */
  readonly page?: (() => number) | undefined;
  /** Where the focus goes when the last row has left. */
  readonly fallback: () => HTMLElement | null | undefined;
  /** The current row has changed; `extend` with Shift held, to grow a selection. */
  readonly onMove?: ((id: string, index: number, extend: boolean) => void) | undefined;
}

/**
 * One tab stop for a list or grid, by record id (R46): `tabindex=${this.roving.tabIndexOf(id)}` on each row, and
 * `@keydown=${this.roving.keydown}` with `@focusin=${this.roving.focusin}` on the box. When the row with the focus goes
 * (converted, deleted, filtered out), the row that took its place gets it, then the one before, then `fallback`; focus
 * that is elsewhere in the host's page is never taken.
 */
export class Roving implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: RovingOptions;
  #current: string | undefined;
  #index = 0;
  /** The focus is on a row of ours, or was until that row was taken out of the page. */
  #focused = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: RovingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The row that Tab leads to. */
  get current(): string | undefined {
    return this.#current ?? this.#options.idAt(0);
  }

  /** Its place, or -1; pin it in a `RowWindow` while `focused`, so that scrolling cannot take the focus away. */
  get index(): number {
    const id = this.current;
    return id === undefined ? -1 : this.#options.indexOf(id);
  }

  get focused(): boolean {
    return this.#focused;
  }

  tabIndexOf(id: string): 0 | -1 {
    return id === this.current ? 0 : -1;
  }

  /** Makes a row the current one; with `focus` it is shown and focused. */
  moveTo(index: number, { focus = true, extend = false }: { focus?: boolean; extend?: boolean } = {}): void {
    const last = this.#options.count() - 1;
    if (last < 0) return;
    const to = Math.max(0, Math.min(last, index));
    const id = this.#options.idAt(to);
    if (id === undefined) {
      // Not read yet: show the place, the row gets the focus when it comes.
      this.#index = to;
      this.#current = undefined;
      this.#awaited = to;
      return this.#options.reveal?.(to);
    }
    this.#set(id, to);
    if (focus) {
      this.#options.reveal?.(to);
      this.#focus(id);
    }
    this.#options.onMove?.(id, to, extend);
    this.#host.requestUpdate();
  }

  #awaited = -1;

  readonly keydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.index;
    const page = this.#options.page?.() ?? 10;
    const last = this.#options.count() - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + page, PageUp: at - page }[
      event.key
    ];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    this.moveTo(to, { extend: event.shiftKey });
  };

  readonly focusin = (event: FocusEvent): void => {
    this.#focused = true;
    for (const node of event.composedPath()) {
      if (node === event.currentTarget) return;
      const id = node instanceof HTMLElement ? node.dataset['id'] : undefined;
      if (id !== undefined && id !== this.#current) {
        this.#set(id, this.#options.indexOf(id));
        this.#host.requestUpdate();
        return;
      }
    }
  };

  readonly focusout = (event: FocusEvent): void => {
    const box = event.currentTarget as HTMLElement;
    // Left for another place. Without one, the row itself may have been taken away: `hostUpdated` looks.
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) this.#focused = false;
  };

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('focusin', this.#elsewhere);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('focusin', this.#elsewhere);
    this.#focused = false;
  }

  hostUpdated(): void {
    const id = this.#current;
    if (this.#awaited >= 0) {
      const come = this.#options.idAt(this.#awaited);
      if (come === undefined) return;
      const to = this.#awaited;
      this.#awaited = -1;
      return this.moveTo(to, { focus: this.#focused });
    }
    if (id === undefined) return;
    const at = this.#options.indexOf(id);
    if (at >= 0) {
      this.#index = at;
      if (this.#focused && this.#nothingFocused() && this.#options.elementOf(id)) this.#focus(id);
      return;
    }
    // The current row has gone. Its successor stands in its place now; at the end, the one before.
    const heir = Math.min(this.#index, this.#options.count() - 1);
    const focus = this.#focused && this.#nothingFocused();
    this.#current = heir < 0 ? undefined : this.#options.idAt(heir);
    if (heir >= 0) this.#host.requestUpdate();
    if (!focus) return;
    if (this.#current === undefined) {
      this.#focused = false;
      return this.#options.fallback()?.focus({ preventScroll: true });
    }
    this.#options.reveal?.(heir);
    this.#focus(this.#current);
  }

  #set(id: string, index: number): void {
    this.#current = id;
    this.#index = index;
    this.#awaited = -1;
  }

  #focus(id: string): void {
    const element = this.#options.elementOf(id);
    if (!element) return;
    // The row that takes over may still say -1 until the next update.
    element.tabIndex = 0;
    element.focus({ preventScroll: true });
  }

  /** Removing the focused row leaves the focus on nothing; anywhere else it has been put by somebody. */
  #nothingFocused(): boolean {
    const document = this.#host.ownerDocument;
    return (
      activeIn(this.#host.shadowRoot ?? document) === null &&
      (document.activeElement === null ||
        document.activeElement === document.body ||
        document.activeElement === this.#host)
    );
  }

  readonly #elsewhere = (event: FocusEvent): void => {
    if (!event.composedPath().includes(this.#host)) this.#focused = false;
  };
}
