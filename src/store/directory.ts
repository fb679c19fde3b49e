import { compareFew } from '../domain/few.js';
import { same } from '../domain/same.js';
import type { AnyRecord, Field, Id, Kind, Label, Pipeline, RecordOf, Stage, User } from '../domain/records.js';
import type { Directory } from './api.js';
import type { Context } from './context.js';
import { LiveBase } from './live.js';
import type { Origin } from './ledger.js';
import type { Pair } from './pairs.js';
import { allOf } from './range.js';
import { Reader } from './reads.js';

const small = ['user', 'label', 'pipeline', 'stage', 'field'] as const;
type Small = (typeof small)[number];
type Whole = { readonly [K in Small]: ReadonlyMap<Id, AnyRecord> };

/** The kinds of which there are few, whole and current: what every view needs to say names instead of ids. */
export class WholeKinds extends LiveBase implements Directory {
  #confirmed: Whole | null = null;
  /** In their order; made anew when something changed. */
  #sorted: { readonly [K in Small]: readonly AnyRecord[] } | null = null;
  #byId: { readonly [K in Small]: ReadonlyMap<Id, AnyRecord> } | null = null;
  #stages = new Map<Id, readonly Stage[]>();
  #begun = false;
  readonly #reader: Reader<Whole>;

  constructor(
    context: Context,
    /** Sees to it that there is something to read. Never rejects. */
    first: () => Promise<void>,
    /** There is. */
    found: () => void,
    /** Reads the names of all sources. */
    private readonly names: Directory['sources'],
  ) {
    super(context);
    const { calls, clock, ledger } = context;
    this.#reader = new Reader(ledger, clock, calls.limits.late, {
      read: async (signal) => {
        const whole = await this.#read(signal);
        if (whole.pipeline.size > 0) {
          // Nobody waits for what the store sees to besides: a user's own record, what has expired.
          found();
          return whole;
        }
        await first();
        return this.#read(signal);
      },
      apply: (whole, since) => {
        this.#confirmed = this.#confirmed === null ? whole : kept(this.#confirmed, whole);
        this.#forget();
        this.arrived();
        this.flush();
        return since.length > 0;
      },
      fail: (error) => this.failed(error),
      late: () => this.flush(),
    });
  }

  async #read(signal: AbortSignal): Promise<Whole> {
    const { calls } = this.context;
    const today = this.context.today();
    const lists = await Promise.all(small.map((kind) => allOf(calls, { kind, today }, 500, signal)));
    return Object.fromEntries(
      small.map((kind, i) => [kind, new Map<Id, AnyRecord>(lists[i]!.map((record) => [record.id, record]))]),
    ) as unknown as Whole;
  }

  get late(): boolean {
    return this.#reader.late;
  }

  get ready(): boolean {
    this.begin();
    return this.#confirmed !== null;
  }
  get users(): readonly User[] {
    return this.#all('user');
  }
  get labels(): readonly Label[] {
    return this.#all('label');
  }
  get pipelines(): readonly Pipeline[] {
    return this.#all('pipeline');
  }
  get fields(): readonly Field[] {
    return this.#all('field');
  }
  stage(id: Id): Stage | undefined {
    return this.#one('stage', id);
  }
  label(id: Id): Label | undefined {
    return this.#one('label', id);
  }
  user(id: Id | null): User | undefined {
    return id === null ? undefined : this.#one('user', id);
  }

  stagesOf(pipelineId: Id): readonly Stage[] {
    const all = this.#all('stage');
    let stages = this.#stages.get(pipelineId);
    if (stages === undefined)
      this.#stages.set(pipelineId, (stages = all.filter((stage) => stage.pipelineId === pipelineId)));
    return stages;
  }

  /** The records of a kind as they are seen; undefined = not read yet, or not a kind that is kept here. */
  whole<K extends Kind>(kind: K): readonly RecordOf[K][] | undefined {
    return this.#confirmed !== null && (small as readonly Kind[]).includes(kind)
      ? (this.#all(kind as Small) as unknown as readonly RecordOf[K][])
      : undefined;
  }

  sources(): Promise<readonly string[]> {
    return this.names();
  }

  /** Read when first asked for; kept from then on, whoever listens. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // In a task of its own: the getters are read while an element renders, which is no time to tell anybody anything.
    queueMicrotask(() => this.#begun && this.subscribe(() => {}));
  }

  override close(): void {
    this.#begun = false;
    super.close();
  }

  retry(): void {
    if (this.state === 'error') this.state = this.#confirmed === null ? 'loading' : 'ready';
    this.#reader.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#reader.abort();
  }

  protected face(): readonly unknown[] {
    if (this.#confirmed === null) return [this.state, this.error];
    return [this.state, this.error, ...small.map((kind) => this.#all(kind))];
  }

  held(kind: Kind, id: Id): AnyRecord | undefined {
    return this.#confirmed?.[kind as Small]?.get(id);
  }

  fold(pairs: readonly Pair[], origin: Origin): void {
    const mine = pairs.filter(({ kind }) => (small as readonly Kind[]).includes(kind));
    if (mine.length === 0) return;
    this.#reader.note(mine);
    if (this.#confirmed === null) return;
    let next = this.#confirmed;
    let sure = true;
    for (const { kind, id, after } of mine) {
      const map = new Map(next[kind as Small]);
      if (after === undefined) sure = false;
      else if (after === null) map.delete(id);
      else map.set(id, after);
      next = { ...next, [kind]: map };
    }
    this.#confirmed = next;
    this.#forget();
    if (!sure) this.#reader.refresh();
    else if (origin === 'other') this.#reader.refreshSoon();
  }

  overlaid(kinds: ReadonlySet<Kind>): void {
    if (small.some((kind) => kinds.has(kind))) this.#forget();
  }

  #forget(): void {
    const old = this.#sorted;
    this.#sorted = null;
    if (old !== null && this.#confirmed !== null) {
      // A kind that has not changed stays the same list, so that who compares lists sees no change.
      const next = this.#draw();
      this.#sorted = Object.fromEntries(
        small.map((kind) => [kind, sameItems(old[kind], next[kind]) ? old[kind] : next[kind]]),
      ) as never;
      this.#stages = new Map();
    }
    this.#byId = null;
  }

  #all<K extends Small>(kind: K): readonly RecordOf[K][] {
    this.begin();
    if (this.#confirmed === null) return none;
    return (this.#sorted ??= this.#draw())[kind] as readonly RecordOf[K][];
  }

  #one<K extends Small>(kind: K, id: Id): RecordOf[K] | undefined {
    this.#all(kind);
    if (this.#sorted === null) return undefined;
    this.#byId ??= Object.fromEntries(
      small.map((each) => [each, new Map(this.#sorted![each].map((record) => [record.id, record]))]),
    ) as never;
    return this.#byId[kind].get(id) as RecordOf[K] | undefined;
  }

  #draw(): { readonly [K in Small]: readonly AnyRecord[] } {
    const { overlay } = this.context.ledger;
    return Object.fromEntries(
      small.map((kind) => {
        const map = new Map(this.#confirmed![kind]);
        for (const { id, base } of overlay?.of(kind) ?? []) {
          const record = overlay!.visible(kind, id, (map.get(id) ?? base) as never);
          if (record === null) map.delete(id);
          else map.set(id, record);
        }
        return [kind, [...map.values()].sort(compareFew(kind))];
      }),
    ) as never;
  }
}

const none: readonly never[] = [];

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function kept(old: Whole, next: Whole): Whole {
  return Object.fromEntries(
    small.map((kind) => [
      kind,
      new Map(
        [...next[kind]].map(([id, record]) => [id, same(old[kind].get(id), record) ? old[kind].get(id)! : record]),
      ),
    ]),
  ) as unknown as Whole;
}
