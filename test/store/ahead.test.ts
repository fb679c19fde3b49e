/** A long command looks at its next chunk while one is being stored, and never stores on what is not so any more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { ConvertDraft } from '../../src/domain/plan.js';
import { aBoard, aDeal, aLead, aNote, aPerson, creation } from '../../src/testing/fixtures.js';
import { bench, leads, settled, START, until } from './support.js';

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `lead-${i}`);

/** Memory, with each call told as it begins, and commits that wait until they are let go. */
async function held(changes: Parameters<CrmAdapter['commit']>[0]) {
  const inner = memoryAdapter({ now: () => Date.parse(START) });
  await inner.commit([...aBoard(), creation('person', aPerson()), ...changes]);
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const adapter: CrmAdapter = {
    ...inner,
    abilities: inner.abilities,
    read: (query, options) => {
      calls.push(`read ${query.kind}`);
      return inner.read(query, options);
    },
    commit: async (given, options) => {
      calls.push('commit');
      await new Promise<void>((go) => waiting.push(go));
      return inner.commit(given, options);
    },
    watch: (listener) => inner.watch!(listener),
    summarize: (query, by, options) => inner.summarize!(query, by, options),
  };
  const answerNext = async (): Promise<void> => {
    await until(() => waiting.length > 0, 'a commit');
    waiting.shift()!();
    await settled();
  };
  return { inner, adapter, calls, waiting, answerNext };
}

