/** Import, backup, the first start, shared stores, what is small and whole, one record. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { ImportUnit } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { storeFor } from '../../src/store/stores.js';
import { testClock } from '../../src/testing/clock.js';
import { faultyAdapter } from '../../src/testing/faulty.js';
import { aDeal, aLead, aNote, anOrganization, aPerson, creation, edit, money } from '../../src/testing/fixtures.js';
import { bench, leads, settled, START, until } from './support.js';

const page = { offset: 0, limit: 5000 };

function rows(count: number, from = 0): ImportUnit[] {
  return Array.from({ length: count }).map((_, i) => {
    const n = from + i;
    const lead = aLead({ id: `row-${n}`, title: `Row ${n}`, origin: 'import', originId: `key-${n}` });
    return { key: `key-${n}`, line: n + 2, title: lead.title, action: 'create', changes: [creation('lead', lead)] };
  });
}
const file = { importId: 'import-1', fileName: 'leads.csv', fileHash: 'cafe' };

describe('an import', () => {
  test('stores rows in chunks, tells its progress, and leaves a receipt', async () => {
    const { store } = await bench();
    const list = store.list({ kind: 'lead' });
    list.subscribe(() => {});
    await until(() => list.state === 'ready');
    const progress: number[] = [];
    const result = await store.importRows({
      ...file,
      rows: rows(250),
      total: 250,
      onProgress: (done) => progress.push(done),
    });
    assert.deepEqual([result.created, result.updated, result.failed, result.stopped], [250, 0, [], false]);
    assert.deepEqual(progress, [100, 200, 250]);
    assert.equal(list.total, 250);
    const [receipt] = (await store.read({ kind: 'import', window: page })).records;
    assert.deepEqual([receipt?.state, receipt?.rows, receipt?.created, receipt?.skipped], ['done', 250, 250, 0]);
    assert.deepEqual(store.undoable, { name: 'leads-import', count: 1 });
  });

  test('is taken back: leads that were worked on since stay, and are told', async () => {
    const { store } = await bench();
    await store.importRows({ ...file, rows: rows(120), total: 120 });
    await store.execute('lead-edit', { id: 'row-3', fields: { title: 'Worked on' } });
    await store.execute('leads-see', { ids: ['row-4'], seen: true });
    await store.execute('note-add', { on: { leadId: 'row-110' }, text: 'Mine' });
    const { outcomes } = await store.execute('import-undo', { importId: 'import-1' });
    assert.equal(outcomes.filter((outcome) => outcome.state === 'done').length, 118);
    assert.deepEqual(
      outcomes
        .filter((outcome) => outcome.state !== 'done')
        .map(({ id, problem }) => [id, problem?.detail])
        .sort(),
      [
        ['row-110', 'child-added'],
        ['row-3', 'lead-changed'],
      ],
    );
    assert.deepEqual((await store.read({ kind: 'lead', window: page })).records.map((lead) => lead.id).sort(), [
      'row-110',
      'row-3',
    ]);
    const again = await store.execute('import-undo', { importId: 'import-1' });
    assert.equal(again.outcomes[0]!.problem?.detail, 'undone');
  });

  test('takes persons and edits back as well, unless somebody else names them by now', async () => {
    const { store } = await bench([creation('lead', aLead({ value: null }))]);
    const row = (n: number, personId: string, extra: ImportUnit['changes'] = []): ImportUnit => ({
      key: `k${n}`,
      line: n,
      title: `Row ${n}`,
      action: 'create',
      changes: [...extra, creation('lead', aLead({ id: `row-${n}`, personId, origin: 'import', originId: `k${n}` }))],
    });
    const units: ImportUnit[] = [
      row(1, 'p-1', [creation('person', aPerson({ id: 'p-1' }))]),
      row(2, 'p-2', [creation('person', aPerson({ id: 'p-2' }))]),
      {
        key: 'u',
        line: 3,
        title: 'Update',
        action: 'update',
        changes: [edit('lead', 'lead-1', { value: [null, money('9')] })],
      },
    ];
    const result = await store.importRows({ ...file, rows: units, total: 3 });
    assert.deepEqual([result.created, result.updated], [2, 1]);
    await store.addDeal({ title: 'Hers', person: { id: 'p-2' } });
    await store.execute('import-undo', { importId: 'import-1' });
    assert.deepEqual((await store.read({ kind: 'person', window: page })).records.map((person) => person.id).sort(), [
      'p-2',
      'person-1',
    ]);
    assert.equal((await store.read({ kind: 'lead', window: page })).records[0]?.value, null);
  });

  test('a row that is refused is told with its line, and leaves the other rows alone', async () => {
    const { store } = await bench([creation('lead', aLead({ id: 'row-7' }))]);
    const result = await store.importRows({ ...file, rows: rows(30), total: 30 });
    assert.equal(result.created, 29);
    assert.deepEqual(
      result.failed.map(({ line }) => line),
      [9],
    );
  });

  test('a person of a refused row comes with the next row that names it', async () => {
    const { store } = await bench([creation('lead', aLead({ id: 'row-0' }))]);
    const [bad, good] = rows(2);
    const person = aPerson({ id: 'p-new' });
    const units = [
      { ...bad!, changes: [creation('person', person), ...bad!.changes] },
      {
        ...good!,
        changes: [creation('lead', aLead({ id: 'row-1', personId: 'p-new', origin: 'import', originId: 'key-1' }))],
      },
    ];
    const result = await store.importRows({ ...file, rows: units, total: 2 });
    assert.equal(result.created, 1);
    assert.equal((await store.read({ kind: 'person', window: page })).total, 2);
  });

  test('that is stopped, or broken off by the storage, goes on with the rows that are missing', async () => {
    const clock = testClock(START);
    const inner = memoryAdapter({ now: () => clock.now() });
    const adapter = faultyAdapter(inner, [{ on: 'commit', from: 3, fault: { reject: 'quota' } }], { clock });
    const store = createStore({ adapter, clock, names: false });
    await assert.rejects(store.importRows({ ...file, rows: rows(500), total: 500 }), { code: 'quota' });
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 200);
    adapter.script([]);
    const stop = new AbortController();
    const second = await store.importRows({
      // The same file again: the same keys, new ids.
      ...file,
      total: 500,
      stop: stop.signal,
      rows: rows(500).map((row) => ({
        ...row,
        changes: row.changes.map(
          (change) =>
            ({
              ...change,
              id: `${change.id}b`,
              record: { ...(change as { record: object }).record, id: `${change.id}b` },
            }) as never,
        ),
      })),
      onProgress: (done) => done >= 400 && stop.abort(),
    });
    assert.deepEqual([second.created, second.unchanged, second.stopped], [200, 200, true]);
    const third = await store.importRows({ ...file, rows: rows(500), total: 500 });
    assert.deepEqual([third.created, third.unchanged, third.stopped], [100, 400, false]);
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 500);
    assert.equal(third.receipt.created, 500);
    await store.undo();
    assert.equal((await store.read({ kind: 'lead', window: page })).total, 0);
  });
});

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
