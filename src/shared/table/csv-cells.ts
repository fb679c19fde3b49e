/** How values stand in a CSV file: as our import and others read them. */
import type { Field, Money } from '../../domain/records.js';
import { fieldText, plainText } from '../field-text.js';
import type { FieldWriting } from '../field-text.js';

export type CsvCell = string | number | null;

/** The amount and, in a column of its own, its currency: a spreadsheet can work with both. */
export function moneyCells(money: Money | null): readonly [amount: CsvCell, currency: CsvCell] {
  // A number, so that no reader takes its minus sign for a formula's beginning; beyond that digits stay as they are.
  return money ? [numeric(money.amount), money.currency] : ['', ''];
}

/** Is the value of a custom field an amount, so that it takes two columns? */
export function holdsMoney(field: Field | undefined): boolean {
  return field?.type === 'money' || (field?.type === 'formula' && field.gives === 'money');
}

/** The value of a custom field: numbers and days as they are kept, several options with commas. */
export function customCell(value: unknown, field: Field, writing: FieldWriting): CsvCell {
  if (typeof value === 'number') return value;
  if (field.type === 'date' || field.gives === 'date') return plainText(value);
  if (field.type === 'dateRange' && Array.isArray(value)) return value.join(' – ');
  if (field.type === 'options' && Array.isArray(value))
    return value.map((id) => fieldText(id, { ...field, type: 'option' }, writing)).join(', ');
  return fieldText(value, field, writing);
}

function numeric(amount: string): CsvCell {
  const number = Number(amount);
  return Number.isFinite(number) && String(number) === amount ? number : amount;
}
