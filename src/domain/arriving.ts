import type { Deal, Id } from './records.js';
import type { Env } from './rule.js';

/** When a deal came to another stage, and where it has been. Nothing where it stays. */
export function arriving(deal: Deal, stageId: Id, env: Env): Partial<Deal> {
  if (stageId === deal.stageId) return {};
  return { stageChangedAt: env.now, stageHistory: [...deal.stageHistory, { stageId, at: env.now }] };
}
