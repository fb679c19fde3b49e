import { comparer, defaultOrder } from '../domain/compare.js';
import { COMPUTED } from '../domain/field-value.js';
import { prepare } from '../domain/matches.js';
import type { Where } from '../domain/query.js';
import type { AnyRecord, Day, Id } from '../domain/records.js';
import type { ListQuery } from './api.js';
import type { Pair } from './pairs.js';

/** How a query sees records on one day. */
export interface Lens {
  readonly matches: (record: AnyRecord) => boolean;
  readonly compare: (a: AnyRecord, b: AnyRecord) => number;
  /** Could an edit of these fields change which rows there are, their order, or the sums? */
  readonly cares: (fields: Pair['fields']) => boolean;
}

export function lensOf(query: ListQuery, today: Day, by = ''): Lens {
  const fields = new Set<string>([query.sum ?? 'value']);
  if (by !== '') fields.add(by);
  if (query.where !== undefined) collect(query.where, fields);
  for (const { field } of query.order?.length ? query.order : defaultOrder(query.kind)) fields.add(field);
  if (query.search !== undefined && query.search.trim() !== '') {
    for (const field of ['searchText', 'title', 'name', 'subject', 'text', 'emails', 'phones']) fields.add(field);
  }
  // What is worked out may rest on any field.
  const worked = [...fields].some((field) => field.startsWith(COMPUTED));
  return {
    matches: prepare({ where: query.where, search: query.search, today }),
    compare: comparer(query.order, query.kind, today),
    cares: (edited) => edited === null || worked || [...edited].some((field) => fields.has(field)),
  };
}

function collect(where: Where, fields: Set<string>): void {
  if ('all' in where) for (const part of where.all) collect(part, fields);
  else if ('any' in where) for (const part of where.any) collect(part, fields);
  else fields.add(where.field);
}

/** A run of rows and its place among all that match. */
export interface Span {
  start: number;
  rows: AnyRecord[];
  /** undefined = not known. */
  total: number | undefined;
  /** The last row of all is in it, although the total may not be known. */
  complete: boolean;
}

export function copyOf(span: Span): Span {
  return { ...span, rows: [...span.rows] };
}

export function placeOf(rows: readonly AnyRecord[], id: Id): number {
  return rows.findIndex((row) => row.id === id);
}

/**
 * Folds one record's before and after into the span: it takes its sorted place, or leaves, and the rows around move.
 * A record that is in the run counts as it is there, whatever `before` says.
 * @returns false where its place cannot be told from what is held
 */
export function foldSpan(span: Span, before: AnyRecord | null, after: AnyRecord | null, lens: Lens): boolean {
  const id = (after ?? before)?.id;
  if (id === undefined) return true;
  const held = placeOf(span.rows, id);
  const isIn = after !== null && lens.matches(after);
  if (held !== -1 && isIn && staysAt(span, held, after, lens)) {
    span.rows[held] = after;
    return true;
  }
  const sure = takeOut(span, held, before, lens);
  return isIn ? putIn(span, after, lens) && sure : sure;
}

/** Rows that are held at most: more than any window with what is read around it. */
const MOST = 1_000;

/** A run that has grown by what came gives up what nobody looks at: every change is looked up in it, row by row. */
export function trimSpan(span: Span, keep: { readonly start: number; readonly end: number }): void {
  // While the total is not known, the rows that are held are all that one can scroll over.
  if (span.rows.length <= MOST || span.total === undefined) return;
  const from = Math.min(Math.max(0, keep.start - span.start), span.rows.length);
  const to = Math.max(from, Math.min(keep.end - span.start, span.rows.length));
  span.complete &&= to === span.rows.length;
  span.rows = span.rows.slice(from, to);
  span.start += from;
}

function staysAt(span: Span, place: number, after: AnyRecord, { compare }: Lens): boolean {
  const prior = span.rows[place - 1];
  const next = span.rows[place + 1];
  // At an edge of the run its neighbour is not known: it stays only if its order has not changed at all.
  if ((prior === undefined && span.start > 0) || (next === undefined && !endsAll(span))) {
    return compare(span.rows[place]!, after) === 0;
  }
  return (prior === undefined || compare(prior, after) < 0) && (next === undefined || compare(after, next) < 0);
}

function endsAll(span: Span): boolean {
  return span.complete || (span.total !== undefined && span.start + span.rows.length >= span.total);
}

function takeOut(span: Span, held: number, before: AnyRecord | null, lens: Lens): boolean {
  const wasIn = held !== -1 || (before !== null && lens.matches(before));
  if (!wasIn) return true;
  if (span.total !== undefined) span.total = Math.max(0, span.total - 1);
  if (held !== -1) {
    span.rows.splice(held, 1);
    return true;
  }
  const first = span.rows[0];
  if (first === undefined) return span.start === 0;
  if (lens.compare(before!, first) < 0) span.start = Math.max(0, span.start - 1);
  return true;
}

function putIn(span: Span, after: AnyRecord, { compare }: Lens): boolean {
  const all = endsAll(span);
  if (span.total !== undefined) span.total++;
  const { rows } = span;
  if (rows.length === 0 && !(all && span.start === 0)) return false;
  let low = 0;
  for (let high = rows.length; low < high;) {
    const middle = (low + high) >> 1;
    if (compare(rows[middle]!, after) < 0) low = middle + 1;
    else high = middle;
  }
  if (low === 0 && span.start > 0) span.start++;
  else if (low < rows.length || all) rows.splice(low, 0, after);
  return true;
}
