import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../src/domain/plan.js';
import { edit, money, today } from '../../src/testing/fixtures.js';
import type { Model } from './model.js';
import { codes, world } from './command-world.js';

/** What stands in the way. */
const refusals: readonly (readonly [
  what: string,
  run: (model: Model) => { problems: Problem[] },
  problems: readonly string[],
])[] = [
  ['a lead without person and organization', (m) => m.run('lead-add', { title: 'x' }), ['nobody personId']],
  [
    'a lead for an empty form',
    (m) => m.run('lead-add', { person: { name: ' ', emails: [] }, organization: { name: '' } }),
    ['title title', 'nobody personId'],
  ],
  [
    'a lead for somebody who is gone',
    (m) => m.run('lead-add', { title: 'x', person: { id: 'gone' } }),
    ['not-found personId'],
  ],
  [
    'a lead with a bad address, value and day',
    (m) =>
      m.run('lead-add', {
        title: 'x',
        person: { name: 'A', emails: [{ value: 'no', label: 'work', primary: true }] },
        value: money('1,5'),
        expectedClose: 'soon',
      }),
    ['invalid emails email', 'invalid value money', 'invalid expectedClose day'],
  ],
  [
    'a lead with an own field that does not exist',
    (m) => m.run('lead-add', { title: 'x', person: { id: 'person-1' }, custom: { none: 1 } }),
    ['invalid custom.none unknown-field'],
  ],
  [
    'a deal in a stage that does not exist',
    (m) => m.run('deal-add', { title: 'x', person: { id: 'person-1' }, target: { stageId: 'gone' } }),
    ['no-stage stageId'],
  ],
  [
    'a deal without what its stage asks for',
    (m) => (
      m.commit([edit('stage', 'stage-2', { requiredFields: [[], ['value']] })]),
      m.run('deal-add', { title: 'x', person: { id: 'person-1' }, target: { stageId: 'stage-2' } })
    ),
    ['required value'],
  ],
  [
    'a wait until today, for no reason',
    (m) => m.run('deal-wait', { ids: ['deal-1'], until: today, reason: ' ' }),
    ['invalid waitUntil past', 'required waitReason'],
  ],
  [
    'a wait until no day at all',
    (m) => m.run('deal-wait', { ids: ['deal-1'], until: 'spring', reason: 'They said so' }),
    ['invalid waitUntil day'],
  ],
  [
    'a deal that is won waits for nothing',
    (m) => (
      m.run('deal-win', { ids: ['deal-1'] }),
      m.run('deal-wait', { ids: ['deal-1'], until: '2027-01-04', reason: 'They said so' })
    ),
    ['closed'],
  ],
  [
    'a wait that comes with an edit',
    (m) => m.run('deal-edit', { id: 'deal-1', fields: { waitUntil: '2020-01-01' } }),
    ['invalid waitUntil read-only'],
  ],
  [
    'an edit that leaves no title',
    (m) => m.run('lead-edit', { id: 'lead-1', fields: { title: ' ' } }),
    ['title title'],
  ],
  [
    'an edit that leaves nobody',
    (m) => m.run('lead-edit', { id: 'lead-1', fields: {}, person: null }),
    ['nobody personId'],
  ],
  [
    'an edit of what a rule owns',
    (m) => m.run('deal-edit', { id: 'deal-1', fields: { status: 'won' } }),
    ['invalid status read-only'],
  ],
  ['an edit of what is gone', (m) => m.run('lead-edit', { id: 'gone', fields: { title: 'x' } }), ['not-found']],
  [
    'a move of a won deal',
    (m) => (m.run('deal-win', { ids: ['deal-1'] }), m.run('deal-move', { ids: ['deal-1'], stageId: 'stage-2' })),
    ['closed'],
  ],
  [
    'a move to a stage that is gone',
    (m) => m.run('deal-move', { ids: ['deal-1'], stageId: 'gone' }),
    ['no-stage stageId'],
  ],
  [
    'a move to a stage that asks for more',
    (m) => (
      m.commit([edit('stage', 'stage-2', { requiredFields: [[], ['custom.field-1']] })]),
      m.run('deal-move', { ids: ['deal-1'], stageId: 'stage-2' })
    ),
    ['required custom.field-1'],
  ],
  ['an empty note', (m) => m.run('note-add', { on: { leadId: 'lead-1' }, text: ' ' }), ['required text']],
  [
    'a note on a lead that was converted',
    (m) => (m.run('leads-convert', { ids: ['lead-1'] }), m.run('note-add', { on: { leadId: 'lead-1' }, text: 'x' })),
    ['not-found'],
  ],
  [
    'an activity without subject, on a day that is none',
    (m) => m.run('activity-add', { on: { dealId: 'deal-1' }, type: 'call', subject: '', due: '2026-02-30' }),
    ['required subject', 'invalid due day'],
  ],
  ['a label of a name that exists', (m) => m.run('label-add', { name: ' HÖT ', color: 'red' }), ['duplicate name']],
  [
    'a label of a colour that does not',
    (m) => m.run('label-add', { name: 'New', color: 'mauve' as 'red' }),
    ['invalid color option'],
  ],
  ['a label renamed to another', (m) => m.run('label-edit', { id: 'label-1', name: 'cold' }), ['duplicate name']],
  ['a person without a name', (m) => m.run('person-edit', { id: 'person-1', fields: { name: '' } }), ['required name']],
  ['a restore of what has expired', (m) => m.run('trash-restore', { ids: ['lead-1'] }), ['not-found']],
];

describe('what stands in the way is named, and nothing is written', () => {
  for (const [what, run, problems] of refusals) {
    test(what, () => {
      const model = world();
      const result = run(model) as { problems: Problem[]; changes: readonly unknown[] };
      assert.deepEqual(codes(result.problems), problems);
      assert.deepEqual(result.changes, []);
    });
  }
});
