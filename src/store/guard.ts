import { same, valueOf, type Change } from '../domain/change.js';
import { childrenOfKind, linkOf, type Holder } from '../domain/children.js';
import { CrmError } from '../domain/errors.js';
import type { AnyRecord, Id, Kind } from '../domain/records.js';
import { listedIn } from '../domain/rule.js';
import type { Gatherer } from './gather.js';
import { keyOf } from './overlay.js';

async function storedOf(gatherer: Gatherer, changes: readonly Change[]): Promise<ReadonlyMap<string, AnyRecord>> {
  const ids = new Map<Kind, Set<Id>>();
  for (const { kind, id } of changes) {
    const set = ids.get(kind) ?? new Set<Id>();
    ids.set(kind, set.add(id));
  }
  const stored = new Map<string, AnyRecord>();
  await Promise.all(
    [...ids].map(async ([kind, set]) => {
      for (const record of await gatherer.byIds(kind, [...set])) stored.set(keyOf(kind, record.id), record);
    }),
  );
  return stored;
}

/**
 * For storages that compare nothing themselves (without `guarded`): compared here, just before the write. Between this
 * look and the write somebody else may still be faster; only the storage can close that gap.
 * @throws CrmError `conflict`, `not-found`
 */
export async function refuseStale(gatherer: Gatherer, changes: readonly Change[]): Promise<void> {
  const stored = await storedOf(gatherer, changes);
  const made = new Set<string>();
  for (const change of changes) {
    const key = keyOf(change.kind, change.id);
    const record = stored.get(key);
    if (change.op === 'create') {
      if (record !== undefined)
        throw new CrmError('conflict', `There is a ${change.kind} "${change.id}" already.`, {
          current: record,
          reason: 'exists',
        });
      made.add(key);
    } else if (made.has(key)) continue;
    else if (record === undefined)
      throw new CrmError('not-found', `There is no ${change.kind} "${change.id}" (any more).`, { current: null });
    else if (change.op === 'delete') {
      if (record.rev !== change.rev)
        throw new CrmError('conflict', `The ${change.kind} has been changed since.`, {
          current: record,
          reason: 'rev',
        });
    } else {
      for (const [field, [before]] of Object.entries(change.fields)) {
        if (!same(valueOf(record, field) ?? null, before ?? null)) {
          throw new CrmError('conflict', `"${field}" has been changed since.`, {
            field,
            current: record,
            reason: 'stale',
          });
        }
      }
    }
  }
  await refuseHanging(gatherer, changes);
}

/** What hangs on leads and deals that go, and does not go along. */
async function refuseHanging(gatherer: Gatherer, changes: readonly Change[]): Promise<void> {
  const gone = (whose: Holder): readonly Id[] =>
    changes.flatMap(({ op, kind, id }) => (op === 'delete' && kind === whose ? [id] : []));
  const needs = (['lead', 'deal'] as const).flatMap((holder) =>
    childrenOfKind(holder).flatMap(({ kind }) => listedIn(kind, linkOf[holder], gone(holder))),
  );
  if (needs.length === 0) return;
  const found = await gatherer.look(needs);
  const own = new Set(changes.map(({ kind, id }) => keyOf(kind, id)));
  for (const { kind } of childrenOfKind('deal'))
    for (const current of found.all(kind))
      if (!own.has(keyOf(kind, current.id)))
        throw new CrmError('conflict', 'Something was added to it since.', { current, reason: 'children' });
}

/** After a commit that was never answered: is all of it there? */
export async function isStored(gatherer: Gatherer, changes: readonly Change[]): Promise<boolean> {
  const stored = await storedOf(gatherer, changes);
  return changes.every((change) => {
    const record = stored.get(keyOf(change.kind, change.id));
    if (change.op === 'delete') return record === undefined;
    if (change.op === 'create') return record !== undefined;
    return (
      record !== undefined &&
      Object.entries(change.fields).every(([field, [, after]]) => same(valueOf(record, field) ?? null, after ?? null))
    );
  });
}
