/** Products on a deal: what may be said of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DealProduct, Id } from '../../../src/domain/records.js';
import type { LineInput } from '../../../src/domain/plan.js';
import { money, today } from '../../../src/testing/fixtures.js';
import { add, codes, deal, dealId, holds, licence, lines, world } from './world.js';

describe('products on a deal', () => {
  test('say what the catalogue says, in the currency of the deal, and the deal is worth their sum', () => {
    const model = world();
    add(
      model,
      { productId: licence.id, quantity: '2', discount: '10' },
      { productId: licence.id, variationId: 'small' },
    );
    assert.deepEqual(
      lines(model).map(({ name, unit, price, quantity, tax, currency }) => [
        name,
        unit,
        price,
        quantity,
        tax,
        currency,
      ]),
      [
        ['Platform licence', 'per seat and year', '1200', '2', '19', 'EUR'],
        ['Platform licence, Small', 'per seat and year', '90', '1', '19', 'EUR'],
      ],
    );
    assert.deepEqual(deal(model).value, { amount: '2250.00', currency: 'EUR' });
    holds(model);
  });

  test('may be of no catalogue, or go into it in the same commit', () => {
    const model = world();
    const { changes } = add(
      model,
      { name: 'Travel', price: '99.90' },
      { product: { name: 'Training', tax: '7' }, price: '10' },
    );
    assert.deepEqual(
      changes.map(({ op, kind }) => `${op} ${kind}`),
      ['create product', 'create dealProduct', 'create dealProduct', 'patch deal'],
    );
    const [travel, training] = lines(model);
    const product = model.all('product').find(({ name }) => name === 'Training')!;
    assert.deepEqual([travel!.productId, training!.productId, training!.tax], [null, product.id, '7']);
  });

  test('keep what they say when the product is changed or deleted', () => {
    const model = world();
    add(model, { productId: licence.id });
    model.run('product-edit', { id: licence.id, fields: { name: 'Other', prices: [] } });
    model.run('product-delete', { id: licence.id });
    assert.deepEqual(
      [lines(model)[0]!.name, lines(model)[0]!.price, deal(model).value!.amount],
      ['Platform licence', '1200', '1200.00'],
    );
    assert.deepEqual(codes(add(model, { productId: licence.id })), ['not-found lines.0.productId']);
  });

  test('the last one that goes leaves the deal with its last value', () => {
    const model = world();
    add(model, { name: 'Travel', price: '10' });
    model.run('deal-products-delete', { dealId, ids: [lines(model)[0]!.id] });
    assert.deepEqual([deal(model).value!.amount, deal(model).lines!.count], ['10.00', 0]);
    assert.deepEqual(codes(model.run('deal-edit', { id: dealId, fields: { value: money('7') } })), []);
  });

  test('nobody gives a deal that has some another value', () => {
    const model = world();
    add(model, { name: 'Travel', price: '10' });
    assert.deepEqual(codes(model.run('deal-edit', { id: dealId, fields: { value: money('7'), title: 'x' } })), [
      'invalid value sum',
    ]);
    assert.deepEqual(codes(model.run('deal-edit', { id: dealId, fields: { title: 'x' } })), []);
    // Planned before there was one, that comes to the very same.
    const other = world({ value: money('10.00') });
    const input = { id: dealId, fields: { value: money('7') } };
    const drafts = other.plan('deal-edit', input);
    add(other, { name: 'Travel', price: '10' });
    assert.deepEqual(codes(other.run('deal-edit', input, drafts)), ['invalid value sum']);
  });

  const wrong: readonly (readonly [string, LineInput, string])[] = [
    ['no name', { price: '1' }, 'required lines.0.name'],
    ['a price that is none', { name: 'a', price: 'ten' }, 'invalid lines.0.price number'],
    ['a price below 0', { name: 'a', price: '-1' }, 'invalid lines.0.price negative'],
    ['a price beyond all', { name: 'a', price: '1000000000000000' }, 'invalid lines.0.price too-large'],
    ['none of it', { name: 'a', quantity: '0' }, 'invalid lines.0.quantity zero'],
    ['more tax than there is', { name: 'a', tax: '100.01' }, 'invalid lines.0.tax percent'],
    ['more than all of it off', { name: 'a', price: '9', discount: '101' }, 'invalid lines.0.discount percent'],
    [
      'more off than it costs',
      { name: 'a', price: '9', discount: '9.01', discountType: 'amount' },
      'invalid lines.0.discount over',
    ],
    ['once, and yet so many times', { name: 'a', cycles: 3 }, 'invalid lines.0.cycles once'],
    ['weekly without an end', { name: 'a', frequency: 'weekly' }, 'required lines.0.cycles needed'],
    ['no times', { name: 'a', frequency: 'monthly', cycles: 0 }, 'invalid lines.0.cycles cycles'],
    ['more times than may be', { name: 'a', frequency: 'monthly', cycles: 209 }, 'invalid lines.0.cycles cycles'],
    [
      'a start long ago',
      { name: 'a', frequency: 'monthly', billingStart: '2016-11-22' },
      'invalid lines.0.billingStart far',
    ],
    [
      'a start far off',
      { name: 'a', frequency: 'monthly', billingStart: '2036-11-24' },
      'invalid lines.0.billingStart far',
    ],
  ];
  for (const [what, line, why] of wrong)
    test(`${what}: said at its field, and nothing is written`, () => {
      const model = world();
      assert.deepEqual(codes(add(model, line)), [why]);
      assert.deepEqual([lines(model), deal(model).value], [[], money('5000')]);
    });

  test(`ten years from ${today} are near enough, and what goes on without an end needs no number`, () => {
    const model = world();
    const start = { frequency: 'monthly', billingStart: '2036-11-23' } as const;
    assert.deepEqual(codes(add(model, { name: 'a', ...start, cycles: 208 }, { name: 'b', ...start })), []);
  });

  test('twenty of them may come again and again, no more; one that is there may be changed all the same', () => {
    const model = world();
    add(model, ...Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, frequency: 'monthly' }) as const), {
      name: 'once',
    });
    assert.deepEqual(codes(add(model, { name: 'x', frequency: 'annually' })), ['invalid lines.0.frequency recurring']);
    const once = lines(model).at(-1)!;
    const edit = (id: Id, fields: Partial<DealProduct>) => codes(model.run('deal-product-edit', { id, fields }));
    assert.deepEqual(edit(once.id, { frequency: 'annually' }), ['invalid frequency recurring']);
    assert.deepEqual(edit(lines(model)[0]!.id, { frequency: 'annually', price: '3' }), []);
    assert.deepEqual(codes(add(model, { name: 'another' })), []);
  });

  test('one that is charged once from now on has no term any more', () => {
    const model = world();
    add(model, { productId: 'hosting', price: '10', billingStart: '2026-12-01' });
    const [line] = lines(model);
    assert.deepEqual([line!.frequency, line!.cycles], ['monthly', 12]);
    model.run('deal-product-edit', { id: line!.id, fields: { frequency: 'oneTime' } });
    assert.deepEqual([lines(model)[0]!.cycles, lines(model)[0]!.billingStart], [null, null]);
  });

  test('are put in order by one write', () => {
    const model = world();
    add(model, { name: 'a' }, { name: 'b' }, { name: 'c' });
    const [a, b, c] = lines(model).map(({ id }) => id) as [Id, Id, Id];
    const sort = (ids: readonly Id[], before: Id | null) =>
      model.run('deal-products-sort', { dealId, ids, before }).changes.length;
    const names = () =>
      lines(model)
        .map(({ name }) => name)
        .join('');
    assert.deepEqual([sort([c], a), names()], [1, 'cab']);
    assert.deepEqual([sort([c, a], null), names()], [2, 'bca']);
    assert.equal(sort([a], null), 0);
    // Two at the same place, as another program may have written them: all of them get one of their own.
    model.commit([
      {
        op: 'patch',
        kind: 'dealProduct',
        id: b,
        fields: { rank: [model.get('dealProduct', b)!.rank, model.get('dealProduct', c)!.rank] },
      },
    ]);
    sort([a], lines(model)[1]!.id);
    assert.equal(new Set(lines(model).map(({ rank }) => rank)).size, 3);
    assert.equal(lines(model)[1]!.id, a);
  });
});
