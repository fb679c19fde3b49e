/** Formula fields as they are made and changed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Field } from '../../../src/domain/records.js';
import { aField, creation } from '../../../src/testing/fixtures.js';
import { codes, world } from '../command-world.js';
import type { Model } from '../model.js';

function fieldWorld(): Model {
  const model = world();
  const formula = (id: string, text: string, gives: Field['gives'], rank: string): Field =>
    aField({ id, name: id, type: 'formula', formula: text, format: null, gives, rank });
  model.commit([
    creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'a1' })),
    creation('field', formula('each', '#{value} / #{custom.seats}', 'money', 'a2')),
    creation('field', formula('twice', '#{custom.each} * 2', 'money', 'a3')),
  ]);
  return model;
}
const named = (model: Model, name: string): Field => model.all('field').find((one) => one.name === name)!;

describe('a formula field', () => {
  test('is kept with what it gives', () => {
    const model = fieldWorld();
    const format = { as: 'percent', decimals: 1 } as const;
    const input = { name: 'Share', type: 'formula', formula: '#{custom.each} / #{value}', format } as const;
    assert.deepEqual(model.run('field-add', input).problems, []);
    const { type, formula, gives, format: kept } = named(model, 'Share');
    assert.deepEqual([type, formula, gives, kept], ['formula', '#{custom.each} / #{value}', 'number', format]);
  });

  test('that gives something else tells those that use it', () => {
    const model = fieldWorld();
    model.run('field-edit', { id: 'each', formula: '#{custom.seats} / 2' });
    assert.deepEqual(
      ['each', 'twice'].map((id) => model.get('field', id)!.gives),
      ['number', 'number'],
    );
  });

  for (const [what, formula, problem] of [
    ['without a formula', undefined, 'required formula'],
    ['with an empty one', '  ', 'required formula'],
    ['that cannot be read', '1 +', 'invalid formula formula'],
    ['over a field that is not there', '#{custom.none}', 'invalid formula formula'],
    ['that adds what cannot be added', '#{value} + #{custom.seats}', 'invalid formula formula'],
    ['that is too long', '1'.repeat(100_001), 'invalid formula too-long'],
  ] as const)
    test(`${what} is refused`, () => {
      const { problems } = fieldWorld().run('field-add', { name: 'New', type: 'formula', ...(formula && { formula }) });
      assert.equal(codes(problems)[0], problem);
    });

  test('that would close a ring is refused', () => {
    const ring = fieldWorld().run('field-edit', { id: 'each', formula: '#{custom.twice} / 2' });
    assert.deepEqual(codes(ring.problems), ['invalid formula formula']);
  });

  test('belongs to no other type, and no type is turned into it or back', () => {
    const model = fieldWorld();
    assert.deepEqual(codes(model.run('field-add', { name: 'New', type: 'text', formula: '1' }).problems), [
      'invalid formula type',
    ]);
    assert.deepEqual(codes(model.run('field-retype', { id: 'each', type: 'number' }).problems), [
      'invalid type option',
    ]);
    assert.deepEqual(codes(model.run('field-retype', { id: 'seats', type: 'formula' }).problems), [
      'invalid type option',
    ]);
  });

  test('can have another name or format although its formula is broken by now', () => {
    const model = fieldWorld();
    model.run('field-delete', { id: 'seats' });
    assert.deepEqual(model.run('field-edit', { id: 'each', name: 'Per seat' }).problems, []);
    assert.equal(model.get('field', 'each')!.formula, '#{value} / #{custom.seats}');
    const odd = { as: 'number', decimals: 99 } as const;
    assert.deepEqual(codes(model.run('field-edit', { id: 'each', format: odd }).problems), ['invalid format range']);
  });
});
