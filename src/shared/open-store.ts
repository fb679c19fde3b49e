import type { CrmAdapter } from '../adapters/adapter.js';
import { dayIn } from '../domain/dates.js';
import { defaultChanges } from '../domain/defaults.js';
import { asCrmError } from '../domain/errors.js';
import { provider as english } from '../i18n/en/provider.js';
import { loadLanguage, wordsOf } from '../i18n/words.js';
import { localUser } from '../store/settings.js';
import { storeFor } from '../store/stores.js';
import type { Lease, StoreSetup } from '../store/stores.js';

/**
 * The store over the IndexedDB database of that name: one for each name on the page. Its code is fetched only here, so
 * that a page with an adapter of its own does not pay for it. An empty database begins with a pipeline and its stages.
 * @param lang what these are called in
 * @throws CrmError `unavailable` where the code or the database cannot be had
 */
export async function openDatabase(name: string, setup: StoreSetup, lang: string): Promise<Lease> {
  const { indexeddbAdapter } = await import('../adapters/indexeddb.js');
  const lease = storeFor(name, setup, () => indexeddbAdapter({ name }));
  try {
    await begin(lease.store.adapter, setup, lang);
    return lease;
  } catch (thrown) {
    lease.release();
    throw thrown;
  }
}

/** Gives an empty database its pipeline and user. Two tabs that do it at once give the same ids: the second is told so. */
async function begin(adapter: CrmAdapter, setup: StoreSetup, lang: string): Promise<void> {
  const now = setup.clock?.now() ?? Date.now();
  const today = dayIn(setup.timeZone ?? 'UTC', now);
  const window = { offset: 0, limit: 1 } as const;
  try {
    const { records } = await adapter.read({ kind: 'pipeline', today, window });
    if (records.length > 0) return;
    await loadLanguage(lang);
    const t = wordsOf('provider', english, lang);
    const names = { pipeline: t.pipeline, stages: [t.stage1, t.stage2, t.stage3, t.stage4, t.stage5, t.stage6] };
    await adapter.commit(defaultChanges(new Date(now).toISOString(), names, setup.user ?? localUser));
  } catch (thrown) {
    const { code } = asCrmError(thrown);
    // Another tab was first, or nothing can be written: what can be shown is shown, and the notice says the rest.
    if (code !== 'conflict' && code !== 'denied' && code !== 'quota') throw thrown;
  }
}
