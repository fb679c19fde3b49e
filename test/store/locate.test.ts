/** Where a record stands in a list, also where the list does not hold it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { Lead } from '../../src/domain/records.js';
import { creation } from '../../src/testing/fixtures.js';
import { newer, open } from './opened.js';
import { settled, until } from './support.js';

/** A storage that only knows what comes next. */
function walked(inner: CrmAdapter): CrmAdapter {
  return {
    abilities: { ...inner.abilities, seek: false },
    read: (query, options) => inner.read(query, options),
    commit: (changes, options) => inner.commit(changes, options),
  };
}
/** A storage that tells no totals with its pages. */
function uncounted(inner: CrmAdapter): CrmAdapter {
  return {
    abilities: { ...inner.abilities, summarize: false },
    read: async (query, options) => ({ ...(await inner.read(query, options)), total: undefined }),
    commit: (changes, options) => inner.commit(changes, options),
  };
}

describe('the place of a record', () => {
  for (const [name, adapter] of [
    ['by halving', undefined],
    ['by halving, with no total', uncounted],
    ['by walking', walked],
  ] as const)
    test(`is found far outside the window, ${name}`, async () => {
      const { list } = await open(3000, adapter);
      for (const index of [0, 1, 49, 50, 777, 1999, 2998, 2999]) {
        assert.deepEqual(await list.locate(`lead-${index}`), { index, in: true });
        assert.deepEqual(await list.locate(`lead-${index}`, { near: index + 3 }), { index, in: true });
        assert.deepEqual(await list.locate(`lead-${index}`, { near: 2400 }), { index, in: true });
      }
    });

  test('takes few reads, and one beside that of the record where it was seen', async () => {
    const { list, reads } = await open(20_000);
    let before = reads();
    await list.locate('lead-15000');
    assert.ok(reads() - before <= 32, `${reads() - before} reads`);
    before = reads();
    await list.locate('lead-15000', { near: 14_990 });
    assert.equal(reads() - before, 2);
  });

  for (const [name, adapter] of [
    ['by halving', undefined],
    ['by walking', walked],
  ] as const)
    test(`of one that has left is that of what took its place, ${name}`, async () => {
      const { list, store } = await open(900, adapter);
      const known = (await store.read({ kind: 'lead', where: id('lead-500'), window: { offset: 0, limit: 1 } }))
        .records[0] as Lead;
      await store.execute('leads-archive', { ids: ['lead-500'] });
      assert.deepEqual(await list.locate('lead-500'), { index: 500, in: false });
      assert.deepEqual(await list.locate('lead-501'), { index: 500, in: true });
      await store.execute('leads-delete', { ids: ['lead-500'] });
      assert.equal(await list.locate('lead-500'), null);
      assert.deepEqual(await list.locate('lead-500', { known }), { index: 500, in: false });
      await store.execute('leads-archive', { ids: ['lead-899'] });
      assert.deepEqual(await list.locate('lead-899'), { index: 898, in: false });
    });

  test('leaves out what waits to be shown, and counts what is pending', async () => {
    const { list, store, other, faulty } = await open(900);
    list.hold = true;
    await other.commit([creation('lead', newer('theirs'))]);
    await until(() => list.waiting === 1, 'the row of another');
    assert.deepEqual(await list.locate('lead-500'), { index: 500, in: true });
    assert.equal((await list.locate('theirs'))?.in, false);
    list.showWaiting();
    assert.deepEqual(await list.locate('lead-500'), { index: 501, in: true });
    faulty.script([{ on: 'commit', fault: 'hold' }]);
    const archived = store.execute('leads-archive', { ids: ['lead-100', 'lead-600', 'lead-500'] });
    await settled();
    assert.deepEqual(await list.locate('lead-400'), { index: 400, in: true });
    assert.deepEqual(await list.locate('lead-500'), { index: 500, in: false });
    assert.deepEqual(await list.locate('lead-601'), { index: 599, in: true });
    faulty.release();
    await archived;
    assert.deepEqual(await list.locate('lead-601'), { index: 599, in: true });
  });

  test('is given up where the walk is too long, and with its signal', async () => {
    const { list } = await open(12_000, walked);
    assert.equal(await list.locate('lead-11000'), null);
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(list.locate('lead-3000', { signal: stop.signal }), { code: 'aborted' });
  });
});

const id = (value: string) => ({ field: 'id', op: 'is', value }) as const;
