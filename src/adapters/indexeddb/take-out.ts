/**
 * Many rows taken out at once. Ids begin with the time they were made at, so that what goes together (a selection of an import
 * that becomes deals) mostly lies side by side: a range is taken out for the price of a row or two.
 */
import type { Id } from '../../domain/records.js';

/** Fewer are taken out one by one: looking what lies between them would cost as much. */
const fewIds = 8;
/** Keys in the range, others' included, for each one that goes: beyond that the range is not worth reading. */
const spread = 4;

/**
 * To be called when nothing else is going to be written to the store: what lies between the rows is looked at once.
 * @param ids all different
 */
export function takeOut(store: IDBObjectStore, ids: readonly Id[]): void {
  if (ids.length < fewIds) return each(store, ids);
  const sorted = [...ids].sort();
  const most = ids.length * spread;
  const asked = store.getAllKeys(IDBKeyRange.bound(sorted[0], sorted.at(-1)), most + 1);
  asked.onsuccess = () => {
    const there = asked.result as Id[];
    if (there.length > most) return each(store, ids);
    for (const [first, last] of runsOf(there, new Set(ids)))
      store.delete(first === last ? first : IDBKeyRange.bound(first, last));
  };
}

function each(store: IDBObjectStore, ids: readonly Id[]): void {
  for (const id of ids) store.delete(id);
}

/** First and last of those that go and lie side by side, with nobody else's in between. @param there all keys, in order */
function* runsOf(there: readonly Id[], going: ReadonlySet<Id>): Iterable<readonly [first: Id, last: Id]> {
  let first: Id | undefined;
  let last: Id | undefined;
  for (const id of there) {
    if (going.has(id)) {
      first ??= id;
      last = id;
    } else if (first !== undefined) {
      yield [first, last!];
      first = undefined;
    }
  }
  if (first !== undefined) yield [first, last!];
}
