/** Where a field is important, while stages go and come back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmStore } from '../../src/store/api.js';
import { aField, aPipeline, aStage, creation } from '../../src/testing/fixtures.js';
import { bench } from './support.js';

const world = [
  creation('pipeline', aPipeline({ id: 'sales', name: 'Outbound', rank: 'a0' })),
  creation('pipeline', aPipeline({ id: 'renewals', name: 'Renewals', rank: 'a1' })),
  creation('stage', aStage({ id: 'demo', name: 'Demo', pipelineId: 'sales', rank: 'a0' })),
  creation('stage', aStage({ id: 'offer', name: 'Offer', pipelineId: 'sales', rank: 'a1' })),
  creation('stage', aStage({ id: 'asked', name: 'Asked', pipelineId: 'renewals', rank: 'a0' })),
  creation('field', aField({ id: 'seats', name: 'Seats', important: true, importantIn: ['demo', 'asked'] })),
];

async function namedBy(store: CrmStore): Promise<unknown> {
  const { records } = await store.read({ kind: 'field', window: { offset: 0, limit: 10 } });
  return records.map(({ importantIn }) => importantIn);
}

describe('the stages in which a field is important', () => {
  test('lose one that is deleted, and have it again when that is taken back', async () => {
    const { store } = await bench(world);
    await store.execute('pipeline-save', { id: 'sales', remove: ['demo'] });
    assert.deepEqual(await namedBy(store), [['asked']]);
    await store.undo();
    assert.deepEqual(await namedBy(store), [['demo', 'asked']]);
    await store.redo();
    assert.deepEqual(await namedBy(store), [['asked']]);
  });

  test('lose those of a pipeline that is deleted: where none is left it is important everywhere', async () => {
    const { store } = await bench(world);
    await store.execute('pipeline-save', { id: 'sales', remove: ['demo'] });
    await store.execute('pipeline-delete', { id: 'renewals' });
    assert.deepEqual(await namedBy(store), [null]);
    await store.undo();
    await store.undo();
    assert.deepEqual(await namedBy(store), [['demo', 'asked']]);
  });

  test('are left alone by a pipeline that only gets another name', async () => {
    const { store } = await bench(world);
    const plan = await store.plan('pipeline-save', { id: 'sales', name: 'New business' });
    await store.run(plan);
    assert.deepEqual(await namedBy(store), [['demo', 'asked']]);
  });
});
