import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { toJson } from '../../../domain/json.js';
import { cyclesReason, lineChecks, percentReason } from '../../../domain/products/checks.js';
import type { ProductInput } from '../../../domain/plan.js';
import { frequencies, type Frequency, type Product, type ProductPrice } from '../../../domain/records.js';
import { typedAmount } from '../../../i18n/format-more.js';
import { parseDecimal } from '../../../i18n/parse.js';
import { checkField, longTextField, selectField, textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { currencyChoices } from '../../opportunity/choices.js';
import { save } from '../save.js';
import type { EntryForm } from '../list-form.js';
import type { DetailModel } from '../model.js';
import { plainNumber, productWords, wrongWords } from './words.js';

type Texts = 'name' | 'code' | 'unit' | 'category' | 'description' | 'tax' | 'cycles';

interface PriceRow {
  currency: string;
  price: string;
  cost: string;
}
interface VariationRow {
  readonly id: string;
  name: string;
  readonly prices: PriceRow[];
}

/** One product as it is being typed. */
export class ProductForm implements EntryForm {
  readonly #texts: Record<Texts, string>;
  readonly #prices: PriceRow[];
  readonly #variations: VariationRow[];
  #frequency: Frequency;
  #active: boolean;
  #errors: Partial<Record<string, string>> = {};

  /** @param product null = a new one */
  constructor(
    readonly model: DetailModel,
    readonly product: Product | null,
    readonly draw: () => void,
  ) {
    const {
      name = '',
      code = '',
      unit = '',
      category = '',
      description = '',
      tax = '0',
      cycles = null,
    } = product ?? {};
    this.#texts = {
      name,
      code,
      unit,
      category,
      description,
      tax: plainNumber(model, tax),
      cycles: cycles === null ? '' : String(cycles),
    };
    const own = model.store?.settings.currency ?? 'EUR';
    this.#prices = product === null ? [{ currency: own, price: '', cost: '' }] : this.#rows(product.prices);
    this.#variations = (product?.variations ?? []).map((one) => ({
      id: one.id,
      name: one.name,
      prices: this.#rows(one.prices),
    }));
    this.#frequency = product?.frequency ?? 'oneTime';
    this.#active = product?.active ?? true;
  }

  get title(): string {
    return this.product?.name ?? productWords(this.model).newProduct;
  }
  get typed(): string {
    return toJson([this.#texts, this.#prices, this.#variations, this.#frequency, this.#active]);
  }

  #rows(prices: readonly ProductPrice[]): PriceRow[] {
    const text = (amount: string | null, currency: string): string =>
      amount === null ? '' : typedAmount(this.model.format, { amount, currency });
    return prices.map(({ currency, price, cost }) => ({
      currency,
      price: text(price, currency),
      cost: text(cost, currency),
    }));
  }

  render(): TemplateResult {
    const words = productWords(this.model);
    const text = (field: Texts, label: string, required = false): TemplateResult =>
      textField({
        ...{ id: `product-${field}`, label, value: this.#texts[field], required, error: this.#errors[field] },
        onInput: (value) => (this.#texts[field] = value),
      });
    return html`<div class="stack product-form">
      ${this.#errors['all'] ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#errors['all']}</span></p>` : nothing}
      ${text('name', words.name, true)}
      <div class="pair">${text('code', words.code)}${text('unit', words.unit)}</div>
      <div class="pair">${text('tax', words.taxPercent)}${text('category', words.category)}</div>
      ${this.#pricesOf(this.#prices, 'price', words.prices)}
      <fieldset class="plain"><legend>${words.variations}</legend>
        ${this.#variations.map((variation, i) => this.#variation(variation, i))}
        <div><button type="button" class="btn btn--sm" data-add-variation @click=${() => this.#addVariation()}>${icon(icons.plus)}${words.addVariation}</button></div>
      </fieldset>
      <div class="pair">
        ${selectField({
          ...{ id: 'product-frequency', label: words.frequency, value: this.#frequency },
          options: frequencies.map((value) => ({ value, label: words[value] })),
          onChange: (value) => {
            this.#frequency = value as Frequency;
            this.draw();
          },
        })}
        ${this.#frequency === 'oneTime' ? nothing : text('cycles', words.cycles)}
      </div>
      ${longTextField({ id: 'product-description', label: words.longDescription, rows: 2, value: this.#texts.description, onInput: (value) => (this.#texts.description = value) })}
      ${checkField({
        ...{ id: 'product-active', label: words.active, checked: this.#active },
        onChange: (on) => {
          this.#active = on;
          this.draw();
        },
      })}
    </div>`;
  }

  #pricesOf(rows: PriceRow[], id: string, legend: string): TemplateResult {
    const { model } = this;
    const words = productWords(model);
    const own = model.store?.settings.currency ?? 'EUR';
    const add = (): void => {
      const used = new Set(rows.map(({ currency }) => currency));
      const free = currencyChoices(model.format, own).find(({ value }) => !used.has(value))?.value ?? own;
      rows.push({ currency: free, price: '', cost: '' });
      this.draw();
    };
    return html`<fieldset class="plain"><legend>${legend}</legend>
      ${rows.map(
        (row, i) => html`<div class="price-row">
          ${textField({
            ...{
              id: `${id}-${i}-price`,
              label: words.price,
              value: row.price,
              error: this.#errors[`${id}-${i}-price`],
            },
            onInput: (value) => (row.price = value),
          })}
          ${textField({
            ...{ id: `${id}-${i}-cost`, label: words.cost, value: row.cost, error: this.#errors[`${id}-${i}-cost`] },
            onInput: (value) => (row.cost = value),
          })}
          ${selectField({
            ...{
              id: `${id}-${i}-currency`,
              label: words.currency,
              value: row.currency,
              error: this.#errors[`${id}-${i}-currency`],
            },
            options: currencyChoices(model.format, row.currency, own).map(({ value }) => ({ value, label: value })),
            onChange: (value) => {
              row.currency = value;
              this.draw();
            },
          })}
          <button type="button" class="btn btn--quiet btn--icon" aria-label=${words.removePrice(row.currency)} @click=${() => {
            rows.splice(i, 1);
            this.draw();
          }}>${icon(icons.trash)}</button>
        </div>`,
      )}
      <div><button type="button" class="btn btn--sm" @click=${add}>${icon(icons.plus)}${words.addPrice}</button></div>
    </fieldset>`;
  }

  #variation(variation: VariationRow, i: number): TemplateResult {
    const words = productWords(this.model);
    return html`<div class="variation">
      <div class="row">
        <div class="grow">${textField({
          ...{
            id: `variation-${i}-name`,
            label: words.variationName,
            value: variation.name,
            required: true,
            error: this.#errors[`variation-${i}-name`],
          },
          onInput: (value) => (variation.name = value),
        })}</div>
        <button type="button" class="btn btn--quiet btn--icon" aria-label=${words.removeVariation(variation.name)} @click=${() => {
          this.#variations.splice(i, 1);
          this.draw();
        }}>${icon(icons.trash)}</button>
      </div>
      ${this.#pricesOf(variation.prices, `variation-${i}`, words.prices)}
    </div>`;
  }

  #addVariation(): void {
    this.#variations.push({ id: this.model.store?.newId() ?? '', name: '', prices: [] });
    this.draw();
  }

  /** @returns whether it may be saved; what is wrong is said at its field */
  check(): boolean {
    const { model } = this;
    const words = productWords(model);
    const errors: Partial<Record<string, string>> = (this.#errors = {});
    const texts = this.#texts;
    if (texts.name.trim() === '') errors['name'] = words.nameMissing;
    const tax = this.#tax();
    if (tax === null || percentReason(tax) !== null) errors['tax'] = words.notPercent;
    const cycles = this.#cycles();
    const term = lineChecks['cycles']!(cycles) ?? cyclesReason({ frequency: this.#frequency, cycles });
    if (term !== null)
      errors['cycles'] = term === 'needed' ? words.weeklyNeedsEnd : wrongWords(model, words.cycles, term);
    this.#checkPrices(this.#prices, 'price');
    this.#variations.forEach((variation, i) => {
      if (variation.name.trim() === '') errors[`variation-${i}-name`] = words.nameMissing;
      this.#checkPrices(variation.prices, `variation-${i}`);
    });
    return Object.keys(errors).length === 0;
  }

  #checkPrices(rows: readonly PriceRow[], id: string): void {
    const { model } = this;
    const words = productWords(model);
    const seen = new Set<string>();
    rows.forEach(({ currency, price, cost }, i) => {
      if (price.trim() === '' && cost.trim() === '') return;
      const wrong = (text: string): boolean => {
        const read = parseDecimal(text, model.format);
        return read === null || lineChecks['price']!(read) !== null;
      };
      const say = words.notAmount(model.format.number('1234.5'));
      if (wrong(price)) this.#errors[`${id}-${i}-price`] = say;
      if (cost.trim() !== '' && wrong(cost)) this.#errors[`${id}-${i}-cost`] = say;
      if (seen.has(currency)) this.#errors[`${id}-${i}-currency`] = words.priceTwice;
      seen.add(currency);
    });
  }

  #tax(): string | null {
    const text = this.#texts.tax.replaceAll('%', '').trim();
    return text === '' ? '0' : parseDecimal(text, this.model.format);
  }

  #cycles(): number | null {
    const text = this.#texts.cycles.trim();
    return this.#frequency === 'oneTime' || text === '' ? null : Number(text);
  }

  #read(rows: readonly PriceRow[]): readonly ProductPrice[] {
    const { format } = this.model;
    return rows.flatMap(({ currency, price, cost }) => {
      const read = parseDecimal(price, format);
      return read === null
        ? []
        : [{ currency, price: read, cost: cost.trim() === '' ? null : parseDecimal(cost, format) }];
    });
  }

  /** @returns why not; '' = it is stored */
  async save(): Promise<string> {
    const { model, product } = this;
    const { name, code, unit, category, description } = this.#texts;
    const fields: ProductInput = {
      ...{ name: name.trim(), code, unit, category, description, tax: this.#tax() ?? '0', active: this.#active },
      prices: this.#read(this.#prices),
      variations: this.#variations.map((one) => ({
        id: one.id,
        name: one.name.trim(),
        prices: this.#read(one.prices),
      })),
      frequency: this.#frequency,
      cycles: this.#cycles(),
    };
    try {
      const words = productWords(model);
      if (product === null) await save(model, 'product-add', fields, words.product);
      else await save(model, 'product-edit', { id: product.id, fields }, words.product);
      return '';
    } catch (error) {
      return (this.#errors['all'] = (error as Error).message);
    }
  }
}
