/**
 * Idempotency keys: what was stored under a key is answered again, not stored again. Kept is only what cannot be worked
 * out from the repeated call itself: versions, and the patches of derived fields.
 */
import type { Change } from '../../domain/change.js';
import { CrmError } from '../../domain/errors.js';
import type { AnyRecord, Id, Instant, Kind } from '../../domain/records.js';
import { cleanRecord } from './clean.js';

export interface Stamps {
  readonly at: Instant;
  /** `rev` of each change of the call, in order. */
  readonly revs: readonly number[];
  /** Tells a repeated call from another one that came with the same key by mistake. */
  readonly first: string;
  readonly derived: readonly Change[];
}

/** Keys are good for a day: a client that retries later than that has been restarted many times over. */
export const keyLife = 86_400_000;

export function stampsOf(changes: readonly Change[], answer: readonly Change[], at: Instant): Stamps {
  return {
    at,
    revs: answer
      .slice(0, changes.length)
      .map((change) => (change.op === 'create' ? change.record.rev : (change.rev ?? 0))),
    first: signature(changes),
    derived: answer.slice(changes.length),
  };
}

function signature(changes: readonly Change[]): string {
  const [first] = changes;
  return first === undefined ? '' : `${first.op} ${first.kind} ${first.id}`;
}

/** @throws CrmError `invalid` where the key belongs to other changes */
export function replay(
  changes: readonly Change[],
  stamps: Stamps,
  look: (kind: Kind, id: Id) => AnyRecord | null,
): readonly Change[] {
  if (stamps.revs.length !== changes.length || stamps.first !== signature(changes)) {
    throw new CrmError('invalid', 'This key was used for another commit.', { field: 'key' });
  }
  const again = changes.map((change, i): Change => {
    const rev = stamps.revs[i] ?? 1;
    if (change.op === 'patch') return { ...change, rev, updatedAt: stamps.at };
    if (change.op === 'delete')
      return { ...change, record: change.record && cleanRecord(change.kind, change.record) } as unknown as Change;
    // As it stands now, derived fields and later edits included; where it is gone, as it was stored.
    const record = look(change.kind, change.id) ?? { ...change.record, rev, updatedAt: stamps.at };
    return { ...change, record } as Change;
  });
  return [...again, ...stamps.derived];
}
