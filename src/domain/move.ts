import { arriving } from './arriving.js';
import { patchOf, withFields } from './change.js';
import type { Change } from './change.js';
import { compareIds } from './compare.js';
import { CommandDraft } from './drafts.js';
import { defsOf, editRule, tidy } from './edit.js';
import type { CommandInputs, Draft, Problem } from './plan.js';
import { needsRebalance, ranksBetween } from './rank.js';
import type { Deal, Id } from './records.js';
import { byIds } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { fieldProblems, missingProblems } from './validate.js';

type Input = CommandInputs['deal-move'];

/** How many neighbours on each side are looked at: enough to make room where ranks are equal or have grown long. */
const NEIGHBOURS = 100;

/**
 * Deals to a stage. Without `before` each keeps its rank and takes the place the view's order gives it; with `before`
 * (only under "By hand") the rank is one between its new neighbours. One move is one write, unless there is no room left
 * between the neighbours: then a few of them are written with it.
 */
export const dealMove: Rule<'deal-move'> = {
  optimistic: true,
  // With a place, the ranks of all are made together.
  bulk: false,
  needs: (input) => [
    ...byIds('deal', [...input.ids, input.before]),
    ...byIds('stage', [input.stageId]),
    ...(input.before === null ? [{ kind: 'deal', ...ranked(input, 'lt', null) } as const] : []),
  ],
  then: (input, found) => {
    const before = found.get('deal', input.before ?? null);
    const sides = before === null ? [] : [ranked(input, 'lt', before.rank), ranked(input, 'gte', before.rank)];
    // A stage may ask for custom fields; what is answered with the move is held to their definitions.
    const stage = found.get('stage', input.stageId);
    const asks = stage?.requiredFields.some((field) => field.startsWith('custom.')) ?? false;
    return [
      ...sides.map((side) => ({ kind: 'deal', ...side }) as const),
      ...(asks ? [{ kind: 'field' } as const] : []),
    ];
  },
  draft: (input, found, env) => {
    const places = input.before === undefined ? null : layOut(input, found);
    return [...new Set(input.ids)].map((id, index) => {
      const record = found.get('deal', id);
      const rank = places?.get(id);
      const fields = record === null ? {} : { stageId: input.stageId, ...(rank === undefined ? {} : { rank }) };
      const draft = new CommandDraft('deal', id, record, fields, { index }) as Draft;
      dealMove.check(draft, found, env, input);
      return draft;
    });
  },
  check: (draft, found) => {
    (draft as CommandDraft).problems = problemsOf(draft, found);
  },
  changes: (draft, found, env, input) => {
    const deal = draft.record as Deal | null;
    if (deal === null) return [];
    const fields = tidy(draft.fields);
    const patch = patchOf('deal', deal, { ...fields, ...entering(deal, fields['stageId'] as Id, found, env) });
    const own: readonly Change[] = patch === null ? [] : [patch];
    // Neighbours that have to make room are written with the first deal of the command.
    return (draft as CommandDraft).index === 0 && input.before !== undefined
      ? [...madeRoom(input, found), ...own]
      : own;
  },
};

/** Any number of deals, a few at a time: each keeps its rank and takes the place that the view's order gives it. */
export const dealsMove: Rule<'deals-move'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  needs: (input) => byIds('stage', [input.stageId]),
  fields: (deal, input, found) => ({
    stageId: input.stageId,
    pipelineId: found.get('stage', input.stageId)?.pipelineId ?? deal.pipelineId,
  }),
  follows: (deal, fields, env) => arriving(deal, fields['stageId'] as Id, env),
  problems: (deal, next, found, { closing = false }) => {
    const stage = found.get('stage', next.stageId);
    if (stage?.pipelineId !== next.pipelineId) return [{ code: 'no-stage', field: 'stageId' }];
    if (closing) return [];
    if (deal.status !== 'open') return [{ code: 'closed' }];
    return stage.id === deal.stageId ? [] : missingProblems(stage, next);
  },
});

