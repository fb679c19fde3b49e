import { readDate } from './import/dates.js';
import { readYesNo } from './import/values.js';
import { currencyOf } from './currency-words.js';
import { isDay, isTime } from './dates.js';
import { oneLine } from './filled.js';
import { isMoney } from './money.js';
import { parseAmount } from './parse-amount.js';
import type { CustomValue, FieldOption, FieldType, Id } from './records.js';
import type { LostReason, PartReason, Reading, Retyped } from './retype-shapes.js';
import { customReason, maxText } from './values.js';

export interface RetypeContext extends Reading {
  /** ISO 4217, for numbers that become money, and for amounts that name no currency. */
  readonly currency: string;
  /** The options that the value's ids mean. */
  readonly options: readonly FieldOption[];
  /** The option of that name as it will be, made where there is none; null = there is no room for another. */
  readonly optionOf: (name: string) => FieldOption | null;
  /** The name of a person, organization or user; null = nobody knows it. */
  readonly nameOf: (kind: 'person' | 'organization' | 'user', id: Id) => string | null;
  /** The one user of that name; null = none, or several. */
  readonly userOf: (name: string) => Id | null;
}

/** Options of one field. */
export const mostOptions = 500;

const kept = (value: CustomValue): Retyped => ({ fate: 'kept', value });
const part = (value: CustomValue, why: PartReason): Retyped => ({ fate: 'part', value, why });
const lost = (why: LostReason): Retyped => ({ fate: 'lost', value: null, why });

/**
 * The value as one of another type. What is `kept` says the same as before, and says it again where it is turned back; of
 * what is `part` a named part goes; what is `lost` cannot be said in the other type. Nothing is guessed.
 * @param value one that the field of the type `from` holds; what does not fit that type is read as text
 */
export function retype(value: CustomValue, from: FieldType, to: FieldType, context: RetypeContext): Retyped {
  if (from === 'option' || from === 'options') {
    const known = (id: CustomValue): boolean => context.options.some((option) => option.id === id);
    if (typeof value === 'string' && !known(value)) return lost('gone');
    if (Array.isArray(value) && !value.every(known)) {
      const left = retype(value.filter(known), from, to, context);
      return left.fate === 'kept' ? part(left.value, 'others') : left;
    }
  }
  if (customReason({ type: from, options: context.options }, value) !== null && !isNamed(from))
    return ofText(typeof value === 'string' ? value : writtenAsIs(value), to, context);
  if (from === to) return kept(value);
  const list = Array.isArray(value) ? (value as readonly string[]) : null;
  if (to === 'dateRange' && from === 'date') return kept([value as string, value as string]);
  if (to === 'date' && list !== null && from === 'dateRange')
    return list[0] === list[1] ? kept(list[0]!) : part(list[0]!, 'end');
  if (to === 'money' && typeof value === 'number') return money(plainNumber(value), context.currency);
  if (to === 'number' && isMoney(value)) {
    const number = exactNumber(value.amount);
    return number === null ? lost('number') : part(number, 'currency');
  }
  if (to === 'number' && typeof value === 'boolean') return kept(value ? 1 : 0);
  if (to === 'yesNo' && typeof value === 'number')
    return value === 1 || value === 0 ? kept(value === 1) : lost('yes-no');
  if (from === 'option' && to === 'options') return kept([value as string]);
  if (from === 'options' && to === 'option' && list !== null)
    return list.length === 0 ? lost('gone') : list.length === 1 ? kept(list[0]!) : part(list[0]!, 'others');
  if (isNamed(from) && isNamed(to)) return lost('none');
  const text = asText(value, from, context);
  if (text === null) return lost('gone');
  // A number to dial is no amount and no day, whatever its digits look like.
  if ((from === 'phone' && counted.has(to)) || (to === 'phone' && counted.has(from))) return lost('none');
  if ((from === 'phone' && to === 'number') || (from === 'number' && to === 'phone'))
    if (!/^(0|[1-9]\d*)$/.test(text)) return lost(to);
  if (to !== 'options' || worded.has(from)) return ofText(text, to, context);
  // One value is one option, also where it holds a comma.
  const one = ofText(text, 'option', context);
  return one.fate === 'lost' ? one : { ...one, value: [one.value as string] };
}

/** Types in which people write several things, one after the other. */
const worded: ReadonlySet<FieldType> = new Set(['text', 'longText', 'address', 'options']);
const counted: ReadonlySet<FieldType> = new Set(['money', 'date', 'dateRange', 'time', 'yesNo']);

/** Types whose value is an id that stands for a name. */
function isNamed(type: FieldType): type is 'person' | 'organization' | 'user' {
  return type === 'person' || type === 'organization' || type === 'user';
}

