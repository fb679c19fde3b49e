import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { placed } from './placed.js';
import type { Placed } from './placed.js';

/**
 * Says things to people who listen: two live regions inside the shadow root, put into the view once by
 * `${this.announcer.render()}`. They are there, empty, from the first render on, as screen readers need them to be.
 */
export class Announcer {
  readonly #polite: Placed = {};
  readonly #assertive: Placed = {};
  /** The same sentence twice must be two changes. */
  #odd = false;

  /** Said when the reader has finished; the default for everything. */
  say(text: string): void {
    this.#put(this.#polite.value, text);
  }

  /** Interrupts. Only for what went wrong. */
  alert(text: string): void {
    this.#put(this.#assertive.value, text);
  }

  render(): TemplateResult {
    return html`<div class="sr" role="status" ${placed(this.#polite)}></div>
      <div class="sr" role="alert" ${placed(this.#assertive)}></div>`;
  }

  #put(region: HTMLElement | undefined, text: string): void {
    if (!region) return;
    this.#odd = !this.#odd;
    region.textContent = this.#odd ? text : `${text}\u00a0`;
  }
}
