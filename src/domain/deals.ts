import { editRule } from './edit.js';
import { filled } from './filled.js';
import { newRank } from './rank.js';
import type { Deal, Id, Opportunity } from './records.js';
import type { Env, Rule } from './rule.js';

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

/** Winning, losing, reopening. `firstWonAt` outlives a reopening: it says when the customer was first won. */

export const dealWin: Rule<'deal-win'> = editRule({
  kind: 'deal',
  ids: (input) => input.ids,
  fields: () => ({ status: 'won' }),
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
