import type { FieldType, Id } from '../records.js';
import type { DateOrder } from './dates.js';
import type { DecimalSign } from './numbers.js';
import type { Ambiguity, ColumnProfile } from './profile.js';
import { guessFieldType } from './profile.js';
import { headingKey, targetOfHeading, titleKeys } from './synonyms.js';
import type { Target } from './targets.js';
import { importableTypes, isSingle, needsOrganization } from './targets.js';

/** A column as it is named in the file. */
export interface ColumnName {
  readonly index: number;
  /** Told apart from all others; what a custom field is called. */
  readonly name: string;
  /** As it stands in the file; empty for a nameless column. */
  readonly raw: string;
}

/** A custom field that takes a column: one there is, or a new one. */
export interface FieldChoice {
  /** null = a new field. */
  readonly id: Id | null;
  readonly name: string;
  readonly type: FieldType;
  /** Of a date range that two columns fill: which day this one has. Left out: the column has both, or all there is. */
  readonly part?: 'first' | 'last' | undefined;
}

/** What becomes of a column. Plain data: it can be kept and used for the next file of its kind. */
export interface ColumnMapping {
  readonly column: number;
  readonly target: Target;
  /** Why: its heading, its values, there is nothing in it, no field fits (a custom one then), a person chose. */
  readonly why: 'heading' | 'values' | 'empty' | 'own' | 'chosen';
  /** With `custom`. */
  readonly field: FieldChoice | null;
  readonly dates: DateOrder | 'ambiguous' | null;
  readonly numbers: DecimalSign | 'ambiguous' | null;
  /** What has to be asked before the column can be read; empty = nothing. */
  readonly ask: readonly Ambiguity[];
  /** The currency of amounts that name none; null = the default one. */
  readonly currency: string | null;
  /** A value that cannot be read: leave the row out, or leave the field empty. */
  readonly onBad: 'skip' | 'empty';
}

/** A custom field that exists already. */
export interface KnownField {
  readonly id: Id;
  readonly name: string;
  readonly type: FieldType;
}

const dateTargets: ReadonlySet<Target> = new Set<Target>(['created', 'expectedClose', 'activity.due']);

/** Is what the heading promises borne out by the values? */
function fits(target: Target, profile: ColumnProfile): boolean {
  if (dateTargets.has(target)) return profile.dates >= 0.5;
  if (target === 'value') return profile.numbers >= 0.5;
  if (target.startsWith('person.email')) return profile.emails >= 0.5;
  if (target.startsWith('person.phone')) return profile.phones >= 0.5;
  if (target === 'organization.website') return profile.links >= 0.5;
  if (target === 'currency') return profile.longest <= 12 && profile.numbers < 0.5;
  if (
    target === 'person.name' ||
    target === 'person.first' ||
    target === 'person.last' ||
    target === 'owner' ||
    target === 'organization.name'
  ) {
    return profile.numbers < 0.5 && profile.dates < 0.5 && profile.longest <= 300;
  }
  if (target === 'source' || target === 'channel') return profile.longest <= 200 && profile.dates < 0.5;
  return true;
}

/** Reads as both readings make it a date or number column; what must be asked depends on the target. */
function asks(target: Target, type: FieldType | null, profile: ColumnProfile): Ambiguity[] {
  return profile.ambiguity.filter(({ kind }) =>
    kind === 'dates'
      ? dateTargets.has(target) || type === 'date' || type === 'dateRange'
      : target === 'value' || type === 'number' || type === 'money',
  );
}

/**
 * The mapping of one column to a target, with how its values are to be read. For `custom` without a field, one is made of
 * its heading (or taken, if one of that name exists).
 */
export function mapColumn(
  name: ColumnName,
  profile: ColumnProfile,
  target: Target,
  options: {
    readonly why?: ColumnMapping['why'];
    readonly field?: FieldChoice;
    readonly fields?: readonly KnownField[];
  } = {},
): ColumnMapping {
  let field: FieldChoice | null = null;
  if (target === 'custom') {
    const key = headingKey(name.name);
    const known = options.fields?.find((one) => importableTypes.has(one.type) && headingKey(one.name) === key);
    field = options.field ??
      known ?? { id: null, name: name.name.slice(0, 120), type: guessFieldType(profile, name.raw) };
    const { id, name: called, type, part } = field;
    field = { id, name: called, type, ...(part !== undefined && { part }) };
  }
  return {
    column: name.index,
    target,
    why: options.why ?? 'chosen',
    field,
    dates: profile.dateOrder,
    numbers: profile.decimalSign,
    ask: asks(target, field?.type ?? null, profile),
    currency: null,
    onBad: 'skip',
  };
}

/** The answer to what was asked about a column. */
export function answer(
  mapping: ColumnMapping,
  reading: { readonly dates?: DateOrder; readonly numbers?: DecimalSign },
): ColumnMapping {
  const dates = reading.dates ?? mapping.dates;
  const numbers = reading.numbers ?? mapping.numbers;
  const ask = mapping.ask.filter(({ kind }) =>
    kind === 'dates' ? reading.dates === undefined : reading.numbers === undefined,
  );
  return { ...mapping, dates, numbers, ask };
}

/** The next free place for a second e-mail or phone. */
function another(target: Target, taken: ReadonlySet<Target>): Target {
  if (target.startsWith('person.email'))
    return taken.has('person.email.work') ? 'person.email.other' : 'person.email.work';
  if (target.startsWith('person.phone'))
    return taken.has('person.phone.work') ? 'person.phone.other' : 'person.phone.work';
  return 'custom';
}

