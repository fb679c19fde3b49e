/** Custom fields as they are made, ordered, changed and deleted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CommandInputs, RetypeDraft } from '../../src/domain/plan.js';
import type { Field } from '../../src/domain/records.js';
import { aDeal, aField, aLead, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';
import { codes, records, world } from './command-world.js';
import { Conflict, type Model } from './model.js';

const sizes = [
  { id: 'small', name: 'Small' },
  { id: 'large', name: 'Large' },
];

/** With a field of options, and another one. */
function fieldWorld(): Model {
  const model = world();
  model.commit([
    creation('field', aField({ id: 'size', name: 'Size', type: 'option', options: sizes, rank: 'a1' })),
    creation('field', aField({ id: 'tags', name: 'Tags', type: 'options', options: sizes, rank: 'a2' })),
    creation('lead', aLead({ id: 'lead-s', custom: { size: 'small', tags: ['small', 'large'] } })),
    creation('deal', aDeal({ id: 'deal-s', status: 'won', custom: { size: 'large', tags: ['small'] } })),
    creation('person', aPerson({ id: 'person-s', custom: { size: 'small' } })),
    creation('organization', anOrganization({ id: 'organization-s', custom: { size: 'large' } })),
  ]);
  return model;
}

const field = (model: Model, id: string): Field => model.get('field', id)!;
const order = (model: Model): readonly string[] =>
  model
    .all('field')
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ id }) => id);

describe('a new field', () => {
  test('stands last, with its options, and is asked for where it was said', () => {
    const model = fieldWorld();
    model.run('field-add', {
      name: '  Industry\nof theirs ',
      type: 'option',
      options: [{ name: 'Soap' }, { name: ' Steel ' }],
      description: 'What they make',
      important: true,
      required: true,
      asked: { stages: { 'stage-2': true }, won: { 'pipeline-1': true } },
    });
    const made = model.all('field').find(({ name }) => name === 'Industry of theirs')!;
    assert.deepEqual(
      [made.type, made.options.map(({ name }) => name), made.description, made.important, made.required],
      ['option', ['Soap', 'Steel'], 'What they make', true, true],
    );
    assert.equal(order(model).at(-1), made.id);
    assert.deepEqual(model.get('stage', 'stage-2')!.requiredFields, [`custom.${made.id}`]);
    assert.deepEqual(model.get('pipeline', 'pipeline-1')!.wonFields, [`custom.${made.id}`]);
  });

  const refused: readonly [string, CommandInputs['field-add'], string][] = [
    ['without a name', { name: ' ', type: 'text' }, 'required name'],
    ['of a name that is taken', { name: 'SIZE', type: 'text' }, 'duplicate name'],
    ['of a type that there is not', { name: 'x', type: 'colour' as never }, 'invalid type option'],
    [
      'with two options of one name',
      { name: 'x', type: 'option', options: [{ name: 'A' }, { name: 'á' }] },
      'duplicate options',
    ],
    ['with an option without a name', { name: 'x', type: 'option', options: [{ name: '' }] }, 'required options'],
    [
      'with more options than a field may have',
      { name: 'x', type: 'option', options: Array.from({ length: 501 }, (_, i) => ({ name: `Option ${i}` })) },
      'invalid options too-many',
    ],
    [
      'asked for in a stage that is gone',
      { name: 'x', type: 'text', asked: { stages: { gone: true } } },
      'no-stage asked',
    ],
  ];
  for (const [what, input, problem] of refused)
    test(`${what} is refused`, () => assert.deepEqual(codes(fieldWorld().run('field-add', input).problems), [problem]));
});

