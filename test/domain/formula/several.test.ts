import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Formulas, Reckoning, type FormulaDefinition } from '../../../src/domain/formula/formulas.js';
import { around, deal, inputs } from './world.js';

const define = (formulas: Readonly<Record<string, string>>): Formulas =>
  new Formulas(
    Object.entries(formulas).map(([name, formula]): FormulaDefinition => ({
      key: `custom.${name}`,
      name,
      formula,
      format: null,
    })),
    inputs,
  );
const text = (formulas: Formulas, name: string): string => {
  const outcome = formulas.outcome(`custom.${name}`, deal, around);
  return outcome.type === 'value' ? outcome.text : outcome.type === 'empty' ? `empty ${outcome.key}` : outcome.code;
};

describe('formulas that use formulas', () => {
  test('are worked out in whatever order they stand', () => {
    const all = define({
      doubled: '#{custom.margin} * 2',
      margin: '(#{value} - #{custom.cost}) / #{custom.seats}',
      late: '#{custom.due} - TODAY()',
      due: '#{expectedClose} + 3',
    });
    assert.equal(text(all, 'doubled'), '2665.00');
    assert.equal(text(all, 'late'), '10');
    assert.equal(all.get('custom.doubled')?.type, 'money');
    assert.equal(all.get('custom.due')?.type, 'date');
  });

  test('reckon on with what people read: a field is rounded in its end', () => {
    assert.equal(text(define({ third: '#{value} / 3', whole: '#{custom.third} * 3' }), 'whole'), '84500.01');
    assert.equal(text(define({ whole: '#{value} / 3 * 3' }), 'whole'), '84500.00');
  });

  test('name the field that is empty at the bottom, and the formula in which something failed', () => {
    const all = define({
      a: '#{custom.b} + 1',
      b: '#{custom.c} * 2',
      c: '1 / #{custom.nil}',
      d: '#{custom.e} + 1',
      e: '#{custom.saving}',
    });
    assert.equal(text(all, 'a'), 'division');
    const failed = all.outcome('custom.a', deal, around);
    assert.equal(failed.type === 'failure' && 'in' in failed && failed.in, 'custom.c');
    assert.equal(text(all, 'd'), 'empty custom.saving');
  });

  test('in a ring are told by the ring, and none of them is worked out', () => {
    const all = define({
      a: '#{custom.b} + 1',
      b: '#{custom.c} + 1',
      c: '#{custom.a} + 1',
      self: '#{custom.self}',
      d: '#{custom.a} * 2',
    });
    const ring = (name: string): unknown => {
      const problem = all.get(`custom.${name}`)?.problems[0];
      return problem?.code === 'cycle' ? problem.keys : undefined;
    };
    assert.deepEqual(ring('a'), ['custom.a', 'custom.b', 'custom.c']);
    assert.deepEqual(ring('c'), ['custom.c', 'custom.a', 'custom.b']);
    assert.deepEqual(ring('self'), ['custom.self']);
    assert.equal(ring('d'), undefined);
    for (const name of ['a', 'b', 'c', 'self', 'd']) assert.equal(text(all, name), 'broken', name);
  });

  test('a ring is seen while it is typed, at the field that closes it', () => {
    const all = define({ a: '#{custom.b} + 1', b: '#{value} / 2' });
    const draft = all.draft('#Deal value + #a', 'custom.b');
    assert.deepEqual(draft.problems, [{ code: 'cycle', keys: ['custom.b', 'custom.a'], from: 14, to: 16 }]);
    assert.deepEqual(all.draft('#Deal value + #a', null).problems, []);
  });

  test('a thousand of them in a row are no deep stack, and each is worked out once', () => {
    const row: Record<string, string> = { f0: '1' };
    for (let i = 1; i < 1000; i++) row[`f${i}`] = `#{custom.f${i - 1}} + #{custom.f${i - 1}} - #{custom.f${i - 1}}`;
    assert.equal(text(define(row), 'f999'), '1');
  });

  test('what grows beyond all measure is told and not waited for', () => {
    const row: Record<string, string> = { f0: '10' };
    for (let i = 1; i < 200; i++) row[`f${i}`] = `#{custom.f${i - 1}} * #{custom.f${i - 1}}`;
    assert.equal(text(define(row), 'f199'), 'large');
  });

  test('tells every step, in the order of the reckoning', () => {
    const all = define({ margin: '(#{value} - #{custom.cost}) / #{custom.seats}' });
    const steps = new Reckoning(all, deal, around).steps('custom.margin');
    assert.deepEqual(
      steps.map(({ node, operands }) => [node.kind, operands.length]),
      [
        ['field', 0],
        ['field', 0],
        ['binary', 2],
        ['field', 0],
        ['binary', 2],
      ],
    );
  });
});
