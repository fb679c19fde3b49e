import { isDay, isInstant } from './dates.js';
import { isGroup, isOpen, partsOf } from './filter.js';
import type { Filter, FilterCondition, FilterPart, FilterSubject } from './filter.js';
import { filterField, filterOps } from './filter-fields.js';
import type { FilterField } from './filter-fields.js';
import { isAmount, isMoney } from './money.js';
import { isPeriod } from './periods.js';
import type { Field, Id } from './records.js';

/**
 * What is wrong with a part of a filter:
 * - `shape`: neither a condition nor a group; it is left out of what is asked
 * - `deep`: groups within groups without an end; left out, too
 * - `unknown-field`, `unknown-op`, `value`: no such field, nothing that can be asked of it, or not with this value
 * - `gone`: the custom field, or what `value` names, was deleted
 */
export interface FilterProblem {
  readonly code: 'shape' | 'deep' | 'unknown-field' | 'unknown-op' | 'value' | 'gone';
  /** Where it stands: its place in the filter, then in each group. */
  readonly path: readonly number[];
  readonly field?: string;
  readonly value?: unknown;
}

/** A filter as far as it can be read, and what of it cannot. */
export interface ReadFilter {
  readonly filter: Filter;
  readonly problems: readonly FilterProblem[];
}

/** Groups in groups, so many: more than anybody builds, and no endless walk through what a stranger has written. */
export const deepest = 8;

/**
 * Reads what a page or a stored row hands in. What is no part of a filter is left out and told; nothing is thrown.
 * null and undefined are the empty filter.
 */
export function readFilter(input: unknown): ReadFilter {
  const problems: FilterProblem[] = [];
  if (input === null || input === undefined) return { filter: [], problems };
  if (!Array.isArray(input)) return { filter: [], problems: [{ code: 'shape', path: [] }] };
  const filter = readParts(input, [], problems);
  // What is right stays the same object: whoever sets it can know it again.
  return { filter: problems.length === 0 ? (input as Filter) : filter, problems };
}

function readParts(list: readonly unknown[], path: readonly number[], problems: FilterProblem[]): FilterPart[] {
  return list.flatMap((part, at) => readPart(part, [...path, at], problems) ?? []);
}

function readPart(part: unknown, path: readonly number[], problems: FilterProblem[]): FilterPart | null {
  const told = (code: FilterProblem['code']): null => {
    problems.push({ code, path });
    return null;
  };
  if (typeof part !== 'object' || part === null) return told('shape');
  const { field, op, value, all, any } = part as Readonly<Record<string, unknown>>;
  if (typeof field === 'string' && typeof op === 'string')
    return { field, op, ...(value !== undefined && { value }) } as FilterCondition;
  const inside = all ?? any;
  if (field !== undefined || !Array.isArray(inside) || (all !== undefined && any !== undefined)) return told('shape');
  if (path.length > deepest) return told('deep');
  const parts = readParts(inside, path, problems);
  return all === undefined ? { any: parts } : { all: parts };
}

/** What a filter can name, as it is now. */
export interface FilterWorld {
  readonly subject: FilterSubject;
  readonly fields: readonly Field[];
  /** Ids of what there is; left out = not known, and nothing is said about it. */
  readonly users?: ReadonlySet<Id>;
  readonly labels?: ReadonlySet<Id>;
  readonly stages?: ReadonlySet<Id>;
  readonly pipelines?: ReadonlySet<Id>;
}

/** What of a filter asks for something that is not there, or cannot be asked. */
export function filterProblems(filter: Filter, world: FilterWorld): readonly FilterProblem[] {
  const problems: FilterProblem[] = [];
  const look = (parts: Filter, path: readonly number[]): void =>
    parts.forEach((part, at) => {
      const here = [...path, at];
      if (isGroup(part)) look(partsOf(part), here);
      else for (const problem of conditionProblems(part, world)) problems.push({ ...problem, path: here });
    });
  look(filter, []);
  return problems;
}

/** What is wrong with one condition; each deleted thing that it names by itself. */
export function conditionProblems(
  condition: FilterCondition,
  world: FilterWorld,
): readonly Omit<FilterProblem, 'path'>[] {
  const { field, op, value } = condition;
  const known = filterField(field, world.subject, world.fields);
  if (!known) return [{ code: field.startsWith('custom.') ? 'gone' : 'unknown-field', field }];
  if (!filterOps[known.type].includes(op)) return [{ code: 'unknown-op', field, value: op }];
  if (op === 'empty' || op === 'filled' || isOpen(condition)) return [];
  if (!fits(known, condition)) return [{ code: 'value', field, value }];
  const there = idsOf(known, world);
  if (!there) return [];
  return listOf(value)
    .filter((one) => typeof one === 'string' && !there.has(one))
    .map((one) => ({ code: 'gone' as const, field, value: one }));
}

/** What its values may be; undefined = anything, or not known. */
function idsOf({ type, custom }: FilterField, world: FilterWorld): ReadonlySet<Id> | undefined {
  switch (type) {
    case 'user':
    case 'users':
      return world.users;
    case 'labels':
      return world.labels;
    case 'stage':
      return world.stages;
    case 'pipeline':
      return world.pipelines;
    case 'option':
    case 'options':
      return new Set(custom?.options.map(({ id }) => id));
    default:
      return undefined;
  }
}

const activityStates = ['overdue', 'today', 'planned', 'none'];
const quietStates = ['half', 'full', 'no'];
const statuses = ['open', 'won', 'lost'];

function fits({ type }: FilterField, { op, value }: FilterCondition): boolean {
  if (op === 'within') return isPeriod(value);
  if (op === 'activity') return listOf(value).every((one) => activityStates.includes(one as string));
  if (op === 'quiet') return listOf(value).every((one) => quietStates.includes(one as string));
  if (op === 'contains' || op === 'starts') return typeof value === 'string';
  const one = (part: unknown): boolean => part === null || isValue(type, part);
  if (op === 'in' || op === 'notIn' || op === 'has' || op === 'hasNot') return Array.isArray(value) && value.every(one);
  if (op === 'between')
    return Array.isArray(value) && value.length === 2 && value.every((part) => part !== null && one(part));
  return op === 'is' || op === 'not' ? one(value) : value !== null && one(value);
}

function isValue(type: FilterField['type'], value: unknown): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number' ? Number.isFinite(value) : isAmount(value);
    case 'money':
      return isMoney(value) || isAmount(value) || (typeof value === 'number' && Number.isFinite(value));
    case 'day':
      return isDay(value);
    case 'instant':
      return isDay(value) || isInstant(value);
    case 'yesNo':
      return typeof value === 'boolean';
    case 'status':
      return statuses.includes(value as string);
    default:
      return typeof value === 'string';
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
