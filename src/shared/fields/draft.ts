import { CUSTOM } from '../../domain/field-value.js';
import { fold } from '../../domain/fold.js';
import { importantStages } from '../../domain/important.js';
import type { CommandInputs, FieldInput, OptionInput } from '../../domain/plan.js';
import type { Field, FieldOption, FieldType, FormulaFormat, Id } from '../../domain/records.js';
import { mostOptions } from '../../domain/retype.js';
import type { Directory } from '../../store/api.js';
import type { FieldWords } from './place.js';

export interface OptionDraft {
  /** Tells the rows of the form apart. */
  readonly key: string;
  /** As it was; null = a new one. */
  readonly was: FieldOption | null;
  name: string;
  /** It is going to be deleted. */
  gone: boolean;
  /** The option that stands then where it was chosen; '' = nothing. */
  instead: Id;
}

/** A field as it stands in the form. */
export interface FieldDraft {
  readonly was: Field | null;
  name: string;
  type: FieldType;
  description: string;
  important: boolean;
  /** Stages that it is limited to; none = everywhere. */
  importantIn: ReadonlySet<Id>;
  required: boolean;
  onCards: boolean;
  onAdd: boolean;
  options: OptionDraft[];
  /** As it was typed, as it is stored, and what is wrong with it ('' = nothing); null = nobody has touched it. */
  formula: { readonly text: string; readonly stored: string; readonly error: string } | null;
  format: FormulaFormat | null;
  /** Where it is asked for: ids of stages, and of pipelines whose deals are won and lost. */
  stages: ReadonlySet<Id>;
  won: ReadonlySet<Id>;
  lost: ReadonlySet<Id>;
}

/** What is wrong, by `name`, `options`, `all` or the key of an option. */
export type Errors = Readonly<Record<string, string>>;

let keys = 0;

export function optionDraft(was: FieldOption | null, name = was?.name ?? ''): OptionDraft {
  return { key: `option-${++keys}`, was, name, gone: false, instead: '' };
}

/** Where the field is asked for now, as stages and pipelines say it: nobody else does. */
export function askedOf(id: Id, directory: Directory): Pick<FieldDraft, 'stages' | 'won' | 'lost'> {
  const field = CUSTOM + id;
  const { pipelines } = directory;
  const stages = pipelines.flatMap((pipeline) => directory.stagesOf(pipeline.id));
  const ids = (list: readonly { readonly id: Id }[]): ReadonlySet<Id> => new Set(list.map((each) => each.id));
  return {
    stages: ids(stages.filter(({ requiredFields }) => requiredFields.includes(field))),
    won: ids(pipelines.filter(({ wonFields }) => wonFields.includes(field))),
    lost: ids(pipelines.filter(({ lostFields }) => lostFields.includes(field))),
  };
}

/** @param was null = a new field */
export function fieldDraft(was: Field | null, directory: Directory): FieldDraft {
  return {
    was,
    name: was?.name ?? '',
    type: was?.type ?? 'text',
    description: was?.description ?? '',
    important: was?.important ?? false,
    importantIn: new Set(was ? importantStages(was, (id) => directory.stage(id) !== undefined) : []),
    required: was?.required ?? false,
    onCards: was?.onCards ?? false,
    onAdd: was?.onAdd ?? false,
    options: (was?.options ?? []).map((option) => optionDraft(option)),
    formula: null,
    format: was?.format ?? null,
    ...(was ? askedOf(was.id, directory) : { stages: new Set<Id>(), won: new Set<Id>(), lost: new Set<Id>() }),
  };
}

/** What a form says, to tell whether anything was typed. */
export function face({ was: _was, options, stages, won, lost, importantIn, ...said }: FieldDraft): string {
  return JSON.stringify([
    said,
    options.map(({ key: _key, ...option }) => option),
    ...[stages, won, lost, importantIn].map((set) => [...set]),
  ]);
}

export function hasOptions(type: FieldType): boolean {
  return type === 'option' || type === 'options';
}

/** @param others names of the other fields */
export function errorsOf(draft: FieldDraft, others: readonly string[], t: FieldWords): Errors {
  const errors: Record<string, string> = {};
  const name = fold(draft.name.trim());
  if (name === '') errors['name'] = t.nameMissing;
  else if (others.some((other) => fold(other) === name)) errors['name'] = t.nameTaken;
  if (draft.type === 'formula') {
    const { formula, was } = draft;
    if (formula === null ? was === null : formula.text.trim() === '') errors['formula'] = t.formulaMissing;
    else if (formula !== null && formula.error !== '') errors['formula'] = formula.error;
  }
  if (!hasOptions(draft.type)) return errors;
  const names = new Set<string>();
  const staying = draft.options.filter(({ gone }) => !gone);
  for (const option of staying) {
    const called = fold(option.name.trim());
    if (called === '') errors[option.key] = t.optionMissing;
    else if (names.has(called)) errors[option.key] = t.optionTaken;
    names.add(called);
  }
  if (staying.length > mostOptions) errors['options'] = t.optionsMost(mostOptions);
  return errors;
}

