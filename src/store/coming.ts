import type { CrmError } from '../domain/errors.js';
import type { Related, Summary } from '../domain/query.js';
import type { Id, Kind, RecordOf } from '../domain/records.js';
import type { ListQuery, Live, LiveList, LiveRecord, LiveSummaries } from './api.js';
import type { Expected } from './arrival.js';
import { tell } from './emitter.js';

export const noRelated: Related = {
  persons: new Map(),
  organizations: new Map(),
  users: new Map(),
  labels: new Map(),
};

/** What makes live queries. */
export interface Views {
  list<K extends Kind>(query: ListQuery<K>): LiveList<K>;
  record<K extends Kind>(kind: K, id: Id): LiveRecord<K>;
  summaries(query: Omit<ListQuery, 'order'>, by: string): LiveSummaries;
}

interface Entry {
  readonly listener: () => void;
  off: (() => void) | null;
}

/** A live query whose code is still to come, with that of the commands; from then on it is what that code makes of it. */
export abstract class Coming<L extends Live> implements Live {
  protected here: L | null = null;
  #error: CrmError | null = null;
  #begun = false;
  /** Somebody wants more than can be had without the code. */
  #needed = false;
  protected readonly entries = new Set<Entry>();

  constructor(protected readonly arrival: Expected<Views>) {}

  protected abstract make(views: Views): L;

  get state(): Live['state'] {
    return this.here?.state ?? (this.#error === null ? this.early : 'error');
  }
  get error(): CrmError | null {
    return this.here === null ? this.#error : this.here.error;
  }
  get late(): boolean {
    return this.here?.late ?? false;
  }
  /** The state before the code is here. */
  protected get early(): 'loading' | 'ready' {
    return 'loading';
  }

  subscribe(listener: () => void): () => void {
    const entry: Entry = { listener, off: null };
    this.entries.add(entry);
    if (this.here !== null) entry.off = this.here.subscribe(listener);
    else this.#begin();
    return () => {
      this.entries.delete(entry);
      entry.off?.();
    };
  }

  retry(): void {
    if (this.here !== null) return this.here.retry();
    this.#error = null;
    this.ask();
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.arrival.whenHere(
      (views) => this.arrive(this.make(views)),
      (error) => {
        if (!this.#needed && this.state !== 'loading') return;
        this.#error = error;
        this.tell();
      },
    );
    if (this.here === null) this.ask();
  }

  /** Whoever looks has begun to, or wants it anew. */
  protected ask(): void {
    this.need();
  }

  protected need(): void {
    if (this.arrival.closed) return;
    this.#needed = true;
    // Told to all who wait for it.
    this.arrival.need().catch(() => undefined);
  }

  protected arrive(live: L): void {
    this.here = live;
    for (const entry of this.entries) entry.off = live.subscribe(entry.listener);
  }

  protected tell(): void {
    for (const { listener } of [...this.entries]) tell(listener);
  }
}

export class ComingRecord<K extends Kind> extends Coming<LiveRecord<K>> implements LiveRecord<K> {
  constructor(
    arrival: Expected<Views>,
    private readonly kind: K,
    private readonly id: Id,
  ) {
    super(arrival);
  }
  protected make(views: Views): LiveRecord<K> {
    return views.record(this.kind, this.id);
  }
  get record(): RecordOf[K] | null {
    return this.here?.record ?? null;
  }
  get related(): Related {
    return this.here?.related ?? noRelated;
  }
  get pending(): boolean {
    return this.here?.pending ?? false;
  }
}

type Question = Omit<ListQuery, 'order'>;

export class ComingSummaries extends Coming<LiveSummaries> implements LiveSummaries {
  constructor(
    arrival: Expected<Views>,
    private question: Question,
    private readonly by: string,
  ) {
    super(arrival);
  }
  protected make(views: Views): LiveSummaries {
    return views.summaries(this.question, this.by);
  }
  of(group: Id | null): Summary | undefined {
    return this.here?.of(group);
  }
  setQuery(question: Question): void {
    this.question = question;
    this.here?.setQuery(question);
  }
}
