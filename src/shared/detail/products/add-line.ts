import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { priceIn } from '../../../domain/products/catalogue.js';
import type { Id, Product } from '../../../domain/records.js';
import { prepareSearch, searchText } from '../../../domain/search.js';
import { fullMoney } from '../../../i18n/format-more.js';
import { parseMoney } from '../../../i18n/parse.js';
import { closest } from '../../closest.js';
import { Combobox, type Choice, type Chosen } from '../../combobox.js';
import { checkField, textField } from '../../field.js';
import * as icons from '../../icons.js';
import { isElsewhere } from '../elsewhere.js';
import type { DetailModel } from '../model.js';
import { productWords } from './words.js';

/** Products that are offered at once. */
const most = 20;

/** Below the lines: one of the catalogue by name or code, or one of a name that is typed. */
export class AddLine {
  readonly #find: Combobox;
  #open = false;
  #busy = false;
  #value: Chosen | null = null;
  #price = '';
  #keep = false;
  #error = '';

  constructor(
    readonly model: DetailModel,
    readonly currency: () => string,
    readonly added: (id: Id) => void,
  ) {
    this.#find = new Combobox(model.host, model.words, {
      search: (query, signal) => this.#search(query, signal),
      create: (text) => productWords(model).asNew(text),
    });
  }

  get isOpen(): boolean {
    return this.#open;
  }

  open(): void {
    this.#open = true;
    this.model.update();
    void this.model.focus('#add-product');
  }

  #close(): void {
    this.#open = false;
    this.#forget();
    this.model.update();
    void this.model.focus('[data-add-product]');
  }

  #forget(): void {
    this.#value = null;
    this.#price = this.#error = '';
    this.#keep = false;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const { model } = this;
    const words = productWords(model);
    const fresh = this.#value?.kind === 'new';
    const keydown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        this.#close();
      }
    };
    const submit = (event: Event): void => {
      event.preventDefault();
      void this.#add();
    };
    return html`<form class="add-line" novalidate @submit=${submit} @keydown=${keydown}>
      ${this.#find.render({
        ...{
          id: 'add-product',
          label: words.find,
          placeholder: words.findHint,
          value: this.#value,
          icon: icons.search,
        },
        onChange: (value) => {
          this.#value = value;
          this.#error = '';
          model.update();
          if (value?.kind === 'existing') void this.#add();
          else if (value?.kind === 'new' && !isElsewhere(model, '.add-line')) void model.focus('#add-price');
        },
      })}
      ${
        fresh
          ? html`${textField({
              ...{ id: 'add-price', label: words.newPrice, value: this.#price, error: this.#error },
              onInput: (text) => (this.#price = text),
            })}
            ${checkField({ id: 'add-keep', label: words.keep, checked: this.#keep, onChange: (on) => ((this.#keep = on), model.update()) })}
            <button type="submit" class="btn btn--primary btn--sm" aria-busy=${this.#busy ? 'true' : nothing}>${words.addIt}</button>`
          : nothing
      }
      <button type="button" class="btn btn--quiet btn--sm" data-stop-adding @click=${() => this.#close()}>${model.t.common.close}</button>
    </form>`;
  }

  async #search(query: string, signal: AbortSignal): Promise<readonly Choice[]> {
    const { model } = this;
    if (!model.store) return [];
    const words = productWords(model);
    const active = { field: 'active', op: 'is', value: true } as const;
    const asked = {
      kind: 'product',
      where: active,
      search: query,
      order: [{ field: 'name' }],
      related: false,
    } as const;
    const { records } = await closest(model.store, asked, most, signal);
    const currency = this.currency();
    const choice = (product: Product, id: string, label: string, variation: Id | null): Choice => {
      const price = priceIn(product, variation, currency);
      const costs =
        price === undefined ? words.noPriceIn(currency) : fullMoney(model.format, { amount: price, currency });
      return { id, label, detail: [product.code, costs, product.unit].filter(Boolean).join(', ') };
    };
    // Whoever writes what one variation is called means that one.
    const has = prepareSearch(query) ?? (() => true);
    const means = (...texts: readonly string[]): boolean => has(searchText(texts, []));
    return records.flatMap((product) => [
      ...(means(product.name, product.code) ? [choice(product, product.id, product.name, null)] : []),
      ...product.variations
        .filter(({ name }) => means(product.name, product.code, name))
        .map((one) => choice(product, `${product.id}/${one.id}`, `${product.name}, ${one.name}`, one.id)),
    ]);
  }

  async #add(): Promise<void> {
    const { model } = this;
    const value = this.#value;
    if (value === null || model.id === null || this.#busy) return;
    const words = productWords(model);
    const line = this.#line(value);
    if (typeof line === 'string') {
      this.#error = line;
      model.update();
      return void model.focus('#add-price');
    }
    this.#busy = true;
    const result = await model.run('deal-products-add', { dealId: model.id, lines: [line] });
    this.#busy = false;
    const gone = isElsewhere(model, '.add-line');
    if (result?.outcomes[0]?.state !== 'done') return model.update();
    const made = result.changes.find(({ op, kind }) => op === 'create' && kind === 'dealProduct');
    model.say(words.added(value.kind === 'new' ? value.text : value.label));
    this.#open = false;
    this.#forget();
    model.update();
    if (made && !gone) this.added(made.id);
  }

  #line(value: Chosen) {
    const { model } = this;
    if (value.kind === 'existing') {
      const [productId = '', variationId = null] = value.id.split('/');
      return { productId, variationId };
    }
    const currency = this.currency();
    const typed = this.#price.trim();
    const money = typed === '' ? { amount: '0', currency } : parseMoney(typed, model.format, currency);
    const words = productWords(model);
    if (money === null || money.amount.startsWith('-')) return words.notAmount(model.format.number('1234.5'));
    if (money.currency !== currency) return words.otherCurrency(currency);
    const price = money.amount;
    const name = value.text;
    return this.#keep ? { product: { name, prices: [{ currency, price, cost: null }] }, price } : { name, price };
  }
}
