/** Persons, or organizations, become one: all that names the others leads to the one that stays, and back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { valueOf } from '../../src/domain/change.js';
import type { Change } from '../../src/domain/change.js';
import type { ContactPoint, Person } from '../../src/domain/records.js';
import { aParticipant } from '../../src/testing/deal-work.js';
import { aConversion, aLead, aPerson, creation, later } from '../../src/testing/fixtures.js';
import { codes, records } from './command-world.js';
import { back, dangling, point, world } from './contact-merge-world.js';
import { Conflict } from './model.js';

const persons = { ids: ['ada', 'ada-2'] };
describe('persons', () => {
  test('own values first, gaps filled, every address and number once, the primary one stays', () => {
    const model = world();
    const { problems } = model.run('persons-merge', persons);
    assert.deepEqual(problems, []);
    const ada = model.get('person', 'ada')!;
    assert.deepEqual([ada.name, ada.jobTitle, ada.organizationId, ada.mergedIds], ['Ada', 'Head', 'north', ['ada-2']]);
    assert.deepEqual(ada.emails, [point('ada@north.example'), point('ada@home.example', false, 'home')]);
    assert.deepEqual(ada.phones, [point('+49 30 901820')]);
    assert.equal(model.get('person', 'ada-2'), null);
  });

  test('all that named the other names the one that stays; nothing names nobody; it is told beforehand', () => {
    const model = world();
    const [draft] = model.plan('persons-merge', persons);
    assert.deepEqual(draft!.moves, {
      notes: 1,
      activities: 1,
      leads: 1,
      deals: 1,
      projects: 1,
      participants: 1,
      values: 2,
    });
    model.run('persons-merge', persons);
    assert.deepEqual(dangling(model), []);
    for (const [kind, id] of [
      ['lead', 'roof'],
      ['deal', 'pump'],
      ['project', 'site'],
      ['note', 'hers'],
      ['activity', 'of-the-lead'],
      ['participant', 'in-heat'],
    ] as const)
      assert.equal(model.get(kind, id)!.personId, 'ada', `${kind} ${id}`);
    assert.equal(model.get('deal', 'pump')!.custom['adviser'], 'ada');
    assert.equal(model.get('person', 'grace')!.custom['adviser'], 'ada');
    assert.equal(model.get('deal', 'pump')!.personName, 'Ada');
    const trash = model.get('trash', 'ada-2')!;
    assert.deepEqual(
      [trash.of, trash.title, trash.mergedInto, trash.mergedTitle],
      ['person', 'A. Lovelace', 'ada', 'Ada'],
    );
  });

  const collapses: readonly (readonly [string, readonly Change[], readonly string[]])[] = [
    [
      'both take part: one does, with a role',
      [creation('participant', aParticipant({ id: 'too', dealId: 'heat', personId: 'ada', role: '' }))],
      ['heat ada Pays'],
    ],
    [
      'the deal is with the one that stays',
      [creation('participant', aParticipant({ id: 'too', dealId: 'own', personId: 'ada-2' }))],
      ['heat ada Pays'],
    ],
    [
      'the deal is with the one that goes',
      [creation('participant', aParticipant({ id: 'too', dealId: 'pump', personId: 'ada' }))],
      ['heat ada Pays'],
    ],
  ];
  for (const [name, more, left] of collapses)
    test(`nobody takes part twice, nor in a deal that is with them: ${name}; and back`, () => {
      const model = world(more);
      const before = records(model);
      model.run('persons-merge', persons);
      const told = () =>
        model
          .all('participant')
          .map(({ dealId, personId, role }) => `${dealId} ${personId} ${role}`)
          .sort();
      assert.deepEqual(told(), left);
      assert.deepEqual(model.run('trash-restore', { ids: ['ada-2'] }).problems, []);
      const after = records(model);
      for (const [key, record] of before)
        if (!key.startsWith('person ada') && !key.endsWith(' too')) assert.deepEqual(after.get(key), record, key);
      assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
      assert.equal(
        model.get('participant', 'too')!.personId,
        more.map((one) => (one.op === 'create' ? valueOf(one.record, 'personId') : ''))[0],
      );
    });

  const spellings: readonly (readonly [
    string,
    readonly ContactPoint[],
    readonly ContactPoint[],
    readonly ContactPoint[],
  ])[] = [
    [
      'with the code, where the first of them stood, under its label',
      [point('030 901820', true, 'mobile'), point('1234', false)],
      [point('+49 30 901820', true, 'work')],
      [point('+49 30 901820', true, 'mobile'), point('1234', false)],
    ],
    [
      'the label of the other one where the first has none',
      [point('+90 532 555 01 77', true, 'other')],
      [point('0532 555 01 77', true, 'home')],
      [point('+90 532 555 01 77', true, 'home')],
    ],
    [
      'all of them where it may be of several countries',
      [point('+49 30 901820'), point('+43 30 901820', false)],
      [point('030 901820')],
      [point('+49 30 901820'), point('+43 30 901820', false), point('030 901820', false)],
    ],
    [
      'the primary one stays primary',
      [point('5550', true), point('030 901820', false)],
      [point('+49 30 901820', false, 'home')],
      [point('5550', true), point('+49 30 901820', false)],
    ],
  ];
  for (const [how, hers, others, kept] of spellings)
    test(`one number in two spellings is kept once: ${how}; undone it is in both`, () => {
      const model = world([
        creation('person', aPerson({ id: 'x', phones: hers })),
        creation('person', aPerson({ id: 'y', phones: others })),
      ]);
      const { changes } = model.run('persons-merge', { ids: ['x', 'y'], survivorId: 'x' });
      assert.deepEqual(model.get('person', 'x')!.phones, kept);
      assert.deepEqual((model.get('trash', 'y')!.record as Person).phones, others);
      back(model, changes);
      assert.deepEqual([model.get('person', 'x')!.phones, model.get('person', 'y')!.phones], [hers, others]);
    });

  test('told apart from others they stay apart from them', () => {
    const model = world([creation('person', aPerson({ id: 'c', notDuplicateOf: ['ada-2'] }))]);
    model.run('persons-distinguish', { ids: ['ada-2', 'grace', 'ada'] });
    assert.deepEqual(
      [model.get('person', 'ada-2')!.notDuplicateOf, model.get('person', 'grace')!.notDuplicateOf],
      [
        ['grace', 'ada'],
        ['ada-2', 'ada'],
      ],
    );
    model.run('persons-merge', persons);
    assert.deepEqual(model.get('person', 'ada')!.notDuplicateOf, ['grace']);
  });

  test('what came back in the meantime names the one that stayed: a lead out of the trash, a conversion, a participation', () => {
    const model = world([creation('lead', aLead({ id: 'gone', personId: 'ada-2', custom: { adviser: 'ada-2' } }))]);
    model.run('leads-convert', { ids: ['roof'] });
    const made = model.all('deal').at(-1)!;
    assert.equal(made.personId, 'ada-2');
    model.run('leads-delete', { ids: ['gone'] });
    model.run('deals-delete', { ids: ['heat'] });
    model.run('persons-merge', persons);
    assert.deepEqual(model.run('trash-restore', { ids: ['gone', 'heat'] }).problems, []);
    assert.deepEqual(model.run('conversions-undo', { ids: ['roof'] }).problems, []);
    assert.deepEqual(dangling(model), []);
    assert.deepEqual(
      [
        model.get('lead', 'gone')!.personId,
        model.get('lead', 'gone')!.custom['adviser'],
        model.get('lead', 'roof')!.personId,
      ],
      ['ada', 'ada', 'ada'],
    );
    assert.equal(model.get('participant', 'in-heat')!.personId, 'ada');
    // The one that stayed may have been merged itself.
    model.run('leads-delete', { ids: ['gone'] });
    model.run('persons-merge', { ids: ['grace', 'ada'], survivorId: 'grace' });
    model.run('trash-restore', { ids: ['gone'] });
    assert.equal(model.get('lead', 'gone')!.personId, 'grace');
    assert.deepEqual(dangling(model), []);
    // And the first of all comes back from there.
    model.run('trash-restore', { ids: ['ada-2'] });
    assert.deepEqual(
      [model.get('deal', 'pump')!.personId, model.get('person', 'grace')!.mergedIds],
      ['ada-2', ['ada']],
    );
    assert.deepEqual(dangling(model), []);
  });

  test('out of the trash: what names somebody else by now stays so', () => {
    const model = world();
    model.run('persons-merge', persons);
    model.run('deal-edit', { id: 'pump', fields: {}, person: { id: 'grace' } });
    model.run('trash-restore', { ids: ['ada-2'] });
    assert.deepEqual(
      [model.get('deal', 'pump')!.personId, model.get('lead', 'roof')!.personId, model.get('person', 'ada')!.mergedIds],
      ['grace', 'ada-2', null],
    );
    assert.equal(model.get('trash', 'ada-2'), null);
  });

  test('stands in the way: one alone, one that is gone, one that was merged before', () => {
    const model = world();
    assert.deepEqual(codes(model.run('persons-merge', { ids: ['ada'] }).problems), ['invalid ids']);
    assert.deepEqual(codes(model.run('persons-merge', { ids: ['ada', 'who'] }).problems), ['not-found']);
    model.run('persons-merge', persons);
    const { problems } = model.run('persons-merge', { ids: ['grace', 'ada-2'] });
    assert.deepEqual(problems, [{ code: 'merged', mergedInto: 'ada' }]);
  });

  test('each into the other at the same moment: the second is refused, and nothing is lost', () => {
    const model = world();
    const first = model.plan('persons-merge', { ...persons, survivorId: 'ada' });
    const second = model.plan('persons-merge', { ...persons, survivorId: 'ada-2' });
    assert.deepEqual(model.run('persons-merge', { ...persons, survivorId: 'ada' }, first).problems, []);
    const { problems } = model.run('persons-merge', { ...persons, survivorId: 'ada-2' }, second);
    assert.deepEqual(codes(problems), ['merged']);
    assert.ok(model.get('person', 'ada'));
    assert.deepEqual(dangling(model), []);
  });

  test('one that was changed since it was seen is not merged unseen', () => {
    const model = world();
    const drafts = model.plan('persons-merge', persons);
    model.run('person-edit', { id: 'ada-2', fields: { jobTitle: 'Chief' } });
    assert.throws(() => model.run('persons-merge', persons, drafts), Conflict);
  });
});

test('organizations: persons, leads, deals, projects and custom fields name the one that stays', () => {
  const model = world();
  const before = records(model);
  const { changes } = model.run('organizations-merge', { ids: ['nord', 'north'] });
  assert.deepEqual(dangling(model), []);
  assert.deepEqual(
    [
      model.get('person', 'ada-2')!.organizationId,
      model.get('lead', 'roof')!.organizationName,
      model.get('project', 'site')!.organizationId,
      model.get('deal', 'pump')!.custom['carrier'],
    ],
    ['north', 'Northwind', 'north', 'north'],
  );
  back(model, changes);
  const after = records(model);
  // Nothing at all, and the word for it.
  after.set('organization north', { ...(after.get('organization north') as object), mergedIds: undefined });
  assert.deepEqual(JSON.parse(JSON.stringify([...after].sort())), JSON.parse(JSON.stringify([...before].sort())));
});

test('a receipt that is looked at after a merge is still only refused for what somebody did', () => {
  const model = world([
    creation(
      'conversion',
      aConversion({
        id: 'was',
        lead: aLead({ id: 'was', personId: 'ada-2' }),
        dealId: 'pump',
        joined: true,
        deal: null,
        overwritten: { personId: [null, 'ada-2'] },
        expiresAt: later.replace('2026', '2027'),
      }),
    ),
  ]);
  model.run('persons-merge', persons);
  const { problems } = model.run('conversions-undo', { ids: ['was'] });
  assert.deepEqual(problems, []);
  assert.deepEqual([model.get('lead', 'was')!.personId, model.get('deal', 'pump')!.personId], ['ada', null]);
});
