import { addDays, isDay } from './dates.js';
import { dayStart } from './day-start.js';
import { instantFields, isGroup, isOpen, partsOf } from './filter.js';
import type { Filter, FilterCondition, FilterEnv, FilterGroup } from './filter.js';
import { quietWhere } from './filter-quiet.js';
import { isPeriod, spanOf } from './periods.js';
import type { Condition, Where } from './query.js';
import type { Day } from './records.js';

/** As a query understands it; undefined = everything. @see filterWheres */
export function filterWhere(filter: Filter, env: FilterEnv): Where | undefined {
  const all = filterWheres(filter, env);
  return all.length > 1 ? { all } : all[0];
}

/**
 * The filter as parts of a query that all hold. It depends on the day and on the stages: whoever keeps a query asks again
 * when either is another.
 */
export function filterWheres(filter: Filter, env: FilterEnv): readonly Where[] {
  const wheres: Where[] = [];
  for (const part of filter) {
    const where = isGroup(part) ? groupWhere(part, env) : conditionWhere(part, env);
    if (where !== null) wheres.push(where);
  }
  return wheres;
}

/** null = it asks for nothing. */
function groupWhere(group: FilterGroup, env: FilterEnv): Where | null {
  const parts = filterWheres(partsOf(group), env);
  if (parts.length < 2) return parts[0] ?? null;
  return 'all' in group ? { all: parts } : { any: parts };
}

function conditionWhere(condition: FilterCondition, env: FilterEnv): Where | null {
  if (isOpen(condition)) return null;
  const { op, value } = condition;
  const named = env.computed?.(condition.field);
  if (named === null) return nothing;
  const field = named ?? condition.field;
  if (op === 'quiet') return quietWhere(Array.isArray(value) ? value : [value], env);
  if (op === 'within') return isPeriod(value) ? periodWhere(field, spanOf(value, env.today), env) : nothing;
  const plain: Condition = value === undefined ? { field, op } : { field, op, value };
  if (instantFields.has(field)) return instantWhere(plain, env);
  return withNone(plain);
}

/** What cannot be understood matches nothing: it must not widen what is shown, or what is then done with all of it. */
const nothing: Where = { any: [] };

/** "None" among the chosen ones becomes "empty, or one of"; among those left out, "filled, and none of". */
function withNone(condition: Condition): Where {
  const { field, op, value } = condition;
  const many = op === 'has' || op === 'in' || op === 'hasNot' || op === 'notIn';
  if (!many || !Array.isArray(value) || !value.includes(null)) return condition;
  const rest: readonly unknown[] = value.filter((one) => one !== null);
  const out = op === 'hasNot' || op === 'notIn';
  const none: Where = { field, op: out ? 'filled' : 'empty' };
  if (rest.length === 0) return none;
  const others: Where = { field, op, value: rest };
  return out ? { all: [none, others] } : { any: [none, others] };
}

/** A day asked of an instant: from its first moment in the zone to that of the next one. */
function instantWhere(condition: Condition, env: FilterEnv): Where {
  const { field, op, value } = condition;
  if (op === 'between' && Array.isArray(value) && value.every(isDay))
    return periodWhere(field, { from: value[0] as Day, to: value[1] as Day }, env);
  if (!isDay(value)) return withNone(condition);
  switch (op) {
    case 'is':
      return periodWhere(field, { from: value, to: value }, env);
    case 'not':
      return {
        any: [
          { field, op: 'empty' },
          { field, op: 'lt', value: dayStart(env.zone, value) },
          { field, op: 'gte', value: dayStart(env.zone, addDays(value, 1)) },
        ],
      };
    case 'gte':
    case 'lt':
      return { field, op, value: dayStart(env.zone, value) };
    case 'gt':
      return { field, op: 'gte', value: dayStart(env.zone, addDays(value, 1)) };
    case 'lte':
      return { field, op: 'lt', value: dayStart(env.zone, addDays(value, 1)) };
    default:
      return condition;
  }
}

function periodWhere(field: string, { from, to }: { from: Day | null; to: Day | null }, env: FilterEnv): Where {
  const { zone } = env;
  const instant = instantFields.has(field);
  const all: Where[] = [];
  if (from !== null) all.push({ field, op: 'gte', value: instant ? dayStart(zone, from) : from });
  if (to !== null)
    all.push(instant ? { field, op: 'lt', value: dayStart(zone, addDays(to, 1)) } : { field, op: 'lte', value: to });
  return all.length === 1 ? all[0]! : { all };
}