describe('an edit', () => {
  test('names, adds and orders options; those nobody named stay behind the others', () => {
    const model = fieldWorld();
    model.run('field-edit', { id: 'size', options: [{ name: 'Huge' }, { id: 'large', name: 'Big' }] });
    assert.deepEqual(
      field(model, 'size').options.map(({ name }) => name),
      ['Huge', 'Big', 'Small'],
    );
  });

  test('two who work on its options take nothing back from each other', () => {
    const model = fieldWorld();
    const mine: CommandInputs['field-edit'] = { id: 'size', options: [{ id: 'small', name: 'Tiny' }, { id: 'large' }] };
    const drafts = model.plan('field-edit', mine);
    model.run('field-edit', { id: 'size', options: [{ id: 'small' }, { id: 'large' }, { name: 'Huge' }] });
    assert.deepEqual(model.run('field-edit', mine, drafts).problems, []);
    assert.deepEqual(
      field(model, 'size').options.map(({ name }) => name),
      ['Tiny', 'Large', 'Huge'],
    );
  });

  test('two who name it differently: the second is told', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-edit', { id: 'size', name: 'Mine' });
    model.run('field-edit', { id: 'size', name: 'Theirs' });
    assert.throws(() => model.run('field-edit', { id: 'size', name: 'Mine' }, drafts), Conflict);
  });

  test('an option that nobody holds goes; one that somebody holds stays until it is said what becomes of it', () => {
    const model = fieldWorld();
    model.run('field-edit', { id: 'size', options: [{ id: 'small' }, { id: 'large' }, { name: 'Huge' }] });
    const huge = field(model, 'size').options.at(-1)!.id;
    assert.deepEqual(model.run('field-edit', { id: 'size', remove: [huge] }).problems, []);
    assert.deepEqual(field(model, 'size').options, sizes);
    for (const id of ['size', 'tags'])
      assert.deepEqual(codes(model.run('field-edit', { id, remove: ['large'] }).problems), ['occupied options']);
  });

  test('what a stage asks for is said once: by the field and by the pipeline alike', () => {
    const model = fieldWorld();
    model.run('pipeline-save', {
      id: 'pipeline-1',
      stages: [{ id: 'stage-1', requiredFields: ['value', 'custom.size'] }],
    });
    model.run('field-edit', {
      id: 'size',
      asked: { stages: { 'stage-1': false, 'stage-3': true }, lost: { 'pipeline-1': true } },
    });
    assert.deepEqual(
      ['stage-1', 'stage-3'].map((id) => model.get('stage', id)!.requiredFields),
      [['value'], ['custom.size']],
    );
    assert.deepEqual(model.get('pipeline', 'pipeline-1')!.lostFields, ['custom.size']);
  });
});

describe('the order', () => {
  test('one field to its place is one write', () => {
    const model = fieldWorld();
    assert.equal(model.run('fields-sort', { id: 'tags', before: 'size' }).changes.length, 1);
    assert.deepEqual(order(model), ['field-1', 'tags', 'size']);
    assert.equal(model.run('fields-sort', { id: 'field-1', before: null }).changes.length, 1);
    assert.deepEqual(order(model), ['tags', 'size', 'field-1']);
  });

  test('where there is no room between two, all get a rank', () => {
    const model = fieldWorld();
    model.commit([creation('field', aField({ id: 'twin', name: 'Twin', rank: 'a1' }))]);
    model.run('fields-sort', { id: 'tags', before: 'twin' });
    assert.deepEqual(order(model), ['field-1', 'size', 'tags', 'twin']);
  });
});

test('a field that is deleted is asked for nowhere, and its values stay', () => {
  const model = fieldWorld();
  model.run('field-edit', { id: 'size', asked: { stages: { 'stage-1': true }, won: { 'pipeline-1': true } } });
  model.run('field-delete', { id: 'size' });
  assert.equal(model.get('field', 'size'), null);
  assert.deepEqual(model.get('stage', 'stage-1')!.requiredFields, []);
  assert.deepEqual(model.get('pipeline', 'pipeline-1')!.wonFields, []);
  assert.equal(model.get('lead', 'lead-s')!.custom['size'], 'small');
});

