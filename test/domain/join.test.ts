import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ConversionDraft } from '../../src/domain/convert-draft.js';
import type { Deal } from '../../src/domain/records.js';
import { aDeal, aLead, creation, money } from '../../src/testing/fixtures.js';
import { ids, rich, world } from './convert-world.js';

describe('join', () => {
  const deal: Partial<Deal> = {
    id: 'deal-9',
    organizationId: 'organization-1',
    personId: null,
    title: 'Phase 1',
    value: money('900'),
    labelIds: ['label-2'],
  };
  const joining = (more: Partial<Deal> = {}) =>
    world(
      rich,
      creation('deal', aDeal({ ...deal, ...more })),
      creation('deal', aDeal({ id: 'deal-won', status: 'won' })),
      creation('deal', aDeal({ id: 'deal-other', personId: 'person-9' })),
    );

  test('open deals of the same person or organization are offered', () => {
    assert.deepEqual(
      joining()
        .plan('leads-convert', { ids })[0]!
        .joinable.map((one) => one.id),
      ['deal-9'],
    );
  });

  test('gaps are filled, labels united, nothing of the deal is removed; what differs is offered', () => {
    const model = joining();
    const [draft] = model.plan('leads-convert', { ids }) as ConversionDraft[];
    draft!.join = 'deal-9';
    assert.deepEqual(
      draft!.differences.map(([name]) => name),
      ['title', 'value', 'expectedClose', 'personId', 'custom.field-1'],
    );
    assert.deepEqual(draft!.drops, ['title', 'value']);
    draft!.fields['value'] = money('1250.50');
    assert.deepEqual(draft!.drops, ['title']);
    model.run('leads-convert', { ids }, [draft!]);
    const joined = model.get('deal', 'deal-9')!;
    assert.deepEqual(
      [
        joined.title,
        joined.value,
        joined.labelIds,
        joined.personId,
        joined.expectedClose,
        joined.custom,
        joined.sourceName,
      ],
      [
        'Phase 1',
        money('1250.50'),
        ['label-2', 'label-1'],
        'person-1',
        '2026-12-18',
        { 'field-1': 2027 },
        'Manually created',
      ],
    );
    assert.equal(model.all('note')[0]!.dealId, 'deal-9');
    assert.equal(model.get('lead', 'lead-1'), null);
    assert.deepEqual(model.get('conversion', 'lead-1')!.dropped, ['title']);
  });

  test('two leads of one command join one deal', () => {
    const model = joining();
    model.commit([
      creation('lead', aLead({ ...rich, id: 'lead-2', labelIds: ['label-3'], expectedClose: '2027-01-01' })),
    ]);
    const two = { ids: ['lead-1', 'lead-2'] };
    const drafts = model.plan('leads-convert', two);
    for (const draft of drafts) draft.join = 'deal-9';
    assert.deepEqual(model.run('leads-convert', two, drafts).problems, []);
    assert.deepEqual(model.get('deal', 'deal-9')!.labelIds, ['label-2', 'label-1', 'label-3']);
    assert.equal(model.get('deal', 'deal-9')!.expectedClose, '2026-12-18');
  });

  test('a deal that was won or deleted meanwhile is said to be', () => {
    const model = joining();
    const [draft] = model.plan('leads-convert', { ids });
    draft!.join = 'deal-9';
    model.run('deal-win', { ids: ['deal-9'] });
    assert.deepEqual(model.run('leads-convert', { ids }, [draft!]).problems, [{ code: 'closed', field: 'join' }]);
    model.run('deals-delete', { ids: ['deal-9'] });
    assert.deepEqual(model.run('leads-convert', { ids }, [draft!]).problems, [{ code: 'not-found', field: 'join' }]);
  });

  test('back to a new deal: the fields are the lead’s again', () => {
    const [draft] = joining().plan('leads-convert', { ids });
    const before = { ...draft!.fields };
    draft!.join = 'deal-9';
    draft!.join = null;
    assert.deepEqual(draft!.fields, before);
  });
});
