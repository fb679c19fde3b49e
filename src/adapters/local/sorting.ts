/**
 * Places in order. Each column's different values are sorted once into ranks, with the comparison of `domain/compare.ts`;
 * places are then dealt out by rank, key by key from the last to the first, which keeps what was in order before.
 */
import { compareIds, textComparer, valueComparer } from '../../domain/compare.js';
import { stateOrder } from '../../domain/due-order.js';
import type { Order } from '../../domain/query.js';
import type { Day } from '../../domain/records.js';
import { isMoney } from '../../domain/money.js';
import { DUE, type Column } from './column.js';
import type { Columns } from './columns.js';
import { stateOf } from './tests.js';

/** One step of an order: a column, and how two of its values compare. */
export interface Key {
  readonly field: string;
  readonly compare: (a: unknown, b: unknown) => number;
  /** The same for two texts that are not empty. */
  readonly text: (a: string, b: string) => number;
  readonly emptyFirst?: boolean | undefined;
}

/** The columns that an order looks at. */
export function* fieldsOfOrder(order: readonly Order[]): Iterable<string> {
  for (const { field } of order) {
    if (field !== 'nextActivity') yield field;
    else {
      yield DUE;
      yield 'createdAt';
    }
  }
}

export function keysOf(order: readonly Order[], today: Day): Key[] {
  return order.flatMap(({ field, descending = false, ranks, emptyFirst }): Key[] => {
    if (field === 'nextActivity')
      return [
        { field: DUE, compare: dueComparer(today, descending), text: dueComparer(today, descending) },
        { field: 'createdAt', compare: newestFirst, text: newestFirst },
      ];
    const compare = valueComparer(field, descending, ranks, emptyFirst);
    const text = ranks === undefined ? directed(textComparer(field), descending) : compare;
    return [{ field, compare, text, emptyFirst }];
  });
}

const newestFirst = (a: unknown, b: unknown): number => compareIds(b as string, a as string);

function directed(compare: Key['text'], descending: boolean): Key['text'] {
  return descending ? (a, b) => compare(b, a) : compare;
}

function dueComparer(today: Day, descending: boolean): Key['compare'] {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const dueA = (a as string | undefined) ?? '';
    const dueB = (b as string | undefined) ?? '';
    return sign * (stateOrder[stateOf(dueA, today)] - stateOrder[stateOf(dueB, today)] || compareIds(dueA, dueB));
  };
}

/** The same order for two places: for putting one in its place. */
export function placeComparer(columns: Columns, keys: readonly Key[]): (a: number, b: number) => number {
  const steps = keys.map(({ field, compare }) => [columns.column(field), compare] as const);
  return (a, b) => {
    for (const [column, compare] of steps) {
      const result = compare(column.at(a), column.at(b));
      if (result !== 0) return result;
    }
    return compareIds(columns.places.idAt(a) ?? '', columns.places.idAt(b) ?? '');
  };
}

/** All places that hold a record, in order. */
export function sortPlaces(columns: Columns, keys: readonly Key[]): Uint32Array {
  let places = placesById(columns);
  for (const key of [...keys].reverse()) {
    const { ranks, count } = ranksOf(columns.column(key.field), places, key, columns.places.length);
    places = dealt(places, ranks, count);
  }
  return places;
}

/**
 * The first few of some places, in order, and those that are equal to the last by the first key: what a first window needs.
 * Whatever the first key puts behind them is left out before anything is compared in full, so that most values are never
 * looked at.
 */
export function firstPlaces(columns: Columns, keys: readonly Key[], places: Uint32Array, few: number): Uint32Array {
  const [key] = keys;
  if (key === undefined || places.length === 0) return places.subarray(0, few);
  const { codes, rankOfCode, count } = rankedCodes(columns.column(key.field), places, key, columns.places.length);
  // By index: these loops run once over all records before anything is painted, when the engine has not made them fast yet.
  const sizes = new Uint32Array(count);
  for (let i = 0; i < places.length; i++) sizes[rankOfCode[codes[places[i]!]!]!]!++;
  let last = 0;
  let sum = sizes[0]!;
  while (sum < few && last < count - 1) sum += sizes[++last]!;
  const first = new Uint32Array(sum);
  let end = 0;
  for (let i = 0; i < places.length; i++) if (rankOfCode[codes[places[i]!]!]! <= last) first[end++] = places[i]!;
  return first.sort(placeComparer(columns, keys));
}

