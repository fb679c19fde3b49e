import { conditionProblems } from '../../domain/filter-check.js';
import { isGroup, partsOf } from '../../domain/filter.js';
import type { FilterCondition, FilterPart } from '../../domain/filter.js';
import { filterField } from '../../domain/filter-fields.js';
import type { FilterType } from '../../domain/filter-fields.js';
import { isMoney } from '../../domain/money.js';
import { isPeriod } from '../../domain/periods.js';
import type { Period } from '../../domain/periods.js';
import type { Field } from '../../domain/records.js';
import { fieldText, numberText, plainText } from '../field-text.js';
import { filterWords, worldOf } from './model.js';
import type { FilterModel, FilterWords } from './model.js';
import { fieldTitle } from './names.js';

type Said = Pick<FilterModel, 'subject' | 'store' | 'lang' | 'format'>;

/** A part of a filter in a few words: "Owner: Ada or Jonas", "Value: at least 1,000 or Quiet: Quiet". */
export function partText(part: FilterPart, model: Said): string {
  const t = filterWords(model.lang);
  if (!isGroup(part)) return `${conditionTitle(part, model, t)}: ${conditionText(part, model, t)}`;
  const parts = partsOf(part).map((one) => {
    const words = partText(one, model);
    return isGroup(one) && partsOf(one).length > 1 ? t.filter.inside(words) : words;
  });
  return 'all' in part ? t.filter.joinAll(parts) : t.filter.joinAny(parts);
}

export function conditionTitle({ field }: FilterCondition, { store, lang }: Said, t = filterWords(lang)): string {
  return fieldTitle(field, store?.directory.fields ?? [], t);
}

/** What is asked of the field, in few words. */
export function conditionText(condition: FilterCondition, model: Said, t = filterWords(model.lang)): string {
  const words = t.filter;
  const { field, op, value } = condition;
  const fields = model.store?.directory.fields ?? [];
  const known = filterField(field, model.subject, fields);
  const type = known?.type ?? 'text';
  const one = (part: unknown): string => valueText(part, type, known?.custom, model, t);
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  const many = (): string => words.list(list.map(one));
  const day = type === 'day' || type === 'instant';
  switch (op) {
    case 'empty':
      return words.empty;
    case 'filled':
      return words.filled;
    case 'not':
      return words.not(one(value));
    case 'hasNot':
    case 'notIn':
      return words.not(many());
    case 'has':
    case 'in':
    case 'activity':
    case 'quiet':
      return many();
    case 'starts':
      return words.starts(one(value));
    case 'gt':
      return `${day ? words.opAfterDay : words.opMore} ${one(value)}`;
    case 'lt':
      return `${day ? words.opBeforeDay : words.opLessThan} ${one(value)}`;
    case 'gte':
      return day ? words.since(one(value)) : words.atLeast(one(value));
    case 'lte':
      return day ? words.until(one(value)) : words.atMost(one(value));
    case 'between':
      return words.between(one(list[0]), one(list[1]));
    case 'within':
      return isPeriod(value) ? periodText(value, t) : plainText(value);
    case 'is':
    case 'contains':
      return one(value);
  }
}

/** A value as its field writes it; what was deleted says so. */
export function valueText(
  value: unknown,
  type: FilterType,
  custom: Field | undefined,
  model: Said,
  { filter, common }: FilterWords,
): string {
  const { store, format } = model;
  const directory = store?.directory;
  const named = (record: { readonly name: string } | undefined): string =>
    record ? record.name || common.you : directory?.ready ? filter.gone : '';
  const id = typeof value === 'string' ? value : '';
  switch (type) {
    case 'labels':
      return value === null ? filter.noLabel : named(directory?.label(id));
    case 'user':
      return value === null ? noneOf(filter.noOwner, custom, filter.empty) : named(directory?.user(id));
    case 'users':
      return value === null ? filter.noFollower : named(directory?.user(id));
    case 'stage':
      return named(directory?.stage(id));
    case 'pipeline':
      return named(directory?.pipelines.find((one) => one.id === id));
    case 'source':
      return value === null || value === '' ? filter.noSource : plainText(value);
    case 'activity':
      return activityWords(filter)[id] ?? plainText(value);
    case 'quiet':
      return quietWords(filter)[id] ?? plainText(value);
    case 'status':
      return statusWords(filter)[id] ?? plainText(value);
    case 'option':
    case 'options':
      return value === null ? filter.empty : named(custom?.options.find((one) => one.id === id));
    case 'yesNo':
      return value === true ? common.yes : value === false ? common.no : plainText(value);
    case 'money':
      return isMoney(value) ? format.money(value) : decimalText(value, model);
    case 'number':
      return decimalText(value, model);
    case 'day':
    case 'instant':
      return typeof value === 'string'
        ? format.day(value.slice(0, 10), { weekday: false, year: true })
        : plainText(value);
    default:
      if (value === null || value === '') return filter.empty;
      return custom
        ? fieldText(value, custom, { format, words: common, nameOf: (of) => directory?.user(of)?.name ?? of })
        : plainText(value);
  }
}

function noneOf(owner: string, custom: Field | undefined, empty: string): string {
  return custom ? empty : owner;
}

function decimalText(value: unknown, { format }: Said): string {
  const decimal = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return decimal ? numberText(value, format) : plainText(value);
}

type Words = FilterWords['filter'];

export function activityWords(t: Words): Readonly<Record<string, string>> {
  return { overdue: t.overdue, today: t.dueToday, planned: t.planned, none: t.nonePlanned };
}

export function quietWords(t: Words): Readonly<Record<string, string>> {
  return { full: t.quietFull, half: t.quietHalf, no: t.quietNo };
}

export function statusWords(t: Words): Readonly<Record<string, string>> {
  return { open: t.statusOpen, won: t.statusWon, lost: t.statusLost };
}

/** The periods that have a name. */
export function periodWords(t: Words): Readonly<Record<Extract<Period, string>, string>> {
  return {
    today: t.today,
    yesterday: t.yesterday,
    tomorrow: t.tomorrow,
    'this-week': t.thisWeek,
    'last-week': t.lastWeek,
    'next-week': t.nextWeek,
    'this-month': t.thisMonth,
    'last-month': t.lastMonth,
    'next-month': t.nextMonth,
    'this-quarter': t.thisQuarter,
    'last-quarter': t.lastQuarter,
    'next-quarter': t.nextQuarter,
    'this-year': t.thisYear,
    'last-year': t.lastYear,
    'next-year': t.nextYear,
    past: t.past,
    future: t.future,
  };
}

function periodText(period: Period, { filter: t }: FilterWords): string {
  if (typeof period === 'string') return periodWords(t)[period];
  if ('last' in period) return t.lastOf(period.last);
  return 'next' in period ? t.nextOf(period.next) : t.beforeOf(period.before);
}

/** What is wrong with a condition and what to do; '' where it is right. */
export function problemText(condition: FilterCondition, model: Said): string {
  const { filter: t } = filterWords(model.lang);
  const [problem] = conditionProblems(condition, worldOf(model));
  switch (problem?.code) {
    case undefined:
      return '';
    case 'gone':
      return problem.value === undefined ? t.goneField : t.goneValue;
    case 'unknown-field':
      return t.unknownField(condition.field);
    case 'unknown-op':
      return t.unknownOp;
    default:
      return t.wrongValue;
  }
}
