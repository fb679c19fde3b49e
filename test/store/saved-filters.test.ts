import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aSavedFilter, creation } from '../../src/testing/fixtures.js';
import type { CrmStore } from '../../src/store/api.js';
import { bench, settled, until } from './support.js';

/** What a page of a host's own would show of them. */
function watched(store: CrmStore): () => string[] {
  const list = store.list({ kind: 'filter', order: [{ field: 'name' }] });
  list.setWindow(0, 50);
  list.subscribe(() => {});
  return () => Array.from({ length: list.total ?? 0 }, (_, at) => list.row(at)?.name ?? '');
}

describe('saved filters', () => {
  test('what is saved, renamed and deleted is seen at once, also beside, and can be taken back', async () => {
    const { store, beside } = await bench([creation('filter', aSavedFilter())]);
    const other = beside();
    const [here, there] = [watched(store), watched(other)];
    await until(() => here().length === 1 && there().length === 1);
    const filter = [{ field: 'title', op: 'contains', value: 'roof' }] as const;
    const { plan } = await other.execute('filter-save', { name: 'Roofs', subject: 'deal', filter, shared: true });
    await settled();
    assert.deepEqual(here(), ['Offers', 'Roofs']);
    await other.execute('filter-save', { id: plan.drafts[0]!.id, name: 'All roofs' });
    await settled();
    assert.deepEqual(here(), ['All roofs', 'Offers']);
    const deleted = await store.execute('filter-delete', { id: 'filter-1' });
    await settled();
    assert.deepEqual([here(), there()], [['All roofs'], ['All roofs']]);
    assert.equal(deleted.canUndo, true);
    await store.undo();
    await settled();
    assert.deepEqual(there(), ['All roofs', 'Offers']);
  });
});