function optionInputs(draft: FieldDraft): readonly OptionInput[] {
  return draft.options
    .filter(({ gone }) => !gone)
    .map(({ was, name }) =>
      was === null
        ? { name: name.trim() }
        : name.trim() === was.name
          ? { id: was.id }
          : { id: was.id, name: name.trim() },
    );
}

/** What of the sets differs from what there was. */
function differing(now: ReadonlySet<Id>, was: ReadonlySet<Id>): Readonly<Record<Id, boolean>> | undefined {
  const ids = [...new Set([...now, ...was])].filter((id) => now.has(id) !== was.has(id));
  return ids.length === 0 ? undefined : Object.fromEntries(ids.map((id) => [id, now.has(id)]));
}

function askedInput(draft: FieldDraft, began: FieldDraft): FieldInput['asked'] {
  const asked = {
    stages: differing(draft.stages, began.stages),
    won: differing(draft.won, began.won),
    lost: differing(draft.lost, began.lost),
  };
  const said = Object.entries(asked).filter(([, ids]) => ids !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

const FLAGS = ['important', 'required', 'onCards', 'onAdd'] as const;

function formulaInput(draft: FieldDraft, began: FieldDraft): FieldInput {
  const { formula, format, was } = draft;
  return {
    ...(formula !== null && formula.stored !== was?.formula && { formula: formula.stored }),
    ...(JSON.stringify(format) !== JSON.stringify(began.format) && { format }),
  };
}

/** Only what differs from what the form began with: what others change meanwhile stays theirs. */
function fieldInput(draft: FieldDraft, began: FieldDraft): FieldInput {
  const asked = askedInput(draft, began);
  const limited = differing(draft.importantIn, began.importantIn) !== undefined;
  return {
    ...(draft.name.trim() !== began.name && { name: draft.name.trim() }),
    ...(draft.description.trim() !== began.description && { description: draft.description.trim() }),
    ...Object.fromEntries(FLAGS.flatMap((flag) => (draft[flag] === began[flag] ? [] : [[flag, draft[flag]]]))),
    ...(limited && { importantIn: draft.importantIn.size === 0 ? null : [...draft.importantIn] }),
    ...(asked && { asked }),
    ...(draft.type === 'formula' && formulaInput(draft, began)),
  };
}

export function addInput(draft: FieldDraft, began: FieldDraft): CommandInputs['field-add'] {
  const { type } = draft;
  const options = hasOptions(type) && { options: optionInputs(draft) };
  return { ...fieldInput(draft, began), name: draft.name.trim(), type, ...options };
}

function optionsDiffer({ options }: FieldDraft, began: FieldDraft): boolean {
  return (
    JSON.stringify(options.map(({ was, name, gone }) => [was?.id, name.trim(), gone])) !==
    JSON.stringify(began.options.map(({ was, name, gone }) => [was?.id, name, gone]))
  );
}

/** What is only an edit; null = nothing is. */
export function editInput(draft: FieldDraft, began: FieldDraft): CommandInputs['field-edit'] | null {
  if (draft.was === null) return null;
  const options = hasOptions(draft.type) && retypeInput(draft) === null && optionsDiffer(draft, began);
  const input = { ...fieldInput(draft, began), ...(options && { options: optionInputs(draft) }) };
  return Object.keys(input).length === 0 ? null : { id: draft.was.id, ...input };
}

/** What touches the values: another type, or options that go; null = nothing does. */
export function retypeInput(draft: FieldDraft): CommandInputs['field-retype'] | null {
  const { was, type } = draft;
  if (was === null) return null;
  const gone = hasOptions(type) ? draft.options.filter((option) => option.gone) : [];
  const remove = gone.flatMap((option) => (option.was ? [option.was.id] : []));
  if (type === was.type && remove.length === 0) return null;
  const replace = Object.fromEntries(
    gone.flatMap(({ was: option, instead }) => (option && instead ? [[option.id, instead]] : [])),
  );
  return {
    id: was.id,
    ...(type !== was.type && { type }),
    ...(hasOptions(type) && { options: optionInputs(draft) }),
    ...(remove.length > 0 && { remove, replace }),
  };
}
