import { provider as english } from '../i18n/first/provider.js';
import { loadLanguage, wordsOf } from '../i18n/words.js';
import { storeFor } from '../store/stores.js';
import { databaseCode, expectDatabase, takeOpened } from './early-open.js';
import type { Lease, StoreSetup } from '../store/stores.js';

/**
 * The store over the IndexedDB database of that name: one for each name on the page. Its code is fetched only here, so
 * that a page with an adapter of its own does not pay for it.
 * @param lang what the pipeline and the stages are called in that an empty database begins with
 * @throws CrmError `unavailable` where the code cannot be had
 */
export async function openDatabase(name: string, setup: StoreSetup, lang: string): Promise<Lease> {
  expectDatabase(name);
  const [{ beginIndexeddb }] = await Promise.all([databaseCode.need(), loadLanguage(lang)]);
  const t = wordsOf('provider', english, lang);
  const names = { pipeline: t.pipeline, stages: [t.stage1, t.stage2, t.stage3, t.stage4, t.stage5, t.stage6] };
  const opened = takeOpened(name);
  let used = false;
  const lease = storeFor(name, { names, ...setup }, () => {
    used = true;
    return beginIndexeddb({ name, ...(opened && { opened }) });
  });
  // There is a store over it already, with a connection of its own.
  if (!used) void opened?.then((db) => db?.close());
  return lease;
}
