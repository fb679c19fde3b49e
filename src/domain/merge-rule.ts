/** How records of any kind become one: what is alike for leads, deals, persons and organizations. */
import { patchOf, same, valueOf, withFields } from './change.js';
import type { Change } from './change.js';
import { unitedAsked } from './contact-asked.js';
import { titleOf } from './drafts.js';
import { defsOf, tidy } from './edit.js';
import { isEmpty } from './matches.js';
import { MergingDraft } from './merge-draft.js';
import type { Mergeable } from './merge-draft.js';
import type { MergeKind, MergeMoves, Problem } from './plan.js';
import { derivedFields } from './records.js';
import type { Id, MergedLink, Participant, Trash } from './records.js';
import { byIds, expiry } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { fieldProblems } from './validate.js';

/** What makes merging of one kind different from another. */
export interface MergeOf<K extends MergeKind> {
  readonly kind: K;
  /** Beside the records themselves, their trash and the custom fields. */
  needs(ids: readonly Id[]): readonly Need[];
  then?(ids: readonly Id[], found: Found): readonly Need[];
  moves(found: Found, id: Id): MergeMoves;
  /** Why they cannot be merged now, whatever the values are. */
  barred?(ids: readonly Id[], found: Found): readonly Problem[];
  /** What the values are not allowed to be, beside what fields may hold. @param next the survivor with them */
  wrong?(record: Mergeable<K>, next: Mergeable<K>, found: Found): readonly Problem[];
  /** What follows for the survivor without being chosen. */
  follows(
    survivor: Mergeable<K>,
    others: readonly Mergeable<K>[],
    found: Found,
    env: Env,
  ): Readonly<Record<string, unknown>>;
  /** What is written between the survivor's patch and the end of the others. */
  between(merge: Merge<K>, found: Found, env: Env): readonly Change[];
}

/** A merge as it is carried out. */
export interface Merge<K extends MergeKind> {
  readonly kind: K;
  readonly survivor: Mergeable<K>;
  readonly others: readonly Mergeable<K>[];
  /** What the one that stays is called from then on. */
  readonly title: string;
}

/**
 * Several records of a kind become one. The survivor keeps what it is and takes the values that were chosen; what hangs on the
 * others, or names them, comes to it. The others go to the trash, where each says into which one it was merged.
 */
export function mergeRule<N extends `${MergeKind}s-merge`, K extends MergeKind>(of: MergeOf<K>): Rule<N> {
  const { kind } = of;
  const rule: Rule<'leads-merge'> = {
    optimistic: false,
    // All of them are one commit.
    bulk: false,
    // What only follows (another's set-up of a view, which changes with each column) keeps nobody from it.
    replans: true,
    needs: ({ ids }) => [
      ...byIds(kind, ids),
      ...byIds('trash', ids),
      ...of.needs(ids),
      { kind: 'field' } satisfies Need,
    ],
    then: ({ ids }, found) => of.then?.(ids, found) ?? [],
    draft: (input, found, env) => {
      const ids = [...new Set(input.ids)];
      const records = ids.flatMap((id): readonly Mergeable<K>[] => {
        const record = found.get(kind, id);
        return record === null ? [] : [record];
      });
      const moves = new Map(ids.map((id) => [id, of.moves(found, id)]));
      const draft = new MergingDraft<K>(kind, input, records, defsOf(found), moves);
      const some = draft as unknown as MergingDraft<'lead'>;
      rule.check(some, found, env, input);
      return [some];
    },
    check: (draft, found, _env, { ids }) => {
      const merging = draft as unknown as MergingDraft<K>;
      for (const seen of merging.others) {
        const fresh = found.get(kind, seen.id);
        // One that says something else by now is left as it was seen: the storage refuses to delete it.
        if (fresh !== null && same(core(fresh), core(seen))) merging.renew(fresh);
      }
      merging.problems = problemsOf(of, merging, ids, found);
    },
    changes: (draft, found, env) => {
      const merging = draft as unknown as MergingDraft<K>;
      return merging.record === null ? [] : changesOf(of, merging, merging.record, found, env);
    },
  };
  return rule as unknown as Rule<N>;
}

/** What counts of a record: not what the storage derives, nor that somebody has looked at it. */
const IMMATERIAL: ReadonlySet<string> = new Set([...derivedFields, 'rev', 'updatedAt', 'seen']);

function core(record: Mergeable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !IMMATERIAL.has(name)));
}

