import { currencyOf } from '../domain/currency-words.js';
import { parseAmount } from '../domain/parse-amount.js';
import type { ParsedAmount } from '../domain/parse-amount.js';
import type { Money } from '../domain/records.js';
import type { Format } from './format.js';
import { decimalSign, typedAmount } from './format-more.js';

/**
 * Reads a number that somebody typed or pasted, by the reader's own signs: "1.250.000,50" in German, "١٬٢٥٠" in Arabic,
 * "(5)" and "5-" as bookkeepers write less than nothing, "$ 54,805.00 " with a sign before or after it.
 *
 * @returns a decimal string with a point and no grouping ("-1250000.5"), or null where it is no number, or could be two
 * ("1,5,0"). Never a float, so nothing is rounded (R77).
 */
export function parseDecimal(text: string, format: Format): string | null {
  const parsed = parse(text, format);
  return parsed.ok ? parsed.amount : null;
}

/**
 * Reads an amount of money as {@link parseDecimal} reads its number.
 *
 * @param currency what it is in where the text names none. "$ 500" typed beside "EUR" are dollars, beside "CAD" those
 * of Canada: what somebody wrote is not turned into something else.
 * @returns null where it is no amount
 */
export function parseMoney(text: string, format: Format, currency: string): Money | null {
  const parsed = parse(text, format);
  return parsed.ok ? { amount: parsed.amount, currency: currencyOf(parsed.unit, currency) || currency } : null;
}

/**
 * An amount and the currency that was typed with it, apart: for a form that shows them in two fields.
 * @returns null where the text names no currency, or is no amount: then it stays as it was typed
 */
export function partedMoney(text: string, format: Format, currency: string): Money | null {
  const parsed = parse(text, format);
  const named = parsed.ok && parsed.unit !== '' && currencyOf(parsed.unit, currency);
  return named ? { amount: typedAmount(format, { amount: parsed.amount, currency: named }), currency: named } : null;
}

function parse(text: string, format: Format): ParsedAmount {
  // Every other sign that locales write decimals with is Arabic, and stands for itself.
  return parseAmount(text, { decimal: decimalSign(format) === ',' ? ',' : '.' });
}
