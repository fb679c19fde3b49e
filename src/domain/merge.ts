import { patchOf, same, valueOf, withFields } from './change.js';
import type { Change } from './change.js';
import { defsOf, tidy } from './edit.js';
import { fetchedBack, handOver, hangingCounts, hangingNeeds, hangingOn, idNeeds, idsOf } from './hanging.js';
import type { Hanging } from './hanging.js';
import { isEmpty } from './matches.js';
import { MergingDraft } from './merge-draft.js';
import type { Problem } from './plan.js';
import { children } from './children.js';
import { derivedFields } from './records.js';
import type { Conversion, Deal, Id, Lead, Trash } from './records.js';
import { byIds, expiry, listedIn } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { mergedSums, soldBy } from './products/merged-lines.js';
import { stageNeeds } from './stages.js';
import { fieldProblems, lostOf, nobodyProblem, requiredProblems } from './validate.js';

type Mergeable = Lead | Deal;
type Kind = 'lead' | 'deal';

/**
 * Several leads, or several deals, become one. The survivor keeps what it is (stage, status, close, place, since when it is
 * there) and takes the values that were chosen; what hangs on the others, receipts of conversions included, comes to it. The
 * others go to the trash, where each says into which one it was merged.
 */
function mergeRule<N extends 'leads-merge' | 'deals-merge'>(kind: Kind): Rule<N> {
  const rule: Rule<'leads-merge'> = {
    optimistic: false,
    // All of them are one commit.
    bulk: false,
    needs: ({ ids }) => [
      ...byIds(kind, ids),
      ...byIds('trash', ids),
      ...hangingNeeds(kind, ids),
      ...(kind === 'deal' ? [...listedIn('conversion', 'dealId', ids), ...stageNeeds] : []),
      { kind: 'field' } satisfies Need,
    ],
    draft: (input, found, env) => {
      const ids = [...new Set(input.ids)];
      const records = ids.flatMap((id): readonly Mergeable[] => {
        const record = found.get(kind, id);
        return record === null ? [] : [record];
      });
      const hanging = new Map(ids.map((id) => [id, hangingCounts(found, kind, id)]));
      const draft = new MergingDraft(kind, input, records, defsOf(found), hanging);
      rule.check(draft, found, env, input);
      return [draft];
    },
    check: (draft, found, _env, { ids }) => {
      const merging = draft as MergingDraft;
      for (const seen of merging.others) {
        const fresh: Mergeable | null = found.get(kind, seen.id);
        // One that says something else by now is left as it was seen: the storage refuses to delete it.
        if (fresh !== null && same(core(fresh), core(seen))) merging.renew(fresh);
      }
      merging.problems = problemsOf(merging, ids, found);
    },
    changes: (draft, found, env) => {
      const merging = draft as MergingDraft;
      return merging.record === null ? [] : changesOf(merging, merging.record, found, env);
    },
  };
  return rule as unknown as Rule<N>;
}

export const leadsMerge = mergeRule<'leads-merge'>('lead');
export const dealsMerge = mergeRule<'deals-merge'>('deal');

/** What counts of a record: not what the storage derives, nor that somebody has looked at it. */
const IMMATERIAL: ReadonlySet<string> = new Set([...derivedFields, 'rev', 'updatedAt', 'seen']);

function core(record: Mergeable): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !IMMATERIAL.has(name)));
}

function problemsOf(draft: MergingDraft, named: readonly Id[], found: Found): readonly Problem[] {
  const { kind, record } = draft;
  const ids = [...new Set(named)];
  if (ids.length < 2 || !ids.includes(draft.survivorId)) return [{ code: 'invalid', field: 'ids' }];
  const gone = ids.find((id) => found.get(kind, id) === null);
  if (gone !== undefined || record === null) {
    const into = found.get('trash', gone ?? draft.survivorId)?.mergedInto ?? null;
    return [into === null ? { code: 'not-found' } : { code: 'merged', mergedInto: into }];
  }
  const running = found.all('conversion').find(({ dealId, state }) => state === 'running' && ids.includes(dealId));
  if (running !== undefined) return [{ code: 'changed', detail: 'running', dealId: running.dealId }];
  const fields = tidy(draft.fields);
  // What one of them holds already is no reason to refuse it: only what was put in since is looked at.
  const given = Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => !isEmpty(value) && !draft.records.some((one) => same(valueOf(one, name), value)),
    ),
  );
  const next = withFields(record, fields);
  return [
    ...fieldProblems(kind, { ...given, title: fields['title'] }, null, defsOf(found)),
    ...nobodyProblem(next),
    ...requiredProblems('stageId' in next ? lostAsked(record as Deal, next, found) : []),
  ];
}

/** What the stage, or the pipeline of one that is won or lost, asks for, and the deal had before. */
function lostAsked(deal: Deal, next: Deal, found: Found): readonly string[] {
  const pipeline = found.get('pipeline', deal.pipelineId);
  const asked = {
    open: found.get('stage', deal.stageId)?.requiredFields,
    won: pipeline?.wonFields,
    lost: pipeline?.lostFields,
  }[deal.status];
  return lostOf(asked ?? [], deal, next);
}

/**
 * The survivor first, which is never left untouched: whoever merges it into another one at the same moment finds another
 * version of it. Those that go are last: half of it, somewhere without `atomic`, loses nothing and can be begun again.
 */
