/** Backup, the first start, shared stores, what is small and whole, one record, undo. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { createStore } from '../../src/store/store.js';
import { storeFor } from '../../src/store/stores.js';
import { testClock } from '../../src/testing/clock.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aDeal, aLead, aNote, anOrganization, creation, money } from '../../src/testing/fixtures.js';
import { bench, leads, settled, START, until } from './support.js';

const page = { offset: 0, limit: 5000 };

describe('a backup', () => {
  const filled = [
    ...leads(230),
    creation('deal', aDeal({ value: money('10') })),
    creation('organization', anOrganization()),
    creation('note', aNote({ leadId: 'lead-1' })),
  ];

  test('restored into an empty database is the same records, through JSON', async () => {
    const { store } = await bench(filled);
    await store.execute('lead-edit', { id: 'lead-5', fields: { title: 'Ünïcode \u0000 "quoted"' } });
    const file = JSON.parse(JSON.stringify(await store.backup())) as Awaited<ReturnType<typeof store.backup>>;
    const target = createStore({ adapter: memoryAdapter(), clock: testClock(START, 9) });
    target.directory.subscribe(() => {});
    await until(() => target.directory.ready);
    const progress: number[] = [];
    const { records } = await target.restore(file, { onProgress: (done) => progress.push(done) });
    assert.equal(progress.at(-1), records);
    const again = await target.backup();
    const strip = (backup: typeof file): unknown =>
      Object.fromEntries(
        Object.entries(backup.records).map(([kind, list]) => [
          kind,
          list
            .map(({ rev: _rev, updatedAt: _at, ...rest }) => ({ ...rest, touchedAt: null }))
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        ]),
      );
    assert.deepEqual(strip(again), strip(file));
    await until(() => target.directory.pipelines.length === 1 && target.directory.pipelines[0]?.id === 'pipeline-1');
  });

  test('is refused where records are, where it is damaged, and where it comes from the future', async () => {
    const { store } = await bench(filled);
    const file = await store.backup();
    await assert.rejects(store.restore(file), { code: 'invalid', reason: 'not-empty' });
    await assert.rejects(store.restore({ ...file, version: 2 }, { replace: true }), {
      code: 'invalid',
      reason: 'later-version',
    });
    for (const bad of [null, 'text', [], {}, { format: 'other', version: 1, records: {} }]) {
      await assert.rejects(store.restore(bad, { replace: true }), { code: 'invalid', reason: 'format' });
    }
    for (const records of [{ spaceship: [] }, { lead: {} }, { lead: [null] }, { lead: [{ id: 'a' }, { id: 'a' }] }]) {
      await assert.rejects(store.restore({ ...file, records }, { replace: true }), {
        code: 'invalid',
        reason: 'damaged',
      });
    }
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 230, 'nothing was touched');
  });

  test('takes the place of what is there only where that is said', async () => {
    const { store } = await bench(filled);
    const file = await store.backup();
    await store.addLead({ title: 'Later', person: { id: 'person-1' } });
    await store.restore(file, { replace: true });
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 230);
  });
});

describe('the first start', () => {
  test('an empty database gets a pipeline, six stages and the user, once, from however many tabs', async () => {
    const adapter = memoryAdapter();
    const stores = [adapter, memoryAdapter({ beside: adapter }), memoryAdapter({ beside: adapter })].map((one, i) =>
      createStore({ adapter: one, clock: testClock(START, i + 1) }),
    );
    for (const store of stores) store.directory.subscribe(() => {});
    await until(() => stores.every((store) => store.directory.ready));
    for (const store of stores) {
      await until(() => store.directory.pipelines.length === 1);
      assert.equal(store.directory.stagesOf(store.directory.pipelines[0]!.id).length, 6);
      assert.equal(store.directory.users.length, 1);
    }
    const { outcomes } = await stores[0]!.addDeal({ title: 'First', person: { name: 'Ada' } });
    assert.equal(outcomes[0]!.state, 'done');
  });

  test('a deal can be added before anything was looked at', async () => {
    const store = createStore({ adapter: memoryAdapter(), clock: testClock(START) });
    assert.equal((await store.addDeal({ title: 'First', person: { name: 'Ada' } })).outcomes[0]!.state, 'done');
  });

  test('a storage with pipelines is left alone, and so is one that does not let us', async () => {
    const { store } = await bench();
    await until(() => store.directory.ready);
    assert.deepEqual(
      store.directory.pipelines.map((pipeline) => pipeline.id),
      ['pipeline-1'],
    );
    const refusing = faultyAdapter(memoryAdapter(), [{ on: 'commit', fault: { reject: 'denied' } }]);
    const other = createStore({ adapter: refusing, clock: testClock(START) });
    await until(() => other.directory.ready);
    assert.deepEqual(other.directory.pipelines, []);
  });
});

describe('a page', () => {
  test('has one store for an adapter, and one for a database name, as long as somebody uses it', async () => {
    const adapter = memoryAdapter();
    const first = storeFor(adapter);
    const second = storeFor(adapter, { currency: 'TRY' });
    assert.equal(first.store, second.store);
    assert.equal(first.store.settings.currency, 'TRY');
    let opened = 0;
    let closed = 0;
    const open = (): CrmAdapter => {
      opened++;
      const inner = memoryAdapter();
      return Object.assign(Object.create(inner) as CrmAdapter, {
        abilities: inner.abilities,
        read: inner.read.bind(inner),
        commit: inner.commit.bind(inner),
        watch: undefined,
        erasures: undefined,
        close: () => void closed++,
      });
    };
    const a = storeFor('db', {}, open);
    const b = storeFor('db', {}, open);
    assert.equal(a.store, b.store);
    assert.equal(opened, 1);
    a.release();
    a.release();
    await settled();
    assert.equal(closed, 0);
    // Moved: given back and taken again in one task.
    b.release();
    const c = storeFor('db', {}, open);
    await settled();
    assert.equal(c.store, b.store);
    c.release();
    await settled();
    assert.equal(closed, 1);
    assert.notEqual(storeFor('db', {}, open).store, c.store);
    first.release();
    second.release();
  });

  test('does not close a store while a command of it runs', async () => {
    const adapter = faultyAdapter(memoryAdapter(), [{ on: 'commit', times: 1, fault: 'hold' }]);
    const lease = storeFor(adapter, { names: false });
    const running = lease.store.addLead({ title: 'Kept', person: { name: 'Ada' } });
    await settled();
    lease.release();
    await settled();
    adapter.release();
    assert.equal((await running).outcomes[0]!.state, 'done');
  });
});

describe('what is small', () => {
  test('is whole, live, and changes only where something changed', async () => {
    const { store, beside } = await bench();
    await until(() => store.directory.ready);
    const { directory } = store;
    const { labels, pipelines } = directory;
    let told = 0;
    directory.subscribe(() => told++);
    await beside().execute('label-add', { name: 'Theirs', color: 'green' });
    await settled();
    assert.equal(told, 1);
    assert.notEqual(directory.labels, labels);
    assert.equal(directory.pipelines, pipelines);
    assert.deepEqual(
      directory.stagesOf('pipeline-1').map((stage) => stage.name),
      ['Qualified', 'Proposal', 'Negotiation'],
    );
    assert.equal(directory.stagesOf('pipeline-1'), directory.stagesOf('pipeline-1'));
    const [label] = directory.labels;
    assert.equal(directory.label(label!.id), label);
    assert.equal(directory.user('user-1')?.name, 'Robin');
    assert.equal(directory.user(null), undefined);
  });

  test('sources are those in use', async () => {
    const { store } = await bench([
      creation('lead', aLead({ sourceName: 'Fair' })),
      creation('deal', aDeal({ sourceName: 'Web form' })),
    ]);
    assert.deepEqual(await store.directory.sources(), ['Fair', 'Web form']);
  });
});

describe('one record', () => {
  test('follows edits of everybody, names its person, and is null when it is gone', async () => {
    const { store, beside } = await bench(leads(2));
    const one = store.record('lead', 'lead-0');
    const none = store.record('lead', 'nobody');
    one.subscribe(() => {});
    none.subscribe(() => {});
    await until(() => one.state === 'ready' && none.state === 'ready');
    assert.equal(none.record, null);
    assert.equal(one.related.persons.get('person-1')?.name, 'Ada Yıldız');
    const other = beside();
    await other.execute('lead-edit', { id: 'lead-0', fields: { title: 'Theirs' } });
    await settled();
    assert.equal(one.record?.title, 'Theirs');
    await store.execute('lead-edit', { id: 'lead-0', fields: {}, organization: { name: 'New Ltd' } });
    await until(() => one.record?.organizationName === 'New Ltd');
    assert.equal(one.related.organizations.get(one.record.organizationId!)?.name, 'New Ltd');
    await store.execute('person-edit', { id: 'person-1', fields: { name: 'Ada L.' } });
    assert.equal(one.related.persons.get('person-1')?.name, 'Ada L.');
    await other.execute('leads-delete', { ids: ['lead-0'] });
    await settled();
    assert.equal(one.record, null);
  });
});

describe('undo', () => {
  test('of a lead is refused where somebody wrote a note on it since', async () => {
    const { store, beside } = await bench();
    const { outcomes } = await store.addLead({ title: 'New', person: { name: 'Ada' } });
    await beside().execute('note-add', { on: { leadId: outcomes[0]!.id }, text: 'Called.' });
    await assert.rejects(store.undo(), { code: 'conflict', reason: 'children' });
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 1);
  });

  test('of an edit is refused where somebody edited the same field since; another field is no matter', async () => {
    const { store, beside } = await bench(leads(2));
    const other = beside();
    await store.execute('lead-edit', { id: 'lead-0', fields: { title: 'Mine' } });
    await other.execute('lead-edit', { id: 'lead-0', fields: { sourceName: 'Fair' } });
    await store.undo();
    const read = async (): Promise<string | undefined> =>
      (await store.read({ kind: 'lead', window: page })).records.find((lead) => lead.id === 'lead-0')?.title;
    assert.equal(await read(), 'Lead 0');
    await store.execute('lead-edit', { id: 'lead-0', fields: { title: 'Mine' } });
    await other.execute('lead-edit', { id: 'lead-0', fields: { title: 'Theirs' } });
    await assert.rejects(store.undo(), { code: 'conflict' });
    assert.equal(await read(), 'Theirs');
  });

  test('goes back one command after another, and twice at once is once', async () => {
    const { store } = await bench(leads(3));
    await store.execute('leads-archive', { ids: ['lead-0'] });
    await store.execute('leads-archive', { ids: ['lead-1'] });
    const archived = async (): Promise<number | undefined> =>
      (await store.read({ kind: 'lead', where: { field: 'archivedAt', op: 'filled' }, window: page })).total;
    await Promise.all([store.undo(), store.undo()]);
    assert.equal(await archived(), 1);
    await store.undo();
    assert.equal(await archived(), 0);
    assert.equal(await store.undo(), null);
  });
});

test('what expired is swept when the page has long been painted', async () => {
  const clock = testClock(START);
  const { store, adapter } = await bench(leads(1));
  await store.execute('leads-delete', { ids: ['lead-0'] });
  const trashed = async (): Promise<number | undefined> => (await store.read({ kind: 'trash', window: page })).total;
  for (const [days, left] of [
    [29, 1],
    [2, 0],
  ] as const) {
    await clock.advance(days * 86_400_000);
    const later = createStore({ adapter, clock });
    await until(() => later.directory.ready);
    await clock.advance(20_000);
    await settled();
    assert.equal(await trashed(), left);
    later.close();
  }
});
