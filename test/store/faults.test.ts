/** Storages that are slow, silent, rude or wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CrmError } from '../../src/domain/errors.js';
import type { CrmStore, LiveList } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { faultyAdapter, type FaultyAdapter } from '../../src/testing/faulty.js';
import { testClock, type TestClock } from '../../src/testing/clock.js';
import { aBoard, aPerson, creation } from '../../src/testing/fixtures.js';
import { leads, settled, START, until } from './support.js';

interface Rig {
  readonly adapter: FaultyAdapter;
  readonly clock: TestClock;
  readonly store: CrmStore;
  readonly list: LiveList<'lead'>;
}

async function rig(count = 3): Promise<Rig> {
  const clock = testClock(START);
  const inner = memoryAdapter({ now: () => clock.now() });
  await inner.commit([...aBoard(), creation('person', aPerson()), ...leads(count)]);
  const adapter = faultyAdapter(inner, [], { clock });
  const store = createStore({ adapter, clock, names: false, timeZone: 'UTC' });
  const list = store.list({
    kind: 'lead',
    order: [{ field: 'createdAt', descending: true }],
    where: { field: 'archivedAt', op: 'empty' },
  });
  list.subscribe(() => {});
  await until(() => list.state === 'ready');
  return { adapter, clock, store, list };
}

const titles = (list: LiveList<'lead'>): (string | undefined)[] =>
  Array.from({ length: list.total ?? 0 }).map((_, i) => list.row(i)?.title);

describe('a commit', () => {
  for (const fault of [
    { throw: new Error('rude') },
    { throw: 'a text' },
    { reject: 'unavailable' },
    { reject: { value: undefined } },
    { reject: 'quota' },
  ] as const) {
    test(`that ends with ${JSON.stringify(fault)} is a failure: the screen is as it was, and what was typed is handed back`, async () => {
      const { adapter, clock, store, list } = await rig();
      adapter.script([{ on: 'commit', fault: fault }]);
      let typed: unknown;
      store.on('refused', ({ plan }) => (typed = plan.input));
      const running = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Typed' } });
      const seen: unknown[] = [];
      list.subscribe(() => seen.push(list.row(1)?.title));
      await clock.advance(1_000);
      const { outcomes } = await running;
      assert.equal(outcomes[0]!.state, 'failed');
      assert.deepEqual(seen, ['Typed', 'Lead 1']);
      assert.deepEqual(typed, { id: 'lead-1', fields: { title: 'Typed' } });
      assert.equal(list.pending('lead-1'), false);
      assert.equal(store.busy.unsaved, 0);
    });
  }

  for (const fault of ['undefined', { malformed: 'text' }, { lose: 'unavailable' }] as const) {
    test(`that is stored and answered with ${JSON.stringify(fault)} is found by looking`, async () => {
      const { adapter, clock, store, list } = await rig();
      adapter.script([{ on: 'commit', fault: fault }]);
      const running = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Typed' } });
      await clock.advance(1_000);
      assert.equal((await running).outcomes[0]!.state, 'done');
      await clock.advance(1_000);
      assert.deepEqual([list.row(1)?.title, list.row(1)?.rev], ['Typed', 2]);
    });
  }

  test('that is refused for a moment is tried again under its key, and stored once', async () => {
    const { adapter, clock, store, list } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: { lose: 'unavailable' } }]);
    const running = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Typed' } });
    await clock.advance(1_000);
    const { outcomes } = await running;
    assert.equal(outcomes[0]!.state, 'done');
    assert.equal(list.row(1)?.rev, 2);
    const keys = adapter.calls
      .filter((call) => call.method === 'commit')
      .map((call) => (call.options as { key?: string }).key);
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
  });

  test('waits as long as the service asks for', async () => {
    const { adapter, clock, store } = await rig();
    adapter.script([
      { on: 'commit', times: 1, fault: { reject: new CrmError('unavailable', 'Busy', { retryAfter: 5_000 }) } },
    ]);
    const running = store.execute('leads-archive', { ids: ['lead-0'] });
    await clock.advance(4_900);
    assert.equal(store.busy.unsaved, 1);
    await clock.advance(200);
    assert.equal((await running).outcomes[0]!.state, 'done');
  });

  test('renews an ended session once, and then says so', async () => {
    const { adapter, store } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: { reject: 'auth' } }]);
    assert.equal((await store.execute('leads-archive', { ids: ['lead-0'] })).outcomes[0]!.state, 'done');
    adapter.script([{ on: 'commit', fault: { reject: 'auth' } }]);
    const { outcomes } = await store.execute('leads-archive', { ids: ['lead-1'] });
    assert.deepEqual([outcomes[0]!.state, outcomes[0]!.code], ['failed', 'auth']);
  });

  test('that is never answered says "late" after 2 s, and ends: taken back, and nothing hangs', async () => {
    const { adapter, clock, store, list } = await rig();
    adapter.script([{ on: 'commit', fault: 'never' }]);
    const running = store.execute('leads-archive', { ids: ['lead-0'] });
    await until(() => list.total === 2);
    await clock.advance(1_900);
    assert.equal(store.busy.late, false);
    await clock.advance(200);
    assert.deepEqual(store.busy, { running: 1, unsaved: 1, late: true });
    await clock.advance(30_000);
    const { outcomes } = await running;
    assert.deepEqual([outcomes[0]!.state, outcomes[0]!.code], ['failed', 'unavailable']);
    assert.deepEqual(titles(list), ['Lead 0', 'Lead 1', 'Lead 2']);
    assert.deepEqual(store.busy, { running: 0, unsaved: 0, late: false });
  });

  test('that was stored and whose answer comes too late is found by looking: done, not doubled', async () => {
    const { adapter, clock, store, list } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: { late: 60_000 } }]);
    const running = store.execute('leads-archive', { ids: ['lead-0'] });
    await clock.advance(30_100);
    assert.equal((await running).outcomes[0]!.state, 'done');
    await clock.advance(40_000);
    assert.deepEqual(titles(list), ['Lead 1', 'Lead 2']);
    assert.equal(list.total, 2);
  });

  test('that is carried out after it was given up: what the storage says counts', async () => {
    const { adapter, clock, store, list } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: 'hold' }]);
    const running = store.execute('lead-edit', { id: 'lead-0', fields: { title: 'Late' } });
    await clock.advance(30_100);
    assert.equal((await running).outcomes[0]!.state, 'failed');
    assert.equal(list.row(0)?.title, 'Lead 0');
    // The storage was told to give up, and keeps to it: nothing of it is ever seen.
    adapter.release();
    await clock.advance(1_000);
    assert.equal(list.row(0)?.title, 'Lead 0');
  });
});

describe('a read', () => {
  for (const fault of [
    'undefined',
    { throw: new Error('rude') },
    { reject: 'unavailable' },
    { reject: { value: null } },
    { malformed: 'text' },
  ] as const) {
    test(`that ends with ${JSON.stringify(fault)} is told, keeps the rows, and retry shows the truth`, async () => {
      const { adapter, clock, list } = await rig();
      adapter.script([{ on: 'read', fault: fault }]);
      list.retry();
      await clock.advance(10);
      assert.equal(list.state, 'error');
      assert.equal(list.error?.code, 'unavailable');
      assert.deepEqual(titles(list), ['Lead 0', 'Lead 1', 'Lead 2']);
      adapter.script([]);
      list.retry();
      await clock.advance(10);
      assert.equal(list.state, 'ready');
      assert.equal(list.error, null);
    });
  }

  test('that is never answered is late after 2 s and an error after 30 s', async () => {
    const { adapter, clock, store } = await rig();
    adapter.script([{ on: 'read', fault: 'never' }]);
    const list = store.list({ kind: 'lead' });
    let told = 0;
    list.subscribe(() => told++);
    await clock.advance(2_100);
    assert.equal(list.late, true);
    assert.equal(told, 1);
    await clock.advance(28_000);
    assert.equal(list.state, 'error');
    assert.equal(list.late, false);
  });

  test('that is overtaken by a later one is dropped, in whatever order they are answered', async () => {
    const { adapter, store } = await rig();
    const list = store.list({ kind: 'lead', where: { field: 'title', op: 'is', value: 'Lead 0' } });
    adapter.script([{ on: 'read', fault: 'hold' }]);
    list.subscribe(() => {});
    await settled();
    adapter.script([]);
    list.setQuery({ kind: 'lead', where: { field: 'title', op: 'is', value: 'Lead 2' } });
    await until(() => list.state === 'ready');
    adapter.release();
    await settled();
    assert.deepEqual(titles(list), ['Lead 2']);
  });

  test('with every row twice shows each once', async () => {
    const { adapter, store } = await rig();
    adapter.script([{ on: 'read', fault: 'duplicate' }]);
    const list = store.list({ kind: 'lead', order: [{ field: 'createdAt', descending: true }] });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => list.row(i)?.title),
      ['Lead 0', 'Lead 1', 'Lead 2', undefined],
    );
  });
});

describe('what is read while a commit is under way', () => {
  test('does not put an older row over a newer edit', async () => {
    const { adapter, store, list } = await rig();
    adapter.script([{ on: 'read', kind: 'lead', times: 1, fault: 'hold' }]);
    list.retry();
    await settled();
    const { outcomes } = await store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Newer' } });
    assert.equal(outcomes[0]!.state, 'done');
    adapter.release();
    await settled();
    assert.equal(list.row(1)?.title, 'Newer');
  });

  test('does not count a row twice or not at all', async () => {
    const { adapter, clock, store, list } = await rig();
    // The commit is carried out at once and answered late; the read in between holds its row already.
    adapter.script([{ on: 'commit', times: 1, fault: { late: 500 } }]);
    const running = store.addLead({ title: 'New', person: { id: 'person-1' } });
    await clock.advance(100);
    list.retry();
    await clock.advance(100);
    assert.equal(list.total, 4);
    await clock.advance(1_000);
    await running;
    await clock.advance(1_000);
    assert.equal(list.total, 4);
    assert.equal(new Set(titles(list)).size, 4);
  });
});

test('which leads match is said with what is being stored: the next command is about the same ones', async () => {
  const { adapter, store, list } = await rig();
  adapter.script([{ on: 'commit', times: 1, fault: 'hold' }]);
  const archived = store.execute('leads-archive', { ids: ['lead-1'] });
  await until(() => list.total === 2);
  const asked = store.ids({ kind: 'lead', where: { field: 'archivedAt', op: 'filled' } });
  await settled();
  adapter.release();
  assert.deepEqual(await asked, ['lead-1']);
  assert.equal((await archived).outcomes[0]!.state, 'done');
});

describe('edits of one record', () => {
  test('are stored in the order they were made, each on what is stored by then', async () => {
    const { adapter, store, list } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: 'hold' }]);
    const first = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'One' } });
    await until(() => list.row(1)?.title === 'One');
    const second = store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Two' } });
    await until(() => list.row(1)?.title === 'Two');
    assert.equal(adapter.calls.filter((call) => call.method === 'commit').length, 1);
    adapter.release();
    assert.deepEqual(
      (await Promise.all([first, second])).map((result) => result.outcomes[0]!.state),
      ['done', 'done'],
    );
    assert.equal(list.row(1)?.title, 'Two');
    assert.equal(list.row(1)?.rev, 3);
  });

  test('the first of three refused: exactly it is taken back', async () => {
    const { adapter, store, list } = await rig();
    adapter.script([{ on: 'commit', times: 1, fault: { reject: 'denied' } }]);
    const results = [
      store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Refused', sourceName: 'Refused' } }),
      store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Kept' } }),
      store.execute('leads-see', { ids: ['lead-1'], seen: true }),
    ];
    const states = (await Promise.all(results)).map((result) => result.outcomes[0]!.state);
    assert.deepEqual(states, ['refused', 'done', 'done']);
    const row = list.row(1);
    assert.deepEqual([row?.title, row?.sourceName, row?.seen], ['Kept', 'Manually created', true]);
  });
});
