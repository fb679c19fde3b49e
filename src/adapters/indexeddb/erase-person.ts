/**
 * Takes a person out of every object store, in one transaction: all of it or nothing, whenever the browser dies. Every row is
 * looked at, since a name may stand in any text; in slices, so that a large database is never in memory as a whole.
 */
import type { Erasing } from '../../domain/erasing/erasing.js';
import type { Erasure, ErasureReport } from '../../domain/erasing/erasure.js';
import { kinds, type AttachedFile, type ChangelogRow, type Kind } from '../../domain/records.js';
import { erasedRow } from '../local/changelog.js';
import { isLookedInto, lookThrough, nothingLeft, type Look } from '../local/erasing.js';
import type { Stamps } from '../local/keys.js';
import { dropUnnamed, textIn } from './blobs.js';
import { withoutGoneIds } from './expiry.js';
import { isLog, isPack, packsOf, repacked, unpacked, type Pack } from './log.js';
import { ERASED, forgottenIn, lastErasedIn, type CommitRow } from './revision.js';
import { fromRow, toRow } from './row.js';
import { COMMITS, KEYS, META, storeNames, type Row, type StoreName } from './stores.js';
import { result, results, transact } from './transact.js';

/** Rows read in one go. */
const SLICE = 500;

export interface Erased {
  readonly report: ErasureReport;
  /** The number of the commit; undefined = nothing was written. */
  readonly revision: number | undefined;
}

export function erasePerson(db: IDBDatabase, erasure: Erasure, preview: boolean, call: string): Promise<Erased> {
  return transact(db, storeNames as readonly StoreName[], preview ? 'readonly' : 'readwrite', 'strict', async (on) => {
    const looking = lookThrough(erasure);
    let step = looking.next();
    while (step.done !== true) {
      const { kind, each } = step.value;
      await records(on, kind, each);
      step = looking.next();
    }
    const erasing = step.value;
    if (erasing === null) return { report: nothingLeft, revision: undefined };
    for (const kind of kinds) if (kind !== 'changelog') await rewrite(on, kind, erasing, preview);
    await rewriteLog(on, 'changelog', erasing, preview);
    await rewriteLog(on, COMMITS, erasing, preview);
    const { report } = erasing;
    return { report, revision: preview ? undefined : await finish(on, erasing, erasure, call) };
  });
}

/** The numbers of the commits by which somebody was last erased, and all was last emptied (an erasure as well); 0 = never. */
export function lastErased(db: IDBDatabase): Promise<readonly [erased: number, forgotten: number]> {
  return transact(db, [META], 'readonly', 'relaxed', async (on) => [await lastErasedIn(on), await forgottenIn(on)]);
}

async function records(on: IDBTransaction, kind: Kind, each: Look['each']): Promise<void> {
  if (kind === 'file') return files(on, each);
  if (kind !== 'changelog') return slices<Row>(on, kind, ([, row]) => each(fromRow(kind, row)));
  await slices<Row | Pack>(on, kind, ([, row]) => unpacked(row).forEach((one) => each(one)));
  await slices<CommitRow>(on, COMMITS, ([, row]) => {
    if (isLog(row)) unpacked(row as Pack).forEach((one) => each(one));
  });
}

/** Each with what is written in it: one after the other, so that no two are in memory. */
async function files(on: IDBTransaction, each: Look['each']): Promise<void> {
  const written: AttachedFile[] = [];
  await slices<Row<AttachedFile>>(on, 'file', ([, row]) => {
    const file = fromRow('file', row);
    if (isLookedInto(file)) written.push(file);
    else each(file);
  });
  for (const file of written) each(file, await textIn(on, file.ref));
}

type Entry<V> = readonly [key: IDBValidKey, value: V];

/** Every row of a store, in the order of its keys; what `each` writes into the rows it has been given is not read again. */
async function slices<V>(on: IDBTransaction, name: StoreName, each: (entry: Entry<V>) => void): Promise<void> {
  const store = on.objectStore(name);
  for (let range: IDBKeyRange | null = null; ;) {
    const asked: readonly IDBRequest[] = [store.getAllKeys(range, SLICE), store.getAll(range, SLICE)];
    const [keys = [], values = []] = (await results(asked)) as [IDBValidKey[]?, V[]?];
    keys.forEach((key, i) => each([key, values[i]!]));
    const last = keys.at(-1);
    if (last === undefined || keys.length < SLICE) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

async function rewrite(on: IDBTransaction, kind: Kind, erasing: Erasing, preview: boolean): Promise<void> {
  const store = on.objectStore(kind);
  await slices<Row>(on, kind, ([key, row]) => {
    const record = fromRow(kind, row);
    const after = erasing.of(kind, record);
    if (preview || after === record) return;
    if (after === null) store.delete(key);
    else store.put(toRow(kind, after));
  });
}

/** Rows of a pack that go leave gaps: what stays on either side of one is a pack of its own. */
async function rewriteLog(
  on: IDBTransaction,
  name: 'changelog' | typeof COMMITS,
  erasing: Erasing,
  preview: boolean,
): Promise<void> {
  const store = on.objectStore(name);
  const log = on.objectStore('changelog');
  const added: Pack[] = [];
  await slices<Row | CommitRow>(on, name, ([key, row]) => {
    if (name === COMMITS && !isLog(row)) return;
    if (!isPack(row)) {
      // By itself: it came from a backup.
      const one = fromRow('changelog', row as Row);
      const after = erasing.of('changelog', one);
      if (preview || after === one) return;
      return void (after === null ? store.delete(key) : store.put(toRow('changelog', after)));
    }
    const packs = repacked(row, (one) => erasing.of('changelog', one) as ChangelogRow | null);
    if (preview || packs === null) return;
    if (name === COMMITS) {
      const { call } = row as CommitRow;
      // Its number is what commits are counted by.
      store.put({ ...(call !== undefined && { call }), ...packs.shift() }, key);
    } else store.delete(key);
    added.push(...packs);
  });
  // After the last slice: they would be looked at once more.
  for (const pack of added) log.put(pack);
}

async function finish(on: IDBTransaction, erasing: Erasing, erasure: Erasure, call: string): Promise<number> {
  const keys = on.objectStore(KEYS);
  await slices<Stamps>(on, KEYS, ([key, { first, derived }]) => {
    if (erasing.isNaming([key, first, derived], first.split(' ')[2])) keys.delete(key);
  });
  await dropUnnamed(on);
  const meta = on.objectStore(META);
  await slices<unknown>(on, META, ([key, value]) => {
    const left = withoutGoneIds(key, value, (id) => erasing.isNaming(id, id));
    if (left === null) meta.delete(key);
    else if (left !== value) meta.put(left, key);
  });
  const [pack] = packsOf([erasedRow(erasure)]);
  const number = (await result(on.objectStore(COMMITS).add({ call, ...pack }))) as number;
  meta.put(number, ERASED);
  return number;
}
