import { asCrmError } from '../../domain/errors.js';
import type { CrmError } from '../../domain/errors.js';
import { customKinds } from '../../domain/fields.js';
import { isEmpty } from '../../domain/matches.js';
import type { Window } from '../../domain/query.js';
import type { Id, Lead } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';

/** Records in one read. */
const AT_ONCE = 500;

/**
 * How many records hold a value of each field: leads, deals, persons and organizations, archived and closed ones, too. All
 * fields are counted on one way through, some records at a time.
 * @throws CrmError where the storage does not answer; an AbortError where it was given up
 */
async function countValues(store: CrmStore, signal: AbortSignal): Promise<ReadonlyMap<Id, number>> {
  const counts = new Map<Id, number>();
  const { seek } = store.abilities;
  for (const kind of customKinds) {
    let after: string | null = null;
    for (let offset = 0; ;) {
      signal.throwIfAborted();
      const window: Window = seek ? { offset, limit: AT_ONCE } : { after, limit: AT_ONCE };
      const page: Awaited<ReturnType<CrmStore['read']>> = await store.read(
        { kind, order: [{ field: 'id' }], window, pick: ['custom'], related: false },
        { signal },
      );
      for (const { custom } of page.records as readonly Pick<Lead, 'custom'>[])
        for (const [id, value] of Object.entries(custom))
          if (!isEmpty(value)) counts.set(id, (counts.get(id) ?? 0) + 1);
      offset += page.records.length;
      after = page.next ?? null;
      const end = seek ? page.total !== undefined && offset >= page.total : after === null;
      if (end || page.records.length === 0) break;
    }
  }
  return counts;
}

/** Counts while the dialog is open; the numbers of the last time stay until there are others. */
export class Counting {
  counts: ReadonlyMap<Id, number> | null = null;
  #under: AbortController | null = null;

  /** @returns what kept it from counting; null where nothing did, or where it was given up */
  async begin(store: CrmStore): Promise<CrmError | null> {
    this.stop();
    const { signal } = (this.#under = new AbortController());
    try {
      const counts = await countValues(store, signal);
      if (!signal.aborted) this.counts = counts;
      return null;
    } catch (thrown) {
      return signal.aborted ? null : asCrmError(thrown);
    }
  }

  stop(): void {
    this.#under?.abort();
    this.#under = null;
  }
}
