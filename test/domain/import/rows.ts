import assert from 'node:assert/strict';
import { answer } from '../../../src/domain/import/columns.js';
import { lookupOf } from '../../../src/domain/import/lookup.js';
import type { ImportRow } from '../../../src/domain/import/settings.js';
import type { Field, Lead, Organization, Person } from '../../../src/domain/records.js';
import { plan, prepare, retarget } from './helpers.js';
import type { PlanOptions, Prepared } from './helpers.js';

export const head = [
  'Title',
  'Contact',
  'Company',
  'Email',
  'Phone',
  'Value',
  'Currency',
  'Labels',
  'Close Date',
  'Note',
];
export const full = [
  'Engine',
  'Ada Lovelace',
  'Engines Ltd',
  'ada@e.example',
  '+44 20 7946 0018',
  '5,000.50',
  'GBP',
  'hot, new',
  '2026-12-24',
  'Knows numbers',
];

export function row(changes: Readonly<Record<string, string>>): string[] {
  return head.map((name, i) => changes[name] ?? full[i]!);
}

/** Titled columns: with a person in the file, "Title" would be the person's. */
export function table(...rows: readonly (readonly string[])[]): Prepared {
  return retarget(prepare(head, rows), 'Title', 'title');
}

export function fate(rows: readonly ImportRow[]): unknown[] {
  return rows.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)]);
}

export function person(values: Partial<Person>): Person {
  return {
    id: 'p1',
    rev: 1,
    createdAt: '',
    updatedAt: '',
    name: 'Ada Lovelace',
    jobTitle: '',
    organizationId: null,
    ownerId: null,
    emails: [],
    phones: [],
    custom: {},
    ...values,
  };
}
export const organization: Organization = {
  id: 'o1',
  rev: 1,
  createdAt: '',
  updatedAt: '',
  name: 'ENGINES  ltd',
  address: '',
  website: '',
  ownerId: null,
  custom: {},
};
export function lead(values: Partial<Lead>): Lead {
  return {
    id: 'l1',
    rev: 1,
    createdAt: '',
    updatedAt: '',
    title: 'Engine',
    personId: null,
    organizationId: 'o1',
    ownerId: null,
    creatorId: null,
    labelIds: [],
    value: null,
    expectedClose: null,
    sourceName: '',
    origin: 'manual',
    originId: null,
    channel: null,
    channelId: null,
    archivedAt: null,
    custom: {},
    seen: true,
    sourceDealId: null,
    personName: '',
    organizationName: '',
    nextActivity: null,
    touchedAt: '',
    searchText: '',
    ...values,
  };
}
export function stored(
  values: { leads?: Lead[]; persons?: Person[]; converted?: Lead[]; trashed?: Lead[] } = {},
): PlanOptions {
  return { lookup: lookupOf({ leads: [], persons: [], organizations: [organization], ...values }) };
}

/** What the column has become in each row: the value, or why there is none. */
export function becomes(
  field: Field,
  cells: readonly string[],
  options: PlanOptions = {},
  order: 'dmy' | 'mdy' = 'dmy',
): unknown[] {
  const prepared = prepare(
    ['Contact', field.name],
    cells.map((cell, i) => [`Person ${i}`, cell]),
    [field],
  );
  const columns = prepared.columns.map((one) => (one.ask.length > 0 ? answer(one, { dates: order }) : one));
  assert.deepEqual(
    columns.map(({ target, field: to }) => to?.id ?? target),
    ['person.name', field.id],
  );
  return plan({ ...prepared, columns }, options).rows.map(
    ({ draft, reasons }) => draft?.custom[0]?.value ?? reasons[0]!.code,
  );
}
