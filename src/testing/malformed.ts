/** Answers as careless backends give them, made from a right one. */
import type { Page } from '../domain/query.js';

/**
 * - `bare` the rows without the page around them, or one change instead of a list
 * - `missing-id` a row, or a change, has lost its id
 * - `null-row` one row is null
 * - `wrong-types` texts where numbers and lists belong
 * - `text` a text (an error page that came with status 200)
 * - `partial` fewer rows than the total says, and no way to more
 * - `cyclic` a row that contains itself
 * - `frozen` right, but frozen through and through
 * - `proto` a row with a `__proto__` of its own
 */
export type Malformation =
  'bare' | 'missing-id' | 'null-row' | 'wrong-types' | 'text' | 'partial' | 'cyclic' | 'frozen' | 'proto';

export const malformations: readonly Malformation[] = [
  'bare',
  'missing-id',
  'null-row',
  'wrong-types',
  'text',
  'partial',
  'cyclic',
  'frozen',
  'proto',
];

type Plain = Record<string, unknown>;

export function malform(answer: unknown, how: Malformation): unknown {
  if (how === 'text') return '<!doctype html><title>502 Bad Gateway</title>';
  if (how === 'frozen') return deepFreeze(structuredClone(answer));
  const copy = structuredClone(answer);
  if (isPage(copy)) {
    if (how === 'bare') return copy.records;
    if (how === 'partial') return { ...copy, records: copy.records.slice(1), next: null };
    return { ...copy, records: spoil(copy.records as unknown as Plain[], how) };
  }
  if (!Array.isArray(copy)) return copy;
  if (how === 'bare') return (copy as unknown[])[0];
  if (how === 'partial') return copy.slice(1);
  return spoil(copy as Plain[], how);
}

function spoil(rows: Plain[], how: Malformation): unknown[] {
  const [first, ...rest] = rows;
  if (first === undefined) return rows;
  switch (how) {
    case 'missing-id': {
      const { id: _, ...without } = first;
      return [without, ...rest];
    }
    case 'null-row':
      return [null, ...rest];
    case 'wrong-types':
      return [{ ...first, rev: 'two', title: 7, labelIds: 'none', emails: null, fields: 'x' }, ...rest];
    case 'cyclic': {
      const cyclic: Plain = { ...first };
      cyclic['custom'] = { self: cyclic };
      return [cyclic, ...rest];
    }
    case 'proto': {
      const risky: Plain = { ...first };
      Object.defineProperty(risky, '__proto__', {
        value: { polluted: true },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return [risky, ...rest];
    }
    default:
      return rows;
  }
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'records' in value;
}