describe('another type', () => {
  const fates = (drafts: readonly RetypeDraft[]) =>
    drafts.map(({ id, retyped }) => `${id} ${retyped ? retyped.fate : 'itself'}`);

  test('turns the values of every kind, closed and archived ones too', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-retype', { id: 'size', type: 'text' });
    assert.deepEqual(fates(drafts), [
      'size itself',
      'lead-s kept',
      'deal-s kept',
      'person-s kept',
      'organization-s kept',
    ]);
    assert.deepEqual(model.run('field-retype', { id: 'size', type: 'text' }, drafts).problems, []);
    assert.deepEqual(
      [field(model, 'size').type, field(model, 'size').was],
      ['text', { type: 'option', options: sizes }],
    );
    assert.deepEqual(
      [model.get('lead', 'lead-s')!.custom['size'], model.get('organization', 'organization-s')!.custom['size']],
      ['Small', 'Large'],
    );
    // The options wait for the way back.
    model.run('field-retype', { id: 'size', type: 'option' });
    assert.equal(model.get('deal', 'deal-s')!.custom['size'], 'large');
  });

  test('what cannot be turned is lost, and named before', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-retype', { id: 'size', type: 'number' });
    assert.equal(fates(drafts).filter((fate) => fate.endsWith('lost')).length, 4);
    model.run('field-retype', { id: 'size', type: 'number' }, drafts);
    assert.deepEqual(model.get('lead', 'lead-s')!.custom, { tags: ['small', 'large'] });
  });

  test('the page may know better', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-retype', { id: 'size', type: 'number' });
    drafts.find(({ id }) => id === 'lead-s')!.fields['custom.size'] = 1;
    assert.deepEqual(model.run('field-retype', { id: 'size', type: 'number' }, drafts).problems, []);
    assert.equal(model.get('lead', 'lead-s')!.custom['size'], 1);
  });

  test('texts become options by their names', () => {
    const model = world();
    model.commit([
      creation('field', aField({ id: 'town', name: 'Town', type: 'text', rank: 'a1' })),
      ...['İzmir', 'Bursa', 'İzmir', 'izmir'].map((town, i) =>
        creation('lead', aLead({ id: `l${i}`, custom: { town } })),
      ),
    ]);
    model.run('field-retype', { id: 'town', type: 'option' });
    const { options } = field(model, 'town');
    assert.deepEqual(
      options.map(({ name }) => name),
      ['İzmir', 'Bursa'],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((i) => model.get('lead', `l${i}`)!.custom['town']),
      [0, 1, 0, 0].map((place) => options[place]!.id),
    );
  });

  test('options that go: another one stands in, or the value goes', () => {
    const model = fieldWorld();
    model.run('field-retype', { id: 'size', remove: ['small'], replace: { small: 'large' } });
    assert.deepEqual(field(model, 'size').options, [sizes[1]]);
    assert.equal(model.get('lead', 'lead-s')!.custom['size'], 'large');
    const drafts = model.plan('field-retype', { id: 'tags', remove: ['small'] });
    assert.deepEqual(fates(drafts), ['tags itself', 'lead-s part', 'deal-s lost']);
    model.run('field-retype', { id: 'tags', remove: ['small'] }, drafts);
    assert.deepEqual(
      [model.get('lead', 'lead-s')!.custom['tags'], 'tags' in model.get('deal', 'deal-s')!.custom],
      [['large'], false],
    );
  });

  test('what was never reached is read by what the field was, and turned the next time', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-retype', { id: 'size', type: 'text' });
    model.run('field-retype', { id: 'size', type: 'text' }, drafts.slice(0, 2));
    assert.equal(model.get('deal', 'deal-s')!.custom['size'], 'large');
    const rest = model.plan('field-retype', { id: 'size', type: 'text' });
    model.run('field-retype', { id: 'size', type: 'text' }, rest);
    assert.deepEqual(
      [model.get('lead', 'lead-s')!.custom['size'], model.get('deal', 'deal-s')!.custom['size']],
      ['Small', 'Large'],
    );
  });

  test('values are left alone where the field itself was refused', () => {
    const model = fieldWorld();
    const before = records(model);
    const drafts = model.plan('field-retype', { id: 'size', type: 'text' });
    drafts[0]!.refuse('Ask first');
    const { problems } = model.run('field-retype', { id: 'size', type: 'text' }, drafts);
    assert.deepEqual(
      codes(problems),
      Array.from({ length: 4 }, () => 'changed'),
    );
    assert.deepEqual(records(model), before);
  });

  test('a value that somebody has changed meanwhile is not overwritten', () => {
    const model = fieldWorld();
    const drafts = model.plan('field-retype', { id: 'size', type: 'text' });
    model.run('lead-edit', { id: 'lead-s', fields: { 'custom.size': 'large' } });
    assert.throws(() => model.run('field-retype', { id: 'size', type: 'text' }, drafts), Conflict);
  });
});
