import type { Condition } from '../../domain/query.js';
import { fieldText, numberText, plainText } from '../../shared/field-text.js';
import { conditionName } from './condition-name.js';
import { customField } from './custom-field.js';
import { fieldWriting } from './field-writing.js';
import type { InboxModel } from './model.js';

/** The value of a condition in few words, for its chip. */
export function conditionValue({ field, op, value }: Condition, model: InboxModel): string {
  const words = model.t.filter;
  const one = (part: unknown): string => valueWords(field, part, model);
  const many = (): string => words.list((Array.isArray(value) ? value : [value]).map(one));
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
      return many();
    case 'starts':
      return words.starts(one(value));
    case 'gt':
    case 'gte':
      return isDay(value) ? words.since(one(value)) : words.atLeast(one(value));
    case 'lt':
    case 'lte':
      return isDay(value) ? words.until(one(value)) : words.atMost(one(value));
    case 'between':
      return Array.isArray(value) ? words.between(one(value[0]), one(value[1])) : one(value);
    case 'is':
    case 'contains':
      return one(value);
  }
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

function valueWords(field: string, value: unknown, model: InboxModel): string {
  const { filter, common } = model.t;
  const directory = model.store?.directory;
  switch (field) {
    case 'labelIds':
      return value === null ? filter.noLabel : (directory?.label(plainText(value))?.name ?? plainText(value));
    case 'ownerId':
      return value === null ? filter.noOwner : directory?.user(plainText(value))?.name || common.you;
    case 'sourceName':
      return value === null || value === '' ? filter.noSource : plainText(value);
    case 'nextActivity':
      return activityWord(plainText(value), model);
  }
  const own = customField(field, model);
  const decimal = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  if (own && own.type !== 'money' && !(own.type === 'number' && decimal))
    return fieldText(value, own, fieldWriting(model)) || plainText(value);
  if (isDay(value)) return model.format.day(plainText(value), { weekday: false, year: true });
  if (typeof value === 'number' || decimal) return numberText(value, model.format);
  return plainText(value);
}

function activityWord(state: string, model: InboxModel): string {
  const { filter } = model.t;
  switch (state) {
    case 'overdue':
      return filter.overdue;
    case 'today':
      return filter.dueToday;
    case 'planned':
      return filter.planned;
    default:
      return filter.nonePlanned;
  }
}

/** Each condition as part of a sentence: 'Label “Hot or Warm”'. */
export function filterPhrases(model: InboxModel): string[] {
  return model.setup.filter.map((condition) =>
    model.t.filter.phrase(conditionName(condition.field, model), conditionValue(condition, model)),
  );
}
