/** Back to the inbox: the lead it was with what was worked out since, and the same deal when it is converted again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Deal, Lead } from '../../src/domain/records.js';
import { aDeal, aLabel, aNote, anActivity, creation, later, money } from '../../src/testing/fixtures.js';
import { codes } from './command-world.js';
import { ids, world } from './convert-world.js';
import { plain, type Model } from './model.js';

/** Without what time and the storage set by themselves. */
const core = (record: Lead | Deal | null): unknown => {
  const { rev: _rev, updatedAt: _at, touchedAt: _touched, ...rest } = plain(record) as Lead;
  return rest;
};
const dealOf = (model: Model): Deal => model.all('deal')[0]!;
const children = (model: Model) =>
  ['note' as const, 'activity' as const].flatMap((kind) =>
    model.all(kind).map(({ id, leadId, dealId }) => [id, leadId, dealId]),
  );

describe('a deal that goes back to the leads', () => {
  test('property: lead, deal, lead, deal gives back the same deal, whatever was done with it as a deal', () => {
    const step = fc.oneof(
      fc.constant((model: Model) => model.run('deal-move', { ids: [dealOf(model).id], stageId: 'stage-3' })),
      fc.constant((model: Model) => {
        model.run('deal-lose', { ids: [dealOf(model).id], reason: 'Price' });
        model.run('deal-reopen', { ids: [dealOf(model).id] });
      }),
      fc.constant((model: Model) => {
        model.run('deal-win', { ids: [dealOf(model).id] });
        model.run('deal-reopen', { ids: [dealOf(model).id] });
      }),
      fc
        .record({
          title: fc.constantFrom('Heat pump', 'Roof'),
          probability: fc.constantFrom(null, 0, 35, 100),
          value: fc.constantFrom(null, money('12.50'), money('7', 'USD')),
          labelIds: fc.subarray(['label-1', 'label-2']),
          'custom.field-1': fc.constantFrom(null, 3, 2027),
          expectedClose: fc.constantFrom(null, '2027-02-28'),
        })
        .map((fields) => (model: Model) => model.run('deal-edit', { id: dealOf(model).id, fields })),
      fc.constant((model: Model) => model.run('note-add', { on: { dealId: dealOf(model).id }, text: 'Called' })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.integer({ min: 1, max: 3 }), (steps, times) => {
        const model = world(undefined, creation('label', aLabel({ id: 'label-2' })));
        model.run('leads-convert', { ids });
        for (const each of steps) each(model);
        const deal = dealOf(model);
        const hung = children(model);
        for (let i = 0; i < times; i++) {
          assert.deepEqual(model.run('deals-convert', { ids: [deal.id] }).problems, []);
          assert.equal(model.all('deal').length, 0);
          const lead = model.get('lead', 'lead-1')!;
          for (const name of ['title', 'value', 'labelIds', 'custom', 'expectedClose', 'personId'] as const)
            assert.deepEqual(lead[name], deal[name], name);
          assert.ok(children(model).every(([, leadId, dealId]) => leadId === 'lead-1' && dealId === null));
          assert.deepEqual(model.run('leads-convert', { ids }).problems, []);
        }
        assert.deepEqual(core(dealOf(model)), core(deal));
        assert.deepEqual(children(model), hung);
        assert.equal(model.all('lead').length, 0);
        assert.equal(model.get('conversion', 'lead-1')!.state, 'active');
      }),
      { numRuns: 200 },
    );
  });

  test('is the lead it was: since when, from where, in the inbox, known to somebody', () => {
    const model = world({
      archivedAt: later,
      seen: false,
      sourceName: 'Web form',
      createdAt: '2026-01-02T03:04:05.000Z',
    });
    const before = model.get('lead', 'lead-1')!;
    model.run('leads-convert', { ids });
    const deal = dealOf(model);
    model.run('deals-convert', { ids: [deal.id] });
    const lead = model.get('lead', 'lead-1')!;
    assert.deepEqual(core(lead), core({ ...before, archivedAt: null, seen: true, sourceDealId: deal.id }));
  });

  test('that never was a lead becomes one under its own id, and is the same deal again', () => {
    const model = world(undefined, creation('deal', aDeal({ id: 'deal-9', probability: 40, stageId: 'stage-2' })));
    model.commit([
      creation('note', aNote({ id: 'note-9', leadId: null, dealId: 'deal-9' })),
      creation('activity', anActivity({ id: 'activity-9', leadId: null, dealId: 'deal-9' })),
    ]);
    const deal = model.get('deal', 'deal-9')!;
    const [draft] = model.plan('deals-convert', { ids: ['deal-9'] });
    assert.deepEqual(
      [draft!.leadId, draft!.moves, draft!.stays],
      ['deal-9', { notes: 1, activities: 1 }, ['stageId', 'probability']],
    );
    model.run('deals-convert', { ids: ['deal-9'] });
    assert.equal(model.get('lead', 'deal-9')!.sourceDealId, 'deal-9');
    assert.equal(model.get('note', 'note-9')!.leadId, 'deal-9');
    model.run('leads-convert', { ids: ['deal-9'] });
    assert.deepEqual(core(model.get('deal', 'deal-9')), core(deal));
  });

  test('goes where one says when it is converted again, and to the first stage where its own is gone', () => {
    const model = world();
    model.run('leads-convert', { ids, target: { stageId: 'stage-2' } });
    const { id } = dealOf(model);
    model.run('deals-convert', { ids: [id] });
    assert.equal(model.plan('leads-convert', { ids })[0]!.stageId, 'stage-2');
    model.run('leads-convert', { ids, target: { stageId: 'stage-3' } });
    assert.deepEqual([dealOf(model).id, dealOf(model).stageId], [id, 'stage-3']);
    assert.deepEqual(
      dealOf(model).stageHistory.map(({ stageId }) => stageId),
      ['stage-2', 'stage-3'],
    );
    model.run('deals-convert', { ids: [id] });
    model.run('pipeline-save', { id: 'pipeline-1', remove: ['stage-3'] });
    assert.equal(model.plan('leads-convert', { ids })[0]!.stageId, 'stage-1');
  });

  test('keeps what waits for it, however long, also when the second conversion was taken back', () => {
    const model = world();
    model.run('leads-convert', { ids });
    model.run('deal-edit', { id: dealOf(model).id, fields: { probability: 25 } });
    const { id } = dealOf(model);
    model.run('deals-convert', { ids: [id] });
    model.run('leads-convert', { ids });
    assert.deepEqual(model.run('conversions-undo', { ids }).problems, []);
    assert.ok(model.get('conversion', 'lead-1')!.expiresAt > '2900');
    model.run('leads-convert', { ids });
    assert.deepEqual([dealOf(model).id, dealOf(model).probability], [id, 25]);
  });

  const refused: readonly (readonly [string, (model: Model, id: string) => unknown, string])[] = [
    ['is won', (model, id) => model.run('deal-win', { ids: [id] }), 'closed'],
    ['is gone', (model, id) => model.run('deals-delete', { ids: [id] }), 'not-found'],
    [
      'has become a lead already in another way',
      (model) => model.commit([creation('lead', { ...model.get('conversion', 'lead-1')!.lead, rev: 0 })]),
      'changed lead-exists',
    ],
  ];
  for (const [what, how, problem] of refused) {
    test(`stays where it ${what}`, () => {
      const model = world();
      model.run('leads-convert', { ids });
      const { id } = dealOf(model);
      how(model, id);
      const before = model.all('deal').length;
      assert.deepEqual(codes(model.run('deals-convert', { ids: [id] }).problems), [problem]);
      assert.equal(model.all('deal').length, before);
    });
  }

  test('leaves leads that had joined it with their receipts, which are good again with the deal', () => {
    const model = world(undefined, creation('lead', { ...world().get('lead', 'lead-1')!, id: 'lead-2', rev: 0 }));
    model.run('leads-convert', { ids });
    const { id } = dealOf(model);
    const drafts = model.plan('leads-convert', { ids: ['lead-2'] });
    drafts[0]!.join = id;
    model.run('leads-convert', { ids: ['lead-2'] }, drafts);
    model.run('deals-convert', { ids: [id] });
    assert.deepEqual(
      model.all('lead').map((lead) => lead.id),
      ['lead-1'],
    );
    assert.equal(model.run('conversions-undo', { ids: ['lead-2'] }).problems[0]?.detail, 'deal-missing');
    model.run('leads-convert', { ids });
    assert.deepEqual(model.run('conversions-undo', { ids: ['lead-2'] }).problems, []);
  });
});
