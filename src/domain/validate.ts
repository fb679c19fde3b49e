import { same, valueOf } from './change.js';
import { CUSTOM } from './field-value.js';
import { isDay, isInstant, isTime } from './dates.js';
import { isSafeName } from './files/names.js';
import { oneLine } from './filled.js';
import { readFilter } from './filter-check.js';
import { isEmpty } from './matches.js';
import { isAmount, isCurrency, isMoney } from './money.js';
import type { Problem } from './plan.js';
import { activityTypes, fieldTypes, labelColors } from './records.js';
import type { AnyRecord, Deal, Field, Id, Kind, Stage } from './records.js';
import { lineChecks, productChecks } from './products/checks.js';
import { projectChecks, templateChecks } from './projects/checks.js';
import { customReason, isText, maxText, pointsReason } from './values.js';
import type { InvalidReason } from './values.js';

export type { InvalidReason } from './values.js';

type Check = (value: unknown) => InvalidReason | null;

const id: Check = (value) => (value === null || (typeof value === 'string' && value !== '') ? null : 'id');
const ids: Check = (value) => (Array.isArray(value) && value.every((item) => typeof item === 'string') ? null : 'id');
const text =
  (max: number): Check =>
  (value) =>
    !isText(value) ? 'text' : value.length > max ? 'too-long' : null;
const textOrNull =
  (max: number): Check =>
  (value) =>
    value === null ? null : text(max)(value);
const flag: Check = (value) => (typeof value === 'boolean' ? null : 'type');
const day: Check = (value) => (value === null || isDay(value) ? null : 'day');
const time: Check = (value) => (value === null || isTime(value) ? null : 'time');
const instant: Check = (value) => (value === null || isInstant(value) ? null : 'instant');
const between =
  (from: number, to: number): Check =>
  (value) =>
    value === null
      ? null
      : typeof value !== 'number' || Number.isNaN(value)
        ? 'number'
        : value < from || value > to
          ? 'range'
          : null;
const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? null : 'option';
/** Some lines of text, none of them empty. */
const lines: Check = (value) => {
  if (!Array.isArray(value)) return 'type';
  const reasons = value.map((line) => (isText(line) && line.trim() === '' ? 'text' : text(maxText.line)(line)));
  return reasons.find((reason) => reason !== null) ?? null;
};
const money: Check = (value) => {
  if (value === null) return null;
  if (!isMoney(value) || !isAmount(value.amount)) return 'money';
  return isCurrency(value.currency) ? null : 'currency';
};

const formulaFormat: Check = (value) => {
  if (value === null) return null;
  const { as, decimals } = (typeof value === 'object' ? value : {}) as { as?: unknown; decimals?: unknown };
  if (oneOf(['number', 'percent', 'days'])(as) !== null) return 'type';
  return decimals === null || (Number.isInteger(decimals) && between(0, 6)(decimals) === null) ? null : 'range';
};

const opportunity: Readonly<Record<string, Check>> = {
  title: text(maxText.title),
  personId: id,
  organizationId: id,
  ownerId: id,
  labelIds: ids,
  value: money,
  expectedClose: day,
  sourceName: text(maxText.line),
  channel: textOrNull(maxText.line),
  channelId: textOrNull(maxText.line),
  archivedAt: instant,
  notDuplicateOf: ids,
};

/** The fields a command may set, by kind. What is not here is set by rules only. */
const editable: { readonly [K in Kind]?: Readonly<Record<string, Check>> } = {
  lead: { ...opportunity, seen: flag },
  deal: {
    ...opportunity,
    probability: between(0, 100),
    stageId: id,
    pipelineId: id,
    rank: text(maxText.line),
    status: oneOf(['open', 'won', 'lost']),
    waitUntil: day,
    followerIds: ids,
    waitReason: textOrNull(maxText.line),
    lostReason: textOrNull(maxText.line),
    lostComment: textOrNull(maxText.long),
  },
  person: {
    name: text(maxText.line),
    jobTitle: text(maxText.line),
    organizationId: id,
    ownerId: id,
    emails: (value) => pointsReason('email', value),
    phones: (value) => pointsReason('phone', value),
    notDuplicateOf: ids,
  },
  organization: {
    name: text(maxText.line),
    address: text(maxText.title),
    website: text(maxText.title),
    ownerId: id,
    notDuplicateOf: ids,
  },
  activity: {
    type: oneOf(activityTypes),
    subject: text(maxText.title),
    due: day,
    time,
    duration: between(0, 60 * 24 * 366),
    note: text(maxText.long),
    ownerId: id,
    done: flag,
  },
  note: { text: text(maxText.long), pinned: flag },
  file: {
    name: (value) => (isText(value) && !isSafeName(oneLine(value)) ? 'file-name' : text(maxText.line)(value)),
    description: text(maxText.long),
  },
  participant: { role: text(maxText.line) },
  product: productChecks,
  dealProduct: lineChecks,
  project: projectChecks,
  projectTemplate: templateChecks,
  label: { name: text(maxText.line), color: oneOf(labelColors) },
  pipeline: {
    name: text(maxText.line),
    lostReasons: (value) => (value === null ? null : lines(value)),
    wonFields: lines,
    lostFields: lines,
  },
  field: {
    name: text(maxText.line),
    type: oneOf(fieldTypes),
    options: (value) => (Array.isArray(value) ? null : 'type'),
    description: text(maxText.title),
    important: flag,
    importantIn: (value) => (value === null ? null : ids(value)),
    required: flag,
    onCards: flag,
    onAdd: flag,
    formula: text(maxText.long),
    format: formulaFormat,
  },
  filter: {
    name: text(maxText.line),
    subject: oneOf(['lead', 'deal']),
    filter: (value) => (Array.isArray(value) && readFilter(value).problems.length === 0 ? null : 'type'),
    shared: flag,
  },
  stage: {
    name: text(maxText.line),
    probability: (value) => (value === null ? 'number' : between(0, 100)(value)),
    rotDays: (value) => (value === null || Number.isInteger(value) ? between(1, 3_650)(value) : 'number'),
    requiredFields: lines,
  },
};

