/** Persons, or organizations, become one: all that names the others names the one that stays. */
import { patchOf, valueOf } from './change.js';
import type { Change } from './change.js';
import { askedNeeds, askedOf, askedOn } from './contact-asked.js';
import { hungKinds, linkOf, naming, namingNeeds } from './contact-delete.js';
import type { ContactKind } from './contact-delete.js';
import { deletedAll } from './hanging.js';
import { CUSTOM } from './field-value.js';
import { allOf, mergeRule, trashed } from './merge-rule.js';
import type { Merge, MergeOf } from './merge-rule.js';
import type { AnyRecord, Field, Id, MergedLink, Participant } from './records.js';
import type { MergeMoves } from './plan.js';
import type { Found, Need } from './rule.js';

/** Whose custom fields may name one. */
export const holding = ['lead', 'deal', 'person', 'organization'] as const;
/** What names one, in the order in which it is written. */
const linkedKinds = ['lead', 'deal', 'person', 'organization', 'project', ...hungKinds] as const;
type Linked = (typeof linkedKinds)[number];

function merging<K extends ContactKind>(kind: K): MergeOf<K> {
  return {
    kind,
    needs: (ids) => [...namingNeeds(kind, ids), ...askedNeeds],
    then: (ids, found) => customNeeds(kind, ids, found.all('field')),
    moves: (found, id) => movesOf(found, kind, id),
    follows: (survivor, others, found) => {
      const all = [survivor, ...others];
      const own = new Set(all.flatMap(allOf));
      const apart = [...new Set(all.flatMap((one) => one.notDuplicateOf ?? []))].filter((id) => !own.has(id));
      const lost = new Set(others.map(({ id }) => id));
      // It may have named one of them itself.
      const itself = customFields(kind, found.all('field'))
        .map((field) => [field, valueOf(survivor, field)] as const)
        .filter(([, value]) => lost.has(value as Id));
      return {
        ...Object.fromEntries(itself.map(([field]) => [field, survivor.id])),
        ...(apart.length > 0 && { notDuplicateOf: apart }),
      };
    },
    between: (merge, found, env) => {
      const { survivor, others } = merge;
      const parts = kind === 'person' ? partsOf(merge as Merge<'person'>, found) : noParts;
      const links = others.map(({ id }) => linksTo(found, kind, id, others, survivor));
      const fields = namingFields(kind, found.all('field'));
      const lost = new Set(others.map(({ id }) => id));
      return [
        ...others.map((record, at) => {
          const ids = (of: string): readonly Id[] =>
            links[at]!.filter((link) => link.kind === of).map((link) => link.record.id);
          const files = ids('file');
          const went = {
            ...{ notes: ids('note'), activities: ids('activity'), ...(files.length > 0 && { files }) },
            conversions: [],
          };
          const told = [
            ...grouped(links[at]!),
            ...grouped(parts.kept.filter(({ from }) => from === record.id).map(({ record: one }) => part(one))),
          ];
          const gone = parts.gone.filter(({ whose }) => whose === record.id).map(({ record: one }) => one);
          const asked = askedOf(found, fields, record.id, lost, survivor.id);
          const more = { ...(told.length > 0 && { links: told }), ...(asked.length > 0 && { asked }) };
          return trashed(merge, record, { ...went, ...more }, found, env, gone);
        }),
        ...repointed(links.flat(), survivor.id),
        ...askedOn(found, fields, lost, survivor.id),
        ...parts.kept.flatMap(({ record, role }): readonly Change[] => {
          const patch = patchOf('participant', record, { personId: survivor.id, role });
          return patch === null ? [] : [patch];
        }),
        ...deletedAll({ participants: parts.gone.map(({ record }) => record) }),
      ];
    },
  };
}

export const personsMerge = mergeRule<'persons-merge', 'person'>(merging('person'));
export const organizationsMerge = mergeRule<'organizations-merge', 'organization'>(merging('organization'));

/** Names of custom fields whose values are of this kind, those that were not turned into another type yet too. */
export function customFields(kind: ContactKind | 'user', defs: readonly Field[]): readonly string[] {
  return defs.filter(({ type, was }) => type === kind || was?.type === kind).map(({ id }) => CUSTOM + id);
}

/** Fields by which leads, deals and others name one of this kind. */
export function namingFields(kind: ContactKind, defs: readonly Field[]): ReadonlySet<string> {
  return new Set([linkOf[kind], ...customFields(kind, defs)]);
}

/** What names these in custom fields. */
export function customNeeds(kind: ContactKind | 'user', ids: readonly Id[], defs: readonly Field[]): readonly Need[] {
  const any = customFields(kind, defs).map((field) => ({ field, op: 'in' as const, value: ids }));
  return any.length === 0 ? [] : holding.map((of) => ({ kind: of, where: { any } }));
}

