import { same } from '../domain/same.js';
import type { CrmError } from '../domain/errors.js';
import type { Id, Kind, AnyRecord } from '../domain/records.js';
import type { Live } from './api.js';
import type { Context } from './context.js';
import { tell } from './emitter.js';
import type { Origin, View } from './ledger.js';
import type { Pair } from './pairs.js';

/**
 * What all live views have in common: they read while somebody is subscribed, keep what they have when a read fails,
 * and tell their listeners only when something they show is different.
 */
export abstract class LiveBase implements Live, View {
  state: Live['state'] = 'loading';
  error: CrmError | null = null;
  readonly #listeners = new Set<() => void>();
  #active = false;
  #told: readonly unknown[] = [];

  constructor(protected readonly context: Context) {}

  abstract readonly late: boolean;
  /** Reads now: the first subscriber came, or all of it may be old. */
  abstract retry(): void;
  /** What its listeners can see, compared one by one. */
  protected abstract face(): readonly unknown[];
  protected abstract stop(): void;
  abstract held(kind: Kind, id: Id): AnyRecord | undefined;
  abstract fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void;
  abstract overlaid(kinds: ReadonlySet<Kind>): void;

  get active(): boolean {
    return this.#active;
  }

  subscribe(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#listeners.add(entry);
    if (!this.#active) {
      this.#active = true;
      this.context.ledger.add(this);
      this.overlaid(new Set());
      this.#told = this.face();
      this.retry();
    }
    return () => {
      this.#listeners.delete(entry);
      // An element that is moved in the page leaves and comes back within one task: nothing is read again for that.
      if (this.#listeners.size === 0) queueMicrotask(() => this.#leave());
    };
  }

  #leave(): void {
    if (this.#listeners.size > 0 || !this.#active) return;
    this.#active = false;
    this.context.ledger.remove(this);
    this.stop();
  }

  resync(): void {
    if (this.#active) this.retry();
  }

  /** Ends for good, whoever still listens. */
  close(): void {
    this.#listeners.clear();
    this.#leave();
  }

  flush(): void {
    const face = this.face();
    if (face.length === this.#told.length && face.every((value, i) => alike(value, this.#told[i]))) return;
    this.#told = face;
    for (const listener of [...this.#listeners]) tell(listener);
  }

  /** What is shown has been changed on purpose by the one who looks: not news to it. */
  protected noted(): void {
    this.#told = this.face();
  }

  protected failed(error: CrmError): void {
    this.state = 'error';
    this.error = error;
    this.flush();
  }

  protected arrived(): void {
    this.state = 'ready';
    this.error = null;
  }
}

/** Rows are compared as objects: who keeps them sees to it that the same content stays the same object. */
function alike(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (isSummary(a) && isSummary(b) && same(a, b));
}

function isSummary(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'sums' in value;
}
