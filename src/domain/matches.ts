import { activityState } from './activity-state.js';
import { same, valueOf } from './change.js';
import { fold } from './fold.js';
import { compareAmount, isAmount, isMoney } from './money.js';
import type { Condition, Where } from './query.js';
import type { AnyRecord, Day, NextActivity } from './records.js';
import { prepareSearch, searchTextOf } from './search.js';

export { activityState } from './activity-state.js';

/** What a query asks of a record, apart from order and window. */
export interface Asked {
  readonly where?: Where;
  readonly search?: string;
  readonly today: Day;
}
type Test = (record: AnyRecord) => boolean;

/** Does the record match? The one meaning of `where` and `search` (query.ts). For many records use `prepare`. */
export function matches(record: AnyRecord, query: Asked): boolean {
  return prepare(query)(record);
}

/** The query as a predicate: texts are folded and fields looked up once, not for each record. */
export function prepare(query: Asked): Test {
  const where = query.where === undefined ? null : compile(query.where, query.today);
  const search = prepareSearch(query.search);
  if (search === null) return where ?? (() => true);
  if (where === null) return (record) => search(searchTextOf(record));
  return (record) => where(record) && search(searchTextOf(record));
}

function compile(where: Where, today: Day): Test {
  if ('all' in where) {
    const tests = where.all.map((part) => compile(part, today));
    return (record) => tests.every((test) => test(record));
  }
  if ('any' in where) {
    const tests = where.any.map((part) => compile(part, today));
    return (record) => tests.some((test) => test(record));
  }
  if (where.op === 'activity') {
    const states = listOf(where.value);
    return (record) =>
      states.includes(activityState((record as { nextActivity?: NextActivity | null }).nextActivity ?? null, today));
  }
  const test = prepareValue(where);
  const { field } = where;
  return (record) => test(valueOf(record, field));
}

/** One condition as a test of the field's value: for adapters that keep their values in columns. Not for `activity`. */
export function prepareValue({ op, value }: Condition): (held: unknown) => boolean {
  switch (op) {
    case 'is':
      return (held) => equals(held, value);
    case 'not':
      return (held) => !equals(held, value);
    case 'in':
      return memberTest(value);
    case 'notIn': {
      const member = memberTest(value);
      return (held) => !member(held);
    }
    case 'has':
      return (held) => contains(held, listOf(value));
    case 'hasNot':
      return (held) => !contains(held, listOf(value));
    case 'contains': {
      const part = fold(textOf(value));
      return (held) => texts(held).some((text) => fold(text).includes(part));
    }
    case 'starts': {
      const part = fold(textOf(value));
      return (held) => texts(held).some((text) => fold(text).startsWith(part));
    }
    case 'lt':
      return (held) => !isEmpty(held) && compareValues(held, value) < 0;
    case 'lte':
      return (held) => !isEmpty(held) && compareValues(held, value) <= 0;
    case 'gt':
      return (held) => !isEmpty(held) && compareValues(held, value) > 0;
    case 'gte':
      return (held) => !isEmpty(held) && compareValues(held, value) >= 0;
    case 'between': {
      const [from, to] = listOf(value);
      return (held) => !isEmpty(held) && compareValues(held, from) >= 0 && compareValues(held, to) <= 0;
    }
    case 'empty':
      return isEmpty;
    case 'filled':
      return (held) => !isEmpty(held);
    case 'activity':
      return () => false;
  }
}

/** null, not there, no text, an empty list. A zero and a `false` are values. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function equals(held: unknown, wanted: unknown): boolean {
  if (isEmpty(wanted)) return isEmpty(held);
  if (isMoney(held)) {
    if (isMoney(wanted)) return held.currency === wanted.currency && compareAmount(held.amount, wanted.amount) === 0;
    return isAmount(textOf(wanted)) && compareAmount(held.amount, textOf(wanted)) === 0;
  }
  return same(held, wanted);
}

/** Ids come in thousands (a selection of all that match), so strings are looked up, not walked through. */
function memberTest(value: unknown): (held: unknown) => boolean {
  const wanted = listOf(value);
  if (wanted.length > 8 && wanted.every((item) => typeof item === 'string' && item !== '')) {
    const set = new Set(wanted);
    return (held) => (isMoney(held) ? wanted.some((item) => equals(held, item)) : set.has(held));
  }
  return (held) => wanted.some((item) => equals(held, item));
}

function contains(held: unknown, wanted: readonly unknown[]): boolean {
  const list = Array.isArray(held) ? held : isEmpty(held) ? [] : [held];
  return wanted.some((item) => list.some((own) => same(own, item)));
}

function texts(held: unknown): readonly string[] {
  if (held === null || held === undefined) return [];
  if (Array.isArray(held)) return held.flatMap(texts);
  if (isMoney(held)) return [held.amount];
  if (typeof held === 'object')
    return 'value' in held ? texts(held.value) : 'subject' in held ? texts(held.subject) : [];
  return [textOf(held)];
}

/** Text of a plain value; none of an object. */
function textOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** NaN where the two cannot be compared: no comparison holds then. */
function compareValues(held: unknown, wanted: unknown): number {
  if (isMoney(held)) {
    // With a currency it is compared with amounts of that one only: a thousand yen are not a thousand euros.
    if (isMoney(wanted) && wanted.currency !== held.currency) return NaN;
    const amount = isMoney(wanted) ? wanted.amount : textOf(wanted);
    return isAmount(amount) ? compareAmount(held.amount, amount) : NaN;
  }
  if (typeof held === 'number') return isEmpty(wanted) ? NaN : held - Number(wanted);
  if (typeof held !== 'string' || typeof wanted !== 'string' || wanted === '') return NaN;
  // An instant asked for by a day: that day in UTC.
  const own = wanted.length === 10 && held.length > 10 && held[10] === 'T' ? held.slice(0, 10) : held;
  return own < wanted ? -1 : own > wanted ? 1 : 0;
}
