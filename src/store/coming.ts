import { asCrmError, type CrmError } from '../domain/errors.js';
import type { Related, Summary } from '../domain/query.js';
import type { Id, Kind, RecordOf } from '../domain/records.js';
import { noRelated } from './answers.js';
import type { ListQuery, Live, LiveRecord, LiveSummaries } from './api.js';
import { tell } from './emitter.js';

interface Entry {
  readonly listener: () => void;
  off: (() => void) | null;
}

/** A live query whose code is still to come, with that of the commands: it is loading until then, and reads from then on. */
abstract class Coming<L extends Live> implements Live {
  protected here: L | null = null;
  #error: CrmError | null = null;
  #coming = false;
  readonly #entries = new Set<Entry>();

  /** @throws where the code cannot be had */
  protected abstract make(): Promise<L>;

  get state(): Live['state'] {
    return this.here?.state ?? (this.#error === null ? 'loading' : 'error');
  }
  get error(): CrmError | null {
    return this.here === null ? this.#error : this.here.error;
  }
  get late(): boolean {
    return this.here?.late ?? false;
  }

  subscribe(listener: () => void): () => void {
    if (this.here !== null) return this.here.subscribe(listener);
    const entry: Entry = { listener, off: null };
    this.#entries.add(entry);
    this.retry();
    return () => {
      this.#entries.delete(entry);
      entry.off?.();
    };
  }

  retry(): void {
    if (this.here !== null) return this.here.retry();
    if (this.#coming) return;
    this.#coming = true;
    this.#error = null;
    this.make().then(
      (live) => {
        this.here = live;
        for (const entry of this.#entries) entry.off = live.subscribe(entry.listener);
        this.#entries.clear();
      },
      (thrown: unknown) => {
        this.#coming = false;
        this.#error = asCrmError(thrown);
        for (const { listener } of [...this.#entries]) tell(listener);
      },
    );
  }
}

export class ComingRecord<K extends Kind> extends Coming<LiveRecord<K>> implements LiveRecord<K> {
  constructor(protected readonly make: () => Promise<LiveRecord<K>>) {
    super();
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
    private question: Question,
    private readonly ask: (question: Question) => Promise<LiveSummaries>,
  ) {
    super();
  }
  protected async make(): Promise<LiveSummaries> {
    const live = await this.ask(this.question);
    live.setQuery(this.question);
    return live;
  }
  of(group: Id | null): Summary | undefined {
    return this.here?.of(group);
  }
  setQuery(question: Question): void {
    this.question = question;
    this.here?.setQuery(question);
  }
}
