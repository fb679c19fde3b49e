import { activityState } from './activity-state.js';
import { compareDue, stateOrder } from './due-order.js';
import { valueOf } from './change.js';
import { compareIds, compareText } from './few.js';
import { defaultOrder } from './default-order.js';
import { isEmpty } from './matches.js';
import { compareAmount, isMoney } from './money.js';
import type { Order } from './query.js';
import type { AnyRecord, Day, Id, Kind, Money, NextActivity } from './records.js';

type Compare<T> = (a: T, b: T) => number;

export { compareIds, compareText, defaultOrder };

/** Fields whose text is compared as it is stored: ids, ranks, days, instants. All other text is compared as people sort it. */
const PLAIN: ReadonlySet<string> = new Set([
  'id',
  'rank',
  'due',
  'time',
  'at',
  'expectedClose',
  'createdAt',
  'updatedAt',
  'touchedAt',
  'archivedAt',
  'closedAt',
  'wonAt',
  'lostAt',
  'firstWonAt',
  'stageChangedAt',
  'doneAt',
  'expiresAt',
  'ownerId',
  'creatorId',
  'personId',
  'organizationId',
  'leadId',
  'dealId',
  'pipelineId',
  'stageId',
  'authorId',
  'userId',
  'recordId',
  'importId',
  'originId',
  'channelId',
  'sourceDealId',
  'labelIds',
]);

/** The meaning of `Query.order`: a total order. Empty values come last in both directions, or first; ties are broken by id, ascending. */
export function comparer(order: readonly Order[] | undefined, kind: Kind, today: Day): Compare<AnyRecord> {
  const keys = (order === undefined || order.length === 0 ? defaultOrder(kind) : order).map((key) =>
    fieldComparer(key, today),
  );
  const only = keys.length === 1 ? keys[0]! : null;
  if (only !== null) return (a, b) => only(a, b) || compareIds(a.id, b.id);
  return (a, b) => {
    for (const key of keys) {
      const result = key(a, b);
      if (result !== 0) return result;
    }
    return compareIds(a.id, b.id);
  };
}

function fieldComparer({ field, descending = false, ranks, emptyFirst }: Order, today: Day): Compare<AnyRecord> {
  if (field === 'nextActivity') return (a, b) => compareNext(a as Planned, b as Planned, today, descending);
  const compare = valueComparer(field, descending, ranks, emptyFirst);
  return (a, b) => compare(valueOf(a, field), valueOf(b, field));
}

/** How the texts of this field compare: by code unit, or as people sort them. */
export function textComparer(field: string): Compare<string> {
  return PLAIN.has(field) ? compareIds : compareText;
}

/** Two values of one field in order, empty ones last in both directions, or first: for adapters that keep their values in columns. */
export function valueComparer(
  field: string,
  descending = false,
  ranks?: readonly Id[],
  emptyFirst = false,
): Compare<unknown> {
  const text = textComparer(field);
  const filled = ranks === undefined ? (a: unknown, b: unknown) => compareFilled(a, b, text) : rankComparer(ranks);
  const sign = descending ? -1 : 1;
  const empty = emptyFirst ? -1 : 1;
  return (a, b) => {
    const emptyA = isEmpty(a);
    const emptyB = isEmpty(b);
    if (emptyA || emptyB) return emptyA === emptyB ? 0 : emptyA ? empty : -empty;
    return sign * filled(a, b);
  };
}

/** Ids by their place among those given, unknown ones after all of them; lists by their first ids in that order. */
function rankComparer(ranks: readonly Id[]): Compare<unknown> {
  const places = new Map(ranks.map((id, place) => [id, place]));
  const known = new Map<unknown, readonly number[]>();
  const placesOf = (held: unknown): readonly number[] => {
    let found = known.get(held);
    if (found === undefined) {
      const ids = Array.isArray(held) ? (held as readonly unknown[]) : [held];
      found = ids.map((id) => places.get(id as Id) ?? ranks.length).sort((a, b) => a - b);
      // Ids recur; each list is an object of its own.
      if (typeof held === 'string') known.set(held, found);
    }
    return found;
  };
  return (a, b) => {
    const placesA = placesOf(a);
    const placesB = placesOf(b);
    for (let i = 0; i < placesA.length && i < placesB.length; i++) {
      const result = placesA[i]! - placesB[i]!;
      if (result !== 0) return result;
    }
    return placesA.length - placesB.length;
  };
}

function compareFilled(a: unknown, b: unknown, text: Compare<string>): number {
  if (typeof a === 'string' && typeof b === 'string') return text(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (isMoney(a) && isMoney(b)) return compareMoney(a, b);
  if (isPoint(a) && isPoint(b)) return text(a.value, b.value);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let i = 0; i < a.length && i < b.length; i++) {
      const result = compareFilled(a[i], b[i], text);
      if (result !== 0) return result;
    }
    return a.length - b.length;
  }
  // A field whose type was changed holds values of both types: each type stays together.
  return typeRank(a) - typeRank(b);
}

/** By the number, whatever the currency; what says the same number stands together, currency by currency. */
function compareMoney(a: Money, b: Money): number {
  return compareAmount(a.amount, b.amount) || compareIds(a.currency, b.currency);
}

/** An e-mail address or a phone number of a person, with its label. */
function isPoint(value: unknown): value is { readonly value: string } {
  return typeof value === 'object' && value !== null && typeof (value as { value?: unknown }).value === 'string';
}

function typeRank(value: unknown): number {
  if (typeof value === 'number') return 0;
  if (isMoney(value)) return 1;
  if (typeof value === 'string') return 2;
  if (typeof value === 'boolean') return 3;
  return Array.isArray(value) ? 4 : 5;
}

interface Planned {
  readonly nextActivity: NextActivity | null;
  readonly createdAt: string;
}

/** Overdue, today, none, planned; the earliest due first; then the newest. */
function compareNext(a: Planned, b: Planned, today: Day, descending: boolean): number {
  const nextA = a.nextActivity ?? null;
  const nextB = b.nextActivity ?? null;
  let result = stateOrder[activityState(nextA, today)] - stateOrder[activityState(nextB, today)];
  if (result === 0 && nextA !== null && nextB !== null) result = compareDue(nextA, nextB);
  if (result !== 0) return descending ? -result : result;
  return compareIds(b.createdAt, a.createdAt);
}
