import type { Change } from '../../domain/change.js';
import type { AnyRecord, Id, Kind } from '../../domain/records.js';

export type Write = (kind: Kind, id: Id, record: AnyRecord | null, isNew: boolean) => void;
/** One change of the commit, with the record before and after it. */
export interface Touched {
  readonly change: Change;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

export type Writes = ReadonlyMap<Kind, ReadonlyMap<Id, AnyRecord | null>>;

/** The records as they stand in the middle of the commit: what was read, overlaid by what was changed. */
export class Draft {
  readonly #records = new Map<Kind, Map<Id, AnyRecord | null>>();
  readonly #written = new Map<Kind, Map<Id, AnyRecord | null>>();
  readonly #fresh = new Map<Kind, Set<Id>>();

  readonly #handed = new Map<Kind, Set<Id>>();

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
    if ((this.get(kind, id) ?? null) === null && record !== null && !this.#written.get(kind)?.has(id)) {
      const of = this.#fresh.get(kind);
      if (of === undefined) this.#fresh.set(kind, new Set([id]));
      else of.add(id);
    }
    mapOf(this.#records, kind).set(id, record);
    mapOf(this.#written, kind).set(id, record);
  }

  isNew(kind: Kind, id: Id): boolean {
    return this.#fresh.get(kind)?.has(id) === true;
  }

  written(kind: Kind): ReadonlyMap<Id, AnyRecord | null> {
    return this.#written.get(kind) ?? new Map<Id, AnyRecord | null>();
  }

  /** Hands the record over as it is to be stored, once; nothing where this commit does not touch it. */
  hand(kind: Kind, id: Id, write: Write): void {
    const record = this.#written.get(kind)?.get(id);
    if (record === undefined) return;
    const handed = this.#handed.get(kind) ?? new Set<Id>();
    if (handed.has(id)) return;
    this.#handed.set(kind, handed.add(id));
    write(kind, id, record, this.isNew(kind, id));
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
