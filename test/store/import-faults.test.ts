/** An import whose storage refuses, loses, delays or never answers: rows in = stored + told, and none of them twice. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { asCrmError } from '../../src/domain/errors.js';
import type { CrmStore, ImportResult, ImportUnit } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { testClock, type TestClock } from '../../src/testing/clock.js';
import { faultyAdapter, type Fault, type FaultyAdapter, type Rule } from '../../src/testing/faulty.js';
import { aBoard, aLead, aNote, creation } from '../../src/testing/fixtures.js';
import { settled, START, until } from './support.js';

const page = { offset: 0, limit: 5000 };
const file = { importId: 'import-1', fileName: 'leads.csv', fileHash: 'cafe' };
let serial = 0;

/** Rows of a file as each run of it makes them: the same keys, other ids. */
function rows(count: number): ImportUnit[] {
  serial++;
  return Array.from({ length: count }, (_, n) => {
    const lead = aLead({ id: `run-${serial}-${n}`, title: `Row ${n}`, origin: 'import', originId: `key-${n}` });
    return { key: `key-${n}`, line: n + 2, title: lead.title, action: 'create', changes: [creation('lead', lead)] };
  });
}

interface Rig {
  readonly adapter: FaultyAdapter;
  readonly inner: CrmAdapter;
  readonly clock: TestClock;
  readonly store: CrmStore;
}

async function rig(): Promise<Rig> {
  const clock = testClock(START);
  const inner = memoryAdapter({ now: () => clock.now() });
  await inner.commit(aBoard());
  const adapter = faultyAdapter(inner, [], { clock });
  return { adapter, inner, clock, store: createStore({ adapter, clock, names: false, timeZone: 'UTC' }) };
}

/** Another page over what is stored. */
const reopened = ({ adapter, clock }: Rig): CrmStore => createStore({ adapter, clock, names: false, timeZone: 'UTC' });

async function titles(store: CrmStore): Promise<string[]> {
  return (await store.read({ kind: 'lead', window: page })).records.map(({ title }) => title).sort();
}
const all = (count: number): string[] => Array.from({ length: count }, (_, n) => `Row ${n}`).sort();

/** The end of an import whose storage keeps one waiting, whatever it is. */
async function ended(clock: TestClock, run: Promise<ImportResult>): Promise<ImportResult | string> {
  let end: ImportResult | string | undefined;
  run.then(
    (result) => (end = result),
    (thrown: unknown) => (end = asCrmError(thrown).code),
  );
  for (let waited = 0; end === undefined && waited < 60; waited++) await clock.advance(30_000);
  assert.ok(end !== undefined, 'the import has an end');
  return end;
}

