import { patchOf } from './change.js';
import type { Change } from './change.js';
import { CommandDraft } from './drafts.js';
import { oneLine } from './edit.js';
import { fold } from './fold.js';
import type { CommandInputs, Draft, Problem, StageFields, StageInput } from './plan.js';
import { ranksAfter } from './rank.js';
import type { Id, Pipeline, Stage } from './records.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { pipelinesOf, stageNeeds, stagesOf } from './stages.js';
import { fieldProblems } from './validate.js';

/** What a pipeline is going to be: the values of its draft, which the host may edit. */
interface PipelineFields {
  readonly name: string;
  readonly lostReasons: readonly string[] | null;
  readonly wonFields: readonly string[];
  readonly lostFields: readonly string[];
  /** In their order. */
  readonly stages: readonly StageFields[];
}

/** With the stages as they were gathered: what is stored is what differs from them. */
class PipelineDraft extends CommandDraft<'pipeline'> {
  constructor(
    id: Id,
    record: Pipeline | null,
    fields: PipelineFields,
    readonly stages: readonly Stage[],
  ) {
    super('pipeline', id, record, { ...fields }, { title: fields.name });
  }
}

type SaveInput = CommandInputs['pipeline-save'];

/**
 * A pipeline with its stages, made or changed in one commit. Of a stage only what is named changes, so that two people who
 * work on one pipeline do not take each other's changes back. A stage can go when no deal stands there, open or closed.
 */
export const pipelineSave: Rule<'pipeline-save'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [
    ...stageNeeds,
    ...standing('stageId', input.remove ?? []),
    ...(input.remove?.length ? fieldNeeds : []),
  ],
  draft: (input, found, env) => {
    const record = input.id === undefined ? null : found.get('pipeline', input.id);
    const stages = record === null ? [] : stagesOf(found, record.id);
    const fields: PipelineFields = {
      name: input.name ?? record?.name ?? '',
      lostReasons: input.lostReasons === undefined ? (record?.lostReasons ?? null) : input.lostReasons,
      wonFields: input.wonFields ?? record?.wonFields ?? [],
      lostFields: input.lostFields ?? record?.lostFields ?? [],
      stages: wantedStages(input, stages, env),
    };
    const draft = new PipelineDraft(input.id ?? env.newId(), record, fields, stages) as unknown as Draft;
    pipelineSave.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, _env, input) => {
    (draft as unknown as PipelineDraft).problems = saveProblems(draft as unknown as PipelineDraft, found, input);
  },
  changes: (draft, found, env, input) => saveChanges(draft as unknown as PipelineDraft, found, env, input),
};

/** The stages as they are going to be: those that are named in their order, then those nobody said anything about. */
function wantedStages(input: SaveInput, stages: readonly Stage[], env: Env): readonly StageFields[] {
  const removed = new Set(input.remove);
  const named = (input.stages ?? [])
    .filter((stage) => stage.id === undefined || !removed.has(stage.id))
    .map((stage) => stageFields(stage, stages.find(({ id }) => id === stage.id) ?? null, env));
  const rest = stages.filter(({ id }) => !removed.has(id) && !named.some((stage) => stage.id === id));
  return [...named, ...rest.map((stage) => stageFields({ id: stage.id }, stage, env))];
}

function stageFields(input: StageInput, stage: Stage | null, env: Env): StageFields {
  return {
    id: input.id ?? env.newId(),
    name: input.name ?? stage?.name ?? '',
    probability: input.probability ?? stage?.probability ?? 100,
    rotDays: input.rotDays === undefined ? (stage?.rotDays ?? null) : input.rotDays,
    requiredFields: input.requiredFields ?? stage?.requiredFields ?? [],
  };
}

/** Is anything standing in one of these? One deal of each is enough to know. */
function standing(field: 'stageId' | 'pipelineId', ids: readonly Id[]): readonly Need[] {
  return ids.map((value) => ({ kind: 'deal', where: { field, op: 'is', value }, limit: 1 }));
}

function saveProblems({ id, record, fields }: PipelineDraft, found: Found, input: SaveInput): readonly Problem[] {
  const removed = new Set(input.remove);
  if (input.id !== undefined && (record === null || found.get('pipeline', id) === null)) return [{ code: 'not-found' }];
  const { name, stages, ...asked } = fields as unknown as PipelineFields;
  const problems: Problem[] = [
    ...fieldProblems('pipeline', { name: oneLine(name), ...asked }, record, []),
    ...taken(
      oneLine(name),
      found
        .all('pipeline')
        .filter((other) => other.id !== id)
        .map((other) => other.name),
      'name',
    ),
  ];
  if (stages.length === 0) problems.push({ code: 'only', field: 'stages' });
  const names: string[] = [];
  for (const stage of stages) {
    const known = found.get('stage', stage.id);
    // A stage that somebody has deleted, or that stands elsewhere by now.
    if (input.stages?.some((one) => one.id === stage.id) && known?.pipelineId !== id) {
      problems.push({ code: 'no-stage' });
      continue;
    }
    const { id: _id, ...values } = stage;
    const stageName = oneLine(stage.name);
    problems.push(...fieldProblems('stage', { ...values, name: stageName }, known, []));
    problems.push(...taken(stageName, names, 'stages'));
    names.push(stageName);
  }
  if (found.all('deal').some((deal) => removed.has(deal.stageId))) problems.push({ code: 'occupied', field: 'stages' });
  return problems;
}