function changesOf(draft: MergingDraft, survivor: Mergeable, found: Found, env: Env): readonly Change[] {
  const { kind, others } = draft;
  const merged = [...new Set([...(survivor.mergedIds ?? []), ...others.flatMap(allOf)])];
  const patch = patchOf(kind, survivor, {
    ...tidy(draft.fields),
    mergedIds: merged,
    ...follows(survivor, others),
    ...(kind === 'deal' ? mergedSums(survivor as Deal, others as readonly Deal[], found, env) : {}),
  });
  const { title, organizationName, personName } = withFields(survivor, tidy(draft.fields));
  const stays = { id: survivor.id, title: title || organizationName || personName };
  const losing = others.map((record) => ({
    record,
    hanging: hangingOn(found, kind, record.id),
    // Of conversions that were taken back only the lead knows.
    conversions:
      kind === 'deal'
        ? found.all('conversion').filter(({ dealId, state }) => dealId === record.id && state !== 'undone')
        : [],
  }));
  return [
    ...(patch === null ? [] : [patch as Change]),
    ...losing.map((each) => trashed(kind, stays, each, found.get('trash', each.record.id), env)),
    ...losing.flatMap(({ record, hanging, conversions }) => [
      ...handOver(hanging, kind, record.id, survivor.id),
      ...conversions.flatMap((receipt): readonly Change[] => led(receipt, record.id, survivor.id)),
    ]),
    ...others.map((record) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as Change),
  ];
}

function allOf({ id, mergedIds }: Mergeable): readonly Id[] {
  return [...(mergedIds ?? []), id];
}

/** What follows for the survivor without being chosen: somebody has seen it, and it was won when the first of them was. */
function follows(survivor: Mergeable, others: readonly Mergeable[]): Readonly<Record<string, unknown>> {
  const all = [survivor, ...others];
  if (!('firstWonAt' in survivor)) return { seen: all.some((one) => (one as Lead).seen) };
  const [firstWonAt = null] = all.flatMap((one) => (one as Deal).firstWonAt ?? []).sort();
  return { firstWonAt };
}

interface Losing {
  readonly record: Mergeable;
  readonly hanging: Hanging;
  readonly conversions: readonly Conversion[];
}

/** @param begun of a merge that was broken off before, in a storage without `atomic` */
function trashed(
  kind: Kind,
  into: { readonly id: Id; readonly title: string },
  losing: Losing,
  begun: Trash | null,
  env: Env,
): Change {
  const { record, hanging, conversions } = losing;
  const united = (before: readonly Id[] = [], now: readonly Id[]): readonly Id[] => [...new Set([...before, ...now])];
  const went = children.flatMap(({ list, moved }) => {
    const ids = united(begun?.moved?.[list], idsOf(hanging, list));
    return moved === null && ids.length === 0 ? [] : [[list, ids] as const];
  });
  const values = {
    of: kind,
    title: record.title,
    record,
    notes: [],
    activities: [],
    mergedInto: into.id,
    mergedTitle: into.title,
    moved: {
      ...(Object.fromEntries(went) as { readonly notes: readonly Id[]; readonly activities: readonly Id[] }),
      conversions: united(
        begun?.moved?.conversions,
        conversions.map(({ id }) => id),
      ),
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

/** The receipt leads to another deal; the one it led to first stays known. */
function led(receipt: Conversion, from: Id, to: Id): readonly Change[] {
  const patch = patchOf('conversion', receipt, { dealId: to, mergedFrom: receipt.mergedFrom ?? from });
  return patch === null ? [] : [patch];
}

/** What has to be read to bring merged ones back out of the trash. */
export function unmergeNeeds(trash: readonly Trash[]): readonly Need[] {
  return trash.flatMap(({ of, mergedInto, moved: went }) =>
    isEmpty(mergedInto)
      ? []
      : [
          ...byIds(of, [mergedInto]),
          ...idNeeds(went),
          ...(of === 'deal' ? listedIn('dealProduct', 'dealId', [mergedInto]) : []),
          ...byIds('conversion', went?.conversions ?? []),
        ],
  );
}

/**
 * What a merged record gets back when it comes out of the trash, from wherever it hangs by now. The values that the survivor
 * took stay with it.
 */
export function unmergeChanges(
  { id, of, record, mergedInto, moved: went }: Trash,
  found: Found,
  env: Env,
): readonly Change[] {
  if (isEmpty(mergedInto) || went === undefined || (of !== 'lead' && of !== 'deal')) return [];
  const receipts = went.conversions.flatMap((receiptId): readonly Change[] => {
    const receipt = found.get('conversion', receiptId);
    if (receipt === null || receipt.state === 'undone') return [];
    const mergedFrom = receipt.mergedFrom === id ? null : (receipt.mergedFrom ?? null);
    const patch = patchOf('conversion', receipt, { dealId: id, mergedFrom });
    return patch === null ? [] : [patch];
  });
  const survivor: Mergeable | null = found.get(of, mergedInto ?? null);
  // Those that came with it go with it.
  const came = allOf(record as Mergeable);
  const left = (survivor?.mergedIds ?? []).filter((other) => !came.includes(other));
  const ids = new Set(went.dealProducts);
  const sums =
    'stageId' in (survivor ?? {}) && ids.size > 0 ? soldBy(survivor as Deal, (line) => !ids.has(line), found, env) : {};
  const patch =
    survivor === null ? null : patchOf(of, survivor, { mergedIds: left.length === 0 ? null : left, ...sums });
  return [...fetchedBack(went, of, id, found), ...receipts, ...(patch === null ? [] : [patch as Change])];
}