/** Fields that must hold something, and the problem where they do not. */
const needed: { readonly [K in Kind]?: Readonly<Record<string, Problem['code']>> } = {
  lead: { title: 'title' },
  deal: { title: 'title', stageId: 'no-stage' },
  person: { name: 'required' },
  organization: { name: 'required' },
  activity: { subject: 'required' },
  note: { text: 'required' },
  file: { name: 'required' },
  product: { name: 'required' },
  dealProduct: { name: 'required' },
  project: { title: 'title' },
  projectTemplate: { name: 'required' },
  label: { name: 'required' },
  field: { name: 'required' },
  filter: { name: 'required', filter: 'required' },
  pipeline: { name: 'required' },
  stage: { name: 'required' },
};

/**
 * What stands in the way of these values of fields. Only what differs from `record` is looked at: what is stored already,
 * by whomever, is no reason to refuse an edit of something else.
 * @param defs the custom fields
 */
export function fieldProblems(
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
  record: AnyRecord | null,
  defs: readonly Field[],
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (record !== null && same(valueOf(record, field), value)) continue;
    const code = needed[kind]?.[field] ?? (isAlwaysAsked(kind, field, defs) ? 'required' : undefined);
    if (code !== undefined && isBlank(value)) {
      problems.push({ code, field });
      continue;
    }
    const reason = fieldReason(kind, field, value, defs);
    if (reason !== null) problems.push({ code: 'invalid', field, detail: reason });
  }
  return problems;
}

function fieldReason(kind: Kind, field: string, value: unknown, defs: readonly Field[]): InvalidReason | null {
  if (field.startsWith('custom.')) {
    const def = defs.find((known) => known.id === field.slice('custom.'.length));
    // A value may always be taken out, also where its field is gone.
    if (def === undefined) return value === null ? null : 'unknown-field';
    return customReason(def, value);
  }
  const checks = editable[kind];
  if (checks === undefined || !Object.hasOwn(checks, field)) return 'read-only';
  return checks[field]!(value);
}

/** Is it a field of one's own that no lead and no deal is without? */
function isAlwaysAsked(kind: Kind, field: string, defs: readonly Field[]): boolean {
  if ((kind !== 'lead' && kind !== 'deal') || !field.startsWith(CUSTOM)) return false;
  return alwaysAsked(defs).some(({ id }) => field === CUSTOM + id);
}

/** The fields of one's own that no lead and no deal is without. */
export function alwaysAsked(defs: readonly Field[]): readonly Field[] {
  return defs.filter(({ required, type }) => required === true && type !== 'formula');
}

/** Of them, those that have nothing in these values. @param asked as `alwaysAsked` has them */
export function missingOwn(asked: readonly Field[], custom: Readonly<Record<Id, unknown>>): readonly Field[] {
  return asked.filter(({ id }) => isBlank(custom[id]));
}

/** Of what is made: the fields of one's own that it always needs and does not have. */
export function ownProblems(record: Pick<Deal, 'custom'>, defs: readonly Field[]): readonly Problem[] {
  return requiredProblems(missingOwn(alwaysAsked(defs), record.custom).map(({ id }) => CUSTOM + id));
}

function isBlank(value: unknown): boolean {
  return isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}

/** One of person and organization is required on a lead and on a deal. */
export function nobodyProblem(record: {
  readonly personId: Id | null;
  readonly organizationId: Id | null;
}): readonly Problem[] {
  return record.personId === null && record.organizationId === null ? [{ code: 'nobody', field: 'personId' }] : [];
}

/** The fields of these that the deal does not have, in their order. */
export function missingOf(fields: readonly string[], deal: Deal): readonly string[] {
  return fields.filter((field) => isBlank(valueOf(deal, field)));
}

/** Of the fields that are asked for, those that the deal had before and has no longer. */
export function lostOf(asked: readonly string[], before: Deal, after: Deal): readonly string[] {
  const lacked = new Set(missingOf(asked, before));
  return missingOf(asked, after).filter((field) => !lacked.has(field));
}

/** The fields the stage asks for that the deal does not have. Order as the stage names them. */
export function missingFor(stage: Pick<Stage, 'requiredFields'>, deal: Deal): readonly string[] {
  return missingOf(stage.requiredFields, deal);
}

export function missingProblems(stage: Pick<Stage, 'requiredFields'>, deal: Deal): readonly Problem[] {
  return requiredProblems(missingFor(stage, deal));
}

/** @param missing names of fields that hold nothing and have to */
export function requiredProblems(missing: readonly string[]): readonly Problem[] {
  return missing.map((field) => ({ code: 'required', field }));
}
