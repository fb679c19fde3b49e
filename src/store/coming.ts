import type { CrmError } from '../domain/errors.js';
import type { Related } from '../domain/query.js';
import type { Id, Kind } from '../domain/records.js';
import type { ListQuery, Live, LiveList, LiveRecord, LiveSummaries } from './api.js';
import { tell } from './emitter.js';
import type { Seed } from './slice.js';
import type { Begin } from './start.js';

export const noRelated: Related = {
  persons: new Map(),
  organizations: new Map(),
  users: new Map(),
  labels: new Map(),
};

/** What makes live queries. */
export interface Views {
  /** @param seed the rows that were read before */
  list<K extends Kind>(query: ListQuery<K>, seed?: Seed): LiveList<K>;
  record<K extends Kind>(kind: K, id: Id): LiveRecord<K>;
  summaries(query: Omit<ListQuery, 'order'>, by: string): LiveSummaries;
}

interface Heard {
  readonly listener: () => void;
  off?: () => void;
}

/**
 * A live query whose code is still to come. What it shows until then is what the class that extends it says; its `face` is
 * that, and from then on the query that the code makes, for whoever has it in hand.
 */
export abstract class Coming<L extends Live> {
  readonly face: L;
  error: CrmError | null = null;
  readonly late = false;
  readonly #heard = new Set<Heard>();
  protected abstract readonly make: (views: Views) => L;

  constructor(protected readonly start: Begin<Views>) {
    let real: L | undefined;
    this.face = new Proxy(this as unknown as L, {
      get(first, name): unknown {
        const now = real ?? first;
        const value: unknown = Reflect.get(now, name);
        return typeof value === 'function' ? value.bind(now) : value;
      },
      set: (first, name, value) => Reflect.set(real ?? first, name, value),
    });
    start.whenHere((views) => {
      real = this.make(views);
      for (const heard of this.#heard) heard.off = real.subscribe(heard.listener);
    });
  }

  get state(): Live['state'] {
    return this.error ? 'error' : 'loading';
  }
  /** Somebody looks. */
  protected get active(): boolean {
    return this.#heard.size > 0;
  }

  subscribe(listener: () => void): () => void {
    const heard: Heard = { listener };
    this.#heard.add(heard);
    if (this.#heard.size === 1) this.ask();
    return () => {
      this.#heard.delete(heard);
      heard.off?.();
    };
  }

  retry(): void {
    this.error = null;
    this.ask();
  }

  /** Whoever looks has begun to, or wants it anew. */
  protected ask(): void {
    this.need();
  }

  /** Somebody wants more than can be had without the code. */
  protected need(): void {
    const { start } = this;
    if (start.closed) return;
    start.need().catch((error: CrmError) => {
      this.error = error;
      this.tell();
    });
  }

  protected tell(): void {
    for (const { listener } of [...this.#heard]) tell(listener);
  }
}

/** One that has nothing to show before. */
export class Blank<L extends Live> extends Coming<L> {
  constructor(
    start: Begin<Views>,
    blank: Omit<L, keyof Live>,
    protected readonly make: (views: Views) => L,
  ) {
    super(start);
    Object.assign(this, blank);
  }
}
