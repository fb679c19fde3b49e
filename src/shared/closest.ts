import type { Page, Query } from '../domain/query.js';
import type { Kind } from '../domain/records.js';
import { ranked } from '../domain/search-rank.js';
import type { CrmStore } from '../store/api.js';

/** What is read to tell which are the closest: of words that many have, the very one is not left out behind others. */
const LOOKED_AT = 200;

/**
 * Those of a kind that answer words best, for a list of a few to choose from: one of exactly that name comes first,
 * wherever it stands in the order of the storage, which is kept where nothing is written.
 * @param words what is written, where the query does not say it as its `search`
 */
export async function closest<K extends Kind>(
  store: CrmStore,
  query: Omit<Query<K>, 'today' | 'window'>,
  few: number,
  signal: AbortSignal,
  words = query.search ?? '',
): Promise<Pick<Page<K>, 'records' | 'related'>> {
  const limit = words.trim() === '' ? few : LOOKED_AT;
  const { records, related } = await store.read({ ...query, window: { after: null, limit } }, { signal });
  return { records: ranked(records, words).slice(0, few), related };
}
