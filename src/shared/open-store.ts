import { beginIndexeddb } from '../adapters/indexeddb/begin.js';
import { loadLanguage } from '../i18n/words.js';
import { storeFor } from '../store/stores.js';
import { openExisting, takeOpened } from './early-open.js';
import type { Lease, StoreSetup } from '../store/stores.js';

/** Milliseconds after which a database that is not open yet is waited for by whoever reads of it. */
const PATIENCE = 100;

/**
 * The store over the IndexedDB database of that name: one for each name on the page.
 * @param lang what the pipeline and the stages are called in that an empty database begins with
 */
export async function openDatabase(name: string, setup: StoreSetup, lang: string): Promise<Lease> {
  const opened = takeOpened(name) ?? openExisting(name);
  await Promise.all([loadLanguage(lang), Promise.race([opened, new Promise((end) => setTimeout(end, PATIENCE))])]);
  const names = async () => (await import('./first-names.js')).firstNames(lang);
  let used = false;
  const lease = storeFor(name, { names, ...setup }, () => {
    used = true;
    return beginIndexeddb({ name, opened });
  });
  // There is a store over it already, with a connection of its own.
  if (!used) void opened.then((db) => db?.close());
  return lease;
}
