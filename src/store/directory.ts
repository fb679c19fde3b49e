import { compareFew } from '../domain/few.js';
import { same } from '../domain/same.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import type { Context } from './context.js';
import { LiveBase } from './live.js';
import type { Origin } from './ledger.js';
import type { Pair } from './pairs.js';
import { allOf } from './range.js';
import { Reader } from './reads.js';
import { askedOf, small, SMALL_AT_ONCE, type Kept, type Lists, type Small } from './small-kinds.js';

type Whole = { readonly [K in Small]: ReadonlyMap<Id, AnyRecord> };

/** The small kinds whole, kept current. */
export class WholeKinds extends LiveBase implements Kept {
  #confirmed: Whole | null = null;
  /** In their order; made anew when something changed. */
  #sorted: Lists | null = null;
  readonly #reader: Reader<Whole>;

  constructor(
    context: Context,
    /** Sees to it that there is something to read. Never rejects. */
    first: () => Promise<void>,
    /** Reads the names of all sources. */
    readonly sources: Kept['sources'],
  ) {
    super(context);
    const { calls, clock, ledger } = context;
    this.#reader = new Reader(ledger, clock, calls.limits.late, {
      read: async (signal) => {
        const whole = await this.#read(signal);
        // Nobody waits for what the store sees to besides: a user's own record, what has expired.
        const furnished = first();
        if (whole.pipeline.size > 0) return whole;
        await furnished;
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
    const lists = await Promise.all(small.map((kind) => allOf(calls, askedOf(kind, today), SMALL_AT_ONCE, signal)));
    return Object.fromEntries(
      small.map((kind, i) => [kind, new Map<Id, AnyRecord>(lists[i]!.map((record) => [record.id, record]))]),
    ) as unknown as Whole;
  }

  get late(): boolean {
    return this.#reader.late;
  }
  get ready(): boolean {
    return this.#confirmed !== null;
  }

  /** The records of a kind as they are seen. */
  all(kind: Small): readonly AnyRecord[] {
    return (this.#sorted ??= this.#draw())[kind];
  }

  /** The same; undefined = not read yet, or not a kind that is kept here. */
  whole<K extends Kind>(kind: K): readonly RecordOf[K][] | undefined {
    return this.ready && (small as readonly Kind[]).includes(kind)
      ? (this.all(kind as Small) as unknown as readonly RecordOf[K][])
      : undefined;
  }

  keep(shown: Lists | null, listener: () => void): void {
    if (this.active) return;
    this.#sorted = shown;
    this.subscribe(listener);
  }

  retry(): void {
    if (this.state === 'error') this.state = this.ready ? 'ready' : 'loading';
    if (this.state === 'loading') this.#reader.restart();
    else this.#reader.refresh();
    this.flush();
  }

  protected stop(): void {
    this.#reader.abort();
  }

  protected face(): readonly unknown[] {
    return this.ready ? [this.state, this.error, ...small.map((kind) => this.all(kind))] : [this.state, this.error];
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
    if (old === null || this.#confirmed === null) return;
    // A kind that has not changed stays the same list, so that who compares lists sees no change.
    const next = this.#draw();
    this.#sorted = Object.fromEntries(
      small.map((kind) => [kind, sameItems(old[kind], next[kind]) ? old[kind] : next[kind]]),
    ) as unknown as Lists;
  }

  #draw(): Lists {
    const { overlay } = this.context.ledger;
    return Object.fromEntries(
      small.map((kind) => {
        const map = new Map(this.#confirmed![kind]);
        for (const { id, base } of overlay.of(kind)) {
          const record = overlay.visible(kind, id, (map.get(id) ?? base) as never);
          if (record === null) map.delete(id);
          else map.set(id, record);
        }
        return [kind, [...map.values()].sort(compareFew(kind))];
      }),
    ) as unknown as Lists;
  }
}

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
