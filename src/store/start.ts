import type { CrmAdapter } from '../adapters/adapter.js';
import type { Page, Query } from '../domain/query.js';
import type { Day, Kind } from '../domain/records.js';
import type { Clock } from './api.js';

/** Milliseconds until the rest is fetched unasked: the first paint comes first. */
const UNASKED = 1_000;
/** The same, after the first rows have been told: they are painted by then, unless somebody has asked for more before. */
const SHOWN = 150;
/** Until it is tried again where it could not be had: what is shown is not kept current without it. */
const AGAIN = 30_000;

/** What is read before the rest of a store (`acts.ts`) is here, and how that comes: at once where somebody needs it. */
export class Start<T> {
  /** undefined = still to come. */
  here: T | undefined;
  /** Nobody waits any more. */
  closed = false;
  /** What was begun, to be taken over by whoever reads the same then. */
  readonly reads: (readonly [Query, Promise<unknown>])[] = [];
  readonly #waiting = new Set<(here: T) => void>();
  readonly #end = new AbortController();
  readonly #come: Promise<null>;
  #cancel: () => void = () => undefined;
  #shown = false;

  /** @param fetch of the rest; answers with what makes it */
  constructor(
    readonly adapter: CrmAdapter,
    readonly clock: Clock,
    readonly today: () => Day,
    private readonly fetch: () => Promise<() => T>,
  ) {
    this.#come = new Promise((resolve) => this.whenHere(() => resolve(null)));
    // The first command should not have to wait, nor to find that the network has gone meanwhile.
    this.#fetchIn(UNASKED);
  }

  /** The first rows are about to be painted. */
  shown(): void {
    if (!this.#shown && !this.here && !this.closed) this.#fetchIn(SHOWN);
    this.#shown = true;
  }

  #fetchIn(ms: number): void {
    this.#cancel();
    this.#cancel = this.clock.after(ms, () => void this.need().catch(() => undefined));
  }

  /** @throws CrmError `unavailable`, by its name, where the code cannot be had; the next call tries again */
  async need(): Promise<T> {
    try {
      return this.here ?? this.arrive(await this.fetch());
    } catch (thrown) {
      if (!this.closed) this.#fetchIn(AGAIN);
      throw thrown;
    }
  }

  /** Called when it is there, once, before anybody else goes on with it. */
  whenHere(arrive: (here: T) => void): void {
    this.#waiting.add(arrive);
  }

  arrive(make: () => T): T {
    if (this.here) return this.here;
    this.#cancel();
    const here = (this.here = make());
    for (const arrive of this.#waiting) arrive(here);
    this.#waiting.clear();
    // Whoever looks takes over what was begun for it before anything else is done; after that it may be old.
    queueMicrotask(() => (this.reads.length = 0));
    return here;
  }

  /**
   * Retries, time-outs and what is wrong with an answer are left to the code to come (`calls.ts`).
   * @returns null = nothing that could be shown, or that code is here
   */
  async page<K extends Kind>(query: Query<K>): Promise<Page<K> | null> {
    const { adapter } = this;
    if (!adapter.abilities.seek) return null;
    const answer = new Promise<unknown>((resolve) => resolve(adapter.read(query, { signal: this.#end.signal })));
    this.reads.push([query, answer]);
    const page = await Promise.race([answer.catch(() => null), this.#come]);
    return isPage<K>(page) && !this.closed ? page : null;
  }

  close(): void {
    this.closed = true;
    this.#cancel();
    this.#waiting.clear();
    this.#end.abort();
  }
}

/** What the first live queries and small kinds are given of it. */
export type Begin<T> = Pick<Start<T>, 'here' | 'closed' | 'today' | 'page' | 'need' | 'whenHere' | 'shown'>;

function isPage<K extends Kind>(answer: unknown): answer is Page<K> {
  const { records, total = 0 } = (answer ?? {}) as { records?: ({ id?: unknown } | null)[]; total?: number };
  return (
    Array.isArray(records) &&
    total >= 0 &&
    records.every((record) => typeof record?.id === 'string') &&
    new Set(records.map((record) => record?.id)).size === records.length
  );
}
