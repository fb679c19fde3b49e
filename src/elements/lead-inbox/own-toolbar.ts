import { repeat } from 'lit/directives/repeat.js';
import type { Condition } from '../../domain/query.js';
import type { Column, Writing } from './columns.js';
import { conditionName } from './condition-name.js';

/** The chips of fields that have none of their own: they come and go with their conditions. */
export function otherChips(
  filter: readonly Condition[],
  standing: readonly string[],
  writing: Pick<Writing, 't' | 'store'>,
  chip: (condition: Condition, name: string) => unknown,
): unknown {
  return repeat(
    filter.filter(({ field }) => !standing.includes(field)),
    ({ field }) => field,
    (condition) => chip(condition, conditionName(condition.field, writing)),
  );
}

/** What the list is sorted by, in a word. */
export function orderName(field: string, columns: readonly Column[], writing: Pick<Writing, 't' | 'store'>): string {
  const { common } = writing.t;
  const column = columns.find((one) => one.id === field);
  if (column && field !== 'title') return column.name(writing.t);
  if (field === 'nextActivity') return common.nextActivity;
  return field === 'createdAt' ? common.age : conditionName(field, writing);
}
