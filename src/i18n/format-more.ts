import type { Format, MoneyValue } from './format.js';

/* What no row and no card writes: forms, details, reports. */

/** A number with so many decimals; undefined = as many as the locale writes. */
export function decimal(format: Format, value: number | bigint | string, digits: number | undefined): string {
  const numbers = format.once(
    `decimal ${digits}`,
    () => new Intl.NumberFormat(format.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  return numbers.format(value as Intl.StringNumericLiteral);
}

/** `share` is a part of 1: 0.25 is 25 %. */
export function percent(format: Format, share: number): string {
  return format
    .once('percent', () => new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 1 }))
    .format(share);
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "88 kB", "2.4 MB": how large a file is, in the units that people know from their folders. @param bytes 0 or more */
export function fileSize(format: Format, bytes: number): string {
  let at = 0;
  let value = bytes;
  // 999.6 kB would be written as 1,000 kB.
  for (; at < sizes.length - 1 && Math.round(value) >= 1000; at++) value /= 1000;
  const digits = at > 1 && value < 9.95 ? 1 : 0;
  const unit = sizes[at]!;
  const numbers = format.once(
    `size ${unit} ${digits}`,
    () =>
      new Intl.NumberFormat(format.locale, {
        ...{ style: 'unit', unit, unitDisplay: at === 0 ? 'long' : 'short' },
        maximumFractionDigits: digits,
      }),
  );
  return numbers.format(value);
}

/** "Turkish lira"; the code where the locale has no name for it. */
export function currencyName(format: Format, currency: string): string {
  try {
    const names = format.once('currency names', () => new Intl.DisplayNames(format.locale, { type: 'currency' }));
    return names.of(currency) ?? currency;
  } catch {
    return currency;
  }
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(format: Format, currency: string): number {
  return format.currency(currency)?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as one types it: grouped, in the reader's digits, with no sign; at least the currency's decimals, and no digit lost. */
export function typedAmount(format: Format, { amount, currency }: MoneyValue): string {
  const own = amount.split('.')[1]?.length ?? 0;
  return decimal(format, amount, Math.max(own, currencyDigits(format, currency)));
}

/** As `Format.money`, with the currency's decimals also where the amount is whole: "€84,500.00". */
export function fullMoney(format: Format, { amount, currency }: MoneyValue): string {
  const currencyDisplay = format.currency(currency)?.resolvedOptions().currencyDisplay;
  if (currencyDisplay === undefined) return `${amount} ${currency}`;
  return format
    .once(
      `full ${currency}`,
      () => new Intl.NumberFormat(format.locale, { style: 'currency', currency, currencyDisplay }),
    )
    .format(amount as Intl.StringNumericLiteral);
}

/** An instant (ISO, UTC) with day and time, told in `zone` (IANA name; default: the device's). */
export function instant(format: Format, iso: string, zone?: string): string {
  const date = Date.parse(iso);
  if (Number.isNaN(date)) return iso;
  const times = format.once(
    `instant ${zone}`,
    () => new Intl.DateTimeFormat(format.locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }),
  );
  return times.format(date);
}

/** The sign this locale writes before decimals, for reading what somebody typed. */
export function decimalSign(format: Format): string {
  return format.once('decimal', () => {
    const parts = new Intl.NumberFormat(format.locale).formatToParts(1.5);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  });
}

/** Two ways to ask the same, of which browsers have one, both, or none. */
interface WeekInfo {
  getWeekInfo?(): { firstDay: number };
  readonly weekInfo?: { firstDay: number };
}

/** What a week begins with: 1 = Monday … 7 = Sunday. Monday where the browser does not tell. */
export function firstWeekday(format: Format): number {
  return format.once('first weekday', () => {
    const locale = new Intl.Locale(format.locale) as Intl.Locale & WeekInfo;
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  });
}
