import type { FilterOp } from '../../domain/filter.js';
import { filterOps } from '../../domain/filter-fields.js';
import type { FilterType } from '../../domain/filter-fields.js';
import type { Field } from '../../domain/records.js';
import type { FilterWords } from './model.js';

/** The name of a field as people know it; of one that is not there any more, its own. */
export function fieldTitle(name: string, fields: readonly Field[], { filter, common }: FilterWords): string {
  const own = fields.find(({ id }) => `custom.${id}` === name);
  if (own) return own.name;
  const names: Readonly<Record<string, string>> = {
    ownerId: filter.owner,
    labelIds: filter.label,
    nextActivity: common.nextActivity,
    title: common.title,
    personName: common.person,
    organizationName: common.organization,
    value: common.value,
    expectedClose: common.expectedClose,
    sourceName: filter.source,
    channel: common.channel,
    createdAt: common.created,
    touchedAt: filter.touched,
    updatedAt: filter.updated,
    creatorId: filter.creator,
    seen: filter.seen,
    followerIds: filter.followers,
    quiet: filter.quiet,
    stageId: filter.stage,
    pipelineId: common.pipeline,
    status: filter.status,
    probability: filter.probability,
    waitUntil: filter.waitUntil,
    waitReason: filter.waitReason,
    stageChangedAt: filter.stageChanged,
    lostReason: common.lostReason,
    lostComment: common.lostComment,
    closedAt: filter.closed,
    wonAt: filter.wonOn,
    lostAt: filter.lostOn,
  };
  return names[name] ?? name;
}

/** What can be asked, in a word or two: of days it is said otherwise than of numbers. */
export function opName(op: FilterOp, type: FilterType, { filter }: FilterWords): string {
  const day = type === 'day' || type === 'instant';
  switch (op) {
    case 'contains':
      return filter.opContains;
    case 'starts':
      return filter.opStarts;
    case 'is':
    case 'activity':
    case 'quiet':
      return type === 'number' || type === 'money' ? filter.opEquals : filter.opIs;
    case 'not':
      return filter.opNot;
    case 'in':
    case 'has':
      return filter.opOneOf;
    case 'notIn':
    case 'hasNot':
      return filter.opNoneOf;
    case 'gte':
      return day ? filter.opAfter : filter.opGreater;
    case 'lte':
      return day ? filter.opBefore : filter.opLess;
    case 'gt':
      return day ? filter.opAfterDay : filter.opMore;
    case 'lt':
      return day ? filter.opBeforeDay : filter.opLessThan;
    case 'between':
      return filter.opBetween;
    case 'within':
      return filter.opIn;
    case 'empty':
      return filter.opEmpty;
    case 'filled':
      return filter.opFilled;
  }
}

/** What a person is offered; pages may ask more, and what is asked already is offered, too. */
const offered: Readonly<Partial<Record<FilterType, readonly FilterOp[]>>> = {
  text: ['contains', 'starts', 'is', 'not', 'filled', 'empty'],
  number: ['gte', 'lte', 'between', 'is', 'filled', 'empty'],
  money: ['gte', 'lte', 'between', 'is', 'filled', 'empty'],
  day: ['within', 'gte', 'lte', 'between', 'filled', 'empty'],
  instant: ['within', 'gte', 'lte', 'between', 'filled', 'empty'],
  yesNo: ['is', 'filled', 'empty'],
  option: ['in', 'notIn', 'filled', 'empty'],
  user: ['in', 'notIn', 'filled', 'empty'],
  stage: ['in', 'notIn'],
  pipeline: ['in', 'notIn'],
  status: ['in', 'notIn'],
  source: ['in', 'notIn', 'contains', 'filled', 'empty'],
  activity: ['activity'],
};

export function opsOffered(type: FilterType, now?: FilterOp): readonly FilterOp[] {
  const ops = offered[type] ?? filterOps[type];
  return now === undefined || ops.includes(now) ? ops : [...ops, now];
}
