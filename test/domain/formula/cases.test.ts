import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Formulas } from '../../../src/domain/formula/formulas.js';
import { Names } from '../../../src/domain/formula/names.js';
import { tokenize } from '../../../src/domain/formula/tokens.js';
import { shown } from '../../../src/domain/formula/written.js';
import { aDeal, money } from '../../../src/testing/fixtures.js';
import { again, around, deal, inputs, problem, said } from './world.js';

describe('what formulas come to', () => {
  for (const [formula, result] of [
    // The field's own: a percentage is of what stands before it.
    ['#Deal value - 10%', 'EUR 76050.00'],
    ['#Deal value + 10%', 'EUR 92950.00'],
    ['100 - 10%', '90'],
    ['100 - 10% - 10%', '81'],
    ['100 + -10%', '90'],
    ['200 * 10%', '20'],
    ['10% * 200', '20'],
    ['1 - (10%)', '0.9'],
    ['100 - 10% * 2', '99.8'],
    ['#Deal value * #Chance%', 'EUR 25350.00'],
    ['#Deal value - #Seats%', 'EUR 50700.00'],
    ['(#Deal value - #Delivery cost) / #Seats', 'EUR 1332.50'],
    ['#Weighted', 'EUR 25350.00'],
    // Signs and brackets.
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['10 - 4 - 3', '3'],
    ['100 / 10 / 2', '5'],
    ['-2 * -3', '6'],
    ['- - 2', '2'],
    ['+5', '5'],
    ['2 * -#Seats', '-80'],
    ['8 ÷ 2 × 3 − 1', '11'],
    // Exact: no float has been near it.
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 * 3', '1'],
    ['#Rate + 0.2', '0.3'],
    ['1 / 3', '0.3333'],
    ['2 / 3', '0.6667'],
    ['-2 / 3', '-0.6667'],
    ['123456789012345678901234567 * 10', '1234567890123456789012345670'],
    ['#Deal value / 3', 'EUR 28166.67'],
    ['#Yen / 3', 'JPY 1667'],
    // Amounts and numbers that are written down.
    ['#Deal value - 500', 'EUR 84000.00'],
    ['100 + #Yen', 'JPY 5100'],
    ['MAX(#Delivery cost - #Deal value, 0)', 'EUR 0.00'],
    ['MAX(0, #Deal value)', 'EUR 84500.00'],
    ['MIN(#Deal value, #Delivery cost, 90000)', 'EUR 31200.00'],
    ['#Deal value / #Delivery cost', '2.7083'],
    ['COALESCE(#Yearly saving, 0)', 'EUR 0.00'],
    ['#Deal value - COALESCE(#Yearly saving, 0)', 'EUR 84500.00'],
    ['#Deal value / COALESCE(#Yearly saving, 65000)', '1.3'],
    ['COALESCE(#Yearly saving, #Delivery cost)', 'EUR 31200.00'],
    ['COALESCE(#Yearly saving)', 'empty custom.saving'],
    // Days.
    ['#Expected close - TODAY()', '7'],
    ['DAYS(#Expected close, TODAY())', '7'],
    ['#Expected close + 30', '2026-12-30'],
    ['30 + #Expected close', '2026-12-30'],
    ['#Expected close - 1.5', '2026-11-28'],
    ['TODAY() + 0.9', '2026-11-23'],
    ['MAX(#Expected close, #Start)', '2026-12-15'],
    // An instant is the day it was in the provider's zone.
    ['#Created', '2026-11-09'],
    ['TODAY() + 9999999', 'large'],
    // Conditions.
    ['IF(#Deal value > 50000, 10, 5)', '10'],
    ['IF(#Deal value > #Delivery cost, #Deal value, 0)', 'EUR 84500.00'],
    ['IF(#Deal value < #Delivery cost, #Deal value, 0)', 'EUR 0.00'],
    ['IF(#Seats = 40, 1, 2)', '1'],
    ['IF(#Seats <> 40, 1, 2)', '2'],
    ['IF(#Seats != 40, 1, 2)', '2'],
    ['IF(#Seats ≥ 40, 1, 2)', '1'],
    ['IF(#Expected close <= TODAY(), 1, 2)', '2'],
    // Only the side that is taken matters, and only what the answer needs.
    ['IF(#Seats > 0, 1, 1 / #Nil)', '1'],
    ['IF(#Seats > 0, 1, #Yearly saving / 2)', 'EUR 1.00'],
    ['IF(#Yearly saving > 0, 1, 2)', 'empty custom.saving'],
    // Functions.
    ['ABS(3 - 10)', '7'],
    ['ABS(#Delivery cost - #Deal value)', 'EUR 53300.00'],
    ['ROUND(2.5)', '3'],
    ['ROUND(-2.5)', '-3'],
    ['ROUND(1234.567, 1)', '1234.6'],
    ['ROUND(1250, -2)', '1300'],
    ['ROUND(#Deal value / 7, 0)', 'EUR 12071.00'],
    ['ROUND(1, 0.5)', 'places'],
    ['ROUND(1, 99)', 'places'],
    ['min(3, 2)', '2'],
    ['ıf(1 < 2, 3, 4)', '3'],
    // No value.
    ['#Yearly saving / 12', 'empty custom.saving'],
    ['#Deal value + #Yearly saving', 'empty custom.saving'],
    ['#Seats / #Nil', 'division'],
    ['1 / (2 - 2)', 'division'],
    ['COALESCE(1 / 0, 2)', 'division'],
    ['#Deal value + #Yen', 'currencies'],
    ['MAX(9, #Deal value, #Yen)', 'currencies'],
    ['MIN(0, #Deal value, #Yen)', 'currencies'],
    ['IF(#Deal value > #Yen, 1, 2)', 'currencies'],
    ['#Deal value / #Yen', 'currencies'],
    // Names: the longest that is known; brackets for the rest.
    ['#Cost - net', '7'],
    ['#[Cost] - 1', '2'],
    ['#Cost - 1', '2'],
    ['#[Cost - net] - #Cost', '4'],
    ['#seats', '40'],
    ['#{custom.seats} / 2', '20'],
    ['#  Seats', '40'],
  ] as const)
    test(formula, () => assert.equal(said(formula), result));

  test('a chance of its own counts before that of the stage; a closed deal has none', () => {
    assert.equal(said('#Chance', aDeal({ ...deal, probability: 65 })), '65');
    assert.equal(said('#Chance', aDeal({ ...deal, status: 'won' })), 'empty probability');
    assert.equal(said('#Weighted', aDeal({ ...deal, status: 'lost' })), 'empty weighted');
  });

  test('names are found with whichever i they are written, and two that differ in nothing else are told apart', () => {
    const names = new Names(
      ['İndirim', 'KIRALIK', 'Kır evi', 'Kir evi', 'Kir evi'].map((name, i) => ({
        key: `k${i}`,
        name,
        type: 'number',
      })),
    );
    const at = (text: string): string | undefined => names.at(`${text} * 2`, 0)?.key;
    assert.deepEqual(['İndirim', 'indirim', 'İNDİRİM', 'ındırım'].map(at), ['k0', 'k0', 'k0', 'k0']);
    assert.deepEqual(['Kiralık', 'KİRALIK', 'kiralik'].map(at), ['k1', 'k1', 'k1']);
    assert.deepEqual(['Kır evi', 'Kir evi'].map(at), ['k2', 'k3']);
    assert.deepEqual(names.inputs.map((input) => names.written(input)).slice(0, 2), ['#İndirim', '#KIRALIK']);
    for (const input of names.inputs.slice(0, 4)) {
      const [token] = tokenize(names.written(input), names, '.');
      assert.equal(token?.kind === 'field' && token.key, input.key, input.name);
    }
    assert.equal(names.written(names.inputs[4]!), '#{k4}');
  });

  test('what a field of another type left behind is no value', () => {
    assert.equal(said('#Seats', aDeal({ custom: { seats: 'forty' } })), 'unreadable');
    assert.equal(said('#Delivery cost', aDeal({ custom: { cost: 12 } })), 'unreadable');
    assert.equal(said('#Start', aDeal({ custom: { start: 'soon' } })), 'unreadable');
    assert.equal(said('#Seats', aDeal({ custom: { seats: Infinity } })), 'unreadable');
  });

  test('numbers are rounded to what the field shows, half away from zero', () => {
    assert.equal(said('2 / 3', deal, { as: 'number', decimals: 2 }), '0.67');
    assert.equal(said('0.125', deal, { as: 'percent', decimals: 0 }), '0.13');
    assert.equal(said('-7 / 2', deal, { as: 'days', decimals: null }), '-4');
  });

  test('each currency has its own decimals', () => {
    const kwd = aDeal({ value: money('10.000', 'KWD') });
    assert.equal(said('#Deal value / 3', kwd), 'KWD 3.333');
  });
});

