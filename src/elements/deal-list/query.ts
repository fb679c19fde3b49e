import type { Condition, Order, Where } from '../../domain/query.js';
import type { Directory, ListQuery } from '../../store/api.js';
import { orderIn } from './setup.js';
import type { DealListSetup } from './first-setup.js';

/** The deals that a set-up asks for, in its order. */
export function queryOf(setup: DealListSetup, directory: Directory | undefined): ListQuery<'deal'> {
  const { segment, filter, search } = setup;
  const pipelineId = pipelineIn(setup, directory);
  const all: Where[] = [
    ...(segment === 'all' ? [] : [{ field: 'status', op: 'is', value: segment } as const]),
    ...(pipelineId === null ? [] : [{ field: 'pipelineId', op: 'is', value: pipelineId } as const]),
    ...filter.filter(asksSomething).map(whereOf),
  ];
  return {
    kind: 'deal',
    ...(all.length > 0 && { where: all.length === 1 && all[0] ? all[0] : { all } }),
    ...(search.trim() !== '' && { search }),
    order: ranked(orderIn(setup), directory),
    // A row shows names that the deal has itself.
    related: false,
  };
}

/** The pipeline that is asked for; one that nobody knows (any more) narrows nothing. */
export function pipelineIn({ pipelineId }: DealListSetup, directory: Directory | undefined): string | null {
  if (pipelineId === null || !directory?.ready) return pipelineId;
  return directory.pipelines.some(({ id }) => id === pipelineId) ? pipelineId : null;
}

/** Stages and pipelines come in the order people know them in, not in that of their ids. */
function ranked(order: readonly Order[], directory: Directory | undefined): readonly Order[] {
  const pipelines = directory?.pipelines ?? [];
  return order.map((one) => {
    if (one.field === 'pipelineId') return { ...one, ranks: pipelines.map(({ id }) => id) };
    if (one.field !== 'stageId') return one;
    return { ...one, ranks: pipelines.flatMap(({ id }) => (directory?.stagesOf(id) ?? []).map((stage) => stage.id)) };
  });
}

/** "Nobody" or "no label" among the chosen ones becomes "empty, or one of". */
function whereOf(condition: Condition): Where {
  const { field, op, value } = condition;
  if ((op !== 'in' && op !== 'has') || !Array.isArray(value) || !value.includes(null)) return condition;
  const rest = value.filter((one) => one !== null) as readonly unknown[];
  const empty: Where = { field, op: 'empty' };
  return rest.length === 0 ? empty : { any: [empty, { field, op, value: rest }] };
}

function asksSomething({ op, value }: Condition): boolean {
  if (op === 'empty' || op === 'filled') return true;
  return !(value === undefined || value === '' || (Array.isArray(value) && value.length === 0));
}
