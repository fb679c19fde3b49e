import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentAcross } from '../../shared/language.js';

/** From here on a list and a detail do not fit beside each other. */
const narrow = 660;

/**
 * Does the detail cover the list it belongs to? Then the way out is called Back. Its own width cannot tell: beside a wide
 * list it is as narrow as on a phone, so it is compared with the element around it.
 */
export class Covers implements ReactiveController {
  on = false;
  #observer: ResizeObserver | undefined;

  constructor(readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    let around: Element | null = parentAcross(this.host);
    while (around && !around.localName.includes('-')) around = parentAcross(around);
    const width = this.host.clientWidth;
    const on = width > 0 && width < narrow && (around === null || around.clientWidth - width < 40);
    if (on === this.on) return;
    this.on = on;
    this.host.requestUpdate();
  }
}
