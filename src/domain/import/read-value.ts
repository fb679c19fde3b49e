import { isTime } from '../dates.js';
import type { Day, Instant, Money } from '../records.js';
import type { ColumnMapping } from './columns.js';
import type { Named } from './contacts.js';
import type { DateOrder, ReadDate } from './dates.js';
import { readDate } from './dates.js';
import type { BadValue, CustomCell } from './draft.js';
import type { DecimalSign } from './numbers.js';
import { currencyOf } from '../currency-words.js';
import { readNumber } from './numbers.js';
import { splitRange } from './ranges.js';
import { readEmail, readLink, readPhone, readYesNo, splitCell } from './values.js';

/** What reading needs from outside: the rules themselves have no clock and no zone. */
export interface ReadSettings {
  /** ISO 4217, for amounts that name no currency. */
  readonly currency: string;
  /** The calendar day of an instant in the provider's zone; UTC where left out. */
  readonly dayOf?: (instant: Instant) => Day;
  /** The instant of a day and a time (`HH:MM:SS`) in the provider's zone; UTC where left out. */
  readonly instantOf?: (day: Day, time: string) => Instant;
  /** Whom a custom field names among what is there; left out: nobody is known. */
  readonly contact?: (kind: 'person' | 'organization', text: string) => Named;
}

function utcOf(read: ReadDate): Instant {
  const offset = read.offset ?? 0;
  if (offset === 0) return `${read.day}T${read.time ?? '00:00:00'}.000Z`;
  const at = Date.UTC(
    Number(read.day.slice(0, 4)),
    Number(read.day.slice(5, 7)) - 1,
    Number(read.day.slice(8, 10)),
    ...((read.time ?? '00:00:00').split(':').map(Number) as [number, number, number]),
  );
  return new Date(at - offset * 60_000).toISOString();
}

/**
 * The calendar day a cell means (R72). A day without a clock is that day, and so is midnight with an offset, which is how
 * programs write a day; any other time with an offset is an instant, and counts on the day it is in the provider's zone.
 */
export function dayOf(read: ReadDate, settings: ReadSettings): Day {
  if (read.offset === null || read.time === null || read.time === '00:00:00') return read.day;
  const instant = utcOf(read);
  return settings.dayOf?.(instant) ?? instant.slice(0, 10);
}

/** The instant a cell means: with an offset exactly, else by the clock of the provider's zone. */
export function instantOf(read: ReadDate, settings: ReadSettings): Instant {
  if (read.offset !== null) return utcOf(read);
  return settings.instantOf?.(read.day, read.time ?? '00:00:00') ?? utcOf(read);
}

/** An amount with the currency written beside it, else the column's, else the default. */
export function readMoney(cell: string, sign: DecimalSign, currency: string): Money | BadValue {
  const read = readNumber(cell, sign);
  if ('bad' in read) return read.bad;
  if (read.unit === '') return { amount: read.amount, currency };
  const own = currencyOf(read.unit, currency);
  if (own === null) return 'not-a-number';
  return own === '' ? 'currency-unknown' : { amount: read.amount, currency: own };
}

export const dateOrder = (mapping: ColumnMapping): DateOrder => (mapping.dates === 'mdy' ? 'mdy' : 'dmy');
export const decimalSign = (mapping: ColumnMapping): DecimalSign => (mapping.numbers === 'comma' ? 'comma' : 'point');

/** The first and the last day of a cell; one day alone is both. Null = it says neither. */
function readRange(
  cell: string,
  mapping: ColumnMapping,
  settings: ReadSettings,
): readonly [first: Day, last: Day] | null {
  const order = dateOrder(mapping);
  const one = readDate(cell, order);
  if (one !== null) {
    const day = dayOf(one, settings);
    return [day, day];
  }
  const halves = splitRange(cell, (text) => readDate(text, order) !== null);
  if (halves === null) return null;
  const [first, last] = halves.map((half) => dayOf(readDate(half, order)!, settings));
  return [first!, last!];
}

type Read = { readonly value: CustomCell['value'] } | { readonly bad: BadValue };

function or(value: CustomCell['value'] | null, bad: BadValue): Read {
  return value === null ? { bad } : { value };
}

/** The value of a custom field, options by name. */
export function readCustom(cell: string, mapping: ColumnMapping, settings: ReadSettings): Read {
  const text = cell.trim();
  switch (mapping.field?.type) {
    case 'number': {
      const read = readNumber(text, decimalSign(mapping));
      if ('bad' in read) return read;
      return read.unit === '' ? { value: Number(read.amount) } : { bad: 'not-a-number' };
    }
    case 'money': {
      const money = readMoney(text, decimalSign(mapping), mapping.currency ?? settings.currency);
      return typeof money === 'string' ? { bad: money } : { value: money };
    }
    case 'date': {
      const read = readDate(text, dateOrder(mapping));
      return or(read === null ? null : dayOf(read, settings), 'not-a-date');
    }
    case 'time': {
      const padded = /^\d:/.test(text) ? `0${text}` : text;
      return or(isTime(padded.slice(0, 5)) ? padded.slice(0, 5) : null, 'not-a-time');
    }
    case 'yesNo':
      return or(readYesNo(text), 'not-yes-or-no');
    case 'email':
      return or(readEmail(text), 'not-an-email');
    case 'phone':
      return or(readPhone(text), 'not-a-phone');
    case 'link':
      return or(readLink(text), 'not-a-link');
    case 'person':
      return settings.contact?.('person', text) ?? { bad: 'no-such-person' };
    case 'organization':
      return settings.contact?.('organization', text) ?? { bad: 'no-such-organization' };
    case 'dateRange': {
      const range = readRange(text, mapping, settings);
      return range === null || range[0] <= range[1] ? or(range, 'not-a-range') : { bad: 'ends-before' };
    }
    case 'options':
      return { value: [...new Set(splitCell(text, true))] };
    default:
      return { value: text };
  }
}
