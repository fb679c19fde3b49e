/**
 * Empties the whole database in one transaction: all of it or nothing. The storage itself sees to it that what is being written
 * comes before, and unlike deleting the database it waits for no other tab to let go. The counter of commits goes on, so that
 * those hear of it as they hear of any commit.
 */
import { CrmError } from '../../domain/errors.js';
import type { CrmAdapter } from '../adapter.js';
import type { Marker } from './marker.js';
import { ERASED, FORGOTTEN, forgottenIn, isCommitted } from './revision.js';
import { STAMPED } from './stamp-entries.js';
import { COMMITS, META, type StoreName } from './stores.js';
import { result, results, transact } from './transact.js';

/** What says how the database is laid out, and nothing of what is in it. */
const layout: readonly string[] = ['oldestWriter', STAMPED];

/**
 * Also stores that only a later version of the layout has.
 * @param call a text that no other call has
 * @returns the number of the commit
 */
export function forgetAll(db: IDBDatabase, call: string): Promise<number> {
  return transact(db, [...db.objectStoreNames] as StoreName[], 'readwrite', 'strict', async (on) => {
    // It went through, and its end was not heard of: what others have begun since is theirs.
    if (await isCommitted(on, call)) return forgottenIn(on);
    const meta = on.objectStore(META);
    const kept = await results<unknown>(layout.map((name) => meta.get(name)));
    for (const name of on.objectStoreNames) on.objectStore(name).clear();
    layout.forEach((name, i) => kept[i] !== undefined && meta.put(kept[i], name));
    const number = (await result(on.objectStore(COMMITS).add({ call }))) as number;
    meta.put(number, ERASED);
    meta.put(number, FORGOTTEN);
    return number;
  });
}

/** In the storage's place. Where there were records, to say that they are gone would not be true: they cannot be got at. */
export async function forgetMemory(memory: CrmAdapter, marker: Marker): Promise<void> {
  if (marker.isSet())
    throw new CrmError(
      'unavailable',
      'The records of this browser cannot be opened, so they are still there. Close other tabs, reload, try again.',
      { reason: 'unopened' },
    );
  await memory.forget!();
}
