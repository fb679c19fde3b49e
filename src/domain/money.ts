import type { Money } from './records.js';

/** Decimal strings of money, exactly: BigInt everywhere, never a float (R77). */

export { parseAmount } from './parse-amount.js';
export type { AmountReason, ParsedAmount } from './parse-amount.js';

/** Currencies whose minor unit is not a hundredth (ISO 4217, list one). A table, because browsers' own lists differ. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** How many decimals the currency is counted in: 0, 2, 3 or 4. Unknown codes have 2. */
export function currencyDigits(code: string): number {
  return DIGITS.get(code) ?? 2;
}

const AMOUNT = /^(-?)(\d{1,30})(?:\.(\d{1,10}))?$/;

/** Is this an amount as records hold it: `-1234.50`, at most 30 digits before the point and 10 after? */
export function isAmount(text: unknown): text is string {
  return typeof text === 'string' && AMOUNT.test(text);
}

/** Is this an ISO 4217 code by its form? */
export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code);
}

/** An amount as an integer of 10^-scale. Text that is no amount counts as 0: it came past `validate`, and a total must not fall over it. */
export function scaled(amount: string): { readonly units: bigint; readonly scale: number } {
  const match = AMOUNT.exec(amount);
  if (match === null) return { units: 0n, scale: 0 };
  const fraction = match[3] ?? '';
  const units = BigInt(match[2]! + fraction);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

/** An integer of 10^-scale as an amount with at least `digits` decimals; further ones only where they are not 0. @param units a safe integer where it is a number */
export function amountOf(units: bigint | number, scale: number, digits: number): string {
  const negative = units < 0;
  let text = (negative ? -units : units).toString().padStart(scale + 1, '0');
  let fraction = text.slice(text.length - scale);
  text = text.slice(0, text.length - scale);
  while (fraction.length > digits && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  fraction = fraction.padEnd(digits, '0');
  return (negative ? '-' : '') + text + (fraction === '' ? '' : `.${fraction}`);
}

/** Money in minor units of its currency (cents). Digits beyond them are rounded, half away from zero. */
export function toMinor(money: Money): bigint {
  const { units, scale } = scaled(money.amount);
  const excess = scale - currencyDigits(money.currency);
  if (excess <= 0) return units * 10n ** BigInt(-excess);
  const unit = 10n ** BigInt(excess);
  const half = unit / 2n;
  return (units < 0n ? units - half : units + half) / unit;
}

export function fromMinor(minor: bigint, currency: string): Money {
  const digits = currencyDigits(currency);
  return { amount: amountOf(minor, digits, digits), currency };
}

/** The exact sum, in the finer of the two scales. @throws RangeError for two currencies: they have no sum (R76). */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added.`);
  const scale = Math.max(scaled(a.amount).scale, scaled(b.amount).scale);
  const units = toScale(a.amount, scale) + toScale(b.amount, scale);
  return { amount: amountOf(units, scale, currencyDigits(a.currency)), currency: a.currency };
}

/** Amounts as numbers, whatever their currency and number of decimals. */
export function compareAmount(a: string, b: string): number {
  if (a === b) return 0;
  const scale = Math.max(scaled(a).scale, scaled(b).scale);
  const difference = toScale(a, scale) - toScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function toScale(amount: string, to: number): bigint {
  const { units, scale } = scaled(amount);
  return units * 10n ** BigInt(to - scale);
}

/** Is this plain data a `Money`? */
export function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    typeof (value as Money).amount === 'string' &&
    typeof (value as Money).currency === 'string'
  );
}
