/**
 * A formula worked out for one record: exactly, in fractions, and nothing is rounded on the way but where ROUND says so
 * (what a formula *field* gives is rounded once, in the end: `result.ts`). An empty field leaves the whole without a
 * value, but where COALESCE goes on to the next or IF takes the other side.
 *
 * `%` means what it means in the field's own formulas and on a pocket calculator: behind `+` or `-` it is a part of what
 * stands before (`100 - 10%` is 90), anywhere else, and in brackets, a hundredth (`200 * 10%` is 20, `1 - (10%)` is 0.9).
 */
import { add, compare, divide, floor, multiply, negative, roundTo, whole, type Exact } from './exact.js';
import { limits } from './limits.js';
import type { PartType } from './problems.js';
import { comparisons, percentageIn, type Node, type Operator, type Span } from './syntax.js';
import { isDayNumber, isValue, type Failure, type Result, type Value } from './values.js';

/** One step, in the order in which they were worked out: `operands` of a field there are none. */
export interface Step {
  readonly node: Node;
  readonly operands: readonly Result[];
  readonly result: Result;
}

export interface Evaluation {
  /** The formula field that is worked out. */
  readonly key: string;
  readonly types: ReadonlyMap<Node, PartType>;
  /** What a field holds. */
  readonly read: (key: string) => Result;
  /** Days since 1 January 1970. */
  readonly today: () => number;
  /** How many steps are left, for all formulas that this one uses together. */
  readonly budget: { left: number };
  readonly onStep?: (step: Step) => void;
}

const hundredth: Exact = { n: 1n, d: 100n };

export function evaluate(node: Node, to: Evaluation): Result {
  if (--to.budget.left < 0) return { type: 'failure', code: 'steps' };
  switch (node.kind) {
    case 'number':
      return { type: 'number', value: node.value };
    case 'field': {
      const result = to.read(node.key);
      to.onStep?.({ node, operands: [], result });
      return result;
    }
    case 'unknown':
      return { type: 'failure', code: 'broken', key: to.key };
    case 'group':
      return evaluate(node.of, to);
    case 'negative': {
      const of = evaluate(node.of, to);
      return of.type === 'number' || of.type === 'money' ? { ...of, value: negative(of.value) } : of;
    }
    case 'percent': {
      const of = evaluate(node.of, to);
      return of.type === 'number' ? sized(multiply(of.value, hundredth), of, node, to) : of;
    }
    case 'binary': {
      const left = evaluate(node.left, to);
      if (!isValue(left)) return left;
      const right = evaluate(node.right, to);
      if (!isValue(right)) return right;
      const result =
        percentageIn(node.right) !== null && (node.operator === '+' || node.operator === '-')
          ? part(node.operator, left, right, node, to)
          : binary(node.operator, left, right, node, to);
      to.onStep?.({ node, operands: [left, right], result });
      return result;
    }
    case 'call':
      return call(node, to);
  }
}

function call(node: Node & { kind: 'call' }, to: Evaluation): Result {
  const { name, args } = node;
  if (name === 'TODAY') {
    const result = { type: 'date', day: to.today() } as const;
    to.onStep?.({ node, operands: [], result });
    return result;
  }
  const operands: Result[] = [];
  const result = called(node, to, operands);
  if (args.length > 0) to.onStep?.({ node, operands, result });
  return result;
}

/** @param operands takes what was worked out of its values */
function called(node: Node & { kind: 'call' }, to: Evaluation, operands: Result[]): Result {
  const { name, args } = node;
  const next = (arg: Node | undefined): Result => {
    const result: Result = arg === undefined ? { type: 'failure', code: 'broken', key: to.key } : evaluate(arg, to);
    operands.push(result);
    return result;
  };
  // A number that is written down where amounts stand is an amount, whichever of them is taken.
  const amount = (result: Result): Result =>
    result.type === 'number' && to.types.get(node) === 'money' ? { ...result, type: 'money', currency: null } : result;
  if (name === 'IF') {
    const asked = next(args[0]);
    return asked.type === 'truth' ? amount(next(args[asked.is ? 1 : 2])) : asked;
  }
  if (name === 'COALESCE') {
    let first: Result | null = null;
    for (const arg of args) {
      const result = next(arg);
      if (result.type !== 'empty') return amount(result);
      first ??= result;
    }
    return first!;
  }
  const values: Value[] = [];
  for (const arg of args) {
    const result = next(arg);
    if (!isValue(result)) return result;
    values.push(result);
  }
  const [first, second] = values as [Value, Value?];
  switch (name) {
    case 'DAYS':
      return second === undefined ? first : binary('-', first, second, node, to);
    case 'ABS':
      return 'value' in first && first.value.n < 0n ? { ...first, value: negative(first.value) } : first;
    case 'ROUND':
      return 'value' in first ? round(first, second, node, to) : first;
    default:
      return amount(extreme(name === 'MIN' ? -1 : 1, values, node, to));
  }
}

