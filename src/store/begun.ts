import type { CrmAdapter } from '../adapters/adapter.js';
import type { Page, Query } from '../domain/query.js';
import type { Kind } from '../domain/records.js';

/**
 * Reads that are begun before the code that looks after calls (`calls.ts`) is here: retries, time-outs and what is wrong with
 * an answer are its part. Who then reads the same takes over what was begun, whatever has become of it.
 */
export class Begun {
  readonly #reads = new Map<string, Promise<unknown>>();
  readonly #end = new AbortController();

  constructor(readonly adapter: CrmAdapter) {}

  /** @returns null = nothing that could be shown */
  async page<K extends Kind>(query: Query<K>): Promise<Page<K> | null> {
    const { signal } = this.#end;
    const answer = new Promise((resolve) => resolve(this.adapter.read(query, { signal })));
    this.#reads.set(keyOf(query), answer);
    try {
      const page: unknown = await answer;
      return isPage<K>(page) && !signal.aborted ? page : null;
    } catch {
      return null;
    }
  }

  /** undefined = it was not begun. */
  taken(query: Query): Promise<unknown> | undefined {
    return this.#reads.get(keyOf(query));
  }

  /** What was begun may be old. */
  forget(): void {
    this.#reads.clear();
  }

  close(): void {
    this.forget();
    this.#end.abort();
  }
}

function keyOf({ kind, where, search, order, today, related, pick, window }: Query): string {
  return JSON.stringify([kind, where, search, order, today, related, pick, window]);
}

function isPage<K extends Kind>(answer: unknown): answer is Page<K> {
  const { records, total } = (answer ?? {}) as { records?: unknown; total?: unknown };
  if (!Array.isArray(records) || (total !== undefined && !(typeof total === 'number' && total >= 0))) return false;
  const ids = new Set(records.map((record: { id?: unknown } | null) => record?.id));
  return ids.size === records.length && [...ids].every((id) => typeof id === 'string');
}
