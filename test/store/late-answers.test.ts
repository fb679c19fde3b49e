/** News of others that overtakes the answer to what one has done oneself. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CrmError } from '../../src/domain/errors.js';
import { aBoard, aLabel, aLead, aPerson, creation, money } from '../../src/testing/fixtures.js';
import { bench, settled, START, until } from './support.js';

const where = { field: 'archivedAt', op: 'empty' } as const;

/** A storage whose commits are stored at once and answered when let go. */
async function slow() {
  const now = (): number => Date.parse(START);
  const inner = memoryAdapter({ now });
  const lead = creation('lead', aLead({ id: 'lead-1', title: 'Pump', value: money('1') }));
  await inner.commit([...aBoard(), creation('person', aPerson()), creation('label', aLabel()), lead]);
  const waiting: (() => void)[] = [];
  const refused = new Set<string>();
  const reading = { held: Promise.resolve() };
  const adapter: CrmAdapter = {
    ...inner,
    abilities: inner.abilities,
    read: async (query, options) => {
      const page = await inner.read(query);
      await reading.held;
      if (options?.signal?.aborted) throw new CrmError('aborted', 'Given up.');
      return page;
    },
    commit: async (changes, options) => {
      const answer = refused.has(options?.key?.split(':')[0] ?? '') ? null : await inner.commit(changes, options);
      await new Promise<void>((go) => waiting.push(go));
      if (answer === null) throw new CrmError('denied', 'Not allowed.');
      return answer;
    },
    watch: (listener) => inner.watch!(listener),
    summarize: (query, by, options) => inner.summarize!(query, by, options),
  };
  const opened = await bench([], { adapter, names: false });
  const other = opened.beside({ adapter: memoryAdapter({ beside: inner, now }), names: false });
  return { ...opened, inner, other, waiting, refused, reading };
}

describe('answers that come late', () => {
  test('a lead that others have archived does not come back with the answer to a label of ours', async () => {
    const { store, other, waiting, reading, clock } = await slow();
    const list = store.list({ kind: 'lead', where });
    list.subscribe(() => {});
    await until(() => list.total === 1, 'the lead');
    const labelled = store.execute('leads-label', { ids: ['lead-1'], add: ['label-1'], remove: [] });
    await until(() => waiting.length === 1, 'the label is stored');
    let read = (): void => {};
    reading.held = new Promise((done) => (read = done));
    await other.execute('leads-archive', { ids: ['lead-1'] });
    await settled();
    waiting[0]!();
    await labelled;
    read();
    for (let second = 0; second < 3; second++) await clock.advance(1_000);
    assert.equal(list.total, 0);
    assert.equal(list.row(0), undefined);
    store.close();
    other.close();
  });

  test('a sum holds an edit of ours that the rows were read with before its answer came', async () => {
    const { store, other, waiting, clock } = await slow();
    const list = store.list({ kind: 'lead', where });
    list.subscribe(() => {});
    void list.summary;
    await until(() => list.summary !== undefined, 'the sum');
    const edited = store.execute('lead-edit', { id: 'lead-1', fields: { value: money('7') } });
    await until(() => waiting.length === 1, 'the edit is stored');
    // Of a label nothing depends but the row, which is read again; the sum is not.
    await other.execute('leads-label', { ids: ['lead-1'], add: ['label-1'], remove: [] });
    await until(() => list.row(0)?.rev === 3, 'the row is read');
    waiting[0]!();
    await edited;
    for (let second = 0; second < 3; second++) await clock.advance(1_000);
    assert.deepEqual(list.summary?.sums, [money('7.00')]);
    store.close();
    other.close();
  });

  test('what was planned over a pending edit does not keep it when it is refused', async () => {
    const { store, other, inner, waiting, refused, clock } = await slow();
    await other.execute('leads-archive', { ids: ['lead-1'] });
    const list = store.list({ kind: 'lead', where });
    list.subscribe(() => {});
    await until(() => list.state === 'ready', 'the list');
    const edit = await store.plan('lead-edit', { id: 'lead-1', fields: { title: 'Boiler' } });
    refused.add(edit.id);
    const edited = store.run(edit);
    await until(() => waiting.length === 1, 'the edit is on its way');
    const restore = await store.plan('leads-restore', { ids: ['lead-1'] });
    waiting.shift()!();
    assert.equal((await edited).outcomes[0]?.state, 'refused');
    const restored = store.run(restore);
    await until(() => waiting.length === 1, 'it is brought back');
    waiting.shift()!();
    await restored;
    for (let second = 0; second < 3; second++) await clock.advance(1_000);
    const { records } = await inner.read({ kind: 'lead', today: '2026-11-23', window: { offset: 0, limit: 9 } });
    assert.equal(records[0]?.title, 'Pump');
    assert.equal(list.row(0)?.title, 'Pump');
    store.close();
    other.close();
  });
});
