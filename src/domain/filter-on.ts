import type { Filter, FilterCondition } from './filter.js';

/** The first condition on this field that stands by itself, in no group. What a page has handed in may be anything yet. */
export function conditionOn(filter: Filter, field: string): FilterCondition | undefined {
  return filter.find((one): one is FilterCondition => (one as Partial<FilterCondition> | null)?.field === field);
}
