import type { CrmError } from '../domain/errors.js';
import type { CrmStore } from '../store/api.js';
import type { Lease } from '../store/stores.js';
import { version } from '../version.js';
import type { Crm, CrmState, Current } from './context.js';
import { announce } from './facts.js';

/** How the scope gets its store: at once, or after something was loaded. */
export type Opener = () => Lease | Promise<Lease>;

/** The context as it is kept by a provider, or for the page's default store. */
export class Scope implements Crm {
  readonly version = version;
  readonly element: HTMLElement | null;
  state: CrmState = 'waiting';
  store: CrmStore | null = null;
  error: CrmError | null = null;
  #current: Current = { lead: null, deal: null };
  #opener: Opener | null = null;
  #release: (() => void) | null = null;
  /** Counts openings: an answer to an earlier one comes too late and is let go again. */
  #turn = 0;
  readonly #listeners = new Set<() => void>();

  constructor(element: HTMLElement | null) {
    this.element = element;
  }

  get current(): Current {
    return this.#current;
  }
  set current(next: Current) {
    if (JSON.stringify(next) === JSON.stringify(this.#current)) return;
    this.#current = { ...next };
    this.notify();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Replaces the store by what `opener` opens; null = waits for another. */
  use(opener: Opener | null): void {
    const turn = ++this.#turn;
    this.#letGo();
    this.#opener = opener;
    this.error = null;
    this.state = opener ? 'opening' : 'waiting';
    if (opener) this.#begin(opener, turn);
    this.notify();
  }

  retry(): void {
    if (this.state === 'failed') this.use(this.#opener);
  }

  #begin(opener: Opener, turn: number): void {
    try {
      const opened = opener();
      // Not `instanceof Promise`: a page may have put another one in its place, and async functions go on answering with the real one.
      if ('then' in opened) {
        opened.then(
          (late) => (turn === this.#turn ? this.#ready(late) : late.release()),
          (thrown: unknown) => turn === this.#turn && this.#failed(thrown),
        );
      } else this.#ready(opened);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  #ready(opened: Lease): void {
    const quiet = announce(opened.store, this.element);
    this.#release = () => {
      quiet();
      opened.release();
    };
    this.store = opened.store;
    this.state = 'ready';
    this.notify();
  }

  #failed(thrown: unknown): void {
    // A class of errors would be asked for here for this alone: whoever reads it takes it as `asCrmError` does.
    this.error = thrown as CrmError;
    this.state = 'failed';
    this.notify();
  }

  #letGo(): void {
    this.store = null;
    this.#release?.();
    this.#release = null;
  }
}
