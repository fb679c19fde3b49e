/**
 * The values that filters and orders look at, one column a field, all in the same order of places: what makes a keystroke
 * over 100,000 records a walk over one list of texts instead of over records.
 */
import type { AnyRecord, Id } from '../../domain/records.js';
import { Column } from './column.js';
import type { Places } from './places.js';

export class Columns<P extends Places = Places> {
  readonly places: P;
  readonly #few: number | undefined;
  readonly #columns = new Map<string, Column>();

  /** @param few as `Column` has it */
  constructor(places: P, few?: number) {
    this.places = places;
    this.#few = few;
  }

  missing(fields: Iterable<string>): string[] {
    return [...new Set(fields)].filter((field) => !this.#columns.has(field));
  }

  fields(): Iterable<string> {
    return this.#columns.keys();
  }

  /** @param recordAt what stands at a place; left out where nothing does yet */
  add(fields: Iterable<string>, recordAt?: (place: number) => AnyRecord | undefined): void {
    for (const field of this.missing(fields)) {
      const column = new Column(field, this.places, this.#few);
      this.#columns.set(field, column);
      if (recordAt === undefined) continue;
      for (let place = 0; place < this.places.length && !column.elsewhere; place++) {
        const record = recordAt(place);
        if (record !== undefined) column.set(place, record);
      }
      column.trim();
    }
  }

  /** @throws where it was never added */
  column(field: string): Column {
    const column = this.#columns.get(field);
    if (column === undefined) throw new Error(`There is no column "${field}".`);
    return column;
  }

  fill(place: number, record: AnyRecord | undefined): void {
    for (const column of this.#columns.values()) column.set(place, record);
  }

  /** A record as it is now; null = gone. @returns the place where it stands or stood; undefined = it was never there */
  write(id: Id, record: AnyRecord | null): number | undefined {
    const place = record === null ? this.places.remove(id) : this.places.put(record);
    if (place !== undefined) this.fill(place, record ?? undefined);
    return place;
  }

  trim(): void {
    this.places.trim();
    for (const column of this.#columns.values()) column.trim();
  }
}
