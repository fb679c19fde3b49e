/** A deal, a catalogue, and hands for its lines. */
import assert from 'node:assert/strict';
import type { DealProduct, Id } from '../../../src/domain/records.js';
import type { LineInput } from '../../../src/domain/plan.js';
import { dealSums } from '../../../src/domain/products/sums.js';
import { aBoard, aDeal, aPerson, aProduct, creation, money } from '../../../src/testing/fixtures.js';
import { Model } from '../model.js';

export const licence = aProduct({
  prices: [
    { currency: 'EUR', price: '1200', cost: '800' },
    { currency: 'USD', price: '1300', cost: null },
  ],
  variations: [{ id: 'small', name: 'Small', prices: [{ currency: 'EUR', price: '90', cost: null }] }],
});
export const dealId = 'deal-1';

export function world(deal = {}): Model {
  return new Model([
    ...aBoard(),
    creation('person', aPerson()),
    creation('product', licence),
    creation('product', aProduct({ id: 'hosting', name: 'Hosting', prices: [], frequency: 'monthly', cycles: 12 })),
    creation('deal', aDeal({ value: money('5000'), ...deal })),
  ]);
}
export const deal = (model: Model) => model.get('deal', dealId)!;
export const lines = (model: Model): DealProduct[] =>
  model.all('dealProduct').sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
export const add = (model: Model, ...given: LineInput[]) => model.run('deal-products-add', { dealId, lines: given });
export const codes = ({
  problems,
}: {
  problems: readonly { code: string; field?: string; detail?: string }[];
}): string[] => problems.map(({ code, field = '', detail = '' }) => [code, field, detail].join(' ').trim());
/** Its value is the sum of its lines, and it knows how many there are. */
export function holds(model: Model, id: Id = dealId): void {
  const record = model.get('deal', id)!;
  const own = model.all('dealProduct').filter((line) => line.dealId === id);
  assert.equal(record.lines?.count ?? 0, own.length);
  if (own.length > 0)
    assert.equal(record.value!.amount, dealSums(own, record.value!.currency, null, record.discounts).value);
}
