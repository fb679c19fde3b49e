/** What may be said of a product. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codes, world } from './world.js';

describe('the catalogue', () => {
  const said = (fields: object): string[] => codes(world().run('product-add', { name: 'a', ...fields }));
  for (const [what, fields, why] of [
    ['no name', { name: ' ' }, ['required name']],
    [
      'two prices in a currency',
      {
        prices: [
          { currency: 'EUR', price: '1', cost: null },
          { currency: 'EUR', price: '2', cost: null },
        ],
      },
      ['invalid prices twice'],
    ],
    ['a currency that is none', { prices: [{ currency: 'E', price: '1', cost: null }] }, ['invalid prices currency']],
    ['a cost below 0', { prices: [{ currency: 'EUR', price: '1', cost: '-1' }] }, ['invalid prices negative']],
    ['a variation without a name', { variations: [{ id: 'v', name: '', prices: [] }] }, ['invalid variations text']],
    [
      'a name too long',
      { variations: [{ id: 'v', name: 'x'.repeat(256), prices: [] }] },
      ['invalid variations too-long'],
    ],
    ['weekly without an end', { frequency: 'weekly' }, ['invalid cycles needed']],
  ] as const)
    test(`${what} is refused`, () => assert.deepEqual(said(fields), why));

  test('an entry is added, changed, deleted', () => {
    const model = world();
    const { changes } = model.run('product-add', { name: ' Training ', code: ' T-1 ', tax: '7.5' });
    const { id } = changes[0]!;
    assert.deepEqual([model.get('product', id)!.name, model.get('product', id)!.code], ['Training', 'T-1']);
    model.run('product-edit', { id, fields: { active: false } });
    assert.equal(model.get('product', id)!.active, false);
    assert.deepEqual(codes(model.run('product-edit', { id, fields: { rev: 7 } })), ['invalid rev read-only']);
    model.run('product-delete', { id });
    assert.deepEqual(codes(model.run('product-delete', { id })), ['not-found']);
  });
});
