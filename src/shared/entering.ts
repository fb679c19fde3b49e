import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activeIn } from './active.js';
import { deepActive } from './focus.js';

/** What an element has to say about the focus that it is asked to take. */
export interface Entry {
  /** There is something to go to: what is worked on, or what stands in its place. */
  readonly ready: () => boolean;
  /** Puts the focus there; ends when it is there. */
  readonly go: () => Promise<void> | void;
}

/**
 * `focus()` of an element: to what one works on, once it has come. Whoever goes elsewhere meanwhile stays there (R46). A page
 * asks for it also while it opens a record, before the element knows of that; so it is looked at with the next drawing.
 */
export class Entering implements ReactiveController {
  #asked: { readonly from: Element | null; readonly options: FocusOptions } | null = null;

  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly entry: Entry,
  ) {
    host.addController(this);
  }

  /** @param from what had the focus in the document when it was asked for, where the code came later */
  ask(options: FocusOptions = {}, from = document.activeElement): void {
    if (!this.host.isConnected || (from !== document.activeElement && !isNowhere(document.activeElement))) return;
    this.#asked = { from: deepActive(), options };
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    // Moved, it is asked for all the same; coming back later, it steals nobody's focus.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.#asked = null;
    });
  }

  hostUpdated(): void {
    if (!this.#asked) return;
    const now = deepActive();
    if (now !== this.#asked.from && !isNowhere(now)) this.#asked = null;
    else if (this.entry.ready()) void this.#go(this.#asked.options);
  }

  async #go({ preventScroll }: FocusOptions): Promise<void> {
    const { host, entry } = this;
    this.#asked = null;
    // Not within the drawing that has come by here.
    await host.updateComplete;
    await entry.go();
    if (preventScroll) return;
    const { shadowRoot } = host;
    // A list brings the row into sight within itself; here the page brings itself there, as for any other `focus()`.
    const at = (shadowRoot && activeIn(shadowRoot)) ?? host;
    at.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function isNowhere(active: Element | null): boolean {
  return active === null || active === document.body;
}
