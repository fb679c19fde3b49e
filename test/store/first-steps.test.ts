import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bench, leads, settled, until } from './support.js';

const newest = [{ field: 'createdAt', descending: true }];

describe('a list', () => {
  test('is loading until the storage has answered, then shows rows, total and what they name', async () => {
    const { store } = await bench(leads(3));
    const list = store.list({ kind: 'lead', order: newest });
    let told = 0;
    assert.equal(list.state, 'loading');
    assert.equal(list.total, undefined);
    list.subscribe(() => told++);
    await until(() => list.state === 'ready');
    assert.equal(list.total, 3);
    assert.equal(list.row(0)?.title, 'Lead 0');
    assert.equal(list.related.persons.get('person-1')?.name, 'Ada Yıldız');
    assert.ok(told > 0);
  });

  test('shows an edit at once, and the stored one after it', async () => {
    const { store } = await bench(leads(3));
    const list = store.list({ kind: 'lead', order: newest });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const running = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Renamed' } });
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(list.row(1)?.title, 'Renamed');
    const result = await running;
    assert.equal(result.outcomes[0]?.state, 'done');
    assert.equal(list.pending('lead-1'), false);
    assert.equal(list.row(1)?.rev, 2);
  });

  test('loses archived leads and gets them back by undo', async () => {
    const { store } = await bench(leads(5));
    const list = store.list({ kind: 'lead', order: newest, where: { field: 'archivedAt', op: 'empty' } });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    await store.execute('leads-archive', { ids: ['lead-1', 'lead-3'] });
    assert.equal(list.total, 3);
    assert.deepEqual(
      [0, 1, 2].map((i) => list.row(i)?.id),
      ['lead-0', 'lead-2', 'lead-4'],
    );
    assert.deepEqual(store.undoable, { name: 'leads-archive', count: 2 });
    await store.undo();
    assert.equal(list.total, 5);
    assert.equal(list.row(3)?.id, 'lead-3');
  });

  test('a conversion makes a deal, and undo brings the lead back', async () => {
    const { store } = await bench(leads(2));
    const list = store.list({ kind: 'lead', order: newest });
    const board = store.list({ kind: 'deal' });
    list.subscribe(() => {});
    board.subscribe(() => {});
    await until(() => list.state === 'ready' && board.state === 'ready');
    const result = await store.convertLeads(['lead-0']);
    assert.equal(result.outcomes[0]?.state, 'done', JSON.stringify(result.outcomes));
    assert.equal(list.total, 1);
    assert.equal(board.total, 1);
    assert.equal(board.row(0)?.id, result.outcomes[0]?.dealId);
    await store.undo();
    await settled();
    assert.equal(list.total, 2);
    assert.equal(board.total, 0);
  });

  test('adding a lead puts it into its place', async () => {
    const { store } = await bench(leads(2));
    const list = store.list({ kind: 'lead', order: newest });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const result = await store.addLead({ title: 'Fresh', person: { name: 'New Person' } });
    assert.equal(result.outcomes[0]?.state, 'done', JSON.stringify(result.outcomes));
    assert.equal(list.total, 3);
    const place = list.indexOf(result.outcomes[0].id);
    assert.equal(list.row(place)?.personName, 'New Person');
    assert.ok([...list.related.persons.values()].some((person) => person.name === 'New Person'));
  });
});