function placesById(columns: Columns): Uint32Array {
  const all = columns.places;
  const places = new Uint32Array(all.size);
  let end = 0;
  let inOrder = true;
  let last = '';
  for (let place = 0; place < all.length; place++) {
    const id = all.idAt(place);
    if (id === undefined) continue;
    places[end++] = place;
    inOrder &&= last <= id;
    last = id;
  }
  // Records are read by id, so this is sorted already until the first one is made here.
  return inOrder ? places : places.sort((a, b) => compareIds(all.idAt(a)!, all.idAt(b)!));
}

function ranksOf(
  column: Column,
  places: Uint32Array,
  key: Key,
  length: number,
): { readonly ranks: Uint32Array; readonly count: number } {
  const { codes, rankOfCode, count } = rankedCodes(column, places, key, length);
  const ranks = new Uint32Array(length);
  for (let i = 0; i < places.length; i++) ranks[places[i]!] = rankOfCode[codes[places[i]!]!]!;
  return { ranks, count };
}

interface RankedCodes {
  /** By place. */
  readonly codes: Uint16Array | Uint32Array;
  readonly rankOfCode: Uint32Array;
  /** Ranks. */
  readonly count: number;
}

function rankedCodes(column: Column, places: Uint32Array, key: Key, length: number): RankedCodes {
  const { codes, different } = column.coded ?? encode(column, places, length);
  const used = new Uint8Array(different.length);
  for (let i = 0; i < places.length; i++) used[codes[places[i]!]!] = 1;
  const { compare } = key;
  const sorted = sortedCodes(
    [...different.keys()].filter((code) => used[code] === 1),
    different,
    key,
  );
  // Values that compare as equal (10 and 10.00, null and '') share a rank.
  const rankOfCode = new Uint32Array(different.length);
  let rank = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && compare(different[sorted[i - 1]!], different[sorted[i]!]) !== 0) rank++;
    rankOfCode[sorted[i]!] = rank;
  }
  return { codes, rankOfCode, count: rank + 1 };
}

/** As a column of few values has it. */
function encode(
  column: Column,
  places: Uint32Array,
  length: number,
): { readonly codes: Uint32Array; readonly different: readonly unknown[] } {
  const code = new Map<unknown, number>();
  const different: unknown[] = [];
  const codes = new Uint32Array(length);
  for (const place of places) {
    const value = column.at(place);
    const name = nameOf(value);
    let known = code.get(name);
    if (known === undefined) {
      code.set(name, (known = different.length));
      different.push(value);
    }
    codes[place] = known;
  }
  return { codes, different };
}

/** What equal values share: amounts and lists are objects of their own in each record. */
function nameOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return isMoney(value)
    ? `\u0000${value.amount} ${value.currency}`
    : Array.isArray(value)
      ? `\u0001${JSON.stringify(value)}`
      : value;
}

function sortedCodes(
  codes: number[],
  different: readonly unknown[],
  { compare, text, field, emptyFirst }: Key,
): number[] {
  const only = (test: (value: unknown) => boolean): boolean => codes.every((code) => test(different[code]));
  // Texts without a look at what they are: most columns, and the ones with the most different values.
  if (field !== DUE && only((value) => typeof value === 'string' || value === null || value === undefined)) {
    const filled = codes.filter((code) => Boolean(different[code]));
    const empty = codes.filter((code) => !different[code]);
    filled.sort((a, b) => text(different[a] as string, different[b] as string));
    return emptyFirst ? [...empty, ...filled] : [...filled, ...empty];
  }
  if (field === DUE || !only((value) => isMoney(value) || value === null || value === undefined))
    return codes.sort((a, b) => compare(different[a], different[b]));
  // Amounts are compared exactly only where they look the same as floats: rounding never turns two round.
  const approximate = different.map((value) => (isMoney(value) ? Number(value.amount) : NaN));
  const sign = compare({ amount: '0', currency: '' }, { amount: '1', currency: '' }) < 0 ? 1 : -1;
  return codes.sort((a, b) => sign * (approximate[a]! - approximate[b]!) || compare(different[a], different[b]));
}

/** The places by rank; places of one rank stay in the order they come in. */
function dealt(places: Uint32Array, ranks: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const place of places) starts[ranks[place]! + 1]!++;
  for (let i = 1; i <= count; i++) starts[i]! += starts[i - 1]!;
  const out = new Uint32Array(places.length);
  for (const place of places) out[starts[ranks[place]!]!++] = place;
  return out;
}
