import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { toJson } from '../../../domain/json.js';
import { cyclesReason, lineChecks, percentReason } from '../../../domain/products/checks.js';
import type { ProductInput } from '../../../domain/plan.js';
import { frequencies, type Frequency, type Id, type Product } from '../../../domain/records.js';
import { parseDecimal } from '../../../i18n/parse.js';
import { checkField, longTextField, selectField, textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { save } from '../save.js';
import type { EntryForm } from '../list-form.js';
import type { DetailModel } from '../model.js';
import { PriceRows } from './price-rows.js';
import { plainNumber, productWords, wrongWords } from './words.js';

type Texts = 'name' | 'code' | 'unit' | 'category' | 'description' | 'tax' | 'cycles';

interface Variation {
  readonly id: Id;
  /** What its fields are called by, also when one above it has gone. */
  readonly key: string;
  name: string;
  readonly prices: PriceRows;
}

/** One product as it is being typed. */
export class ProductForm implements EntryForm {
  readonly #texts: Record<Texts, string>;
  readonly #prices: PriceRows;
  readonly #variations: Variation[] = [];
  #variationsMade = 0;
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
    this.#prices = new PriceRows(this, 'price', product?.prices ?? null);
    for (const { id, name, prices } of product?.variations ?? []) this.#putVariation(id, name, prices);
    this.#frequency = product?.frequency ?? 'oneTime';
    this.#active = product?.active ?? true;
  }

  get title(): string {
    return this.product?.name ?? productWords(this.model).newProduct;
  }
  get typed(): string {
    const variations = this.#variations.map(({ id, name, prices }) => [id, name, prices.typed]);
    return toJson([this.#texts, this.#prices.typed, variations, this.#frequency, this.#active]);
  }

  errorAt(id: string): string | undefined {
    return this.#errors[id];
  }

  /** What was wrong there is being put right: it is not said any longer. */
  mended(id: string): void {
    if (this.#errors[id] === undefined) return;
    delete this.#errors[id];
    this.draw();
  }

  /** Draws, and takes the focus to the first of these that is there. */
  goTo(...selectors: readonly string[]): void {
    this.draw();
    const { shadowRoot } = this.model.host;
    for (const selector of selectors) {
      const there = shadowRoot?.querySelector<HTMLElement>(`.product-form ${selector}`);
      if (there) return there.focus();
    }
  }

  render(): TemplateResult {
    const words = productWords(this.model);
    const text = (field: Texts, label: string, required = false): TemplateResult =>
      textField({
        ...{ id: `product-${field}`, label, value: this.#texts[field], required, error: this.#errors[field] },
        onInput: (value) => {
          this.#texts[field] = value;
          this.mended(field);
        },
      });
    return html`<div class="stack product-form">
      ${this.#errors['all'] ? html`<p class="field-error" role="alert">${icon(icons.warning, { size: 'sm' })}<span>${this.#errors['all']}</span></p>` : nothing}
      ${text('name', words.name, true)}
      <div class="pair">${text('code', words.code)}${text('unit', words.unit)}</div>
      <div class="pair">${text('tax', words.taxPercent)}${text('category', words.category)}</div>
      ${this.#prices.render()}
      <fieldset class="plain"><legend>${words.variations}</legend>
        ${this.#variations.map((variation) => this.#variation(variation))}
        <div><button type="button" class="btn btn--sm" data-add-variation @click=${() => this.#addVariation()}>${icon(icons.plus)}${words.addVariation}</button></div>
      </fieldset>
      <div class="pair">
        ${selectField({
          ...{ id: 'product-frequency', label: words.frequency, value: this.#frequency },
          options: frequencies.map((value) => ({ value, label: words[value] })),
          onChange: (value) => {
            this.#frequency = value as Frequency;
            delete this.#errors['cycles'];
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

  #variation(variation: Variation): TemplateResult {
    const words = productWords(this.model);
    const id = `${variation.key}-name`;
    return html`<div class="variation">
      <div class="row">
        <div class="grow">${textField({
          ...{ id, label: words.variationName, value: variation.name, required: true, error: this.#errors[id] },
          onInput: (value) => {
            variation.name = value;
            this.mended(id);
          },
        })}</div>
        <button type="button" class="btn btn--quiet btn--icon" aria-label=${words.removeVariation(variation.name)} @click=${() => this.#offVariation(variation)}>${icon(icons.trash)}</button>
      </div>
      ${variation.prices.render()}
    </div>`;
  }

  #putVariation(id: Id, name: string, prices: Product['prices']): string {
    const key = `variation-${this.#variationsMade++}`;
    this.#variations.push({ id, key, name, prices: new PriceRows(this, key, prices) });
    return key;
  }

  #addVariation(): void {
    this.goTo(`#${this.#putVariation(this.model.store?.newId() ?? '', '', [])}-name`);
  }

  /** The focus goes to the next one, or to what adds one. */
  #offVariation(variation: Variation): void {
    const at = this.#variations.indexOf(variation);
    this.#variations.splice(at, 1);
    const next = this.#variations[at] ?? this.#variations[at - 1];
    this.goTo(next ? `#${next.key}-name` : '[data-add-variation]');
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
      errors['cycles'] = this.#frequency === 'weekly' ? words.weeklyNeedsEnd : wrongWords(model, words.cycles, term);
    this.#prices.check(errors);
    for (const { key, name, prices } of this.#variations) {
      if (name.trim() === '') errors[`${key}-name`] = words.nameMissing;
      prices.check(errors);
    }
    return Object.keys(errors).length === 0;
  }

  #tax(): string | null {
    const text = this.#texts.tax.replaceAll('%', '').trim();
    return text === '' ? '0' : parseDecimal(text, this.model.format);
  }

  #cycles(): number | null {
    const text = this.#texts.cycles.trim();
    return this.#frequency === 'oneTime' || text === '' ? null : Number(text);
  }

  /** @returns why not; '' = it is stored */
  async save(): Promise<string> {
    const { model, product } = this;
    const { name, code, unit, category, description } = this.#texts;
    const fields: ProductInput = {
      ...{ name: name.trim(), code, unit, category, description, tax: this.#tax() ?? '0', active: this.#active },
      prices: this.#prices.read(),
      variations: this.#variations.map((one) => ({
        id: one.id,
        name: one.name.trim(),
        prices: one.prices.read(),
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
