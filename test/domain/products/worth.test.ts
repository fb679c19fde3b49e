/** The deal is worth the sum of its lines, whatever is done. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DealProduct } from '../../../src/domain/records.js';
import { aDeal, creation, money } from '../../../src/testing/fixtures.js';
import type { Model } from '../model.js';
import { add, codes, deal, dealId, holds, licence, lines, world } from './world.js';

describe('what a deal with products is worth', () => {
  test('take their prices in another currency, where the catalogue has one; the others keep their number, or what was decided', () => {
    const model = world();
    add(model, { productId: licence.id }, { name: 'Travel', price: '10' }, { name: 'Hotel', price: '20' });
    const [, travel, hotel] = lines(model);
    model.run('deal-pricing', { id: dealId, currency: 'USD', prices: { [hotel!.id]: '25' } });
    assert.deepEqual(
      lines(model).map(({ price, currency }) => `${price} ${currency}`),
      ['1300 USD', '10 USD', '25 USD'],
    );
    assert.deepEqual(deal(model).value, { amount: '1335.00', currency: 'USD' });
    assert.deepEqual(
      codes(model.run('deal-pricing', { id: dealId, currency: 'EUR', prices: { [travel!.id]: '-1' } })),
      [`invalid prices.${travel!.id} negative`],
    );
    assert.deepEqual(codes(model.run('deal-pricing', { id: dealId, currency: 'euro' })), ['invalid currency currency']);
  });

  test('in another currency take what is decided of amounts that were taken off, and keep percentages', () => {
    const model = world();
    add(
      model,
      { name: 'Travel', price: '100', discount: '30', discountType: 'amount' },
      { name: 'Hotel', price: '100', discount: '10' },
    );
    const [travel, hotel] = lines(model);
    const off = { id: 'x', type: 'amount', amount: '5', description: 'Loyal' } as const;
    model.run('deal-pricing', { id: dealId, discounts: [off] });
    assert.equal(deal(model).value!.amount, '155.00');
    assert.deepEqual(
      codes(model.run('deal-pricing', { id: dealId, currency: 'USD', lineDiscounts: { [travel!.id]: 'much' } })),
      [`invalid lineDiscounts.${travel!.id} number`],
    );
    model.run('deal-pricing', {
      id: dealId,
      currency: 'USD',
      lineDiscounts: { [travel!.id]: '40', [hotel!.id]: '50' },
      discounts: [{ ...off, amount: '6' }],
    });
    assert.deepEqual(
      lines(model).map(({ discount, discountType }) => `${discount} ${discountType}`),
      ['40 amount', '10 percentage'],
    );
    assert.deepEqual(deal(model).value, { amount: '144.00', currency: 'USD' });
    model.run('deal-pricing', { id: dealId, currency: 'GBP' });
    assert.equal(lines(model)[0]!.discount, '40');
  });

  test('what is taken off their sum needs an amount and words', () => {
    const model = world();
    add(model, { name: 'a', price: '100' });
    const off = { id: 'x', type: 'amount', amount: '0', description: ' ' } as const;
    assert.deepEqual(codes(model.run('deal-pricing', { id: dealId, discounts: [off] })), [
      'invalid discounts.0.amount zero',
      'required discounts.0.description needed',
    ]);
    model.run('deal-pricing', { id: dealId, discounts: [{ ...off, amount: '30', description: 'Loyal' }] });
    assert.equal(deal(model).value!.amount, '70.00');
    model.run('deal-pricing', { id: dealId, taxing: 'none' });
    assert.deepEqual(
      [deal(model).value!.amount, deal(model).taxing, deal(model).discounts!.length],
      ['70.00', 'none', 1],
    );
  });

  test('of merged deals come to one sum, those of another currency are shown and not counted, and all go back', () => {
    const model = world();
    model.commit([
      creation('deal', aDeal({ id: 'deal-2', value: money('0', 'USD') })),
      creation('deal', aDeal({ id: 'deal-3', value: money('1') })),
    ]);
    add(model, { name: 'a', price: '100' });
    model.run('deal-products-add', { dealId: 'deal-2', lines: [{ name: 'b', price: '7' }] });
    model.run('deal-products-add', { dealId: 'deal-3', lines: [{ name: 'c', price: '5' }] });
    const [draft] = model.plan('deals-merge', { ids: [dealId, 'deal-2', 'deal-3'], survivorId: dealId });
    assert.ok(!draft!.differences.some(({ field }) => field === 'value'));
    model.run('deals-merge', { ids: [dealId, 'deal-2', 'deal-3'], survivorId: dealId });
    assert.deepEqual([deal(model).value!.amount, deal(model).lines!.count], ['105.00', 3]);
    const foreign = lines(model).find(({ name }) => name === 'b')!;
    model.run('trash-restore', { ids: ['deal-3'] });
    for (const id of [dealId, 'deal-3']) holds(model, id);
    // A price that is typed is one of the deal it is on.
    model.run('deal-product-edit', { id: foreign.id, fields: { price: '8' } });
    assert.equal(deal(model).value!.amount, '108.00');
    model.run('trash-restore', { ids: ['deal-2'] });
    for (const id of [dealId, 'deal-2']) holds(model, id);
  });

  test('a lead that joins such a deal, or becomes the one it was, changes nothing of its value', () => {
    const model = world({ personId: 'person-1' });
    add(model, { name: 'a', price: '100' });
    model.run('deals-convert', { ids: [dealId] });
    model.run('lead-edit', { id: dealId, fields: { value: money('1') } });
    assert.deepEqual(codes(model.run('leads-convert', { ids: [dealId] })), []);
    assert.equal(deal(model).value!.amount, '100.00');
    holds(model);
    const { changes } = model.run('lead-add', { title: 'x', person: { id: 'person-1' }, value: money('3') });
    const leadId = changes.find(({ kind }) => kind === 'lead')!.id;
    const drafts = model.plan('leads-convert', { ids: [leadId] });
    drafts[0]!.join = dealId;
    assert.ok(!drafts[0]!.fields.value);
    drafts[0]!.fields.value = money('3');
    assert.deepEqual(codes(model.run('leads-convert', { ids: [leadId] }, drafts)), ['invalid value sum']);
  });

  test('property: whatever is done, in whatever order, the deal is worth the sum of its lines', () => {
    const pick = (model: Model, n: number): DealProduct | undefined =>
      lines(model)[n % Math.max(1, lines(model).length)];
    const step = fc.oneof(
      fc
        .record({
          name: fc.constant('a'),
          price: fc.constantFrom('0', '9.99', '1200.005'),
          quantity: fc.constantFrom('1', '2.5'),
        })
        .map((line) => (model: Model) => void add(model, line)),
      fc
        .tuple(
          fc.nat(9),
          fc.constantFrom<Partial<DealProduct>[]>(
            { enabled: false },
            { enabled: true },
            { price: '3.333' },
            { discount: '50' },
            { quantity: '7' },
            { comment: 'x' },
            { tax: '7' },
          ),
        )
        .map(
          ([n, fields]) =>
            (model: Model) =>
              void (pick(model, n) && model.run('deal-product-edit', { id: pick(model, n)!.id, fields })),
        ),
      fc
        .nat(9)
        .map(
          (n) => (model: Model) =>
            void model.run('deal-products-delete', { dealId, ids: [pick(model, n)?.id ?? 'none'] }),
        ),
      fc
        .constantFrom('EUR', 'USD', 'JPY')
        .map((currency) => (model: Model) => void model.run('deal-pricing', { id: dealId, currency })),
      fc.constantFrom('5', '33.333').map(
        (amount) => (model: Model) =>
          void model.run('deal-pricing', {
            id: dealId,
            discounts: [{ id: 'd', type: 'percentage', amount, description: 'd' }],
          }),
      ),
      fc.constant((model: Model) => {
        model.run('deals-convert', { ids: [dealId] });
        model.run('leads-convert', { ids: [dealId] });
      }),
      fc.constant((model: Model) => {
        model.run('deals-delete', { ids: [dealId] });
        model.run('trash-restore', { ids: [dealId] });
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const model = world();
        for (const each of steps) {
          each(model);
          holds(model);
        }
      }),
      { numRuns: 300 },
    );
  });
});
