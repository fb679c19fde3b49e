/** Two tabs at the lines of one deal: whoever is second looks again, and no sum is ever stale. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CommitOptions, CrmAdapter } from '../../src/adapters/adapter.js';
import type { Change } from '../../src/domain/change.js';
import { dealSums } from '../../src/domain/products/sums.js';
import { aDeal, aDealProduct, creation, money } from '../../src/testing/fixtures.js';
import type { CrmStore } from '../../src/store/api.js';
import { bench, settled, type Bench } from './support.js';

const records = [
  creation('deal', aDeal({ value: money('300.00'), lines: { count: 2, by: 'command-0' } })),
  creation('dealProduct', aDealProduct({ price: '100' })),
  creation('dealProduct', aDealProduct({ id: 'line-2', price: '200', rank: 'a1' })),
];

/** Just before each commit to the lines somebody else is there, so many times. */
async function overtakenBench(
  work: (beside: CrmStore) => Promise<unknown>,
  times: number,
  given: readonly Change[] = records,
): Promise<Bench> {
  const first = await bench(given);
  const other = first.beside();
  const { adapter: inner } = first;
  let time = 0;
  const adapter: CrmAdapter = {
    abilities: inner.abilities,
    read: (query, options) => inner.read(query, options),
    summarize: (query, by) => inner.summarize!(query, by),
    watch: (listener) => inner.watch!(listener),
    async commit(changes: readonly Change[], options?: CommitOptions) {
      if (changes.some(({ kind }) => kind === 'deal') && time++ < times) await work(other);
      return inner.commit(changes, options);
    },
  };
  return { ...first, adapter, store: first.beside({ adapter }) };
}

async function state(store: CrmStore) {
  const window = { offset: 0, limit: 100 };
  const [{ records: deals }, { records: lines }] = await Promise.all([
    store.read({ kind: 'deal', window }),
    store.read({ kind: 'dealProduct', window }),
  ]);
  const [deal] = deals;
  const { value } = dealSums(lines, 'EUR', null, deal!.discounts);
  return { deal: deal!, value, count: lines.length };
}

async function isSum(store: CrmStore, amount: string): Promise<void> {
  const { deal, value, count } = await state(store);
  assert.deepEqual([deal.value!.amount, deal.lines!.count], [value, count]);
  assert.equal(value, amount);
}

const edit = (store: CrmStore, id: string, fields: object) => store.execute('deal-product-edit', { id, fields });
const add = (store: CrmStore) =>
  store.execute('deal-products-add', { dealId: 'deal-1', lines: [{ name: 'x', price: '1' }] });
const sold = async (result: ReturnType<CrmStore['execute']>): Promise<void> =>
  assert.equal((await result).outcomes[0]!.state, 'done');

describe('two at the products of one deal', () => {
  test('another line edited at the same moment: both count', async () => {
    const { store } = await overtakenBench((beside) => edit(beside, 'line-2', { price: '50' }), 1);
    await sold(edit(store, 'line-1', { quantity: '2' }));
    await isSum(store, '250.00');
  });

  test('even where what the other did came to the very same sum', async () => {
    const off = [{ id: 'd', type: 'percentage', amount: '100', description: 'Gift' }] as const;
    const { store } = await overtakenBench((beside) => edit(beside, 'line-2', { price: '900' }), 2);
    await store.execute('deal-pricing', { id: 'deal-1', discounts: off });
    await isSum(store, '0.00');
    await sold(store.execute('deal-pricing', { id: 'deal-1', discounts: [] }));
    await isSum(store, '1000.00');
  });

  test('lines added by both, again and again', async () => {
    const { store } = await overtakenBench(add, 3);
    await sold(add(store));
    await isSum(store, '304.00');
  });

  test('one is taken off while its price changes: what was done last is told, and the sum holds', async () => {
    const { store } = await overtakenBench(
      (beside) => beside.execute('deal-products-delete', { dealId: 'deal-1', ids: ['line-1'] }),
      1,
    );
    const { outcomes } = await edit(store, 'line-1', { price: '7' });
    assert.equal(outcomes[0]!.state, 'conflict');
    await isSum(store, '200.00');
  });

  test('the same field of one line: whoever is second is told', async () => {
    const { store } = await overtakenBench((beside) => edit(beside, 'line-1', { price: '5' }), 1);
    assert.equal((await edit(store, 'line-1', { price: '7' })).outcomes[0]!.state, 'conflict');
    await isSum(store, '205.00');
  });

  test('another field of one line: both are kept', async () => {
    const { store } = await overtakenBench((beside) => edit(beside, 'line-1', { price: '5' }), 1);
    await sold(edit(store, 'line-1', { quantity: '2' }));
    await isSum(store, '210.00');
  });

  test('a value that was typed is not stored over lines that were put there meanwhile, even of the same sum', async () => {
    const { store } = await overtakenBench(add, 1, [creation('deal', aDeal({ value: money('1.00') }))]);
    const [outcome] = (await store.execute('deal-edit', { id: 'deal-1', fields: { value: money('9') } })).outcomes;
    assert.notEqual(outcome!.state, 'done');
    await isSum(store, '1.00');
  });

  test('is taken back and done again as one, and not over what others did since', async () => {
    const { store, beside } = await bench(records);
    await edit(store, 'line-1', { price: '7' });
    await store.execute('deal-products-delete', { dealId: 'deal-1', ids: ['line-2'] });
    await isSum(store, '7.00');
    await store.undo();
    await store.undo();
    await isSum(store, '300.00');
    await store.redo();
    await isSum(store, '207.00');
    await edit(beside(), 'line-2', { price: '1' });
    await settled();
    await assert.rejects(store.undo(), { code: 'conflict' });
    await isSum(store, '8.00');
  });

  test('what was only looked at is no row of the changelog', async () => {
    const { store } = await bench(records);
    await store.execute('deal-products-delete', { dealId: 'deal-1', ids: ['line-1', 'line-2'] });
    const { plan } = await store.execute('deal-edit', { id: 'deal-1', fields: { value: money('9') } });
    const { records: rows } = await store.read({ kind: 'changelog', window: { offset: 0, limit: 100 } });
    assert.deepEqual(
      rows.filter(({ command }) => command === plan.id).map(({ field }) => field),
      ['value'],
    );
  });
});
