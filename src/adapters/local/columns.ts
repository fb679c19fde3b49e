/**
 * The values that filters and orders look at, one list a field, all in the same order of places: what makes a keystroke
 * over 100,000 records a walk over one list of texts instead of over records. Places are given back when records go.
 */
import { valueOf } from '../../domain/change.js';
import { searchTextOf } from '../../domain/search.js';
import type { AnyRecord, Id, Kind, NextActivity } from '../../domain/records.js';
import { dueKey } from './due.js';

/** Columns that are no field: the folded text a search looks in, and the due of the next activity as one sortable text. */
export const SEARCH = '$search';
export const DUE = '$due';

function read(record: AnyRecord, field: string): unknown {
  if (field === SEARCH) return searchTextOf(record);
  if (field === DUE) return dueKey((record as { nextActivity?: NextActivity | null }).nextActivity);
  return valueOf(record, field);
}

/** Equal texts of a column with few different ones are kept once; a column of many different ones is not worth the look-up. */
const fewTexts = 2_000;

class Column {
  readonly field: string;
  readonly values: unknown[] = [];
  readonly #known = new Map<string, string>();

  constructor(field: string) {
    this.field = field;
  }

  set(place: number, record: AnyRecord): void {
    const value = read(record, this.field);
    if (typeof value !== 'string' || this.#known.size > fewTexts) {
      this.values[place] = value;
      return;
    }
    let known = this.#known.get(value);
    if (known === undefined) this.#known.set(value, (known = value));
    this.values[place] = known;
  }
}

export class Columns {
  readonly kind: Kind;
  /** By place; undefined = the place is free. */
  readonly ids: (Id | undefined)[] = [];
  readonly #places = new Map<Id, number>();
  readonly #free: number[] = [];
  readonly #columns = new Map<string, Column>();

  constructor(kind: Kind) {
    this.kind = kind;
  }

  /** Places, free ones included. */
  get length(): number {
    return this.ids.length;
  }

  /** Records. */
  get size(): number {
    return this.#places.size;
  }

  missing(fields: Iterable<string>): string[] {
    return [...new Set(fields)].filter((field) => !this.#columns.has(field));
  }

  fields(): Iterable<string> {
    return this.#columns.keys();
  }

  /** Has to be followed by `put` of every record there is. */
  add(fields: Iterable<string>): void {
    for (const field of this.missing(fields)) this.#columns.set(field, new Column(field));
  }

  /** By place. @throws where the column was never added */
  values(field: string): readonly unknown[] {
    const column = this.#columns.get(field);
    if (column === undefined) throw new Error(`There is no column "${field}".`);
    return column.values;
  }

  placeOf(id: Id): number | undefined {
    return this.#places.get(id);
  }

  /** @returns the place */
  put(record: AnyRecord): number {
    let place = this.#places.get(record.id);
    if (place === undefined) {
      place = this.#free.pop() ?? this.ids.length;
      this.#places.set(record.id, place);
      this.ids[place] = record.id;
    }
    for (const column of this.#columns.values()) column.set(place, record);
    return place;
  }

  /** @returns the place that has become free; undefined = it was not there */
  remove(id: Id): number | undefined {
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    this.#places.delete(id);
    this.ids[place] = undefined;
    for (const column of this.#columns.values()) column.values[place] = undefined;
    this.#free.push(place);
    return place;
  }
}
