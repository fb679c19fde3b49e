/** Every command: what it does through the store, and its way back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../src/domain/commands.js';
import type { CommandInputs, CommandName } from '../../src/domain/plan.js';
import { kinds, type AnyRecord } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import {
  aConversion,
  aDeal,
  aLabel,
  aLead,
  anActivity,
  aNote,
  aSavedFilter,
  anOrganization,
  aPipeline,
  aStage,
  aTrash,
  creation,
  later,
  money,
} from '../../src/testing/fixtures.js';
import { bench, settled } from './support.js';

const records = [
  creation('lead', aLead({ value: money('100'), mergedIds: null })),
  creation('lead', aLead({ id: 'lead-2', title: 'Second', labelIds: ['label-1'] })),
  creation('lead', aLead({ id: 'lead-old', title: 'Archived', archivedAt: later })),
  // Where a deal never waited, or was merged with none, undo leaves the same by another name: null.
  creation(
    'deal',
    aDeal({ personId: null, organizationId: 'organization-1', waitUntil: null, waitReason: null, mergedIds: null }),
  ),
  creation(
    'deal',
    aDeal({ id: 'deal-won', title: 'Won', status: 'won', wonAt: later, closedAt: later, firstWonAt: later }),
  ),
  creation('organization', anOrganization()),
  creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'a1' })),
  creation('stage', aStage({ id: 'stage-r', name: 'Asked', pipelineId: 'pipeline-2' })),
  creation('label', aLabel()),
  creation('label', aLabel({ id: 'label-2', name: 'Cold', color: 'blue' })),
  creation('filter', aSavedFilter()),
  creation('note', aNote()),
  creation('activity', anActivity()),
  creation(
    'trash',
    aTrash({ record: aLead({ id: 'lead-gone', title: 'Gone' }), expiresAt: '2027-01-01T00:00:00.000Z' }),
  ),
  creation(
    'conversion',
    aConversion({
      lead: aLead({ id: 'lead-converted', title: 'Was a lead' }),
      joined: true,
      deal: null,
      dealId: 'deal-1',
      expiresAt: '2027-01-01T00:00:00.000Z',
    }),
  ),
];

const cases: { readonly [N in Exclude<CommandName, 'leads-import' | 'import-undo'>]: CommandInputs[N] } = {
  'lead-add': { title: 'New', person: { name: 'Someone new' }, note: 'Called in.' },
  'lead-edit': { id: 'lead-1', fields: { title: 'Other title', value: money('5.50', 'USD') } },
  'leads-see': { ids: ['lead-1'], seen: true },
  'leads-archive': { ids: ['lead-1', 'lead-2'] },
  'leads-restore': { ids: ['lead-old'] },
  'leads-label': { ids: ['lead-1', 'lead-2'], add: ['label-2'], remove: ['label-1'] },
  'leads-assign': { ids: ['lead-1'], ownerId: null },
  'leads-delete': { ids: ['lead-1', 'lead-2'] },
  'leads-convert': { ids: ['lead-1', 'lead-2'], target: { stageId: 'stage-2' } },
  'deals-convert': { ids: ['deal-1'] },
  'leads-merge': { ids: ['lead-1', 'lead-2'] },
  'deals-merge': { ids: ['deal-won', 'deal-1'] },
  'conversions-undo': { ids: ['lead-converted'] },
  'deal-add': { title: 'New deal', organization: { id: 'organization-1' }, target: { stageId: 'stage-3' } },
  'deal-edit': { id: 'deal-1', fields: { expectedClose: '2027-02-01' } },
  'deal-move': { ids: ['deal-1'], stageId: 'stage-3' },
  'deal-win': { ids: ['deal-1'] },
  'deal-lose': { ids: ['deal-1'], reason: 'Price' },
  'deal-reopen': { ids: ['deal-won'] },
  'deal-wait': { ids: ['deal-1'], until: '2100-01-04', reason: 'The tender opens' },
  'deals-label': { ids: ['deal-1'], add: ['label-1'], remove: [] },
  'deals-assign': { ids: ['deal-1'], ownerId: null },
  'deals-expect': { ids: ['deal-1'], expectedClose: '2027-03-31' },
  'deals-move': { ids: ['deal-1', 'deal-won'], stageId: 'stage-2', closing: true },
  'deals-delete': { ids: ['deal-1'] },
  'trash-restore': { ids: ['lead-gone'] },
  'note-add': { on: { leadId: 'lead-1' }, text: 'Noted.' },
  'note-edit': { id: 'note-1', text: 'Noted otherwise.' },
  'note-delete': { id: 'note-1' },
  'activity-add': { on: { leadId: 'lead-2' }, type: 'call', subject: 'Ring', due: '2026-12-01' },
  'activity-edit': { id: 'activity-1', fields: { subject: 'Ring twice' } },
  'activity-done': { id: 'activity-1', done: true },
  'activity-delete': { id: 'activity-1' },
  'activities-move': { ids: ['activity-1'], due: '2026-12-04' },
  'activities-done': { ids: ['activity-1'], done: true },
  'person-edit': { id: 'person-1', fields: { name: 'Ada Lovelace' } },
  'organization-edit': { id: 'organization-1', fields: { name: 'Southwind' } },
  'label-add': { name: 'Warm', color: 'orange' },
  'label-edit': { id: 'label-1', name: 'Hotter' },
  'label-delete': { id: 'label-1' },
  'pipeline-save': {
    id: 'pipeline-1',
    name: 'Business',
    lostReasons: ['Price'],
    stages: [{ id: 'stage-2', probability: 40, rotDays: 14 }, { name: 'Between' }, { id: 'stage-1' }],
    remove: ['stage-3'],
  },
  'pipelines-sort': { ids: ['pipeline-2', 'pipeline-1'] },
  'pipeline-delete': { id: 'pipeline-2' },
  'filter-save': {
    id: 'filter-1',
    name: 'Tenders',
    filter: [{ field: 'title', op: 'contains', value: 'tender' }],
    shared: true,
  },
  'filter-delete': { id: 'filter-1' },
  'view-save': { name: 'lead-inbox', state: { columns: ['title'] } },
};

/** What is not taken back by `undo`, and why. */
const oneWay: ReadonlySet<CommandName> = new Set(['leads-see', 'view-save', 'conversions-undo', 'trash-restore']);

