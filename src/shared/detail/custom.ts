import type { CustomValue, Field, Money } from '../../domain/records.js';
import type { DetailModel } from './model.js';

/** The value of a custom field as a person reads it; '' where there is none. */
export function customText(
  value: CustomValue,
  field: Field,
  model: DetailModel,
  nameOf: (id: string) => string,
): string {
  if (value === null || value === undefined || value === '') return '';
  const { format, t } = model;
  const option = (id: unknown): string => field.options.find((one) => one.id === id)?.name ?? plain(id);
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? format.number(value, decimals(value)) : plain(value);
    case 'money':
      return isMoney(value) ? format.money(value) : plain(value);
    case 'date':
      return typeof value === 'string' ? model.day(value) : plain(value);
    case 'time':
      return typeof value === 'string' ? format.time(value) : plain(value);
    case 'yesNo':
      return value === true ? t.common.yes : value === false ? t.common.no : plain(value);
    case 'option':
      return option(value);
    case 'options':
      return Array.isArray(value) ? format.list(value.map(option)) : option(value);
    case 'user':
      return model.userName(plain(value));
    case 'person':
    case 'organization':
      return nameOf(plain(value));
    case 'dateRange':
      return Array.isArray(value) ? value.map((day: string) => model.day(day)).join(' – ') : plain(value);
    default:
      return plain(value);
  }
}

/** What the editor of a text-like field begins with. */
export function editText(value: CustomValue, field: Field, model: DetailModel): string {
  if (value === null || value === undefined) return '';
  return field.type === 'number' && typeof value === 'number'
    ? model.format.number(value, decimals(value))
    : plain(value);
}

export function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

/** As many decimals as the number has: Intl would round to three. */
function decimals(value: number): number {
  const text = String(value);
  return text.includes('e') ? 0 : Math.min(20, text.split('.')[1]?.length ?? 0);
}

/** Any stored value as text, so that nothing hides. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : JSON.stringify(value);
}
