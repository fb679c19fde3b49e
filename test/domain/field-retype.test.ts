/** A field and all its values as another type. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RetypeDraft } from '../../src/domain/plan.js';
import { aField, aLead, creation } from '../../src/testing/fixtures.js';
import { codes, records, world } from './command-world.js';
import { field, fieldWorld, sizes } from './field-world.js';
import { Conflict } from './model.js';

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