/** The least or the largest. Amounts are compared with amounts of one currency only, and so the answer is one of it. */
function extreme(sign: 1 | -1, values: readonly Value[], at: Span, to: Evaluation): Result {
  let best = values[0]!;
  for (const value of values) {
    const order = ordered(best, value, at, to);
    if (typeof order !== 'number') return order;
    if (order * sign < 0) best = value;
  }
  const amounts = values.filter((value) => value.type === 'money' && value.currency !== null);
  for (const amount of amounts) {
    const order = ordered(amounts[0]!, amount, at, to);
    if (typeof order !== 'number') return order;
  }
  const [amount] = amounts;
  return amount !== undefined && 'value' in best ? ({ ...amount, value: best.value } as Value) : best;
}

function round(of: Amounted, by: Value | undefined, node: Node, to: Evaluation): Result {
  const places = by === undefined ? whole(0) : 'value' in by ? by.value : whole(0);
  const count = floor(places);
  const most = BigInt(limits.places);
  if (compare(places, whole(count)) !== 0 || count > most || count < -most) return failed('places', node, to);
  return sized(roundTo(of.value, Number(count)), of, node, to);
}

/** `100 - 10%`: a part of what stands before. */
function part(operator: '+' | '-', left: Value, right: Value, node: Node, to: Evaluation): Result {
  if (!('value' in left) || !('value' in right)) return { type: 'failure', code: 'broken', key: to.key };
  const times = add(whole(1), operator === '-' ? negative(right.value) : right.value);
  return sized(times && multiply(left.value, times), left, node, to);
}

function binary(operator: Operator, left: Value, right: Value, node: Node, to: Evaluation): Result {
  if (comparisons.has(operator)) {
    const order = ordered(left, right, node, to);
    return typeof order === 'number' ? { type: 'truth', is: holds(operator, order) } : order;
  }
  if (left.type === 'date' || right.type === 'date') return days(operator, left, right, node, to);
  if (left.type === 'truth' || right.type === 'truth') return { type: 'failure', code: 'broken', key: to.key };
  if (operator === '*' || operator === '/') {
    if (operator === '/' && right.value.n === 0n) return failed('division', node, to);
    const value = operator === '*' ? multiply(left.value, right.value) : divide(left.value, right.value);
    if (left.type === 'money' && right.type === 'money') {
      const currency = common(left, right, node, to);
      if (typeof currency === 'object' && currency !== null) return currency;
      return sized(value, { type: 'number', value: left.value }, node, to);
    }
    return sized(value, left.type === 'money' ? left : right.type === 'money' ? right : left, node, to);
  }
  const currency = common(left, right, node, to);
  if (typeof currency === 'object' && currency !== null) return currency;
  const value = add(left.value, operator === '-' ? negative(right.value) : right.value);
  const amount = left.type === 'money' || right.type === 'money';
  return sized(value, amount ? { type: 'money', value: left.value, currency } : left, node, to);
}

type Amounted = Extract<Value, { readonly value: Exact }>;

/** The currency of two values that are put together; null = none of them says one. */
function common(left: Amounted, right: Amounted, at: Span, to: Evaluation): string | null | Failure {
  const [a, b] = [left, right].map((one) => (one.type === 'money' ? one.currency : null));
  if (a == null || b == null || a === b) return a ?? b ?? null;
  return { type: 'failure', code: 'currencies', currencies: [a, b], from: at.from, to: at.to, in: to.key };
}

function ordered(left: Value, right: Value, at: Span, to: Evaluation): number | Failure {
  if (left.type === 'date' && right.type === 'date') return left.day - right.day;
  if (!('value' in left) || !('value' in right)) return { type: 'failure', code: 'broken', key: to.key };
  const currency = common(left, right, at, to);
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
function days(operator: Operator, left: Value, right: Value, node: Node, to: Evaluation): Result {
  if (left.type === 'date' && right.type === 'date') return { type: 'number', value: whole(left.day - right.day) };
  const [date, by] = left.type === 'date' ? [left, right] : [right, left];
  if (date.type !== 'date' || by.type !== 'number') return { type: 'failure', code: 'broken', key: to.key };
  const count = floor(operator === '-' ? negative(by.value) : by.value);
  const day = BigInt(date.day) + count;
  return isDayNumber(day) ? { type: 'date', day: Number(day) } : failed('large', node, to);
}

/** A number or amount like another one. @param value null = it is too large */
function sized(value: Exact | null, like: Amounted, node: Node, to: Evaluation): Result {
  return value === null ? failed('large', node, to) : { ...like, value };
}

function failed(code: 'division' | 'large' | 'places', { from, to }: Span, { key }: Evaluation): Failure {
  return { type: 'failure', code, from, to, in: key };
}
