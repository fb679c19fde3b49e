import { same } from '../domain/same.js';
import type { Page, Related } from '../domain/query.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import type { LiveRecord } from './api.js';
import type { Context } from './context.js';
import { LiveBase } from './live.js';
import { replay, type Pair } from './pairs.js';
import { Pool } from './pool.js';
import { Reader } from './reads.js';

/** Which records of other kinds a record names; one that is not in the pool yet is read with it again. */
const names = { personId: 'person', organizationId: 'organization', ownerId: 'user' } as const;

/** One record with what it names. */
export class One<K extends Kind> extends LiveBase implements LiveRecord<K> {
  /** undefined = not read yet. */
  #confirmed: RecordOf[K] | null | undefined;
  readonly #pool = new Pool(() => (this.#confirmed == null ? [] : [this.#confirmed]));
  readonly #reader: Reader<Page<K>>;

  constructor(
    context: Context,
    private readonly kind: K,
    private readonly id: Id,
  ) {
    super(context);
    const { calls, clock, ledger } = context;
    this.#reader = new Reader(ledger, clock, calls.limits.late, {
      read: (signal) =>
        calls.read<K>(
          {
            kind,
            where: { field: 'id', op: 'in', value: [id] },
            today: context.today(),
            window: { offset: 0, limit: 1 },
          },
          signal,
        ),
      apply: (page, since) => {
        const read = page.records.find((record) => record.id === id) ?? null;
        const changes = since.filter((pair) => pair.kind === kind && pair.id === id).flatMap((pair) => pair.changes);
        const last = changes.at(-1);
        // Not there when it was read: it may have been made, or taken away, since.
        const replayed =
          last === undefined ? read : read !== null ? replay(read, changes) : last.op === 'create' ? last.record : null;
        const next = (replayed === undefined ? read : replayed) as RecordOf[K] | null;
        if (this.#confirmed === undefined || !same(this.#confirmed, next)) this.#confirmed = next;
        if (next !== null) ledger.overlay.learn(kind, id, next);
        this.#pool.add([page.related]);
        this.arrived();
        this.flush();
        return replayed === undefined || (read === null && changes.length > 0);
      },
      fail: (error) => this.failed(error),
      late: () => this.flush(),
    });
  }

  get record(): RecordOf[K] | null {
    return this.context.ledger.visible(this.kind, this.id, this.#confirmed ?? null);
  }
  get related(): Related {
    return this.#pool.shown(this.context.ledger);
  }
  get pending(): boolean {
    return this.context.ledger.overlay.pending(this.kind, this.id);
  }
  get late(): boolean {
    return this.#reader.late;
  }

  retry(): void {
    if (this.state === 'error') this.state = this.#confirmed === undefined ? 'loading' : 'ready';
    if (this.state === 'loading') this.#reader.restart();
    else this.#reader.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#reader.abort();
  }

  protected face(): readonly unknown[] {
    return [this.state, this.error, this.record, this.related, this.pending, this.late];
  }

  held(kind: Kind, id: Id): AnyRecord | undefined {
    return kind === this.kind && id === this.id ? (this.#confirmed ?? undefined) : this.#pool.held(kind, id);
  }

  fold(pairs: readonly Pair[]): void {
    this.#pool.fold(pairs);
    const mine = pairs.filter((pair) => pair.kind === this.kind && pair.id === this.id);
    if (mine.length === 0) return;
    this.#reader.note(mine);
    for (const { after } of mine) {
      if (after === undefined) this.#reader.refresh();
      else if (this.#confirmed == null || after === null || after.rev >= this.#confirmed.rev)
        this.#confirmed = after as RecordOf[K] | null;
    }
    if (this.#confirmed === undefined) return;
    if (this.#confirmed !== null && this.#misses(this.#confirmed)) this.#reader.refresh();
  }

  renew(): void {
    this.#pool.renew();
  }

  overlaid(kinds: ReadonlySet<Kind>): void {
    this.#pool.overlaid(kinds);
  }

  #misses(record: AnyRecord): boolean {
    for (const [field, kind] of Object.entries(names)) {
      const id = (record as unknown as Record<string, unknown>)[field];
      if (typeof id === 'string' && this.#pool.held(kind, id) === undefined) return true;
    }
    return false;
  }
}
