import { patchOf } from './change.js';
import type { Change } from './change.js';
import { children } from './children.js';
import { fetchedBack, handOver, hangingCounts, hangingNeeds, hangingOn, idNeeds, idsOf } from './hanging.js';
import type { Hanging } from './hanging.js';
import { isEmpty } from './matches.js';
import { allOf, mergeRule, trashed } from './merge-rule.js';
import type { MergeOf, Went } from './merge-rule.js';
import type { Conversion, Deal, Id, Lead, Trash } from './records.js';
import { byIds, listedIn } from './rule.js';
import type { Env, Found, Need } from './rule.js';
import { mergedSums, soldBy } from './products/merged-lines.js';
import { backNeeds, handedOver, movedProjects, projectNeeds, projectsBack, projectsOf } from './projects/of-deals.js';
import type { MovedProjects } from './projects/of-deals.js';
import { stageNeeds } from './stages.js';
import { lostOf, nobodyProblem, requiredProblems } from './validate.js';

type Mergeable = Lead | Deal;
type Kind = 'lead' | 'deal';

/** Leads, or deals: what hangs on the others, receipts of conversions included, comes to the one that stays. */
function merging<K extends Kind>(kind: K): MergeOf<K> {
  return {
    kind,
    needs: (ids) => [
      ...hangingNeeds(kind, ids),
      ...(kind === 'deal' ? [...listedIn('conversion', 'dealId', ids), ...stageNeeds, ...projectNeeds(ids)] : []),
    ],
    moves: (found, id) => {
      const projects = projectsOf(found, id).length;
      return { ...hangingCounts(found, kind, id), ...(projects > 0 && { projects }) };
    },
    barred: (ids, found) => {
      const running = found.all('conversion').find(({ dealId, state }) => state === 'running' && ids.includes(dealId));
      return running === undefined ? [] : [{ code: 'changed', detail: 'running', dealId: running.dealId }];
    },
    wrong: (record, next, found) => [
      ...nobodyProblem(next),
      ...requiredProblems('stageId' in next ? lostAsked(record as Deal, next, found) : []),
    ],
    follows: (survivor, others, found, env) => ({
      ...follows(survivor, others),
      ...(kind === 'deal' ? mergedSums(survivor as Deal, others as readonly Deal[], found, env) : {}),
    }),
    between: (merge, found, env) => {
      const gone = merge.others.map((record) => record.id);
      const losing = merge.others.map((record) => ({
        record,
        projects: movedProjects(found, merge.survivor.id, gone, record.id),
        hanging: hangingOn(found, kind, record.id),
        // Of conversions that were taken back only the lead knows.
        conversions:
          kind === 'deal'
            ? found.all('conversion').filter(({ dealId, state }) => dealId === record.id && state !== 'undone')
            : [],
      }));
      const { id } = merge.survivor;
      return [
        ...losing.map(({ record, ...went }) => trashed(merge, record, wentOf(went), found, env)),
        ...losing.flatMap(({ record, hanging, conversions }) => [
          ...handOver(hanging, kind, record.id, id),
          ...conversions.flatMap((receipt): readonly Change[] => led(receipt, record.id, id)),
        ]),
        ...handedOver(found, id, gone),
      ];
    },
  };
}

export const leadsMerge = mergeRule<'leads-merge', 'lead'>(merging('lead'));
export const dealsMerge = mergeRule<'deals-merge', 'deal'>(merging('deal'));

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

/** What follows for the survivor without being chosen: somebody has seen it, and it was won when the first of them was. */
function follows(survivor: Mergeable, others: readonly Mergeable[]): Readonly<Record<string, unknown>> {
  const all = [survivor, ...others];
  if (!('firstWonAt' in survivor)) return { seen: all.some((one) => (one as Lead).seen) };
  const [firstWonAt = null] = all.flatMap((one) => (one as Deal).firstWonAt ?? []).sort();
  return { firstWonAt };
}

function wentOf({
  hanging,
  conversions,
  projects,
}: {
  readonly hanging: Hanging;
  readonly projects: MovedProjects;
  readonly conversions: readonly Conversion[];
}): Went {
  const lists = children.flatMap(({ list, always }) => {
    const ids = idsOf(hanging, list);
    return !always && ids.length === 0 ? [] : [[list, ids] as const];
  });
  return {
    ...(Object.fromEntries(lists) as { readonly notes: readonly Id[]; readonly activities: readonly Id[] }),
    ...projects,
    conversions: conversions.map(({ id }) => id),
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
          ...backNeeds(went),
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
  const came = allOf(record);
  const left = (survivor?.mergedIds ?? []).filter((other) => !came.includes(other));
  const ids = new Set(went.dealProducts);
  const sums =
    'stageId' in (survivor ?? {}) && ids.size > 0 ? soldBy(survivor as Deal, (line) => !ids.has(line), found, env) : {};
  const patch =
    survivor === null ? null : patchOf(of, survivor, { mergedIds: left.length === 0 ? null : left, ...sums });
  const projects = projectsBack(went, id, mergedInto ?? '', found);
  return [...fetchedBack(went, of, id, found), ...projects, ...receipts, ...(patch === null ? [] : [patch as Change])];
}
