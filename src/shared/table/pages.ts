import type { Kind, RecordOf } from '../../domain/records.js';
import type { CrmStore, ListQuery } from '../../store/api.js';

/** Records read at a time. */
const page = 500;

/** All records that match, in order, page by page, so that a hundred thousand of them are never held at once. @param read awaited for each page */
export async function* recordsOf<K extends Kind>(
  store: CrmStore,
  query: ListQuery<K>,
  read?: (records: readonly RecordOf[K][]) => Promise<void>,
): AsyncGenerator<RecordOf[K]> {
  const { seek } = store.abilities;
  let after: string | null = null;
  for (let offset = 0; ; offset += page) {
    const answer: { records: readonly RecordOf[K][]; next?: string | null } = await store.read<K>({
      ...query,
      window: seek ? { offset, limit: page } : { after, limit: page },
    });
    await read?.(answer.records);
    yield* answer.records;
    after = answer.next ?? null;
    if (seek ? answer.records.length < page : after === null) return;
  }
}