describe('what is wrong is told where it stands', () => {
  for (const [formula, found] of [
    ['', 'nothing «»'],
    ['   ', 'nothing «   »'],
    ['#Deal valeu - 10%', 'field «#Deal valeu»'],
    ['1 +', 'noValue «»'],
    ['1 + * 2', 'noValue «*»'],
    ['1 2', 'noOperator «2»'],
    ['#Seats (2)', 'noOperator «(»'],
    ['(1 + 2', 'notClosed «(»'],
    ['MAX(1, 2', 'notClosed «(»'],
    ['1 + 2)', 'notOpened «)»'],
    ['1, 2', 'misplaced «,»'],
    ['(1, 2)', 'misplaced «,»'],
    ['MAX(1,)', 'noValue «)»'],
    ['MAX()', 'arguments «MAX()»'],
    ['IF(1 < 2, 3)', 'arguments «IF(1 < 2, 3)»'],
    ['TODAY(1)', 'arguments «TODAY(1)»'],
    ['TODAY + 1', 'notCalled «TODAY»'],
    ['MXA(1, 2)', 'function «MXA»'],
    ['Seats / 2', 'word «Seats»'],
    ['#[Seats', 'nameNotClosed «#[Seats»'],
    ['#{custom.gone} + 1', 'gone «#{custom.gone}»'],
    ['# + 1', 'noValue «#»'],
    ['1.2.3', 'number «1.2.3»'],
    ['12a', 'number «12a»'],
    [`1${'0'.repeat(40)}`, `number «1${'0'.repeat(40)}»`],
    ['1e9', 'number «1e9»'],
    ['1 & 2', 'sign «&»'],
    ['"text"', 'sign «"»'],
    ['1 + 😀', 'sign «😀»'],
    ['#Deal value + #Seats', 'operands «#Deal value + #Seats»'],
    ['#Deal value * #Deal value', 'operands «#Deal value * #Deal value»'],
    ['#Seats / #Deal value', 'operands «#Seats / #Deal value»'],
    ['#Expected close + #Created', 'operands «#Expected close + #Created»'],
    ['5 - #Expected close', 'operands «5 - #Expected close»'],
    ['#Expected close * 2', 'operands «#Expected close * 2»'],
    ['#Expected close - 10%', 'operands «#Expected close - 10%»'],
    ['#Deal value%', 'operand «#Deal value»'],
    ['-#Start', 'operand «#Start»'],
    ['1 < 2', 'comparison «1 < 2»'],
    ['1 < 2 < 3', 'operands «1 < 2 < 3»'],
    ['MAX(1 < 2, 3)', 'comparison «1 < 2»'],
    ['IF(1, 2, 3)', 'condition «1»'],
    ['IF(1 < 2, #Start, 3)', 'mixed «3»'],
    ['MAX(#Deal value, #Seats)', 'mixed «#Seats»'],
    ['ABS(#Start)', 'argument «#Start»'],
    ['DAYS(#Start, 3)', 'argument «3»'],
    ['#Seats > #Start', 'operands «#Seats > #Start»'],
  ] as const)
    test(formula, () => assert.equal(problem(formula), found));

  test('names what was most likely meant', () => {
    const formulas = new Formulas([], inputs);
    const near = (text: string): unknown => {
      const [first] = formulas.draft(text, null).problems;
      return first !== undefined && 'nearest' in first ? first.nearest : undefined;
    };
    assert.equal(near('#Deal valeu'), 'Deal value');
    assert.equal(near('#Value'), 'Deal value');
    assert.equal(near('#Setas * 2'), 'Seats');
    assert.equal(near('#Completely other'), null);
    assert.equal(near('ROND(1)'), 'ROUND');
    assert.equal(near('COALESC(1)'), 'COALESCE');
  });

  test('several of them at once', () => {
    const { problems } = new Formulas([], inputs).draft('#Foo + #Bar * #Baz', null);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['field', 'field', 'field'],
    );
  });
});

