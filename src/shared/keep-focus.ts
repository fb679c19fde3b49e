import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from './active.js';

/**
 * What had the focus may go with what is drawn: the button of a bar, the strip of an activity. The browser gives the focus to
 * the body then, without a word; this gives it to what the element names instead, unless whoever took it away has put it
 * somewhere. Dialogs and panels look after their own.
 */
export class KeepFocus implements ReactiveController {
  #had = false;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly fallback: () => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const root = this.host.shadowRoot;
    this.#had = (root && activeIn(root)?.closest('dialog, [popover]') === null) ?? false;
  }

  hostUpdated(): void {
    if (!this.#had || !hasLostFocus(this.host)) return;
    void this.host.updateComplete.then(() => {
      if (hasLostFocus(this.host)) this.fallback();
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
