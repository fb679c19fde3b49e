/** Persons and organizations by themselves: added, deleted with what hangs on them, and back with what named them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aDeal,
  aField,
  aLead,
  anActivity,
  aNote,
  anOrganization,
  aPerson,
  creation,
} from '../../src/testing/fixtures.js';
import { aParticipant, aProject } from '../../src/testing/deal-work.js';
import { codes, records } from './command-world.js';
import { Model } from './model.js';

/** Ada of Northwind, whom a lead, a deal, a note and two activities name. */
const world = (): Model =>
  new Model([
    creation('field', aField({ id: 'size', type: 'number' })),
    creation('organization', anOrganization({ id: 'north', name: 'Northwind' })),
    creation('person', aPerson({ id: 'ada', name: 'Ada', organizationId: 'north' })),
    creation('lead', aLead({ id: 'roof', personId: 'ada', organizationId: 'north' })),
    creation('deal', aDeal({ id: 'pump', personId: 'ada', organizationId: 'north' })),
    creation('note', aNote({ id: 'hers', leadId: null, personId: 'ada' })),
    creation('activity', anActivity({ id: 'also-theirs', leadId: null, personId: 'ada', organizationId: 'north' })),
    creation('activity', anActivity({ id: 'of-the-lead', leadId: 'roof', personId: 'ada' })),
  ]);

describe('adding', () => {
  test('a person: tidy, with an organization that is made along, and its own fields', () => {
    const model = world();
    const { changes, problems } = model.run('person-add', {
      name: ' Grace  ',
      jobTitle: 'Admiral\n',
      emails: [
        { value: ' grace@navy.example ', label: 'work', primary: false },
        { value: '', label: 'home', primary: true },
      ],
      organization: { name: 'Navy' },
      custom: { size: 3 },
    });
    assert.deepEqual(problems, []);
    const [navy, grace] = [model.all('organization').at(-1)!, model.all('person').at(-1)!];
    assert.deepEqual(
      changes.map(({ op, kind }) => `${op} ${kind}`),
      ['create organization', 'create person'],
    );
    assert.deepEqual(
      [grace.name, grace.jobTitle, grace.emails, grace.organizationId, grace.ownerId, grace.custom],
      [
        'Grace',
        'Admiral',
        [{ value: 'grace@navy.example', label: 'work', primary: true }],
        navy.id,
        'user-1',
        { size: 3 },
      ],
    );
    assert.deepEqual([navy.name, navy.ownerId], ['Navy', 'user-1']);
  });

  test('an organization, with nobody as its owner where that was said', () => {
    const model = world();
    model.run('organization-add', { name: 'Eastwind', address: ' Kay 1 ', ownerId: null });
    const made = model.all('organization').at(-1)!;
    assert.deepEqual([made.name, made.address, made.website, made.ownerId], ['Eastwind', 'Kay 1', '', null]);
  });

  test('somebody known by an address only is called by it', () => {
    const model = world();
    model.run('person-add', { name: '', emails: [{ value: 'who@example.com', label: 'work', primary: true }] });
    assert.equal(model.all('person').at(-1)!.name, 'who@example.com');
  });

  test('nothing is made of what cannot be kept, and each field says why', () => {
    const model = world();
    assert.deepEqual(codes(model.run('person-add', { name: ' ' }).problems), ['required name']);
    assert.deepEqual(codes(model.run('organization-add', { name: '' }).problems), ['required name']);
    assert.deepEqual(
      codes(
        model.run('person-add', {
          name: 'A',
          emails: [{ value: 'no', label: 'work', primary: true }],
          organization: { id: 'gone' },
          custom: { gone: 1 },
        }).problems,
      ),
      ['not-found organizationId', 'invalid emails email', 'invalid custom.gone unknown-field'],
    );
    assert.equal(model.all('person').length, 1);
  });
});

