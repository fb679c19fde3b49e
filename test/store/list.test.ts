/** What a list reads, holds back and tells. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Lead } from '../../src/domain/records.js';
import type { LiveList } from '../../src/store/api.js';
import { aLead, anActivity, creation, money } from '../../src/testing/fixtures.js';
import { bench, settled, until } from './support.js';
import { ids, newer, open, order } from './opened.js';

describe('rows of others', () => {
  test('are shown at once where nothing is held', async () => {
    const { list, other } = await open(3);
    await other.commit([creation('lead', newer('theirs'))]);
    await settled();
    assert.deepEqual(ids(list), ['theirs', 'lead-0', 'lead-1', 'lead-2']);
    assert.equal(list.waiting, 0);
  });

  test('wait while the list is held: 14 new leads, then "Show them"', async () => {
    const { list, other, clock, quiet, told } = await open(20);
    void list.summary;
    await settled();
    list.hold = true;
    quiet();
    for (let i = 0; i < 14; i++) await other.commit([creation('lead', newer(`theirs-${i}`))]);
    await settled();
    assert.equal(list.waiting, 14);
    assert.equal(list.total, 20);
    assert.equal(list.summary?.count, 34);
    assert.deepEqual(ids(list, 0, 2), ['lead-0', 'lead-1']);
    assert.ok(told() > 0);
    // Reading again does not let them in either.
    await clock.advance(1_000);
    list.retry();
    await clock.advance(1_000);
    assert.equal(list.waiting, 14);
    assert.deepEqual(ids(list, 0, 2), ['lead-0', 'lead-1']);
    list.showWaiting();
    assert.equal(list.waiting, 0);
    assert.equal(list.total, 34);
    assert.equal(list.row(0)?.id, 'theirs-0');
    assert.equal(list.row(14)?.id, 'lead-0');
  });

  test('that are taken away again no longer wait; those that are edited wait as they are now', async () => {
    const { list, other } = await open(3);
    list.hold = true;
    const [one] = await other.commit([creation('lead', newer('a')), creation('lead', newer('b'))]);
    await settled();
    assert.equal(list.waiting, 2);
    assert.ok(one?.op === 'create');
    await other.commit([{ op: 'delete', kind: 'lead', id: 'a', record: one.record as Lead, rev: 1 }]);
    await other.commit([{ op: 'patch', kind: 'lead', id: 'b', fields: { title: ['b', 'Renamed'] } }]);
    await settled();
    assert.equal(list.waiting, 1);
    list.showWaiting();
    assert.equal(list.row(0)?.title, 'Renamed');
  });

  test('our own come in at once, and so do edits of rows that are shown', async () => {
    const { list, other, store } = await open(3);
    list.hold = true;
    await store.addLead({ title: 'Ours', person: { id: 'person-1' } });
    await other.commit([{ op: 'patch', kind: 'lead', id: 'lead-1', fields: { title: ['Lead 1', 'Theirs'] } }]);
    await settled();
    assert.equal(list.total, 4);
    assert.equal(list.waiting, 0);
    assert.equal(list.row(list.indexOf('lead-1'))?.title, 'Theirs');
  });
});

test('thousands that come while one looks at the top are counted, not kept, and read where one looks', async () => {
  const { list, other, clock } = await open(20);
  list.setWindow(0, 20);
  const count = 3_000;
  for (let i = 0; i < count; i += 500)
    await other.commit(Array.from({ length: 500 }, (_, j) => creation('lead', newer(`theirs-${i + j}`))));
  await settled();
  assert.equal(list.total, count + 20);
  const all = await other.read({ kind: 'lead', order, today: '2026-01-01', window: { offset: 0, limit: count + 20 } });
  const places = (from: number, to: number): (string | undefined)[] => ids(list, from, to);
  const truth = (from: number, to: number): string[] => all.records.slice(from, to).map(({ id }) => id);
  assert.deepEqual(places(0, 20), truth(0, 20));
  assert.equal(list.row(1_500), undefined, 'nobody looks there');
  for (const start of [1_500, count, 700]) {
    list.setWindow(start, start + 20);
    await clock.advance(1_000);
    assert.deepEqual(places(start, start + 20), truth(start, start + 20));
  }
  const [last] = await other.commit([creation('lead', newer('last'))]);
  await settled();
  assert.ok(last);
  assert.equal(list.total, count + 21);
});

describe('telling', () => {
  test('a hundred changes of what is not shown: nobody is told, nothing is read', async () => {
    const { list, other, store, told, quiet, reads, clock } = await open(500);
    list.setWindow(0, 20);
    await clock.advance(1_000);
    quiet();
    const before = reads();
    for (let i = 0; i < 50; i++) {
      // Rows far outside the window, and a kind that is not listed.
      await other.commit([
        { op: 'patch', kind: 'lead', id: `lead-${440 + i}`, fields: { sourceName: ['Manually created', 'Fair'] } },
      ]);
      await other.commit([creation('activity', anActivity({ id: `a-${i}`, leadId: `lead-${440 + i}` }))]);
    }
    await clock.advance(1_000);
    assert.equal(told(), 0);
    assert.equal(reads(), before);
    await store.execute('lead-edit', { id: 'lead-3', fields: { title: 'Shown' } });
    assert.ok(told() > 0);
  });

  test('an answer that says what is shown already tells nobody', async () => {
    const { list, told, quiet, clock } = await open(30);
    quiet();
    list.retry();
    await clock.advance(1_000);
    assert.equal(told(), 0);
  });

  test('a listener that throws stops neither the others nor the store', async (t) => {
    const { list, store } = await open(3);
    const errors = t.mock.method(console, 'error', () => undefined);
    let heard = 0;
    list.subscribe(() => {
      throw new Error('host');
    });
    list.subscribe(() => heard++);
    const { outcomes } = await store.execute('lead-edit', { id: 'lead-1', fields: { title: 'X' } });
    assert.equal(outcomes[0]!.state, 'done');
    assert.ok(heard > 0);
    assert.ok(errors.mock.callCount() > 0);
  });
});

describe('reading', () => {
  test('begins with the first subscriber, and is given up with the last', async () => {
    const { store, faulty, reads } = await open(3);
    const list = store.list({ kind: 'lead' });
    const before = reads();
    await settled();
    assert.equal(reads(), before);
    faulty.script([{ on: 'read', fault: 'hold' }]);
    const off = list.subscribe(() => {});
    await settled();
    const { options } = faulty.calls.at(-1)!;
    off();
    await settled();
    assert.equal(options.signal?.aborted, true);
    faulty.release();
    await settled();
    assert.equal(list.state, 'loading');
  });

  test('goes on when an element is moved: it leaves and comes back in one task', async () => {
    const { list, off, reads } = await open(3);
    const before = reads();
    off();
    const offAgain = list.subscribe(() => {});
    await settled();
    assert.equal(reads(), before);
    offAgain();
    await settled();
    list.subscribe(() => {});
    await settled();
    assert.equal(reads(), before + 1);
    assert.equal(list.total, 3);
  });

  test('keeps ahead of a list that is scrolled at 6,000 px a second: no blank row', async () => {
    const { list, clock } = await open(3_000);
    const visible = 30;
    list.setWindow(0, visible);
    await settled();
    let top = 0;
    let blanks = 0;
    // 60 frames a second, 125 rows a second; down for 16 seconds and up again. Reads are answered between frames.
    for (const direction of [1, -1]) {
      for (let frame = 0; frame < 960; frame++) {
        top = Math.min(Math.max(0, top + (direction * 125) / 60), 3_000 - visible);
        const start = Math.floor(top);
        list.setWindow(start, start + visible);
        for (let i = start; i < start + visible; i++) if (list.row(i)?.id !== `lead-${i}`) blanks++;
        await clock.advance(1);
      }
    }
    assert.equal(blanks, 0);
  });

  test('a jump reads where one lands', async () => {
    const { list } = await open(3_000);
    list.setWindow(2_500, 2_530);
    assert.equal(list.row(2_500), undefined);
    await settled();
    assert.equal(list.row(2_500)?.id, 'lead-2500');
    list.setWindow(2_990, 3_020);
    await settled();
    assert.equal(list.row(2_999)?.id, 'lead-2999');
    assert.equal(list.row(3_000), undefined);
  });

  test('another query begins at the top, and an equal one reads nothing', async () => {
    const { list, reads } = await open(300);
    const before = reads();
    list.setQuery({
      kind: 'lead',
      order: [{ field: 'createdAt', descending: true }],
      where: { field: 'archivedAt', op: 'empty' },
    });
    await settled();
    assert.equal(reads(), before);
    list.setQuery({ kind: 'lead', order: [{ field: 'createdAt' }] });
    assert.equal(list.state, 'loading');
    await settled();
    assert.equal(list.row(0)?.id, 'lead-299');
  });

  test('all ids that match come in the order of the list', async () => {
    const { store } = await open(300);
    const all = await store.ids({ kind: 'lead', order, where: { field: 'title', op: 'not', value: 'Lead 7' } });
    assert.equal(all.length, 299);
    assert.deepEqual(all.slice(5, 9), ['lead-5', 'lead-6', 'lead-8', 'lead-9']);
  });
});

test('sums are kept while values change, and are undefined, never 0, before they are known', async () => {
  const { list, store } = await open(3);
  assert.ok(list.summary === undefined);
  await settled();
  assert.deepEqual(list.summary, { group: null, count: 3, sums: [] });
  await store.execute('lead-edit', { id: 'lead-1', fields: { value: money('12.50') } });
  await store.execute('lead-edit', { id: 'lead-2', fields: { value: money('1', 'USD') } });
  assert.deepEqual(sumsOf(list), [money('12.50'), { amount: '1.00', currency: 'USD' }]);
  await store.undo();
  assert.deepEqual(sumsOf(list), [money('12.50')]);
});

function sumsOf(list: LiveList<'lead'>) {
  return list.summary?.sums;
}

test('at midnight of the store’s zone what was due tomorrow is due today', async () => {
  const { store, clock } = await bench(
    [creation('lead', aLead()), creation('activity', anActivity({ due: '2026-11-24' }))],
    { timeZone: 'Europe/Istanbul' },
  );
  const list = store.list({ kind: 'lead', where: { field: 'nextActivity', op: 'activity', value: ['today'] } });
  list.subscribe(() => {});
  await until(() => list.state === 'ready');
  // 11:00 in Istanbul; its midnight is 21:00 in UTC.
  await clock.advance(12.9 * 3_600_000);
  assert.equal(list.total, 0);
  await clock.advance(0.2 * 3_600_000);
  assert.equal(store.today(), '2026-11-24');
  assert.equal(list.total, 1);
  store.close();
  assert.equal(clock.waiting, 0);
});
