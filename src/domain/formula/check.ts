/**
 * What a formula gives, worked out from what its fields hold, before any record is looked at. Amounts are added to
 * amounts and days to numbers; only a number that is *written down* counts as an amount beside one (`MAX(#Value, 0)`,
 * `#Value - 250`): one out of a field does not, for nobody has said in which currency.
 */
import { limits } from './limits.js';
import type { FunctionName } from './functions.js';
import type { PartType, Problem } from './problems.js';
import { comparisons, percentageIn, type Node, type ValueType } from './syntax.js';

export interface Checked {
  /** null = it cannot be told, as there are problems or it uses a formula that has some. */
  readonly type: ValueType | null;
  /** Of each part, where it is known. */
  readonly types: ReadonlyMap<Node, PartType>;
  readonly problems: readonly Problem[];
}

interface Shape {
  readonly type: PartType;
  /** Made of numbers that are written down only. */
  readonly written: boolean;
}

/** @param typeOf what a field holds; null = nobody knows (a formula that cannot be worked out) */
export function check(root: Node, typeOf: (key: string) => ValueType | null): Checked {
  const checker = new Checker(typeOf);
  const shape = checker.value(root);
  return {
    type: checker.problems.length === 0 && shape !== null ? (shape.type as ValueType) : null,
    types: checker.types,
    problems: checker.problems,
  };
}

class Checker {
  readonly problems: Problem[] = [];
  readonly types = new Map<Node, PartType>();
  readonly #typeOf: (key: string) => ValueType | null;

  constructor(typeOf: (key: string) => ValueType | null) {
    this.#typeOf = typeOf;
  }

  /** A part that has to be a value: a comparison is none. */
  value(node: Node): Shape | null {
    const shape = this.#part(node);
    if (shape?.type !== 'truth') return shape;
    return this.#tell({ code: 'comparison', from: node.from, to: node.to });
  }

  #part(node: Node): Shape | null {
    const shape = this.#shape(node);
    if (shape !== null) this.types.set(node, shape.type);
    return shape;
  }

  #shape(node: Node): Shape | null {
    switch (node.kind) {
      case 'number':
        return { type: 'number', written: true };
      case 'field': {
        const type = this.#typeOf(node.key);
        return type === null ? null : { type, written: false };
      }
      case 'unknown':
        return null;
      case 'group':
        return this.#part(node.of);
      case 'negative':
      case 'percent': {
        const of = this.#part(node.of);
        const wrong = of !== null && of.type !== 'number' && (node.kind === 'percent' || of.type !== 'money');
        if (!wrong) return of;
        const operator = node.kind === 'percent' ? '%' : '-';
        return this.#tell({ code: 'operand', operator, type: of.type, from: node.of.from, to: node.of.to });
      }
      case 'binary':
        return this.#binary(node);
      case 'call':
        return this.#call(node);
    }
  }

  #binary(node: Node & { kind: 'binary' }): Shape | null {
    const [left, right] = [this.#part(node.left), this.#part(node.right)];
    if (left === null || right === null) return null;
    const { operator } = node;
    const written = left.written && right.written;
    const type = comparisons.has(operator)
      ? left.type !== 'truth' && one(left, right) !== null && ('truth' as const)
      : operator === '*' || operator === '/'
        ? product(operator, left.type, right.type)
        : percentageIn(node.right) !== null
          ? (left.type === 'number' || left.type === 'money') && left.type
          : sum(operator, left, right);
    if (type) return { type, written };
    const { from, to } = node;
    return this.#tell({ code: 'operands', operator, left: left.type, right: right.type, from, to });
  }

  #call(node: Node & { kind: 'call' }): Shape | null {
    const { name, args } = node;
    switch (name) {
      case 'TODAY':
        return { type: 'date', written: false };
      case 'DAYS': {
        const fit = args.map((arg, i) => this.#argument(name, i, arg, ['date']));
        return fit.includes(null) ? null : { type: 'number', written: false };
      }
      case 'ABS':
      case 'ROUND': {
        const [first, second] = args;
        const shape = first === undefined ? null : this.#argument(name, 0, first, ['number', 'money']);
        if (second !== undefined && this.#argument(name, 1, second, ['number']) === null) return null;
        return shape;
      }
      case 'IF': {
        const [asked, ...sides] = args;
        const condition = asked === undefined ? null : this.#part(asked);
        if (asked !== undefined && condition !== null && condition.type !== 'truth')
          this.#tell({ code: 'condition', from: asked.from, to: asked.to });
        return this.#same(name, sides);
      }
      case 'MIN':
      case 'MAX':
      case 'COALESCE':
        return this.#same(name, args);
    }
  }

  #argument(name: FunctionName, index: number, node: Node, wanted: readonly ValueType[]): Shape | null {
    const shape = this.value(node);
    if (shape === null || wanted.includes(shape.type as ValueType)) return shape;
    return this.#tell({ code: 'argument', name, place: index + 1, type: shape.type, from: node.from, to: node.to });
  }

  /** Values any of which may be the answer: all of one type. */
  #same(name: FunctionName, nodes: readonly Node[]): Shape | null {
    const shapes = nodes.map((node) => this.value(node));
    let all: Shape | null = null;
    for (let i = 0; i < shapes.length; i++) {
      const shape = shapes[i] ?? null;
      if (shape === null) continue;
      const before: Shape = all ?? shape;
      const type = one(before, shape);
      const { from, to } = nodes[i]!;
      if (type === null) return this.#tell({ code: 'mixed', name, left: before.type, right: shape.type, from, to });
      all = { type, written: before.written && shape.written };
    }
    return shapes.includes(null) ? null : all;
  }

  #tell(problem: Problem): null {
    if (this.problems.length < limits.problems) this.problems.push(problem);
    return null;
  }
}

/** What two values that stand for the same are; null = they have nothing in common. */
function one(a: Shape, b: Shape): PartType | null {
  if (a.type === b.type) return a.type;
  const amount = (a.type === 'money' && isWritten(b)) || (b.type === 'money' && isWritten(a));
  return amount ? 'money' : null;
}

const isWritten = ({ type, written }: Shape): boolean => type === 'number' && written;

function sum(operator: string, a: Shape, b: Shape): PartType | null {
  if (a.type === 'date' && b.type === 'date') return operator === '-' ? 'number' : null;
  if (a.type === 'date') return b.type === 'number' ? 'date' : null;
  if (b.type === 'date') return a.type === 'number' && operator === '+' ? 'date' : null;
  return a.type === 'truth' ? null : one(a, b);
}

function product(operator: string, a: PartType, b: PartType): PartType | null {
  if (b === 'number') return a === 'number' || a === 'money' ? a : null;
  if (b !== 'money') return null;
  return operator === '/' ? (a === 'money' ? 'number' : null) : a === 'number' ? 'money' : null;
}