/** One field of one record that names a contact. */
interface Link {
  readonly kind: Linked | 'participant';
  readonly record: AnyRecord;
  readonly field: string;
}

function namedBy(found: Found, kind: ContactKind, id: Id): readonly Link[] {
  const link = linkOf[kind];
  const custom = customFields(kind, found.all('field'));
  const plain: ReadonlySet<string> = new Set([...naming[kind], ...hungKinds]);
  return linkedKinds.flatMap((of) => {
    const fields = [...(plain.has(of) ? [link] : []), ...((holding as readonly string[]).includes(of) ? custom : [])];
    return (found.all(of) as readonly AnyRecord[]).flatMap((record) =>
      fields.filter((field) => valueOf(record, field) === id).map((field) => ({ kind: of, record, field })),
    );
  });
}

/** All that is to name the survivor instead; those that go, and the survivor itself, are seen to elsewhere. */
function linksTo(
  found: Found,
  kind: ContactKind,
  id: Id,
  others: readonly AnyRecord[],
  survivor: AnyRecord,
): readonly Link[] {
  const own = new Set([...others.map((one) => one.id), survivor.id]);
  return namedBy(found, kind, id).filter((link) => link.kind !== kind || !own.has(link.record.id));
}

/** One patch a record, whatever of it named one of them. */
function repointed(links: readonly Link[], to: Id): readonly Change[] {
  const fields = new Map<AnyRecord, Record<string, unknown>>();
  for (const { record, field } of links) fields.set(record, { ...fields.get(record), [field]: to });
  const kinds = new Map(links.map(({ record, kind }) => [record, kind]));
  return [...fields].flatMap(([record, values]): readonly Change[] => {
    const patch = patchOf(kinds.get(record)!, record as never, values);
    return patch === null ? [] : [patch];
  });
}

function grouped(links: readonly Link[]): readonly MergedLink[] {
  const groups = new Map<string, MergedLink>();
  for (const { kind, field, record } of links) {
    if (kind === 'note' || kind === 'activity' || kind === 'file') continue;
    const key = `${kind} ${field}`;
    groups.set(key, { kind, field, ids: [...(groups.get(key)?.ids ?? []), record.id] });
  }
  return [...groups.values()];
}

function part(record: Participant): Link {
  return { kind: 'participant', field: 'personId', record };
}

function movesOf(found: Found, kind: ContactKind, id: Id): MergeMoves {
  const link = linkOf[kind];
  const links = namedBy(found, kind, id);
  const count = (of: Link['kind']): number => links.filter((one) => one.kind === of && one.field === link).length;
  return {
    notes: count('note'),
    activities: count('activity'),
    ...(count('file') > 0 && { files: count('file') }),
    leads: count('lead'),
    deals: count('deal'),
    projects: count('project'),
    ...(kind === 'person'
      ? { participants: found.all('participant').filter(({ personId }) => personId === id).length }
      : { persons: count('person') }),
    values: links.filter(({ field }) => field !== link).length,
  };
}

interface Parts {
  /** Stays, as the survivor's. `from`: whose it was. */
  readonly kept: readonly { readonly record: Participant; readonly from: Id; readonly role: string }[];
  /** Given up. `whose`: the trash of which one keeps it. */
  readonly gone: readonly { readonly record: Participant; readonly whose: Id }[];
}
const noParts: Parts = { kept: [], gone: [] };

/** Nobody takes part in a deal twice, nor in one that is with them: what would say so becomes one, or goes. */
function partsOf({ survivor, others }: Merge<'person'>, found: Found): Parts {
  const lost = new Set(others.map(({ id }) => id));
  const all = found.all('participant').filter(({ personId }) => personId === survivor.id || lost.has(personId));
  const byDeal = new Map<Id, Participant[]>();
  for (const record of all) byDeal.set(record.dealId, [...(byDeal.get(record.dealId) ?? []), record]);
  const kept: Parts['kept'][number][] = [];
  const gone: Parts['gone'][number][] = [];
  for (const [dealId, records] of byDeal) {
    const primary = found.get('deal', dealId)?.personId ?? null;
    if (primary !== null && (primary === survivor.id || lost.has(primary))) {
      // What is the survivor's own comes back with the one that the deal was with.
      for (const record of records) {
        const whose = record.personId === survivor.id ? primary : record.personId;
        if (whose !== survivor.id) gone.push({ record, whose });
      }
      continue;
    }
    const [first] = [...records].sort(
      (a, b) =>
        Number(lost.has(a.personId)) - Number(lost.has(b.personId)) ||
        (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1),
    );
    if (first === undefined) continue;
    const role = first.role || (records.find((one) => one.role !== '')?.role ?? '');
    if (first.personId !== survivor.id || role !== first.role) kept.push({ record: first, from: first.personId, role });
    for (const record of records) if (record !== first) gone.push({ record, whose: record.personId });
  }
  return { kept, gone };
}