/** Everything people see, without counters and receipts. */
async function all(store: CrmStore): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const kind of kinds) {
    if (kind === 'changelog' || kind === 'conversion' || kind === 'trash' || kind === 'view') continue;
    const { records: rows } = await store.read({ kind, window: { offset: 0, limit: 1000 } });
    for (const row of rows as readonly AnyRecord[]) {
      const {
        rev: _rev,
        updatedAt: _updated,
        touchedAt: _touched,
        ...rest
      } = row as AnyRecord & { touchedAt?: string };
      seen[`${kind} ${row.id}`] = rest;
    }
  }
  return seen;
}

describe('every command', () => {
  test('has a case here', () => assert.deepEqual(Object.keys(cases).sort(), Object.keys(rules).sort()));

  for (const [name, input] of Object.entries(cases) as [CommandName, never][]) {
    test(`${name} is stored${oneWay.has(name) ? '' : ', undo gives back what was there, redo what came of it'}`, async () => {
      const { store } = await bench(records, { names: false });
      const before = await all(store);
      const heard: string[] = [];
      store.on('done', (result) => heard.push(result.plan.name));
      const result = await store.execute(name, input);
      assert.deepEqual(
        result.outcomes.map((outcome) => outcome.state),
        result.outcomes.map(() => 'done'),
        JSON.stringify(result.outcomes),
      );
      assert.ok(result.outcomes.length > 0 && result.changes.length > 0);
      assert.deepEqual(heard, [name]);
      assert.equal(store.busy.running + store.busy.unsaved, 0);
      if (name !== 'view-save') assert.notDeepEqual(await all(store), before);
      assert.equal(result.canUndo, !oneWay.has(name));
      if (!result.canUndo) return;
      const after = await all(store);
      assert.equal(store.undoable?.name, name);
      const { undoable } = store;
      await store.undo();
      await settled();
      assert.deepEqual(await all(store), before);
      assert.equal(store.undoable, null);
      assert.deepEqual(store.redoable, undoable);
      const again = await store.redo();
      await settled();
      assert.deepEqual(await all(store), after);
      assert.deepEqual(again!.outcomes, result.outcomes);
      assert.equal(heard.at(-1), name);
      assert.deepEqual(store.undoable, undoable);
      assert.equal(store.redoable, null);
      await store.undo();
      await settled();
      assert.deepEqual(await all(store), before);
    });
  }

  test('that a host made up is refused with its name', async () => {
    const { store } = await bench();
    await assert.rejects(store.plan('leads-explode' as CommandName, {}), { code: 'invalid' });
    await assert.rejects(store.plan('constructor' as CommandName, {}), { code: 'invalid' });
  });
});
