/**
 * The bytes of files, in an object store of their own: as bytes and a type, since Safari has lost what lay there as a `Blob`.
 * Which of them no record names any more, and since when that is known, is kept in `META`, so that it is written without the bytes.
 */
import { CrmError } from '../../domain/errors.js';
import type { AttachedFile, Trash } from '../../domain/records.js';
import { forgotten } from '../../domain/forgotten.js';
import { forgottenIn } from './revision.js';
import { BLOBS, META, type Row } from './stores.js';
import { result, results, transact } from './transact.js';

export interface Bytes {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

/** Under which `META` has when each of those that nothing names was found to be so: milliseconds since 1970. */
export const UNNAMED = 'unnamedBlobs';
/** And when they were last looked for. */
const SWEPT = 'blobsSwept';
type Unnamed = Readonly<Record<string, number>>;

const DAY = 86_400_000;
/** A deleted file can be given back for so long; an upload that is under way has long ended. */
const kept = 30 * DAY;
/** Rows read in one go. */
const SLICE = 500;

/**
 * Once under a key, however often it is put: all of it is stored, or nothing.
 * @param upTo the commit up to which it is known whether all was emptied
 */
export async function putBlob(db: IDBDatabase, ref: string, { bytes, type }: Bytes, upTo: number): Promise<void> {
  await transact(db, [BLOBS, META], 'readwrite', 'strict', async (on) => {
    if ((await forgottenIn(on)) > upTo) throw forgotten();
    const store = on.objectStore(BLOBS);
    const asked: readonly IDBRequest[] = [store.getKey(ref), on.objectStore(META).get(UNNAMED)];
    const [there, marks] = (await results(asked)) as [IDBValidKey | undefined, Unnamed | undefined];
    if (there === undefined) store.put({ bytes, type } satisfies Bytes, ref);
    // Somebody is about to name it: it has its thirty days anew.
    else if (marks !== undefined && ref in marks) putMarks(on, without(marks, [ref]));
  });
}

/** @throws CrmError `not-found` */
export async function getBlob(db: IDBDatabase, ref: string): Promise<Blob> {
  const found = await transact(db, [BLOBS], 'readonly', 'relaxed', (on) =>
    result(on.objectStore(BLOBS).get(ref) as IDBRequest<Bytes | undefined>),
  );
  if (found === undefined) throw new CrmError('not-found', `There is no file "${ref}" (any more).`);
  return new Blob([found.bytes], { type: found.type });
}

export async function hasBlobs(db: IDBDatabase, refs: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = await transact(db, [BLOBS], 'readonly', 'relaxed', (on) =>
    results(refs.map((ref) => on.objectStore(BLOBS).getKey(ref))),
  );
  return new Set(refs.filter((_, i) => keys[i] !== undefined));
}

/**
 * Takes out what no record has named for thirty days, and notes what none names now: at most once a day, in one transaction, so that
 * nobody names one meanwhile.
 * @param now milliseconds since 1970
 */
export function sweepBlobs(db: IDBDatabase, now: number): Promise<void> {
  return transact(db, [BLOBS, META, 'file', 'trash'], 'readwrite', 'relaxed', async (on) => {
    const meta = on.objectStore(META);
    const [swept = 0, marks = {}] = (await results<unknown>([meta.get(SWEPT), meta.get(UNNAMED)])) as [
      number?,
      Unnamed?,
    ];
    // A clock that was put back does not keep it from being done.
    if (now >= swept && now - swept < DAY) return;
    meta.put(now, SWEPT);
    const unnamed = await unnamedIn(on);
    const over = unnamed.filter((ref) => (marks[ref] ?? now) <= now - kept);
    for (const ref of over) on.objectStore(BLOBS).delete(ref);
    const left = unnamed.filter((ref) => !over.includes(ref));
    putMarks(on, Object.fromEntries(left.map((ref) => [ref, marks[ref] ?? now])));
  });
}

/** What is written there. @param on has every store */
export async function textIn(on: IDBTransaction, ref: string): Promise<string> {
  const found = await result(on.objectStore(BLOBS).get(ref) as IDBRequest<Bytes | undefined>);
  return new TextDecoder().decode(found?.bytes);
}

/** At once: what was a person's stays for no thirty days. @param on has every store */
export async function dropUnnamed(on: IDBTransaction): Promise<void> {
  for (const ref of await unnamedIn(on)) on.objectStore(BLOBS).delete(ref);
  on.objectStore(META).delete(UNNAMED);
}

async function unnamedIn(on: IDBTransaction): Promise<readonly string[]> {
  const refs = (await result(on.objectStore(BLOBS).getAllKeys())) as string[];
  if (refs.length === 0) return [];
  const named = new Set<unknown>();
  await each<AttachedFile>(on, 'file', ({ ref }) => named.add(ref));
  await each<Trash>(on, 'trash', ({ files }) => files?.forEach(({ ref }) => named.add(ref)));
  return refs.filter((ref) => !named.has(ref));
}

async function each<R extends AttachedFile | Trash>(
  on: IDBTransaction,
  kind: 'file' | 'trash',
  look: (row: R) => void,
): Promise<void> {
  const store = on.objectStore(kind);
  for (let range: IDBKeyRange | null = null; ;) {
    const rows = await result(store.getAll(range, SLICE) as IDBRequest<(Row & R)[]>);
    rows.forEach(look);
    if (rows.length < SLICE) return;
    range = IDBKeyRange.lowerBound(rows.at(-1)!.id, true);
  }
}

function putMarks(on: IDBTransaction, marks: Unnamed): void {
  const meta = on.objectStore(META);
  if (Object.keys(marks).length === 0) meta.delete(UNNAMED);
  else meta.put(marks, UNNAMED);
}

function without(marks: Unnamed, refs: readonly string[]): Unnamed {
  return Object.fromEntries(Object.entries(marks).filter(([ref]) => !refs.includes(ref)));
}
