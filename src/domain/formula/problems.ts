/** What can be wrong with the text of a formula: always at a place. The words are in the dictionaries. */
import type { FunctionName } from './functions.js';
import type { Operator, Span, ValueType } from './syntax.js';

/** What a part of a formula is: a comparison is `truth`, and only IF can do with it. */
export type PartType = ValueType | 'truth';

export type Problem = Span &
  (
    | { readonly code: 'nothing' | 'tooLong' | 'tooDeep' | 'tooMany' }
    /** A sign that means nothing in a formula, or a number that is none. */
    | { readonly code: 'sign' | 'number'; readonly text: string }
    /** A value is missing here. */
    | { readonly code: 'noValue' }
    /** Two values side by side. */
    | { readonly code: 'noOperator' }
    /** A sign that cannot stand here. */
    | { readonly code: 'misplaced'; readonly text: string }
    | { readonly code: 'notClosed' | 'notOpened' | 'nameNotClosed' }
    | { readonly code: 'field'; readonly name: string; readonly nearest: string | null }
    /** A field that was deleted, or is no number, amount or day any more. */
    | { readonly code: 'gone'; readonly key: string }
    /** A word without `#`; `nearest` is a field's name. */
    | { readonly code: 'word'; readonly name: string; readonly nearest: string | null }
    | { readonly code: 'function'; readonly name: string; readonly nearest: string | null }
    /** A function without its brackets. */
    | { readonly code: 'notCalled'; readonly name: FunctionName }
    | {
        readonly code: 'arguments';
        readonly name: FunctionName;
        readonly least: number;
        readonly most: number;
        readonly count: number;
      }
    | { readonly code: 'operands'; readonly operator: Operator; readonly left: PartType; readonly right: PartType }
    /** `%` or a sign in front of what is no number. */
    | { readonly code: 'operand'; readonly operator: '%' | '-'; readonly type: PartType }
    | {
        readonly code: 'argument';
        readonly name: FunctionName;
        /** From 1. */
        readonly place: number;
        readonly type: PartType;
      }
    /** Values of one function that are of different types. */
    | { readonly code: 'mixed'; readonly name: FunctionName; readonly left: PartType; readonly right: PartType }
    /** IF wants a comparison there. */
    | { readonly code: 'condition' }
    /** A comparison is no value. */
    | { readonly code: 'comparison' }
    /** Formulas that use one another in a ring; the keys, the field itself first. */
    | { readonly code: 'cycle'; readonly keys: readonly string[] }
  );
