import { ageOf } from './age.js';

/** Money as the records hold it: a decimal string and an ISO 4217 code. */
export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

export interface DayOptions {
  /** Say the day of the week too. Default true. */
  readonly weekday?: boolean;
  /** Say the year. Default: only where it is not the year of `today`. */
  readonly year?: boolean;
  /** The day that "this year" is judged by, `YYYY-MM-DD`. */
  readonly today?: string;
}

/** Symbols that several currencies of one list may share: for these the currency's own sign is not enough (R76). */
const shared = /^(?:[$¥\uffe5£]|kr\.?|Rs\.?|\u20a8)$/u;

/**
 * How one locale writes what rows and cards show: numbers, money, days, ages, lists; what other parts write is in
 * format-more.ts. Made once per locale (`formatFor`), and each Intl object inside
 * on its first use. Nothing here throws: what cannot be formatted (an unknown currency, a broken day) comes back as it is.
 */
export class Format {
  readonly #made = new Map<string, unknown>();

  constructor(readonly locale: string) {}

  /** What was made under that key before, or is made now. */
  once<T>(key: string, make: () => T): T {
    let made = this.#made.get(key) as T | undefined;
    if (made === undefined) this.#made.set(key, (made = make()));
    return made;
  }

  number(value: number | bigint | string): string {
    return this.once('number', () => new Intl.NumberFormat(this.locale)).format(value as Intl.StringNumericLiteral);
  }

  /**
   * An amount with the sign people know ("₺1,250,000"), told apart where several currencies share it ("CA$"). Whole
   * amounts have no decimals, others have those of the currency. The amount is never a float on its way.
   */
  money({ amount, currency }: MoneyValue): string {
    return this.currency(currency)?.format(amount as Intl.StringNumericLiteral) ?? `${amount} ${currency}`;
  }

  /** null = no currency that is known. */
  currency(currency: string): Intl.NumberFormat | null {
    return this.once(`money ${currency}`, () => {
      try {
        const make = (currencyDisplay: 'symbol' | 'narrowSymbol') =>
          new Intl.NumberFormat(this.locale, {
            style: 'currency',
            currency,
            currencyDisplay,
            trailingZeroDisplay: 'stripIfInteger',
          });
        const narrow = make('narrowSymbol');
        const sign = narrow.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '';
        return shared.test(sign) ? make('symbol') : narrow;
      } catch {
        return null;
      }
    });
  }

  /** A calendar day: "Wed 25 Nov". Judged nowhere, so it never shifts (R72). */
  day(value: string, { weekday = true, year, today }: DayOptions = {}): string {
    const date = Date.parse(`${value}T00:00Z`);
    if (Number.isNaN(date)) return value;
    const withYear = year ?? (today !== undefined && today.slice(0, 4) !== value.slice(0, 4));
    const dates = this.once(
      `day ${weekday} ${withYear}`,
      () =>
        new Intl.DateTimeFormat(this.locale, {
          timeZone: 'UTC',
          day: 'numeric',
          month: 'short',
          ...(weekday && { weekday: 'short' }),
          ...(withYear && { year: 'numeric' }),
        }),
    );
    return dates.format(date);
  }

  /** A time of day, `14:30`, as the locale tells it. */
  time(value: string): string {
    const date = Date.parse(`2000-01-01T${value}Z`);
    if (Number.isNaN(date)) return value;
    const times = this.once(
      'time',
      () => new Intl.DateTimeFormat(this.locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }),
    );
    return times.format(date);
  }

  /** "today", "tomorrow", "in 3 days", "3 days ago": the distance of two calendar days. */
  daysAway(days: number): string {
    return this.#relative.format(days, 'day');
  }

  get #relative(): Intl.RelativeTimeFormat {
    return this.once('relative', () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }));
  }

  /** How old, in a cell's width: "2 h", "5 d", "3 w"; "now" within the first minute and for clocks that run ahead (R75). */
  age(iso: string, now: number): string {
    const [count, unit] = ageOf(iso, now);
    if (count === 0) return this.ago(iso, now);
    // English has one-letter words for these; elsewhere the narrow forms are mere letters that nobody reads.
    const narrow = /^en\b/.test(this.locale) && unit !== 'minute' && unit !== 'month';
    const units = this.once(
      `unit ${unit}`,
      () => new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: narrow ? 'narrow' : 'short' }),
    );
    return narrow
      ? units
          .formatToParts(count)
          .map((part) => (part.type === 'unit' ? `\u00a0${part.value}` : part.value))
          .join('')
      : units.format(count);
  }

  /** The same in full, for a tooltip and for ears: "2 hours ago". */
  ago(iso: string, now: number): string {
    const [count, unit] = ageOf(iso, now);
    return count === 0 ? this.#relative.format(0, 'second') : this.#relative.format(-count, unit);
  }

  /** "Ada, Ben and Cem". */
  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return this.once(`list ${type}`, () => new Intl.ListFormat(this.locale, { type })).format(items);
  }

  /** First letter as at the start of a sentence, by the rules of the language (Turkish: i -> İ). */
  capital(text: string): string {
    const [first = ''] = text;
    return first.toLocaleUpperCase(this.locale) + text.slice(first.length);
  }
}

const formats = new Map<string, Format>();

/** The formats of a language tag, made once. A tag that no browser knows ("xx", "en_US!") falls back to English. */
export function formatFor(lang: string): Format {
  let format = formats.get(lang);
  if (!format) formats.set(lang, (format = new Format(localeOf(lang))));
  return format;
}

function localeOf(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
