import { CUSTOM, valueOf } from './field-value.js';
import type { AnyRecord, Id, Kind, RecordOf } from './records.js';
import { same } from './same.js';

export { same, valueOf };

/** What one command does to one record. The same shape is the changelog, the undo, and what a live query folds. */
export type Change = { [K in Kind]: Create<K> | Patch<K> | Delete<K> }[Kind];

export interface Create<K extends Kind = Kind> {
  readonly op: 'create';
  readonly kind: K;
  readonly id: Id;
  readonly record: RecordOf[K];
  /** In an answer only: the id that the client had given. The store re-keys. */
  readonly was?: Id;
}

/**
 * Fields and their values `[before, after]`. Custom fields are named `custom.<id>` (cut at the first dot only).
 * Stale only where a stored value differs from its `before`: disjoint edits merge.
 */
export interface Patch<K extends Kind = Kind> {
  readonly op: 'patch';
  readonly kind: K;
  readonly id: Id;
  readonly fields: Fields;
  /** In an answer: the record's `rev` and `updatedAt` after it. A patch of derived fields carries the unchanged ones. */
  readonly rev?: number;
  readonly updatedAt?: string;
}

/** Checks `rev`: what somebody else has changed since is not deleted unseen. */
export interface Delete<K extends Kind = Kind> {
  readonly op: 'delete';
  readonly kind: K;
  readonly id: Id;
  readonly record: RecordOf[K];
  readonly rev: number;
}

export type Fields = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** A copy of the record with these fields set. A custom field set to null is taken out. */
export function withFields<R extends AnyRecord>(record: R, values: Readonly<Record<string, unknown>>): R {
  const next: Record<string, unknown> = { ...record };
  for (const [field, value] of Object.entries(values)) {
    if (!field.startsWith(CUSTOM)) {
      next[field] = value;
      continue;
    }
    const custom = { ...(next['custom'] as Record<string, unknown> | undefined) };
    const id = field.slice(CUSTOM.length);
    if (value === null) delete custom[id];
    else Object.defineProperty(custom, id, { value, enumerable: true, writable: true, configurable: true });
    next['custom'] = custom;
  }
  return next as unknown as R;
}

/** The record after the change; null = not there (any more). A patch of a missing record leaves it missing. */
export function apply(record: AnyRecord | null, change: Change): AnyRecord | null {
  if (change.op === 'create') return change.record;
  if (change.op === 'delete') return null;
  if (record === null) return null;
  const values: Record<string, unknown> = {};
  // A field that is only compared is left as it is, also where it is not there.
  for (const [field, [before, after]] of Object.entries(change.fields)) if (before !== after) values[field] = after;
  if (change.rev !== undefined) values['rev'] = change.rev;
  if (change.updatedAt !== undefined) values['updatedAt'] = change.updatedAt;
  return withFields(record, values);
}

/** The change that takes this one back. */
export function swap(change: Change): Change {
  switch (change.op) {
    case 'create':
      return {
        op: 'delete',
        kind: change.kind,
        id: change.id,
        record: change.record,
        rev: change.record.rev,
      } as Change;
    case 'delete':
      return { op: 'create', kind: change.kind, id: change.id, record: change.record } as Change;
    case 'patch': {
      const fields: Record<string, readonly [unknown, unknown]> = {};
      for (const [name, [before, after]] of Object.entries(change.fields)) fields[name] = [after, before];
      return { op: 'patch', kind: change.kind, id: change.id, fields };
    }
  }
}

/** The patch from a record to new values of some fields; null where nothing differs. */
export function patchOf<K extends Kind>(
  kind: K,
  record: RecordOf[K],
  values: Readonly<Record<string, unknown>>,
): Patch<K> | null {
  const fields: Record<string, readonly [unknown, unknown]> = {};
  for (const [name, after] of Object.entries(values)) {
    // A field that is not there is empty: plain data knows no `undefined`.
    const before = valueOf(record, name) ?? null;
    if (!same(before, after)) fields[name] = [before, after];
  }
  return Object.keys(fields).length === 0 ? null : { op: 'patch', kind, id: record.id, fields };
}
