/** Which persons, organizations, users and labels the rows of a page name. */
import type { Related } from '../../domain/query.js';
import type { AnyRecord, Id, Label, Organization, Person, User } from '../../domain/records.js';

export type RelatedKind = 'person' | 'organization' | 'user' | 'label';
export type RelatedIds = { readonly [K in RelatedKind]: ReadonlySet<Id> };

const links = [
  ['personId', 'person'],
  ['organizationId', 'organization'],
  ['ownerId', 'user'],
  ['creatorId', 'user'],
  ['userId', 'user'],
  ['authorId', 'user'],
] as const satisfies readonly (readonly [string, RelatedKind])[];

export function relatedIds(records: readonly AnyRecord[]): RelatedIds {
  const ids = { person: new Set<Id>(), organization: new Set<Id>(), user: new Set<Id>(), label: new Set<Id>() };
  for (const record of records as readonly unknown[] as readonly Readonly<Record<string, unknown>>[]) {
    for (const [field, kind] of links) {
      const id = record[field];
      if (typeof id === 'string') ids[kind].add(id);
    }
    const labels = record['labelIds'];
    if (Array.isArray(labels)) for (const id of labels) if (typeof id === 'string') ids.label.add(id);
  }
  return ids;
}

/** The records by id; what is not there (any more) is left out. */
export function relatedOf(lists: {
  readonly person: readonly (Person | undefined | null)[];
  readonly organization: readonly (Organization | undefined | null)[];
  readonly user: readonly (User | undefined | null)[];
  readonly label: readonly (Label | undefined | null)[];
}): Related {
  return {
    persons: byId(lists.person),
    organizations: byId(lists.organization),
    users: byId(lists.user),
    labels: byId(lists.label),
  };
}

function byId<R extends { readonly id: Id }>(records: readonly (R | undefined | null)[]): ReadonlyMap<Id, R> {
  const map = new Map<Id, R>();
  for (const record of records) if (record) map.set(record.id, record);
  return map;
}
