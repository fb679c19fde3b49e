import { periodUnits } from './forecast.js';

/*
 * What of a view's state a page has set wrong, and what it has to be. What is asked of which field is looked at where it is used
 * (`filter-check.ts`): here it is a matter of kinds and names.
 */

export interface StateProblem {
  /** `columns[1]`, `list.widths.value`. */
  readonly path: string;
  readonly value: unknown;
  /** What would be right, in English: for the console. */
  readonly wants: string;
}

type Check = (value: unknown, path: string) => readonly StateProblem[];
type Named = Readonly<Record<string, unknown>>;

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const must =
  (wants: string, is: (value: unknown) => boolean): Check =>
  (value, path) =>
    is(value) ? [] : [{ path, value, wants }];
const oneOf = (...names: readonly string[]): Check =>
  must(`one of ${names.map((name) => `"${name}"`).join(', ')}`, (value) => names.includes(value as string));
const list =
  (each: Check, most = Infinity): Check =>
  (value, path) =>
    Array.isArray(value)
      ? value.length > most
        ? [{ path, value, wants: `${most} at most` }]
        : value.flatMap((one, at) => each(one, `${path}[${at}]`))
      : [{ path, value, wants: 'a list' }];
const named =
  (each: Check, names?: readonly string[]): Check =>
  (value, path) => {
    if (!isNamed(value)) return [{ path, value, wants: 'an object' }];
    return Object.entries(value).flatMap(([name, one]) => {
      if (names && !names.includes(name)) return [unknown(`${path}.${name}`, one, names)];
      return one === undefined ? [] : each(one, `${path}.${name}`);
    });
  };

function unknown(path: string, value: unknown, names: readonly string[]): StateProblem {
  return { path, value, wants: `left out: the names here are ${names.join(', ')}` };
}

const text = must('a text', (value) => typeof value === 'string');
const id = must('an id, or null', (value) => value === null || (typeof value === 'string' && value !== ''));
const field = must('the name of a field', (value) => typeof value === 'string' && value !== '');
const pixels = must('a number of CSS pixels above zero', (value) => typeof value === 'number' && value > 0);
const order = must(
  'an order, { field, descending? }',
  (value) =>
    isNamed(value) &&
    typeof value['field'] === 'string' &&
    (value['descending'] === undefined || typeof value['descending'] === 'boolean'),
);
const part = must('a condition, { field, op, value }, or a group', isNamed);

/** How the cards of a board can be sorted. */
export const boardOrderNames: readonly string[] = [
  'nextActivity',
  'rank',
  'value',
  'title',
  'expectedClose',
  'createdAt',
  'ownerId',
  'personName',
  'organizationName',
];
const segments = ['open', 'won', 'lost', 'all'];
const ofList: Readonly<Record<string, Check>> = {
  segment: oneOf(...segments),
  orders: named(list(order), segments),
  columns: named(list(field), segments),
  widths: named(pixels),
};
const inside: Check = (value, path) =>
  isNamed(value) ? problemsIn(value, ofList, `${path}.`) : [{ path, value, wants: 'an object' }];

const checks = {
  'lead-inbox': {
    segment: oneOf('inbox', 'archived', 'trash'),
    search: text,
    filter: list(part),
    order: list(order),
    columns: list(field),
    widths: named(pixels),
  },
  'deal-pipeline': {
    view: oneOf('board', 'list', 'forecast'),
    pipelineId: id,
    search: text,
    filter: list(part),
    order: oneOf(...boardOrderNames),
    direction: must('"ascending", "descending" or ""', (value) => /^((a|de)scending)?$/.test(String(value))),
    period: oneOf(...periodUnits),
    fields: list(field, 7),
    list: inside,
  },
  'deal-list': { pipelineId: id, search: text, filter: list(part), ...ofList },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Check>>>>;

/** Of which element a state is. */
export type StateOf = keyof typeof checks;

function problemsIn(state: Named, known: Readonly<Record<string, Check>>, before = ''): readonly StateProblem[] {
  const names = Object.keys(known);
  return Object.entries(state).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    return check?.(value, before + name) ?? [unknown(before + name, value, names)];
  });
}

/** Everything that is wrong with it; none = all of it is taken. */
export function stateProblems(of: StateOf, state: unknown): readonly StateProblem[] {
  return isNamed(state) ? problemsIn(state, checks[of]) : [{ path: '', value: state, wants: 'an object' }];
}
