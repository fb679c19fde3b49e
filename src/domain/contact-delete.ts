import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import type { Draft, Problem } from './plan.js';
import { deletedAll } from './hanging.js';
import type {
  Activity,
  AttachedFile,
  Deal,
  Id,
  Lead,
  Note,
  Organization,
  Participant,
  Person,
  Trash,
  Unlinked,
} from './records.js';
import { byIds, expiry, listedIn } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';

export type ContactKind = 'person' | 'organization';
type Child = Note | Activity | AttachedFile;

/** By which field others name it. */
export const linkOf = { person: 'personId', organization: 'organizationId' } as const;
const otherOf = { person: 'organizationId', organization: 'personId' } as const;
/** Kinds whose records may name one. */
export const naming: { readonly [K in ContactKind]: readonly ('lead' | 'deal' | 'person' | 'project')[] } = {
  person: ['lead', 'deal', 'project'],
  organization: ['lead', 'deal', 'person', 'project'],
};
export const hungKinds = ['note', 'activity', 'file'] as const;

/** Everything that names or hangs on these. */
export function namingNeeds(kind: ContactKind, ids: readonly Id[]): readonly Need[] {
  return [
    ...[...naming[kind], ...hungKinds].flatMap((other) => listedIn(other, linkOf[kind], ids)),
    ...(kind === 'person' ? listedIn('participant', 'personId', ids) : []),
  ];
}

/**
 * Persons, or organizations, go to the trash. What hung on them alone goes along; what named them beside others stays, without
 * the link, which comes back with them. A lead or deal that would name nobody keeps them here.
 */
function contactsDelete<N extends 'persons-delete' | 'organizations-delete'>(kind: ContactKind): Rule<N> {
  const rule: Rule<'persons-delete'> = {
    optimistic: false,
    bulk: true,
    needs: ({ ids }) => [...byIds(kind, ids), ...namingNeeds(kind, ids)],
    draft: (input, found, env) =>
      [...new Set(input.ids)].map((id, index) => {
        const draft = new CommandDraft(kind, id, found.get(kind, id), {}, { index }) as Draft;
        rule.check(draft, found, env, input);
        return draft;
      }),
    check: (draft, found) => {
      (draft as CommandDraft).problems = problemsOf(kind, draft, found);
    },
    changes: (draft, found, env) => {
      const record = draft.record as Person | Organization | null;
      return record === null ? [] : toTrash(kind, record, found, env);
    },
  };
  return rule as unknown as Rule<N>;
}

export const personsDelete = contactsDelete<'persons-delete'>('person');
export const organizationsDelete = contactsDelete<'organizations-delete'>('organization');

function problemsOf(kind: ContactKind, { id, record }: Draft, found: Found): readonly Problem[] {
  if (record === null || found.get(kind, id) === null) return [{ code: 'not-found' }];
  const count = [...found.all('lead'), ...found.all('deal')].filter(
    (one: Lead | Deal) => one[linkOf[kind]] === id && one[otherOf[kind]] === null,
  ).length;
  return count === 0 ? [] : [{ code: 'named', count }];
}

/** The trash is written first and the record goes last: half of it, somewhere without `atomic`, loses nothing. */
function toTrash(kind: ContactKind, record: Person | Organization, found: Found, env: Env): readonly Change[] {
  const link = linkOf[kind];
  const { id } = record;
  const hanging = <K extends (typeof hungKinds)[number]>(child: K): readonly Child[] =>
    (found.all(child) as readonly Child[]).filter((one) => one[link] === id);
  const alone = (one: Child): boolean =>
    (['leadId', 'dealId', 'personId', 'organizationId'] as const).every((on) => on === link || one[on] === null);
  const notes = hanging('note').filter(alone) as readonly Note[];
  const activities = hanging('activity').filter(alone) as readonly Activity[];
  const files = hanging('file').filter(alone) as readonly AttachedFile[];
  const participants: readonly Participant[] =
    kind === 'person' ? found.all('participant').filter(({ personId }) => personId === id) : [];
  const unlinked: readonly Unlinked[] = [
    ...naming[kind].flatMap((other) =>
      (found.all(other) as readonly { readonly id: Id; readonly personId?: Id | null; organizationId: Id | null }[])
        .filter((one) => one[link] === id)
        .map((one) => ({ kind: other, id: one.id })),
    ),
    ...hungKinds.flatMap((child) =>
      hanging(child)
        .filter((one) => !alone(one))
        .map((one) => ({ kind: child, id: one.id })),
    ),
  ];
  const trash: Trash = {
    id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    of: kind,
    title: record.name,
    record,
    notes,
    activities,
    ...(files.length > 0 && { files }),
    ...(participants.length > 0 && { participants }),
    ...(unlinked.length > 0 && { unlinked }),
    userId: env.userId,
    command: env.command,
    expiresAt: expiry(env),
  };
  return [
    { op: 'create', kind: 'trash', id, record: trash },
    ...unlinked.map((one): Change => ({ op: 'patch', kind: one.kind, id: one.id, fields: { [link]: [id, null] } })),
    ...deletedAll({ notes, activities, files, participants }),
    { op: 'delete', kind, id, record, rev: record.rev } as Change,
  ];
}

/** What has to be read to give a person or an organization its links back. */
export function relinkNeeds(trash: readonly Trash[]): readonly Need[] {
  return trash.flatMap(({ of, unlinked = [], participants = [] }) => [
    ...unlinked.flatMap(({ kind, id }) => byIds(kind, [id])),
    ...(of === 'person'
      ? byIds(
          'deal',
          participants.map(({ dealId }) => dealId),
        )
      : []),
  ]);
}

/** Who took part in a deal that is gone by now takes part in nothing. */
export function takingPart(trash: Trash, found: Found): Trash {
  const { of, participants } = trash;
  if (of !== 'person' || participants === undefined) return trash;
  return { ...trash, participants: participants.filter(({ dealId }) => found.get('deal', dealId) !== null) };
}

/** Whatever named it names it again, unless it is gone or names another one by now. */
export function relinkChanges({ id, of, unlinked = [] }: Trash, found: Found): readonly Change[] {
  if (of !== 'person' && of !== 'organization') return [];
  const link = linkOf[of];
  return unlinked.flatMap(({ kind, id: other }): readonly Change[] => {
    const record = found.get(kind, other) as {
      readonly personId?: Id | null;
      readonly organizationId: Id | null;
    } | null;
    if (record === null || (record[link] ?? null) !== null) return [];
    return [{ op: 'patch', kind, id: other, fields: { [link]: [null, id] } }];
  });
}
