/** Takes a person out of plain data: ids that name them, and texts. */
import type { Id } from '../records.js';
import type { Finder } from './words.js';

export interface Stripping {
  /** Ids of the person, and of whoever was merged into it. */
  readonly gone: ReadonlySet<Id>;
  readonly find: Finder;
  /** What something is called that cannot go without a name. */
  readonly other: string;
}

/** Fields that may not be empty: they get another name. */
const named: ReadonlySet<string> = new Set(['title', 'name', 'subject', 'fileName', 'mergedTitle']);

/** @returns the same value where nothing of the person is in it; null in the place of an id, an empty text in that of a text */
export function strip<T>(value: T, how: Stripping, key = ''): T {
  return stripped(value, how, key) as T;
}

function stripped(value: unknown, how: Stripping, key: string): unknown {
  if (typeof value === 'string') {
    if (key === 'id') return value;
    if (how.gone.has(value)) return null;
    if (!how.find.in(value)) return value;
    return named.has(key) ? how.other : '';
  }
  if (Array.isArray(value)) return list(value, how, key);
  if (typeof value !== 'object' || value === null) return value;
  let other: Record<string, unknown> | null = null;
  for (const [field, held] of Object.entries(value)) {
    const next = stripped(held, how, field);
    if (next === held) continue;
    // Not filled field by field: the name of one may be `__proto__`.
    other ??= Object.fromEntries(Object.entries(value));
    other[field] = key === 'custom' && next === '' ? null : next;
  }
  return other ?? value;
}

/** Texts and ids of the person go from a list; whatever else is in one stays, without them. */
function list(value: readonly unknown[], how: Stripping, key: string): readonly unknown[] {
  let changed = false;
  const left = value.flatMap((item) => {
    const next = stripped(item, how, key);
    if (next === item) return [item];
    changed = true;
    return typeof item === 'string' ? [] : [next];
  });
  return changed ? left : value;
}

/** What a field was and became, by the field's name: a pair stays one, whatever goes of it. */
export function stripPairs(
  fields: Readonly<Record<string, readonly [unknown, unknown]>>,
  how: Stripping,
): Readonly<Record<string, readonly [unknown, unknown]>> {
  const next = Object.entries(fields).map(
    ([field, pair]) => [field, pair, pair.map((value) => strip(value, how, field)) as readonly unknown[]] as const,
  );
  if (next.every(([, pair, now]) => pair[0] === now[0] && pair[1] === now[1])) return fields;
  return Object.fromEntries(next.map(([field, , now]) => [field, [now[0], now[1]] as const]));
}

/** Is anything of the person in it? */
export function isNaming(value: unknown, how: Stripping): boolean {
  return stripped(value, how, '') !== value;
}

/** Without the parts of a list that name the person, wherever such a list is (what a view or a filter asks for). */
export function without<T>(value: T, how: Stripping): T {
  return pruned(value, how, '') as T;
}

function pruned(value: unknown, how: Stripping, key: string): unknown {
  if (Array.isArray(value)) {
    const left = value
      .map((item) => (holdsParts(item) ? pruned(item, how, key) : (item as unknown)))
      .filter((item) => !isNaming(item, how));
    return left.length === value.length && left.every((item, i) => item === value[i]) ? value : left;
  }
  if (typeof value !== 'object' || value === null) return stripped(value, how, key);
  let other: Record<string, unknown> | null = null;
  for (const [field, held] of Object.entries(value)) {
    const next = pruned(held, how, field);
    if (next === held) continue;
    other ??= Object.fromEntries(Object.entries(value));
    other[field] = next;
  }
  return other ?? value;
}

/** A group of a filter: it goes part by part. */
const holdsParts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('all' in value || 'any' in value);
