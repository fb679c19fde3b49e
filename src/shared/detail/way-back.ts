import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Id } from '../../domain/records.js';
import { activeIn } from '../active.js';
import { deepActive } from '../focus.js';

/** From where a record was opened. */
interface Way {
  /** The element of the kit, or whatever of the page had the focus. */
  readonly opener: HTMLElement;
  /** What had the focus in it. */
  readonly at: Element | null;
}

/** How long a page may take to take the detail away, frames. */
const patience = 60;
/** Drawn for one record now and for another one later: the element knows where one is. */
const reused = '[role=row], [role=gridcell], .card, [data-item]';

/**
 * Knows from where the record that a detail shows was opened, and gives the focus back there when the detail is closed and its
 * page hides it or takes it out: the browser would drop it. A detail that stays in sight keeps the focus, and whoever has put it
 * somewhere is left alone (R46).
 */
export class WayBack implements ReactiveController {
  /** The last one last: one that is not there any more leads to the one before. */
  #ways: readonly Way[] = [];

  /** @param event by which such a record is opened @param shown which one is shown; null = none */
  constructor(
    readonly host: ReactiveControllerHost & HTMLElement,
    readonly event: 'lead-open' | 'deal-open' | 'contact-open',
    readonly shown: () => Id | null,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Before the page hears of it: it may hide what has the focus.
    this.host.ownerDocument.addEventListener(this.event, this.#opened, { capture: true });
    // Put into the page because a record was opened: that was told before.
    const at = deepActive();
    if (this.#ways.length > 0 || this.shown() === null || !(at instanceof HTMLElement) || this.#isMine) return;
    const root = at.getRootNode();
    this.#remember(root instanceof ShadowRoot ? (root.host as HTMLElement) : at, at);
  }

  hostDisconnected(): void {
    this.host.ownerDocument.removeEventListener(this.event, this.#opened, { capture: true });
  }

  readonly #opened = (event: Event): void => {
    const [opener] = event.composedPath();
    const { id } = (event as CustomEvent<{ readonly id: Id | null }>).detail;
    if (id !== null && opener !== this.host && opener instanceof HTMLElement) this.#remember(opener, deepActive());
  };

  #remember(opener: HTMLElement, at: Element | null): void {
    this.#ways = [...this.#ways.filter((way) => way.opener !== opener), { opener, at }].slice(-4);
  }

  /** The focus is in the detail, or nowhere since that has gone. */
  get #isMine(): boolean {
    const { shadowRoot } = this.host;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) return true;
    return (shadowRoot && activeIn(shadowRoot)) !== null || this.host.contains(activeElement);
  }

  /** The detail was closed by whoever is in it. */
  async go(): Promise<void> {
    const { host } = this;
    for (let frame = 0; frame < patience && this.#isMine; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (host.isConnected && host.checkVisibility()) continue;
      if (this.#isMine) this.#give();
      return;
    }
  }

  #give(): void {
    const way = this.#ways.findLast(({ opener }) => opener.isConnected && opener.checkVisibility());
    if (!way) return;
    const { opener, at } = way;
    const same = at instanceof HTMLElement && at.isConnected && at.checkVisibility() && !at.closest(reused);
    (same ? at : opener).focus();
  }
}
