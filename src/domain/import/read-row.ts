import type { ActivityType, ContactPoint, Day, Instant, Money } from '../records.js';
import { fold } from '../fold.js';
import type { ColumnMapping } from './columns.js';
import { readDate } from './dates.js';
import type { BadValue, CustomCell } from './draft.js';
import type { Half } from './halves.js';
import { joinHalves } from './halves.js';
import { currencyOf } from '../currency-words.js';
import type { ReadSettings } from './read-value.js';
import { dateOrder, dayOf, decimalSign, instantOf, readCustom, readMoney } from './read-value.js';
import type { Target } from './targets.js';
import { addressParts } from './targets.js';
import { maxText } from '../values.js';
import { isNothing, readEmail, readLink, readPhone, splitCell } from './values.js';

/** The cells of a row as values, by where they go. */
export interface RowValues {
  readonly texts: Partial<Record<Target, string>>;
  emails: readonly ContactPoint[];
  phones: readonly ContactPoint[];
  labels: readonly string[];
  notes: readonly string[];
  custom: readonly CustomCell[];
  value: Money | null;
  expectedClose: Day | null;
  created: Instant | null;
  due: Day | null;
  activityType: ActivityType | null;
}

export interface BadCell {
  readonly column: number;
  readonly code: BadValue;
  readonly value: string;
}

const types: ReadonlyMap<string, ActivityType> = new Map(
  (
    [
      ['call', 'call phone arama telefon anruf'],
      ['meeting', 'meeting toplanti gorusme treffen besprechung termin'],
      ['task', 'task todo gorev aufgabe'],
      ['deadline', 'deadline frist sontarih'],
      ['email', 'email mail eposta'],
      ['lunch', 'lunch yemek ogleyemegi mittagessen'],
    ] as const
  ).flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);

/** How long a text may be where it goes (`values.ts`); longer ones are told, never cut. */
function limitOf(target: Target, type: string | undefined): number {
  if (type === 'user') return maxText.line;
  if (target === 'note' || type === 'longText') return maxText.long;
  if (target === 'title' || target === 'organization.address' || target === 'activity.subject' || target === 'custom')
    return maxText.title;
  return maxText.line;
}

/** The list with the addresses or numbers of the cell behind it; null = something in it is none. */
function points(
  cell: string,
  read: (part: string) => string | null,
  label: ContactPoint['label'],
  list: readonly ContactPoint[],
): readonly ContactPoint[] | null {
  const whole = read(cell);
  if (whole !== null) return withPoint(list, whole, label);
  let all = list;
  const parts = splitCell(cell, true);
  for (const part of parts) {
    const value = read(part);
    if (value === null) return null;
    all = withPoint(all, value, label);
  }
  return parts.length === 0 ? null : all;
}

function withPoint(
  list: readonly ContactPoint[],
  value: string,
  label: ContactPoint['label'],
): readonly ContactPoint[] {
  if (list.some((point) => point.value === value)) return list;
  return [...list, { value, label, primary: list.length === 0 }];
}

/** Shared by all rows that have none of something: most have none of most. */
const none: readonly never[] = [];

const nameTargets: ReadonlySet<Target> = new Set<Target>([
  'person.name',
  'person.first',
  'person.last',
  'organization.name',
  'organization.country',
  'title',
]);

/** A column that goes somewhere, with what would else be asked of each of its cells. */
export interface ReadColumn {
  readonly mapping: ColumnMapping;
  readonly column: number;
  readonly target: Target;
  /** A name stands in it: words that mean nothing elsewhere can be one. */
  readonly name: boolean;
  readonly limit: number;
}

export function readColumns(mappings: readonly ColumnMapping[]): readonly ReadColumn[] {
  return mappings
    .filter(({ target, field }) => target !== 'none' && (target !== 'custom' || field !== null))
    .map((mapping) => {
      const { column, target, field } = mapping;
      return { mapping, column, target, name: nameTargets.has(target), limit: limitOf(target, field?.type) };
    });
}

const wideBlank = /\s\s|[^\S ]/;

