/**
 * Tokens as a tree (Pratt): comparisons bind least, then + and -, then * and /, then a sign in front, then `%`. What a
 * name or a number means is told where it stands; the first thing that cannot be read on ends the reading.
 */
import { decimal as exact } from './exact.js';
import { functionOf, functions } from './functions.js';
import { limits } from './limits.js';
import type { Names } from './names.js';
import { nearest } from './nearest.js';
import type { Problem } from './problems.js';
import { comparisons, type Node, type Operator, type Span, type Token } from './syntax.js';
import { tokenize, type DecimalMark } from './tokens.js';

export interface Parsed {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** null where there are problems. */
  readonly root: Node | null;
  readonly problems: readonly Problem[];
}

/** Ends the reading; never leaves `parse`. */
class Stop extends Error {}

const powers: ReadonlyMap<string, number> = new Map([
  ...[...comparisons].map((sign) => [sign, 10] as const),
  ['+', 20],
  ['-', 20],
  ['*', 30],
  ['/', 30],
]);
const SIGN = 40;

/** A text, as typed or as stored, as a tree. Total: whatever the text is, it ends in a tree or in problems. */
export function parse(text: string, names: Names, decimal: DecimalMark = '.'): Parsed {
  if (text.length > limits.length) {
    const problem = { code: 'tooLong', from: limits.length, to: text.length } as const;
    return { text, tokens: [], root: null, problems: [problem] };
  }
  const tokens = tokenize(text, names, decimal);
  const parser = new Parser(text, tokens, names);
  const root = parser.run();
  return { text, tokens, root: parser.problems.length > 0 ? null : root, problems: parser.problems };
}

class Parser {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #names: Names;
  #at = 0;
  #nodes = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[], names: Names) {
    this.#text = text;
    this.#tokens = tokens;
    this.#names = names;
  }

  run(): Node | null {
    try {
      if (this.#tokens.length === 0) this.#stop({ code: 'nothing', from: 0, to: this.#text.length });
      const root = this.#expression(0);
      const rest = this.#tokens[this.#at];
      if (rest !== undefined) this.#left(rest);
      return root;
    } catch (error) {
      if (error instanceof Stop) return null;
      throw error;
    }
  }

  /** What stands where the formula could have ended. */
  #left(token: Token): never {
    const { from, to } = token;
    if (token.kind === 'bad') this.#bad(token);
    if (token.kind !== 'sign') this.#stop({ code: 'noOperator', from, to });
    if (token.sign === ')') this.#stop({ code: 'notOpened', from, to });
    if (token.sign === '(') this.#stop({ code: 'noOperator', from, to });
    return this.#stop({ code: 'misplaced', text: token.sign, from, to });
  }

  #expression(least: number): Node {
    if (++this.#depth > limits.depth) this.#stop({ code: 'tooDeep', ...this.#here() });
    let left = this.#prefix();
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'sign') break;
      if (token.sign === '%') {
        this.#at += 1;
        left = this.#node({ kind: 'percent', of: left, from: left.from, to: token.to });
        continue;
      }
      const power = powers.get(token.sign);
      if (power === undefined || power <= least) break;
      this.#at += 1;
      const right = this.#expression(power);
      left = this.#node({
        kind: 'binary',
        operator: token.sign as Operator,
        left,
        right,
        from: left.from,
        to: right.to,
      });
    }
    this.#depth -= 1;
    return left;
  }

  #prefix(): Node {
    const token = this.#tokens[this.#at];
    if (token === undefined) return this.#stop({ code: 'noValue', from: this.#text.length, to: this.#text.length });
    this.#at += 1;
    const { from, to } = token;
    switch (token.kind) {
      case 'number':
        return this.#node({ kind: 'number', value: exact(token.text), from, to });
      case 'field':
        return this.#field(token);
      case 'word':
        return this.#word(token.name, token);
      case 'bad':
        return this.#bad(token);
      case 'sign':
        if (token.sign === '-' || token.sign === '+') {
          const of = this.#expression(SIGN);
          return token.sign === '-' ? this.#node({ kind: 'negative', of, from, to: of.to }) : of;
        }
        if (token.sign === '(') {
          const of = this.#expression(0);
          return this.#node({ kind: 'group', of, from, to: this.#close(token) });
        }
        return this.#stop({ code: 'noValue', from, to });
    }
  }

  #field({ key, name, closed, from, to }: Token & { kind: 'field' }): Node {
    if (!closed) this.#stop({ code: 'nameNotClosed', from, to });
    if (key !== null && this.#names.byKey(key) !== undefined) return this.#node({ kind: 'field', key, from, to });
    if (key !== null) this.#tell({ code: 'gone', key, from, to });
    else if (name === '') this.#stop({ code: 'noValue', from, to });
    else this.#tell({ code: 'field', name, nearest: this.#nearestField(name), from, to });
    return this.#node({ kind: 'unknown', from, to });
  }

  #word(word: string, { from, to }: Span): Node {
    const name = functionOf(word);
    const open = this.#tokens[this.#at];
    if (open?.kind !== 'sign' || open.sign !== '(') {
      if (name !== null) this.#stop({ code: 'notCalled', name, from, to });
      this.#stop({ code: 'word', name: word, nearest: this.#nearestField(word), from, to });
    }
    if (name === null) {
      const near = this.#hints() ? nearest(word, functions.keys()) : null;
      this.#stop({ code: 'function', name: word, nearest: near, from, to });
    }
    this.#at += 1;
    const args = this.#arguments();
    const end = this.#close(open);
    const { least, most } = functions.get(name)!;
    if (args.length < least || args.length > most)
      this.#tell({ code: 'arguments', name, least, most, count: args.length, from, to: end });
    return this.#node({ kind: 'call', name, args, from, to: end });
  }

  #arguments(): Node[] {
    const args: Node[] = [];
    const first = this.#tokens[this.#at];
    if (first?.kind === 'sign' && first.sign === ')') return args;
    for (;;) {
      args.push(this.#expression(0));
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'sign' || token.sign !== ',') return args;
      this.#at += 1;
    }
  }

  /** Where the bracket ends; what cannot stand before it is told, else the one that is missing. */
  #close(open: Span): number {
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#stop({ code: 'notClosed', from: open.from, to: open.to });
    if (token.kind !== 'sign' || token.sign !== ')') this.#left(token);
    this.#at += 1;
    return token.to;
  }

  #bad({ why, text, from, to }: Token & { kind: 'bad' }): never {
    return this.#stop({ code: why, text, from, to });
  }

  #node(node: Node): Node {
    if (++this.#nodes > limits.nodes) this.#stop({ code: 'tooMany', from: node.from, to: node.to });
    return node;
  }

  #nearestField(name: string): string | null {
    return this.#hints()
      ? nearest(
          name,
          this.#names.inputs.map((input) => input.name),
        )
      : null;
  }

  /** A hint is looked for for the first problems only. */
  #hints(): boolean {
    return this.problems.length < 3;
  }

  #here(): Span {
    const { from, to } = this.#tokens[this.#at] ?? { from: this.#text.length, to: this.#text.length };
    return { from, to };
  }

  #tell(problem: Problem): void {
    if (this.problems.length < limits.problems) this.problems.push(problem);
  }

  #stop(problem: Problem): never {
    this.#tell(problem);
    throw new Stop();
  }
}
