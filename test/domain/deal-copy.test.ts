import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDeal, aDealProduct, aParticipant, creation, later, money } from '../../src/testing/fixtures.js';
import { codes, world } from './command-world.js';

describe('the same deal once more', () => {
  const copyIn = (model: ReturnType<typeof world>) =>
    model.all('deal').find(({ id }) => id !== 'deal-1' && id !== 'deal-2');

  test('is open, with the same people and values, and without what has happened to the other', () => {
    const model = world();
    model.run('deal-edit', { id: 'deal-2', fields: { probability: 40, value: money('7.5'), 'custom.field-1': 3 } });
    model.run('deals-follow', { ids: ['deal-2'], add: ['user-1'], remove: [] });
    model.run('deal-wait', { ids: ['deal-2'], until: '2100-01-04', reason: 'The tender opens' });
    model.run('deal-lose', { ids: ['deal-2'], reason: 'Price', comment: 'Too dear' });
    model.run('deal-duplicate', { id: 'deal-2', title: 'Another' });
    const [deal, copy] = [model.get('deal', 'deal-2')!, copyIn(model)!];
    assert.deepEqual(
      [copy.title, copy.status, copy.lostReason, copy.closedAt, copy.probability, copy.waitUntil, copy.followerIds],
      ['Another', 'open', null, null, null, undefined, undefined],
    );
    for (const name of ['personId', 'value', 'labelIds', 'custom', 'stageId', 'ownerId', 'sourceName'] as const)
      assert.deepEqual(copy[name], deal[name], name);
    assert.deepEqual([copy.createdAt, copy.creatorId, copy.stageHistory.length], [later, 'user-1', 1]);
  });

  test('stands where the other stands, though that lacks what the stage asks for by now', () => {
    const model = world();
    const stage = model.get('stage', 'stage-1')!;
    model.commit([creation('stage', { ...stage, id: 'stage-strict', requiredFields: ['value'] })]);
    model.commit([creation('deal', aDeal({ id: 'deal-3', stageId: 'stage-strict' }))]);
    assert.deepEqual(codes(model.run('deal-duplicate', { id: 'deal-3' }).problems), []);
    assert.equal(model.all('deal').filter(({ stageId }) => stageId === 'stage-strict').length, 2);
  });

  test('has its own products and participants, and none of its notes', () => {
    const model = world();
    model.commit([
      creation('dealProduct', aDealProduct({ id: 'line', dealId: 'deal-1' })),
      creation('participant', aParticipant({ id: 'beside', dealId: 'deal-1' })),
    ]);
    const { changes } = model.run('deal-duplicate', { id: 'deal-1' });
    const copy = copyIn(model)!;
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['deal', 'dealProduct', 'participant'],
    );
    for (const kind of ['dealProduct', 'participant'] as const) {
      const [was, is] = model.all(kind).sort((a) => (a.dealId === 'deal-1' ? -1 : 1));
      assert.deepEqual([was!.dealId, is!.dealId], ['deal-1', copy.id]);
      assert.notEqual(was!.id, is!.id);
    }
  });

  test('is refused where there is none', () => {
    const { problems, changes } = world().run('deal-duplicate', { id: 'gone' });
    assert.deepEqual([codes(problems), changes], [['not-found'], []]);
  });
});
