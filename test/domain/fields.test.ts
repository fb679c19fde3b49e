/** Custom fields as they are made, ordered, changed and deleted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CommandInputs } from '../../src/domain/plan.js';
import { aField, creation } from '../../src/testing/fixtures.js';
import { codes } from './command-world.js';
import { field, fieldWorld, sizes } from './field-world.js';
import { Conflict, type Model } from './model.js';

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
    [
      'important in a stage that is gone',
      { name: 'x', type: 'text', important: true, importantIn: ['stage-2', 'gone'] },
      'no-stage importantIn',
    ],
    ['important in no list', { name: 'x', type: 'text', importantIn: 'stage-2' as never }, 'invalid importantIn id'],
  ];
  for (const [what, input, problem] of refused)
    test(`${what} is refused`, () => assert.deepEqual(codes(fieldWorld().run('field-add', input).problems), [problem]));
});

describe('an edit', () => {
  test('limits where it is important, and takes that back', () => {
    const model = fieldWorld();
    model.run('field-edit', { id: 'size', important: true, importantIn: ['stage-2'] });
    assert.deepEqual([field(model, 'size').important, field(model, 'size').importantIn], [true, ['stage-2']]);
    assert.deepEqual(model.get('stage', 'stage-2')!.requiredFields, [], 'no stage asks for it');
    model.run('field-edit', { id: 'size', importantIn: null });
    assert.deepEqual([field(model, 'size').important, field(model, 'size').importantIn], [true, null]);
  });

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

describe('a field that is always required', () => {
  const always = (): Model => {
    const model = fieldWorld();
    model.run('field-edit', { id: 'size', required: true });
    return model;
  };

  test('keeps a lead and a deal from being added without it', () => {
    for (const name of ['lead-add', 'deal-add'] as const) {
      const input = { title: 'New', person: { id: 'person-1' } };
      assert.deepEqual(codes(always().run(name, input).problems), ['required custom.size'], name);
      assert.deepEqual(codes(always().run(name, { ...input, custom: { size: 'small' } }).problems), [], name);
    }
  });

  test('is not emptied, and keeps nobody from changing something else', () => {
    const model = always();
    const emptied = model.run('lead-edit', { id: 'lead-s', fields: { 'custom.size': null } });
    assert.deepEqual(codes(emptied.problems), ['required custom.size']);
    assert.deepEqual(model.run('lead-edit', { id: 'lead-1', fields: { title: 'Else' } }).problems, []);
    assert.deepEqual(model.run('person-edit', { id: 'person-s', fields: { 'custom.size': null } }).problems, []);
  });

  test('is asked for when a lead becomes a deal, once', () => {
    const model = always();
    model.run('field-edit', { id: 'size', asked: { stages: { 'stage-1': true } } });
    assert.deepEqual(codes(model.plan('leads-convert', { ids: ['lead-1'] })[0]!.problems), ['required custom.size']);
    assert.deepEqual(codes(model.plan('leads-convert', { ids: ['lead-s'] })[0]!.problems), []);
    const other = model.plan('leads-convert', { ids: ['lead-1'], target: { stageId: 'stage-2' } });
    assert.deepEqual(codes(other[0]!.problems), ['required custom.size']);
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
