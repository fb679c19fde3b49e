/** Several leads, or deals, become one: whose values, what hangs on them, receipts, and what stands in the way. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Deal, Id } from '../../src/domain/records.js';
import type { MergingDraft } from '../../src/domain/merge-draft.js';
import {
  aDeal,
  aField,
  aLead,
  aNote,
  anActivity,
  creation,
  later,
  made,
  minutesAfter,
  money,
} from '../../src/testing/fixtures.js';
import { codes, records, world } from './command-world.js';
import { Conflict, type Model } from './model.js';

const both = ['deal-1', 'deal-2'];
const merge = (model: Model, ids: readonly Id[] = both, survivorId?: Id) =>
  model.run('deals-merge', survivorId === undefined ? { ids } : { ids, survivorId });

/** Any deal with any values of the fields that are chosen. */
const anyDeal = (id: Id) =>
  fc
    .record({
      title: fc.constantFrom('Roof', 'Heat pump', 'Boiler'),
      value: fc.constantFrom(null, money('10'), money('10', 'USD'), money('7.5')),
      expectedClose: fc.constantFrom(null, '2027-01-31'),
      ownerId: fc.constantFrom(null, 'user-1'),
      organizationId: fc.constantFrom(null, 'organization-1'),
      channel: fc.constantFrom(null, 'ads', 'fair'),
      probability: fc.constantFrom(null, 0, 60),
      labelIds: fc.subarray(['label-1', 'label-2']),
      custom: fc.constantFrom<Deal['custom']>(
        {},
        { 'field-1': 3 },
        { 'field-1': 4, 'field-2': ['a'] },
        { 'field-2': ['b'] },
      ),
      status: fc.constantFrom<Deal['status']>('open', 'won', 'lost'),
    })
    .map((fields) => aDeal({ id, ...fields, channelId: fields.channel === null ? null : `${fields.channel}-${id}` }));

function board(deals: readonly Deal[]): Model {
  const options = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  const model = world();
  model.commit([
    creation('field', aField({ id: 'field-2', type: 'options', options })),
    ...deals.map((deal) => creation('deal', deal)),
    ...deals.flatMap(({ id }) => [
      creation('note', aNote({ id: `note-${id}`, leadId: null, dealId: id })),
      creation('activity', anActivity({ id: `activity-${id}`, leadId: null, dealId: id })),
    ]),
  ]);
  return model;
}

