import type { AnyRecord, Id } from '../../domain/records.js';
import { IdIndex } from './id-index.js';

/** Where each record of a kind stands in the columns. A place that becomes free is given to the next one that comes. */
export interface Places {
  /** Places, free ones included. */
  readonly length: number;
  /** Records. */
  readonly size: number;
  /** undefined = the place is free. */
  idAt(place: number): Id | undefined;
  /** A record that is here already keeps its place. @returns the place */
  put(record: AnyRecord): number;
  /** @returns the place that has become free; undefined = it was not there */
  remove(id: Id): number | undefined;
  /** The records by place, where they are kept themselves: columns need no second copy then. */
  readonly records?: readonly (AnyRecord | undefined)[];
  /** After many came, before anybody asks: a list that grows item by item ends a good deal larger than what it holds. */
  trim(): void;
}

/** Places of records that are elsewhere. */
export class IdPlaces implements Places {
  #ids: (Id | undefined)[] = [];
  readonly #index = new IdIndex((place) => this.#ids[place]);
  readonly #free: number[] = [];

  get length(): number {
    return this.#ids.length;
  }

  get size(): number {
    return this.#index.size;
  }

  idAt(place: number): Id | undefined {
    return this.#ids[place];
  }

  /** A record that is known not to be here. @returns the place */
  append({ id }: AnyRecord): number {
    const place = this.#free.pop() ?? this.#ids.length;
    this.#index.add(id, place);
    this.#ids[place] = id;
    return place;
  }

  put(record: AnyRecord): number {
    return this.#index.get(record.id) ?? this.append(record);
  }

  remove(id: Id): number | undefined {
    const place = this.#index.get(id);
    if (place === undefined) return undefined;
    this.#index.remove(id);
    this.#ids[place] = undefined;
    this.#free.push(place);
    return place;
  }

  trim(): void {
    this.#ids = this.#ids.slice();
  }
}
