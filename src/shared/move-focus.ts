import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenMoved } from './moved.js';

/**
 * Keeps the focus inside an element that its page moves (R34): browsers drop it on the way, and whoever was typing would
 * type into nothing. Dialogs and pop-ups bring their own back by themselves.
 */
export class MoveFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #last: HTMLElement | null = null;
  #root: ShadowRoot | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    whenMoved(host, () => this.hostConnected());
  }

  hostConnected(): void {
    this.#watch();
    const last = this.#last;
    if (!last) return;
    queueMicrotask(() => {
      const { activeElement, body } = this.#host.ownerDocument;
      if (last.isConnected && (activeElement === null || activeElement === body)) last.focus({ preventScroll: true });
    });
  }

  hostDisconnected(): void {
    // Taken out for longer: coming back later steals nobody's focus.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#last = null;
    });
  }

  #watch(): void {
    if (this.#root) return;
    this.#root = this.#host.shadowRoot;
    this.#root?.addEventListener('focusin', ({ target }) => (this.#last = target as HTMLElement));
    this.#root?.addEventListener('focusout', () =>
      // A removal tells of it too, in some browsers; then the element has been put back before this runs.
      queueMicrotask(() => {
        if (this.#root?.activeElement === null) this.#last = null;
      }),
    );
  }
}
