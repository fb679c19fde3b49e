/** Changes and amounts for tests, in as few words as they can be said. */
import type { Change, Create, Delete } from '../domain/change.js';
import type { Id, Kind, Money, RecordOf } from '../domain/records.js';

export function money(amount: string, currency = 'EUR'): Money {
  return { amount, currency };
}

/** `create` of a record: `adapter.commit([creation('lead', aLead())])`. */
export function creation<K extends Kind>(kind: K, record: RecordOf[K]): Change {
  return { op: 'create', kind, id: record.id, record } satisfies Create<K> as unknown as Change;
}

/** `delete` of a record as it is known. */
export function deletion<K extends Kind>(kind: K, record: RecordOf[K]): Change {
  return { op: 'delete', kind, id: record.id, record, rev: record.rev } satisfies Delete<K> as unknown as Change;
}

/** A patch: `edit('lead', 'lead-1', { title: ['Old', 'New'] })`. */
export function edit(
  kind: Kind,
  id: Id,
  fields: Readonly<Record<string, readonly [before: unknown, after: unknown]>>,
): Change {
  return { op: 'patch', kind, id, fields };
}
