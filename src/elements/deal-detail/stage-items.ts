import type { Id, Stage } from '../../domain/records.js';
import type { MenuItem } from '../../shared/menu.js';
import type { CrmStore } from '../../store/api.js';

/** Every stage of every pipeline: what the bar does for one of them. */
export function stageItems(
  directory: CrmStore['directory'],
  stageId: Id,
  move: (stage: Stage) => void,
): readonly MenuItem[] {
  return directory.pipelines.flatMap((pipeline): MenuItem[] => [
    ...(directory.pipelines.length > 1 ? [{ head: pipeline.name }] : []),
    ...directory.stagesOf(pipeline.id).map((stage): MenuItem => ({
      id: stage.id,
      label: stage.name,
      checked: stage.id === stageId,
      radio: true,
      run: () => move(stage),
    })),
  ]);
}
