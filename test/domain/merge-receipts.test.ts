/** What becomes of the receipts of conversions when their deals, or leads, are merged. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Id } from '../../src/domain/records.js';
import { aConversion, creation } from '../../src/testing/fixtures.js';
import { codes, world } from './command-world.js';
import type { Model } from './model.js';

const both = ['deal-1', 'deal-2'];
const merge = (model: Model, ids: readonly Id[] = both, survivorId?: Id) =>
  model.run('deals-merge', survivorId === undefined ? { ids } : { ids, survivorId });

describe('receipts of conversions', () => {
  const converted = (): Model => {
    const model = world();
    model.run('leads-convert', { ids: ['lead-1'] });
    return model;
  };
  const dealOf = (model: Model): Id => model.get('conversion', 'lead-1')!.dealId;

  test('lead to the one that stays, and are taken back again when the merge has been', () => {
    const model = converted();
    const made_ = dealOf(model);
    merge(model, ['deal-1', made_], 'deal-1');
    const receipt = model.get('conversion', 'lead-1')!;
    assert.deepEqual([receipt.dealId, receipt.mergedFrom], ['deal-1', made_]);
    const [problem] = model.run('conversions-undo', { ids: ['lead-1'] }).problems;
    assert.deepEqual([problem!.code, problem!.detail, problem!.dealId], ['changed', 'merged', 'deal-1']);
    assert.equal(model.get('lead', 'lead-1'), null);
    model.run('trash-restore', { ids: [made_] });
    assert.deepEqual([dealOf(model), model.get('conversion', 'lead-1')!.mergedFrom], [made_, null]);
    assert.deepEqual(model.run('conversions-undo', { ids: ['lead-1'] }).problems, []);
    assert.equal(model.get('note', 'note-1')!.leadId, 'lead-1');
    assert.equal(model.get('deal', made_), null);
  });

  test('of the one that stays: it holds what came of others, and is not taken away with its conversion', () => {
    const model = converted();
    merge(model, [dealOf(model), 'deal-2'], dealOf(model));
    assert.deepEqual(codes(model.run('conversions-undo', { ids: ['lead-1'] }).problems), ['changed merged']);
    assert.ok(model.get('deal', dealOf(model)));
  });

  test('of a lead that joined the one that goes are not taken back out of the other', () => {
    const model = world();
    model.commit([
      creation(
        'conversion',
        aConversion({ id: 'lead-j', dealId: 'deal-2', joined: true, expiresAt: '2027-01-01T00:00:00.000Z' }),
      ),
    ]);
    merge(model, both, 'deal-1');
    assert.deepEqual(codes(model.run('conversions-undo', { ids: ['lead-j'] }).problems), ['changed merged']);
  });

  test('that were taken back stay with the lead; one that is not finished holds the merge', () => {
    const model = world();
    model.commit([
      creation('conversion', aConversion({ id: 'lead-u', dealId: 'deal-2', state: 'undone' })),
      creation('conversion', aConversion({ id: 'lead-r', dealId: 'deal-1', state: 'running' })),
    ]);
    assert.deepEqual(codes(merge(model).problems), ['changed running']);
    model.commit([{ op: 'patch', kind: 'conversion', id: 'lead-r', fields: { state: ['running', 'active'] } }]);
    merge(model, both, 'deal-1');
    assert.equal(model.get('conversion', 'lead-u')!.dealId, 'deal-2');
  });

  test('a deal that others were merged into goes back as the lead it was, and is the same deal again', () => {
    const model = converted();
    const id = dealOf(model);
    merge(model, [id, 'deal-2'], id);
    const deal = model.get('deal', id)!;
    assert.deepEqual(model.run('deals-convert', { ids: [id] }).problems, []);
    assert.ok(model.get('lead', 'lead-1'));
    model.run('leads-convert', { ids: ['lead-1'] });
    assert.deepEqual(model.get('deal', id)!.mergedIds, deal.mergedIds);
  });

  test('a merged lead becomes a deal that was merged with none', () => {
    const model = world();
    model.run('leads-merge', { ids: ['lead-1', 'lead-2'] });
    assert.deepEqual(model.get('lead', 'lead-1')!.mergedIds, ['lead-2']);
    model.run('leads-convert', { ids: ['lead-1'] });
    assert.equal('mergedIds' in model.get('deal', dealOf(model))!, false);
    assert.deepEqual(model.run('conversions-undo', { ids: ['lead-1'] }).problems, []);
    assert.deepEqual(model.get('lead', 'lead-1')!.mergedIds, ['lead-2']);
  });
});
