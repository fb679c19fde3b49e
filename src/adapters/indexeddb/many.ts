/**
 * Rows for many keys of stores or indexes. Ids begin with the time they were made at, so that records that are worked on
 * together (an import, a selection of the inbox) lie together: one range read brings them for the price of a few requests,
 * and tells of those that are not there without asking for each.
 */
import type { Kind } from '../../domain/records.js';
import type { Row } from './stores.js';
import { results } from './transact.js';

/** Fewer are asked for one by one: looking for the range first takes one way there and back more. */
const fewKeys = 24;
/** Keys in the range, others' included, for each one that is wanted: beyond that the range is not worth reading. */
const spread = 2;

export interface Want {
  readonly kind: Kind;
  /** `id`, or a field with an index. */
  readonly field: string;
  /** All different, none empty. */
  readonly keys: readonly string[];
}

type Asked = readonly IDBRequest[];

/**
 * Where the last keys lay side by side: the rows of the range are asked for at once, which saves one way there and back. A
 * guess: where there are others between them this time, that many rows at most are read in vain.
 */
const sideBySide = new Set<string>();

/** The last range of ids that a transaction has asked for, answered or not. */
interface Read {
  readonly range: IDBKeyRange;
  readonly ids: ReadonlySet<string>;
  /** For the rows, or the ids, that lie in the range; of others between them, only so many that they are noticed. */
  readonly request: IDBRequest;
}
const reads = new WeakMap<IDBTransaction, Map<Kind, Read>>();

function keepRead(transaction: IDBTransaction, kind: Kind, read: Read): void {
  let kinds = reads.get(transaction);
  if (kinds === undefined) reads.set(transaction, (kinds = new Map<Kind, Read>()));
  kinds.set(kind, read);
}

/** To be asked when the answer is there. @returns whether the range holds these ids and no others */
function holdsAlone({ ids, request }: Read): boolean {
  const held = request.result as readonly (Row | string)[];
  return held.length === ids.size && held.every((each) => ids.has(typeof each === 'string' ? each : each.id));
}

/**
 * Deletes rows of a kind of which the transaction writes no others: as one where it has read that they lie side by side with none
 * between. Where that is still being read they are deleted when it is answered: nothing is deleted on a guess.
 */
export function deleteRows(transaction: IDBTransaction, kind: Kind, ids: readonly string[]): void {
  const store = transaction.objectStore(kind);
  const read = reads.get(transaction)?.get(kind);
  const isOfThese = read !== undefined && read.ids.size === ids.length && ids.every((id) => read.ids.has(id));
  const go = (): void => {
    for (const key of isOfThese && holdsAlone(read) ? [read.range] : ids) store.delete(key);
  };
  if (isOfThese && read.request.readyState === 'pending') read.request.addEventListener('success', go);
  else go();
}

/** For each want the rows whose field is one of its keys, in no order. */
export async function rowsOf(transaction: IDBTransaction, wants: readonly Want[]): Promise<Row[][]> {
  const first = wants.map((want) => new Search(transaction, want));
  await results(first.flatMap(({ asked }) => asked));
  const second = first.map((search) => search.next());
  await results(second.flat());
  return first.map((search, i) => search.rows(second[i]!));
}

/**
 * Rows by their ids with one way there and back, to be asked for before something else is written. Of those that lie between
 * others, some may not be found.
 */
export function askAtOnce(
  transaction: IDBTransaction,
  kind: Kind,
  ids: readonly string[],
): { readonly asked: Asked; found(): Row[] } {
  const store = transaction.objectStore(kind);
  const name = `${kind} id`;
  if (ids.length < fewKeys || !sideBySide.has(name)) {
    const asked = ids.map((id) => store.get(id) as IDBRequest<Row | undefined>);
    return { asked, found: () => asked.flatMap(({ result }) => result ?? []) };
  }
  const wanted = new Set(ids);
  const sorted = [...ids].sort();
  const range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
  const request = store.getAll(range, ids.length * spread + 1) as IDBRequest<Row[]>;
  keepRead(transaction, kind, { range, ids: wanted, request });
  const found = (): Row[] => {
    const rows = request.result.filter(({ id }) => wanted.has(id));
    // Asked for one by one from now on.
    if (rows.length < ids.length) sideBySide.delete(name);
    return rows;
  };
  return { asked: [request], found };
}

class Search {
  readonly #store: IDBObjectStore;
  readonly #source: IDBObjectStore | IDBIndex;
  readonly #want: Want;
  readonly #range: IDBKeyRange | null = null;
  readonly #name: string;
  readonly #atOnce: boolean;
  /** The rows one by one, or the primary keys in the range. */
  readonly asked: Asked;

  constructor(transaction: IDBTransaction, want: Want) {
    const { kind, field, keys } = want;
    this.#want = want;
    this.#name = `${kind} ${field}`;
    this.#atOnce = keys.length >= fewKeys && sideBySide.has(this.#name);
    this.#store = transaction.objectStore(kind);
    this.#source = field === 'id' ? this.#store : this.#store.index(field);
    if (keys.length < fewKeys) this.asked = this.#each(keys);
    else {
      const sorted = [...keys].sort();
      this.#range = IDBKeyRange.bound(sorted[0], sorted.at(-1));
      const most = keys.length * spread + 1;
      const request = this.#source[this.#atOnce ? 'getAll' : 'getAllKeys'](this.#range, most) as IDBRequest;
      this.asked = [request];
      if (field === 'id') keepRead(transaction, kind, { range: this.#range, ids: new Set(keys), request });
    }
  }

  #each(keys: readonly string[]): Asked {
    if (this.#source === this.#store) return keys.map((key) => this.#store.get(key));
    return keys.map((key) => this.#source.getAll(key));
  }

  /** What is still to be asked for when the first answers are there. */
  next(): Asked {
    if (this.#range === null) return [];
    const { keys } = this.#want;
    const near = this.asked[0]!.result as readonly string[];
    if (near.length > keys.length * spread) {
      sideBySide.delete(this.#name);
      return this.#each(keys);
    }
    if (near.length === 0 || this.#atOnce) return [];
    if (this.#source === this.#store) {
      const wanted = new Set(keys);
      const there = near.filter((key) => wanted.has(key));
      if (there.length < fewKeys) return this.#each(there);
    }
    sideBySide.add(this.#name);
    return [this.#source.getAll(this.#range)];
  }

  rows(second: Asked): Row[] {
    const { field, keys } = this.#want;
    const first = this.#range === null || (this.#atOnce && second.length === 0);
    const found = (first ? this.asked : second).flatMap(
      (request) => ((request.result as unknown) ?? []) as Row | readonly Row[],
    );
    if (this.#range === null) return found;
    const wanted = new Set(keys);
    // A list holds several of them.
    const held = (row: Row): readonly string[] =>
      [(row as unknown as Readonly<Record<string, string | readonly string[]>>)[field]!].flat();
    return found.filter((row) => held(row).some((key) => wanted.has(key)));
  }
}
