/**
 * The answer to a query as places in order. What was worked out is kept: the places that pass a `where`, those that pass
 * the last search (a longer search only looks at what the shorter one left), and all places in an order. A changed record
 * is put right in each of them; when many change at once they are worked out anew.
 */
import { prepareSearch } from '../../domain/search.js';
import type { Order, Query } from '../../domain/query.js';
import { SEARCH } from './column.js';
import type { Columns } from './columns.js';
import { orderOf } from './order.js';
import { fieldsOfOrder, firstPlaces, keysOf, placeComparer, sortPlaces, type Key } from './sorting.js';
import { fieldsOfWhere, testOf, type PlaceTest } from './tests.js';

export type Asked = Pick<Query, 'kind' | 'where' | 'search' | 'order' | 'today'>;

/** How many orders and filters are kept. A page has an inbox, a board of some stages and a list or two. */
const kept = 12;
/** How many more places than wanted are put in order when somebody comes back for the next ones. */
const ahead = 8;
/** Beyond this many changed records at once, working out anew is quicker. */
const manyChanges = 200;

interface Sorted {
  places: Uint32Array;
  readonly keys: readonly Key[];
}
/** The first of the places that match, in order, and how many match. */
interface First {
  readonly places: Uint32Array;
  readonly total: number;
}
interface Passed {
  /** By place: 1 = passes. */
  flags: Uint8Array;
  readonly test: PlaceTest;
}

/** The columns that a query needs; `ordered` = the order matters too. */
export function fieldsOf(query: Asked, ordered: boolean): Set<string> {
  const fields = new Set<string>(fieldsOfWhere(query.where));
  if (query.search !== undefined && query.search.trim() !== '') fields.add(SEARCH);
  if (ordered) for (const field of fieldsOfOrder(orderOf(query))) fields.add(field);
  return fields;
}

