import type { Change } from '../../domain/change.js';
import type { CommandName } from '../../domain/plan.js';
import type { NewsOf } from '../../shared/table/news.js';
import type { DealListModel } from './model.js';

/** What is told of the list: what was found, and which deals are none of it any more. */
export function newsOf(model: DealListModel): NewsOf {
  return {
    loading: () => model.t.dealList.loading,
    narrowing: () => {
      const { search, filter, segment } = model.setup;
      return model.narrowed ? JSON.stringify([search, filter, segment]) : '';
    },
    results: (total) => model.t.dealList.resultsSaid(total),
    leaving: (command) => leaving(model, command),
    gone: (changes) => changes.filter((change) => leaves(model, change)).map(({ id }) => id),
  };
}

function leaving(model: DealListModel, name: CommandName): boolean {
  if (name === 'deals-delete' || name === 'deals-convert') return true;
  if (name === 'deals-move') return model.pipeline !== undefined;
  return model.segment !== 'all' && (name === 'deal-win' || name === 'deal-lose' || name === 'deal-reopen');
}

function leaves({ segment, pipeline }: DealListModel, change: Change): boolean {
  if (change.kind !== 'deal') return false;
  if (change.op !== 'patch') return change.op === 'delete';
  const { status, pipelineId } = change.fields;
  return (
    (segment !== 'all' && status !== undefined && status[1] !== segment) ||
    (pipeline !== undefined && pipelineId !== undefined && pipelineId[1] !== pipeline.id)
  );
}