/** Reads the cells of one row as the mapping says. What cannot be read is in `bad`, and nowhere else. */
export function readRow(
  cells: readonly string[],
  columns: readonly ReadColumn[],
  settings: ReadSettings,
): { readonly values: RowValues; readonly bad: readonly BadCell[] } {
  const values: RowValues = {
    texts: {},
    emails: none,
    phones: none,
    labels: none,
    notes: none,
    custom: none,
    value: null,
    expectedClose: null,
    created: null,
    due: null,
    activityType: null,
  };
  let bad: readonly BadCell[] = none;
  const refuse = (mapping: ColumnMapping, code: BadValue, value: string): void => {
    bad = [...bad, { column: mapping.column, code, value }];
  };
  let custom: CustomCell[] | null = null;
  let halves: Half[] | null = null;
  let currency: string | null = null;
  let amount: { readonly mapping: ColumnMapping; readonly cell: string } | null = null;
  for (const { mapping, target, column, name, limit } of columns) {
    const cell = cells[column];
    if (cell === undefined || isNothing(cell, name)) continue;
    const text = cell.trim();
    if (text.length > limit) {
      refuse(mapping, 'too-long', text);
      continue;
    }
    switch (target) {
      case 'custom': {
        if (mapping.field!.part !== undefined) {
          const day = readDate(text, dateOrder(mapping));
          if (day === null) refuse(mapping, 'not-a-date', text);
          (halves ??= []).push({ mapping, text, day: day === null ? null : dayOf(day, settings) });
          break;
        }
        const read = readCustom(cell, mapping, settings);
        if ('bad' in read) refuse(mapping, read.bad, text);
        else (custom ??= []).push({ column, field: mapping.field!, value: read.value });
        break;
      }
      case 'value':
        amount = { mapping, cell: text };
        break;
      case 'currency':
        currency = currencyOf(text, settings.currency);
        if (currency === null || currency === '') refuse(mapping, 'currency-unknown', text);
        break;
      case 'expectedClose':
      case 'activity.due':
      case 'created': {
        const read = readDate(text, dateOrder(mapping));
        if (read === null) refuse(mapping, 'not-a-date', text);
        else if (target === 'created') values.created = instantOf(read, settings);
        else if (target === 'expectedClose') values.expectedClose = dayOf(read, settings);
        else values.due = dayOf(read, settings);
        break;
      }
      case 'person.email.work':
      case 'person.email.home':
      case 'person.email.other': {
        const list = points(text, readEmail, target.slice(13) as ContactPoint['label'], values.emails);
        if (list === null) refuse(mapping, 'not-an-email', text);
        else values.emails = list;
        break;
      }
      case 'person.phone.work':
      case 'person.phone.home':
      case 'person.phone.mobile':
      case 'person.phone.other': {
        const list = points(text, readPhone, target.slice(13) as ContactPoint['label'], values.phones);
        if (list === null) refuse(mapping, 'not-a-phone', text);
        else values.phones = list;
        break;
      }
      case 'organization.website': {
        const link = readLink(text);
        if (link === null) refuse(mapping, 'not-a-link', text);
        else values.texts[target] = link;
        break;
      }
      case 'labels':
        for (const label of splitCell(text, true))
          if (!values.labels.includes(label)) values.labels = [...values.labels, label];
        break;
      case 'note':
        values.notes = [...values.notes, text];
        break;
      case 'activity.type':
        values.activityType = types.get(fold(text).replace(/[^a-z]/g, '')) ?? 'task';
        break;
      default:
        values.texts[target] = name && wideBlank.test(text) ? text.replace(/\s+/g, ' ') : text;
    }
  }
  if (halves !== null) {
    const joined = joinHalves(halves, columns);
    custom = [...(custom ?? none), ...joined.cells];
    bad = [...bad, ...joined.bad];
  }
  if (custom !== null) values.custom = custom;
  if (amount !== null) {
    const money = readMoney(
      amount.cell,
      decimalSign(amount.mapping),
      currency || (amount.mapping.currency ?? settings.currency),
    );
    if (typeof money === 'string') refuse(amount.mapping, money, amount.cell);
    else values.value = money;
  }
  return { values, bad };
}

/** The address in one line: a whole one as it is, else of its parts. */
export function addressOf(texts: RowValues['texts']): string {
  const whole = texts['organization.address'];
  const parts = addressParts.map((part) => texts[part] ?? '');
  const [street, postal, city, region, country] = parts;
  const joined = [street, [postal, city].filter(Boolean).join(' '), region, country]
    .filter((part) => part !== '' && part !== undefined)
    .join(', ');
  if (whole === undefined) return joined;
  return joined === '' ? whole : `${whole}, ${joined}`;
}

/** Whole name, else first and last. */
export function personNameOf(texts: RowValues['texts']): string {
  return (
    texts['person.name'] ?? [texts['person.first'], texts['person.last']].filter((part) => part !== undefined).join(' ')
  );
}
