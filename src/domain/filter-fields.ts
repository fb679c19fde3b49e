import type { FilterOp, FilterSubject } from './filter.js';
import { CUSTOM } from './field-value.js';
import type { Field, FieldType } from './records.js';

/** What a field holds, as far as a filter asks: it decides which operators there are, and how a value is chosen. */
export type FilterType =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'yesNo'
  /** One of a custom field's choices, or a list of them. */
  | 'option'
  | 'options'
  /** The id of a record whose name is chosen from a list. */
  | 'user'
  | 'users'
  | 'stage'
  | 'pipeline'
  | 'labels'
  | 'status'
  /** One of the texts that records have. */
  | 'source'
  | 'activity'
  | 'quiet'
  /** An id that nobody chooses by hand; pages may. */
  | 'id'
  /** Can only be asked whether it is filled. */
  | 'other';

export interface FilterField {
  /** A record's field, `quiet`, or `custom.<id>`. */
  readonly name: string;
  readonly type: FilterType;
  /** People are offered it; the others are for pages. */
  readonly offered: boolean;
  readonly custom?: Field;
}

/** In the order in which they are offered. */
const both: Readonly<Record<string, FilterType>> = {
  ownerId: 'user',
  labelIds: 'labels',
  nextActivity: 'activity',
  title: 'text',
  personName: 'text',
  organizationName: 'text',
  value: 'money',
  expectedClose: 'day',
  sourceName: 'source',
  channel: 'text',
  createdAt: 'instant',
  touchedAt: 'instant',
  updatedAt: 'instant',
  creatorId: 'user',
};
const own: Readonly<Record<FilterSubject, Readonly<Record<string, FilterType>>>> = {
  lead: { seen: 'yesNo' },
  deal: {
    followerIds: 'users',
    quiet: 'quiet',
    stageId: 'stage',
    probability: 'number',
    waitUntil: 'day',
    waitReason: 'text',
    stageChangedAt: 'instant',
    lostReason: 'text',
    lostComment: 'text',
    closedAt: 'instant',
    wonAt: 'instant',
    lostAt: 'instant',
  },
};
const unoffered: Readonly<Record<string, FilterType>> = {
  id: 'id',
  personId: 'id',
  organizationId: 'id',
  origin: 'text',
  originId: 'text',
  channelId: 'text',
  archivedAt: 'instant',
};
const ownUnoffered: Readonly<Record<FilterSubject, Readonly<Record<string, FilterType>>>> = {
  lead: { sourceDealId: 'id' },
  deal: { pipelineId: 'pipeline', status: 'status', firstWonAt: 'instant' },
};

const customTypes: Readonly<Partial<Record<FieldType, FilterType>>> = {
  number: 'number',
  money: 'money',
  date: 'day',
  option: 'option',
  options: 'options',
  yesNo: 'yesNo',
  user: 'user',
  person: 'other',
  organization: 'other',
  dateRange: 'other',
};

/** Every field that leads or deals can be filtered by; custom ones last, in the order given. */
export function filterFields(subject: FilterSubject, custom: readonly Field[]): readonly FilterField[] {
  const of = (types: Readonly<Record<string, FilterType>>, offered: boolean): FilterField[] =>
    Object.entries(types).map(([name, type]) => ({ name, type, offered }));
  return [
    ...of(both, true),
    ...of(own[subject], true),
    ...custom.map((field): FilterField => ({
      name: CUSTOM + field.id,
      type: customTypes[field.type === 'formula' ? (field.gives ?? 'number') : field.type] ?? 'text',
      offered: true,
      custom: field,
    })),
    ...of(unoffered, false),
    ...of(ownUnoffered[subject], false),
  ];
}

/** undefined = there is no such field, or none any more. */
export function filterField(name: string, subject: FilterSubject, custom: readonly Field[]): FilterField | undefined {
  return filterFields(subject, custom).find((one) => one.name === name);
}

const filled = ['filled', 'empty'] as const;
const compared = ['gte', 'lte', 'between', 'is', 'not', 'gt', 'lt'] as const;
const chosen = ['in', 'notIn'] as const;

/** What can be asked of a field of this kind; the first is what one begins with. */
export const filterOps: Readonly<Record<FilterType, readonly FilterOp[]>> = {
  text: ['contains', 'starts', 'is', 'not', ...filled, 'in', 'notIn'],
  number: [...compared, ...filled, ...chosen],
  money: [...compared, ...filled],
  day: ['within', 'gte', 'lte', 'between', ...filled, 'is', 'not', 'gt', 'lt'],
  instant: ['within', 'gte', 'lte', 'between', ...filled, 'is', 'not', 'gt', 'lt'],
  yesNo: ['is', ...filled, 'not'],
  option: [...chosen, ...filled, 'is', 'not'],
  options: ['has', 'hasNot', ...filled],
  user: [...chosen, ...filled, 'is', 'not'],
  users: ['has', 'hasNot', ...filled],
  stage: [...chosen, 'is', 'not'],
  pipeline: [...chosen, 'is', 'not'],
  labels: ['has', 'hasNot', ...filled],
  status: [...chosen, 'is', 'not'],
  source: [...chosen, 'contains', ...filled, 'starts', 'is', 'not'],
  activity: ['activity', ...filled],
  quiet: ['quiet'],
  id: [...chosen, 'is', 'not', ...filled],
  other: filled,
};