/** The part of a stage in front of a rank, or from it on. With null: the stage's end. */
function ranked({ stageId, ids }: Input, op: 'lt' | 'gte', rank: string | null): Omit<Need<'deal'>, 'kind'> {
  const moving = ids.length;
  const inStage = { field: 'stageId', op: 'is', value: stageId } as const;
  const where = rank === null ? inStage : ({ all: [inStage, { field: 'rank', op, value: rank }] } as const);
  return { where, order: [{ field: 'rank', descending: op === 'lt' }], limit: NEIGHBOURS + moving };
}

/** What follows from standing in another stage. */
function entering(deal: Deal, stageId: Id, found: Found, env: Env): Partial<Deal> {
  if (stageId === deal.stageId) return {};
  return { pipelineId: found.get('stage', stageId)?.pipelineId ?? deal.pipelineId, ...arriving(deal, stageId, env) };
}

function problemsOf(draft: Draft, found: Found): readonly Problem[] {
  const deal = draft.record as Deal | null;
  if (deal === null || found.get('deal', draft.id) === null) return [{ code: 'not-found' }];
  const fields = tidy(draft.fields);
  const stage = found.get('stage', fields['stageId'] as Id);
  if (stage === null) return [{ code: 'no-stage', field: 'stageId' }];
  if (deal.status !== 'open') return [{ code: 'closed' }];
  const given = fieldProblems('deal', fields, deal, defsOf(found));
  return stage.id === deal.stageId ? given : [...given, ...missingProblems(stage, withFields(deal, fields))];
}

/** The neighbours of the new place, in order, without the deals that move. */
function neighbours(input: Input, found: Found): { readonly above: readonly Deal[]; readonly below: readonly Deal[] } {
  const moving = new Set(input.ids);
  const others = found
    .all('deal')
    .filter((deal) => deal.stageId === input.stageId && !moving.has(deal.id))
    .sort(byRank);
  const before = found.get('deal', input.before ?? null);
  const at = before === null ? others.length : others.findIndex((deal) => byRank(deal, before) >= 0);
  const cut = at === -1 ? others.length : at;
  return { above: others.slice(0, cut), below: others.slice(cut) };
}

function byRank(a: Deal, b: Deal): number {
  return compareIds(a.rank, b.rank) || compareIds(a.id, b.id);
}

/** Ranks for the deals that move, and for neighbours that have to make room. */
function layOut(input: Input, found: Found): ReadonlyMap<Id, string> {
  const { above, below } = neighbours(input, found);
  const ids = [...new Set(input.ids)];
  // Of a long stage only a part was read: its outermost card stays, so that the rest keeps its place.
  const lefts = above.length < NEIGHBOURS ? above.length : above.length - 1;
  const rights = below.length < NEIGHBOURS ? below.length : below.length - 1;
  let laid: ReadonlyMap<Id, string> = new Map();
  for (let reach = 0; ; reach = reach * 2 + 1) {
    const left = Math.min(reach, lefts);
    const right = Math.min(reach, rights);
    const all = [...above.slice(above.length - left).map(idOf), ...ids, ...below.slice(0, right).map(idOf)];
    const ranks = ranksBetween(above[above.length - left - 1]?.rank ?? null, below[right]?.rank ?? null, all.length);
    if (ranks !== null) laid = new Map(all.map((id, i) => [id, ranks[i]!]));
    // Wider where there is no room, or where ranks have grown long.
    if (ranks !== null && !ranks.some(needsRebalance)) return laid;
    if (left === lefts && right === rights) return laid;
  }
}

function idOf(deal: Deal): Id {
  return deal.id;
}

function madeRoom(input: Input, found: Found): readonly Change[] {
  const moving = new Set(input.ids);
  return [...layOut(input, found)].flatMap(([id, rank]) => {
    const deal = found.get('deal', id);
    const patch = deal === null || moving.has(id) ? null : patchOf('deal', deal, { rank });
    return patch === null ? [] : [patch];
  });
}