function problemsOf<K extends MergeKind>(
  of: MergeOf<K>,
  draft: MergingDraft<K>,
  named: readonly Id[],
  found: Found,
): readonly Problem[] {
  const { kind, record } = draft;
  const ids = [...new Set(named)];
  if (ids.length < 2 || !ids.includes(draft.survivorId)) return [{ code: 'invalid', field: 'ids' }];
  const gone = ids.find((id) => found.get(kind, id) === null);
  if (gone !== undefined || record === null) {
    const into = found.get('trash', gone ?? draft.survivorId)?.mergedInto ?? null;
    return [into === null ? { code: 'not-found' } : { code: 'merged', mergedInto: into }];
  }
  const barred = of.barred?.(ids, found) ?? [];
  if (barred.length > 0) return barred;
  const fields = tidy(draft.fields);
  // What one of them holds already is no reason to refuse it: only what was put in since is looked at.
  const given = Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => !isEmpty(value) && !draft.records.some((one) => same(valueOf(one, name), value)),
    ),
  );
  const called = kind === 'lead' || kind === 'deal' ? 'title' : 'name';
  return [
    ...fieldProblems(kind, { ...given, [called]: fields[called] }, null, defsOf(found)),
    ...(of.wrong?.(record, withFields(record, fields), found) ?? []),
  ];
}

/**
 * The survivor first, which is never left untouched: whoever merges it into another one at the same moment finds another
 * version of it. Those that go are last: half of it, somewhere without `atomic`, loses nothing and can be begun again.
 */
function changesOf<K extends MergeKind>(
  of: MergeOf<K>,
  draft: MergingDraft<K>,
  survivor: Mergeable<K>,
  found: Found,
  env: Env,
): readonly Change[] {
  const { kind, others } = draft;
  const merged = [...new Set([...(survivor.mergedIds ?? []), ...others.flatMap(allOf)])];
  const fields = tidy(draft.fields);
  const patch = patchOf(kind, survivor, {
    ...fields,
    mergedIds: merged,
    ...of.follows(survivor, others, found, env),
  });
  const title = calledOf(withFields(survivor, fields));
  return [
    ...(patch === null ? [] : [patch as Change]),
    ...of.between({ kind, survivor, others, title }, found, env),
    ...others.map((record) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as Change),
  ];
}

function calledOf(record: Mergeable): string {
  const { organizationName = '', personName = '' } = record as { organizationName?: string; personName?: string };
  return titleOf(record) || organizationName || personName;
}

/** With those that had been merged into it before. */
export function allOf({ id, mergedIds }: Mergeable): readonly Id[] {
  return [...(mergedIds ?? []), id];
}

/** What went along with a merged record. */
export type Went = NonNullable<Trash['moved']>;

const united = (before: readonly Id[] = [], now: readonly Id[] = []): readonly Id[] => [
  ...new Set([...before, ...now]),
];

/**
 * What the trash says of one that was merged.
 * @param gone participations that were given up: the one that stays takes part there already
 * @param begun of a merge that was broken off before, in a storage without `atomic`
 */
export function trashed(
  { kind, survivor, title: mergedTitle }: Merge<MergeKind>,
  record: Mergeable,
  went: Went,
  found: Found,
  env: Env,
  gone: readonly Participant[] = [],
): Change {
  const begun = found.get('trash', record.id);
  const before: Partial<Went> = begun?.moved ?? {};
  const lists = Object.keys({ ...before, ...went }).filter((list) => list !== 'links' && list !== 'asked') as Exclude<
    keyof Went,
    'links' | 'asked'
  >[];
  const participants = [
    ...(begun?.participants ?? []),
    ...gone.filter(({ id }) => begun?.participants?.some((one) => one.id === id) !== true),
  ];
  const links = unitedLinks(before.links ?? [], went.links ?? []);
  const asked = unitedAsked(before.asked, went.asked);
  const values = {
    of: kind,
    title: titleOf(record),
    record,
    notes: [],
    activities: [],
    ...(participants.length > 0 && { participants }),
    mergedInto: survivor.id,
    mergedTitle,
    moved: {
      ...(Object.fromEntries(lists.map((list) => [list, united(before[list], went[list])])) as unknown as Went),
      ...(links.length > 0 && { links }),
      ...(asked.length > 0 && { asked }),
    },
    userId: env.userId,
    command: env.command,
    expiresAt: expiry(env),
  };
  const patch = begun === null ? null : patchOf('trash', begun, values);
  if (patch !== null) return patch;
  const { id } = record;
  return {
    op: 'create',
    kind: 'trash',
    id,
    record: { id, rev: 0, createdAt: env.now, updatedAt: env.now, ...values },
  };
}

function unitedLinks(before: readonly MergedLink[], now: readonly MergedLink[]): readonly MergedLink[] {
  const links = new Map<string, MergedLink>();
  for (const { kind, field, ids } of [...before, ...now]) {
    const key = `${kind} ${field}`;
    links.set(key, { kind, field, ids: united(links.get(key)?.ids, ids) });
  }
  return [...links.values()];
}
