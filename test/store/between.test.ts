/** What others do between a command's last look and its commit: it is not lost, and does not stay with what is gone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CommitOptions, CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change } from '../../src/domain/change.js';
import type { CommandInputs, CommandName } from '../../src/domain/plan.js';
import type { Activity, Id, Note } from '../../src/domain/records.js';
import { aDeal, aLead, anActivity, aNote, creation } from '../../src/testing/fixtures.js';
import type { CrmStore } from '../../src/store/api.js';
import { bench, leads, settled, type Bench } from './support.js';

const page = { offset: 0, limit: 1000 };
const [lead, deal] = [
  [creation('lead', aLead()), creation('lead', aLead({ id: 'lead-2' }))],
  [creation('deal', aDeal()), creation('deal', aDeal({ id: 'deal-2' }))],
];
const on = { lead: (id: Id) => ({ leadId: id, dealId: null }), deal: (id: Id) => ({ leadId: null, dealId: id }) };

/** Every commit that deletes a lead or deal finds that somebody else has been there a moment before, at most so many times. */
function overtaken(inner: CrmAdapter, work: (time: number) => Promise<unknown>, times = 1): CrmAdapter {
  let time = 0;
  return {
    abilities: inner.abilities,
    read: (query, options) => inner.read(query, options),
    summarize: (query, by) => inner.summarize!(query, by),
    watch: (listener) => inner.watch!(listener),
    async commit(changes: readonly Change[], options?: CommitOptions) {
      const goes = changes.some(({ op, kind }) => op === 'delete' && (kind === 'lead' || kind === 'deal'));
      if (goes && time < times) await work(time++);
      return inner.commit(changes, options);
    },
  };
}

/** Puts a note and an activity on a record, as another tab does. */
function putting(kind: 'lead' | 'deal', id: Id): (beside: CrmStore, time: number) => Promise<unknown> {
  return async (beside, time) => {
    const to = kind === 'lead' ? { leadId: id } : { dealId: id };
    await beside.execute('note-add', { on: to, text: `Since ${time}` });
    await beside.execute('activity-add', { on: to, type: 'call', subject: `Ring ${time}`, due: '2026-12-01' });
  };
}

async function overtakenBench(
  changes: readonly Change[],
  work: (beside: CrmStore, time: number) => Promise<unknown>,
  times = 1,
): Promise<Bench> {
  const first = await bench(changes);
  const other = first.beside();
  const adapter = overtaken(first.adapter, (time) => work(other, time), times);
  return { ...first, adapter, store: first.beside({ adapter }) };
}

async function hanging(store: CrmStore): Promise<{ notes: readonly Note[]; activities: readonly Activity[] }> {
  const [notes, activities] = await Promise.all([
    store.read({ kind: 'note', window: page }),
    store.read({ kind: 'activity', window: page }),
  ]);
  return { notes: notes.records, activities: activities.records };
}

interface Case<N extends CommandName> {
  readonly name: N;
  readonly input: CommandInputs[N];
  readonly records: readonly Change[];
  /** The one that goes, on which something is put. */
  readonly goes: readonly ['lead' | 'deal', Id];
}
const cases = [
  { name: 'leads-merge', input: { ids: ['lead-1', 'lead-2'] }, records: lead, goes: ['lead', 'lead-2'] },
  { name: 'deals-merge', input: { ids: ['deal-1', 'deal-2'] }, records: deal, goes: ['deal', 'deal-2'] },
  {
    name: 'leads-convert',
    input: { ids: ['lead-1', 'lead-2'], target: { stageId: 'stage-2' } },
    records: lead,
    goes: ['lead', 'lead-2'],
  },
  { name: 'deals-convert', input: { ids: ['deal-1', 'deal-2'] }, records: deal, goes: ['deal', 'deal-2'] },
] as readonly Case<CommandName>[];

