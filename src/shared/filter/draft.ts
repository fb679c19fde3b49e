import { conditionProblems } from '../../domain/filter-check.js';
import { isGroup, partsOf } from '../../domain/filter.js';
import type { Filter, FilterCondition, FilterOp, FilterPart } from '../../domain/filter.js';
import { filterField, filterOps } from '../../domain/filter-fields.js';
import type { FilterType } from '../../domain/filter-fields.js';
import { isDay } from '../../domain/dates.js';
import { isMoney } from '../../domain/money.js';
import type { Period } from '../../domain/periods.js';
import { parseDecimal } from '../../i18n/parse.js';
import { plainText } from '../field-text.js';
import { filterWords, worldOf } from './model.js';
import type { FilterModel } from './model.js';
import { opsOffered } from './names.js';

/** A condition as it is being built: what was typed is read when it is applied, so that half a number is no error. */
export interface DraftCondition {
  readonly key: number;
  field: string;
  op: FilterOp;
  /** Texts of one or two values. */
  values: [string, string];
  /** Of an amount; '' = any. */
  currency: string;
  chosen: readonly (string | null)[];
  /** A named period, or `last`, `next`, `before` with so many days. */
  period: string;
  days: string;
  /** Asked by a page in a way that cannot be built here: it stays as it is until something else is chosen. */
  kept: FilterCondition | null;
  error: string;
}
export interface DraftGroup {
  readonly key: number;
  any: boolean;
  parts: DraftPart[];
}
export type DraftPart = DraftCondition | DraftGroup;

let keys = 0;

export function isDraftGroup(part: DraftPart): part is DraftGroup {
  return 'parts' in part;
}

export function draftOf(filter: Filter, model: FilterModel): DraftGroup {
  return { key: ++keys, any: false, parts: filter.map((part) => draftPart(part, model)) };
}

function draftPart(part: FilterPart, model: FilterModel): DraftPart {
  if (!isGroup(part)) return draftCondition(part, model);
  return { key: ++keys, any: 'any' in part, parts: partsOf(part).map((one) => draftPart(one, model)) };
}

export function emptyGroup(model: FilterModel): DraftGroup {
  return { key: ++keys, any: true, parts: [newCondition(model)] };
}

/** The first field that nobody has a quicker way to. */
export function newCondition(model: FilterModel, field = 'title'): DraftCondition {
  return draftCondition({ field, op: opsOffered(typeOf(field, model))[0] ?? 'filled' }, model);
}

export function typeOf(field: string, { subject, store }: FilterModel): FilterType {
  return filterField(field, subject, store?.directory.fields ?? [])?.type ?? 'text';
}

export function draftCondition(condition: FilterCondition, model: FilterModel): DraftCondition {
  const { field, op, value } = condition;
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const texts = list.map((one) => shown(one, typeOf(field, model), model));
  const period = op === 'within' && typeof value === 'object' && value !== null ? Object.entries(value)[0] : undefined;
  return {
    key: ++keys,
    field,
    op,
    values: [texts[0] ?? '', texts[1] ?? ''],
    currency: isMoney(list[0]) ? list[0].currency : '',
    chosen: list.filter((one): one is string | null => one === null || typeof one === 'string'),
    period: period?.[0] ?? (op === 'within' && typeof value === 'string' ? value : 'this-month'),
    days: period ? plainText(period[1]) : '30',
    kept: canBuild(condition, model) ? null : condition,
    error: '',
  };
}

function shown(value: unknown, type: FilterType, { format }: FilterModel): string {
  const text = isMoney(value) ? value.amount : plainText(value);
  return (type === 'number' || type === 'money') && text !== '' ? format.number(text) : text;
}

/** How a value is chosen. */
export type Control = 'none' | 'text' | 'number' | 'money' | 'day' | 'period' | 'choices' | 'yesNo';

export function controlOf(op: FilterOp, type: FilterType): Control {
  if (op === 'empty' || op === 'filled') return 'none';
  if (op === 'within') return 'period';
  if (op === 'contains' || op === 'starts') return 'text';
  if (['in', 'notIn', 'has', 'hasNot', 'activity', 'quiet'].includes(op)) return 'choices';
  if (type === 'number' || type === 'money' || type === 'yesNo') return type;
  return type === 'day' || type === 'instant' ? 'day' : 'text';
}

