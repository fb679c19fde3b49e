/** A backup that a build made whose rows of the changelog said nothing of deals, and stood in the order of their records. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { changelogWhere } from '../../src/domain/changelog.js';
import { changelogOrder } from '../../src/domain/row-id.js';
import { createStore } from '../../src/store/store.js';
import { aBoard, aDeal, aPerson, creation } from '../../src/testing/fixtures.js';

const told = async (store: ReturnType<typeof createStore>): Promise<readonly string[]> => {
  const where = changelogWhere({ id: 'deal' }, { field: '', userId: '' });
  const page = await store.read({ kind: 'changelog', where, order: changelogOrder, window: { offset: 0, limit: 50 } });
  return page.records.map(({ op, of, field, about }) => [op, of, field, about].filter(Boolean).join(' '));
};
const made = () =>
  createStore({ adapter: memoryAdapter(), user: { id: 'user-1', name: 'Robin' }, timeZone: 'UTC', currency: 'EUR' });

test('its products and participants are told in the deal, in their order, and no row is there twice', async () => {
  const store = made();
  await store.adapter.commit([
    ...aBoard(),
    creation('person', aPerson({ id: 'ada' })),
    creation('deal', aDeal({ id: 'deal', value: null })),
  ]);
  const lines = ['Zeal', 'Apex'].map((name) => ({ name, price: '5' }));
  const added = await store.execute('deal-products-add', { dealId: 'deal', lines });
  const id = added.changes.find(({ kind }) => kind === 'dealProduct')!.id;
  await store.execute('deal-product-edit', { id, fields: { quantity: '3' } });
  await store.execute('participant-add', { dealId: 'deal', person: { id: 'ada' }, role: 'Buyer' });
  const before = await told(store);
  assert.equal(before[0], 'create participant ada');
  assert.deepEqual(before.slice(-2), ['create dealProduct Apex', 'create dealProduct Zeal']);

  const backup = JSON.parse(JSON.stringify(await store.backup())) as Awaited<ReturnType<typeof store.backup>>;
  // As that build wrote its rows.
  const earlier = (backup.records['changelog'] as unknown as Record<string, unknown>[]).map((row) => {
    const { dealIds: _deals, about: _about, units: _units, id: _id, ...rest } = row;
    const place = Number(/\/(\d{6})#/.exec(String(row['id']))![1]);
    return { ...rest, id: `${String(row['createdAt'])}/${String(row['command'])}/${String(row['recordId'])}#${place}` };
  });
  const file = { ...backup, records: { ...backup.records, changelog: earlier } };
  const other = made();
  await other.restore(file, { replace: true });
  assert.deepEqual(await told(other), before);
  await store.restore(file, { replace: true });
  assert.deepEqual(await told(store), before, 'brought back to where it came from');
});
