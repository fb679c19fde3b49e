import { apply, valueOf, type Change, type Fields } from '../domain/change.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../domain/records.js';

/** Where a record is looked up: an id alone may occur in two kinds (a lead and its receipt). */
export function keyOf(kind: Kind, id: Id): string {
  return `${kind}\n${id}`;
}

interface Pending {
  readonly unit: string;
  change: Change;
}

interface Entry {
  readonly kind: Kind;
  readonly id: Id;
  /** The record as the storage last answered it; null = it was not there. */
  base: AnyRecord | null;
  stack: Pending[];
  /** The last answer of `visible`, so that a row that did not change stays the same object. */
  memo: { readonly from: AnyRecord | null; readonly to: AnyRecord | null } | null;
}

/**
 * Pending over confirmed: what optimistic commands have done that the storage has not answered yet, field by field.
 * What is seen is always `confirmed + pending`; nothing that is pending is ever written into a confirmed record, so
 * taking one command back cannot touch another one.
 */
export class Overlay {
  readonly #entries = new Map<string, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  begin(unit: string, changes: readonly Change[], base: (kind: Kind, id: Id) => AnyRecord | null): void {
    for (const change of changes) {
      const key = keyOf(change.kind, change.id);
      let entry = this.#entries.get(key);
      if (entry === undefined) {
        entry = { kind: change.kind, id: change.id, base: base(change.kind, change.id), stack: [], memo: null };
        this.#entries.set(key, entry);
      }
      entry.stack.push({ unit, change });
      entry.memo = null;
    }
  }

  /** The changes of a unit as they are to be stored now: what came before them has been answered meanwhile. */
  changesOf(unit: string, changes: readonly Change[]): readonly Change[] {
    return changes.map((change) => {
      const stack = this.#entries.get(keyOf(change.kind, change.id))?.stack;
      return stack?.find((one) => one.unit === unit && one.change.op === change.op)?.change ?? change;
    });
  }

  /**
   * A unit is answered: `stored`, or taken back. What was typed on top of it now stands on the confirmed value, or on
   * the one that was there before it.
   */
  end(unit: string, stored: boolean): void {
    for (const [key, entry] of this.#entries) {
      const place = entry.stack.findIndex((one) => one.unit === unit);
      if (place === -1) continue;
      const ended = entry.stack.filter((one) => one.unit === unit);
      entry.stack = entry.stack.filter((one) => one.unit !== unit);
      entry.memo = null;
      if (entry.stack.length === 0) this.#entries.delete(key);
      else for (const one of ended) if (one.change.op === 'patch') rebase(entry, place, one.change.fields, stored);
    }
  }

  /** What the storage says of a record that is touched here; older versions than the known one are passed over. */
  learn(kind: Kind, id: Id, record: AnyRecord | null): void {
    const entry = this.#entries.get(keyOf(kind, id));
    if (entry === undefined || (record !== null && entry.base !== null && record.rev < entry.base.rev)) return;
    entry.base = record;
  }

  /** undefined = not touched here. */
  base(kind: Kind, id: Id): AnyRecord | null | undefined {
    return this.#entries.get(keyOf(kind, id))?.base;
  }

  pending(kind: Kind, id: Id): boolean {
    // Asked of every row in sight, for each step of a scroll.
    return this.#entries.size > 0 && this.#entries.has(keyOf(kind, id));
  }

  visible<K extends Kind>(kind: K, id: Id, confirmed: RecordOf[K] | null): RecordOf[K] | null {
    const entry = this.#entries.get(keyOf(kind, id));
    if (entry === undefined) return confirmed;
    if (entry.memo === null || entry.memo.from !== confirmed) {
      let record: AnyRecord | null = confirmed;
      for (const { change } of entry.stack) {
        // The storage may have made it already and not said so yet.
        if (change.op !== 'create' || record === null) record = apply(record, change);
      }
      entry.memo = { from: confirmed, to: record };
    }
    return entry.memo.to as RecordOf[K] | null;
  }

  *of(kind: Kind): Iterable<{ readonly id: Id; readonly base: AnyRecord | null }> {
    for (const entry of this.#entries.values()) if (entry.kind === kind) yield entry;
  }

  touches(kind: Kind): boolean {
    for (const entry of this.#entries.values()) if (entry.kind === kind) return true;
    return false;
  }
}

/** The next pending edit of each of these fields gets a new `before`. */
function rebase(entry: Entry, from: number, fields: Fields, stored: boolean): void {
  for (const [name, [before]] of Object.entries(fields)) {
    if (entry.stack.slice(0, from).some((one) => edits(one.change, name))) continue;
    const next = entry.stack.slice(from).find((one) => edits(one.change, name));
    if (next?.change.op !== 'patch') continue;
    const under = stored && entry.base !== null ? valueOf(entry.base, name) : before;
    const after = next.change.fields[name]![1];
    next.change = { ...next.change, fields: { ...next.change.fields, [name]: [under, after] } };
  }
}

function edits(change: Change, field: string): boolean {
  return change.op === 'patch' && Object.hasOwn(change.fields, field);
}
