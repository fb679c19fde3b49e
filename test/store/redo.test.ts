/** What was taken back is done again: the same records as before, refused where something has changed since. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ImportUnit } from '../../src/store/api.js';
import { aDeal, aLead, anActivity, aNote, aPerson, creation } from '../../src/testing/fixtures.js';
import { bench, leads } from './support.js';

const page = { offset: 0, limit: 5000 };

describe('redo', () => {
  test('makes the same deals of leads that were converted, in one go, and tells it like the first time', async () => {
    const notes = [
      creation('note', aNote({ leadId: 'lead-3' })),
      creation('activity', anActivity({ leadId: 'lead-3' })),
    ];
    const { store } = await bench([...leads(250), ...notes]);
    const told: number[] = [];
    store.on('leads-converted', (event) => told.push(event.leads.length));
    await store.convertLeads(await store.ids({ kind: 'lead' }));
    const before = await store.read({ kind: 'deal', window: page });
    assert.equal(before.total, 250);
    await store.undo();
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 250);
    const again = await store.redo();
    assert.deepEqual(
      again!.outcomes.map(({ state }) => state),
      Array.from({ length: 250 }).fill('done'),
    );
    assert.deepEqual(told, [250, 250]);
    const after = await store.read({ kind: 'deal', window: page });
    const ids = (read: typeof after): readonly string[] => read.records.map(({ id }) => id).sort();
    assert.deepEqual(ids(after), ids(before));
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 0);
    const dealId = again!.outcomes.find(({ id }) => id === 'lead-3')!.dealId;
    for (const kind of ['note', 'activity'] as const) {
      const [child] = (await store.read({ kind, window: page })).records;
      assert.deepEqual([child?.leadId, child?.dealId], [null, dealId], kind);
    }
    // The receipts are in force again: the leads cannot be converted twice, and come back once more.
    const receipts = (await store.read({ kind: 'conversion', window: page })).records;
    assert.ok(receipts.length === 250 && receipts.every(({ state }) => state === 'active'));
    await store.undo();
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 250);
  });

  test('does not convert a lead that was edited since, and converts the others', async () => {
    const { store, beside } = await bench(leads(3));
    await store.convertLeads(['lead-0', 'lead-1', 'lead-2']);
    await store.undo();
    await beside().execute('lead-edit', { id: 'lead-1', fields: { title: 'Edited' } });
    const again = await store.redo();
    assert.deepEqual(
      again!.outcomes.map(({ id, state, reason }) => [id, state, reason]),
      [
        ['lead-0', 'done', undefined],
        ['lead-1', 'conflict', 'changed'],
        ['lead-2', 'done', undefined],
      ],
    );
    assert.deepEqual(
      (await store.read({ kind: 'lead', window: page })).records.map(({ id }) => id),
      ['lead-1'],
    );
    assert.deepEqual(store.undoable, { name: 'leads-convert', count: 2 });
    await store.undo();
    await beside().execute('lead-edit', { id: 'lead-0', fields: { title: 'Edited' } });
    await beside().execute('lead-edit', { id: 'lead-2', fields: { title: 'Edited' } });
    await assert.rejects(store.redo(), { code: 'conflict', reason: 'changed' });
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 3);
    assert.equal(store.redoable?.name, 'leads-convert');
  });

  test('goes forth one command after another, in the order in which they were done', async () => {
    const { store } = await bench(leads(1));
    const title = async (): Promise<string | undefined> =>
      (await store.read({ kind: 'lead', window: page })).records[0]?.title;
    for (const name of ['One', 'Two', 'Three'])
      await store.execute('lead-edit', { id: 'lead-0', fields: { title: name } });
    await store.undo();
    await store.undo();
    assert.equal(await title(), 'One');
    await store.redo();
    assert.equal(await title(), 'Two');
    await Promise.all([store.redo(), store.redo()]);
    assert.equal(await title(), 'Three');
    assert.equal(await store.redo(), null);
    await store.undo();
    assert.equal(await title(), 'Two');
  });

  test('is over when something new is done; looking at a lead is nothing new', async () => {
    const { store } = await bench(leads(2));
    const heard: unknown[] = [];
    store.on('redoable', (redoable) => heard.push(redoable?.name ?? null));
    await store.execute('leads-archive', { ids: ['lead-0'] });
    await store.undo();
    await store.execute('leads-see', { ids: ['lead-1'], seen: true });
    assert.deepEqual(store.redoable, { name: 'leads-archive', count: 1 });
    await store.execute('lead-edit', { id: 'lead-1', fields: { title: 'New' } });
    assert.equal(store.redoable, null);
    assert.equal(await store.redo(), null);
    assert.deepEqual(heard, ['leads-archive', null]);
  });

  test('puts no note on a lead that is gone by now', async () => {
    const { store, beside } = await bench(leads(1));
    await store.execute('note-add', { on: { leadId: 'lead-0' }, text: 'Called.' });
    await store.undo();
    await beside().execute('leads-delete', { ids: ['lead-0'] });
    await assert.rejects(store.redo(), { code: 'conflict', reason: 'holder-gone' });
    assert.equal((await store.read({ kind: 'note', window: page })).total, 0);
  });

  test('moves no deal into a stage that is gone by now', async () => {
    const { store, beside } = await bench([creation('deal', aDeal())]);
    await store.execute('deal-move', { ids: ['deal-1'], stageId: 'stage-2' });
    await store.undo();
    await beside().execute('pipeline-save', { id: 'pipeline-1', remove: ['stage-2'] });
    await assert.rejects(store.redo(), { code: 'conflict', reason: 'stage-gone' });
  });

  test('brings an import back whole, with what it made, ready to be taken back again', async () => {
    const { store } = await bench();
    const rows = Array.from({ length: 250 }).map((_, n): ImportUnit => {
      // Persons of the first chunk are those of the later ones, too.
      const person = `person-${n % 50}-of-file`;
      const lead = aLead({
        id: `row-${n}`,
        title: `Row ${n}`,
        personId: person,
        origin: 'import',
        originId: `key-${n}`,
      });
      const changes = [
        ...(n < 50 ? [creation('person', aPerson({ id: person, name: `Person ${n}` }))] : []),
        creation('lead', lead),
      ];
      return { key: `key-${n}`, line: n + 2, title: lead.title, action: 'create', changes };
    });
    await store.importRows({ importId: 'import-1', fileName: 'leads.csv', fileHash: 'cafe', rows, total: 250 });
    const count = async (): Promise<readonly (number | undefined)[]> =>
      Promise.all(
        (['lead', 'person', 'importChunk'] as const).map(
          async (kind) => (await store.read({ kind, window: page })).total,
        ),
      );
    const before = await count();
    await store.undo();
    assert.deepEqual(await count(), [0, before[1]! - 50, 0]);
    const again = await store.redo();
    assert.deepEqual(
      again!.outcomes.map(({ kind, state }) => [kind, state]),
      [['import', 'done']],
    );
    assert.deepEqual(await count(), before);
    const [receipt] = (await store.read({ kind: 'import', window: page })).records;
    assert.equal(receipt?.state, 'done');
    const { records } = await store.read({ kind: 'lead', window: page });
    assert.ok(records.every(({ personName }) => personName?.startsWith('Person ')));
    await store.undo();
    assert.deepEqual(await count(), [0, before[1]! - 50, 0]);
  });
});
