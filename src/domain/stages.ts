import { comparer } from './compare.js';
import type { Target } from './plan.js';
import type { Id, Pipeline, Stage } from './records.js';
import type { Found, Need } from './rule.js';

/** What is read to know where a deal can stand. */
export const stageNeeds: readonly Need[] = [{ kind: 'pipeline' }, { kind: 'stage' }];

/** In their order; the first is the default. */
export function pipelinesOf(found: Found): readonly Pipeline[] {
  return [...found.all('pipeline')].sort(comparer(undefined, 'pipeline', ''));
}

/** The stages of a pipeline in their order. */
export function stagesOf(found: Found, pipelineId: Id): readonly Stage[] {
  return found
    .all('stage')
    .filter((stage) => stage.pipelineId === pipelineId)
    .sort(comparer(undefined, 'stage', ''));
}

/** Where deals can stand, looked up once for all drafts of a command. */
export interface Places {
  readonly pipelineOf: ReadonlyMap<Id, Id>;
  /** The first stage of each pipeline; '' where it has none. */
  readonly firstOf: ReadonlyMap<Id, Id>;
}

export function placesOf(found: Found): Places {
  return {
    pipelineOf: new Map(found.all('stage').map((stage) => [stage.id, stage.pipelineId])),
    firstOf: new Map(found.all('pipeline').map(({ id }) => [id, stagesOf(found, id)[0]?.id ?? ''])),
  };
}

/**
 * Where a deal is to stand: a stage implies its pipeline, a pipeline alone means its first stage, nothing means the
 * first stage of the default pipeline. `stageId` is '' where there is no such stage, and checks say so.
 */
export function targetOf(target: Target | undefined, found: Found): { readonly pipelineId: Id; readonly stageId: Id } {
  if (target?.stageId !== undefined) {
    const stage = found.get('stage', target.stageId);
    return { pipelineId: stage?.pipelineId ?? target.pipelineId ?? '', stageId: target.stageId };
  }
  const pipelineId = target?.pipelineId ?? pipelinesOf(found)[0]?.id ?? '';
  return { pipelineId, stageId: stagesOf(found, pipelineId)[0]?.id ?? '' };
}
