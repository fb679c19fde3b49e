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

/** A range of ids that was read within a transaction, and held these rows and no others: it can be deleted as one. */
interface Whole {
  readonly range: IDBKeyRange;
  readonly ids: ReadonlySet<string>;
  /** Not answered yet: somebody counts on it. */
  used: boolean;
}
const wholes = new WeakMap<IDBTransaction, Map<Kind, Whole>>();
/** Where the last range was one: a guess, as `sideBySide` is, until the rows are there. */
const alone = new Set<Kind>();

function keepWhole(transaction: IDBTransaction, kind: Kind, range: IDBKeyRange, ids: ReadonlySet<string>): Whole {
  let kinds = wholes.get(transaction);
  if (kinds === undefined) wholes.set(transaction, (kinds = new Map<Kind, Whole>()));
  const whole: Whole = { range, ids, used: false };
  kinds.set(kind, whole);
  return whole;
}

function forgetWhole(transaction: IDBTransaction, kind: Kind, whole: Whole): void {
  const kinds = wholes.get(transaction);
  if (kinds?.get(kind) === whole) kinds.delete(kind);
}

/** The range that holds these rows and no others, where one was read; `askAtOnce` finds none of them where that was wrong. */
export function wholeRange(transaction: IDBTransaction, kind: Kind, ids: readonly string[]): IDBKeyRange | undefined {
  const whole = wholes.get(transaction)?.get(kind);
  if (whole === undefined || whole.ids.size !== ids.length || !ids.every((id) => whole.ids.has(id))) return undefined;
  whole.used = true;
  return whole.range;
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
  const whole = alone.has(kind) ? keepWhole(transaction, kind, range, wanted) : undefined;
  const found = (): Row[] => {
    const rows = request.result.filter(({ id }) => wanted.has(id));
    // Asked for one by one from now on.
    if (rows.length < ids.length) sideBySide.delete(name);
    const isWhole = rows.length === ids.length && request.result.length === ids.length;
    alone[isWhole ? 'add' : 'delete'](kind);
    if (isWhole || whole === undefined) return rows;
    // Not counted on by anybody who comes after this answer: what lies between would be deleted along.
    forgetWhole(transaction, kind, whole);
    return whole.used ? [] : rows;
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
      this.asked = [this.#atOnce ? this.#source.getAll(this.#range, most) : this.#source.getAllKeys(this.#range, most)];
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

  /** Keys in the range; beyond what is worth reading, not all of them. */
  get #count(): number {
    return (this.asked[0]!.result as readonly unknown[]).length;
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
    const rows = found.filter((row) => held(row).some((key) => wanted.has(key)));
    if (field === 'id') {
      const isWhole = rows.length === keys.length && this.#count === keys.length;
      alone[isWhole ? 'add' : 'delete'](this.#want.kind);
      if (isWhole) keepWhole(this.#store.transaction, this.#want.kind, this.#range, wanted);
    }
    return rows;
  }
}
