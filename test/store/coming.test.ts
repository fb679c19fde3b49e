/** What a store shows before the code that keeps it current is there, and how that code takes it over. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmError } from '../../src/domain/errors.js';
import type { Lead } from '../../src/domain/records.js';
import type { CrmStore, ListQuery, LiveList } from '../../src/store/api.js';
import { Code } from '../../src/code.js';
import { restCode, storeOf } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aBoard, aPerson, creation } from '../../src/testing/fixtures.js';
import { leads, settled, START, until } from './support.js';

const code = await restCode.need();
type Rest = typeof code;
const newest = [{ field: 'createdAt', descending: true }] as const;
const query = {
  kind: 'lead',
  order: newest,
  where: { field: 'archivedAt', op: 'empty' },
  related: false,
} satisfies ListQuery<'lead'>;
const titles = (list: LiveList<'lead'>, count: number): (string | undefined)[] =>
  Array.from({ length: count }, (_, i) => list.row(i)?.title);

/** A store whose code comes when it is let in, and is refused until then where the network is down. */
async function begin({ count = 3, wrap = (inner: CrmAdapter): CrmAdapter => inner } = {}) {
  const clock = testClock(START);
  const inner = memoryAdapter({ now: () => clock.now() });
  await inner.commit([...aBoard(), creation('person', aPerson()), ...leads(count)]);
  const adapter = faultyAdapter(wrap(inner), [], { clock });
  let down = false;
  let asked = 0;
  let letIn: (code: Rest) => void = () => undefined;
  const coming = new Promise<Rest>((resolve) => (letIn = resolve));
  const store: CrmStore = storeOf(
    { adapter, clock, names: false, timeZone: 'UTC' },
    new Code(() => {
      asked++;
      return down ? Promise.reject(new Error('No network.')) : coming;
    }),
  );
  const made = {
    store,
    clock,
    adapter,
    other: memoryAdapter({ beside: inner }),
    asked: () => asked,
    network: (up: boolean) => (down = !up),
    reads: () => adapter.calls.filter(({ method }) => method === 'read').length,
    /** The code is there, at the latest when it is asked for unasked, and what it begins with is done. */
    async come() {
      letIn(code);
      await clock.advance(1_000);
    },
    look(asks: ListQuery<'lead'> = query) {
      const list = store.list(asks);
      const told = { times: 0 };
      const off = list.subscribe(() => told.times++);
      return { list, told, off };
    },
  };
  return made;
}

