/** Merging through the store: taken back and done again exactly, two tabs at once, rights, storages without atomic commits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change } from '../../src/domain/change.js';
import { CrmError } from '../../src/domain/errors.js';
import { kinds, type AnyRecord, type Deal, type Id } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import {
  aBoard,
  aConversion,
  aDeal,
  aLabel,
  aLead,
  aNote,
  anActivity,
  aPerson,
  creation,
  money,
} from '../../src/testing/fixtures.js';
import { bench, settled, START } from './support.js';

const page = { offset: 0, limit: 1000 };

/** Every record but the changelog's, receipts and trash included, without what counts versions; a field that is empty may be left out. */
async function all(store: Pick<CrmStore, 'read'>): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  for (const kind of kinds) {
    if (kind === 'changelog' || kind === 'view') continue;
    for (const row of (await store.read({ kind, window: page })).records as readonly AnyRecord[]) {
      const rest = Object.entries(row).filter(
        ([name, value]) => !['rev', 'updatedAt', 'touchedAt'].includes(name) && value !== null,
      );
      seen[`${kind} ${row.id}`] = Object.fromEntries(rest);
    }
  }
  return seen;
}

const ids = ['deal-a', 'deal-b', 'deal-c'];
const hung = (id: Id): readonly Change[] => [
  creation('note', aNote({ id: `note-${id}`, leadId: null, dealId: id })),
  creation('activity', anActivity({ id: `activity-${id}`, leadId: null, dealId: id })),
];
const three = [
  creation('label', aLabel()),
  creation('deal', aDeal({ id: 'deal-a', value: money('5'), createdAt: '2026-11-01T00:00:00.000Z' })),
  creation(
    'deal',
    aDeal({ id: 'deal-b', value: money('7', 'USD'), labelIds: ['label-1'], expectedClose: '2027-01-01' }),
  ),
  creation('deal', aDeal({ id: 'deal-c', status: 'lost', lostReason: 'Price' })),
  creation('conversion', aConversion({ id: 'lead-x', dealId: 'deal-b', expiresAt: '2027-01-01T00:00:00.000Z' })),
  ...ids.flatMap(hung),
];

