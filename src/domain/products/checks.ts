/** What the fields of products, lines and discounts may hold (`domain.md` 1.5). */
import { addYears, isDay } from '../dates.js';
import { compareAmount, isAmount, isCurrency } from '../money.js';
import { frequencies } from '../records.js';
import type { Day, DealDiscount, DealProduct, ProductPrice } from '../records.js';
import { isText, maxText } from '../values.js';
import type { InvalidReason } from '../values.js';
import { fractionOf, minus, times } from './decimal.js';

type Check = (value: unknown) => InvalidReason | null;

/** How often at most a line is charged. */
export const maxCycles = 208;
/** Lines of one deal that are charged again and again. */
export const maxRecurring = 20;
/** Years that charging may begin before or after today. */
const maxYears = 10;
/** So that what is multiplied and added stays an amount that can be kept. */
const [mostPrice, mostQuantity] = ['1000000000000000', '1000000000'];

const text =
  (max: number): Check =>
  (value) =>
    !isText(value) ? 'text' : value.length > max ? 'too-long' : null;
const id: Check = (value) => (value === null || (isText(value) && value !== '') ? null : 'id');
const flag: Check = (value) => (typeof value === 'boolean' ? null : 'type');

/** A decimal string from 0 to less than so much. */
export function amountReason(value: unknown, below = mostPrice): InvalidReason | null {
  if (!isAmount(value)) return 'number';
  if (compareAmount(value, '0') < 0) return 'negative';
  return compareAmount(value, below) >= 0 ? 'too-large' : null;
}

export function quantityReason(value: unknown): InvalidReason | null {
  return amountReason(value, mostQuantity) ?? (compareAmount(value as string, '0') === 0 ? 'zero' : null);
}

/** From 0 to 100. */
export function percentReason(value: unknown): InvalidReason | null {
  return amountReason(value) ?? (compareAmount(value as string, '100') > 0 ? 'percent' : null);
}

const cycles: Check = (value) =>
  value === null || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxCycles)
    ? null
    : 'cycles';
const frequency: Check = (value) => ((frequencies as readonly unknown[]).includes(value) ? null : 'option');

/** Prices in different currencies. */
export function pricesReason(value: unknown): InvalidReason | null {
  if (!Array.isArray(value)) return 'type';
  const seen = new Set<unknown>();
  for (const one of value as readonly Partial<ProductPrice>[]) {
    if (typeof one !== 'object' || one === null) return 'type';
    if (!isCurrency(one.currency)) return 'currency';
    if (seen.has(one.currency)) return 'twice';
    seen.add(one.currency);
    const wrong = amountReason(one.price) ?? (one.cost === null ? null : amountReason(one.cost));
    if (wrong !== null) return wrong;
  }
  return null;
}

function variationsReason(value: unknown): InvalidReason | null {
  if (!Array.isArray(value)) return 'type';
  for (const one of value as readonly { id?: unknown; name?: unknown; prices?: unknown }[]) {
    if (typeof one !== 'object' || one === null || !isText(one.id) || one.id === '') return 'type';
    if (!isText(one.name) || one.name.trim() === '') return 'text';
    const wrong = text(maxText.line)(one.name) ?? pricesReason(one.prices);
    if (wrong !== null) return wrong;
  }
  return null;
}

export const productChecks: Readonly<Record<string, Check>> = {
  name: text(maxText.line),
  code: text(maxText.line),
  description: text(maxText.long),
  unit: text(maxText.line),
  tax: percentReason,
  category: text(maxText.line),
  active: flag,
  prices: pricesReason,
  variations: variationsReason,
  frequency,
  cycles,
};

export const lineChecks: Readonly<Record<string, Check>> = {
  productId: id,
  variationId: id,
  name: text(maxText.title),
  unit: text(maxText.line),
  price: (value) => amountReason(value),
  quantity: quantityReason,
  tax: percentReason,
  discount: (value) => amountReason(value),
  discountType: (value) => (value === 'percentage' || value === 'amount' ? null : 'option'),
  enabled: flag,
  comment: text(maxText.long),
  frequency,
  cycles,
  billingStart: (value) => (value === null || isDay(value) ? null : 'day'),
};

/** What one field of a line asks of another: `[field, why]`, in the order of the fields. */
export function lineReasons(
  line: Pick<DealProduct, 'price' | 'quantity' | 'discount' | 'discountType' | 'frequency' | 'cycles' | 'billingStart'>,
  today: Day,
): readonly (readonly [field: string, why: InvalidReason])[] {
  const wrong: (readonly [string, InvalidReason])[] = [];
  const { discount, discountType, billingStart } = line;
  if (discountType === 'percentage') {
    if (percentReason(discount) === 'percent') wrong.push(['discount', 'percent']);
  } else {
    const gross = times(fractionOf(line.price), fractionOf(line.quantity));
    if (minus(gross, fractionOf(discount)).units < 0n) wrong.push(['discount', 'over']);
  }
  const term = cyclesReason(line);
  if (term !== null) wrong.push(['cycles', term]);
  if (billingStart !== null && (billingStart < addYears(today, -maxYears) || billingStart > addYears(today, maxYears)))
    wrong.push(['billingStart', 'far']);
  return wrong;
}

/** One that is charged once has no term; one that is charged weekly has an end. */
export function cyclesReason({
  frequency: how,
  cycles: n,
}: Pick<DealProduct, 'frequency' | 'cycles'>): InvalidReason | null {
  if (how === 'oneTime') return n === null ? null : 'once';
  return how === 'weekly' && n === null ? 'needed' : null;
}

/** Of the discounts of a deal: which of them, and which of its fields, is wrong. */
export function discountReasons(
  discounts: readonly DealDiscount[],
): readonly (readonly [path: string, why: InvalidReason])[] {
  return discounts.flatMap(({ type, amount, description }, i): readonly (readonly [string, InvalidReason])[] => {
    const wrong =
      type === 'percentage' ? percentReason(amount) : type === 'amount' ? amountReason(amount) : ('option' as const);
    const none = wrong === null && compareAmount(amount, '0') === 0 ? 'zero' : wrong;
    const words = !isText(description) || description.trim() === '' ? 'needed' : text(maxText.line)(description);
    return [
      ...(none === null ? [] : [[`discounts.${i}.amount`, none] as const]),
      ...(words === null ? [] : [[`discounts.${i}.description`, words] as const]),
    ];
  });
}
