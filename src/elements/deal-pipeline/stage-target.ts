import type { Deal, Id } from '../../domain/records.js';
import { missingFor } from '../../domain/validate.js';
import { moveQuestion, runAsking } from '../../shared/deals/asking.js';
import type { Ask } from '../../shared/deals/asking.js';
import type { Target } from './layout.js';
import type { BoardModel } from './model.js';

/** A stage as the place that cards are put into: what it asks for is asked before. */
export function stageTarget(model: BoardModel, ask: Ask, stageId: Id): Target | undefined {
  const stage = model.stage(stageId);
  if (!stage) return undefined;
  return {
    name: stage.name,
    why: ([deal, another]) => (another ? model.why('deals-move', null) : model.why('deal-move', deal ?? null)),
    stands: (deal) => deal.stageId === stageId,
    put(deals, before, said) {
      const ids = deals.map(({ id }) => id);
      const run = {
        deals,
        missing: (each: Deal) => (each.stageId === stageId ? [] : missingFor(stage, each)),
        ask,
        question: moveQuestion(stage, deals.length, model),
        options: { said },
      };
      return ids.length > 1 && before === undefined
        ? runAsking(model, 'deals-move', { ids, stageId }, run)
        : runAsking(model, 'deal-move', { ids, stageId, ...(before !== undefined && { before }) }, run);
    },
  };
}
