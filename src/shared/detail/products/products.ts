import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { hasLines } from '../../../domain/products/deal-value.js';
import type { DealProduct } from '../../../domain/records.js';
import { adopt } from '../../adopt.js';
import { Code } from '../../code.js';
import { fetchSoon } from '../../fetch-soon.js';
import type { Dialog } from '../../dialog.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import type { Menu } from '../../menu.js';
import { rowsOf } from '../../rows-of.js';
import type { LiveList } from '../../../store/api.js';
import type { DetailModel } from '../model.js';

const viewCode = new Code(() => import('./products-view.js'));
type View = InstanceType<Awaited<ReturnType<typeof viewCode.need>>['ProductsView']>;

/** More lines than anybody puts on a deal. */
const most = 2_000;

/** Words that are said before the section's own have come. */
export interface ProductsWords {
  readonly products: string;
  readonly addProduct: string;
  readonly noProducts: string;
}

/** The products of the open deal. How they are shown, and all that is done with them, comes when there are some, or are to be. */
export class Products {
  readonly #lines: { readonly value: LiveList<'dealProduct'> | null };
  #view: View | undefined;
  #asked = false;
  #failed = false;

  constructor(
    readonly model: DetailModel,
    readonly menu: Menu,
    readonly dialog: Dialog,
    readonly words: () => ProductsWords,
  ) {
    // The next deal that is opened may have some.
    fetchSoon([viewCode]);
    this.#lines = model.crm.live(
      (store) => {
        if (model.id === null) return null;
        const made = store.list({
          kind: 'dealProduct',
          where: { field: 'dealId', op: 'is', value: model.id },
          order: [{ field: 'rank' }],
        });
        made.setWindow(0, most);
        return made;
      },
      { deps: () => [model.id] },
    );
  }

  /** In their order. */
  get lines(): readonly DealProduct[] {
    return rowsOf(this.#lines.value, most);
  }
  /** undefined while they are read. */
  get known(): readonly DealProduct[] | undefined {
    return this.#lines.value?.state === 'ready' ? this.lines : undefined;
  }

  /** What a person sees of them; undefined while its code is to come. */
  get view(): View | undefined {
    const code = viewCode.here;
    if (this.#view || !code) return this.#view;
    adopt(this.model.host, code.productsStyles);
    return (this.#view = new code.ProductsView(this.model, this, this.menu, this.dialog));
  }

  render(): TemplateResult {
    const { model } = this;
    const { deal, host } = model;
    const words = this.words();
    if (!deal) return html``;
    if (hasLines(deal)) this.#fetch();
    const list = this.#lines.value;
    // There are some, and they have not been read yet, or cannot be.
    const missing = hasLines(deal) && this.lines.length === 0;
    const broken = this.#failed || (missing && list?.state === 'error');
    const again = (): void => (list?.state === 'error' ? list.retry() : void this.#need());
    const view = !missing && (hasLines(deal) || this.#asked) ? this.view : undefined;
    const why = model.why('deal-products-add');
    const add = async (): Promise<void> => {
      if (why !== undefined) return;
      this.#asked = true;
      await this.#need();
      await host.updateComplete;
      this.view?.add();
    };
    return html`<section class="products" part="products" id="products" tabindex="-1" aria-label=${words.products}>
      ${
        view?.render() ??
        html`<header>
            <h3>${words.products}</h3>
            <span class="grow"></span>
            ${
              hasLines(deal)
                ? nothing
                : html`<button type="button" class="btn btn--quiet btn--sm" data-add-product aria-disabled=${why === undefined ? nothing : 'true'} title=${why ?? nothing}
                    @click=${() => void add()}>${icon(icons.plus)}${words.addProduct}</button>`
            }
          </header>
          ${broken ? html`<p class="subtle" role="alert">${model.t.detail.notLoaded} <button type="button" class="btn btn--sm" @click=${again}>${model.t.common.retry}</button></p>` : hasLines(deal) ? html`<p class="subtle" role="status">${model.t.common.loading}</p>` : html`<p class="subtle">${words.noProducts}</p>`}`
      }
    </section>`;
  }

  /** From the summary: where the lines are. */
  async show(): Promise<void> {
    await this.model.host.updateComplete;
    const section = this.model.host.shadowRoot?.getElementById('products');
    section?.scrollIntoView({ block: 'nearest' });
    const cell = section?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    (cell ?? section)?.focus({ preventScroll: true });
  }

  #fetch(): void {
    if (!viewCode.here && !this.#failed) void this.#need();
  }

  async #need(): Promise<void> {
    try {
      await viewCode.need();
      this.#failed = false;
    } catch (error) {
      console.warn('crm-elements: the products could not be loaded.', error);
      this.#failed = true;
    }
    this.model.update();
  }
}