describe('looking ahead', () => {
  test('what the next chunks rest on is read before the one before them is stored, and once', async () => {
    const { adapter, calls, waiting, answerNext } = await held(leads(450));
    const { store } = await bench([], { adapter, names: false });
    const plan = await store.plan('leads-convert', { ids: ids(450) });
    calls.length = 0;
    const run = store.run(plan);
    await until(() => waiting.length === 2, 'the first commits');
    await settled();
    assert.equal(waiting.length, 2, 'on their way at the same time');
    assert.equal(calls.filter((call) => call === 'read lead').length, 4, 'of these two chunks and of the next two');
    assert.ok(calls.lastIndexOf('read lead') < calls.indexOf('commit'), calls.join());
    for (let chunk = 0; chunk < 5; chunk++) await answerNext();
    const { outcomes } = await run;
    assert.deepEqual([...new Set(outcomes.map(({ state }) => state))], ['done']);
    assert.equal(calls.filter((call) => call === 'read lead').length, 5);
    store.close();
  });

  test('a note that somebody writes meanwhile goes along with its lead', async () => {
    const { inner, adapter, waiting, answerNext } = await held(leads(250));
    const { store } = await bench([], { adapter, names: false });
    const run = store.convertLeads(ids(250));
    await until(() => waiting.length === 2, 'the first commits');
    await settled();
    const other = memoryAdapter({ beside: inner });
    await other.commit([creation('note', aNote({ id: 'late', leadId: 'lead-249' }))]);
    for (let chunk = 0; chunk < 3; chunk++) await answerNext();
    const { outcomes } = await run;
    const { records } = await store.read({ kind: 'note', window: { offset: 0, limit: 10 } });
    assert.deepEqual(
      records.map(({ leadId, dealId }) => ({ leadId, dealId })),
      [{ leadId: null, dealId: outcomes.find(({ id }) => id === 'lead-249')!.dealId }],
    );
    store.close();
  });

  test('a lead that somebody edits meanwhile is told, and the others of its chunk are converted', async () => {
    const { inner, adapter, waiting, answerNext } = await held(leads(250));
    const { store } = await bench([], { adapter, names: false });
    const run = store.convertLeads(ids(250));
    await until(() => waiting.length === 2, 'the first commits');
    await settled();
    const other = memoryAdapter({ beside: inner });
    await other.commit([{ op: 'patch', kind: 'lead', id: 'lead-220', fields: { title: ['Lead 220', 'Another'] } }]);
    for (let chunk = 0; chunk < 3; chunk++) await answerNext();
    const { outcomes } = await run;
    assert.deepEqual(
      outcomes.filter(({ state }) => state !== 'done').map(({ id, state }) => [id, state]),
      [['lead-220', 'conflict']],
    );
    store.close();
  });

  test('leads of two chunks that join one deal: the second adds to what the first has made of it, in one commit', async () => {
    const joined = aDeal({ id: 'deal-joined', value: null, expectedClose: null });
    const { adapter, calls, waiting, answerNext } = await held([
      creation('deal', joined),
      ...Array.from({ length: 150 }, (_, i) =>
        creation('lead', aLead({ id: `lead-${i}`, title: `Lead ${i}`, labelIds: [`label-${i}`] })),
      ),
    ]);
    const { store } = await bench([], { adapter, names: false });
    const plan = await store.plan('leads-convert', { ids: ids(150) });
    for (const i of [0, 149]) (plan.drafts[i] as ConvertDraft).join = 'deal-joined';
    const run = store.run(plan);
    await until(() => waiting.length > 0, 'the first commit');
    await settled();
    assert.equal(waiting.length, 1, 'one after the other');
    for (let chunk = 0; chunk < 2; chunk++) await answerNext();
    const { outcomes } = await run;
    assert.deepEqual([...new Set(outcomes.map(({ state }) => state))], ['done']);
    assert.equal(calls.filter((call) => call === 'commit').length, 2);
    const { records } = await store.read({
      kind: 'deal',
      where: { field: 'id', op: 'is', value: 'deal-joined' },
      window: { offset: 0, limit: 1 },
    });
    assert.deepEqual(records[0]!.labelIds, [...joined.labelIds, 'label-0', 'label-149']);
    store.close();
  });

  test('what a page converts without asking anybody is read once', async () => {
    const { adapter, calls, waiting, answerNext } = await held(leads(350));
    const { store } = await bench([], { adapter, names: false });
    const run = store.convertLeads(ids(350));
    await until(() => waiting.length === 2, 'the first commits');
    await settled();
    const reads = (): number => calls.filter((call) => call === 'read lead').length;
    assert.equal(reads(), 1, 'for the plan');
    for (let chunk = 0; chunk < 4; chunk++) await answerNext();
    assert.deepEqual([...new Set((await run).outcomes.map(({ state }) => state))], ['done']);
    assert.equal(reads(), 1);
    store.close();
  });

  test('deals to join are looked for where somebody may choose one, and not for a page that just converts', async () => {
    const { adapter, calls, waiting } = await held([...leads(1), creation('deal', aDeal({ id: 'open' }))]);
    const { store } = await bench([], { adapter, names: false });
    const plan = await store.plan('leads-convert', { ids: ids(1) });
    assert.deepEqual(
      plan.drafts[0]!.joinable.map((deal) => deal.id),
      ['open'],
    );
    assert.ok(calls.includes('read deal'));
    calls.length = 0;
    const run = store.convertLeads(ids(1));
    await until(() => waiting.length === 1, 'the commit');
    assert.ok(!calls.includes('read deal'), calls.join());
    waiting.shift()!();
    assert.equal((await run).outcomes[0]!.state, 'done');
    store.close();
  });

  test('what a page converts without asking anybody is read again where it was read long ago', async () => {
    const { adapter, calls, waiting, answerNext } = await held(leads(450));
    const { store, clock } = await bench([], { adapter, names: false });
    const run = store.convertLeads(ids(450));
    await until(() => waiting.length === 2, 'the first commits');
    await settled();
    await clock.advance(3_000);
    for (let chunk = 0; chunk < 5; chunk++) await answerNext();
    assert.deepEqual([...new Set((await run).outcomes.map(({ state }) => state))], ['done']);
    assert.equal(
      calls.filter((call) => call === 'read lead').length,
      2,
      'once more for the chunk that was not looked at yet',
    );
    store.close();
  });

  test('a chunk that cannot be stored while the next one is on its way: each lead of either has its own outcome', async () => {
    const { inner, adapter, waiting, answerNext } = await held(leads(250));
    const { store } = await bench([], { adapter, names: false });
    const run = store.convertLeads(ids(250));
    await until(() => waiting.length === 2, 'the first commits');
    // Written while the commit is on its way: nobody has looked at it since.
    const [lead] = (
      await inner.read({
        kind: 'lead',
        where: { field: 'id', op: 'is', value: 'lead-7' },
        today: '2026-11-23',
        window: { offset: 0, limit: 1 },
      })
    ).records;
    await inner.commit([{ op: 'delete', kind: 'lead', id: 'lead-7', record: lead as never, rev: lead!.rev }]);
    while (waiting.length > 0) await answerNext();
    const { outcomes } = await run;
    assert.deepEqual(
      outcomes.filter(({ state }) => state !== 'done').map(({ id, state }) => [id, state]),
      [['lead-7', 'conflict']],
    );
    const { total } = await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } });
    assert.equal(total, 249);
    store.close();
  });
});
