import type { Field, Id } from './records.js';

/** The stages that the field is important in; none = everywhere. Those that are gone count for nothing. */
export function importantStages(
  { importantIn }: Pick<Field, 'importantIn'>,
  isStage: (id: Id) => boolean,
): readonly Id[] {
  return (importantIn ?? []).filter(isStage);
}

/**
 * Do details remind of the field as long as it is empty?
 * @param stageId where a deal stands; null = a lead, or whatever stands in no stage
 */
export function isImportant(
  field: Pick<Field, 'important' | 'importantIn'>,
  stageId: Id | null,
  isStage: (id: Id) => boolean,
): boolean {
  if (field.important !== true) return false;
  const stages = importantStages(field, isStage);
  return stages.length === 0 || (stageId !== null && stages.includes(stageId));
}
