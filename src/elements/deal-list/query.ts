import { filterWheres } from '../../domain/filter-where.js';
import type { Order, Where } from '../../domain/query.js';
import type { CrmStore, Directory, ListQuery } from '../../store/api.js';
import { orderIn } from './setup.js';
import type { DealListSetup } from './first-setup.js';

/** The deals that a set-up asks for, in its order. */
/** @param computed the name by which a formula field is asked for; null = it cannot be worked out */
export function queryOf(
  setup: DealListSetup,
  store: CrmStore | null,
  computed?: (field: string) => string | null | undefined,
): ListQuery<'deal'> {
  const { segment, filter, search } = setup;
  const directory = store?.directory;
  const stages = (directory?.pipelines ?? []).flatMap(({ id }) => directory?.stagesOf(id) ?? []);
  const env = {
    today: store?.today() ?? '',
    zone: store?.settings.timeZone ?? 'UTC',
    stages,
    ...(computed && { computed }),
  };
  const pipelineId = pipelineIn(setup, directory);
  const all: Where[] = [
    ...(segment === 'all' ? [] : [{ field: 'status', op: 'is', value: segment } as const]),
    ...(pipelineId === null ? [] : [{ field: 'pipelineId', op: 'is', value: pipelineId } as const]),
    ...filterWheres(filter, env),
  ];
  return {
    kind: 'deal',
    ...(all.length > 0 && { where: all.length === 1 && all[0] ? all[0] : { all } }),
    ...(search.trim() !== '' && { search }),
    order: ranked(orderIn(setup), directory).flatMap((one) => {
      const name = computed?.(one.field);
      return name === null ? [] : [name === undefined ? one : { ...one, field: name }];
    }),
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
