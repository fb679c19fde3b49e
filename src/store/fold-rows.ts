import type { Summary } from '../domain/query.js';
import type { AnyRecord, Day, Id } from '../domain/records.js';
import { foldSummary } from '../domain/totals.js';
import type { ListQuery } from './api.js';
import type { Overlay } from './overlay.js';
import { replay, type Pair } from './pairs.js';
import { copyOf, foldSpan, lensOf, trimSpan, type Lens, type Span } from './span.js';

/** What a list holds: what is confirmed, and what waits to be shown. */
export interface Held {
  query: ListQuery;
  today: Day;
  /** How the query sees records; made when something has changed. */
  lens: Lens | null;
  confirmed: Span;
  summary: Summary | undefined;
  /** Others' new rows that are held back. */
  readonly waiting: Map<Id, AnyRecord>;
}

function lensOn(held: Held): Lens {
  return (held.lens ??= lensOf(held.query, held.today));
}

function find({ confirmed, waiting }: Held, id: Id): AnyRecord | undefined {
  return confirmed.rows.find((row) => row.id === id) ?? waiting.get(id);
}

export function cares(held: Held, pair: Pair): boolean {
  return lensOn(held).cares(pair.fields);
}

/** Is it held here, or could it change what is counted? */
export function touches(held: Held, pair: Pair): boolean {
  if (find(held, pair.id) !== undefined) return true;
  if (!cares(held, pair)) return false;
  if (pair.before === undefined || pair.after === undefined) return true;
  const { matches } = lensOn(held);
  return (pair.before !== null && matches(pair.before)) || (pair.after !== null && matches(pair.after));
}

/**
 * Folds what changed while the rows were read.
 * @returns true where that leaves a doubt
 */
export function foldSince(held: Held, since: readonly Pair[]): boolean {
  let doubt = false;
  for (const pair of since) {
    const row = held.confirmed.rows.find((one) => one.id === pair.id);
    const after = row === undefined ? pair.after : replay(row, pair.changes);
    if (after === undefined || cares(held, pair)) doubt = doubt || row !== undefined || touches(held, pair);
    if (after !== undefined && (row !== undefined || after !== null)) {
      foldSpan(held.confirmed, row ?? pair.before ?? null, after, lensOn(held));
    }
  }
  return doubt;
}

/**
 * @param hold others' new rows wait; they do as long as one of them is waiting
 * @param keep the places that are looked at, with those around them
 * @returns false where a place or a count cannot be told from what is held
 */
export function foldRows(
  held: Held,
  pairs: readonly Pair[],
  others: boolean,
  hold: boolean,
  keep: { readonly start: number; readonly end: number },
): boolean {
  let sure = true;
  for (const pair of pairs) sure = foldOne(held, pair, others && (hold || held.waiting.size > 0)) && sure;
  trimSpan(held.confirmed, keep);
  return sure;
}

function foldOne(held: Held, { id, before, after }: Pair, holdBack: boolean): boolean {
  const lens = lensOn(held);
  const { matches } = lens;
  const { waiting } = held;
  const own = held.confirmed.rows.find((row) => row.id === id);
  const was = own ?? before;
  if (was === undefined || after === undefined) return false;
  if (own !== undefined && after !== null && after.rev < own.rev) return true;
  const comes = after !== null && matches(after);
  if (waiting.has(id)) {
    if (comes) waiting.set(id, after);
    else waiting.delete(id);
  } else if (holdBack && comes && !(was !== null && matches(was))) waiting.set(id, after);
  if (held.summary !== undefined) held.summary = foldSummary(held.summary, was, after, matches);
  return foldSpan(held.confirmed, was, after, lens);
}

/** What is seen: the confirmed rows without those that wait, with what is pending. */
export function drawOver(held: Held, overlay: Overlay): readonly [rows: Span, summary: Summary | undefined] {
  const lens = lensOn(held);
  const { kind } = held.query;
  const shown = copyOf(held.confirmed);
  let { summary } = held;
  for (const record of held.waiting.values()) foldSpan(shown, record, null, lens);
  const rows = new Map(held.confirmed.rows.map((row) => [row.id, row]));
  for (const { id, base } of overlay.of(kind)) {
    const before = rows.get(id) ?? base;
    const after: AnyRecord | null = overlay.visible(kind, id, before);
    if (before === after) continue;
    foldSpan(shown, before, after, lens);
    if (summary !== undefined) summary = foldSummary(summary, before, after, lens.matches);
  }
  return [shown, summary];
}