describe('a list before its code', () => {
  test('shows its first rows, and asks for the code when they have been told', async () => {
    const { look, asked, reads, clock } = await begin();
    const { list, told } = look();
    assert.equal(list.state, 'loading');
    await until(() => list.state === 'ready');
    assert.deepEqual(titles(list, 4), ['Lead 0', 'Lead 1', 'Lead 2', undefined]);
    assert.deepEqual([list.total, list.indexOf('lead-2'), list.indexOf('nobody')], [3, 2, -1]);
    assert.deepEqual([told.times, reads(), asked()], [1, 1, 0]);
    await clock.advance(200);
    assert.equal(asked(), 1);
  });

  test('is taken over without a second read, by the same rows, and nobody is told', async () => {
    const { look, come, reads } = await begin();
    const { list, told } = look();
    await until(() => list.state === 'ready');
    const rows = [list.row(0), list.row(1), list.row(2)];
    await come();
    assert.deepEqual([reads(), told.times, list.state, list.total], [1, 1, 'ready', 3]);
    assert.ok(rows.every((row, i) => row !== undefined && row === list.row(i)));
  });

  test('is current from then on: an edit is seen at once, and somebody else’s as well', async () => {
    const { look, come, store, other } = await begin();
    const { list, off } = look();
    await until(() => list.state === 'ready');
    await come();
    await store.execute('lead-edit', { id: 'lead-1', fields: { title: 'Ours' } });
    await other.commit([{ op: 'patch', kind: 'lead', id: 'lead-2', fields: { title: ['Lead 2', 'Theirs'] } }]);
    await until(() => list.row(2)?.title === 'Theirs');
    assert.deepEqual(titles(list, 3), ['Lead 0', 'Ours', 'Theirs']);
    off();
  });

  test('is read while the code comes: the read is taken over, and told once', async () => {
    const { look, come, store, reads } = await begin();
    const { list, told } = look();
    const plan = store.plan('lead-edit', { id: 'lead-1', fields: { title: 'Better' } });
    await come();
    await until(() => list.state === 'ready');
    assert.equal(told.times, 1);
    await plan;
    // The list's and, as nothing was held yet, the command's.
    assert.equal(reads(), 2);
  });

  test('shows what others did meanwhile when the code is there', async () => {
    const { look, come, other } = await begin();
    const { list } = look();
    await until(() => list.state === 'ready');
    await other.commit([{ op: 'patch', kind: 'lead', id: 'lead-0', fields: { title: ['Lead 0', 'Theirs'] } }]);
    assert.equal(list.row(0)?.title, 'Lead 0');
    await come();
    await until(() => list.row(0)?.title === 'Theirs');
  });

  test('answers another question at once, with the old rows until then', async () => {
    const { look, come, reads, asked } = await begin();
    const { list } = look();
    await until(() => list.state === 'ready');
    list.setQuery({ ...query, order: [{ field: 'createdAt' }] });
    assert.deepEqual([list.state, list.row(0)?.title], ['loading', 'Lead 0']);
    await until(() => list.state === 'ready');
    assert.deepEqual([list.row(0)?.title, reads(), asked()], ['Lead 2', 2, 0]);
    await come();
    assert.deepEqual([list.row(0)?.title, reads()], ['Lead 2', 2]);
  });

  test('that is looked at further down fetches the code, keeps its rows, and then has those as well', async () => {
    const { look, come, asked, reads } = await begin({ count: 300 });
    const { list, told } = look();
    list.setWindow(0, 20);
    await until(() => list.state === 'ready');
    list.setWindow(5, 25);
    assert.equal(asked(), 0);
    list.setWindow(200, 220);
    assert.deepEqual([asked(), list.row(0)?.title, list.row(210)], [1, 'Lead 0', undefined]);
    await come();
    await until(() => list.row(210) !== undefined);
    assert.equal(list.row(210)?.title, 'Lead 210');
    assert.ok(told.times >= 2);
    assert.equal(reads(), 2);
  });

  test('whose total is not told has it from the sums that come with the code', async () => {
    const untold = (inner: CrmAdapter): CrmAdapter => ({
      ...inner,
      abilities: inner.abilities,
      commit: (changes, options) => inner.commit(changes, options),
      summarize: (asked, by) => inner.summarize!(asked, by),
      read: async (asked, options) => ({ ...(await inner.read(asked, options)), total: undefined }),
    });
    const { look, come } = await begin({ count: 300, wrap: untold });
    const { list } = look();
    await until(() => list.state === 'ready');
    assert.deepEqual([list.total, list.summary], [undefined, undefined]);
    await come();
    await until(() => list.total === 300 && list.summary?.count === 300);
  });

  test('that fails first is read again by the code, with its patience and its words', async () => {
    const { look, come, adapter, asked, reads } = await begin();
    adapter.script([{ on: 'read', times: 1, fault: { reject: 'denied' } }]);
    const { list, told } = look();
    await until(() => asked() === 1);
    assert.equal(list.state, 'loading');
    await come();
    await until(() => list.state === 'error');
    assert.deepEqual([list.error?.code, reads()], ['denied', 1]);
    const before = told.times;
    list.retry();
    await until(() => list.state === 'ready');
    assert.deepEqual([list.row(0)?.title, told.times > before], ['Lead 0', true]);
  });

  test('that is answered with nonsense is looked at by the code', async () => {
    const { look, come, adapter, asked } = await begin();
    adapter.script([{ on: 'read', times: 1, fault: { malformed: 'text' } }]);
    const { list } = look();
    await until(() => asked() === 1);
    await come();
    await until(() => list.state === 'error');
    assert.equal(list.error?.code, 'unavailable');
  });

  test('says so where the code cannot be had and is needed, keeps its rows, and tries again', async () => {
    const { look, come, network, clock } = await begin({ count: 300 });
    const { list } = look();
    list.setWindow(0, 20);
    network(false);
    await until(() => list.state === 'ready');
    await clock.advance(2_000);
    assert.equal(list.state, 'ready', 'nobody needs it yet');
    list.setWindow(200, 220);
    await until(() => list.state === 'error');
    assert.deepEqual([list.error?.reason, list.row(0)?.title], ['code', 'Lead 0']);
    network(true);
    list.retry();
    await clock.advance(40_000);
    await come();
    await until(() => list.row(210)?.title === 'Lead 210');
    assert.equal(list.state, 'ready');
  });

  test('reads nothing while nobody looks, and nothing after the store is closed', async () => {
    const { store, come, reads, look, clock, asked } = await begin();
    const list = store.list(query);
    list.setQuery({ ...query, order: [{ field: 'createdAt' }] });
    list.setWindow(0, 10);
    await settled();
    assert.equal(reads(), 0);
    const { list: seen, told } = look();
    store.close();
    await clock.advance(5_000);
    await come();
    assert.deepEqual([seen.row(0), told.times, asked()], [undefined, 0, 0]);
  });

  test('of names, of places nobody knows, or with what rows name is left to the code', async () => {
    const blind = (inner: CrmAdapter): CrmAdapter => ({
      abilities: { ...inner.abilities, seek: false },
      read: (asked, options) => inner.read(asked, options),
      commit: (changes, options) => inner.commit(changes, options),
    });
    const { kind, where, order } = query;
    for (const [wrap, asks] of [
      [undefined, { ...query, order: [{ field: 'ownerId' }] }],
      [undefined, { kind, where, order }],
      [blind, query],
    ] as const) {
      const { look, come, asked } = await begin(wrap && { wrap });
      const { list } = look(asks);
      await until(() => asked() === 1);
      await settled();
      assert.equal(list.state, 'loading');
      await come();
      await until(() => list.state === 'ready');
      assert.equal(list.total, 3);
    }
  });
});

