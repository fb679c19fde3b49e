import { BY_HAND } from './by-hand.js';
import type { Change } from './change.js';
import { choiceNeeds, choose } from './contacts.js';
import type { Chosen } from './contacts.js';
import { newDeal } from './deals.js';
import { CommandDraft } from './drafts.js';
import { defsNeed, defsOf, oneLine } from './edit.js';
import type { Draft, OpportunityInput, Problem } from './plan.js';
import { newNote } from './notes.js';
import type { CustomValue, Deal, Id, Lead, Money, Opportunity } from './records.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { stageNeeds, targetOf } from './stages.js';
import { fieldProblems, missingProblems, nobodyProblem, ownProblems } from './validate.js';

type Values = Record<string, unknown>;
type AddInput = OpportunityInput & { readonly target?: { readonly pipelineId?: Id; readonly stageId?: Id } };

export const leadAdd: Rule<'lead-add'> = {
  optimistic: false,
  bulk: false,
  needs: addNeeds,
  draft: (input, found, env) => {
    const draft = addDraft('lead', input, addFields(input, env), env);
    leadAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const chosen = chosenFor(draft, found, env);
    const lead = leadOf(draft, chosen, env);
    setProblems(draft, [...chosen.problems, ...madeProblems('lead', lead, found), ...nobodyProblem(lead)]);
  },
  changes: (draft, found, env) => {
    const chosen = chosenFor(draft, found, env);
    const lead = leadOf(draft, chosen, env);
    return [
      ...chosen.creates,
      { op: 'create', kind: 'lead', id: lead.id, record: lead },
      ...firstNote(draft, { leadId: lead.id }, env),
    ];
  },
};

export const dealAdd: Rule<'deal-add'> = {
  optimistic: false,
  bulk: false,
  needs: (input, env) => [...addNeeds(input, env), ...stageNeeds],
  draft: (input, found, env) => {
    const draft = addDraft('deal', input, { ...addFields(input, env), ...targetOf(input.target, found) }, env);
    dealAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, env) => {
    const chosen = chosenFor(draft, found, env);
    const deal = dealOf(draft, chosen, env);
    const stage = found.get('stage', deal.stageId);
    const asked = stage === null ? [{ code: 'no-stage', field: 'stageId' } as const] : missingProblems(stage, deal);
    const problems = [...chosen.problems, ...madeProblems('deal', deal, found), ...nobodyProblem(deal)];
    setProblems(draft, [
      ...problems,
      ...asked.filter(({ field }) => !problems.some((problem) => problem.field === field)),
    ]);
  },
  changes: (draft, found, env) => {
    const chosen = chosenFor(draft, found, env);
    const deal = dealOf(draft, chosen, env);
    const pipelineId = found.get('stage', deal.stageId)?.pipelineId ?? deal.pipelineId;
    const record = { ...deal, pipelineId };
    return [
      ...chosen.creates,
      { op: 'create', kind: 'deal', id: deal.id, record },
      ...firstNote(draft, { dealId: deal.id }, env),
    ];
  },
};

function addNeeds(input: AddInput, _env: Env): readonly Need[] {
  return [...choiceNeeds(input), defsNeed];
}

/** What the input says, as fields the host may edit; `person`, `organization` and `note` as they were given. */
function addFields(input: AddInput, env: Env): Values {
  const {
    title = '',
    person = null,
    organization = null,
    labelIds = [],
    value = null,
    expectedClose = null,
    channel = null,
  } = input;
  const fields: Values = {
    title,
    person,
    organization,
    labelIds,
    value,
    expectedClose,
    channel,
    note: input.note ?? '',
    ownerId: input.ownerId === undefined ? env.userId : input.ownerId,
    sourceName: input.sourceName ?? BY_HAND.sourceName,
  };
  for (const [id, held] of Object.entries(input.custom ?? {})) fields[`custom.${id}`] = held;
  return fields;
}

function addDraft(kind: 'lead' | 'deal', input: AddInput, fields: Values, env: Env): CommandDraft & Draft {
  const ids = { person: env.newId(), organization: env.newId(), note: env.newId() };
  return new CommandDraft(kind, env.newId(), null, fields, { title: oneLine(input.title), ids });
}

function chosenFor(draft: Draft, found: Found, env: Env): Chosen {
  const { ids } = draft as CommandDraft;
  return choose(draft.fields, ids, found, env, draft.fields['ownerId'] as Id | null);
}

function opportunityOf(draft: Draft, chosen: Chosen, env: Env): Opportunity {
  const f = draft.fields;
  const custom: Record<Id, CustomValue> = {};
  for (const [name, value] of Object.entries(f))
    if (name.startsWith('custom.') && value !== null) custom[name.slice(7)] = value as CustomValue;
  return {
    id: draft.id,
    rev: 0,
    createdAt: env.now,
    updatedAt: env.now,
    title: oneLine(f['title']) || chosen.organizationName || chosen.personName,
    personId: chosen.personId,
    organizationId: chosen.organizationId,
    ownerId: f['ownerId'] as Id | null,
    creatorId: env.userId,
    labelIds: f['labelIds'] as readonly Id[],
    value: f['value'] as Money | null,
    expectedClose: f['expectedClose'] as string | null,
    sourceName: oneLine(f['sourceName']),
    origin: BY_HAND.origin,
    originId: null,
    channel: f['channel'] as string | null,
    channelId: null,
    archivedAt: null,
    custom,
    personName: '',
    organizationName: '',
    nextActivity: null,
    touchedAt: env.now,
    searchText: '',
  };
}

function leadOf(draft: Draft, chosen: Chosen, env: Env): Lead {
  // Who types a lead in has seen it.
  return { ...opportunityOf(draft, chosen, env), seen: true, sourceDealId: null };
}

function dealOf(draft: Draft, chosen: Chosen, env: Env): Deal {
  return newDeal(
    opportunityOf(draft, chosen, env),
    draft.fields['pipelineId'] as Id,
    draft.fields['stageId'] as Id,
    (draft as CommandDraft).index,
    env,
  );
}

/** The fields a person gives; the rest is made by rules. */
const GIVEN = ['title', 'ownerId', 'labelIds', 'value', 'expectedClose', 'sourceName', 'channel'] as const;

function madeProblems(kind: 'lead' | 'deal', record: Lead | Deal, found: Found): readonly Problem[] {
  const given: Values = {};
  for (const name of GIVEN) given[name] = record[name];
  for (const [id, value] of Object.entries(record.custom)) given[`custom.${id}`] = value;
  const defs = defsOf(found);
  const problems = fieldProblems(kind, given, null, defs);
  return [...problems, ...ownProblems(record, defs).filter(({ field }) => !(field! in given))];
}

function firstNote(draft: Draft, on: { leadId: Id } | { dealId: Id }, env: Env): readonly Change[] {
  const text = draft.fields['note'];
  if (typeof text !== 'string' || text.trim() === '') return [];
  const note = newNote((draft as CommandDraft).ids['note']!, on, text, env);
  return [{ op: 'create', kind: 'note', id: note.id, record: note }];
}

function setProblems(draft: Draft, problems: readonly Problem[]): void {
  (draft as CommandDraft).problems = problems;
}
