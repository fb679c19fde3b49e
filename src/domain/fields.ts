import { patchOf, same } from './change.js';
import type { Change } from './change.js';
import { compareFew } from './few.js';
import { CommandDraft } from './drafts.js';
import { oneLine } from './edit.js';
import { optionProblems, wantedOptions } from './field-options.js';
import { CUSTOM } from './field-value.js';
import { fold } from './fold.js';
import type { CommandInputs, Draft, FieldInput, Problem } from './plan.js';
import { formulaProblems, givenBy, givesOfOthers } from './formula/field-rule.js';
import { needsRebalance, ranksAfter, ranksBetween } from './rank.js';
import type { Field, Id, Pipeline, Stage } from './records.js';
import { byIds } from './rule.js';
import type { Env, Found, Need, Rule } from './rule.js';
import { stageNeeds } from './stages.js';
import { fieldProblems } from './validate.js';

/** The kinds whose records hold values of custom fields. */
export const customKinds = ['lead', 'deal', 'person', 'organization'] as const;

type Input = CommandInputs['field-add'] | CommandInputs['field-edit'];

/** What is stored of a field is what is named of it, so that two who work on one field do not take each other's changes back. */
const NAMED = ['description', 'important', 'importantIn', 'required', 'onCards', 'onAdd', 'formula', 'format'] as const;

/** A field about to be made or changed. */
class FieldDraft extends CommandDraft<'field'> {
  /** Options as the input comes to them: what the host has made of them stays as it is. */
  worked: readonly unknown[] | null = null;
}

/** Fields in their order. */
export function fieldsOf(found: Found): readonly Field[] {
  return [...found.all('field')].sort(compareFew('field'));
}

/** Two of one name could not be told apart; case and accents do not make a name another. */
function nameProblems(name: unknown, id: Id, record: Field | null, found: Found): readonly Problem[] {
  const folded = fold(oneLine(name));
  if (folded === '' || (record !== null && fold(record.name) === folded)) return [];
  const taken = found.all('field').some((field) => field.id !== id && fold(field.name) === folded);
  return taken ? [{ code: 'duplicate', field: 'name' }] : [];
}

/** Stages and pipelines are read only where something is said of them. */
function askedNeeds({ asked, importantIn }: FieldInput): readonly Need[] {
  return asked === undefined && !importantIn ? [] : stageNeeds;
}

/** @param fields as they are to be stored */
function askedProblems(
  { asked }: FieldInput,
  { importantIn }: Readonly<Record<string, unknown>>,
  found: Found,
): readonly Problem[] {
  const named = Array.isArray(importantIn) ? (importantIn as readonly Id[]) : [];
  const noStage = named.some((id) => found.get('stage', id) === null);
  const stages = Object.keys(asked?.stages ?? {});
  const pipelines = [...Object.keys(asked?.won ?? {}), ...Object.keys(asked?.lost ?? {})];
  const gone =
    stages.some((id) => found.get('stage', id) === null) || pipelines.some((id) => found.get('pipeline', id) === null);
  return [
    ...(gone ? ([{ code: 'no-stage', field: 'asked' }] as const) : []),
    ...(noStage ? ([{ code: 'no-stage', field: 'importantIn' }] as const) : []),
  ];
}

/** The lists of stages and pipelines, with the field among them or not: there, and nowhere else, stands what is asked. */
function askedChanges({ asked = {} }: FieldInput, id: Id, found: Found): readonly Change[] {
  const field = CUSTOM + id;
  const put = (list: readonly string[], wanted: boolean | undefined): readonly string[] => {
    if (wanted === undefined || list.includes(field) === wanted) return list;
    return wanted ? [...list, field] : list.filter((each) => each !== field);
  };
  const { stages = {}, won = {}, lost = {} } = asked;
  const changes: (Change | null)[] = Object.entries(stages).map(([stageId, wanted]) => {
    const stage = found.get('stage', stageId);
    return stage && patchOf('stage', stage, { requiredFields: put(stage.requiredFields, wanted) });
  });
  for (const pipelineId of new Set([...Object.keys(won), ...Object.keys(lost)])) {
    const pipeline = found.get('pipeline', pipelineId);
    if (pipeline === null) continue;
    const { wonFields, lostFields } = pipeline;
    const fields = { wonFields: put(wonFields, won[pipelineId]), lostFields: put(lostFields, lost[pipelineId]) };
    changes.push(patchOf('pipeline', pipeline, fields));
  }
  return changes.filter((change) => change !== null);
}

