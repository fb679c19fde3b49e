/**
 * A formula made ready to be worked out for one record after the other: exactly, in fractions, and nothing is rounded on the
 * way but where ROUND says so (what a formula *field* gives is rounded once, in the end: `result.ts`). An empty field leaves
 * the whole without a value, but where COALESCE goes on to the next or IF takes the other side.
 *
 * Each part of the tree becomes one closure over its own parts, once for all records: what can be known of it without a
 * record (its operator, a number that is written down, whether it is an amount) is not looked up again for each.
 */
import { negative } from './exact.js';
import type { FunctionName } from './functions.js';
import { binary, extreme, hundredth, part, round, sized, type Place } from './operations.js';
import type { PartType } from './problems.js';
import { percentageIn, type Node } from './syntax.js';
import { isValue, type Failure, type Result, type Value } from './values.js';

/** One step, in the order in which they were worked out: `operands` of a field there are none. */
export interface Step {
  readonly node: Node;
  readonly operands: readonly Result[];
  readonly result: Result;
}

/** What a formula is worked out with: one record, on one day. */
export interface Run {
  /** How many steps are left, for all formulas that this one uses together. */
  left: number;
  /** Hears of every step. */
  onStep: ((step: Step) => void) | null;
  /** What a field holds, by its place among all fields; null = there is none. */
  read(slot: number): Result | null;
  /** Days since 1 January 1970. */
  today(): number;
}

export type Work = (run: Run) => Result;

export interface Compiling {
  /** The formula field that is worked out. */
  readonly key: string;
  readonly types: ReadonlyMap<Node, PartType>;
  /** The place of a field among all fields. */
  readonly slotOf: (key: string) => number;
}

const spent: Failure = { type: 'failure', code: 'steps' };

export function compile(node: Node, to: Compiling): Work {
  switch (node.kind) {
    case 'number': {
      const result = { type: 'number', value: node.value } as const;
      return (run) => (--run.left < 0 ? spent : result);
    }
    case 'field': {
      const slot = to.slotOf(node.key);
      const missing = broken(node);
      return (run) => {
        if (--run.left < 0) return spent;
        const result = run.read(slot) ?? missing;
        run.onStep?.({ node, operands: [], result });
        return result;
      };
    }
    case 'unknown': {
      const result = broken(to);
      return (run) => (--run.left < 0 ? spent : result);
    }
    case 'group': {
      const work = compile(node.of, to);
      return (run) => (--run.left < 0 ? spent : work(run));
    }
    case 'negative': {
      const work = compile(node.of, to);
      return (run) => {
        if (--run.left < 0) return spent;
        const of = work(run);
        return of.type === 'number' || of.type === 'money' ? { ...of, value: negative(of.value) } : of;
      };
    }
    case 'percent': {
      const work = compile(node.of, to);
      const at = placeOf(node, to);
      return (run) => {
        if (--run.left < 0) return spent;
        const of = work(run);
        return of.type === 'number' ? sized(hundredth(of.value), of, at) : of;
      };
    }
    case 'binary': {
      const [left, right] = [compile(node.left, to), compile(node.right, to)];
      const { operator } = node;
      const at = placeOf(node, to);
      const ofLeft = percentageIn(node.right) !== null && (operator === '+' || operator === '-');
      return (run) => {
        if (--run.left < 0) return spent;
        const a = left(run);
        if (!isValue(a)) return a;
        const b = right(run);
        if (!isValue(b)) return b;
        const result = ofLeft ? part(operator, a, b, at) : binary(operator, a, b, at);
        run.onStep?.({ node, operands: [a, b], result });
        return result;
      };
    }
    case 'call':
      return compileCall(node, to);
  }
}

const broken = ({ key }: { readonly key: string }): Failure => ({ type: 'failure', code: 'broken', key });

function placeOf({ from, to: end }: Node, { key }: Compiling): Place {
  return { from, to: end, key };
}

function compileCall(node: Node & { kind: 'call' }, to: Compiling): Work {
  if (node.name === 'TODAY')
    return (run) => {
      if (--run.left < 0) return spent;
      const result = { type: 'date', day: run.today() } as const;
      run.onStep?.({ node, operands: [], result });
      return result;
    };
  const call = called(node, to);
  return (run) => {
    if (--run.left < 0) return spent;
    const operands: Result[] = [];
    const result = call(run, operands);
    if (operands.length > 0) run.onStep?.({ node, operands, result });
    return result;
  };
}

/** `operands` takes what was worked out of its values. */
type Call = (run: Run, operands: Result[]) => Result;

function called(node: Node & { kind: 'call' }, to: Compiling): Call {
  const { name } = node;
  const works = node.args.map((arg) => compile(arg, to));
  const missing = broken(to);
  const next = (run: Run, at: number, operands: Result[]): Result => {
    const result = works[at]?.(run) ?? missing;
    operands.push(result);
    return result;
  };
  // A number that is written down where amounts stand is an amount, whichever of them is taken.
  const inMoney = to.types.get(node) === 'money';
  const amount = (result: Result): Result =>
    inMoney && result.type === 'number' ? { type: 'money', value: result.value, currency: null } : result;
  if (name === 'IF')
    return (run, operands) => {
      const asked = next(run, 0, operands);
      return asked.type === 'truth' ? amount(next(run, asked.is ? 1 : 2, operands)) : asked;
    };
  if (name === 'COALESCE')
    return (run, operands) => {
      let first: Result | null = null;
      for (let at = 0; at < works.length; at++) {
        const result = next(run, at, operands);
        if (result.type !== 'empty') return amount(result);
        first ??= result;
      }
      return first ?? missing;
    };
  const of = ofValues(name, placeOf(node, to));
  return (run, operands) => {
    for (let at = 0; at < works.length; at++) {
      const result = next(run, at, operands);
      if (!isValue(result)) return result;
    }
    // All of them are values by now.
    return amount(of(operands as readonly Value[] as readonly [Value, ...Value[]]));
  };
}

/** The functions that need all of their values. */
function ofValues(name: FunctionName, at: Place): (values: readonly [Value, ...Value[]]) => Result {
  switch (name) {
    case 'DAYS':
      return ([first, second]) => (second === undefined ? first : binary('-', first, second, at));
    case 'ABS':
      return ([first]) => ('value' in first && first.value.n < 0 ? { ...first, value: negative(first.value) } : first);
    case 'ROUND':
      return ([first, second]) => ('value' in first ? round(first, second, at) : first);
    default: {
      const sign = name === 'MIN' ? -1 : 1;
      return (values) => extreme(sign, values, at);
    }
  }
}