describe('merging', () => {
  test('property: own values first, gaps filled in order, lists united, all that hangs on them kept, and back out of the trash', () => {
    const ids = ['deal-a', 'deal-b', 'deal-c'];
    fc.assert(
      fc.property(fc.tuple(...ids.map(anyDeal)), fc.constantFrom(...ids), (deals, survivorId) => {
        const model = board(deals);
        const order = [survivorId, ...ids.filter((id) => id !== survivorId)].map((id) => model.get('deal', id)!);
        assert.deepEqual(merge(model, ids, survivorId).problems, []);
        const deal = model.get('deal', survivorId)!;
        for (const name of ['value', 'expectedClose', 'ownerId', 'organizationId', 'channel'] as const)
          assert.deepEqual(deal[name], order.find((one) => one[name] !== null)?.[name] ?? null, name);
        // What belongs to the channel is not torn from it.
        assert.equal(deal.channelId, order.find((one) => one.channel !== null)?.channelId ?? null);
        for (const name of ['title', 'probability', 'status', 'stageId', 'rank', 'createdAt'] as const)
          assert.deepEqual(deal[name], order[0]![name], name);
        assert.deepEqual(deal.labelIds, [...new Set(order.flatMap((one) => one.labelIds))]);
        assert.equal(
          deal.custom['field-1'],
          order.find((one) => one.custom['field-1'] !== undefined)?.custom['field-1'],
        );
        const united = [...new Set(order.flatMap((one) => (one.custom['field-2'] ?? []) as readonly string[]))];
        assert.deepEqual(deal.custom['field-2'] ?? [], united);
        for (const kind of ['note', 'activity'] as const)
          for (const id of ids) assert.equal(model.get(kind, `${kind}-${id}`)!.dealId, survivorId);
        const gone = ids.filter((id) => id !== survivorId);
        for (const id of gone) {
          assert.equal(model.get('deal', id), null);
          assert.equal(model.get('trash', id)!.mergedInto, survivorId);
        }
        model.run('trash-restore', { ids: gone });
        for (const id of gone)
          assert.deepEqual(
            { ...model.get('deal', id), rev: 0 },
            { ...order.find((one) => one.id === id), rev: 0, touchedAt: later },
          );
        for (const kind of ['note', 'activity'] as const)
          for (const id of ids) assert.equal(model.get(kind, `${kind}-${id}`)!.dealId, id);
        assert.equal(model.get('deal', survivorId)!.mergedIds, null);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps the oldest by default, an open one before a closed one; it is known by somebody, if one of them is', () => {
    const model = world();
    model.commit([
      creation('deal', aDeal({ id: 'deal-old', createdAt: '2026-01-01T00:00:00.000Z', status: 'lost' })),
      creation('deal', aDeal({ id: 'deal-new', createdAt: minutesAfter(5) })),
      creation('lead', aLead({ id: 'lead-3', seen: true, createdAt: minutesAfter(1) })),
    ]);
    const [draft] = model.plan('deals-merge', { ids: ['deal-new', 'deal-old', 'deal-1'] });
    assert.equal(draft!.survivorId, 'deal-1');
    model.run('leads-merge', { ids: ['lead-3', 'lead-1'] });
    assert.deepEqual([model.get('lead', 'lead-1')!.seen, model.get('lead', 'lead-3')], [true, null]);
  });

  test('a value is one of theirs, never a sum, and chosen field by field; another survivor keeps what was chosen', () => {
    const model = world();
    model.commit([
      creation('deal', aDeal({ id: 'deal-a', value: money('100', 'EUR'), title: 'A', channel: 'ads', channelId: '1' })),
      creation(
        'deal',
        aDeal({ id: 'deal-b', value: money('250', 'USD'), title: 'B', channel: 'fair', channelId: '2' }),
      ),
    ]);
    const input = { ids: ['deal-a', 'deal-b'] };
    const [draft] = model.plan('deals-merge', input);
    assert.deepEqual(
      draft!.differences.map(({ field }) => field),
      ['title', 'value', 'channel'],
    );
    assert.equal(draft!.chosen('value'), 'deal-a');
    draft!.choose('value', 'deal-b');
    draft!.choose('channel', 'deal-b');
    draft!.survivorId = 'deal-b';
    assert.deepEqual([draft!.chosen('value'), draft!.chosen('title')], ['deal-b', 'deal-b']);
    draft!.choose('title', 'deal-a');
    assert.deepEqual(model.run('deals-merge', input, [draft!]).problems, []);
    const deal = model.get('deal', 'deal-b')!;
    assert.deepEqual([deal.title, deal.value, deal.channelId], ['A', money('250', 'USD'), '2']);
  });

  test('a host may give a value that none of them has, and it has to be one', () => {
    const model = world();
    const fields = { value: money('12'), title: ' ' };
    assert.deepEqual(codes(model.plan('deals-merge', { ids: both, fields })[0]!.problems), ['title title']);
    model.run('deals-merge', { ids: both, fields: { ...fields, title: ' One ' } });
    assert.deepEqual([model.get('deal', 'deal-1')!.title, model.get('deal', 'deal-1')!.value], ['One', money('12')]);
  });

  test('what the stage asks for is not given up, and what was missing before is no reason to refuse', () => {
    const model = world();
    model.run('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'stage-1', requiredFields: ['value', 'expectedClose'] }],
    });
    model.run('deal-edit', { id: 'deal-1', fields: { value: money('5') } });
    const [draft] = model.plan('deals-merge', { ids: both });
    assert.deepEqual(draft!.problems, []);
    draft!.choose('value', 'deal-2');
    assert.deepEqual(codes(model.run('deals-merge', { ids: both }, [draft!]).problems), ['required value']);
    assert.equal(model.all('deal').length, 2);
  });

  test('one of the two has to be somebody', () => {
    const model = world();
    model.commit([creation('lead', aLead({ id: 'lead-4', personId: null, organizationId: 'organization-1' }))]);
    const [draft] = model.plan('leads-merge', { ids: ['lead-1', 'lead-4'], survivorId: 'lead-1' });
    draft!.choose('personId', 'lead-4');
    draft!.choose('organizationId', 'lead-1');
    assert.deepEqual(codes(model.run('leads-merge', { ids: ['lead-1', 'lead-4'] }, [draft!]).problems), [
      'nobody personId',
    ]);
  });

  test('was won when the first of them was', () => {
    const model = world();
    model.commit([
      creation('deal', aDeal({ id: 'deal-w', status: 'won', wonAt: made, closedAt: made, firstWonAt: made })),
    ]);
    merge(model, ['deal-1', 'deal-w'], 'deal-1');
    const { status, firstWonAt, wonAt } = model.get('deal', 'deal-1')!;
    assert.deepEqual([status, firstWonAt, wonAt], ['open', made, null]);
  });

  test('names all that came into it, also through others', () => {
    const model = world();
    model.commit([creation('deal', aDeal({ id: 'deal-3' }))]);
    merge(model, ['deal-3', 'deal-2'], 'deal-2');
    merge(model, both, 'deal-1');
    assert.deepEqual(model.get('deal', 'deal-1')!.mergedIds, ['deal-3', 'deal-2']);
    model.run('trash-restore', { ids: ['deal-2'] });
    assert.deepEqual(
      [model.get('deal', 'deal-1')!.mergedIds, model.get('deal', 'deal-2')!.mergedIds],
      [null, ['deal-3']],
    );
  });
});

describe('a merge is refused', () => {
  test('where there is nothing to merge, or one is gone; one that was merged before leads on', () => {
    const model = world();
    const why = (ids: readonly Id[]) => codes(model.plan('deals-merge', { ids })[0]!.problems);
    assert.deepEqual(why(['deal-1', 'deal-1']), ['invalid ids']);
    assert.deepEqual(codes(model.plan('deals-merge', { ids: both, survivorId: 'deal-9' })[0]!.problems), [
      'invalid ids',
    ]);
    assert.deepEqual(why(['deal-1', 'gone']), ['not-found']);
    merge(model, both, 'deal-1');
    const [problem] = model.plan('deals-merge', { ids: both })[0]!.problems;
    assert.deepEqual([problem!.code, problem!.mergedInto], ['merged', 'deal-1']);
  });

  test('where somebody has changed the one that goes; not where they only looked at it', () => {
    const model = world();
    const input = { ids: ['lead-1', 'lead-2'], survivorId: 'lead-1' };
    const changed = model.plan('leads-merge', input);
    model.run('lead-edit', { id: 'lead-2', fields: { title: 'Other' } });
    assert.throws(() => model.run('leads-merge', input, changed), Conflict);
    const seen = model.plan('leads-merge', input);
    model.run('leads-see', { ids: ['lead-2'], seen: true });
    assert.deepEqual(model.run('leads-merge', input, seen).problems, []);
    assert.equal(model.get('lead', 'lead-2'), null);
  });

  test('of two that merge the same pair each into the other: the second loses nothing', () => {
    for (const kind of ['deal', 'lead'] as const) {
      const model = world();
      const ids = [`${kind}-1`, `${kind}-2`] as const;
      const name = `${kind}s-merge` as const;
      const there = model.plan(name, { ids, survivorId: ids[0] });
      const back = model.plan(name, { ids, survivorId: ids[1] });
      const found = (draft: unknown) => (draft as MergingDraft).id;
      assert.deepEqual([found(there[0]), found(back[0])], ids);
      model.run(name, { ids, survivorId: ids[0] }, there);
      const before = records(model);
      const { problems } = model.run(name, { ids, survivorId: ids[1] }, back);
      assert.deepEqual(codes(problems), ['merged']);
      assert.deepEqual(records(model), before);
    }
  });
});
