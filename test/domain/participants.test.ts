import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDeal, aParticipant, aPerson, creation } from '../../src/testing/fixtures.js';
import type { Model } from './model.js';
import { codes, world } from './command-world.js';

/** The deal is with person-1; person-2 takes part. */
function beside(): Model {
  const model = world();
  model.commit([
    creation('person', aPerson({ id: 'person-2', name: 'Thorsten' })),
    creation('deal', aDeal({ id: 'deal-3', personId: 'person-1' })),
    creation('participant', aParticipant({ id: 'one', dealId: 'deal-3', personId: 'person-2', role: 'Advises' })),
  ]);
  return model;
}

describe('participants', () => {
  test('a new person is made in the same commit, and belongs to whoever has the deal', () => {
    const model = beside();
    const { changes } = model.run('participant-add', {
      dealId: 'deal-3',
      person: { name: ' Gülşen Akıncıoğlu ' },
      role: ' Tax\nadviser ',
    });
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['person', 'participant'],
    );
    const [participant] = model.all('participant').filter(({ id }) => id !== 'one');
    const person = model.get('person', participant!.personId)!;
    assert.deepEqual([person.name, person.ownerId, participant!.role], ['Gülşen Akıncıoğlu', 'user-1', 'Tax adviser']);
  });

  const refused = (model: Model, input: Parameters<Model['plan']>[1]): readonly string[] => {
    const { problems, changes } = model.run('participant-add', input as never);
    assert.deepEqual(changes, []);
    return codes(problems);
  };

  test('nobody takes part twice, nor beside themselves', () => {
    const model = beside();
    for (const id of ['person-1', 'person-2'])
      assert.deepEqual(refused(model, { dealId: 'deal-3', person: { id } }), ['invalid person takes-part']);
    // In another deal they may.
    assert.deepEqual(
      codes(model.run('participant-add', { dealId: 'deal-1', person: { id: 'person-2' } }).problems),
      [],
    );
  });

  test('who, in what, and how long a role may be', () => {
    const model = beside();
    assert.deepEqual(refused(model, { dealId: 'gone', person: { id: 'person-2' } }), ['not-found']);
    assert.deepEqual(refused(model, { dealId: 'deal-3', person: { id: 'gone' } }), ['not-found personId']);
    assert.deepEqual(refused(model, { dealId: 'deal-3', person: { name: ' ' } }), ['required person']);
    const role = 'x'.repeat(256);
    assert.deepEqual(refused(model, { dealId: 'deal-3', person: { name: 'A' }, role }), ['invalid role too-long']);
    assert.deepEqual(codes(model.run('participant-edit', { id: 'one', role }).problems), ['invalid role too-long']);
  });

  test('the primary person and a participant change places, and the role stays with nobody else', () => {
    const model = beside();
    model.run('participant-promote', { id: 'one' });
    const [deal, one] = [model.get('deal', 'deal-3')!, model.get('participant', 'one')!];
    assert.deepEqual([deal.personId, one.personId, one.role], ['person-2', 'person-1', '']);
  });

  test('where the deal is with nobody, there is nobody to take their place', () => {
    const model = beside();
    model.commit([creation('deal', aDeal({ id: 'deal-4', personId: null, organizationId: 'organization-1' }))]);
    model.commit([creation('participant', aParticipant({ id: 'two', dealId: 'deal-4', personId: 'person-2' }))]);
    model.run('participant-promote', { id: 'two' });
    assert.deepEqual([model.get('deal', 'deal-4')!.personId, model.get('participant', 'two')], ['person-2', null]);
  });

  test('of a participant, or a deal, that is gone, nothing is changed', () => {
    const model = beside();
    assert.deepEqual(codes(model.run('participant-promote', { id: 'gone' }).problems), ['not-found']);
    model.run('deals-delete', { ids: ['deal-3'] });
    assert.equal(model.get('participant', 'one'), null);
    model.run('trash-restore', { ids: ['deal-3'] });
    assert.equal(model.get('participant', 'one')?.role, 'Advises');
  });
});
