import { asCrmError, type CrmError } from '../domain/errors.js';
import type { Clock } from './api.js';

interface Waiting<T> {
  readonly arrive: (here: T) => void;
  readonly fail: (error: CrmError) => void;
}

/** How the commands' code comes to one store: unasked after a while, at once where somebody needs it. */
export interface Source<C> {
  /** null = not fetched yet. */
  readonly here: () => C | null;
  /** @throws CrmError `unavailable` */
  readonly fetch: () => Promise<C>;
}

/** Milliseconds until it is fetched unasked: the first paint comes first. */
const UNASKED = 1_000;
/** The same, after the first rows have been told: they are painted by then, unless somebody has asked for more before. */
const SHOWN = 150;
/** Until it is tried again where it could not be had: what is shown is not kept current without it. */
const AGAIN = 30_000;

/** What is there only when the commands' code is. */
export interface Expected<T> {
  /** null = still to come. */
  readonly here: T | null;
  /** The store has been closed: nobody waits any more. */
  readonly closed: boolean;
  /** @throws CrmError `unavailable` where the code cannot be had; the next call tries again */
  need(): Promise<T>;
  /**
   * Called when it is there, once, before anybody else goes on with it; at once where it is there already.
   * @param fail it could not be had, this time
   */
  whenHere(arrive: (here: T) => void, fail?: (error: CrmError) => void): void;
  /** The first rows are about to be painted. */
  shown(): void;
}

export class Arrival<C, T> implements Expected<T> {
  here: T | null = null;
  closed = false;
  #waiting = new Set<Waiting<T>>();
  #cancel: (() => void) | null = null;
  #shown = false;

  constructor(
    private readonly clock: Clock,
    private readonly source: Source<C>,
    private readonly make: (code: C) => T,
  ) {}

  begin(): void {
    const code = this.source.here();
    if (code !== null) this.#arrive(code);
    // The first command should not have to wait, nor to find that the network has gone meanwhile.
    else this.#fetchIn(UNASKED);
  }

  shown(): void {
    if (this.#shown || this.here !== null || this.closed) return;
    this.#shown = true;
    this.#fetchIn(SHOWN);
  }

  #fetchIn(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.clock.after(ms, () => void this.need().catch(() => undefined));
  }

  async need(): Promise<T> {
    if (this.here !== null) return this.here;
    try {
      return this.#arrive(await this.source.fetch());
    } catch (thrown) {
      if (!this.closed) this.#fetchIn(AGAIN);
      for (const { fail } of [...this.#waiting]) fail(asCrmError(thrown));
      throw thrown;
    }
  }

  /** `need`, and something with it; at once where it is there. */
  with<R>(work: (here: T) => Promise<R>): Promise<R> {
    return this.here !== null ? work(this.here) : this.need().then(work);
  }

  whenHere(arrive: (here: T) => void, fail: (error: CrmError) => void = () => undefined): void {
    if (this.here !== null) arrive(this.here);
    else if (!this.closed) this.#waiting.add({ arrive, fail });
  }

  #arrive(code: C): T {
    if (this.here !== null) return this.here;
    this.#cancel?.();
    const here = (this.here = this.make(code));
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const { arrive } of waiting) arrive(here);
    return here;
  }

  close(): void {
    this.closed = true;
    this.#cancel?.();
    this.#waiting.clear();
  }
}