/** Where options are made, their ids are fixed with the draft. */
function optionIds({ options = [] }: FieldInput, env: Env): Readonly<Record<string, Id>> {
  return Object.fromEntries(
    options.flatMap(({ id }, place) => (id === undefined ? [[String(place), env.newId()]] : [])),
  );
}

function optionsOf(input: FieldInput & { readonly remove?: readonly Id[] }, draft: FieldDraft, now: Field | null) {
  const { options = [], remove = [] } = input;
  return wantedOptions(
    now?.options ?? [],
    options,
    remove,
    options.map((_, place) => draft.ids[String(place)] ?? ''),
  );
}

function given(input: Input): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (input.name !== undefined) fields['name'] = input.name;
  for (const name of NAMED) if (input[name] !== undefined) fields[name] = input[name];
  return fields;
}

function tidied(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const next: Record<string, unknown> = { ...fields };
  for (const name of ['name', 'description']) if (name in next) next[name] = oneLine(next[name]);
  return next;
}

export const fieldAdd: Rule<'field-add'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [{ kind: 'field' }, ...askedNeeds(input)],
  draft: (input, found, env) => {
    const fields: Record<string, unknown> = { name: '', ...given(input), type: input.type };
    const draft = new FieldDraft('field', env.newId(), null, fields, {
      title: oneLine(input.name),
      ids: optionIds(input, env),
    });
    draft.fields['options'] = optionsOf(input, draft, null);
    fieldAdd.check(draft, found, env, input);
    return [draft];
  },
  check: (draft, found, _env, input) => {
    const fields = tidied(draft.fields);
    (draft as CommandDraft).problems = [
      ...fieldProblems('field', fields, null, []),
      ...nameProblems(fields['name'], draft.id, null, found),
      ...(Array.isArray(fields['options']) ? optionProblems(fields['options'] as Field['options']) : []),
      ...formulaProblems(draft.id, null, fields, found.all('field')),
      ...askedProblems(input, fields, found),
    ];
  },
  changes: (draft, found, env, input) => {
    const given = tidied(draft.fields) as unknown as Omit<Field, 'rank'>;
    const fields = { ...given, ...givenBy(draft.id, null, given, found.all('field')) };
    const last = fieldsOf(found).at(-1)?.rank ?? null;
    const base = { id: draft.id, rev: 0, createdAt: env.now, updatedAt: env.now };
    const record: Field = { ...fields, ...base, rank: ranksAfter(last, 1)[0]! };
    return [{ op: 'create', kind: 'field', id: record.id, record }, ...askedChanges(input, record.id, found)];
  },
};

/** Does a record hold one of the options that are to go? One of each kind is enough to know. */
function holders(field: Field | null, remove: readonly Id[]): readonly Need[] {
  if (field === null || remove.length === 0) return [];
  const op = field.type === 'options' ? 'has' : 'in';
  return customKinds.map((kind) => ({ kind, where: { field: CUSTOM + field.id, op, value: remove }, limit: 1 }));
}

export const fieldEdit: Rule<'field-edit'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [{ kind: 'field' }, ...askedNeeds(input)],
  then: ({ id, remove = [] }, found) => holders(found.get('field', id), remove),
  draft: (input, found, env) => {
    const record = found.get('field', input.id);
    const draft = new FieldDraft('field', input.id, record, given(input), { ids: optionIds(input, env) });
    fieldEdit.check(draft, found, env, input);
    return [draft];
  },
  check: (given, found, _env, input) => {
    const draft = given as unknown as FieldDraft;
    const now = found.get('field', draft.id);
    if (draft.record === null || now === null) {
      draft.problems = [{ code: 'not-found' }];
      return;
    }
    adopt(draft, now);
    if (input.options !== undefined || input.remove !== undefined) {
      const mine = draft.fields['options'];
      if (mine === undefined || same(mine, draft.worked)) draft.fields['options'] = optionsOf(input, draft, now);
      draft.worked = draft.fields['options'] as readonly unknown[];
    }
    const fields = tidied(draft.fields);
    const held = customKinds.some((kind) => found.all(kind).length > 0);
    draft.problems = [
      ...fieldProblems('field', fields, draft.record, []),
      ...nameProblems(fields['name'], draft.id, draft.record, found),
      ...(Array.isArray(fields['options']) ? optionProblems(fields['options'] as Field['options']) : []),
      ...(held ? ([{ code: 'occupied', field: 'options' }] as const) : []),
      ...formulaProblems(draft.id, draft.record, fields, found.all('field')),
      ...askedProblems(input, fields, found),
    ];
  },
  changes: (draft, found, _env, input) => {
    const record = draft.record as Field | null;
    if (record === null) return [];
    const given = tidied(draft.fields);
    const all = found.all('field');
    const fields = { ...given, ...givenBy(record.id, record, given, all) };
    const patch = patchOf('field', record, fields);
    const others = givesOfOthers(record.id, fields, all).map(([one, gives]) => patchOf('field', one, { gives }));
    return [...[patch, ...others].filter((change) => change !== null), ...askedChanges(input, record.id, found)];
  },
};

