/** Merging in a browser's own database: whole after a reopen, also for another tab that merges the same pair at once. */
import { expect } from '@open-wc/testing';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aConversion, aDeal, aNote, anActivity, aPerson, creation, money } from '../../src/testing/fixtures.js';

let serial = 0;
const page = { offset: 0, limit: 50 };
const pair = ['deal-1', 'deal-2'];

const storeOn = (adapter: IndexedDbAdapter): CrmStore =>
  createStore({ adapter, names: false, user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC' });

async function filled(): Promise<string> {
  const database = `merge-${Date.now()}-${serial++}`;
  const adapter = indexeddbAdapter({ name: database });
  await adapter.commit([
    ...aBoard(),
    creation('person', aPerson()),
    creation('deal', aDeal({ value: money('5') })),
    creation('deal', aDeal({ id: 'deal-2', expectedClose: '2027-01-01' })),
    creation('note', aNote({ leadId: null, dealId: 'deal-2' })),
    creation('activity', anActivity({ leadId: null, dealId: 'deal-2' })),
    creation('conversion', aConversion({ id: 'lead-x', dealId: 'deal-2', expiresAt: '2999-01-01T00:00:00.000Z' })),
  ]);
  adapter.close();
  return database;
}

async function seen(store: CrmStore): Promise<unknown> {
  const read = async (kind: 'deal' | 'note' | 'activity' | 'conversion' | 'trash') =>
    (await store.read({ kind, window: page })).records;
  return {
    deals: (await read('deal')).map(({ id }) => id).sort(),
    on: [...(await read('note')), ...(await read('activity'))].map((each) => Reflect.get(each, 'dealId') as unknown),
    receipts: (await read('conversion')).map(
      (each) => [Reflect.get(each, 'dealId'), Reflect.get(each, 'mergedFrom')] as unknown[],
    ),
    trash: (await read('trash')).map((each) => [each.id, Reflect.get(each, 'mergedInto')] as unknown[]),
  };
}

const merged = {
  deals: ['deal-1'],
  on: ['deal-1', 'deal-1'],
  receipts: [['deal-1', 'deal-2']],
  trash: [['deal-2', 'deal-1']],
};

describe('merging in IndexedDB', () => {
  it('is there after a reopen, and comes back out of the trash with all that went along', async () => {
    const database = await filled();
    const first = indexeddbAdapter({ name: database });
    await storeOn(first).mergeDeals({ ids: pair, survivorId: 'deal-1' });
    first.close();
    const second = indexeddbAdapter({ name: database });
    const store = storeOn(second);
    expect(await seen(store)).to.deep.equal(merged);
    await store.execute('trash-restore', { ids: ['deal-2'] });
    expect(await seen(store)).to.deep.equal({
      deals: pair,
      on: ['deal-2', 'deal-2'],
      receipts: [['deal-2', null]],
      trash: [],
    });
    await second.erase();
    second.close();
  });

  it('of the same pair over two connections at once: one is done, the other is told, and nothing is lost', async () => {
    const database = await filled();
    const [here, there] = [indexeddbAdapter({ name: database }), indexeddbAdapter({ name: database })];
    const [mine, theirs] = [storeOn(here), storeOn(there)];
    const results = await Promise.all([
      mine.mergeDeals({ ids: pair, survivorId: 'deal-1' }),
      theirs.mergeDeals({ ids: pair, survivorId: 'deal-2' }),
    ]);
    const states = results.map(({ outcomes }) => outcomes[0]!.state);
    expect([...states].sort()).to.deep.equal(['conflict', 'done']);
    const stays = pair[states.indexOf('done')];
    const { records } = await mine.read({ kind: 'deal', window: page });
    expect(records.map(({ id }) => id)).to.deep.equal([stays]);
    expect((await mine.read({ kind: 'note', window: page })).records[0]?.dealId).to.equal(stays);
    await results[states.indexOf('done')]!.undo();
    expect(((await seen(mine)) as { deals: unknown; trash: unknown }).deals).to.deep.equal(pair);
    await here.erase();
    here.close();
    there.close();
  });
});
