import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { lineChecks } from '../../../domain/products/checks.js';
import type { ProductPrice } from '../../../domain/records.js';
import { typedAmount } from '../../../i18n/format-more.js';
import { parseDecimal } from '../../../i18n/parse.js';
import { selectField, textField } from '../../field.js';
import { icon } from '../../icon.js';
import * as icons from '../../icons.js';
import { currencyChoices } from '../../opportunity/choices.js';
import type { DetailModel } from '../model.js';
import { productWords } from './words.js';

/** The form that prices stand in. */
export interface PricesForm {
  readonly model: DetailModel;
  /** What is wrong with the field of this id. */
  errorAt(id: string): string | undefined;
  /** It is being put right. */
  mended(id: string): void;
  /** Draws, and takes the focus to the first of these that is there. */
  goTo(...selectors: readonly string[]): void;
}

interface Row {
  /** What its fields are called by, also when one above it has gone. */
  readonly key: string;
  currency: string;
  price: string;
  cost: string;
}

/** The prices of a product, or of one of its variations, as they are being typed: one a currency. */
export class PriceRows {
  readonly #rows: Row[] = [];
  #made = 0;

  /** @param prices null = of a new product, which begins with a row to be filled in */
  constructor(
    readonly form: PricesForm,
    readonly id: string,
    prices: readonly ProductPrice[] | null,
  ) {
    const { format } = form.model;
    const text = (amount: string | null, currency: string): string =>
      amount === null ? '' : typedAmount(format, { amount, currency });
    if (prices === null) this.#put(this.#own, '', '');
    else
      for (const { currency, price, cost } of prices) this.#put(currency, text(price, currency), text(cost, currency));
  }

  get #own(): string {
    return this.form.model.store?.settings.currency ?? 'EUR';
  }

  /** All that is typed, to be compared. */
  get typed(): unknown {
    return this.#rows.map(({ currency, price, cost }) => [currency, price, cost]);
  }

  #put(currency: string, price: string, cost: string): string {
    const key = `${this.id}-${this.#made++}`;
    this.#rows.push({ key, currency, price, cost });
    return key;
  }

  render(): TemplateResult {
    const words = productWords(this.form.model);
    return html`<fieldset class="plain"><legend>${words.prices}</legend>
      ${this.#rows.map((row) => this.#row(row))}
      <div><button type="button" class="btn btn--sm" data-add-price=${this.id} @click=${() => this.#add()}>${icon(icons.plus)}${words.addPrice}</button></div>
    </fieldset>`;
  }

  #row(row: Row): TemplateResult {
    const { form } = this;
    const words = productWords(form.model);
    const text = (name: 'price' | 'cost'): TemplateResult => {
      const id = `${row.key}-${name}`;
      return textField({
        ...{ id, label: words[name], value: row[name], error: form.errorAt(id) },
        onInput: (value) => {
          row[name] = value;
          form.mended(id);
        },
      });
    };
    const currency = `${row.key}-currency`;
    return html`<div class="price-row">
      ${text('price')}
      ${text('cost')}
      ${selectField({
        ...{ id: currency, label: words.currency, value: row.currency, error: form.errorAt(currency) },
        options: currencyChoices(form.model.format, row.currency, this.#own).map(({ value }) => ({
          value,
          label: value,
        })),
        onChange: (value) => {
          row.currency = value;
          // Which of two is one too many changes with either of them; the draw is for the name of the button.
          for (const { key } of this.#rows) form.mended(`${key}-currency`);
          form.goTo(`#${currency}`);
        },
      })}
      <button type="button" class="btn btn--quiet btn--icon" data-off-price=${row.key} aria-label=${words.removePrice(row.currency)} @click=${() => this.#off(row)}>${icon(icons.trash)}</button>
    </div>`;
  }

  #add(): void {
    const used = new Set(this.#rows.map(({ currency }) => currency));
    const free = currencyChoices(this.form.model.format, this.#own).find(({ value }) => !used.has(value))?.value;
    this.form.goTo(`#${this.#put(free ?? this.#own, '', '')}-price`);
  }

  /** The focus goes to what removes the next one, or to what adds one. */
  #off(row: Row): void {
    const at = this.#rows.indexOf(row);
    this.#rows.splice(at, 1);
    const next = this.#rows[at] ?? this.#rows[at - 1];
    this.form.goTo(next ? `[data-off-price="${next.key}"]` : `[data-add-price="${this.id}"]`);
  }

  /** Says at its field what is wrong. Rows that were left empty are none. */
  check(errors: Partial<Record<string, string>>): void {
    const { model } = this.form;
    const words = productWords(model);
    const seen = new Set<string>();
    for (const { key, currency, price, cost } of this.#rows) {
      if (price.trim() === '' && cost.trim() === '') continue;
      const wrong = (text: string): boolean => {
        const read = parseDecimal(text, model.format);
        return read === null || lineChecks['price']!(read) !== null;
      };
      const say = words.notAmount(model.format.number('1234.5'));
      if (wrong(price)) errors[`${key}-price`] = say;
      if (cost.trim() !== '' && wrong(cost)) errors[`${key}-cost`] = say;
      if (seen.has(currency)) errors[`${key}-currency`] = words.priceTwice;
      seen.add(currency);
    }
  }

  /** As they are stored, once they were checked. */
  read(): readonly ProductPrice[] {
    const { format } = this.form.model;
    return this.#rows.flatMap(({ currency, price, cost }) => {
      const read = parseDecimal(price, format);
      return read === null
        ? []
        : [{ currency, price: read, cost: cost.trim() === '' ? null : parseDecimal(cost, format) }];
    });
  }
}
