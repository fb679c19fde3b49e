/**
 * What the signs and functions of a formula do with values.
 *
 * `%` means what it means in the field's own formulas and on a pocket calculator: behind `+` or `-` it is a part of what
 * stands before (`100 - 10%` is 90), anywhere else, and in brackets, a hundredth (`200 * 10%` is 20, `1 - (10%)` is 0.9).
 */
import { add, compare, divide, floor, multiply, negative, roundTo, whole, type Exact } from './exact.js';
import { limits } from './limits.js';
import { comparisons, type Operator, type Span } from './syntax.js';
import { isDayNumber, type Failure, type Result, type Value } from './values.js';

/** Where in which formula it is, for what goes wrong. */
export interface Place extends Span {
  /** The formula field. */
  readonly key: string;
}

type Amounted = Extract<Value, { readonly value: Exact }>;

const one = whole(1);
const aHundredth: Exact = { n: 1, d: 100 };

export const hundredth = (of: Exact): Exact | null => multiply(of, aHundredth);

/** The least or the largest. Amounts are compared with amounts of one currency only, and so the answer is one of it. */
export function extreme(sign: 1 | -1, values: readonly [Value, ...Value[]], at: Place): Result {
  let [best] = values;
  for (const value of values) {
    const order = ordered(best, value, at);
    if (typeof order !== 'number') return order;
    if (order * sign < 0) best = value;
  }
  const amounts = values.filter((value) => value.type === 'money' && value.currency !== null);
  for (const amount of amounts) {
    const order = ordered(amounts[0]!, amount, at);
    if (typeof order !== 'number') return order;
  }
  const [amount] = amounts;
  return amount !== undefined && 'value' in best ? ({ ...amount, value: best.value } as Value) : best;
}

export function round(of: Amounted, by: Value | undefined, at: Place): Result {
  const places = by !== undefined && 'value' in by ? by.value : whole(0);
  const count = floor(places);
  if (compare(places, whole(count)) !== 0 || count > limits.places || count < -limits.places)
    return failed('places', at);
  return sized(roundTo(of.value, Number(count)), of, at);
}

/** `100 - 10%`: a part of what stands before. */
export function part(operator: Operator, left: Value, right: Value, at: Place): Result {
  if (!('value' in left) || !('value' in right)) return broken(at);
  const times = add(one, operator === '-' ? negative(right.value) : right.value);
  return sized(times && multiply(left.value, times), left, at);
}

export function binary(operator: Operator, left: Value, right: Value, at: Place): Result {
  if (comparisons.has(operator)) {
    const order = ordered(left, right, at);
    return typeof order === 'number' ? { type: 'truth', is: holds(operator, order) } : order;
  }
  if (left.type === 'date' || right.type === 'date') return days(operator, left, right, at);
  if (left.type === 'truth' || right.type === 'truth') return broken(at);
  if (operator === '*' || operator === '/') {
    if (operator === '/' && right.value.n === 0) return failed('division', at);
    const value = operator === '*' ? multiply(left.value, right.value) : divide(left.value, right.value);
    if (left.type === 'money' && right.type === 'money') {
      const currency = common(left, right, at);
      if (typeof currency === 'object' && currency !== null) return currency;
      return sized(value, { type: 'number', value: left.value }, at);
    }
    return sized(value, left.type === 'money' ? left : right.type === 'money' ? right : left, at);
  }
  const currency = common(left, right, at);
  if (typeof currency === 'object' && currency !== null) return currency;
  const value = add(left.value, operator === '-' ? negative(right.value) : right.value);
  if (value === null) return failed('large', at);
  const amount = left.type === 'money' || right.type === 'money';
  return amount ? { type: 'money', value, currency } : { type: 'number', value };
}

/** The currency of two values that are put together; null = none of them says one. */
function common(left: Amounted, right: Amounted, at: Place): string | null | Failure {
  const a = left.type === 'money' ? left.currency : null;
  const b = right.type === 'money' ? right.currency : null;
  if (a === null || b === null || a === b) return a ?? b;
  return { type: 'failure', code: 'currencies', currencies: [a, b], from: at.from, to: at.to, in: at.key };
}

function ordered(left: Value, right: Value, at: Place): number | Failure {
  if (left.type === 'date' && right.type === 'date') return left.day - right.day;
  if (!('value' in left) || !('value' in right)) return broken(at);
  const currency = common(left, right, at);
  return typeof currency === 'object' && currency !== null ? currency : compare(left.value, right.value);
}

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** A day and a number of days, or two days. Of a part of a day nothing is left: it has not passed. */
function days(operator: Operator, left: Value, right: Value, at: Place): Result {
  if (left.type === 'date' && right.type === 'date') return { type: 'number', value: whole(left.day - right.day) };
  const [date, by] = left.type === 'date' ? [left, right] : [right, left];
  if (date.type !== 'date' || by.type !== 'number') return broken(at);
  const count = floor(operator === '-' ? negative(by.value) : by.value);
  // What is beyond all numbers is beyond all days, too.
  const day = typeof count === 'number' ? date.day + count : NaN;
  return isDayNumber(day) ? { type: 'date', day } : failed('large', at);
}

/** A number or amount like another one. @param value null = it is too large */
export function sized(value: Exact | null, like: Amounted, at: Place): Result {
  if (value === null) return failed('large', at);
  return like.type === 'money' ? { type: 'money', value, currency: like.currency } : { type: 'number', value };
}

const broken = ({ key }: Place): Failure => ({ type: 'failure', code: 'broken', key });

function failed(code: 'division' | 'large' | 'places', { from, to, key }: Place): Failure {
  return { type: 'failure', code, from, to, in: key };
}
