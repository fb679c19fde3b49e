import { repeat } from 'lit/directives/repeat.js';
import type { Filter, FilterPart } from '../../domain/filter.js';
import { conditionOn } from '../../domain/filter-on.js';
import type { Column, Writing } from './columns.js';
import { conditionName } from './condition-name.js';

/**
 * The chips of fields that have none of their own, of groups, and of what else is asked of one field: they come and go with
 * their part of the filter. @param chip gets the field, or `#` and the place where the field does not say which is meant
 */
export function otherChips(
  filter: Filter,
  standing: readonly (readonly [field: string, ...unknown[]])[],
  writing: Pick<Writing, 't' | 'store'>,
  chip: (part: FilterPart, key: string, name: string) => unknown,
): unknown {
  const parts = filter.flatMap((part, at): (readonly [part: FilterPart, key: string, name: string])[] => {
    if (!('field' in part)) return [[part, `#${at}`, writing.t.filter.add]];
    const first = part === conditionOn(filter, part.field);
    if (first && standing.some(([field]) => field === part.field)) return [];
    return [[part, first ? part.field : `#${at}`, conditionName(part.field, writing)]];
  });
  return repeat(
    parts,
    ([, key]) => key,
    ([part, key, name]) => chip(part, key, name),
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
