/**
 * What is kept for later (receipts, the trash) names persons and organizations as they were then. Some of them may have been merged
 * since: where it comes back it names the one that stayed, which knows them by their ids.
 */
import { withFields, valueOf } from './change.js';
import type { Fields } from './change.js';
import { linkOf } from './contact-delete.js';
import type { ContactKind } from './contact-delete.js';
import { askingFor, idsAsked, isAskedOf } from './contact-asked.js';
import { customFields, namingFields } from './contact-merge.js';
import type { AnyRecord, Conversion, Field, Id, KeptChildren, Trash } from './records.js';
import { CUSTOM } from './field-value.js';
import { byIds } from './rule.js';
import type { Found, Need } from './rule.js';

const contactKinds = ['person', 'organization'] as const;

/** Fields by which it names one, whose kind that is. */
function linksOf(record: AnyRecord, defs: readonly Field[]): readonly (readonly [string, ContactKind])[] {
  return contactKinds.flatMap((kind) =>
    [...(linkOf[kind] in record ? [linkOf[kind]] : []), ...('custom' in record ? customFields(kind, defs) : [])].map(
      (field) => [field, kind] as const,
    ),
  );
}

function named(found: Found, records: readonly AnyRecord[]): ReadonlyMap<ContactKind, ReadonlySet<Id>> {
  const defs = found.all('field');
  const ids = new Map<ContactKind, Set<Id>>(contactKinds.map((kind) => [kind, new Set()]));
  for (const record of records)
    for (const [field, kind] of linksOf(record, defs)) {
      const id = valueOf(record, field);
      if (typeof id === 'string') ids.get(kind)!.add(id);
    }
  return ids;
}

/** Whom they name; read before {@link survivorNeeds}. The custom fields have to be among what was found. */
export function namedNeeds(found: Found, records: readonly AnyRecord[]): readonly Need[] {
  return [...named(found, records)].flatMap(([kind, ids]) => byIds(kind, [...ids]));
}

/** Who stayed of those that are not there. */
export function survivorNeeds(found: Found, records: readonly AnyRecord[]): readonly Need[] {
  return [...named(found, records)].flatMap(([kind, ids]) => {
    const value = [...ids].filter((id) => found.get(kind, id) === null);
    return value.length === 0 ? [] : [{ kind, where: { field: 'mergedIds', op: 'has', value } as const }];
  });
}

/** Whom the id means now: itself, or the one that it was merged into; itself, too, where nobody knows it. */
export function standing(found: Found, kind: ContactKind, id: Id): Id {
  if (found.get(kind, id) !== null) return id;
  return found.all(kind).find(({ mergedIds }) => mergedIds?.includes(id) === true)?.id ?? id;
}

/** The same record, naming those that stayed. */
export function ledOn<R extends AnyRecord>(record: R, found: Found): R {
  const moved = linksOf(record, found.all('field')).flatMap(([field, kind]) => {
    const id = valueOf(record, field);
    const now = typeof id === 'string' ? standing(found, kind, id) : id;
    return now === id ? [] : [[field, now] as const];
  });
  return moved.length === 0 ? record : withFields(record, Object.fromEntries(moved));
}

/** All that a receipt would bring back. */
export function recordsOf({ lead, deal, kept, keptChildren }: Conversion): readonly AnyRecord[] {
  return [lead, ...[deal, kept].filter((one) => one !== null), ...(keptChildren?.participants ?? [])];
}

export function receiptLedOn(receipt: Conversion, found: Found): Conversion {
  const { lead, deal, kept, keptChildren, overwritten } = receipt;
  return {
    ...receipt,
    lead: ledOn(lead, found),
    deal: deal && ledOn(deal, found),
    kept: kept && ledOn(kept, found),
    ...(keptChildren && { keptChildren: childrenLedOn(keptChildren, found) }),
    overwritten: fieldsLedOn(overwritten, found),
  };
}

function fieldsLedOn(fields: Fields, found: Found): Fields {
  const led = contactKinds.flatMap((kind) => {
    const pair = fields[linkOf[kind]];
    const on = (id: unknown): unknown => (typeof id === 'string' ? standing(found, kind, id) : id);
    return pair === undefined ? [] : [[linkOf[kind], [on(pair[0]), on(pair[1])] as const] as const];
  });
  return led.length === 0 ? fields : { ...fields, ...Object.fromEntries(led) };
}

function childrenLedOn(children: KeptChildren, found: Found): KeptChildren {
  const { participants } = children;
  return participants === undefined
    ? children
    : { ...children, participants: participants.map((one) => ledOn(one, found)) };
}

/** What the trash would bring back, beside the record itself. */
export function keptIn({ notes, activities, files = [], participants = [] }: Trash): readonly AnyRecord[] {
  return [...notes, ...activities, ...files, ...participants];
}

/** What lies in the trash as it would come back now. */
export function trashLedOn<T extends Trash>(trash: T, found: Found): T {
  const on = <R extends AnyRecord>(records: readonly R[]): readonly R[] =>
    records.map((one) => (nameOwn(one, trash) ? one : ledOn(one, found)));
  return {
    ...trash,
    record: ledOn(trash.record, found),
    notes: on(trash.notes),
    activities: on(trash.activities),
    ...(trash.files && { files: on(trash.files) }),
    ...(trash.participants && { participants: on(trash.participants) }),
  };
}

/** Of a person that comes back: what hung on them hangs on them again, and on nobody else. */
function nameOwn(record: AnyRecord, { of, id }: Trash): boolean {
  return (of === 'person' || of === 'organization') && valueOf(record, linkOf[of]) === id;
}

/** To be read before {@link askedNamedNeeds}: which custom fields name one, where a condition is about one at all. */
export function askedFieldNeeds(part: unknown): readonly Need[] {
  return isAskedOf(part, (field) => field.startsWith(CUSTOM)) ? [{ kind: 'field' }] : [];
}

/** Whom conditions name; read before {@link askedSurvivorNeeds}. */
export function askedNamedNeeds(part: unknown, found: Found): readonly Need[] {
  return contactKinds.flatMap((kind) => byIds(kind, idsAsked(part, namingFields(kind, found.all('field')))));
}

export function askedSurvivorNeeds(part: unknown, found: Found): readonly Need[] {
  return contactKinds.flatMap((kind) => {
    const ids = idsAsked(part, namingFields(kind, found.all('field')));
    const value = [...new Set(ids)].filter((id) => found.get(kind, id) === null);
    return value.length === 0 ? [] : [{ kind, where: { field: 'mergedIds', op: 'has', value } as const }];
  });
}

/** Conditions that name those that stayed: whoever kept them may not have heard of a merge yet. */
export function askedLedOn<T>(part: T, found: Found): T {
  return contactKinds.reduce(
    (next, kind) => askingFor(next, namingFields(kind, found.all('field')), (id) => standing(found, kind, id)),
    part,
  );
}
