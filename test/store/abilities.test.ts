/** Storages that can do less: what a store does without. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Abilities, CrmAdapter } from '../../src/adapters/adapter.js';
import { creation } from '../../src/testing/fixtures.js';
import { settled } from './support.js';
import { newer, open } from './opened.js';

/** An adapter that can do less than memory. */
function without(inner: CrmAdapter, missing: Partial<Abilities>, rest: Partial<CrmAdapter> = {}): CrmAdapter {
  const abilities = { ...inner.abilities, ...missing };
  return {
    abilities,
    read: (query, options) => inner.read(query, options),
    commit: (changes, options) => inner.commit(changes, options),
    ...(abilities.summarize ? { summarize: (query, by) => inner.summarize!(query, by) } : {}),
    ...(abilities.watch ? { watch: (listener) => inner.watch!(listener) } : {}),
    ...rest,
  };
}

describe('a storage that can do less', () => {
  test('only knows what comes next: the list is walked', async () => {
    const { list, store } = await open(900, (inner) => without(inner, { seek: false }));
    assert.equal(list.row(0)?.id, 'lead-0');
    assert.equal(list.total, 900);
    list.setWindow(700, 730);
    await settled();
    assert.equal(list.row(729)?.id, 'lead-729');
    await store.execute('leads-archive', { ids: ['lead-710'] });
    assert.equal(list.row(710)?.id, 'lead-711');
    assert.equal((await store.ids({ kind: 'lead' })).length, 900);
  });

  test('answers the same place again: walking ends', async () => {
    const { list } = await open(900, (inner) =>
      without(
        inner,
        { seek: false },
        {
          read: async (query, options) => {
            const { limit } = query.window;
            return { ...(await inner.read({ ...query, window: { after: null, limit } }, options)), next: 'again' };
          },
        },
      ),
    );
    list.setWindow(700, 730);
    await settled();
    assert.equal(list.state, 'ready');
    assert.equal(list.row(0)?.id, 'lead-0');
  });

  test('knows no sums and tells no changes: the total is the page’s, the sum stays unknown', async () => {
    const { list, store, reads, clock, other } = await open(5, (inner) =>
      without(inner, { summarize: false, watch: false }),
    );
    assert.equal(list.total, 5);
    assert.equal(list.summary, undefined);
    const groups = store.summaries({ kind: 'lead' }, 'ownerId');
    groups.subscribe(() => {});
    await settled();
    assert.equal(groups.of('user-1'), undefined);
    await store.execute('leads-archive', { ids: ['lead-1'] });
    assert.equal(list.total, 4);
    await other.commit([creation('lead', newer('theirs'))]);
    const before = reads();
    list.retry();
    await clock.advance(10);
    assert.equal(reads(), before + 1);
    assert.equal(list.total, 5);
  });

  test('compares nothing by itself: it is compared before the write', async () => {
    const { store, other } = await open(5, (inner) => without(inner, { guarded: false, watch: false }));
    const plan = await store.plan('lead-edit', { id: 'lead-1', fields: { title: 'Mine' } });
    await other.commit([{ op: 'patch', kind: 'lead', id: 'lead-1', fields: { title: ['Lead 1', 'Theirs'] } }]);
    const { outcomes } = await store.run(plan);
    assert.equal(outcomes[0]!.state, 'conflict');
    const { records } = await store.read({
      kind: 'lead',
      where: { field: 'id', op: 'in', value: ['lead-1'] },
      window: { offset: 0, limit: 1 },
    });
    assert.equal(records[0]?.title, 'Theirs');
  });
});
