import type { CrmStore, Live } from '../store/api.js';

export interface LiveOptions<L extends Live> {
  /** Is what it has told of shown? Left out: all of it is. */
  readonly shows?: (live: L) => boolean;
  /** What `make` depends on besides the store, read before each drawing: the id of the open lead. */
  readonly deps?: () => readonly unknown[];
}

/** A live query that lives as long as its element is connected. */
export class LiveView<L extends Live> {
  readonly #make: (store: CrmStore) => L | null;
  readonly #options: LiveOptions<L>;
  readonly #changed: () => void;
  #store: CrmStore | null = null;
  #value: L | null = null;
  #off: (() => void) | null = null;
  #deps: readonly unknown[] = [];

  constructor(make: (store: CrmStore) => L | null, options: LiveOptions<L>, changed: () => void) {
    this.#make = make;
    this.#options = options;
    this.#changed = changed;
  }

  /** null while there is no store, or nothing to ask it. */
  get value(): L | null {
    return this.#value;
  }

  /** The store to ask from now on; null lets go. */
  attach(store: CrmStore | null): void {
    if (store === this.#store) return;
    this.#store = store;
    this.renew();
  }

  /** The element has left the page: hears nothing more, and shows what it showed if somebody still looks. */
  detach(): void {
    this.#off?.();
    this.#off = null;
    this.#store = null;
  }

  /** Before each drawing: makes the query anew where its `deps` have changed. */
  check(): void {
    const deps = this.#options.deps?.() ?? [];
    if (this.#store && !deps.every((part, index) => Object.is(part, this.#deps[index]))) this.renew();
  }

  /** Makes the query anew. */
  renew(): void {
    const before = this.#off;
    this.#deps = this.#options.deps?.() ?? [];
    const live = this.#store ? this.#make(this.#store) : null;
    this.#value = live;
    // First the new one, then away with the old: what both read is not read twice.
    this.#off = live?.subscribe(() => this.#heard(live)) ?? null;
    before?.();
    this.#changed();
  }

  #heard(live: L): void {
    if (live === this.#value && (this.#options.shows?.(live) ?? true)) this.#changed();
  }
}
