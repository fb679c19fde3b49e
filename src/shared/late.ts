import type { CSSResult, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { late as english } from '../i18n/en/late.js';
import { wordsOf } from '../i18n/words.js';
import { latePlace } from '../styles/late-place.js';
import type { Code } from './code.js';
import { whenIdle } from './code.js';
import { languageAround } from './language.js';

const none = (): readonly CSSResult[] => [];

/** A part that is here or on its way, whatever its code looks like. */
export interface Arriving<P> {
  /** undefined = its code is still to come. */
  readonly here: P | undefined;
  /** Does something with the part: now where it is here, else when it has come and stands in the view. Nothing = fetches it. */
  use(work?: (part: P) => void): void;
  /** The part. Does not settle while its code cannot be had: {@link notice} says so then, and offers another try. */
  need(): Promise<P>;
  /** Fetches it when the browser has nothing better to do. */
  soon(): void;
  /** Above the view: what somebody waits for could not be fetched. */
  notice(): TemplateResult | typeof nothing;
}

/**
 * A part of one element, made in the moment its code is here: at once where it was fetched before. What is pressed earlier
 * waits for it and is then done.
 *
 *     #menus = new Late(this, menusCode, ({ Menus }) => new Menus(this), ({ menuStyles }) => menuStyles);
 *     render() { return html`… @click=${() => this.#menus.use((menus) => menus.open())} … ${this.#menus.here?.render()}`; }
 *
 * Make it as the last of the element's fields: `make` may use them.
 */
export class Late<C, P> implements ReactiveController, Arriving<P> {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #make: (code: C) => P;
  readonly #styles: (code: C) => readonly CSSResult[];
  readonly #under: (code: C) => readonly CSSResult[];
  readonly #waiting: ((part: P) => void)[] = [];
  here: P | undefined;
  #failed = false;

  /**
   * @param make makes the part
   * @param styles its look, behind the element's own
   * @param under what the element's own styles say more about: at `latePlace` among them
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    readonly code: Code<C>,
    make: (code: C) => P,
    styles: (code: C) => readonly CSSResult[] = none,
    under: (code: C) => readonly CSSResult[] = none,
  ) {
    this.#host = host;
    this.#make = make;
    this.#styles = styles;
    this.#under = under;
    host.addController(this);
    if (code.here !== undefined) this.#begin(code.here);
  }

  use(work: (part: P) => void = () => undefined): void {
    if (this.here !== undefined) return work(this.here);
    this.#waiting.push(work);
    void this.#fetch();
  }

  need(): Promise<P> {
    return new Promise((resolve) => this.use(resolve));
  }

  /** By somebody who has the code: there at once. */
  bring(code: C): void {
    this.code.give(code);
    if (this.here !== undefined) return;
    this.#begin(code);
    this.#host.requestUpdate();
  }

  soon(): void {
    if (this.here === undefined) whenIdle(() => void this.#fetch());
  }

  notice(): TemplateResult | typeof nothing {
    if (!this.#failed) return nothing;
    const t = wordsOf('late', english, languageAround(this.#host));
    return html`<p class="late" role="alert">${t.notLoaded} <button type="button" class="btn btn--sm" @click=${() => void this.#fetch()}>${t.retry}</button></p>`;
  }

  hostConnected(): void {
    if (this.here !== undefined && this.code.here !== undefined) this.#dress(this.code.here);
  }

  async #fetch(): Promise<void> {
    try {
      const code = await this.code.need();
      this.#failed = false;
      if (this.here !== undefined) return;
      this.#begin(code);
      this.#host.requestUpdate();
      // What it draws has to be there before something is opened in it.
      await this.#host.updateComplete;
    } catch (thrown) {
      console.warn(`crm-elements: <${this.#host.localName}>`, thrown);
      // Fetched ahead of need: nobody has to be told yet.
      this.#failed = this.#waiting.length > 0;
      this.#host.requestUpdate();
      return;
    }
    for (const work of this.#waiting.splice(0)) work(this.here!);
  }

  #begin(code: C): void {
    this.#dress(code);
    this.here = this.#make(code);
  }

  #dress(code: C): void {
    adopt(this.#host, this.#under(code), true);
    adopt(this.#host, this.#styles(code));
  }
}

/**
 * Gives an element the sheets that it does not have yet: constructed ones, no style element (CSP).
 * @param under at `latePlace`, so that the element's own win; else behind them
 */
export function adopt({ shadowRoot }: HTMLElement, styles: readonly CSSResult[], under = false): void {
  if (!shadowRoot) return;
  const there = [...shadowRoot.adoptedStyleSheets];
  const missing = styles.flatMap(({ styleSheet }) => (styleSheet && !there.includes(styleSheet) ? styleSheet : []));
  if (missing.length === 0) return;
  const place = under && latePlace.styleSheet ? there.indexOf(latePlace.styleSheet) : -1;
  there.splice(place < 0 ? there.length : place, 0, ...missing);
  shadowRoot.adoptedStyleSheets = there;
}
