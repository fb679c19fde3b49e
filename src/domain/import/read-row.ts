import type { ActivityType, ContactPoint, Day, Instant, Money } from '../records.js';
import { fold } from '../fold.js';
import type { ColumnMapping } from './columns.js';
import { readDate } from './dates.js';
import type { BadValue, CustomCell } from './draft.js';
import { currencyOf } from './numbers.js';
import type { ReadSettings } from './read-value.js';
import { dateOrder, dayOf, decimalSign, instantOf, readCustom, readMoney } from './read-value.js';
import type { Target } from './targets.js';
import { addressParts } from './targets.js';
import { maxText } from '../values.js';
import { isNothing, readEmail, readLink, readPhone, splitCell } from './values.js';

/** The cells of a row as values, by where they go. */
export interface RowValues {
  readonly texts: Partial<Record<Target, string>>;
  readonly emails: ContactPoint[];
  readonly phones: ContactPoint[];
  readonly labels: string[];
  readonly notes: string[];
  readonly custom: CustomCell[];
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
      ['deadline', 'deadline frist'],
      ['email', 'email mail eposta'],
      ['lunch', 'lunch yemek mittagessen'],
    ] as const
  ).flatMap(([type, words]) => words.split(' ').map((word) => [word, type] as const)),
);

/** How long a text may be where it goes (`values.ts`); longer ones are told, never cut. */
function limitOf(target: Target, type: string | undefined): number {
  if (target === 'note' || type === 'longText') return maxText.long;
  if (target === 'title' || target === 'organization.address' || target === 'activity.subject' || target === 'custom')
    return maxText.title;
  return maxText.line;
}

function points(
  cell: string,
  read: (part: string) => string | null,
  label: ContactPoint['label'],
  into: ContactPoint[],
): boolean {
  const whole = read(cell);
  const parts = whole !== null ? [cell] : splitCell(cell, true);
  const values = parts.map(read);
  if (values.length === 0 || values.includes(null)) return false;
  for (const value of values) {
    if (!into.some((point) => point.value === value)) into.push({ value: value!, label, primary: false });
  }
  return true;
}

const nameTargets: ReadonlySet<Target> = new Set<Target>([
  'person.name',
  'person.first',
  'person.last',
  'organization.name',
  'organization.country',
  'title',
]);

/** Reads the cells of one row as the mapping says. What cannot be read is in `bad`, and nowhere else. */
export function readRow(
  cells: readonly string[],
  mappings: readonly ColumnMapping[],
  settings: ReadSettings,
): { readonly values: RowValues; readonly bad: readonly BadCell[] } {
  const values: RowValues = {
    texts: {},
    emails: [],
    phones: [],
    labels: [],
    notes: [],
    custom: [],
    value: null,
    expectedClose: null,
    created: null,
    due: null,
    activityType: null,
  };
  const bad: BadCell[] = [];
  let currency: string | null = null;
  let amount: { readonly mapping: ColumnMapping; readonly cell: string } | null = null;
  for (const mapping of mappings) {
    const { target, column } = mapping;
    if (target === 'none') continue;
    const cell = cells[column] ?? '';
    if (isNothing(cell, nameTargets.has(target))) continue;
    const text = cell.trim();
    const refuse = (code: BadValue): void => void bad.push({ column, code, value: text });
    if (text.length > limitOf(target, mapping.field?.type)) {
      refuse('too-long');
      continue;
    }
    switch (target) {
      case 'custom': {
        if (mapping.field === null) break;
        const read = readCustom(cell, mapping, settings);
        if ('bad' in read) refuse(read.bad);
        else values.custom.push({ column, field: mapping.field, value: read.value });
        break;
      }
      case 'value':
        amount = { mapping, cell: text };
        break;
      case 'currency':
        currency = currencyOf(text, settings.currency);
        if (currency === null || currency === '') refuse('currency-unknown');
        break;
      case 'expectedClose':
      case 'activity.due':
      case 'created': {
        const read = readDate(text, dateOrder(mapping));
        if (read === null) refuse('not-a-date');
        else if (target === 'created') values.created = instantOf(read, settings);
        else if (target === 'expectedClose') values.expectedClose = dayOf(read, settings);
        else values.due = dayOf(read, settings);
        break;
      }
      case 'person.email.work':
      case 'person.email.home':
      case 'person.email.other':
        if (!points(text, readEmail, target.slice(13) as ContactPoint['label'], values.emails)) refuse('not-an-email');
        break;
      case 'person.phone.work':
      case 'person.phone.home':
      case 'person.phone.mobile':
      case 'person.phone.other':
        if (!points(text, readPhone, target.slice(13) as ContactPoint['label'], values.phones)) refuse('not-a-phone');
        break;
      case 'organization.website': {
        const link = readLink(text);
        if (link === null) refuse('not-a-link');
        else values.texts[target] = link;
        break;
      }
      case 'labels':
        for (const label of splitCell(text, true)) if (!values.labels.includes(label)) values.labels.push(label);
        break;
      case 'note':
        values.notes.push(text);
        break;
      case 'activity.type':
        values.activityType = types.get(fold(text).replace(/[^a-z]/g, '')) ?? 'task';
        break;
      default:
        values.texts[target] = target === 'title' || nameTargets.has(target) ? text.replace(/\s+/g, ' ') : text;
    }
  }
  if (amount !== null) {
    const money = readMoney(
      amount.cell,
      decimalSign(amount.mapping),
      currency || (amount.mapping.currency ?? settings.currency),
    );
    if (typeof money === 'string') bad.push({ column: amount.mapping.column, code: money, value: amount.cell });
    else values.value = money;
  }
  for (const list of [values.emails, values.phones]) if (list[0] !== undefined) list[0] = { ...list[0], primary: true };
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
