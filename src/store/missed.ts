import type { AnyRecord, Id, Kind } from '../domain/records.js';
import { keyOf } from './overlay.js';
import type { Pair } from './pairs.js';

/**
 * Records of which a newer version was heard than what is known could be brought to: somebody else's change came before
 * the answer to one of ours that it follows. Until a version as new has been read, none of them is built upon: a lead that
 * others have archived must not come back with the answer to our label.
 */
export class Missed {
  readonly #heard = new Map<string, { readonly kind: Kind; readonly id: Id; readonly rev: number }>();

  hear({ kind, id, changes }: Pair): void {
    const revs = changes.flatMap((change) => (change.op === 'patch' ? (change.rev ?? []) : []));
    const rev = Math.max(...revs, this.#heard.get(keyOf(kind, id))?.rev ?? 0);
    if (rev > 0) this.#heard.set(keyOf(kind, id), { kind, id, rev });
  }

  /** The record as it is known, if that is not older than what was heard of; else undefined = not known. */
  current(kind: Kind, id: Id, record: AnyRecord | null | undefined): AnyRecord | null | undefined {
    const heard = this.#heard.get(keyOf(kind, id));
    return heard !== undefined && record != null && record.rev < heard.rev ? undefined : record;
  }

  /** Nothing of ours is under way: what is held is read again. @param keep still pending */
  forget(keep: (kind: Kind, id: Id) => boolean): void {
    for (const [key, { kind, id }] of this.#heard) if (!keep(kind, id)) this.#heard.delete(key);
  }
}
