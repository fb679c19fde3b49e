import type { AnyRecord, Id, Kind } from '../../domain/records.js';

export type Writes = ReadonlyMap<Kind, ReadonlyMap<Id, AnyRecord | null>>;

/** The records as they stand in the middle of the commit: what was read, overlaid by what was changed. */
export class Draft {
  readonly #records = new Map<Kind, Map<Id, AnyRecord | null>>();
  readonly #written = new Map<Kind, Map<Id, AnyRecord | null>>();
  readonly #fresh = new Set<string>();

  /** undefined = never read. */
  get(kind: Kind, id: Id): AnyRecord | null | undefined {
    return this.#records.get(kind)?.get(id);
  }

  /** A record as the storage has it; what this commit has done to it already counts more. */
  learn(kind: Kind, id: Id, record: AnyRecord | null): void {
    const of = mapOf(this.#records, kind);
    if (!of.has(id)) of.set(id, record);
  }

  set(kind: Kind, id: Id, record: AnyRecord | null): void {
    if ((this.get(kind, id) ?? null) === null && record !== null && !this.#written.get(kind)?.has(id))
      this.#fresh.add(`${kind}\n${id}`);
    mapOf(this.#records, kind).set(id, record);
    mapOf(this.#written, kind).set(id, record);
  }

  isNew(kind: Kind, id: Id): boolean {
    return this.#fresh.has(`${kind}\n${id}`);
  }

  written(kind: Kind): ReadonlyMap<Id, AnyRecord | null> {
    return this.#written.get(kind) ?? new Map<Id, AnyRecord | null>();
  }

  /** Every record of the kind that is known here, as it stands. */
  *known(kind: Kind): Iterable<AnyRecord> {
    for (const record of this.#records.get(kind)?.values() ?? []) if (record !== null) yield record;
  }

  get writes(): Writes {
    return this.#written;
  }
}

function mapOf<V>(maps: Map<Kind, Map<Id, V>>, kind: Kind): Map<Id, V> {
  let of = maps.get(kind);
  if (of === undefined) maps.set(kind, (of = new Map<Id, V>()));
  return of;
}
