/** What is typed into a cell, as what the line is going to say. */
import { lineChecks, lineReasons } from '../../../domain/products/checks.js';
import type { DealProduct } from '../../../domain/records.js';
import { typedAmount } from '../../../i18n/format-more.js';
import { parseDecimal, parseMoney } from '../../../i18n/parse.js';
import type { DetailModel } from '../model.js';
import { plainNumber, productWords, wrongWords } from './words.js';

export const columns = ['name', 'price', 'quantity', 'discount', 'tax'] as const;
export type Column = (typeof columns)[number];
type Fields = Partial<DealProduct>;

/** What the editor of a cell begins with. */
export function typedOf(model: DetailModel, line: DealProduct, column: Column): string {
  switch (column) {
    case 'name':
      return line.name;
    case 'price':
      return typedAmount(model.format, { amount: line.price, currency: line.currency });
    case 'discount':
      if (Number(line.discount) === 0) return '';
      return line.discountType === 'percentage'
        ? productWords(model).percent(plainNumber(model, line.discount))
        : typedAmount(model.format, { amount: line.discount, currency: line.currency });
    default:
      return plainNumber(model, line[column]);
  }
}

/** @returns what is wrong, as a sentence; or the fields */
export function readCell(
  model: DetailModel,
  line: DealProduct,
  column: Column,
  typed: string,
  currency: string,
): string | Fields {
  const fields = fieldsOf(model, column, typed.trim(), currency);
  if (typeof fields === 'string') return fields;
  const words = productWords(model);
  for (const [field, value] of Object.entries(fields)) {
    const why = lineChecks[field]?.(value);
    if (why != null) return wrongWords(model, words[column], why);
  }
  const next = { ...line, ...fields };
  const why = lineReasons(next, model.today).find(([field]) => field === column)?.[1];
  if (why !== undefined) return wrongWords(model, words[column], why);
  return fields;
}

function fieldsOf(model: DetailModel, column: Column, text: string, currency: string): string | Fields {
  const { format } = model;
  const words = productWords(model);
  const example = format.number('1234.5');
  switch (column) {
    case 'name':
      return text === '' ? words.nameMissing : { name: text };
    case 'price': {
      const money = parseMoney(text, format, currency);
      if (money === null) return words.notAmount(example);
      return money.currency === currency ? { price: money.amount } : words.otherCurrency(currency);
    }
    case 'quantity': {
      const quantity = parseDecimal(text, format);
      return quantity === null ? model.t.common.notNumber(example) : { quantity };
    }
    case 'tax': {
      const tax = text === '' ? '0' : parseDecimal(text.replaceAll('%', '').trim(), format);
      return tax === null ? words.notPercent : { tax };
    }
    case 'discount':
      return discountOf(model, text, currency);
  }
}

/** "10 %" or "300"; nothing is none. */
export function discountOf(
  model: DetailModel,
  text: string,
  currency: string,
): string | Pick<DealProduct, 'discount' | 'discountType'> {
  const { format } = model;
  const words = productWords(model);
  if (text === '' || text === words.none) return { discount: '0', discountType: 'percentage' };
  const wrong = words.notDiscount(words.percent(format.number(10)), format.number(300));
  if (text.includes('%')) {
    const discount = parseDecimal(text.replaceAll('%', '').trim(), format);
    return discount === null ? wrong : { discount, discountType: 'percentage' };
  }
  const money = parseMoney(text, format, currency);
  if (money === null) return wrong;
  return money.currency === currency
    ? { discount: money.amount, discountType: 'amount' }
    : words.otherCurrency(currency);
}