/**
 * A guess for every column, from headings and all values; no two on one field that holds one value. What has no name in
 * the list becomes a custom field, so nothing is lost; empty columns are left out.
 * @param profiles of all rows, one for each name
 */
export function guessColumns(
  names: readonly ColumnName[],
  profiles: readonly ColumnProfile[],
  fields: readonly KnownField[] = [],
): ColumnMapping[] {
  const found = names.map((name) => targetOfHeading(name.raw));
  const named = (target: Target): boolean => found.some((one, i) => one?.target === target && profiles[i]!.filled > 0);
  const hasPerson = named('person.name') || named('person.first') || named('person.last');
  const hasOrganization = names.some((_, i) => found[i]?.target === 'organization.name' && profiles[i]!.filled > 0);
  const taken = new Set<Target>();
  const chosen: (Target | null)[] = names.map(() => null);
  const why: ColumnMapping['why'][] = names.map(() => 'own');

  const take = (i: number, wanted: Target, reason: ColumnMapping['why']): boolean => {
    const target = isSingle(wanted) && taken.has(wanted) ? another(wanted, taken) : wanted;
    if (target === 'custom') return false;
    taken.add(target);
    chosen[i] = target;
    why[i] = reason;
    return true;
  };

  // By heading; those told apart by a number ("E-Mail 2") after those that are not.
  for (const repeated of [false, true]) {
    names.forEach((name, i) => {
      const profile = profiles[i]!;
      if (chosen[i] !== null) return;
      if (profile.filled === 0) {
        chosen[i] = 'none';
        why[i] = 'empty';
        return;
      }
      const key = headingKey(name.raw);
      if (titleKeys.has(key)) {
        if (!repeated) take(i, hasPerson ? 'person.jobTitle' : 'title', 'heading');
        return;
      }
      const one = found[i];
      if (one === null || one === undefined || one.repeated !== repeated || !fits(one.target, profile)) return;
      if (needsOrganization.has(one.target) && !hasOrganization) return;
      // "Ad" alone is the whole name.
      const target =
        one.target === 'person.first' && !named('person.last') && !named('person.name') ? 'person.name' : one.target;
      take(i, target, 'heading');
    });
  }
  // By values: the only thing that looks like nothing else.
  if (![...taken].some((target) => target.startsWith('person.email'))) {
    const i = profiles.findIndex((profile, at) => chosen[at] === null && profile.filled > 0 && profile.emails >= 0.9);
    if (i !== -1) take(i, 'person.email.work', 'values');
  }
  return names.map((name, i) => mapColumn(name, profiles[i]!, chosen[i] ?? 'custom', { why: why[i]!, fields }));
}

/** Columns that cannot stand together, or cannot be read yet. */
export type MappingProblem =
  | { readonly code: 'used-twice'; readonly target: Target; readonly columns: readonly number[] }
  | { readonly code: 'ask'; readonly column: number; readonly ambiguity: Ambiguity }
  | { readonly code: 'same-field'; readonly name: string; readonly columns: readonly number[] }
  | {
      readonly code: 'half-a-range';
      readonly name: string;
      /** The day that no column has. */
      readonly lacks: 'first' | 'last';
      readonly columns: readonly number[];
    };

/** What has to be settled before the rows can be checked. `nobody` is asked separately, with its count. */
export function mappingProblems(mappings: readonly ColumnMapping[]): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const byTarget = new Map<Target, number[]>();
  const byField = new Map<string, { name: string; columns: number[]; parts: FieldChoice['part'][] }>();
  for (const { column, target, field, ask } of mappings) {
    if (target === 'custom' && field !== null) {
      const key = field.id ?? `new ${headingKey(field.name)}`;
      const entry = byField.get(key) ?? { name: field.name, columns: [], parts: [] };
      entry.columns.push(column);
      entry.parts.push(field.part);
      byField.set(key, entry);
    } else if (isSingle(target)) {
      byTarget.set(target, [...(byTarget.get(target) ?? []), column]);
    }
    for (const ambiguity of ask) problems.push({ code: 'ask', column, ambiguity });
  }
  for (const [target, columns] of byTarget)
    if (columns.length > 1) problems.push({ code: 'used-twice', target, columns });
  for (const { name, columns, parts } of byField.values()) {
    const [only] = parts;
    if (columns.length === 1 && only !== undefined)
      problems.push({ code: 'half-a-range', name, lacks: only === 'first' ? 'last' : 'first', columns });
    const both = columns.length === 2 && parts.includes('first') && parts.includes('last');
    if (columns.length > 1 && !both) problems.push({ code: 'same-field', name, columns });
  }
  return problems;
}

/** Keeps both of two columns on one e-mail or phone: the later ones become further ones of the person. Others stay as they are. */
export function keepBoth(mappings: readonly ColumnMapping[], target: Target): ColumnMapping[] {
  const other: Target | null = target.startsWith('person.email')
    ? 'person.email.other'
    : target.startsWith('person.phone')
      ? 'person.phone.other'
      : null;
  let first = true;
  return mappings.map((mapping) => {
    if (other === null || mapping.target !== target) return mapping;
    if (first) {
      first = false;
      return mapping;
    }
    return { ...mapping, target: other };
  });
}

/** Does any column name a person or an organization? If none does, rows need a pattern (`pattern.ts`) or are left out. */
export function namesAnybody(mappings: readonly ColumnMapping[]): boolean {
  return mappings.some(({ target }) =>
    ['person.name', 'person.first', 'person.last', 'organization.name'].includes(target),
  );
}
