import type { Draft, Outcome } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import { outcomeOf } from './commit.js';
import type { Gatherer } from './gather.js';

/** What becomes of a draft that is not carried out; null = it goes along. */
export function refusedOf(draft: Draft): Outcome | null {
  if (draft.refused !== null) return { ...outcomeOf(draft, 'refused'), reason: draft.refused };
  const problem = draft.problems[0];
  if (problem === undefined) return null;
  const { reason, dealId } = problem;
  // Somebody was first, and we know where it led.
  const state = problem.code === 'already-converted' || problem.code === 'merged' ? 'conflict' : 'refused';
  return {
    ...outcomeOf(draft, state),
    problem,
    ...(reason === undefined ? {} : { reason }),
    ...(dealId === undefined ? {} : { dealId }),
  };
}

/** Who converted this lead first. */
export async function winnerOf(gatherer: Gatherer, leadId: Id): Promise<Partial<Outcome>> {
  const [receipt] = await gatherer.byIds('conversion', [leadId]);
  if (receipt === undefined || receipt.state === 'undone') return {};
  return { state: 'conflict', dealId: receipt.dealId, problem: { code: 'already-converted', dealId: receipt.dealId } };
}