describe('the small kinds before their code', () => {
  test('are there, in their order, and stay the same lists when they are taken over', async () => {
    const { store, come, reads, asked } = await begin();
    const { directory } = store;
    let told = 0;
    directory.subscribe(() => told++);
    assert.equal(directory.ready, false);
    await until(() => directory.ready);
    assert.deepEqual(
      directory.stagesOf('pipeline-1').map(({ name }) => name),
      ['Qualified', 'Proposal', 'Negotiation'],
    );
    const { pipelines, labels, users } = directory;
    assert.deepEqual([told, reads(), asked()], [1, 5, 0]);
    await come();
    assert.equal(reads(), 5);
    assert.equal(store.directory, directory);
    assert.ok(directory.pipelines === pipelines && directory.labels === labels && directory.users === users);
    await store.execute('label-add', { name: 'New', color: 'green' });
    assert.ok(directory.labels.some(({ name }) => name === 'New') && directory.pipelines === pipelines);
  });

  test('of an empty storage are asked of the code, which makes them', async () => {
    const clock = testClock(START);
    const store = storeOf({ adapter: memoryAdapter(), clock }, new Code(async () => code));
    assert.equal(store.directory.ready, false);
    await until(() => store.directory.pipelines.length === 1);
    assert.equal(store.directory.ready, true);
  });
});

test('one read before the code is answered at once; one that fails, by the code', async () => {
  const { store, adapter, come, asked } = await begin();
  const asks = { kind: 'view', window: { after: null, limit: 1 } } as const;
  assert.deepEqual((await store.read(asks)).records, []);
  // Once before the code, and once by it.
  adapter.script([{ on: 'read', times: 2, fault: { reject: 'unavailable' } }]);
  const again = store.read(asks).catch((thrown: CrmError) => thrown.code);
  await until(() => asked() === 1);
  await come();
  assert.equal(await again, 'unavailable');
  assert.equal(
    ((await store.read({ kind: 'lead', window: { offset: 0, limit: 9 } })).records[0] as Lead).title,
    'Lead 0',
  );
});
