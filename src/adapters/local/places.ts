import type { AnyRecord, Id } from '../../domain/records.js';

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
  /** Made when a record is looked for: until one changes nobody does, and it is the largest of all that is kept. */
  #index: Map<Id, number> | null = null;
  readonly #free: number[] = [];

  get length(): number {
    return this.#ids.length;
  }

  get size(): number {
    return this.#ids.length - this.#free.length;
  }

  idAt(place: number): Id | undefined {
    return this.#ids[place];
  }

  /** A record that is known not to be here. @returns the place */
  append({ id }: AnyRecord): number {
    const place = this.#free.pop() ?? this.#ids.length;
    this.#index?.set(id, place);
    this.#ids[place] = id;
    return place;
  }

  put(record: AnyRecord): number {
    return this.#indexed().get(record.id) ?? this.append(record);
  }

  remove(id: Id): number | undefined {
    const index = this.#indexed();
    const place = index.get(id);
    if (place === undefined) return undefined;
    index.delete(id);
    this.#ids[place] = undefined;
    this.#free.push(place);
    return place;
  }

  trim(): void {
    this.#ids = this.#ids.slice();
  }

  #indexed(): Map<Id, number> {
    if (this.#index !== null) return this.#index;
    const index = new Map<Id, number>();
    for (const [place, id] of this.#ids.entries()) if (id !== undefined) index.set(id, place);
    return (this.#index = index);
  }
}
