import type { AnyRecord, Id, RecordOf, Kind } from '../../domain/records.js';
import { IdIndex } from '../local/id-index.js';
import type { Places } from '../local/places.js';

/** The records of one kind, each at a place of its own: columns stand beside them and read from them. */
export class Shelf<K extends Kind = Kind> implements Places {
  records: (RecordOf[K] | undefined)[] = [];
  readonly #index = new IdIndex((place) => this.idAt(place));
  readonly #free: number[] = [];

  get length(): number {
    return this.records.length;
  }

  get size(): number {
    return this.#index.size;
  }

  get(id: Id): RecordOf[K] | undefined {
    const place = this.#index.get(id);
    return place === undefined ? undefined : this.records[place];
  }

  *values(): IterableIterator<RecordOf[K]> {
    for (const record of this.records) if (record !== undefined) yield record;
  }

  idAt(place: number): Id | undefined {
    return this.records[place]?.id;
  }

  put(record: AnyRecord): number {
    let place = this.#index.get(record.id);
    if (place === undefined) this.#index.add(record.id, (place = this.#free.pop() ?? this.records.length));
    this.records[place] = record as RecordOf[K];
    return place;
  }

  remove(id: Id): number | undefined {
    const place = this.#index.get(id);
    if (place === undefined) return undefined;
    this.#index.remove(id);
    this.records[place] = undefined;
    this.#free.push(place);
    return place;
  }

  trim(): void {
    this.records = this.records.slice();
  }
}
