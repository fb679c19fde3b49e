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
  values: unknown[] = [];
  #known: Map<string, string> | null = new Map<string, string>();

  constructor(field: string) {
    this.field = field;
  }

  set(place: number, record: AnyRecord): void {
    this.values[place] = this.#once(read(record, this.field));
  }

  #once(value: unknown): unknown {
    if (typeof value !== 'string' || this.#known === null) return value;
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    if (this.#known.size < fewTexts) this.#known.set(value, value);
    else this.#known = null;
    return value;
  }
}

export class Columns {
  readonly kind: Kind;
  /** By place; undefined = the place is free. */
  ids: (Id | undefined)[] = [];
  /** Made when a record is looked for: until one changes nobody does, and it is the largest of all that is kept. */
  #places: Map<Id, number> | null = null;
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
    return this.ids.length - this.#free.length;
  }

  missing(fields: Iterable<string>): string[] {
    return [...new Set(fields)].filter((field) => !this.#columns.has(field));
  }

  fields(): Iterable<string> {
    return this.#columns.keys();
  }

  /** @param recordOf the record of an id that is here already; left out where there is none yet */
  add(fields: Iterable<string>, recordOf?: (id: Id) => AnyRecord): void {
    const added = this.missing(fields).map((field) => new Column(field));
    for (const column of added) {
      this.#columns.set(column.field, column);
      column.values = new Array<unknown>(this.ids.length);
    }
    if (added.length === 0 || recordOf === undefined) return;
    for (const [place, id] of this.ids.entries()) {
      if (id === undefined) continue;
      const record = recordOf(id);
      for (const column of added) column.set(place, record);
    }
  }

  /** By place. @throws where the column was never added */
  values(field: string): readonly unknown[] {
    const column = this.#columns.get(field);
    if (column === undefined) throw new Error(`There is no column "${field}".`);
    return column.values;
  }

  /** After many were appended, before anybody asks: a list that grows item by item ends a good deal larger than what it holds. */
  trim(): void {
    this.ids = this.ids.slice();
    for (const column of this.#columns.values()) column.values = column.values.slice();
  }

  placeOf(id: Id): number | undefined {
    return this.#index.get(id);
  }

  get #index(): Map<Id, number> {
    if (this.#places !== null) return this.#places;
    const places = new Map<Id, number>();
    for (const [place, id] of this.ids.entries()) if (id !== undefined) places.set(id, place);
    return (this.#places = places);
  }

  /** A record that is not here. @returns the place */
  append(record: AnyRecord): number {
    const place = this.#free.pop() ?? this.ids.length;
    this.#places?.set(record.id, place);
    this.ids[place] = record.id;
    this.#fill(place, record);
    return place;
  }

  #fill(place: number, record: AnyRecord): void {
    for (const column of this.#columns.values()) column.set(place, record);
  }

  /** @returns the place */
  put(record: AnyRecord): number {
    const place = this.#index.get(record.id);
    if (place === undefined) return this.append(record);
    this.#fill(place, record);
    return place;
  }

  /** @returns the place that has become free; undefined = it was not there */
  remove(id: Id): number | undefined {
    const place = this.#index.get(id);
    if (place === undefined) return undefined;
    this.#index.delete(id);
    this.ids[place] = undefined;
    for (const column of this.#columns.values()) column.values[place] = undefined;
    this.#free.push(place);
    return place;
  }
}
