import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Product } from '../../../domain/records.js';
import { fullMoney } from '../../../i18n/format-more.js';
import { textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { ListForm } from '../list-form.js';
import { ProductForm } from './product-form.js';
import { productWords } from './words.js';

/** So many are listed at first, and more each time somebody asks. */
const page = 100;

/** The catalogue: found by name and code, changed, deleted, added to. */
export class Catalogue extends ListForm<ProductForm> {
  #query = '';
  #limit = page;
  #rows: readonly Product[] = [];
  #total = 0;
  #state: 'loading' | 'ready' | 'failed' = 'loading';
  #asked = 0;

  protected override get title(): string {
    return productWords(this.model).catalogueTitle;
  }
  protected override get action(): string {
    return productWords(this.model).save;
  }

  open(): void {
    this.show({ width: 640, focus: '#catalogue-find' });
    void this.#read();
  }

  async #read(): Promise<void> {
    const { model } = this;
    const { store } = model;
    if (!store) return;
    const asked = ++this.#asked;
    try {
      const { records, total } = await store.read({
        kind: 'product',
        search: this.#query,
        order: [{ field: 'name' }],
        window: { offset: 0, limit: this.#limit },
        related: false,
      });
      if (asked !== this.#asked) return;
      this.#rows = records;
      this.#total = total ?? records.length;
      this.#state = 'ready';
    } catch {
      if (asked !== this.#asked) return;
      this.#state = 'failed';
    }
    this.dialog.draw();
  }

  protected override list(): TemplateResult {
    const { model } = this;
    const words = productWords(model);
    const why = model.why('product-add', null);
    return html`<div class="stack catalogue">
      <div class="row">
        <div class="grow">${textField({
          ...{
            id: 'catalogue-find',
            label: words.findProduct,
            hideLabel: true,
            placeholder: words.findProduct,
            type: 'search',
            value: this.#query,
          },
          onInput: (text) => {
            this.#query = text;
            this.#limit = page;
            void this.#read();
          },
        })}</div>
        <button type="button" class="btn btn--sm" data-new-product aria-disabled=${why === undefined ? nothing : 'true'} title=${why ?? nothing}
          @click=${() => why === undefined && this.#edit(null)}>${icon(icons.plus)}${words.newProduct}</button>
      </div>
      ${
        this.#state === 'loading'
          ? html`<p class="subtle" role="status">${model.t.common.loading}</p>`
          : this.#state === 'failed'
            ? html`<p role="alert">${model.t.common.loadFailed} <button type="button" class="btn btn--sm" @click=${() => void this.#read()}>${model.t.common.retry}</button></p>`
            : this.#rows.length === 0
              ? html`<p class="subtle" role="status">${this.#query.trim() === '' ? words.noProducts : words.noneFound}</p>`
              : html`<ul class="catalogue-list" aria-label=${words.catalogueTitle}>${this.#rows.map((product) => this.#row(product))}</ul>
                  ${this.#total > this.#rows.length ? html`<button type="button" class="btn btn--sm" data-more-products @click=${() => void this.#more()}>${model.t.detail.showMore(Math.min(page, this.#total - this.#rows.length))}</button>` : nothing}`
      }
    </div>`;
  }

  #row(product: Product): TemplateResult {
    const { model } = this;
    const words = productWords(model);
    const { format } = model;
    const prices = product.prices.map(({ currency, price }) => fullMoney(format, { amount: price, currency }));
    const sub = [product.code, product.unit, ...(product.active ? [] : [words.inactive])].filter(Boolean).join(', ');
    const locked = model.why('product-delete', product);
    return html`<li>
      <button type="button" class="catalogue-row" data-product=${product.id} aria-description=${words.editProduct(product.name)} @click=${() => this.#edit(product)}>
        <span class="grow"><bdi class="nm">${product.name}</bdi>${sub ? html`<span class="sub"><bdi>${sub}</bdi></span>` : nothing}</span>
        <span class="num">${format.list(prices)}</span>
      </button>
      <button type="button" class="btn btn--quiet btn--icon btn--sm" aria-label=${words.deleteProduct(product.name)} aria-disabled=${locked === undefined ? nothing : 'true'} title=${locked ?? nothing}
        @click=${() => locked === undefined && void this.#delete(product)}>${icon(icons.trash)}</button>
    </li>`;
  }

  /** The focus goes to the first of those that come. */
  async #more(): Promise<void> {
    const first = this.#rows.length;
    this.#limit += page;
    await this.#read();
    this.dialog.element?.querySelectorAll<HTMLElement>('.catalogue-row')[first]?.focus();
  }

  #edit(product: Product | null): void {
    this.edit(new ProductForm(this.model, product, () => this.dialog.draw()), '#product-name');
  }

  protected override back(from: ProductForm | null): void {
    const id = from?.product?.id;
    void this.#read().then(() => {
      const row =
        id === undefined ? null : this.dialog.element?.querySelector<HTMLElement>(`[data-product="${CSS.escape(id)}"]`);
      (row ?? this.dialog.element?.querySelector<HTMLElement>('#catalogue-find'))?.focus();
    });
  }

  async #delete(product: Product): Promise<void> {
    const at = this.#rows.indexOf(product);
    await this.model.run('product-delete', { id: product.id });
    await this.#read();
    const rows = this.dialog.element?.querySelectorAll<HTMLElement>('.catalogue-row');
    (
      rows?.[Math.min(at, (rows.length || 1) - 1)] ?? this.dialog.element?.querySelector<HTMLElement>('#catalogue-find')
    )?.focus();
  }
}