/** Another tab, an earlier version or a host may have written anything. */
function writtenAsIs(value: CustomValue): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** The value as text that reads back as the same; null where it names nothing. */
export function asText(value: CustomValue, from: FieldType, context: RetypeContext): string | null {
  const nameOf = (id: unknown): string | null => context.options.find((option) => option.id === id)?.name ?? null;
  switch (from) {
    case 'number':
      return signed(plainNumber(value as number), context);
    case 'money': {
      const { amount, currency } = value as { amount: string; currency: string };
      return `${signed(amount, context)} ${currency}`;
    }
    case 'dateRange': {
      const [begin = '', end = ''] = value as readonly string[];
      return begin === end ? begin : `${begin} – ${end}`;
    }
    case 'option':
      return nameOf(value);
    case 'options': {
      const names = (value as readonly string[]).map(nameOf);
      return names.length === 0 || names.includes(null) ? null : names.join(', ');
    }
    case 'yesNo':
      return value === true ? (context.yes ?? 'Yes') : (context.no ?? 'No');
    case 'person':
    case 'organization':
    case 'user':
      return context.nameOf(from, value as Id);
    default:
      return value as string;
  }
}

function ofText(text: string, to: FieldType, context: RetypeContext): Retyped {
  const line = oneLine(text);
  const exact = (value: CustomValue): Retyped => (line === text ? kept(value) : part(value, 'breaks'));
  switch (to) {
    case 'longText':
      return text.length > maxText.long ? lost('too-long') : kept(text);
    case 'text':
    case 'address':
      return line.length > maxText.title ? lost('too-long') : exact(line);
    case 'number': {
      const read = parseAmount(text, { decimal: context.decimal ?? '.' });
      const number = read.ok && read.unit === '' ? exactNumber(read.amount) : null;
      return number === null ? lost('number') : kept(number);
    }
    case 'money': {
      const read = parseAmount(text, { decimal: context.decimal ?? '.' });
      if (!read.ok) return lost('money');
      const currency = read.unit === '' ? context.currency : currencyOf(read.unit, context.currency);
      return currency ? money(read.amount, currency) : lost('currency');
    }
    case 'date': {
      const day = dayOf(line, context);
      return day === null ? lost('day') : kept(day);
    }
    case 'dateRange': {
      const [begin = '', end = begin, more] = line.split(/\s+[-–—]\s+|\s*[–—]\s*/).map((each) => dayOf(each, context));
      return begin && end && more === undefined && begin <= end ? kept([begin, end]) : lost('day');
    }
    case 'time': {
      const clock = /^(\d{1,2}:\d{2})(?::00)?$/.exec(line)?.[1]?.padStart(5, '0');
      return isTime(clock) ? kept(clock) : lost('time');
    }
    case 'yesNo': {
      const own = line.toLocaleLowerCase();
      const read =
        own === context.yes?.toLocaleLowerCase()
          ? true
          : own === context.no?.toLocaleLowerCase()
            ? false
            : readYesNo(line);
      return read === null ? lost('yes-no') : kept(read);
    }
    case 'option': {
      const found = chosen(line, context);
      return typeof found === 'string'
        ? lost(found)
        : found.name === line
          ? exact(found.id)
          : part(found.id, 'spelling');
    }
    case 'options':
      return several(text, context);
    case 'phone':
    case 'email':
    case 'link':
      return customReason({ type: to, options: [] }, line) === null ? exact(line) : lost(to);
    case 'user': {
      const id = context.userOf(line);
      return id === null ? lost('user') : kept(id);
    }
    case 'person':
    case 'organization':
    case 'formula':
      return lost('none');
  }
}

function chosen(name: string, { optionOf }: RetypeContext): FieldOption | LostReason {
  if (name === '') return 'gone';
  return name.length > maxText.line ? 'too-long' : (optionOf(name) ?? 'many');
}

function several(text: string, context: RetypeContext): Retyped {
  const names = text
    .split(/[,;\r\n]/)
    .map(oneLine)
    .filter((name) => name !== '');
  const ids = new Set<Id>();
  let spelling = false;
  for (const name of names) {
    const found = chosen(name, context);
    if (typeof found === 'string') return lost(found);
    if (found.name !== name) spelling = true;
    ids.add(found.id);
  }
  if (ids.size === 0) return lost('gone');
  return spelling ? part([...ids], 'spelling') : kept([...ids]);
}

function dayOf(text: string, { dates = 'dmy' }: RetypeContext): string | null {
  const read = readDate(text.trim(), dates);
  // A time of day beside it would be lost unsaid.
  return read !== null && isDay(read.day) && (read.time === null || read.time === '00:00:00') ? read.day : null;
}

function money(amount: string | null, currency: string): Retyped {
  if (amount === null) return lost('money');
  const value = { amount, currency };
  return customReason({ type: 'money', options: [] }, value) === null ? kept(value) : lost('money');
}

/** With the reader's own decimal sign. */
function signed(amount: string, { decimal = '.' }: RetypeContext): string {
  return decimal === '.' ? amount : amount.replace('.', decimal);
}

/** A number without an exponent: `1e21` as its digits. */
export function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = first + rest;
  const at = 1 + Number(exponent);
  if (at <= 0) return `${sign}0.${'0'.repeat(-at)}${digits}`;
  return sign + (at >= digits.length ? digits.padEnd(at, '0') : `${digits.slice(0, at)}.${digits.slice(at)}`);
}

/** The amount as a number, where a number can say it; null where digits would be cut away. */
function exactNumber(amount: string): number | null {
  const value = Number(amount);
  if (!Number.isFinite(value)) return null;
  const bare = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
  return plainNumber(value) === (bare === '-0' ? '0' : bare.replace(/^(-?)0+(?=\d)/, '$1')) ? value : null;
}
