import { isMoney } from '../domain/money.js';
import { heldType } from '../domain/values.js';
import type { Field } from '../domain/records.js';
import type { Format } from '../i18n/format.js';
import { decimal } from '../i18n/format-more.js';

/** What values of custom fields are written with. */
export interface FieldWriting {
  readonly format: Format;
  readonly words: { readonly yes: string; readonly no: string };
  /** The name of the user, person or organization whose id the value is; the id itself where nobody knows it. */
  readonly nameOf: (id: string, kind: 'user' | 'person' | 'organization') => string;
}

/** The value of a custom field as a person reads it; '' where there is none. A value of another type is shown as it is. */
export function fieldText(value: unknown, field: Field, writing: FieldWriting): string {
  if (value === null || value === undefined || value === '') return '';
  const { format, words, nameOf } = writing;
  // What a change of the type has not reached is read by what the field was.
  const held = field.was ? heldType(value, field) : field.type;
  if (field.was && held !== field.type)
    return fieldText(value, { ...field, type: held, options: field.was.options, was: null }, writing);
  const option = (id: unknown): string => field.options.find((one) => one.id === id)?.name ?? plainText(id);
  const day = (text: unknown): string => format.day(plainText(text), { weekday: false, year: true });
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? numberText(value, format) : plainText(value);
    case 'money':
      return isMoney(value) ? format.money(value) : plainText(value);
    case 'date':
      return typeof value === 'string' ? day(value) : plainText(value);
    case 'time':
      return typeof value === 'string' ? format.time(value) : plainText(value);
    case 'yesNo':
      return value === true ? words.yes : value === false ? words.no : plainText(value);
    case 'option':
      return option(value);
    case 'options':
      return Array.isArray(value) ? format.list(value.map(option)) : option(value);
    case 'user':
    case 'person':
    case 'organization':
      return nameOf(plainText(value), field.type);
    case 'formula':
      return formulaText(value, field, format, day);
    case 'dateRange':
      return Array.isArray(value) ? value.map(day).join(' – ') : plainText(value);
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'link':
    case 'address':
      return plainText(value);
  }
}

/** What a formula gave: an amount, a day, or a number in the field's own format. */
function formulaText(value: unknown, { format: as }: Field, format: Format, day: (text: unknown) => string): string {
  if (isMoney(value)) return format.money(value);
  if (typeof value !== 'number') return day(value);
  if (as?.as === 'percent') {
    const digits = as.decimals;
    const numbers = format.once(
      `percent ${digits}`,
      () =>
        new Intl.NumberFormat(format.locale, {
          style: 'percent',
          minimumFractionDigits: digits ?? 0,
          maximumFractionDigits: digits ?? 4,
        }),
    );
    return numbers.format(value);
  }
  const decimals = as?.as === 'days' ? 0 : as?.decimals;
  return decimals == null ? numberText(value, format) : decimal(format, value, decimals);
}

/** A number with as many decimals as it has: Intl would round to three. */
export function numberText(value: number | string, format: Format): string {
  const text = String(value);
  return decimal(format, value, text.includes('e') ? undefined : Math.min(20, text.split('.')[1]?.length ?? 0));
}

/** Any stored value as text: what is no text, number or yes/no is shown as it is kept, so that nothing hides. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : JSON.stringify(value);
}
