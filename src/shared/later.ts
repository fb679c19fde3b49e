import type { CSSResult, ReactiveControllerHost } from 'lit';
import { adoptStyles } from 'lit';

export interface LaterPart<T> {
  /** A controller of this folder: a menu, a dialog, toasts. */
  readonly part: T;
  /** What its look needs beyond the element's own styles. */
  readonly styles?: readonly CSSResult[] | undefined;
}

/**
 * A part of a view that is fetched when somebody first needs it, so that it weighs nothing at the first paint:
 *
 *     menu = new Later(this, async () => {
 *       const [{ Menu }, { menu }] = await Promise.all([import('../../shared/menu.js'), import('../../styles/controls/menu.js')]);
 *       return { part: new Menu(this), styles: [menu] };
 *     });
 *     render() { return html`… ${this.menu.part?.render()}`; }
 *     async #more(anchor: Element) { (await this.menu.need()).open(anchor, { … }); }
 *
 * `soon()` fetches it when the browser has nothing better to do, so that the first press does not wait.
 */
export class Later<T> {
  /** Once it is here. */
  part: T | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #load: () => Promise<LaterPart<T>>;
  #loading: Promise<T> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, load: () => Promise<LaterPart<T>>) {
    this.#host = host;
    this.#load = load;
  }

  /**
   * The part, in the view and ready to use.
   * @throws what the import throws (no network, a new release on the server); the next call tries again.
   */
  need(): Promise<T> {
    return (this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    }));
  }

  /** Fetches it in the first idle moment. A failure is left to `need`, which has somebody to tell. */
  soon(): void {
    const fetch = () => void this.need().catch(() => undefined);
    if (typeof requestIdleCallback === 'function') requestIdleCallback(fetch, { timeout: 3000 });
    else setTimeout(fetch, 200);
  }

  async #fetch(): Promise<T> {
    const { part, styles = [] } = await this.#load();
    const root = this.#host.shadowRoot;
    // Added to what the element has, as the element's own: constructed sheets, no style element (CSP).
    if (root && styles.length > 0) {
      const before = [...root.adoptedStyleSheets];
      adoptStyles(root, [...styles]);
      root.adoptedStyleSheets = [...before, ...root.adoptedStyleSheets.filter((sheet) => !before.includes(sheet))];
    }
    this.part = part;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return part;
  }
}
