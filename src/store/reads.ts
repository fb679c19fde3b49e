import { asCrmError, type CrmError } from '../domain/errors.js';
import type { Clock } from './api.js';
import type { Ledger } from './ledger.js';
import type { Pair } from './pairs.js';

interface Flight {
  readonly controller: AbortController;
  /** What changed while the answer was on its way: it may hold it or not. */
  readonly log: Pair[];
  again: boolean;
}

/** How long others' changes are gathered before they are checked by reading. */
const GATHER = 100;

/**
 * One thing that is read again and again. At most one read is under way; an answer that was overtaken by a later
 * read is dropped; an answer that may be half old is used and then checked by one more read.
 */
export class Reader<T> {
  #flight: Flight | null = null;
  #doubt = new Set<string>();
  #cancelDelay: (() => void) | null = null;
  #planned = false;
  #cancelLate: (() => void) | null = null;
  late = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly lateAfter: number,
    private readonly job: {
      read(signal: AbortSignal): Promise<T>;
      /**
       * @param since what changed while the answer was on its way
       * @returns true where that leaves a doubt which only another read can clear
       */
      apply(value: T, since: readonly Pair[]): boolean;
      fail(error: CrmError): void;
      late(): void;
    },
  ) {}

  get busy(): boolean {
    return this.#flight !== null || this.#planned;
  }

  /** Reads again, once for any number of calls in one task. */
  refresh(): void {
    this.#stopDelay();
    if (this.#flight !== null) this.#flight.again = true;
    else if (!this.#planned) {
      this.#planned = true;
      queueMicrotask(() => {
        if (!this.#planned) return;
        this.#planned = false;
        void this.#start();
      });
    }
  }

  /**
   * Reads again soon: there is no hurry, and more is likely to come.
   * @param ms how long to wait for more; 0 = only until what is being done now is done
   */
  refreshSoon(ms = GATHER): void {
    if (ms === 0) this.#stopDelay();
    if (this.#cancelDelay !== null || this.#planned) return;
    if (this.#flight !== null) this.#flight.again = true;
    else
      this.#cancelDelay = this.clock.after(ms, () => {
        this.#cancelDelay = null;
        this.refresh();
      });
  }

  /** What is being read is no longer wanted; this is. */
  restart(): void {
    this.abort();
    void this.#start();
  }

  abort(): void {
    this.#stopDelay();
    this.#planned = false;
    this.#flight?.controller.abort();
    this.#land();
  }

  /** Confirmed changes: what is being read may hold them or not. */
  note(pairs: readonly Pair[]): void {
    this.#flight?.log.push(...pairs);
  }

  /**
   * Is a count made by folding these to be checked by reading? Others' may have been in the last answer, and so may our
   * own that were under way. What another read has brought before its answer came, nobody can tell of.
   */
  doubts(commit: string | null, pairs: readonly Pair[] = []): boolean {
    return (
      commit === null ||
      this.#doubt.has(commit) ||
      pairs.some(({ before, after }) => before != null && before.rev === after?.rev)
    );
  }

  #stopDelay(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
  }

  #land(): void {
    this.#flight = null;
    this.#cancelLate?.();
    this.#cancelLate = null;
    this.late = false;
  }

  async #start(): Promise<void> {
    const flight: Flight = { controller: new AbortController(), log: [], again: false };
    this.#flight = flight;
    this.#doubt = new Set(this.ledger.open);
    this.#cancelLate = this.clock.after(this.lateAfter, () => {
      this.late = true;
      this.job.late();
    });
    let value: T;
    try {
      value = await this.job.read(flight.controller.signal);
    } catch (thrown) {
      if (this.#flight !== flight) return;
      this.#land();
      this.job.fail(asCrmError(thrown));
      return;
    }
    if (this.#flight !== flight) return;
    this.#land();
    for (const commit of this.ledger.open) this.#doubt.add(commit);
    const doubt = this.job.apply(value, flight.log);
    if (doubt || flight.again) this.refreshSoon();
  }
}
