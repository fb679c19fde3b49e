import { defsNeed, editRule } from './edit.js';
import { filled } from './filled.js';
import { newRank } from './rank.js';
import type { Deal, Id, Opportunity } from './records.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { missingOf, requiredProblems } from './validate.js';
import type { Problem } from './plan.js';

/** An open deal that stands last in its stage. */
export function newDeal(opportunity: Opportunity, pipelineId: Id, stageId: Id, index: number, env: Env): Deal {
  return {
    ...opportunity,
    pipelineId,
    stageId,
    rank: newRank(env.now, index, opportunity.id),
    status: 'open',
    probability: null,
    lostReason: null,
    lostComment: null,
    closedAt: null,
    wonAt: null,
    lostAt: null,
    firstWonAt: null,
    stageChangedAt: env.now,
    stageHistory: [{ stageId, at: env.now }],
  };
}

/** What the pipelines ask for, and what is answered with it. */
const asking: () => readonly Need[] = () => [{ kind: 'pipeline' }, defsNeed];

/** What the pipeline asks of a deal that ends so and was not so before. */
function askedAtEnd(deal: Deal, next: Deal, found: Found): readonly Problem[] {
  const pipeline = found.get('pipeline', next.pipelineId);
  if (pipeline === null || deal.status === next.status) return [];
  return requiredProblems(missingOf(next.status === 'won' ? pipeline.wonFields : pipeline.lostFields, next));
}

/** Winning, losing, reopening. `firstWonAt` outlives a reopening: it says when the customer was first won. */

export const dealWin: Rule<'deal-win'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  needs: asking,
  fields: () => ({ status: 'won' }),
  problems: askedAtEnd,
  follows: (deal, fields, env) => {
    if (deal.status === fields['status']) return {};
    return {
      wonAt: env.now,
      closedAt: env.now,
      firstWonAt: deal.firstWonAt ?? env.now,
      lostAt: null,
      lostReason: null,
      lostComment: null,
    };
  },
});

export const dealLose: Rule<'deal-lose'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  needs: asking,
  problems: askedAtEnd,
  fields: (_deal, { reason, comment = null }) => ({
    status: 'lost',
    lostReason: filled(reason),
    lostComment: filled(comment),
  }),
  // A deal that is lost already may be given another reason; it was lost when it was lost.
  follows: (deal, fields, env) =>
    deal.status === fields['status'] ? {} : { lostAt: env.now, closedAt: env.now, wonAt: null },
});

export const dealReopen: Rule<'deal-reopen'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  fields: () => ({ status: 'open' }) satisfies Partial<Deal>,
  follows: () => ({ closedAt: null, wonAt: null, lostAt: null, lostReason: null, lostComment: null }),
});
