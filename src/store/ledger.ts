import type { Change } from '../domain/change.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';
import { Missed } from './missed.js';
import { Overlay } from './overlay.js';
import { pairsOf, type Known, type Pair } from './pairs.js';

/** Where changes come from: commands of this store, or somebody else. */
export type Origin = 'own' | 'other';

/** Something that shows records and is kept current. All of it is called before any of them tells its listeners. */
export interface View {
  /** The confirmed record as it is held here; undefined = not held. */
  held(kind: Kind, id: Id): AnyRecord | undefined;
  /** Confirmed changes. @param commit the one they answer; null for others' */
  fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void;
  /** What is pending has changed for these kinds. */
  overlaid(kinds: ReadonlySet<Kind>): void;
  /** Nobody knows what has changed. */
  resync(): void;
  /** What was read before is not held on to for the names it brought. */
  renew?(): void;
  /** Tells its listeners if something it shows is different now. */
  flush(): void;
  /** Ends for good, whoever still listens. */
  close(): void;
}

/** Confirmed, pending, and who is looking: every change of any record passes here exactly once. */
export class Ledger {
  /** What is pending. */
  readonly overlay = new Overlay();
  readonly #views = new Set<View>();
  readonly #open = new Set<string>();
  readonly #missed = new Missed();
  #depth = 0;

  /** @param watched somebody looks, or nobody any more */
  constructor(private readonly watched: (looking: boolean) => void = () => undefined) {}

  add(view: View): void {
    this.#views.add(view);
    this.watched(true);
  }

  remove(view: View): void {
    this.#views.delete(view);
    if (this.#views.size === 0) this.watched(false);
  }

  /** Commits the storage has not answered: a read that overlaps one may hold its rows or not. */
  get open(): ReadonlySet<string> {
    return this.#open;
  }

  opened(commit: string): void {
    this.#open.add(commit);
  }

  closed(commit: string): void {
    this.#open.delete(commit);
    if (this.#open.size === 0) this.#missed.forget((kind, id) => this.overlay.pending(kind, id));
  }

  /** The newest confirmed version that is known without reading; undefined = not known. */
  confirmed(kind: Kind, id: Id): AnyRecord | null | undefined {
    let best = this.overlay.base(kind, id);
    for (const view of this.#views) {
      const held = view.held(kind, id);
      if (held !== undefined && (best == null || held.rev > best.rev)) best = held;
    }
    return best;
  }

  visible<K extends Kind>(kind: K, id: Id, confirmed: RecordOf[K] | null): RecordOf[K] | null {
    return this.overlay.visible(kind, id, confirmed);
  }

  begin(unit: string, changes: readonly Change[], base: (kind: Kind, id: Id) => AnyRecord | null): void {
    this.#together(() => {
      this.overlay.begin(unit, changes, base);
      this.#overlaid(changes);
    });
  }

  takeBack(units: readonly { readonly id: string; readonly changes: readonly Change[] }[]): void {
    this.#together(() => {
      for (const unit of units) this.overlay.end(unit.id, false);
      this.#overlaid(units.flatMap((unit) => unit.changes));
    });
  }

  /** The storage has answered a commit: its changes are confirmed, and the units it carried are no longer pending. */
  confirm(
    commit: string,
    answer: readonly Change[],
    units: readonly { readonly id: string; readonly changes: readonly Change[] }[],
    known: Known,
  ): void {
    this.#together(() => {
      const pairs = pairsOf(answer, (kind, id) =>
        this.#missed.current(kind, id, newer(known(kind, id), this.confirmed(kind, id))),
      );
      for (const pair of pairs) if (pair.after !== undefined) this.overlay.learn(pair.kind, pair.id, pair.after);
      for (const unit of units) this.overlay.end(unit.id, true);
      this.#fold(pairs, 'own', commit);
      if (units.length > 0) this.#overlaid(units.flatMap((unit) => unit.changes));
    });
  }

  receive(changes: readonly Change[]): void {
    this.#together(() => {
      const pairs = pairsOf(changes, (kind, id) => this.#missed.current(kind, id, this.confirmed(kind, id)));
      for (const pair of pairs)
        if (pair.after !== undefined) this.overlay.learn(pair.kind, pair.id, pair.after);
        // What is held of it, or what a command is about to be answered with, is older than this.
        else if (this.#open.size > 0 || this.overlay.pending(pair.kind, pair.id)) this.#missed.hear(pair);
      this.#fold(pairs, 'other', null);
    });
  }

  resync(): void {
    this.#together(() => {
      for (const view of [...this.#views]) view.resync();
    });
  }

  /** A person was erased: everything is read anew, and nothing of what was read before is kept. */
  renew(): void {
    for (const view of this.#views) view.renew?.();
    this.resync();
  }

  close(): void {
    for (const view of [...this.#views]) view.close();
  }

  #fold(pairs: readonly Pair[], origin: Origin, commit: string | null): void {
    if (pairs.length > 0) for (const view of [...this.#views]) view.fold(pairs, origin, commit);
    // What is pending is drawn over what is confirmed: a new base shows through.
    const touched = new Set(pairs.filter(({ kind, id }) => this.overlay.pending(kind, id)).map(({ kind }) => kind));
    if (touched.size > 0) for (const view of [...this.#views]) view.overlaid(touched);
  }

  #overlaid(changes: readonly Change[]): void {
    const kinds = new Set(changes.map((change) => change.kind));
    if (kinds.size > 0) for (const view of [...this.#views]) view.overlaid(kinds);
  }

  /** A listener sees all views on the same side of a change. */
  #together(work: () => void): void {
    this.#depth++;
    try {
      work();
    } finally {
      this.#depth--;
    }
    if (this.#depth === 0) for (const view of [...this.#views]) view.flush();
  }
}

function newer(a: AnyRecord | null | undefined, b: AnyRecord | null | undefined): AnyRecord | null | undefined {
  if (a == null) return b === undefined ? a : b;
  if (b == null) return a;
  return b.rev > a.rev ? b : a;
}