describe('a merge', () => {
  test('property: taken back it gives the same records, done again the same as the first time', async () => {
    const deal = fc.record({
      value: fc.constantFrom(null, money('10'), money('3', 'USD')),
      expectedClose: fc.constantFrom(null, '2027-01-31'),
      channel: fc.constantFrom(null, 'ads'),
      labelIds: fc.subarray(['label-1', 'label-2']),
      custom: fc.constantFrom<Deal['custom']>({}, { 'field-1': 3 }, { 'field-1': 4 }),
      status: fc.constantFrom<Deal['status']>('open', 'won'),
    });
    const chosen = fc.array(fc.tuple(fc.constantFrom('value', 'channel', 'custom.field-1'), fc.constantFrom(...ids)));
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(deal, deal, deal),
        fc.constantFrom(...ids),
        chosen,
        async (deals, survivorId, picks) => {
          const { store } = await bench(
            [...deals.map((one, i) => creation('deal', aDeal({ ...one, id: ids[i]! }))), ...three.slice(4)],
            { names: false },
          );
          const before = await all(store);
          const plan = await store.plan('deals-merge', { ids, survivorId });
          for (const [field, id] of picks) plan.drafts[0]!.choose(field, id);
          const { outcomes } = await store.run(plan);
          assert.deepEqual(
            outcomes.map(({ id, state }) => [id, state]),
            [[survivorId, 'done']],
          );
          const after = await all(store);
          assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
          await store.undo();
          assert.deepEqual(await all(store), before);
          await store.redo();
          assert.deepEqual(await all(store), after);
          await store.undo();
          assert.deepEqual(await all(store), before);
          store.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('says what stays and what went, in the changelog too', async () => {
    const { store } = await bench(three);
    const result = await store.mergeDeals({ ids });
    assert.deepEqual(
      result.outcomes.map(({ kind, id, state }) => [kind, id, state]),
      [['deal', 'deal-a', 'done']],
    );
    const rows = (await store.read({ kind: 'changelog', window: page })).records;
    assert.deepEqual(
      rows
        .filter(({ of, op }) => of === 'deal' && op === 'delete')
        .map(({ recordId }) => recordId)
        .sort(),
      ['deal-b', 'deal-c'],
    );
    const into = rows.find(({ recordId, field }) => recordId === 'deal-a' && field === 'mergedIds');
    assert.deepEqual(into?.after, ['deal-b', 'deal-c']);
  });

  test('leaves what somebody has added to the one that stays where it is, and is refused where they have changed what was merged', async () => {
    const { store, beside } = await bench(three);
    await store.mergeDeals({ ids, survivorId: 'deal-a' });
    await beside().execute('note-add', { on: { dealId: 'deal-a' }, text: 'Since' });
    await store.undo();
    const notes = (await store.read({ kind: 'note', window: page })).records;
    assert.deepEqual(notes.map(({ id, dealId, text }) => [text === 'Since' ? 'since' : id, dealId]).sort(), [
      ...ids.map((id) => [`note-${id}`, id]),
      ['since', 'deal-a'],
    ]);
    await store.redo();
    await beside().execute('deal-edit', { id: 'deal-a', fields: { labelIds: [] } });
    await assert.rejects(store.undo(), { code: 'conflict' });
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 1);
  });

  test('is not done again where somebody has added something to one that would go', async () => {
    const { store, beside } = await bench(three);
    await store.mergeDeals({ ids, survivorId: 'deal-a' });
    await store.undo();
    await beside().execute('note-add', { on: { dealId: 'deal-b' }, text: 'Since' });
    await assert.rejects(store.redo(), { code: 'conflict', reason: 'children' });
    assert.equal((await store.read({ kind: 'deal', window: page })).total, 3);
  });

  test('of the same pair in two tabs at once, each into the other: one is done, the other is told, nothing is lost', async () => {
    for (const survivors of [
      ['deal-a', 'deal-b'],
      ['deal-a', 'deal-a'],
    ] as const) {
      const { store, beside } = await bench(three);
      const other = beside();
      const pair = ['deal-a', 'deal-b'];
      const results = await Promise.all([
        store.mergeDeals({ ids: pair, survivorId: survivors[0] }),
        other.mergeDeals({ ids: pair, survivorId: survivors[1] }),
      ]);
      const states = results.map(({ outcomes }) => outcomes[0]!.state);
      assert.deepEqual([...states].sort(), ['conflict', 'done']);
      const stays = survivors[states.indexOf('done')]!;
      const { records } = await store.read({ kind: 'deal', window: page });
      assert.deepEqual(records.map(({ id }) => id).sort(), [stays, 'deal-c'].sort());
      const notes = (await store.read({ kind: 'note', window: page })).records;
      assert.ok(notes.length === 3 && notes.filter(({ dealId }) => dealId === stays).length === 2);
      assert.equal((await store.read({ kind: 'trash', window: page })).total, 1);
    }
  });

  test('is seen by lists of another tab at once', async () => {
    const { store, beside } = await bench(three);
    const list = beside().list({ kind: 'deal' });
    list.subscribe(() => {});
    await settled();
    assert.equal(list.total, 3);
    await store.mergeDeals({ ids });
    await settled();
    assert.deepEqual([list.total, list.row(0)?.id], [1, 'deal-a']);
  });

  test('was planned over records that somebody has changed since: told as a conflict, whichever of them it was', async () => {
    for (const changed of ['deal-a', 'deal-b']) {
      const { store, beside } = await bench(three);
      const plan = await store.plan('deals-merge', { ids, survivorId: 'deal-a' });
      await beside().execute('deal-edit', { id: changed, fields: { title: 'Other' } });
      const { outcomes } = await store.run(plan);
      assert.equal(outcomes[0]!.state, 'conflict', changed);
      assert.equal((await store.read({ kind: 'deal', window: page })).total, 3);
    }
  });

  test('needs a right to each of them', async () => {
    const can = (_name: string, record: AnyRecord | null): boolean | string => record?.id !== 'deal-c' || 'Not yours';
    const { store } = await bench(three, { can });
    const refused = await store.mergeDeals({ ids, survivorId: 'deal-a' });
    assert.deepEqual([refused.outcomes[0]!.state, refused.outcomes[0]!.reason], ['refused', 'Not yours']);
    assert.equal((await store.mergeDeals({ ids: ['deal-a', 'deal-b'] })).outcomes[0]!.state, 'done');
  });

  test('of leads that were converted meanwhile is a conflict', async () => {
    const { store, beside } = await bench([creation('lead', aLead()), creation('lead', aLead({ id: 'lead-2' }))]);
    const plan = await store.plan('leads-merge', { ids: ['lead-1', 'lead-2'] });
    await beside().convertLeads(['lead-2']);
    assert.equal((await store.run(plan)).outcomes[0]!.state, 'conflict');
    assert.ok((await store.read({ kind: 'lead', window: page })).records.some(({ id }) => id === 'lead-1'));
  });
});

describe('without atomic', () => {
  /** Stores one change a commit; after `steps` of them the storage is gone. */
  function breakingOff(inner: CrmAdapter, steps: number): CrmAdapter {
    let commits = 0;
    return {
      abilities: { ...inner.abilities, atomic: false, watch: false },
      read: (query, options) => inner.read(query, options),
      summarize: (query, by) => inner.summarize!(query, by),
      async commit(changes, options) {
        assert.equal(changes.length, 1, 'nothing that could be stored in part');
        if (commits >= steps) throw new CrmError('quota', 'No room.');
        commits++;
        return inner.commit(changes, options);
      },
    };
  }
  const stored = async (steps: number): Promise<{ inner: CrmAdapter; store: CrmStore }> => {
    const inner = memoryAdapter();
    await inner.commit([...aBoard(), creation('person', aPerson()), ...three]);
    const store = createStore({ adapter: breakingOff(inner, steps), clock: testClock(START), names: false });
    return { inner, store };
  };
  const survivorId = 'deal-a';
  /** The survivor, two for the trash, two notes, two activities, a receipt, two deleted. */
  const whole = 10;

  test(`broken off after any of ${whole} steps nothing is lost, and merging once more finishes it`, async () => {
    const straight = await stored(99);
    assert.equal((await straight.store.mergeDeals({ ids, survivorId })).outcomes[0]!.state, 'done');
    const expected = await all(straight.store);
    for (let steps = 0; steps < whole; steps++) {
      const { inner, store } = await stored(steps);
      const { outcomes } = await store.mergeDeals({ ids, survivorId });
      assert.equal(outcomes[0]!.state, 'failed', `after ${steps}`);
      const left = await all(store);
      assert.ok([...ids.map((id) => `note note-${id}`), 'deal deal-a'].every((key) => key in left));
      assert.ok(['deal-b', 'deal-c'].every((id) => `deal ${id}` in left || `trash ${id}` in left));
      store.close();
      const next = createStore({ adapter: breakingOff(inner, 99), clock: testClock(START), names: false });
      const there = ids.filter((id) => `deal ${id}` in left);
      assert.equal((await next.mergeDeals({ ids: there, survivorId })).outcomes[0]!.state, 'done', `after ${steps}`);
      const finished = await all(next);
      // Of one that goes, what hung on it when it went is no more than derived: it hangs on the one that stays.
      const untold = (key: string, value: unknown): unknown =>
        key === 'command' || key === 'updatedAt'
          ? undefined
          : key === 'record'
            ? { ...(value as Deal), nextActivity: null }
            : value;
      const plain = (seen: Record<string, unknown>) => JSON.parse(JSON.stringify(seen, untold)) as unknown;
      assert.deepEqual(plain(finished), plain(expected), `after ${steps}`);
    }
  });
});
