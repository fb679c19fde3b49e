import { fold } from '../../../domain/fold.js';
import type { CommandInputs, StageInput } from '../../../domain/plan.js';
import type { Id, Pipeline, Stage } from '../../../domain/records.js';
import { same } from '../../../domain/same.js';
import type { pipelines as words } from '../../../i18n/en/pipelines.js';

/** A stage as it stands in the form. */
export interface StageDraft {
  /** Tells the rows of the form apart. */
  readonly key: string;
  /** As it was; null = a new one. */
  readonly was: Stage | null;
  name: string;
  /** As decimal strings; '' = nothing was written. */
  chance: string;
  days: string;
  requiredFields: readonly string[];
  /** It is going to be deleted. */
  gone: boolean;
  /** How many deals stand there, open or closed; undefined = not counted. */
  deals: number | undefined;
  /** Where they go; '' = not chosen yet. */
  target: Id;
}

export interface PipelineDraft {
  readonly was: Pipeline | null;
  name: string;
  /** `kit`: the five that the kit has to offer. */
  reasons: 'kit' | 'own' | 'free';
  /** One a line. */
  list: string;
  /** What a deal needs to be won, to be lost. */
  wonFields: readonly string[];
  lostFields: readonly string[];
  stages: StageDraft[];
}

/** What is wrong, by `name`, `list`, `all` or `<key>.<field>` of a stage. */
export type Errors = Record<string, string>;

let keys = 0;

export function stageDraft(was: Stage | null, like: Partial<Stage> | null = was): StageDraft {
  return {
    key: `stage-${++keys}`,
    was,
    name: like?.name ?? '',
    chance: String(like?.probability ?? 50),
    days: like?.rotDays ? String(like.rotDays) : '',
    requiredFields: like?.requiredFields ?? [],
    gone: false,
    deals: undefined,
    target: '',
  };
}

/** @param was null = a new one, which begins with stages like these */
export function pipelineDraft(was: Pipeline | null, stages: readonly Stage[]): PipelineDraft {
  const drafts = stages.map((stage) =>
    was === null ? stageDraft(null, { ...stage, requiredFields: [] }) : stageDraft(stage),
  );
  const reasons = was?.lostReasons ?? null;
  return {
    was,
    name: was?.name ?? '',
    reasons: reasons === null ? 'kit' : reasons.length === 0 ? 'free' : 'own',
    list: (reasons ?? []).join('\n'),
    wonFields: was?.wonFields ?? [],
    lostFields: was?.lostFields ?? [],
    stages: drafts.length > 0 ? drafts : [stageDraft(null)],
  };
}

/** What a form says, to tell whether anything was typed. */
export function face({ was: _was, stages, ...said }: PipelineDraft): string {
  return JSON.stringify([said, stages.map(({ key: _key, deals: _deals, ...stage }) => stage)]);
}

export function staying(draft: PipelineDraft): readonly StageDraft[] {
  return draft.stages.filter(({ gone }) => !gone);
}

/** The reasons as they are stored. */
export function reasonsOf({ reasons, list }: PipelineDraft): readonly string[] | null {
  if (reasons === 'kit') return null;
  return reasons === 'free'
    ? []
    : [
        ...new Set(
          list
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        ),
      ];
}

/** @param others the names of the other pipelines */
export function errorsOf(draft: PipelineDraft, others: readonly string[], t: typeof words): Errors {
  const errors: Errors = {};
  const name = fold(draft.name.trim());
  if (name === '') errors['name'] = t.nameMissing;
  else if (others.some((other) => fold(other) === name)) errors['name'] = t.nameTaken;
  if (draft.reasons === 'own' && reasonsOf(draft)?.length === 0) errors['list'] = t.reasonsMissing;
  const names = new Set<string>();
  for (const stage of draft.stages) {
    if (stage.gone) {
      if (stage.deals !== 0 && stage.target === '') errors[`${stage.key}.target`] = t.goToMissing;
      continue;
    }
    const called = fold(stage.name.trim());
    if (called === '') errors[`${stage.key}.name`] = t.stageNameMissing;
    else if (names.has(called)) errors[`${stage.key}.name`] = t.stageNameTaken;
    names.add(called);
    const chance = Number(stage.chance);
    if (stage.chance === '' || !(chance >= 0 && chance <= 100)) errors[`${stage.key}.chance`] = t.chanceWrong;
    const days = Number(stage.days);
    if (stage.days !== '' && !(Number.isInteger(days) && days >= 1 && days <= 3_650))
      errors[`${stage.key}.days`] = t.quietWrong;
  }
  return errors;
}

/** Only what is different from what the form began with: what others change meanwhile stays theirs. */
export function inputOf(draft: PipelineDraft): CommandInputs['pipeline-save'] {
  const { was, wonFields, lostFields } = draft;
  const fields = { name: draft.name.trim(), lostReasons: reasonsOf(draft), wonFields, lostFields };
  const base = was === null ? fields : { id: was.id, ...unlike(was, fields) };
  const remove = draft.stages
    .filter(({ gone, was: stage }) => gone && stage !== null)
    .map(({ was: stage }) => stage!.id);
  return { ...base, stages: staying(draft).map(stageInput), ...(remove.length > 0 && { remove }) };
}

function stageInput({ was, name, chance, days, requiredFields }: StageDraft): StageInput {
  const fields = {
    name: name.trim(),
    probability: Number(chance),
    rotDays: days === '' ? null : Number(days),
    requiredFields,
  };
  return was === null ? fields : { id: was.id, ...unlike(was, fields) };
}

function unlike<T extends object>(was: T, fields: Partial<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !same(was[field as keyof T], value)),
  ) as Partial<T>;
}
