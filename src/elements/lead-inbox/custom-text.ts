import type { Field } from '../../domain/records.js';
import type { Writing } from './columns.js';

/** The value of a custom field as a person reads it; '' where there is none. A value of another type is shown as it is. */
export function customText(value: unknown, field: Field, { format, store, t }: Writing): string {
  if (value === null || value === undefined || value === '') return '';
  const option = (id: unknown): string => field.options.find((one) => one.id === id)?.name ?? plainText(id);
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? format.number(value) : plainText(value);
    case 'money':
      return isMoney(value) ? format.money(value) : plainText(value);
    case 'date':
      return typeof value === 'string' ? format.day(value, { weekday: false, year: true }) : plainText(value);
    case 'time':
      return typeof value === 'string' ? format.time(value) : plainText(value);
    case 'yesNo':
      return value === true ? t.common.yes : t.common.no;
    case 'option':
      return option(value);
    case 'options':
      return Array.isArray(value) ? format.list(value.map(option)) : option(value);
    case 'user':
      return store?.directory.user(plainText(value))?.name ?? plainText(value);
    case 'dateRange':
      return Array.isArray(value)
        ? value.map((day) => format.day(plainText(day), { weekday: false, year: true })).join(' – ')
        : plainText(value);
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'link':
    case 'address':
    case 'person':
    case 'organization':
      return plainText(value);
  }
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
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
