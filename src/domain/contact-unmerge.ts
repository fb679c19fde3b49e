/** A person, or an organization, that was merged comes back out of the trash, with what named it then. */
import { patchOf, valueOf } from './change.js';
import type { Change } from './change.js';
import { askedBack, askedBackNeeds } from './contact-asked.js';
import { linkOf } from './contact-delete.js';
import type { ContactKind } from './contact-delete.js';
import { namingFields } from './contact-merge.js';
import { allOf } from './merge-rule.js';
import { isEmpty } from './matches.js';
import type { AnyRecord, Id, Kind, MergedLink, Organization, Participant, Person, Trash } from './records.js';
import { byIds, listedIn } from './rule.js';
import type { Found, Need } from './rule.js';

type Linked = Omit<MergedLink, 'kind'> & { readonly kind: MergedLink['kind'] | 'note' | 'activity' | 'file' };

function isMerged({ of, mergedInto }: Trash): boolean {
  return (of === 'person' || of === 'organization') && !isEmpty(mergedInto);
}

/** What has to be read, beside what the trash of any kind asks for. */
export function contactUnmergeNeeds(trash: readonly Trash[]): readonly Need[] {
  return trash.filter(isMerged).flatMap(({ of, id, moved, participants = [] }) => {
    const dealIds = participants.map(({ dealId }) => dealId);
    return [
      { kind: of, where: { field: 'mergedIds', op: 'has', value: [id] } } as const,
      ...(moved?.links ?? []).flatMap(({ kind, ids }) => byIds(kind, ids)),
      ...askedBackNeeds(moved?.asked),
      ...listedIn('participant', 'dealId', dealIds),
    ];
  });
}

/** The one that has it now: the survivor may have been merged itself since. */
function survivorOf({ of, id, mergedInto }: Trash, found: Found): Person | Organization | null {
  const kind = of as ContactKind;
  const all: readonly (Person | Organization)[] = found.all(kind);
  return all.find(({ mergedIds }) => mergedIds?.includes(id) === true) ?? found.get(kind, mergedInto ?? null);
}

/** What named it names it again, unless it is gone or names somebody else by now. The values that the survivor took stay with it. */
export function contactUnmergeChanges(trash: Trash, found: Found): readonly Change[] {
  if (!isMerged(trash)) return [];
  const { id, record } = trash;
  const survivor = survivorOf(trash, found);
  const fields = new Map<AnyRecord, Record<string, unknown>>();
  const kinds = new Map<AnyRecord, Kind>();
  for (const [kind, one, field] of backLinks(trash, survivor, found)) {
    kinds.set(one, kind);
    fields.set(one, { ...fields.get(one), [field]: id });
  }
  if (survivor !== null) {
    // Those that came with it go with it.
    const came = allOf(record);
    const left = (survivor.mergedIds ?? []).filter((other) => !came.includes(other));
    kinds.set(survivor, trash.of);
    fields.set(survivor, { ...fields.get(survivor), mergedIds: left.length === 0 ? null : left });
  }
  return [
    ...[...fields].flatMap(([one, values]): readonly Change[] => {
      const patch = patchOf(kinds.get(one)!, one as never, values);
      return patch === null ? [] : [patch];
    }),
    ...askedAgain(trash, survivor, found),
  ];
}

function askedAgain(
  { of, id, mergedInto, moved }: Trash,
  survivor: Person | Organization | null,
  found: Found,
): readonly Change[] {
  if (moved?.asked === undefined) return [];
  const stayed = new Set([mergedInto, survivor?.id].filter((one) => typeof one === 'string'));
  const fields = namingFields(of as ContactKind, found.all('field'));
  return askedBack(moved.asked, id, stayed, new Set(survivor?.mergedIds), fields, found);
}

function backLinks(
  { of, mergedInto, moved }: Trash,
  survivor: Person | Organization | null,
  found: Found,
): readonly (readonly [Kind, AnyRecord, string])[] {
  const link = linkOf[of as ContactKind];
  const links: readonly Linked[] = [
    ...(moved?.links ?? []),
    { kind: 'note', field: link, ids: moved?.notes ?? [] },
    { kind: 'activity', field: link, ids: moved?.activities ?? [] },
    { kind: 'file', field: link, ids: moved?.files ?? [] },
  ];
  const holders: ReadonlySet<unknown> = new Set([mergedInto, survivor?.id]);
  return links.flatMap(({ kind, field, ids }) =>
    ids.flatMap((id) => {
      const one = found.get(kind, id) as AnyRecord | null;
      return one !== null && holders.has(valueOf(one, field)) ? [[kind, one, field] as const] : [];
    }),
  );
}

/** Participations that were given up and are there again: nobody takes part twice, nor in a deal that is with them. */
export function takingPartAgain(trash: Trash, found: Found): readonly Participant[] {
  const { id, participants = [] } = trash;
  const back = new Set(
    backLinks(trash, survivorOf(trash, found), found).map(([kind, one, field]) => `${kind} ${one.id} ${field}`),
  );
  const primary = (dealId: Id): Id | null =>
    back.has(`deal ${dealId} personId`) ? id : (found.get('deal', dealId)?.personId ?? null);
  const there = new Set(
    found
      .all('participant')
      .map((one) => `${one.dealId} ${back.has(`participant ${one.id} personId`) ? id : one.personId}`),
  );
  return participants.filter(
    ({ dealId, personId }) =>
      found.get('deal', dealId) !== null && primary(dealId) !== personId && !there.has(`${dealId} ${personId}`),
  );
}
