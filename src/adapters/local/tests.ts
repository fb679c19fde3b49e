/** `where` and `search` as tests of a place in the columns; the meaning is `domain/matches.ts`, value by value. */
import { prepareValue } from '../../domain/matches.js';
import type { ActivityState, Condition, Where } from '../../domain/query.js';
import type { Day } from '../../domain/records.js';
import { DUE, type Columns } from './columns.js';

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
  return where.op === 'activity' ? activityTest(where, columns, today) : valueTest(where, columns);
}

function activityTest({ value }: Condition, columns: Columns, today: Day): PlaceTest {
  const states: readonly unknown[] = Array.isArray(value) ? value : [value];
  const dues = columns.values(DUE) as readonly string[];
  return (place) => states.includes(stateOf(dues[place] ?? '', today));
}

/** As `activityState`, from the due as one text. */
export function stateOf(due: string, today: Day): ActivityState {
  if (due === '') return 'none';
  if (due.startsWith('~')) return 'planned';
  const day = due.slice(0, due.lastIndexOf('T'));
  return day > today ? 'planned' : day < today ? 'overdue' : 'today';
}

function valueTest(condition: Condition, columns: Columns): PlaceTest {
  const values = columns.values(condition.field);
  const test = prepareValue(condition);
  // A column of texts has few different ones more often than not, and asking again is slower than remembering.
  const known = new Map<string, boolean>();
  return (place) => {
    const value = values[place];
    if (typeof value !== 'string' || known.size > 500) return test(value);
    let answer = known.get(value);
    if (answer === undefined) known.set(value, (answer = test(value)));
    return answer;
  };
}
