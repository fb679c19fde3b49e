/** The functions there are, and no way to any other: a formula can name nothing that is not in this table. */
import { limits } from './limits.js';

interface Arity {
  readonly least: number;
  readonly most: number;
}

export type FunctionName = 'IF' | 'MIN' | 'MAX' | 'ROUND' | 'ABS' | 'COALESCE' | 'DAYS' | 'TODAY';

const several: Arity = { least: 1, most: limits.values };

export const functions: ReadonlyMap<FunctionName, Arity> = new Map<FunctionName, Arity>([
  /** `IF(a > b, then, else)`. Only the side that is taken is worked out. */
  ['IF', { least: 3, most: 3 }],
  ['MIN', several],
  ['MAX', several],
  /** `ROUND(value, decimals)`; without decimals to a whole one; half away from zero. */
  ['ROUND', { least: 1, most: 2 }],
  ['ABS', { least: 1, most: 1 }],
  /** The first of its values that is not empty. */
  ['COALESCE', several],
  /** `DAYS(end, start)`: the days between them, as in spreadsheets. */
  ['DAYS', { least: 2, most: 2 }],
  /** The provider's day. */
  ['TODAY', { least: 0, most: 0 }],
]);

/** The function of that name in capital or small letters, also as a Turkish keyboard writes them (`ıf`, `İF`). */
export function functionOf(word: string): FunctionName | null {
  const name = word.replaceAll('ı', 'i').replaceAll('İ', 'I').toUpperCase() as FunctionName;
  return functions.has(name) ? name : null;
}
