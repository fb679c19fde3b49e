/**
 * Conditions name persons and organizations by their ids: in saved filters, and in what is kept of how a view is set up. Where one
 * of them is merged into another one they name the one that stays, and the other one again when it comes back.
 */
import { patchOf } from './change.js';
import type { Change } from './change.js';
import type { AnyRecord, AskedLink, Id } from './records.js';
import { byIds } from './rule.js';
import type { Found, Need } from './rule.js';

/** What holds conditions, wherever in the field they stand. */
const holders = { view: 'state', filter: 'filter' } as const;
export type AskedKind = keyof typeof holders;
const kinds = Object.keys(holders) as readonly AskedKind[];

/** Nothing says in which of them one is named: all are looked at. */
export const askedNeeds: readonly Need[] = kinds.map((kind) => ({ kind }));

interface Condition {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** Fields of records that name one; conditions on anything else are about something else, whatever their values are. */
type NamingFields = Pick<ReadonlySet<string>, 'has'>;

/** Is there a condition on such a field? */
export function isAskedOf(part: unknown, field: (name: string) => boolean): boolean {
  return [...conditionsIn(part, { has: field })].length > 0;
}

function* conditionsIn(part: unknown, fields: NamingFields, path: Condition['path'] = []): Iterable<Condition> {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    for (let at = 0; at < part.length; at++) yield* conditionsIn(part[at], fields, [...path, at]);
    return;
  }
  const { field, op, value } = part as Readonly<Record<string, unknown>>;
  if (typeof field === 'string' && typeof op === 'string') {
    if (fields.has(field)) yield { path, value };
    return;
  }
  for (const [key, held] of Object.entries(part)) yield* conditionsIn(held, fields, [...path, key]);
}

/** Ids that conditions of these fields name. */
export function idsAsked(part: unknown, fields: NamingFields): readonly Id[] {
  return [...conditionsIn(part, fields)].flatMap(({ value }) => listOf(value));
}

const listOf = (value: unknown): readonly Id[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((one) => typeof one === 'string');

/** The same with the values of these conditions put in; what is on the way to them is copied, nothing else. */
function put(part: unknown, path: Condition['path'], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return { ...(part as object), value };
  if (Array.isArray(part)) return part.map((one: unknown, at) => (at === step ? put(one, rest, value) : one));
  // Not written by its name: the name of one may be `__proto__`.
  return Object.fromEntries(
    Object.entries(part as object).map(([key, held]) => [
      key,
      key === step ? put(held, rest, value) : (held as unknown),
    ]),
  );
}

/** Other ids in the place of some; what is named twice then is named once. @returns the same part where nothing is different */
export function askingFor<T>(part: T, fields: NamingFields, other: (id: Id) => Id): T {
  let next: unknown = part;
  for (const { path, value } of conditionsIn(part, fields)) {
    const on = (one: unknown): unknown => (typeof one === 'string' ? other(one) : one);
    if (!Array.isArray(value)) {
      if (on(value) !== value) next = put(next, path, on(value));
    } else if (value.some((one) => on(one) !== one)) next = put(next, path, [...new Set(value.map(on))]);
  }
  return next as T;
}

function held(kind: AskedKind, record: AnyRecord): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[holders[kind]];
}

/** Saved filters and set-ups that named one of these name the one that stays. */
export function askedOn(found: Found, fields: NamingFields, lost: ReadonlySet<Id>, to: Id): readonly Change[] {
  return kinds.flatMap((kind) =>
    found.all(kind).flatMap((record): readonly Change[] => {
      const next = askingFor(held(kind, record), fields, (id) => (lost.has(id) ? to : id));
      const patch = patchOf(kind, record, { [holders[kind]]: next });
      return patch === null ? [] : [patch];
    }),
  );
}

/** Where one of them is named, for the trash. */
export function askedOf(
  found: Found,
  fields: NamingFields,
  id: Id,
  lost: ReadonlySet<Id>,
  survivorId: Id,
): readonly AskedLink[] {
  return kinds.flatMap((kind) =>
    found.all(kind).flatMap((record) =>
      [...conditionsIn(held(kind, record), fields)].flatMap(({ path, value }): readonly AskedLink[] => {
        const named = listOf(value);
        if (!named.includes(id)) return [];
        const beside = [...new Set(named)].filter((one) => one !== id && (lost.has(one) || one === survivorId));
        const at = Array.isArray(value) ? value.indexOf(id) : 0;
        return [{ kind, id: record.id, path, at, ...(beside.length > 0 && { beside }) }];
      }),
    ),
  );
}

/** What was begun before, in a storage without `atomic`, and what is found now. */
export function unitedAsked(before: readonly AskedLink[] = [], now: readonly AskedLink[] = []): readonly AskedLink[] {
  const place = ({ kind, id, path }: AskedLink): string => JSON.stringify([kind, id, path]);
  return [...new Map([...now, ...before].map((one) => [place(one), one])).values()];
}

export function askedBackNeeds(asked: readonly AskedLink[] = []): readonly Need[] {
  return asked.flatMap(({ kind, id }) => byIds(kind, [id]));
}

/**
 * Conditions that still name the one that stayed name the other one again; those that somebody has changed since stay as they are.
 * @param stayed ids that the one that stayed goes by
 * @param merged who is still merged into it
 */
export function askedBack(
  asked: readonly AskedLink[],
  id: Id,
  stayed: ReadonlySet<Id>,
  merged: ReadonlySet<Id>,
  fields: NamingFields,
  found: Found,
): readonly Change[] {
  const after = new Map<AnyRecord, { readonly kind: AskedKind; readonly value: unknown }>();
  for (const { kind, id: holder, path, at, beside = [] } of asked) {
    const record: AnyRecord | null = found.get(kind, holder);
    if (record === null) continue;
    const value = after.get(record)?.value ?? held(kind, record);
    const there = [...conditionsIn(value, fields)].find((one) => one.path.join('\n') === path.join('\n'));
    const next =
      there &&
      namingAgain(
        there.value,
        id,
        at,
        stayed,
        beside.some((one) => stayed.has(one) || merged.has(one)),
      );
    if (next !== undefined) after.set(record, { kind, value: put(value, path, next) });
  }
  return [...after].flatMap(([record, { kind, value }]): readonly Change[] => {
    const patch = patchOf(kind, record as never, { [holders[kind]]: value });
    return patch === null ? [] : [patch];
  });
}

/** @param too the one that stayed was named as well. @returns undefined = it says something else by now */
function namingAgain(value: unknown, id: Id, at: number, stayed: ReadonlySet<Id>, too: boolean): unknown {
  if (!Array.isArray(value)) return stayed.has(value as Id) ? id : undefined;
  const list = value as readonly unknown[];
  const place = list.findIndex((one) => stayed.has(one as Id));
  if (place < 0 || list.includes(id)) return undefined;
  return too ? [...list.slice(0, at), id, ...list.slice(at)] : list.map((one, n) => (n === place ? id : one));
}
