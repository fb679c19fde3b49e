import type { Summary } from '../domain/query.js';
import type { AnyRecord, Kind } from '../domain/records.js';
import { same } from '../domain/same.js';
import { foldSummaries } from '../domain/totals.js';
import type { ListQuery, LiveSummaries } from './api.js';
import type { Context } from './context.js';
import { LiveBase } from './live.js';
import type { Origin } from './ledger.js';
import type { Pair } from './pairs.js';
import { Reader } from './reads.js';
import { lensOf, type Lens } from './span.js';

type Groups = ReadonlyMap<string | null, Summary>;

/** Counts and sums by group, kept by folding; read again wherever a before or an after is not known. */
export class Summaries extends LiveBase implements LiveSummaries {
  #lens: Lens | null = null;
  #confirmed: Groups | null = null;
  #shown: Groups | null = null;
  readonly #reader: Reader<readonly Summary[]>;

  constructor(
    context: Context,
    private query: Omit<ListQuery, 'order'>,
    private readonly by: string,
  ) {
    super(context);
    const { calls, clock, ledger } = context;
    this.#reader = new Reader(ledger, clock, calls.limits.late, {
      read: async (signal) => {
        if (!calls.adapter.abilities.summarize) return [];
        const { kind, where, search, sum } = this.query;
        return calls.summarize(
          {
            kind,
            where,
            search,
            ...(sum !== undefined && { sum }),
            today: context.today(),
            window: { offset: 0, limit: 0 },
          },
          by,
          signal,
        );
      },
      apply: (summaries, since) => {
        this.#confirmed = calls.adapter.abilities.summarize
          ? new Map(summaries.map((summary) => [summary.group, summary]))
          : null;
        this.arrived();
        this.#draw();
        this.flush();
        return since.length > 0;
      },
      fail: (error) => this.failed(error),
      late: () => this.flush(),
    });
  }

  get late(): boolean {
    return this.#reader.late;
  }

  of(group: string | null): Summary | undefined {
    return this.#shown === null ? undefined : (this.#shown.get(group) ?? { group, count: 0, sums: [] });
  }

  get groups(): readonly Summary[] | undefined {
    return this.#shown === null ? undefined : [...this.#shown.values()];
  }

  setQuery(query: Omit<ListQuery, 'order'>): void {
    if (same(query, this.query)) return;
    this.query = query;
    this.#confirmed = this.#shown = null;
    this.state = 'loading';
    if (this.active) this.retry();
  }

  retry(): void {
    this.#lens = null;
    if (this.state === 'error') this.state = this.#confirmed === null ? 'loading' : 'ready';
    if (this.state === 'loading') this.#reader.restart();
    else this.#reader.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#reader.abort();
  }

  protected face(): readonly unknown[] {
    const groups = [...(this.#shown ?? [])].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
    return [this.state, this.error, this.late, this.#shown === null, ...groups.map(([, summary]) => summary)];
  }

  held(): AnyRecord | undefined {
    return undefined;
  }

  fold(pairs: readonly Pair[], _origin: Origin, commit: string | null): void {
    const { cares, matches } = this.#lensNow();
    const mine = pairs.filter((pair) => pair.kind === this.query.kind && cares(pair.fields));
    if (mine.length === 0) return;
    this.#reader.note(mine);
    let sure = this.#confirmed !== null;
    for (const { before, after } of mine) {
      if (before === undefined || after === undefined) sure = false;
      else if (this.#confirmed !== null)
        this.#confirmed = foldSummaries(this.#confirmed, this.by, before, after, matches, this.query.sum);
    }
    this.#draw();
    if (!sure) this.#reader.refresh();
    else if (this.#reader.doubts(commit, mine)) this.#reader.refreshSoon();
  }

  overlaid(kinds: ReadonlySet<Kind>): void {
    if (kinds.size === 0 || kinds.has(this.query.kind)) this.#draw();
  }

  /** How the query sees records; made when something has changed. */
  #lensNow(): Lens {
    return (this.#lens ??= lensOf(this.query, this.context.today(), this.by));
  }

  #draw(): void {
    const { overlay } = this.context.ledger;
    let shown = this.#confirmed;
    if (shown !== null) {
      for (const { id, base } of overlay.of(this.query.kind)) {
        const after = overlay.visible(this.query.kind, id, base);
        shown = foldSummaries(shown, this.by, base, after, this.#lensNow().matches, this.query.sum);
      }
    }
    this.#shown = shown;
  }
}