describe('an import under failure', () => {
  test('the next rows are read while the last ones are being stored', async () => {
    const it = await rig();
    let read = 0;
    function* units(): Generator<ImportUnit> {
      for (const row of rows(350)) {
        read++;
        yield row;
      }
    }
    it.adapter.script([{ on: 'commit', from: 1, fault: 'hold' }]);
    const run = it.store.importRows({ ...file, rows: units(), total: 350 });
    await until(() => it.adapter.held === 1 && read >= 200);
    for (let i = 0; i < 20; i++) await settled();
    assert.equal(read, 200, 'a hundred on their way, a hundred behind them, and no more');
    it.adapter.script([]);
    it.adapter.release();
    const { created } = await run;
    assert.equal(created, 350);
    assert.deepEqual(await titles(it.store), all(350));
  });

  test('a storage that never answers ends it with that; what is stored stays, and the rest follows', async () => {
    const it = await rig();
    it.adapter.script([{ on: 'commit', from: 3, fault: 'never' }]);
    const end = await ended(it.clock, it.store.importRows({ ...file, rows: rows(450), total: 450 }));
    assert.equal(end, 'unavailable');
    it.adapter.script([]);
    assert.equal((await titles(it.store)).length, 200);
    const second = await reopened(it).importRows({ ...file, rows: rows(450), total: 450 });
    assert.deepEqual([second.created, second.unchanged, second.failed], [250, 200, []]);
    assert.deepEqual(await titles(it.store), all(450));
    assert.deepEqual([second.receipt.created, second.receipt.skipped], [450, 0]);
  });

  test('a full storage ends it, with what is stored counted right', async () => {
    const it = await rig();
    it.adapter.script([{ on: 'commit', from: 2, fault: { reject: 'quota' } }]);
    const end = await ended(it.clock, it.store.importRows({ ...file, rows: rows(250), total: 250 }));
    assert.equal(end, 'quota');
    it.adapter.script([]);
    assert.equal((await titles(it.store)).length, 100);
    const second = await it.store.importRows({ ...file, rows: rows(250), total: 250 });
    assert.deepEqual([second.created, second.unchanged], [150, 100]);
  });

  test('rows whose leads became deals, were deleted, or never made one, are not made again', async () => {
    const it = await rig();
    const half = rows(100);
    // A row that adds a note to nobody's lead makes no lead, and is known all the same.
    half[7] = { ...half[7]!, changes: [creation('note', aNote({ id: 'note-of-7', leadId: null, personId: null }))] };
    const stop = new AbortController();
    await it.store.importRows({
      ...file,
      rows: [...half, ...rows(150).slice(100)],
      total: 150,
      stop: stop.signal,
      onProgress: () => stop.abort(),
    });
    const idOf = async (title: string): Promise<string> =>
      (await it.store.read({ kind: 'lead', window: page })).records.find((lead) => lead.title === title)!.id;
    await it.store.convertLeads([await idOf('Row 3')]);
    await it.store.execute('leads-delete', { ids: [await idOf('Row 5')] });
    const second = await reopened(it).importRows({ ...file, rows: rows(150), total: 150 });
    assert.deepEqual([second.created, second.unchanged], [50, 100]);
    const expected = all(150).filter((title) => !['Row 3', 'Row 5', 'Row 7'].includes(title));
    assert.deepEqual(await titles(it.store), expected);
  });

  test('a row that comes twice with one key is stored once, also where a chunk ends between the two', async () => {
    const it = await rig();
    const [first, ...rest] = rows(100);
    const again = rows(1);
    const { created, unchanged } = await it.store.importRows({
      ...file,
      rows: [first!, ...rest, ...again],
      total: 101,
    });
    assert.deepEqual([created, unchanged], [100, 1]);
    assert.deepEqual(await titles(it.store), all(100));
  });

  test('a file that cannot be read any further ends it, and the rows on their way are in', async () => {
    const it = await rig();
    function* units(): Generator<ImportUnit> {
      yield* rows(130);
      throw new DOMException('The file is gone', 'NotReadableError');
    }
    await assert.rejects(it.store.importRows({ ...file, rows: units(), total: 200 }));
    assert.equal((await titles(it.store)).length, 100);
    const [receipt] = (await it.store.read({ kind: 'import', window: page })).records;
    assert.deepEqual([receipt!.state, receipt!.created], ['stopped', 100]);
  });

  test('it is called stopped where rows were left, and only there', async () => {
    for (const [count, stopAt, refused, stored, state] of [
      [200, 200, false, 200, 'done'],
      [150, 150, false, 150, 'done'],
      [150, 100, false, 100, 'stopped'],
      // Its last rows are stored one by one, as together they were refused.
      [150, 120, true, 120, 'stopped'],
    ] as const) {
      const it = await rig();
      if (refused) it.adapter.script([{ on: 'commit', from: 2, times: 1, fault: { reject: 'invalid' } }]);
      const stop = new AbortController();
      const end = await it.store.importRows({
        ...file,
        rows: rows(count),
        total: count,
        stop: stop.signal,
        onProgress: (done) => done >= stopAt && stop.abort(),
      });
      const { created, stopped, receipt, failed } = end;
      assert.deepEqual([created, stopped, receipt.state, failed], [stored, state === 'stopped', state, []]);
      assert.deepEqual(await titles(it.store), all(stored));
    }
  });

  test('whatever goes wrong, however often it is begun again: every row once, and every count right', async () => {
    const faults: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
      { reject: 'unavailable' },
      { reject: 'quota' },
      { lose: 'unavailable' },
      { throw: new Error('rude') },
      { late: 5_000 },
      { late: 90_000 },
      'undefined',
      'never',
    );
    const rule: fc.Arbitrary<Rule> = fc.record({
      on: fc.constant('commit' as const),
      from: fc.nat(6),
      times: fc.integer({ min: 1, max: 3 }),
      fault: faults,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ rules: fc.array(rule, { maxLength: 3 }), stopAt: fc.option(fc.nat(300)) }), {
          maxLength: 4,
        }),
        async (visits) => {
          const it = await rig();
          for (const { rules, stopAt } of visits) {
            it.adapter.script(rules);
            const store = reopened(it);
            const stop = new AbortController();
            const run = store.importRows({
              ...file,
              rows: rows(260),
              total: 260,
              stop: stop.signal,
              onProgress: (done) => stopAt !== null && done >= stopAt && stop.abort(),
            });
            const end = await ended(it.clock, run);
            it.adapter.script([]);
            // Answers that are late come now.
            await it.clock.advance(200_000);
            const stored = await titles(store);
            assert.equal(new Set(stored).size, stored.length, 'no row is in twice');
            if (typeof end === 'object') {
              assert.deepEqual(end.failed, []);
              if (!end.stopped) assert.equal(end.created + end.unchanged, 260);
              assert.equal(end.receipt.created, stored.length);
              assert.equal(end.receipt.created + end.receipt.skipped, 260);
            }
            store.close();
          }
          const last = reopened(it);
          const { created, unchanged } = await last.importRows({ ...file, rows: rows(260), total: 260 });
          assert.equal(created + unchanged, 260);
          assert.deepEqual(await titles(last), all(260));
          last.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});
