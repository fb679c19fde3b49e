import { isDay, isTime } from './dates.js';
import { digitsOf } from './fold.js';
import { isAmount, isCurrency, isMoney } from './money.js';
import type { Field } from './records.js';

/**
 * Why a field cannot hold what it was given: `detail` of a problem with the code `invalid`. The words are in `i18n`.
 */
export type InvalidReason =
  | 'too-long'
  | 'too-many'
  | 'text'
  | 'number'
  | 'range'
  | 'money'
  | 'currency'
  | 'day'
  | 'past'
  | 'time'
  | 'instant'
  | 'option'
  | 'id'
  | 'email'
  | 'phone'
  | 'link'
  | 'type'
  | 'takes-part'
  | 'unknown-field'
  | 'read-only'
  | 'negative'
  | 'zero'
  | 'too-large'
  // a file: bytes that cannot be had, a name that is a path
  | 'unreadable'
  | 'file-name'
  | 'percent'
  // a discount that is more than what it is taken off
  | 'over'
  | 'cycles'
  // charged once, and yet with a number of times
  | 'once'
  | 'needed'
  // years away
  | 'far'
  | 'recurring'
  // the same currency twice
  | 'twice'
  // the sum of the deal's products
  | 'sum'
  // a project that ends before it begins
  | 'before-start'
  | 'after-end'
  | 'too-many-tasks'
  // days after the start of a project
  | 'days';

/** How long texts may be, in UTF-16 units: far beyond what people write, and short of what a row can show. */
export const maxText = { line: 255, title: 1_000, long: 100_000 } as const;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Could mail be sent there? One look along the text, no pattern that can run wild: something@domain.tld. */
export function isEmail(value: unknown): value is string {
  if (!isText(value) || value.length > 254 || /[\s<>,;"\\]/.test(value)) return false;
  const at = value.indexOf('@');
  const dot = value.lastIndexOf('.');
  return at > 0 && at === value.lastIndexOf('@') && dot > at + 1 && dot < value.length - 1 && !value.includes('..');
}

/** Could somebody dial it? Two digits or more among what people write around them, `1-800-FLOWERS ext. 5` included. */
export function isPhone(value: unknown): value is string {
  return (
    isText(value) &&
    value.length <= 64 &&
    digitsOf(value).length >= 2 &&
    /^[\p{Nd}\p{L}\s+().,;:*#\-\u2013/]+$/u.test(value)
  );
}

/** An address of the web, with or without its scheme; other schemes (`javascript:`) are not. */
export function isLink(value: unknown): value is string {
  if (!isText(value) || value.length > 2_048 || /\s/.test(value)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value);
  if (scheme === null) return value.includes('.');
  return /^https?$/i.test(scheme[1]!) || /^[a-z0-9.-]+:\d/i.test(value);
}

/** Why a list of e-mail addresses or phone numbers cannot be held. */
export function pointsReason(what: 'email' | 'phone', value: unknown): InvalidReason | null {
  if (!Array.isArray(value)) return 'type';
  for (const point of value as readonly unknown[]) {
    const held = typeof point === 'object' && point !== null ? (point as { value?: unknown }).value : undefined;
    if (what === 'email' ? !isEmail(held) : !isPhone(held)) return what;
  }
  return null;
}

/** Why a custom field cannot hold the value; null = it can. Emptying is always possible. */
export function customReason(field: Pick<Field, 'type' | 'options'>, value: unknown): InvalidReason | null {
  if (value === null) return null;
  switch (field.type) {
    case 'text':
    case 'address':
      return line(value, maxText.title);
    case 'longText':
      return line(value, maxText.long);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'number';
    case 'money':
      if (!isMoney(value) || !isAmount(value.amount)) return 'money';
      return isCurrency(value.currency) ? null : 'currency';
    case 'date':
      return isDay(value) ? null : 'day';
    case 'dateRange':
      return isRange(value) ? null : 'day';
    case 'time':
      return isTime(value) ? null : 'time';
    case 'option':
      return field.options.some((option) => option.id === value) ? null : 'option';
    case 'options':
      return Array.isArray(value) && value.every((item) => field.options.some((option) => option.id === item))
        ? null
        : 'option';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'type';
    case 'phone':
      return isPhone(value) ? null : 'phone';
    case 'email':
      return isEmail(value) ? null : 'email';
    case 'link':
      return isLink(value) ? null : 'link';
    // It is worked out when it is looked at, and nothing is kept of it.
    case 'formula':
      return 'type';
    case 'person':
    case 'organization':
    case 'user':
      return isText(value) && value !== '' ? null : 'id';
  }
}

/**
 * What a value is to be read as: the field's own type, or what the field was before, where its change has not reached the value
 * (somebody stopped it, another tab wrote meanwhile). An id of an option fits a text, too, and is none.
 * @param isThere is there such a person, organization or user? Nobody knows where it is left out
 */
export function heldType(
  value: unknown,
  { type, options, was }: Pick<Field, 'type' | 'options' | 'was'>,
  isThere: (kind: 'person' | 'organization' | 'user', id: string) => boolean = () => false,
): Field['type'] {
  if (!was || was.type === type || customReason(was, value) !== null) return type;
  if (customReason({ type, options }, value) !== null) return was.type;
  switch (was.type) {
    case 'option':
      return type === 'options' ? type : was.type;
    case 'options':
      return was.type;
    case 'person':
    case 'organization':
    case 'user':
      return isThere(was.type, value as string) ? was.type : type;
    default:
      return type;
  }
}

function line(value: unknown, max: number): InvalidReason | null {
  return !isText(value) ? 'text' : value.length > max ? 'too-long' : null;
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as readonly unknown[];
  return isDay(from) && isDay(to) && from <= to;
}
