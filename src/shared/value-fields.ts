import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Money } from '../domain/records.js';
import type { Format, MoneyValue } from '../i18n/format.js';
import { currencyName, decimal, typedAmount } from '../i18n/format-more.js';
import { parseMoney } from '../i18n/parse.js';
import { describedBy, fieldFrame, valueOf } from './field.js';
import type { FieldOptions } from './field.js';
import { icon } from './icon.js';
import * as icons from './icons.js';

/*
 * Fields whose text is not their value. What cannot be read stays as it was typed: `onInvalid` brings the sentence for
 * `error`, and the value is left alone until the text makes sense.
 */

interface ValueOptions extends FieldOptions {
  /** Called with what to say where the text makes no sense. */
  readonly onInvalid?: ((message: string) => void) | undefined;
}

interface NumberWords {
  readonly notNumber: (example: string) => string;
}

export interface NumberOptions extends ValueOptions {
  /** A decimal string; '' for none. */
  readonly value: string;
  readonly format: Format;
  readonly words: NumberWords;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A number as the reader writes it; the value is a decimal string and never a float. */
export function numberField(options: NumberOptions): TemplateResult {
  const { value, format, onChange } = options;
  return fieldFrame(
    options,
    decimalInput(options, value === '' ? '' : decimal(format, value, decimalsOf(value)), (read) =>
      onChange(read?.amount ?? ''),
    ),
  );
}

export interface MoneyOptions extends ValueOptions {
  readonly value: MoneyValue | null;
  /** The currency of a new amount, and what the list shows while there is none. */
  readonly currency: string;
  /** Codes to choose from; the value's own is added. */
  readonly currencies: readonly string[];
  readonly format: Format;
  readonly words: NumberWords & { readonly currency: string };
  readonly onChange: (value: MoneyValue | null) => void;
  /** A currency chosen while there is no amount yet. */
  readonly onCurrency?: ((currency: string) => void) | undefined;
}

/** Amount and currency, side by side. */
export function moneyField(options: MoneyOptions): TemplateResult {
  const { id, value, format, words, disabled, onChange, onCurrency } = options;
  const currency = value?.currency ?? options.currency;
  const codes = [...new Set([currency, ...options.currencies])];
  const choose = (event: Event) =>
    value ? onChange({ amount: value.amount, currency: valueOf(event) }) : onCurrency?.(valueOf(event));
  return fieldFrame(
    options,
    html`<span class="row">
      ${decimalInput(options, value ? typedAmount(format, value) : '', onChange, currency)}
      <span class="select">
        <select class="input" id="${id}-currency" aria-label=${words.currency} ?disabled=${disabled} @change=${choose}>
          ${codes.map((code) => html`<option value=${code} title=${currencyName(format, code)} ?selected=${code === currency} .selected=${code === currency}>${code}</option>`)}
        </select>
        ${icon(icons.down, { size: 'sm' })}
      </span>
    </span>`,
  );
}

function decimalInput(
  options: ValueOptions & {
    readonly format: Format;
    readonly words: NumberWords;
    readonly placeholder?: string | undefined;
  },
  shown: string,
  onRead: (value: Money | null) => void,
  currency = '',
): TemplateResult {
  const { id, required, error, disabled, format, words, placeholder, onInvalid } = options;
  const read = (event: Event) => {
    const text = valueOf(event).trim();
    const value = parseMoney(text, format, currency);
    if (text !== '' && value === null) onInvalid?.(words.notNumber(format.number('1234.5')));
    else onRead(text === '' ? null : value);
  };
  return html`<input
    class="input num"
    id=${id}
    inputmode="decimal"
    autocomplete="off"
    .value=${shown}
    placeholder=${placeholder ?? nothing}
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy(options)}
    ?disabled=${disabled}
    @change=${read}
  />`;
}

export interface DateOptions extends ValueOptions {
  /** `YYYY-MM-DD` (date) or `HH:MM` (time); null for none. */
  readonly value: string | null;
  readonly words: { readonly notDay: string };
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** The id of what says that it is wrong, where that stands below several controls. */
  readonly wrong?: string | undefined;
  readonly onChange: (value: string | null) => void;
}

/** A calendar day, by the browser's own control: it knows the reader's order of day and month, and the value never shifts (R72). */
export const dateField = (options: DateOptions): TemplateResult => native('date', options);
/** A time of day. */
export const timeField = (options: DateOptions): TemplateResult => native('time', options);

function native(type: 'date' | 'time', options: DateOptions): TemplateResult {
  const { id, value, words, min, max, wrong, required, error, disabled, onChange, onInvalid } = options;
  const read = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.validity.badInput) onInvalid?.(words.notDay);
    else onChange(input.value === '' ? null : input.value);
  };
  return fieldFrame(
    options,
    html`<input
      class="input"
      id=${id}
      type=${type}
      .value=${value ?? ''}
      min=${min ?? nothing}
      max=${max ?? nothing}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${error || wrong ? 'true' : nothing}
      aria-describedby=${wrong ?? describedBy(options)}
      ?disabled=${disabled}
      @change=${read}
    />`,
  );
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}
