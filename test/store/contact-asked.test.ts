/** Saved filters and set-ups of views while persons are merged, and that is taken back: of several tabs and people. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmStore } from '../../src/store/api.js';
import { anOrganization, aPerson, aSavedFilter, aView, creation } from '../../src/testing/fixtures.js';
import { bench } from './support.js';

const asks = (value: readonly string[], field = 'personId') => [{ field, op: 'in', value }];
const setUp = (filter: unknown, widths = {}) => ({ filter, widths });
const start = [
  creation('person', aPerson({ id: 'a' })),
  creation('person', aPerson({ id: 'b', createdAt: '2026-11-03T09:00:00.000Z' })),
  creation('organization', anOrganization({ id: 'o' })),
  creation('organization', anOrganization({ id: 'p', createdAt: '2026-11-03T09:00:00.000Z' })),
  creation('filter', aSavedFilter({ id: 'f', ownerId: 'user-2', shared: true, filter: asks(['b', 'c']) })),
  creation('view', aView({ id: 'v', userId: 'user-2', state: setUp(asks(['b'])) })),
  creation('view', aView({ id: 'w', userId: 'user-3', state: setUp(asks(['p'], 'organizationId')) })),
];
const get = async (store: CrmStore, kind: 'view' | 'filter', id: string) => {
  const where = { field: 'id', op: 'is', value: id } as const;
  const { records } = await store.read({ kind, where, window: { after: null, limit: 1 } });
  return records[0] as unknown as
    { readonly state: unknown; readonly filter: unknown; readonly rev: number } | undefined;
};

describe('a merge and what asks for those that are merged', () => {
  test('persons: undone and done again it is exactly what it was, in the same commit', async () => {
    const { store } = await bench(start);
    const told = async () => [(await get(store, 'filter', 'f'))!.filter, (await get(store, 'view', 'v'))!.state];
    const before = await told();
    await store.execute('persons-merge', { ids: ['a', 'b'] });
    const after = [asks(['a', 'c']), setUp(asks(['a']))];
    assert.deepEqual(await told(), after);
    await store.undo();
    assert.deepEqual(await told(), before);
    await store.redo();
    assert.deepEqual(await told(), after);
    await store.execute('trash-restore', { ids: ['b'] });
    assert.deepEqual(await told(), before);
    store.close();
  });

  test('organizations, too', async () => {
    const { store } = await bench(start);
    await store.execute('organizations-merge', { ids: ['o', 'p'] });
    assert.deepEqual((await get(store, 'view', 'w'))!.state, setUp(asks(['o'], 'organizationId')));
    await store.undo();
    assert.deepEqual((await get(store, 'view', 'w'))!.state, setUp(asks(['p'], 'organizationId')));
    store.close();
  });

  test('a view that its user has changed since keeps nothing from being taken back, and what was changed', async () => {
    const { store, adapter, beside } = await bench(start);
    const other = beside({ user: { id: 'user-2', name: 'Other' } });
    await store.execute('persons-merge', { ids: ['a', 'b'] });
    const view = (await get(store, 'view', 'v'))!;
    await adapter.commit([
      { op: 'patch', kind: 'view', id: 'v', fields: { state: [view.state, setUp(asks(['a']), { title: 90 })] } },
    ] as never);
    await other.execute('filter-save', { id: 'f', filter: asks(['a', 'c', 'd']) as never });
    const { outcomes } = (await store.undo())!;
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['done'],
    );
    assert.deepEqual((await get(store, 'view', 'v'))!.state, setUp(asks(['b']), { title: 90 }));
    assert.deepEqual((await get(store, 'filter', 'f'))!.filter, asks(['b', 'c', 'd']));
    store.close();
    other.close();
  });

  test('one that is changed while they are merged is looked at again', async () => {
    const { store, adapter } = await bench(start);
    const commit = adapter.commit.bind(adapter);
    let first = true;
    adapter.commit = async (changes, options) => {
      if (first) {
        first = false;
        const view = (await get(store, 'view', 'v'))!;
        await commit([
          { op: 'patch', kind: 'view', id: 'v', fields: { state: [view.state, setUp(asks(['b', 'c']))] } },
        ] as never);
      }
      return commit(changes, options);
    };
    const { outcomes } = await store.execute('persons-merge', { ids: ['a', 'b'] });
    assert.deepEqual(
      outcomes.map(({ state }) => state),
      ['done'],
    );
    assert.deepEqual((await get(store, 'view', 'v'))!.state, setUp(asks(['a', 'c'])));
    store.close();
  });

  test('a filter that is gone since keeps nothing from being taken back', async () => {
    const { store, adapter } = await bench(start);
    await store.execute('persons-merge', { ids: ['a', 'b'] });
    const record = (await get(store, 'filter', 'f'))!;
    await adapter.commit([{ op: 'delete', kind: 'filter', id: 'f', record, rev: record.rev }] as never);
    const { outcomes } = (await store.undo())!;
    assert.deepEqual(outcomes[0]!.state, 'done');
    assert.equal(await get(store, 'filter', 'f'), undefined);
    store.close();
  });
});