/** Two of one name could not be told apart; case and accents do not make a name another. */
function taken(name: string, others: readonly string[], field: string): readonly Problem[] {
  const folded = fold(name);
  return folded !== '' && others.some((other) => fold(other) === folded) ? [{ code: 'duplicate', field }] : [];
}

function saveChanges(draft: PipelineDraft, found: Found, env: Env, input: SaveInput): readonly Change[] {
  const base = { rev: 0, createdAt: env.now, updatedAt: env.now };
  const { stages, ...rest } = draft.fields as unknown as PipelineFields;
  const fields = { ...rest, name: oneLine(rest.name) };
  const changes: (Change | null)[] = [];
  if (draft.record === null) {
    const last = pipelinesOf(found).at(-1)?.rank ?? null;
    const record: Pipeline = { ...base, ...fields, id: draft.id, rank: ranksAfter(last, 1)[0]! };
    changes.push({ op: 'create', kind: 'pipeline', id: record.id, record });
  } else changes.push(patchOf('pipeline', draft.record, fields));

  const ranks = stageRanks(stages, draft.stages);
  stages.forEach(({ id, ...values }, i) => {
    const wanted = { ...values, name: oneLine(values.name), rank: ranks[i]! };
    const known = draft.stages.find((stage) => stage.id === id);
    if (known !== undefined) changes.push(patchOf('stage', known, wanted));
    else {
      const record: Stage = { ...base, ...wanted, id, pipelineId: draft.id };
      changes.push({ op: 'create', kind: 'stage', id, record });
    }
  });
  changes.push(
    ...gone(
      draft.stages.filter(({ id }) => input.remove?.includes(id)),
      found,
    ),
  );
  return changes.filter((change) => change !== null);
}

const fieldNeeds: readonly Need[] = [{ kind: 'field' }];

/** Stages that go; what fields say of them goes along, and comes back with them. */
function gone(stages: readonly Stage[], found: Found): readonly (Change | null)[] {
  const ids = new Set(stages.map(({ id }) => id));
  const fields = found.all('field').map((field) => {
    const { importantIn } = field;
    const left = importantIn?.filter((id) => !ids.has(id));
    if (!importantIn || !left || left.length === importantIn.length) return null;
    return patchOf('field', field, { importantIn: left.length === 0 ? null : left });
  });
  return [
    ...fields,
    ...stages.map((record): Change => ({ op: 'delete', kind: 'stage', id: record.id, record, rev: record.rev })),
  ];
}

/** The ranks that put the stages in this order: those they have where they stand so already, new ones for all where not. */
function stageRanks(wanted: readonly StageFields[], stages: readonly Stage[]): readonly string[] {
  const known = wanted.map(({ id }) => stages.find((stage) => stage.id === id)?.rank ?? null);
  const first = known.indexOf(null);
  const old = (first === -1 ? known : known.slice(0, first)) as readonly string[];
  const inOrder = old.every((rank, i) => i === 0 || old[i - 1]! < rank);
  const newBehind = first === -1 || known.slice(first).every((rank) => rank === null);
  if (!inOrder || !newBehind) return ranksAfter(null, wanted.length);
  return [...old, ...ranksAfter(old.at(-1) ?? null, wanted.length - old.length)];
}

/** Pipelines in the order that is given; those that are not named stand behind them. The first is the default one. */
export const pipelinesSort: Rule<'pipelines-sort'> = {
  optimistic: true,
  bulk: false,
  needs: () => [{ kind: 'pipeline' }],
  draft: (input, found, env) => {
    const all = pipelinesOf(found);
    const order = [...new Set([...input.ids, ...all.map(({ id }) => id)])];
    const ranks = ranksAfter(null, order.length);
    return order.map((id, index) => {
      const draft = new CommandDraft(
        'pipeline',
        id,
        found.get('pipeline', id),
        { rank: ranks[index]! },
        { index },
      ) as Draft;
      pipelinesSort.check(draft, found, env, input);
      return draft;
    });
  },
  check: presence,
  changes: (draft) => {
    const { rank } = draft.fields as Pick<Pipeline, 'rank'>;
    const patch = draft.record === null ? null : patchOf('pipeline', draft.record as Pipeline, { rank });
    return patch === null ? [] : [patch];
  },
};

/** With its stages. Where deals stand in it they have to be moved first; the only one stays, for deals need a place. */
export const pipelineDelete: Rule<'pipeline-delete'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [...stageNeeds, ...standing('pipelineId', [input.id]), ...fieldNeeds],
  draft: (input, found, env) => {
    const draft = new CommandDraft('pipeline', input.id, found.get('pipeline', input.id), {}) as Draft;
    pipelineDelete.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found) => {
    presence(draft, found);
    if (draft.problems.length > 0) return;
    const problems: Problem[] = [];
    if (found.all('pipeline').length < 2) problems.push({ code: 'only' });
    if (found.all('deal').some((deal) => deal.pipelineId === draft.id)) problems.push({ code: 'occupied' });
    (draft as CommandDraft).problems = problems;
  },
  changes: (draft, found) => {
    const record = draft.record as Pipeline | null;
    if (record === null) return [];
    const changes: (Change | null)[] = [
      ...gone(stagesOf(found, record.id), found),
      { op: 'delete', kind: 'pipeline', id: record.id, record, rev: record.rev },
    ];
    return changes.filter((change) => change !== null);
  },
};

function presence(draft: Draft, found: Found): void {
  const gone = draft.record === null || found.get(draft.kind, draft.id) === null;
  (draft as CommandDraft).problems = gone ? [{ code: 'not-found' }] : [];
}
