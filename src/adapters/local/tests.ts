/** `where` and `search` as tests of a place in the columns; the meaning is `domain/matches.ts`, value by value. */
import { prepareValue } from '../../domain/matches.js';
import type { ActivityState, Condition, Where } from '../../domain/query.js';
import type { Day } from '../../domain/records.js';
import { DUE } from './column.js';
import type { Columns } from './columns.js';

export type PlaceTest = (place: number) => boolean;

/** The columns that a `where` looks at. */
export function* fieldsOfWhere(where: Where | undefined): Iterable<string> {
  if (where === undefined) return;
  if ('all' in where) for (const part of where.all) yield* fieldsOfWhere(part);
  else if ('any' in where) for (const part of where.any) yield* fieldsOfWhere(part);
  else yield where.op === 'activity' ? DUE : where.field;
}

export function testOf(where: Where, columns: Columns, today: Day): PlaceTest {
  if ('all' in where) {
    const tests = where.all.map((part) => testOf(part, columns, today));
    return (place) => tests.every((test) => test(place));
  }
  if ('any' in where) {
    const tests = where.any.map((part) => testOf(part, columns, today));
    return (place) => tests.some((test) => test(place));
  }
  return where.op === 'activity'
    ? activityTest(where, columns, today)
    : columns.column(where.field).test(prepareValue(where));
}

function activityTest({ value }: Condition, columns: Columns, today: Day): PlaceTest {
  const states: readonly unknown[] = Array.isArray(value) ? value : [value];
  return columns.column(DUE).test((due) => states.includes(stateOf((due as string | undefined) ?? '', today)));
}

/** As `activityState`, from the due as one text. */
export function stateOf(due: string, today: Day): ActivityState {
  if (due === '') return 'none';
  if (due.startsWith('~')) return 'planned';
  const day = due.slice(0, due.lastIndexOf('T'));
  return day > today ? 'planned' : day < today ? 'overdue' : 'today';
}
