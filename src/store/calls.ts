import type { CommitOptions, CrmAdapter } from '../adapters/adapter.js';
import type { Change } from '../domain/change.js';
import { CrmError, asCrmError } from '../domain/errors.js';
import type { Page, Query, Summary } from '../domain/query.js';
import type { Kind } from '../domain/records.js';
import { same } from '../domain/same.js';
import { forgotten } from '../domain/forgotten.js';
import type { Clock } from './api.js';
import { sleep } from './sleep.js';
import { checkedChanges, checkedPage, checkedSummaries } from './answers.js';

/** Milliseconds: after how long a call counts as unanswered, and when it is said that one is still waiting. */
export interface Limits {
  readonly read: number;
  readonly commit: number;
  readonly late: number;
}
export const defaultLimits: Limits = { read: 30_000, commit: 30_000, late: 2_000 };

const RETRY_AFTER_MOST = 30_000;
const RETRIES_ASKED_FOR = 3;
const RETRY_BLIND = 400;
/** Bytes in a millisecond that an upload makes at least. */
const SLOWEST = 50;

/** The adapter, and what is being read of it already. */
export interface Begun {
  readonly adapter: CrmAdapter;
  readonly reads: readonly (readonly [Query, Promise<unknown>])[];
}

/** A call that was not answered in time has had its time: it is not begun again. */
const unanswered = new WeakSet<CrmError>();

/**
 * Every call of the adapter goes through here: a synchronous throw and an answer of nothing are failures like any
 * other, no call lasts for ever, and each has a signal.
 */
export class Calls {
  /** As long as this is not 0, nothing is written: whoever would write began before all was emptied. */
  broken = 0;

  constructor(
    private readonly begun: Begun,
    readonly clock: Clock,
    readonly limits: Limits,
    /** A commit that was given up has been answered after all: what it did has to be read. */
    private readonly onLateCommit: () => void,
  ) {}

  get adapter(): CrmAdapter {
    return this.begun.adapter;
  }

  async read<K extends Kind>(query: Query<K>, signal?: AbortSignal): Promise<Page<K>> {
    return this.#persist(signal, false, () =>
      this.#once('read', this.limits.read, signal, async (inner) =>
        checkedPage(query, await (this.#begun(query) ?? this.adapter.read(query, { signal: inner }))),
      ),
    );
  }

  /** What was begun before this code was here: taken over, whatever has become of it. */
  #begun(query: unknown): Promise<unknown> | undefined {
    return this.begun.reads.filter(([asked]) => sameQuery(asked, query)).at(-1)?.[1];
  }

  async summarize(query: Query, by: string, signal?: AbortSignal): Promise<readonly Summary[]> {
    return this.#persist(signal, false, () =>
      this.#once('summarize', this.limits.read, signal, async (inner) =>
        checkedSummaries(await this.adapter.summarize?.(query, by, { signal: inner })),
      ),
    );
  }

  /** With a key it is tried again where the storage did not answer: what was stored under the key is not stored twice. */
  async commit(
    changes: readonly Change[],
    options: CommitOptions & { readonly key: string },
  ): Promise<readonly Change[]> {
    return this.#persist(options.signal, true, () =>
      this.#once(
        'commit',
        this.limits.commit,
        options.signal,
        async (inner) => {
          if (this.broken > 0) throw forgotten();
          return checkedChanges(await this.adapter.commit(changes, { ...options, signal: inner }));
        },
        this.onLateCommit,
      ),
    );
  }

  /** With a key it is tried again where the storage did not answer. A large file may take its time. */
  async put(blob: Blob, key: string, signal?: AbortSignal): Promise<string> {
    const { blobs } = this.adapter;
    if (blobs === undefined) throw notAble();
    return this.#persist(signal, true, () =>
      this.#once('put', this.limits.commit + blob.size / SLOWEST, signal, async (inner) => {
        if (this.broken > 0) throw forgotten();
        const ref: unknown = await blobs.put(blob, { key, signal: inner });
        if (typeof ref === 'string' && ref !== '') return ref;
        throw new CrmError('unavailable', 'The storage did not say where it has put the file.');
      }),
    );
  }

  /** @param size bytes, as far as they are known */
  async blob(ref: string, size: number, signal?: AbortSignal): Promise<Blob> {
    const { blobs } = this.adapter;
    if (blobs === undefined) throw notAble();
    return this.#persist(signal, false, () =>
      this.#once('get', this.limits.read + size / SLOWEST, signal, async (inner) => {
        const blob: unknown = await blobs.get(ref, { signal: inner });
        if (blob instanceof Blob) return blob;
        throw new CrmError('unavailable', 'The storage did not answer with a file.');
      }),
    );
  }

  /** undefined = the storage does not say. */
  async has(refs: readonly string[]): Promise<ReadonlySet<string> | undefined> {
    const { blobs } = this.adapter;
    if (blobs === undefined) return new Set();
    if (blobs.has === undefined) return undefined;
    return this.#persist(undefined, false, () =>
      this.#once('has', this.limits.read, undefined, async () => new Set(await blobs.has!(refs))),
    );
  }

  /** Where the storage keeps nothing here, there is nothing to empty. @param onLate it was given up, and is done after all */
  async forget(onLate: () => void): Promise<void> {
    const { adapter } = this;
    if (adapter.forget) await this.#once('forget', this.limits.commit, undefined, () => adapter.forget!(), onLate);
  }

  async #persist<T>(signal: AbortSignal | undefined, keyed: boolean, call: () => Promise<T>): Promise<T> {
    let renewed = false;
    for (let tries = 0; ; tries++) {
      try {
        return await call();
      } catch (thrown) {
        const error = asCrmError(thrown);
        // The adapter renews its session when it hears of its end; the second answer is final.
        if (error.code === 'auth' && !renewed) renewed = true;
        else if (error.code !== 'unavailable' || unanswered.has(error)) throw error;
        else if (error.retryAfter !== undefined && tries < RETRIES_ASKED_FOR)
          await sleep(this.clock, Math.min(Math.max(error.retryAfter, 0), RETRY_AFTER_MOST), signal);
        else if (keyed && error.retryAfter === undefined && tries < 1) await sleep(this.clock, RETRY_BLIND, signal);
        else throw error;
        if (signal?.aborted) throw error;
      }
    }
  }

  #once<T>(
    name: string,
    ms: number,
    signal: AbortSignal | undefined,
    call: (inner: AbortSignal) => Promise<T>,
    onLate?: () => void,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const inner = new AbortController();
      let open = true;
      const close = (): boolean => {
        if (!open) return false;
        open = false;
        cancel();
        signal?.removeEventListener('abort', give);
        return true;
      };
      const give = (): void => {
        if (!close()) return;
        inner.abort();
        reject(new CrmError('aborted', `The call "${name}" was given up.`));
      };
      const cancel = this.clock.after(ms, () => {
        if (!close()) return;
        inner.abort();
        const error = new CrmError('unavailable', `The storage did not answer "${name}" in time.`);
        unanswered.add(error);
        reject(error);
      });
      if (signal?.aborted) return give();
      signal?.addEventListener('abort', give, { once: true });
      call(inner.signal).then(
        (value) => (close() ? resolve(value) : onLate?.()),
        (thrown: unknown) => void (close() && reject(asCrmError(thrown))),
      );
    });
  }
}

function notAble(): CrmError {
  return new CrmError('invalid', 'This storage keeps no files.', { reason: 'not-able' });
}

/** What is left out is asked for as little as what is undefined. */
function sameQuery(a: unknown, b: unknown): boolean {
  return same(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
