import { currencyDigits } from '../../../domain/money.js';
import type { Problem } from '../../../domain/plan.js';
import type { InvalidReason } from '../../../domain/values.js';
import { outcome } from '../../../i18n/en/outcome.js';
import { products } from '../../../i18n/en/products.js';
import { decimal, fullMoney } from '../../../i18n/format-more.js';
import { wordsOf } from '../../../i18n/words.js';
import { problemWords } from '../../outcome-words.js';
import type { DealProduct } from '../../../domain/records.js';
import type { DetailModel } from '../model.js';

export type ProductsWords = typeof products;

export function productWords(model: DetailModel): ProductsWords {
  return wordsOf('products', products, model.words.lang);
}

/** An amount without its currency: it stands over the table once. */
export function plainAmount(model: DetailModel, amount: string, currency: string): string {
  const digits = Math.max(currencyDigits(currency), amount.split('.')[1]?.length ?? 0);
  return decimal(model.format, amount, digits);
}

export function plainNumber(model: DetailModel, value: string): string {
  return decimal(model.format, value, value.split('.')[1]?.length ?? 0);
}

export function percentWords(model: DetailModel, value: string): string {
  return productWords(model).percent(plainNumber(model, value));
}

/** "10 %", "€300.00", or "–" */
export function discountWords(model: DetailModel, line: DealProduct): string {
  if (Number(line.discount) === 0) return '';
  if (line.discountType === 'percentage') return percentWords(model, line.discount);
  return fullMoney(model.format, { amount: line.discount, currency: line.currency });
}

/** What is wrong with a field of a line, as a sentence. */
export function wrongWords(model: DetailModel, name: string, why: InvalidReason): string {
  const problem: Problem = { code: why === 'needed' ? 'required' : 'invalid', detail: why };
  return problemWords(problem, wordsOf('outcome', outcome, model.words.lang), name);
}

/** "monthly, 12 times, from 1 Dec 2026"; '' for what is charged once. */
export function termWords(
  model: DetailModel,
  line: Pick<DealProduct, 'frequency' | 'cycles' | 'billingStart'>,
): string {
  if (line.frequency === 'oneTime') return '';
  const words = productWords(model);
  return [
    words[line.frequency],
    ...(line.cycles === null ? [] : [words.times(line.cycles)]),
    ...(line.billingStart === null ? [] : [words.startsOn(model.day(line.billingStart))]),
  ].join(', ');
}
