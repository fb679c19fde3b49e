/**
 * What has been committed lately, by number: enough to know that a record is still as it was read, without reading it again.
 * Every commit of every tab takes the next number of one count, within its own transaction. Whoever has the number that follows
 * those he knows knows of all that was stored before him.
 */
import type { Query } from '../../domain/query.js';
import type { AnyRecord, Id, Kind } from '../../domain/records.js';
import { same } from '../../domain/same.js';
import type { Writes } from '../local/commit.js';

/** What expires is taken out without a number (`sweep.ts`). */
const swept: ReadonlySet<Kind> = new Set<Kind>(['conversion', 'trash', 'import', 'importChunk', 'changelog']);
/** Ids of what was written here that are kept; about a hundred bytes each. */
const mostIds = 4_000;

interface Read {
  /** All commits up to this number are in it. */
  readonly seen: number;
  /** What it was: whoever has it may have written into it. */
  readonly was: AnyRecord;
}
interface Own {
  readonly number: number;
  readonly ids: ReadonlyMap<Kind, ReadonlySet<Id>>;
  readonly count: number;
}

export class Lately {
  #read = new WeakMap<AnyRecord, Read>();
  /** Our own that follow each other without a gap, the last ones. */
  readonly #own: Own[] = [];
  #ids = 0;

  /**
   * Records that a command may be made from.
   * @param seen all commits up to this number had been stored before they were asked for; undefined = not known
   */
  read({ kind, where }: Query, records: readonly AnyRecord[], seen: number | undefined): void {
    const asked = where !== undefined && 'field' in where && where.op === 'in';
    if (seen !== undefined && asked && !swept.has(kind))
      for (const record of records) this.#read.set(record, { seen, was: copyOf(record) });
  }

  /** What was stored here, under this number. */
  wrote(number: number, writes: Writes): void {
    const last = this.#own.at(-1);
    if (last !== undefined && number !== last.number + 1) this.#drop(this.#own.length);
    const ids = new Map([...writes].map(([kind, records]) => [kind, new Set(records.keys())]));
    const count = [...ids.values()].reduce((sum, { size }) => sum + size, 0);
    this.#own.push({ number, ids, count });
    this.#ids += count;
    let most = 0;
    for (let ids = this.#ids; ids > mostIds; ids -= this.#own[most++]!.count);
    this.#drop(most);
  }

  #drop(count: number): void {
    for (const own of this.#own.splice(0, count)) this.#ids -= own.count;
  }

  /** Others have stored something: what was read before may be old, and is looked at where it counts. */
  heard(): void {
    this.#read = new WeakMap();
  }

  /** Up to which commit this record is known; undefined = it is to be looked at. */
  asOf(record: AnyRecord): number | undefined {
    const read = this.#read.get(record);
    return read !== undefined && same(read.was, record) ? read.seen : undefined;
  }

  /**
   * Is the record that was read as of `seen` what a commit finds that has this number? False also where nobody knows.
   */
  isSame(kind: Kind, id: Id, seen: number, number: number): boolean {
    if (seen >= number - 1) return true;
    const first = this.#own[0];
    // Between them there are only ours, and all of those are known.
    if (first === undefined || first.number > seen + 1 || this.#own.at(-1)!.number !== number - 1) return false;
    return this.#own.every((own) => own.number <= seen || own.ids.get(kind)?.has(id) !== true);
  }
}

/** Of plain data, as it comes from the storage. */
function copyOf<V>(value: V): V {
  if (Array.isArray(value))
    return value.map((item: unknown) => (typeof item === 'object' && item !== null ? copyOf(item) : item)) as V;
  const copy = { ...value } as Record<string, unknown>;
  for (const key of Object.keys(copy)) {
    const item = copy[key];
    if (typeof item === 'object' && item !== null) copy[key] = copyOf(item);
  }
  return copy as V;
}
