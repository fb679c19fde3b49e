/** What a formula is made of, with where in the text it stands. */
import type { Exact } from './exact.js';
import type { FunctionName } from './functions.js';

/** A piece of the text: from the first character to the one after the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=';
export type Sign = Operator | '%' | '(' | ')' | ',';

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly text: string }
    /** `key` null = no field has that name. `closed` false = its bracket is missing. */
    | { readonly kind: 'field'; readonly key: string | null; readonly name: string; readonly closed: boolean }
    | { readonly kind: 'word'; readonly name: string }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'bad'; readonly why: 'sign' | 'number'; readonly text: string }
  );

export type Node = Span &
  (
    | { readonly kind: 'number'; readonly value: Exact }
    | { readonly kind: 'field'; readonly key: string }
    /** What has a problem of its own, told where it stands. */
    | { readonly kind: 'unknown' }
    | { readonly kind: 'negative'; readonly of: Node }
    | { readonly kind: 'percent'; readonly of: Node }
    | { readonly kind: 'group'; readonly of: Node }
    | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Node[] }
  );

/** What a formula may give, or use. */
export type ValueType = 'number' | 'money' | 'date';

export const comparisons: ReadonlySet<string> = new Set<Operator>(['=', '<>', '<', '<=', '>', '>=']);

/** The percentage that a sum or a difference takes of what stands before it: `10%`, or `-10%`; null = it is none. */
export function percentageIn(node: Node): Node | null {
  return node.kind === 'percent' || (node.kind === 'negative' && node.of.kind === 'percent') ? node : null;
}