/** Fields whose values can be listed. */
const listed: ReadonlySet<FilterType> = new Set<FilterType>([
  'option',
  'options',
  'user',
  'users',
  'stage',
  'pipeline',
  'labels',
  'status',
  'source',
  'activity',
  'quiet',
]);

function canBuild(condition: FilterCondition, model: FilterModel): boolean {
  const { field, op, value } = condition;
  const known = filterField(field, model.subject, model.store?.directory.fields ?? []);
  if (!known?.offered || !filterOps[known.type].includes(op)) return false;
  const control = controlOf(op, known.type);
  if (control === 'choices') return listed.has(known.type);
  if (control === 'text') return known.type === 'text' || known.type === 'source';
  if (control === 'day')
    return (Array.isArray(value) ? value : [value]).every((one) => one === undefined || isDay(one));
  return true;
}

/** Another field, or something else asked of it: what fits stays. */
export function setField(draft: DraftCondition, field: string, model: FilterModel): void {
  const { key: _, ...fresh } = newCondition(model, field);
  Object.assign(draft, fresh);
}

export function setOp(draft: DraftCondition, op: FilterOp): void {
  Object.assign(draft, { op, kept: null, error: '' });
}

/**
 * What the draft says. Where something is missing or cannot be read the condition gets a sentence that says so.
 * @returns null = something is wrong
 */
export function readDraft({ parts }: DraftGroup, model: FilterModel): Filter | null {
  const read = parts.map((part): FilterPart | null => {
    if (!isDraftGroup(part)) return readCondition(part, model);
    const inside = readDraft(part, model);
    return inside && (part.any ? { any: inside } : { all: inside });
  });
  if (read.includes(null)) return null;
  // A group that is left empty asks for nothing.
  return (read as FilterPart[]).filter((part) => !isGroup(part) || partsOf(part).length > 0);
}

export function readCondition(draft: DraftCondition, model: FilterModel): FilterCondition | null {
  draft.error = '';
  if (draft.kept) return draft.kept;
  const { field, op } = draft;
  const value = readValue(draft, model);
  if (value === null) return null;
  const condition: FilterCondition = value.value === undefined ? { field, op } : { field, op, value: value.value };
  if (conditionProblems(condition, worldOf(model)).some(({ code }) => code === 'value')) {
    draft.error = filterWords(model.lang).filter.wrongValue;
    return null;
  }
  return condition;
}

function readValue(draft: DraftCondition, model: FilterModel): { readonly value?: unknown } | null {
  const { filter: t } = filterWords(model.lang);
  const type = typeOf(draft.field, model);
  const wrong = (text: string): null => {
    draft.error = text;
    return null;
  };
  const control = controlOf(draft.op, type);
  const typed = draft.values.slice(0, draft.op === 'between' ? 2 : 1).map((text) => text.trim());
  switch (control) {
    case 'none':
      return {};
    case 'choices':
      return draft.chosen.length === 0 ? wrong(t.optionMissing) : { value: draft.chosen };
    case 'yesNo':
      return { value: draft.values[0] !== 'false' };
    case 'period': {
      if (!['last', 'next', 'before'].includes(draft.period)) return { value: draft.period };
      const days = Number(parseDecimal(draft.days, model.format) ?? NaN);
      if (!Number.isInteger(days) || days < 1 || days > 3_660) return wrong(t.daysWrong);
      return { value: { [draft.period]: days } as unknown as Period };
    }
    case 'text':
      return typed[0] === '' ? wrong(t.valueMissing) : { value: typed[0] };
    case 'day':
      if (!typed.every(isDay)) return wrong(t.dateMissing);
      if (typed.length === 2 && typed[0]! > typed[1]!) return wrong(t.orderWrong);
      return { value: typed.length === 2 ? typed : typed[0] };
    case 'number':
    case 'money': {
      if (typed.includes('')) return wrong(t.valueMissing);
      const numbers = typed.map((text) => parseDecimal(text, model.format));
      if (numbers.includes(null)) return wrong(t.numberWrong);
      if (numbers.length === 2 && Number(numbers[0]) > Number(numbers[1])) return wrong(t.orderWrong);
      const values = numbers.map((amount) =>
        control === 'money' && draft.currency !== '' ? { amount: amount!, currency: draft.currency } : amount!,
      );
      return { value: values.length === 2 ? values : values[0] };
    }
  }
}