describe('a note and an activity put on a record between the last look and the commit', () => {
  for (const { name, input, records, goes } of cases)
    test(`go along with ${name}, and come back with its undo`, async () => {
      const { store } = await overtakenBench(records, putting(...goes));
      const { outcomes } = await store.execute(name, input);
      assert.deepEqual(
        outcomes.map(({ state }) => state),
        outcomes.map(() => 'done'),
        JSON.stringify(outcomes),
      );
      const there = new Set<string>();
      for (const kind of ['lead', 'deal'] as const)
        for (const { id } of (await store.read({ kind, window: page })).records) there.add(`${kind} ${id}`);
      assert.ok(!there.has(goes.join(' ')), 'it has gone');
      const { notes, activities } = await hanging(store);
      assert.deepEqual([notes.length, activities.length], [1, 1]);
      for (const { leadId, dealId } of [...notes, ...activities])
        assert.ok(there.has(leadId === null ? `deal ${dealId}` : `lead ${leadId}`), `${leadId ?? dealId} is there`);
      await store.undo();
      const back = await hanging(store);
      const holder = on[goes[0]](goes[1]);
      for (const { leadId, dealId } of [...back.notes, ...back.activities])
        assert.deepEqual({ leadId, dealId }, holder);
    });

  for (const [name, kind] of [
    ['leads-delete', 'lead'],
    ['deals-delete', 'deal'],
  ] as const)
    test(`go into the trash with ${name}, and come back out of it`, async () => {
      const id = `${kind}-2`;
      const { store } = await overtakenBench(kind === 'lead' ? lead : deal, putting(kind, id));
      const { outcomes } = await store.execute(name, { ids: [`${kind}-1`, id] });
      assert.deepEqual(
        outcomes.map(({ state }) => state),
        ['done', 'done'],
      );
      const gone = await hanging(store);
      assert.deepEqual([gone.notes.length, gone.activities.length], [0, 0]);
      await store.undo();
      const { notes, activities } = await hanging(store);
      assert.deepEqual([notes[0]?.text, activities[0]?.subject], ['Since 0', 'Ring 0']);
      for (const { leadId, dealId } of [...notes, ...activities]) assert.deepEqual({ leadId, dealId }, on[kind](id));
    });

  test('of 250 that are converted keep no other one back', async () => {
    const noted = [7, 142, 242];
    const first = await bench(leads(250));
    // In one commit: the next chunk is on its way as well.
    const notes = noted.map((n) =>
      creation('note', aNote({ id: `note-${n}`, leadId: `lead-${n}`, text: `Since ${n}` })),
    );
    const other = memoryAdapter({ beside: first.adapter });
    const store = first.beside({ adapter: overtaken(first.adapter, () => other.commit(notes)) });
    const ids = Array.from({ length: 250 }, (_, i) => `lead-${i}`);
    const { outcomes } = await store.convertLeads(ids);
    assert.ok(outcomes.every(({ state }) => state === 'done'));
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 250);
    const dealOf = new Map(outcomes.map(({ id, dealId }) => [id, dealId]));
    assert.deepEqual(
      (await hanging(store)).notes.map(({ text, dealId }) => [text, dealId]).sort(),
      noted.map((n) => [`Since ${n}`, dealOf.get(`lead-${n}`)]).sort(),
    );
  });

  test('again and again: one is told in the end, and nothing of it is stored', async () => {
    const { store } = await overtakenBench(deal, putting('deal', 'deal-2'), Infinity);
    const { outcomes } = await store.mergeDeals({ ids: ['deal-1', 'deal-2'] });
    assert.deepEqual(
      outcomes.map(({ state, reason }) => [state, reason]),
      [['conflict', 'children']],
    );
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 2);
    const { notes } = await hanging(store);
    assert.ok(notes.length > 1 && notes.every(({ dealId }) => dealId === 'deal-2'));
  });

  test('is found by the store where a storage compares nothing itself', async () => {
    const first = await bench(deal);
    const inner = first.adapter;
    let looks = 0;
    // The note comes with the first look at what hangs there that follows the command's own two.
    const careless: CrmAdapter = {
      abilities: { ...inner.abilities, guarded: false },
      async read(query, options) {
        if (query.kind === 'note' && looks++ === 2)
          await inner.commit([creation('note', aNote({ ...on.deal('deal-2'), text: 'Since' }))]);
        return inner.read(query, options);
      },
      commit: (changes, options) => inner.commit(changes, options),
    };
    const store = first.beside({ adapter: careless });
    const { outcomes } = await store.mergeDeals({ ids: ['deal-1', 'deal-2'] });
    assert.equal(outcomes[0]!.state, 'done');
    assert.ok(looks > 3, 'it was looked at again');
    const { notes } = await hanging(store);
    assert.deepEqual(
      notes.map(({ text, dealId }) => [text, dealId]),
      [['Since', 'deal-1']],
    );
  });
});

describe('a note or an activity whose lead or deal goes between its look and its commit', () => {
  for (const kind of ['lead', 'deal'] as const)
    test(`is refused and told, and does not hang on a ${kind} that is gone`, async () => {
      const first = await bench(kind === 'lead' ? lead : deal);
      const { adapter } = first;
      const other = first.beside();
      const late: CrmAdapter = {
        abilities: adapter.abilities,
        read: (query, options) => adapter.read(query, options),
        async commit(changes, options) {
          await (kind === 'lead'
            ? other.execute('leads-merge', { ids: ['lead-1', 'lead-2'] })
            : other.mergeDeals({ ids: ['deal-1', 'deal-2'] }));
          return adapter.commit(changes, options);
        },
      };
      const store = first.beside({ adapter: late });
      const to = kind === 'lead' ? { leadId: 'lead-2' } : { dealId: 'deal-2' };
      const { outcomes } = await store.execute('note-add', { on: to, text: 'Too late' });
      assert.deepEqual(
        outcomes.map(({ state, reason }) => [state, reason]),
        [['conflict', 'holder-gone']],
      );
      assert.deepEqual((await hanging(store)).notes, []);
    });

  test('is brought back from a backup all the same: what was kept is kept', async () => {
    const { adapter } = await bench();
    await adapter.commit([creation('activity', anActivity({ leadId: 'long-gone' }))]);
    assert.equal((await adapter.read({ kind: 'activity', today: '2026-11-23', window: page })).total, 1);
  });
});

test('a list that has not heard of a change shows it as soon as the storage has refused something for it', async () => {
  const { adapter, store: other, beside } = await bench(deal);
  const deaf = beside({
    adapter: {
      abilities: adapter.abilities,
      read: (query, options) => adapter.read(query, options),
      commit: (changes, options) => adapter.commit(changes, options),
      watch: () => () => {},
    },
  });
  const list = deaf.list({ kind: 'deal', where: { field: 'stageId', op: 'is', value: 'stage-1' } });
  list.subscribe(() => {});
  await settled();
  assert.equal(list.total, 2);
  await other.execute('deal-move', { ids: ['deal-1'], stageId: 'stage-2' });
  await other.execute('deals-delete', { ids: ['deal-2'] });
  await settled();
  assert.equal(list.total, 2, 'it does not know');
  const { outcomes } = await deaf.execute('deal-move', { ids: ['deal-1'], stageId: 'stage-3' });
  assert.equal(outcomes[0]!.state, 'conflict');
  await settled();
  assert.equal(list.total, 0);
});
