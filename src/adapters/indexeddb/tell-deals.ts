/**
 * From layout 7 to 8: rows of the changelog say in which deals they are told, and those of one commit stand in their order. A pack
 * makes the ids of its rows when it is read; rows that lie by themselves get theirs here.
 */
import { renumbered } from '../../domain/row-id.js';
import { Before } from '../../domain/told-before.js';
import { isTold, toldKinds } from '../../domain/told-to.js';
import type { AnyRecord, ChangelogRow } from '../../domain/records.js';
import { isPack, withDeals, type Pack } from './log.js';
import { COMMITS, type Row } from './stores.js';

/** Rows read in one go. */
const sliceSize = 500;

type Found = readonly [store: IDBObjectStore, key: IDBValidKey, row: ChangelogRow | Pack];

export function tellDeals(transaction: IDBTransaction): void {
  const before = new Before();
  const found: Found[] = [];
  const learn = [...toldKinds, 'trash'].map((kind) => (then: () => void) => {
    const each = (_key: IDBValidKey, row: unknown): void => before.learn(kind as 'trash', row as Row<never>);
    slices(transaction.objectStore(kind), each, then);
  });
  const look = (['changelog', COMMITS] as const).map((name) => (then: () => void) => {
    const store = transaction.objectStore(name);
    const each = (key: IDBValidKey, row: object): void => {
      if (isPack(row) ? !row.rows.some(({ of }) => isTold(of)) : !isTold((row as ChangelogRow).of)) {
        if (!isPack(row) && name === 'changelog') rename(store, row as ChangelogRow);
        return;
      }
      before.read(isPack(row) ? row.rows : [row as ChangelogRow]);
      found.push([store, key, row as Pack]);
    };
    slices(store, each, then);
  });
  inTurn([...learn, ...look], () => {
    for (const [store, key, row] of found)
      if (!isPack(row)) rename(store, { ...row, ...before.of(row) });
      else {
        const told = withDeals(row, (one) => before.of(one));
        if (told !== null) store.put(told, ...(store.keyPath === null ? [key] : []));
      }
  });
}

/** Writes it anew only where it is another one. */
function rename(store: IDBObjectStore, row: ChangelogRow): void {
  const id = renumbered(row);
  if (id !== row.id) store.delete(row.id);
  if (id !== row.id || row.dealIds?.length > 0) store.put({ ...row, id });
}

function inTurn(steps: readonly ((then: () => void) => void)[], end: () => void): void {
  const [step, ...rest] = steps;
  if (step === undefined) end();
  else step(() => inTurn(rest, end));
}

/** Every row of a store in the order of its keys. */
function slices(store: IDBObjectStore, each: (key: IDBValidKey, row: AnyRecord) => void, end: () => void): void {
  const from = (range: IDBKeyRange | null): void => {
    const keys = store.getAllKeys(range, sliceSize);
    const rows = store.getAll(range, sliceSize) as IDBRequest<AnyRecord[]>;
    rows.onsuccess = () => {
      rows.result.forEach((row, i) => each(keys.result[i]!, row));
      const last = keys.result.at(-1);
      if (last === undefined || rows.result.length < sliceSize) end();
      else from(IDBKeyRange.lowerBound(last, true));
    };
  };
  from(null);
}
