/** Files go where their lead or deal goes: converted, back, merged, deleted, restored; a copy has none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resumeChanges, resumeNeeds } from '../../../src/domain/claim.js';
import type { Id } from '../../../src/domain/records.js';
import { Records } from '../../../src/domain/rule.js';
import { aDeal, aFile, aLead, anOrganization, aPerson, creation } from '../../../src/testing/fixtures.js';
import { ids, world } from '../convert-world.js';
import type { Model } from '../model.js';

const onLead = aFile({ leadId: 'lead-1', dealId: null });
const hung = (model: Model): readonly (readonly [Id, Id | null, Id | null])[] =>
  model.all('file').map(({ id, leadId, dealId }) => [id, leadId, dealId] as const);
const beside = creation('lead', aLead({ id: 'lead-2' }));

describe('a file on a lead', () => {
  test('goes along when the lead is converted, says so in the receipt, and comes back when that is taken back', () => {
    const model = world(undefined, creation('file', onLead));
    const [draft] = model.plan('leads-convert', { ids });
    assert.equal(draft!.moves.files, 1);
    model.run('leads-convert', { ids });
    const dealId = model.all('deal')[0]!.id;
    assert.deepEqual(hung(model), [['file-1', null, dealId]]);
    assert.deepEqual(model.get('conversion', 'lead-1')!.movedFiles, ['file-1']);
    const { createdAt, ref } = model.get('file', 'file-1')!;
    assert.deepEqual([createdAt, ref], [onLead.createdAt, onLead.ref]);
    assert.deepEqual(model.run('conversions-undo', { ids }).problems, []);
    assert.deepEqual(hung(model), [['file-1', 'lead-1', null]]);
  });

  test('that came since keeps the conversion from being taken back', () => {
    const model = world();
    model.run('leads-convert', { ids });
    assert.equal(model.get('conversion', 'lead-1')!.movedFiles, undefined);
    model.commit([creation('file', aFile({ dealId: model.all('deal')[0]!.id }))]);
    assert.equal(model.run('conversions-undo', { ids }).problems[0]?.detail, 'child-added');
  });

  test('goes to the lead with a deal that goes back to the inbox', () => {
    const model = world();
    model.run('leads-convert', { ids });
    const dealId = model.all('deal')[0]!.id;
    model.commit([creation('file', aFile({ dealId }))]);
    assert.deepEqual(model.plan('deals-convert', { ids: [dealId] })[0]!.moves.files, 1);
    model.run('deals-convert', { ids: [dealId] });
    assert.deepEqual(hung(model), [['file-1', 'lead-1', null]]);
  });

  test('goes along with a conversion that is carried on after it was broken off', () => {
    const model = world(undefined, creation('file', onLead));
    const [draft] = model.plan('leads-convert', { ids });
    const whole = world(undefined, creation('file', onLead));
    whole.run('leads-convert', { ids });
    const receipt = { ...whole.get('conversion', 'lead-1')!, state: 'running' as const, dealId: draft!.newDealId };
    const found = new Records();
    for (const need of resumeNeeds([receipt])) found.add(need.kind, model.read(need));
    const moved = resumeChanges(receipt, found).filter(({ kind }) => kind === 'file');
    assert.deepEqual(
      moved.map(({ op, id }) => [op, id]),
      [['patch', 'file-1']],
    );
  });

  test('is in the trash with it, and is there again with it', () => {
    const model = world(undefined, creation('file', onLead));
    model.run('leads-delete', { ids });
    assert.deepEqual([hung(model), model.get('trash', 'lead-1')!.files?.length], [[], 1]);
    model.run('trash-restore', { ids });
    assert.deepEqual(hung(model), [['file-1', 'lead-1', null]]);
  });

  test('comes to the one that stays when leads are merged, and back with its own out of the trash', () => {
    const model = world(undefined, beside, creation('file', aFile({ leadId: 'lead-2', dealId: null })));
    const input = { ids: ['lead-1', 'lead-2'], survivorId: 'lead-1' };
    assert.equal(model.plan('leads-merge', input)[0]!.moves.files, 1);
    model.run('leads-merge', input);
    assert.deepEqual(hung(model), [['file-1', 'lead-1', null]]);
    assert.deepEqual(model.get('trash', 'lead-2')!.moved?.files, ['file-1']);
    model.run('trash-restore', { ids: ['lead-2'] });
    assert.deepEqual(hung(model), [['file-1', 'lead-2', null]]);
  });
});

describe('a file on a deal, or on somebody', () => {
  test('is not copied with the deal, as notes are not', () => {
    const model = world(undefined, creation('deal', aDeal()), creation('file', aFile()));
    model.run('deal-duplicate', { id: 'deal-1' });
    assert.deepEqual([model.all('deal').length, hung(model)], [2, [['file-1', null, 'deal-1']]]);
  });

  test('goes to the trash with a person on whom alone it hangs, and comes back; else it only loses the link', () => {
    const model = world(
      undefined,
      creation('person', aPerson({ id: 'person-9' })),
      creation('deal', aDeal()),
      creation('file', aFile({ id: 'own', dealId: null, personId: 'person-9' })),
      creation('file', aFile({ id: 'both', personId: 'person-9' })),
    );
    model.run('persons-delete', { ids: ['person-9'] });
    assert.deepEqual(
      model.all('file').map(({ id, personId }) => [id, personId]),
      [['both', null]],
    );
    model.run('trash-restore', { ids: ['person-9'] });
    assert.deepEqual(
      model.all('file').map(({ id, personId }) => [id, personId]),
      [
        ['both', 'person-9'],
        ['own', 'person-9'],
      ],
    );
  });

  test('comes to the person or organization that stays, and back', () => {
    const model = world(
      undefined,
      creation('organization', anOrganization({ id: 'organization-9' })),
      creation('file', aFile({ dealId: null, organizationId: 'organization-9' })),
    );
    const input = { ids: ['organization-1', 'organization-9'], survivorId: 'organization-1' };
    assert.equal(model.plan('organizations-merge', input)[0]!.moves.files, 1);
    model.run('organizations-merge', input);
    assert.equal(model.get('file', 'file-1')!.organizationId, 'organization-1');
    model.run('trash-restore', { ids: ['organization-9'] });
    assert.equal(model.get('file', 'file-1')!.organizationId, 'organization-9');
  });
});

describe('the commands of files', () => {
  const on = { dealId: 'deal-1' };
  const withDeal = (): Model => world(undefined, creation('deal', aDeal()));

  test('a draft a file, which can be renamed, described and refused before anything is put', () => {
    const model = withDeal();
    const files = ['a', 'b', 'c'].map((name) => ({ blob: new Blob([name]), name: `${name}.txt` }));
    const drafts = model.plan('file-add', { on, files });
    assert.deepEqual(
      drafts.map(({ title, fields, ref }) => [title, fields['size'], ref]),
      files.map(({ name }) => [name, 1, null]),
    );
    drafts[0]!.fields['name'] = 'Renamed.txt';
    drafts[0]!.fields['description'] = ' Signed ';
    drafts[1]!.refuse('It has a virus.');
    model.run('file-add', { on, files }, drafts);
    assert.deepEqual(
      model
        .all('file')
        .map(({ name, description, dealId, leadId, authorId }) => [name, description, dealId, leadId, authorId]),
      [
        ['Renamed.txt', 'Signed', 'deal-1', null, 'user-1'],
        ['c.txt', '', 'deal-1', null, 'user-1'],
      ],
    );
  });

  test('what is too large is refused, what has no name asks for one, and what hangs on nothing says so', () => {
    const model = withDeal();
    const huge = { size: 3 * 2 ** 30, name: 'huge.iso' } as unknown as Blob;
    const problems = (files: Parameters<typeof model.plan<'file-add'>>[1]['files'], to = on) =>
      model.plan('file-add', { on: to, files }).map((draft) => draft.problems);
    assert.deepEqual(problems([{ blob: huge }]), [[{ code: 'invalid', field: 'size', detail: 'too-large' }]]);
    assert.deepEqual(problems([{ blob: new Blob(['x']) }]), [[{ code: 'required', field: 'name' }]]);
    assert.deepEqual(problems([{ blob: new Blob([]), name: 'empty.txt' }]), [[]]);
    assert.deepEqual(problems([{ blob: new Blob([]), name: 'a.txt' }], { dealId: 'gone' }), [[{ code: 'not-found' }]]);
  });

  test('a name that a listener or a person gives is held to the rule', () => {
    const model = world(undefined, creation('deal', aDeal()), creation('file', aFile()));
    const [draft] = model.plan('file-edit', { id: 'file-1', name: '../x.pdf' });
    assert.deepEqual(draft!.problems, [{ code: 'invalid', field: 'name', detail: 'file-name' }]);
    assert.deepEqual(model.plan('file-edit', { id: 'file-1', name: ' ' })[0]!.problems, [
      { code: 'required', field: 'name' },
    ]);
    model.run('file-edit', { id: 'file-1', name: ' Signed\n.pdf ', description: 'Both sides\nsigned' });
    const { name, description } = model.get('file', 'file-1')!;
    assert.deepEqual([name, description], ['Signed .pdf', 'Both sides\nsigned']);
    model.run('file-delete', { id: 'file-1' });
    assert.equal(model.get('file', 'file-1'), null);
  });
});
