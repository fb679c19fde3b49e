/** Texts that may be formulas: the same ones for the same seed. */

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const hostileWords = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  '__lookupSetter__',
  'globalThis',
  'eval',
  'Function',
  'then',
  'length',
] as const;

const known = [
  'Deal value',
  'Seats',
  'Delivery cost',
  'Rate',
  'Expected close',
  'Chance',
  'Nil',
  'Yearly saving',
  'Cost',
  'Cost - net',
  'Yen',
];
const names = [...known, ...known, ...known, ...known, ...hostileWords];
const functions = ['IF', 'MIN', 'MAX', 'ROUND', 'ABS', 'COALESCE', 'DAYS', 'TODAY', 'round'];
const calls = [...functions, ...functions, ...functions, 'SUM', ...hostileWords];
const plain = ['+', '-', '*', '/'];
const operators = [...plain, ...plain, ...plain, ...plain, '%', '=', '<>', '<', '<=', '>', '>=', '×', '÷', '−'];
const pieces = [
  ...'#[]{}()+-*/%=<>,;.0123456789abcİı _$@!&|^~?:\'"`\\\n\t\0',
  '😀',
  '\ud800',
  '\u202e',
  'é',
  '１',
  'e9',
  '1e400',
  '__proto__',
  '#{',
  '#[',
  ']]',
  'IF(',
  '..',
  '???',
];

export class Fuzz {
  readonly #chance: () => number;

  constructor(seed: number) {
    this.#chance = chance(seed);
  }

  /** A third by the grammar, a third of those with mistakes, a third of anything. */
  next(): string {
    const kind = this.#below(3);
    if (kind === 0) return this.formula(1 + this.#below(6));
    if (kind === 1) return this.#mistaken(this.formula(1 + this.#below(5)));
    return Array.from({ length: this.#below(60) }, () => this.#one(pieces)).join('');
  }

  formula(depth: number): string {
    const kind = depth <= 0 ? this.#below(2) : this.#below(7);
    const inner = (): string => this.formula(depth - 1 - this.#below(2));
    switch (kind) {
      case 0:
        return this.#number();
      case 1: {
        const name = this.#one(names);
        return this.#one([`#${name}`, `#${name}`, `#[${name}]`, `#[${name}]`, `#{custom.${name}}`]);
      }
      case 2:
        return `(${inner()})`;
      case 3:
        return `-${inner()}`;
      case 4: {
        const args = Array.from({ length: this.#below(4) }, inner);
        return `${this.#one(calls)}(${args.join(this.#one([',', ', ', ' ; ']))})`;
      }
      case 5:
        return `${inner()}%`;
      default:
        return `${inner()} ${this.#one(operators)} ${inner()}`;
    }
  }

  #number(): string {
    const digits = (most: number): string =>
      Array.from({ length: 1 + this.#below(most) }, () => this.#below(10)).join('');
    const kind = this.#below(8);
    if (kind === 1) return '0';
    return kind === 0 ? digits(60) : kind < 4 ? `${digits(5)}.${digits(4)}` : digits(4);
  }

  #mistaken(text: string): string {
    let out = text;
    for (let left = 1 + this.#below(5); left > 0; left--) {
      const at = this.#below(out.length + 1);
      const to = Math.min(out.length, at + this.#below(6));
      out = this.#one([
        out.slice(0, at) + this.#one(pieces) + out.slice(at),
        out.slice(0, at) + out.slice(to),
        out.slice(0, to) + out.slice(at, to).repeat(1 + this.#below(20)) + out.slice(to),
        out.slice(to) + out.slice(0, at),
      ]);
    }
    return out.slice(0, 20_000);
  }

  #below(count: number): number {
    return Math.floor(this.#chance() * count);
  }

  #one<T>(all: readonly T[]): T {
    return all[this.#below(all.length)]!;
  }
}
