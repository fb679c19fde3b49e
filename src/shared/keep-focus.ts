import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from './active.js';

/**
 * What had the focus may go with what is drawn: the button of a bar, the strip of an activity. The browser gives the focus to
 * the body then, without a word; this gives it to what the element names instead, unless whoever took it away has put it
 * somewhere. Dialogs and panels look after their own.
 */
export class KeepFocus implements ReactiveController {
  #had = false;
  #part: Element | null = null;

  /** @param fallback gets the part of the element in which it was */
  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly fallback: (part: Element | null) => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.host.shadowRoot;
    const active = root && activeIn(root);
    this.#had = active?.closest('dialog, [popover]') === null;
    if (this.#had) this.#part = active?.closest('[part]') ?? null;
  }

  hostUpdated(): void {
    if (!this.#had || !hasLostFocus(this.host)) return;
    void this.host.updateComplete.then(() => {
      if (hasLostFocus(this.host)) this.fallback(this.#part);
    });
  }
}

/** Nothing in the page has the focus: where it was is gone. What has been put somewhere else is left there. */
export function hasLostFocus(host: HTMLElement): boolean {
  const { shadowRoot, ownerDocument, isConnected } = host;
  if (!isConnected || (shadowRoot && activeIn(shadowRoot))) return false;
  const { activeElement, body } = ownerDocument;
  return activeElement === null || activeElement === body || activeElement.contains(host);
}
