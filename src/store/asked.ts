import type { Query } from '../domain/query.js';
import type { Day } from '../domain/records.js';
import type { ListQuery } from './api.js';

/** Rows that are looked at before anybody has said which. */
export const atFirst = { start: 0, end: 50, travel: 0 } as const;

/** What is read ahead and behind before anything is shown: a little more than a screen. The rest comes when that is painted. */
const FIRST = 24;

/** The rows that are read first. */
export function firstRange({ start, end }: { readonly start: number; readonly end: number }): {
  readonly start: number;
  readonly end: number;
} {
  return { start: Math.max(0, start - FIRST), end: end + FIRST };
}

/** What a list asks the storage, but for the window. */
export function askedBy({ kind, where, search, order, related }: ListQuery, today: Day): Omit<Query, 'window'> {
  return { kind, where, search, order, today, ...(related === false && { related }) };
}