describe('a formula as it is stored', () => {
  const formulas = new Formulas([], inputs);

  test('names fields by their keys, with points and commas whatever the language', () => {
    assert.equal(
      formulas.draft(' ROUND(#Deal value × 1,5; 2) − #[Cost - net] ', null, ',').stored,
      'ROUND(#{value} * 1.5, 2) - #{custom.net}',
    );
    assert.equal(
      shown('ROUND(#{value} * 1.5, 2) - #{custom.net}', formulas.names, ','),
      'ROUND(#Deal value * 1,5; 2) - #[Cost - net]',
    );
  });

  test('where a comma stands in numbers, it separates values only behind them', () => {
    assert.equal(formulas.draft('MAX(#Seats,5)', null, ',').stored, 'MAX(#{custom.seats},5)');
    assert.equal(formulas.draft('MAX(1, 5)', null, ',').stored, 'MAX(1, 5)');
    assert.equal(formulas.draft('1.000 + 2', null, ',').problems[0]?.code, 'number');
  });

  test('is the same after it was shown and read again', () => {
    for (const text of ['#Deal value - 10%', '#[Cost - net] - #[Cost]', 'IF(#Seats > 3, #Rate, -1.5)'])
      assert.equal(again(text), text);
    // `#Cost - net` is read as the longer name, so the shorter one is written so that it cannot be.
    assert.equal(again('#Cost * 2'), '#[Cost] * 2');
  });

  test('goes on with a field that was renamed, and says which one is gone', () => {
    const renamed = inputs.map((one) => (one.key === 'custom.seats' ? { ...one, name: 'Places' } : one));
    const it = { key: 'custom.it', name: 'It', formula: '#{custom.seats} * 2', format: null };
    const outcome = new Formulas([it], renamed).outcome('custom.it', deal, around);
    assert.equal(outcome.type === 'value' && outcome.text, '80');
    const less = new Formulas(
      [it],
      inputs.filter((one) => one.key !== 'custom.seats'),
    );
    assert.deepEqual(less.get('custom.it')?.problems, [{ code: 'gone', key: 'custom.seats', from: 0, to: 15 }]);
    assert.deepEqual(less.outcome('custom.it', deal, around), { type: 'failure', code: 'broken', key: 'custom.it' });
  });

  test('two fields of one name can be told apart', () => {
    const twice = [...inputs, { key: 'custom.other', name: 'Seats', type: 'number' as const }];
    const two = new Formulas([], twice);
    assert.equal(shown('#{custom.seats} + #{custom.other}', two.names), '#Seats + #{custom.other}');
    assert.equal(two.draft('#Seats + #{custom.other}', null).stored, '#{custom.seats} + #{custom.other}');
  });
});