describe('deleting', () => {
  test('a person: what hangs on it alone goes along, what names others too stays, without it; and back', () => {
    const model = world();
    const before = records(model);
    model.run('persons-delete', { ids: ['ada'] });
    assert.equal(model.get('person', 'ada'), null);
    assert.equal(model.get('note', 'hers'), null);
    assert.deepEqual(
      [
        model.get('lead', 'roof')!.personId,
        model.get('deal', 'pump')!.personId,
        model.get('activity', 'also-theirs')!.personId,
        model.get('activity', 'of-the-lead')!.personId,
      ],
      [null, null, null, null],
    );
    assert.equal(model.get('lead', 'roof')!.personName, '');
    const trash = model.get('trash', 'ada')!;
    assert.deepEqual([trash.of, trash.title, trash.notes.length], ['person', 'Ada', 1]);
    assert.deepEqual(model.run('trash-restore', { ids: ['ada'] }).problems, []);
    assert.deepEqual(records(model), before);
    assert.equal(model.get('lead', 'roof')!.personName, 'Ada');
  });

  test('an organization leaves its persons where they are', () => {
    const model = world();
    const before = records(model);
    model.run('organizations-delete', { ids: ['north'] });
    assert.equal(model.get('person', 'ada')!.organizationId, null);
    assert.equal(model.get('deal', 'pump')!.organizationName, '');
    model.run('trash-restore', { ids: ['north'] });
    assert.deepEqual(records(model), before);
  });

  test('is refused where a lead or deal would name nobody', () => {
    const model = world();
    model.run('organizations-delete', { ids: ['north'] });
    const { problems } = model.run('persons-delete', { ids: ['ada'] });
    assert.deepEqual(problems, [{ code: 'named', count: 2 }]);
    assert.notEqual(model.get('person', 'ada'), null);
    assert.deepEqual(codes(model.run('persons-delete', { ids: ['gone'] }).problems), ['not-found']);
  });

  test('who was given somebody else meanwhile keeps them', () => {
    const model = world();
    model.run('persons-delete', { ids: ['ada'] });
    model.run('lead-edit', { id: 'roof', fields: {}, person: { name: 'Grace' } });
    model.run('deals-delete', { ids: ['pump'] });
    model.run('trash-restore', { ids: ['ada'] });
    assert.equal(model.get('lead', 'roof')!.personName, 'Grace');
    assert.equal(model.get('activity', 'of-the-lead')!.personId, 'ada');
  });
});

test('who takes part in deals and projects does so again, as long as there are any', () => {
  const model = world();
  const there = (): unknown => [
    model.all('participant').map(({ dealId, role }) => `${dealId} ${role}`),
    model.get('project', 'depot')!.personId,
  ];
  model.commit([
    creation('deal', aDeal({ id: 'other' })),
    ...['pump', 'other'].map((dealId) =>
      creation('participant', aParticipant({ id: `in-${dealId}`, dealId, personId: 'ada', role: 'Decides' })),
    ),
    creation('project', aProject({ id: 'depot', personId: 'ada' })),
  ]);
  model.run('persons-delete', { ids: ['ada'] });
  assert.deepEqual(there(), [[], null]);
  model.run('deals-delete', { ids: ['other'] });
  assert.deepEqual(model.run('trash-restore', { ids: ['ada'] }).problems, []);
  assert.deepEqual(there(), [['pump Decides'], 'ada']);
});

test('notes and activities are put on persons and organizations, as long as they are there', () => {
  const model = world();
  model.run('note-add', { on: { personId: 'ada' }, text: 'Met at the fair.' });
  model.run('activity-add', { on: { organizationId: 'north' }, type: 'call', subject: 'Ring' });
  const { leadId, dealId, personId } = model.all('note').at(-1)!;
  assert.deepEqual([leadId, dealId, personId], [null, null, 'ada']);
  assert.equal(model.all('activity').at(-1)!.organizationId, 'north');
  assert.deepEqual(codes(model.run('note-add', { on: { personId: 'gone' }, text: 'x' }).problems), ['not-found']);
});

test('a person takes an organization that is there, one that is made with it, or none', () => {
  const model = world();
  const of = (): unknown => model.get('person', 'ada')!.organizationId;
  const before = model.all('organization').length;
  assert.deepEqual(
    model.run('person-edit', { id: 'ada', fields: {}, organization: { name: ' New Works ' } }).problems,
    [],
  );
  const made = model.all('organization').find(({ name }) => name === 'New Works');
  assert.equal(of(), made!.id);
  model.run('person-edit', { id: 'ada', fields: { jobTitle: 'Head' }, organization: null });
  assert.equal(of(), null);
  model.run('person-edit', { id: 'ada', fields: {}, organization: { id: 'north' } });
  assert.equal(of(), 'north');
  assert.deepEqual(codes(model.run('person-edit', { id: 'ada', fields: {}, organization: { id: 'gone' } }).problems), [
    'not-found organizationId',
  ]);
  assert.equal(of(), 'north');
  assert.equal(model.all('organization').length, before + 1);
});