/** What somebody else has changed meanwhile is no conflict where this draft is about something else: options are made anew from what there is. */
function adopt(draft: FieldDraft, now: Field): void {
  const { record } = draft;
  if (record === null || record === now || record.type !== now.type) return;
  const touched = Object.keys(draft.fields).filter((name) => name !== 'options');
  const mine = touched.some((name) => !same(Reflect.get(record, name) ?? null, Reflect.get(now, name) ?? null));
  if (!mine) (draft as { record: Field }).record = now;
}

/** A field to its place. One write, unless there is no room between its neighbours: then all get a rank. */
export const fieldsSort: Rule<'fields-sort'> = {
  optimistic: true,
  bulk: false,
  needs: () => [{ kind: 'field' }],
  draft: (input, found, env) => {
    const drafts = ranksFor(input, found).map(([id, rank], index) => {
      const draft = new CommandDraft('field', id, found.get('field', id), { rank }, { index }) as Draft;
      fieldsSort.check(draft, found, env, input);
      return draft;
    });
    return drafts;
  },
  check: presence,
  changes: (draft) => {
    const { rank } = draft.fields as Pick<Field, 'rank'>;
    const patch = draft.record === null ? null : patchOf('field', draft.record as Field, { rank });
    return patch === null ? [] : [patch];
  },
};

function ranksFor({ id, before }: CommandInputs['fields-sort'], found: Found): readonly (readonly [Id, string])[] {
  const others = fieldsOf(found).filter((field) => field.id !== id);
  const place = others.findIndex((field) => field.id === before);
  const at = before === null || place === -1 ? others.length : place;
  const rank = ranksBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null, 1)?.[0];
  if (rank !== undefined && !needsRebalance(rank)) return [[id, rank]];
  const order = [...others.slice(0, at).map(idOf), id, ...others.slice(at).map(idOf)];
  const ranks = ranksAfter(null, order.length);
  return order.map((each, i) => [each, ranks[i]!]);
}

function idOf(field: Field): Id {
  return field.id;
}

/**
 * The values stay where they are, out of sight, so that whoever takes it back has all of it again. What would be left as a
 * condition that nobody can meet goes: no stage and no pipeline asks for it any more.
 */
export const fieldDelete: Rule<'field-delete'> = {
  optimistic: false,
  bulk: false,
  needs: (input) => [...byIds('field', [input.id]), ...stageNeeds],
  draft: (input, found, env) => {
    const draft = new CommandDraft('field', input.id, found.get('field', input.id), {}) as Draft;
    fieldDelete.check(draft, found, env, input);
    return [draft];
  },
  check: presence,
  changes: (draft, found) => {
    const record = draft.record as Field | null;
    if (record === null) return [];
    const off = <R extends { readonly id: Id }>(list: readonly R[]): Readonly<Record<Id, boolean>> =>
      Object.fromEntries(list.map(({ id }) => [id, false]));
    const stages = off<Stage>(found.all('stage'));
    const pipelines = off<Pipeline>(found.all('pipeline'));
    return [
      ...askedChanges({ asked: { stages, won: pipelines, lost: pipelines } }, record.id, found),
      { op: 'delete', kind: 'field', id: record.id, record, rev: record.rev },
    ];
  },
};

function presence(draft: Draft, found: Found): void {
  const gone = draft.record === null || found.get(draft.kind, draft.id) === null;
  (draft as CommandDraft).problems = gone ? [{ code: 'not-found' }] : [];
}
