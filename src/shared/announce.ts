import { html } from 'lit';
import type { TemplateResult } from 'lit';

function region(role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('div');
  element.className = 'sr';
  element.role = role;
  return element;
}

/**
 * Says things to people who listen: two live regions inside the shadow root, put into the view once by
 * `${this.announcer.render()}`. They are there, empty, before anything is said, as screen readers need them to be.
 */
export class Announcer {
  readonly #polite = region('status');
  readonly #assertive = region('alert');
  /** The same sentence twice must be two changes. */
  #odd = false;

  /** Said when the reader has finished; the default for everything. */
  say(text: string): void {
    this.#put(this.#polite, text);
  }

  /** Interrupts. Only for what went wrong. */
  alert(text: string): void {
    this.#put(this.#assertive, text);
  }

  /** What was said is no longer there to be read. */
  hush(): void {
    for (const region of [this.#polite, this.#assertive]) region.textContent = '';
  }

  render(): TemplateResult {
    return html`${this.#polite}${this.#assertive}`;
  }

  #put(region: HTMLElement, text: string): void {
    this.#odd = !this.#odd;
    region.textContent = this.#odd ? text : `${text}\u00a0`;
  }
}
