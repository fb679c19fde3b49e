import { same, valueOf, withFields } from './change.js';
import type { Change } from './change.js';
import { dealsOwn } from './children.js';
import type { ChildKind } from './children.js';
import { carried } from './convert-draft.js';
import { newDeal } from './deals.js';
import { CommandDraft } from './drafts.js';
import { defsOf, oneLine, tidy } from './edit.js';
import { BY_HAND } from './by-hand.js';
import type { Draft, Problem } from './plan.js';
import { currencyOf, summed } from './products/deal-value.js';
import type { Deal, Id, RecordOf } from './records.js';
import { byIds, childrenOf, listedIn } from './rule.js';
import type { Env, Found, Rule } from './rule.js';
import { stageNeeds } from './stages.js';
import { fieldProblems, lostOf, nobodyProblem, requiredProblems } from './validate.js';

type Child = RecordOf[(typeof dealsOwn)[number]['kind']];

/**
 * The same deal once more: who it is with, what it is worth, labels, custom values; open, in the stage in which the other stands,
 * whatever has become of that one; and what only a deal can have (`dealsOwn`: its products and participants). It begins anew: no
 * history, no notes and activities, nobody who follows it.
 */
export const dealDuplicate: Rule<'deal-duplicate'> = {
  optimistic: false,
  bulk: false,
  needs: ({ id }) => [
    ...byIds('deal', [id]),
    ...dealsOwn.flatMap(({ kind }) => listedIn(kind, 'dealId', [id])),
    { kind: 'field' },
    ...stageNeeds,
  ],
  draft: (input, found, env) => {
    const deal = found.get('deal', input.id);
    const draft = new CommandDraft('deal', env.newId(), null, deal === null ? {} : given(deal, input.title), {
      title: oneLine(input.title),
      ids: Object.fromEntries(ownOf(input.id, found).map(([, child]) => [child.id, env.newId()])),
    }) as Draft;
    dealDuplicate.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env, { id }) => {
    const deal = found.get('deal', id);
    (draft as CommandDraft).problems = deal === null ? [{ code: 'not-found' }] : problemsOf(draft, deal, found, env);
  },
  changes: (draft, found, env, { id }) => {
    const deal = found.get('deal', id);
    if (deal === null) return [];
    const made = copyOf(draft, deal, found, env);
    const { ids } = draft as CommandDraft;
    // What was hung on the other since has no id here: the copy is made of what there was.
    const children = ownOf(id, found).flatMap(([kind, child]): readonly Change[] => {
      const own = { id: ids[child.id] ?? '', rev: 0, dealId: made.id, createdAt: env.now, updatedAt: env.now };
      return own.id === '' ? [] : [{ op: 'create', kind, id: own.id, record: { ...child, ...own } } as Change];
    });
    const lines = children.flatMap((change) =>
      change.kind === 'dealProduct' && change.op === 'create' ? [change.record] : [],
    );
    // It is worth what its own products come to.
    const record =
      lines.length === 0 ? made : { ...made, ...summed(made, lines, currencyOf(deal, env.currency), env.command) };
    return [{ op: 'create', kind: 'deal', id: record.id, record }, ...children];
  },
};

function ownOf(dealId: Id, found: Found): readonly (readonly [ChildKind, Child])[] {
  return dealsOwn.flatMap(({ kind }) =>
    childrenOf(found, kind, 'dealId', dealId).map((child): readonly [ChildKind, Child] => [kind, child]),
  );
}

function given(deal: Deal, title = deal.title): Readonly<Record<string, unknown>> {
  const { origin: _origin, originId: _id, ...fields } = carried(deal);
  return { ...fields, title, pipelineId: deal.pipelineId, stageId: deal.stageId };
}

function problemsOf(draft: Draft, deal: Deal, found: Found, env: Env): readonly Problem[] {
  const next = copyOf(draft, deal, found, env);
  const stage = found.get('stage', next.stageId);
  const { pipelineId: _pipeline, stageId: _stage, ...fields } = tidy(draft.fields);
  // What the other holds already is no reason to refuse it.
  const given = Object.entries(fields).filter(([name, value]) => !same(value, valueOf(deal, name)));
  return [
    ...fieldProblems('deal', Object.fromEntries(given), null, defsOf(found)),
    ...nobodyProblem(next),
    // Where the other stands without what the stage asks for, the copy may, too.
    ...(stage === null
      ? [{ code: 'no-stage', field: 'stageId' } as const]
      : requiredProblems(lostOf(stage.requiredFields, deal, next))),
  ];
}

function copyOf(draft: Draft, deal: Deal, found: Found, env: Env): Deal {
  const { pipelineId, stageId, ...fields } = tidy(draft.fields);
  const {
    waitUntil: _until,
    waitReason: _why,
    followerIds: _who,
    mergedIds: _were,
    notDuplicateOf: _not,
    lines: _lines,
    ...was
  } = deal;
  const began = { createdAt: env.now, updatedAt: env.now, touchedAt: env.now, creatorId: env.userId };
  const none = { originId: null, archivedAt: null, nextActivity: null };
  const opportunity = {
    ...withFields<Deal>(was, fields),
    ...began,
    ...none,
    id: draft.id,
    rev: 0,
    origin: BY_HAND.origin,
  };
  const at = found.get('stage', stageId as string)?.pipelineId ?? (pipelineId as string);
  return newDeal(opportunity, at, stageId as string, 0, env);
}
