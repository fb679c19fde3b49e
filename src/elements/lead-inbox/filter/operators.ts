import type { Condition } from '../../../domain/query.js';
import type { Field, FieldType } from '../../../domain/records.js';
import { customField } from '../custom-field.js';
import type { InboxModel } from '../model.js';

/** What kind of value is asked for. */
export type ValueKind = 'text' | 'number' | 'day' | 'options' | 'yesNo';
/** How many values an operator takes: none, one, or from and to. */
export interface Operator {
  readonly op: Condition['op'];
  readonly name: string;
  readonly values: 0 | 1 | 2;
}

/** Fields of a lead that can be filtered by besides those with a chip of their own. */
export const plainFields: readonly (readonly [field: string, kind: ValueKind])[] = [
  ['title', 'text'],
  ['personName', 'text'],
  ['organizationName', 'text'],
  ['value', 'number'],
  ['expectedClose', 'day'],
  ['createdAt', 'day'],
  ['touchedAt', 'day'],
  ['updatedAt', 'day'],
  ['channel', 'text'],
];

const kinds: Readonly<Partial<Record<FieldType, ValueKind>>> = {
  number: 'number',
  money: 'number',
  date: 'day',
  option: 'options',
  options: 'options',
  yesNo: 'yesNo',
};

/** Custom fields that hold records' ids or pairs can only be asked whether they are filled. */
export function kindOf(field: string, model: InboxModel): ValueKind | 'filled' {
  const own = customField(field, model);
  if (!own) return plainFields.find(([name]) => name === field)?.[1] ?? 'text';
  return isReference(own) ? 'filled' : (kinds[own.type] ?? 'text');
}

function isReference({ type }: Field): boolean {
  return type === 'person' || type === 'organization' || type === 'user' || type === 'dateRange';
}

export function operatorsOf(field: string, model: InboxModel): readonly Operator[] {
  const t = model.t.filter;
  const kind = kindOf(field, model);
  const filled: readonly Operator[] = [
    { op: 'filled', name: t.opFilled, values: 0 },
    { op: 'empty', name: t.opEmpty, values: 0 },
  ];
  switch (kind) {
    case 'filled':
      return filled;
    case 'text':
      return [
        { op: 'contains', name: t.opContains, values: 1 },
        { op: 'starts', name: t.opStarts, values: 1 },
        { op: 'is', name: t.opIs, values: 1 },
        { op: 'not', name: t.opNot, values: 1 },
        ...filled,
      ];
    case 'number':
      return [
        { op: 'gte', name: t.opGreater, values: 1 },
        { op: 'lte', name: t.opLess, values: 1 },
        { op: 'between', name: t.opBetween, values: 2 },
        { op: 'is', name: t.opEquals, values: 1 },
        ...filled,
      ];
    case 'day':
      return [
        { op: 'gte', name: t.opAfter, values: 1 },
        { op: 'lte', name: t.opBefore, values: 1 },
        { op: 'between', name: t.opBetween, values: 2 },
        ...filled,
      ];
    case 'options': {
      // A single choice is compared whole, a list by what it contains.
      const many = customField(field, model)?.type === 'options';
      return [
        { op: many ? 'has' : 'in', name: t.opOneOf, values: 1 },
        { op: many ? 'hasNot' : 'notIn', name: t.opNoneOf, values: 1 },
        ...filled,
      ];
    }
    case 'yesNo':
      return [{ op: 'is', name: t.opIs, values: 1 }, ...filled];
  }
}
