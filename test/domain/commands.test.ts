import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RuledCommand } from '../../src/domain/commands.js';
import type { CommandInputs } from '../../src/domain/plan.js';
import { made, money } from '../../src/testing/fixtures.js';
import { at, records, world } from './command-world.js';

/** A command, its input, and what it makes of which record: fields that differ afterwards. */
type Row = {
  [N in RuledCommand]: readonly [
    name: N,
    what: string,
    input: CommandInputs[N],
    result: Readonly<Record<string, unknown>>,
  ];
}[RuledCommand];
const table: readonly Row[] = [
  [
    'lead-edit',
    'title, value and an own field',
    { id: 'lead-1', fields: { title: ' New\nname ', value: money('5'), 'custom.field-1': 7 } },
    { 'lead lead-1': { title: 'New name', value: money('5'), custom: { 'field-1': 7 } } },
  ],
  [
    'lead-edit',
    'another person, who exists',
    { id: 'lead-1', fields: {}, organization: { id: 'organization-1' } },
    { 'lead lead-1': { organizationId: 'organization-1' } },
  ],
  ['lead-edit', 'nothing new', { id: 'lead-1', fields: { title: 'Solar panels for the roof' } }, {}],
  [
    'deal-edit',
    'chance and an own field emptied',
    { id: 'deal-1', fields: { probability: 55, 'custom.field-1': null } },
    { 'deal deal-1': { probability: 55 } },
  ],
  [
    'leads-see',
    'seen',
    { ids: ['lead-1', 'lead-2'], seen: true },
    { 'lead lead-1': { seen: true }, 'lead lead-2': { seen: true } },
  ],
  ['leads-archive', 'archived', { ids: ['lead-1'] }, { 'lead lead-1': { archivedAt: at } }],
  ['leads-restore', 'what is not archived', { ids: ['lead-1'] }, {}],
  [
    'leads-label',
    'one on, one off',
    { ids: ['lead-1', 'lead-2'], add: ['label-1'], remove: ['label-2'] },
    { 'lead lead-1': { labelIds: ['label-1'] }, 'lead lead-2': { labelIds: ['label-1'] } },
  ],
  [
    'deals-label',
    'one more',
    { ids: ['deal-2', 'deal-1'], add: ['label-2'], remove: [] },
    { 'deal deal-1': { labelIds: ['label-2'] } },
  ],
  ['leads-assign', 'nobody', { ids: ['lead-1'], ownerId: null }, { 'lead lead-1': { ownerId: null } }],
  ['deals-assign', 'somebody', { ids: ['deal-1'], ownerId: 'user-2' }, { 'deal deal-1': { ownerId: 'user-2' } }],
  [
    'deals-expect',
    'one day for all',
    { ids: ['deal-1', 'deal-2'], expectedClose: '2027-03-31' },
    { 'deal deal-1': { expectedClose: '2027-03-31' }, 'deal deal-2': { expectedClose: '2027-03-31' } },
  ],
  [
    'deals-expect',
    'a day for each; one that is not named stays as it is',
    { ids: ['deal-1', 'deal-2'], expectedClose: { 'deal-1': '2027-02-28' } },
    { 'deal deal-1': { expectedClose: '2027-02-28' } },
  ],
  [
    'deal-move',
    'to the sorted place',
    { ids: ['deal-1'], stageId: 'stage-2' },
    {
      'deal deal-1': {
        stageId: 'stage-2',
        stageChangedAt: at,
        stageHistory: [
          { stageId: 'stage-1', at: made },
          { stageId: 'stage-2', at },
        ],
      },
    },
  ],
  ['deal-move', 'to where it stands', { ids: ['deal-1'], stageId: 'stage-1' }, {}],
  [
    'deal-move',
    'by hand, last',
    { ids: ['deal-1'], stageId: 'stage-3', before: null },
    {
      'deal deal-1': {
        stageId: 'stage-3',
        stageChangedAt: at,
        stageHistory: [
          { stageId: 'stage-1', at: made },
          { stageId: 'stage-3', at },
        ],
      },
    },
  ],
  [
    'deal-win',
    'won',
    { ids: ['deal-1'] },
    { 'deal deal-1': { status: 'won', wonAt: at, closedAt: at, firstWonAt: at } },
  ],
  [
    'deal-lose',
    'lost with a reason',
    { ids: ['deal-1'], reason: ' Price ', comment: ' ' },
    { 'deal deal-1': { status: 'lost', lostAt: at, closedAt: at, lostReason: 'Price' } },
  ],
  [
    'deal-lose',
    'lost without one',
    { ids: ['deal-1'], reason: null },
    { 'deal deal-1': { status: 'lost', lostAt: at, closedAt: at } },
  ],
  ['deal-reopen', 'what is open', { ids: ['deal-1'] }, {}],
  [
    'deal-wait',
    'until a day, because',
    { ids: ['deal-1'], until: '2027-01-04', reason: ' The tender opens ' },
    { 'deal deal-1': { waitUntil: '2027-01-04', waitReason: 'The tender opens' } },
  ],
  ['deal-wait', 'no longer, where it never waited', { ids: ['deal-1'], until: null, reason: 'No' }, {}],
  [
    'note-edit',
    'text and pin',
    { id: 'note-1', text: ' Better ', pinned: true },
    { 'note note-1': { text: 'Better', pinned: true } },
  ],
  ['note-delete', 'gone', { id: 'note-1' }, { 'note note-1': null }],
  [
    'activity-edit',
    'another day and time',
    { id: 'activity-1', fields: { due: '2026-12-01', time: '09:30' } },
    {
      'activity activity-1': { due: '2026-12-01', time: '09:30' },
      'lead lead-1': {
        nextActivity: { id: 'activity-1', type: 'call', subject: 'Call back', due: '2026-12-01', time: '09:30' },
      },
    },
  ],
  [
    'activity-done',
    'done',
    { id: 'activity-1', done: true },
    { 'activity activity-1': { done: true, doneAt: at }, 'lead lead-1': { nextActivity: null } },
  ],
  ['activity-done', 'not done, which it is not', { id: 'activity-1', done: false }, {}],
  [
    'activities-move',
    'to another day, whatever it was',
    { ids: ['activity-1'], due: '2026-12-04' },
    {
      'activity activity-1': { due: '2026-12-04' },
      'lead lead-1': {
        nextActivity: { id: 'activity-1', type: 'call', subject: 'Call back', due: '2026-12-04', time: null },
      },
    },
  ],
  [
    'activities-done',
    'done',
    { ids: ['activity-1', 'activity-1'], done: true },
    { 'activity activity-1': { done: true, doneAt: at }, 'lead lead-1': { nextActivity: null } },
  ],
  [
    'activity-delete',
    'gone',
    { id: 'activity-1' },
    { 'activity activity-1': null, 'lead lead-1': { nextActivity: null } },
  ],
  [
    'person-edit',
    'addresses: without blanks, one primary',
    {
      id: 'person-1',
      fields: {
        emails: [
          { value: ' a@b.de ', label: 'work', primary: false },
          { value: '', label: 'home', primary: true },
        ],
      },
    },
    { 'person person-1': { emails: [{ value: 'a@b.de', label: 'work', primary: true }] } },
  ],
  [
    'organization-edit',
    'name',
    { id: 'organization-1', fields: { name: ' Kuzey ' } },
    { 'organization organization-1': { name: 'Kuzey' } },
  ],
  [
    'label-edit',
    'name and colour',
    { id: 'label-1', name: 'HOT', color: 'blue' },
    { 'label label-1': { name: 'HOT', color: 'blue' } },
  ],
  [
    'label-delete',
    'off everything',
    { id: 'label-2' },
    { 'label label-2': null, 'lead lead-2': { labelIds: [] }, 'deal deal-2': { labelIds: ['label-1'] } },
  ],
];

describe('what commands do to records that exist', () => {
  for (const [name, what, input, result] of table) {
    test(`${name}: ${what}`, () => {
      const model = world();
      const before = records(model);
      const { problems } = model.run(name as 'lead-edit', input as CommandInputs['lead-edit']);
      assert.deepEqual(problems, []);
      const after = records(model);
      const wanted = new Map(before);
      for (const [key, fields] of Object.entries(result)) {
        if (fields === null) wanted.delete(key);
        else wanted.set(key, { ...(before.get(key) as object), ...(fields as object) });
      }
      if (what === 'by hand, last')
        wanted.set('deal deal-1', {
          ...(wanted.get('deal deal-1') as object),
          rank: model.get('deal', 'deal-1')!.rank,
        });
      assert.deepEqual(after, wanted);
    });
  }
});