export class Selection {
  readonly #columns: Columns;
  readonly #sorted = new Map<string, Sorted>();
  readonly #passed = new Map<string, Passed>();
  readonly #found = new Map<string, Uint32Array>();
  /** What `first` has answered. */
  readonly #firsts = new Map<string, First>();
  /** The last search over each filter: its words, and the places it left. */
  readonly #searched = new Map<string, { search: string; places: Uint32Array }>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The places that match, in order. */
  places(query: Asked): Uint32Array {
    const order = orderOf(query);
    const key = `${filterKey(query)}\n${orderKey(query, order)}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const matching = this.#matching(query);
    // Some out of many are sorted by themselves, unless all have been sorted that way before.
    const few =
      matching !== null &&
      matching.length * 12 < this.#columns.places.size &&
      !this.#sorted.has(orderKey(query, order));
    const found = few
      ? this.#sortFew(matching, query, order)
      : pick(this.#order(query, order), matching, this.#columns.places.length);
    remember(this.#found, key, found);
    return found;
  }

  /**
   * The first places that match, `wanted` or more: without sorting all of them where few are wanted. Whoever comes for more
   * of them is about to look through the list: then many more are put in order, so that it is not done for each step.
   */
  first(query: Asked, wanted: number): First {
    const order = orderOf(query);
    const key = `${filterKey(query)}\n${orderKey(query, order)}`;
    const known = this.#firsts.get(key);
    if (known !== undefined && wanted <= known.places.length) return known;
    const matching = this.#sorted.has(orderKey(query, order)) ? null : this.matching(query);
    const few = known === undefined ? wanted : wanted * ahead;
    if (matching === null || matching.length < few * 4) {
      const places = this.places(query);
      return { places, total: places.length };
    }
    const places = firstPlaces(this.#columns, keysOf(order, query.today), matching, few);
    const first = { places, total: matching.length };
    remember(this.#firsts, key, first);
    return first;
  }

  /** The places that match, in no order. */
  matching(query: Asked): Uint32Array {
    return this.#matching(query) ?? this.#filtered(query);
  }

  count(query: Asked): number {
    return this.#matching(query)?.length ?? this.#columns.places.size;
  }

  /** The places that pass the `where`. */
  #filtered(query: Asked): Uint32Array {
    const flags = query.where === undefined ? null : this.#filter(query).flags;
    const all = this.#columns.places;
    const places = new Uint32Array(all.length);
    let end = 0;
    for (let place = 0; place < all.length; place++) {
      if (flags === null ? all.idAt(place) !== undefined : flags[place] === 1) places[end++] = place;
    }
    return places.subarray(0, end);
  }

  /** null = all. */
  #matching(query: Asked): Uint32Array | null {
    const search = query.search?.trim() ?? '';
    if (query.where === undefined && search === '') return null;
    const where = whereKey(query);
    const last = this.#searched.get(where);
    if (last !== undefined && last.search === search) return last.places;
    const candidates = last !== undefined && narrows(last.search, search) ? last.places : this.#filtered(query);
    const test = prepareSearch(search);
    const places = test === null ? candidates : this.#searchIn(candidates, test);
    remember(this.#searched, where, { search, places });
    return places;
  }

  #searchIn(candidates: Uint32Array, test: (text: string) => boolean): Uint32Array {
    const texts = this.#columns.column(SEARCH);
    const found = new Uint32Array(candidates.length);
    let end = 0;
    for (const place of candidates) if (test((texts.at(place) as string | undefined) ?? '')) found[end++] = place;
    return found.slice(0, end);
  }

  #filter(query: Asked): Passed {
    const key = whereKey(query);
    const known = this.#passed.get(key);
    if (known !== undefined) return known;
    const where = query.where!;
    const test = testOf(where, this.#columns, query.today);
    const { places } = this.#columns;
    const flags = new Uint8Array(places.length);
    // What several questions have in common (the stages of a pipeline) is asked once.
    const common = 'all' in where ? where.all.find((part) => 'all' in part) : undefined;
    const among = common === undefined ? null : this.#filter({ ...query, where: common }).flags;
    for (let place = 0; place < places.length; place++)
      if (places.idAt(place) !== undefined && (among === null || among[place] === 1) && test(place)) flags[place] = 1;
    const passed = { flags, test };
    remember(this.#passed, key, passed);
    return passed;
  }

  #order(query: Asked, order: readonly Order[]): Uint32Array {
    const key = orderKey(query, order);
    const known = this.#sorted.get(key);
    if (known !== undefined) return known.places;
    const keys = keysOf(order, query.today);
    const places = sortPlaces(this.#columns, keys);
    remember(this.#sorted, key, { places, keys });
    return places;
  }

  #sortFew(matching: Uint32Array, query: Asked, order: readonly Order[]): Uint32Array {
    return matching.slice().sort(placeComparer(this.#columns, keysOf(order, query.today)));
  }

  /** These places hold another record, or none, from now on. */
  changed(places: readonly number[]): void {
    this.#found.clear();
    this.#firsts.clear();
    this.#searched.clear();
    if (places.length > manyChanges) return this.forget();
    const all = this.#columns.places;
    const filled = (place: number): boolean => all.idAt(place) !== undefined;
    for (const passed of this.#passed.values()) {
      if (passed.flags.length < all.length) passed.flags = grown(passed.flags, all.length);
      for (const place of places) passed.flags[place] = filled(place) && passed.test(place) ? 1 : 0;
    }
    const moved = new Uint8Array(all.length);
    for (const place of places) moved[place] = 1;
    const there = [...new Set(places)].filter(filled);
    for (const sorted of this.#sorted.values()) {
      const compare = placeComparer(this.#columns, sorted.keys);
      sorted.places = merged(without(sorted.places, moved), Uint32Array.from(there).sort(compare), compare);
    }
  }

  forget(): void {
    this.#found.clear();
    this.#firsts.clear();
    this.#searched.clear();
    this.#passed.clear();
    this.#sorted.clear();
  }
}

function whereKey(query: Asked): string {
  return query.where === undefined ? '' : `${query.today}${JSON.stringify(query.where)}`;
}

function filterKey(query: Asked): string {
  return `${whereKey(query)}\n${query.search?.trim() ?? ''}`;
}

function orderKey(query: Asked, order: readonly Order[]): string {
  return order.some((one) => one.field === 'nextActivity')
    ? `${query.today}${JSON.stringify(order)}`
    : JSON.stringify(order);
}

/** Does the longer search find nothing that the shorter one did not? Not so for numbers: their digits may match otherwise. */
function narrows(shorter: string, longer: string): boolean {
  return shorter !== '' && longer.startsWith(shorter) && !/\p{Nd}/u.test(longer);
}

/** Those of the sorted places that are among the matching ones. */
function pick(sorted: Uint32Array, matching: Uint32Array | null, length: number): Uint32Array {
  if (matching === null || matching.length === sorted.length) return sorted;
  const flags = new Uint8Array(length);
  for (const place of matching) flags[place] = 1;
  const found = new Uint32Array(matching.length);
  let end = 0;
  for (const place of sorted) if (flags[place] === 1) found[end++] = place;
  return found.subarray(0, end);
}

function without(places: Uint32Array, moved: Uint8Array): Uint32Array {
  const rest = new Uint32Array(places.length);
  let end = 0;
  for (const place of places) if (moved[place] === 0) rest[end++] = place;
  return rest.subarray(0, end);
}

function merged(a: Uint32Array, b: Uint32Array, compare: (a: number, b: number) => number): Uint32Array {
  const out = new Uint32Array(a.length + b.length);
  let from = 0;
  for (let i = 0; i < b.length; i++) {
    const place = b[i]!;
    let low = from;
    let high = a.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(a[middle]!, place) < 0) low = middle + 1;
      else high = middle;
    }
    out.set(a.subarray(from, low), from + i);
    out[low + i] = place;
    from = low;
  }
  out.set(a.subarray(from), from + b.length);
  return out;
}

function grown(flags: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(flags);
  return longer;
}

/** Kept as the newest; the one that was made first goes when there are too many. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > kept) map.delete(map.keys().next().value!);
}
