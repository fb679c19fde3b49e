import assert from 'node:assert/strict';
import { apply } from '../../../src/domain/change.js';
import type { Change } from '../../../src/domain/change.js';
import { ImportWriter } from '../../../src/domain/import/changes.js';
import { lookupOf } from '../../../src/domain/import/lookup.js';
import type { AnyRecord, Id, Kind, RecordOf } from '../../../src/domain/records.js';
import { env, plan, prepare } from './helpers.js';
import type { PlanOptions, Planned, Prepared } from './helpers.js';

/** What the changes leave in a storage. */
export class Stored {
  readonly records = new Map<Id, { kind: Kind; record: AnyRecord }>();

  commit(changes: readonly Change[]): void {
    for (const change of changes) {
      const before = this.records.get(change.id)?.record ?? null;
      assert.ok(change.op !== 'create' || before === null, `${change.kind} ${change.id} is made twice`);
      assert.ok(change.op !== 'patch' || before !== null, `${change.kind} ${change.id} is not there`);
      this.records.set(change.id, { kind: change.kind, record: apply(before, change)! });
    }
  }

  all<K extends Kind>(kind: K): RecordOf[K][] {
    return [...this.records.values()].filter((one) => one.kind === kind).map(({ record }) => record as RecordOf[K]);
  }

  options(): PlanOptions {
    const activities = this.all('activity');
    const [leads, persons, organizations, notes] = [
      this.all('lead'),
      this.all('person'),
      this.all('organization'),
      this.all('note'),
    ];
    return {
      lookup: lookupOf({ leads, persons, organizations, notes, activities }),
      known: { labels: this.all('label'), users: this.all('user'), fields: this.all('field') },
    };
  }
}

export function write(stored: Stored, { rows, names, lookup }: Planned): Change[] {
  const writer = new ImportWriter(env, names, lookup);
  const changes = [...writer.setup(rows), ...rows.flatMap((row) => writer.row(row))];
  stored.commit(changes);
  return changes;
}

export const head = [
  'Company',
  'Contact',
  'E-mail',
  'Phone',
  'Value',
  'Labels',
  'Lead Owner',
  'Status',
  'Interests',
  'Note',
  'Activity subject',
  'Due date',
  'Created',
  'City',
  'Premium',
];
export const rows = [
  [
    'Engines Ltd',
    'Ada',
    'ada@e.example',
    '020 7946 0018',
    '€5',
    'hot;new',
    'Grace',
    'open',
    'a;b',
    'first',
    'Call her',
    '2026-12-01',
    '2026-01-02T08:00:00Z',
    'London',
    'yes',
  ],
  [
    'Engines Ltd',
    'Alan',
    '',
    '',
    '€7',
    'Hot',
    'GRACE',
    'open',
    'b;c',
    '',
    '',
    '',
    '2026-02-02T08:00:00Z',
    'London',
    'no',
  ],
  [
    'Bücher GmbH',
    '',
    '',
    '',
    '',
    '',
    'Linus',
    'lost',
    'a',
    'x',
    '',
    '2026-12-05',
    '2026-03-02T08:00:00Z',
    'Köln',
    'yes',
  ],
  [
    'ENGINES LTD',
    'Ada',
    'ada@home.example',
    '',
    '€9',
    '',
    '',
    'lost',
    'c',
    '',
    '',
    '',
    '2026-03-02T08:00:00Z',
    '',
    'no',
  ],
];

export function first(): { stored: Stored; prepared: Prepared; changes: Change[] } {
  const stored = new Stored();
  const prepared = prepare(head, rows);
  return { stored, prepared, changes: write(stored, plan(prepared)) };
}
