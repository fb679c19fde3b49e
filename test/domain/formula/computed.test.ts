import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparer } from '../../../src/domain/compare.js';
import { valueOf } from '../../../src/domain/field-value.js';
import { filterWheres } from '../../../src/domain/filter-where.js';
import { computedName, computedReader } from '../../../src/domain/formula/computed.js';
import { formulasOf } from '../../../src/domain/formula/fields.js';
import { matches } from '../../../src/domain/matches.js';
import { customReason } from '../../../src/domain/values.js';
import { aDeal, aField, money } from '../../../src/testing/fixtures.js';
import { around } from './world.js';

const fields = [
  aField({ id: 'seats', name: 'Seats', type: 'number' }),
  aField({ id: 'each', name: 'Each', type: 'formula', formula: '#{value} / #{custom.seats}', gives: 'money' }),
  aField({ id: 'double', name: 'Double', type: 'formula', formula: '#{custom.each} * 2', gives: 'money' }),
  aField({ id: 'left', name: 'Left', type: 'formula', formula: '#{expectedClose} - TODAY()', gives: 'number' }),
  aField({ id: 'age', name: 'Age', type: 'formula', formula: 'TODAY() - #{createdAt}', gives: 'number' }),
  aField({ id: 'half', name: 'Half', type: 'formula', formula: '#{weighted} / 2', gives: 'money' }),
  aField({ id: 'bad', name: 'Bad', type: 'formula', formula: '#{custom.gone}' }),
];
const formulas = formulasOf(fields);
const nameOf = (id: string, here = around): string => computedName(formulas, `custom.${id}`, here) ?? '';

describe('a formula field in a query', () => {
  const deal = aDeal({ value: money('1000'), custom: { seats: 8 }, expectedClose: '2026-11-30' });

  test('is a name by which its value is read', () => {
    assert.deepEqual(valueOf(deal, nameOf('each')), money('125.00'));
    assert.deepEqual(valueOf(deal, nameOf('double')), money('250.00'));
    assert.equal(valueOf(deal, nameOf('left')), 7);
    assert.deepEqual(valueOf(deal, nameOf('half')), money('150.00'));
    assert.equal(valueOf(aDeal(), nameOf('each')), null);
  });

  test('says what its value rests on, and no more', () => {
    const tomorrow = { ...around, today: '2026-11-24' };
    assert.equal(nameOf('each', tomorrow), nameOf('each'));
    assert.notEqual(nameOf('left', tomorrow), nameOf('left'));
    const tokyo = { ...around, zone: 'Asia/Tokyo' };
    assert.equal(nameOf('left', tokyo), nameOf('left'));
    assert.notEqual(nameOf('age', tokyo), nameOf('age'));
    const likely = { ...around, chances: new Map([['stage-1', 90]]) };
    assert.equal(nameOf('each', likely), nameOf('each'));
    assert.notEqual(nameOf('half', likely), nameOf('half'));
  });

  test('that has problems has no name', () => {
    assert.equal(computedName(formulas, 'custom.bad', around), null);
    assert.equal(computedName(formulas, 'custom.seats', around), null);
    assert.equal(computedName(formulas, 'custom.none', around), null);
  });

  test('narrows and sorts as any field does', () => {
    const many = aDeal({ id: 'deal-2', value: money('1000'), custom: { seats: 100 } });
    const none = aDeal({ id: 'deal-0' });
    const order = comparer([{ field: nameOf('each') }], 'deal', around.today);
    assert.deepEqual(
      [none, deal, many].sort(order).map(({ id }) => id),
      ['deal-2', 'deal-1', 'deal-0'],
    );
    const where = { field: nameOf('each'), op: 'gte', value: money('100') } as const;
    assert.equal(matches(deal, { where, today: around.today }), true);
    assert.equal(matches(many, { where, today: around.today }), false);
  });

  test('is put in where a filter asks for the field; one that cannot be worked out matches nothing', () => {
    const env = {
      today: around.today,
      zone: around.zone,
      stages: [],
      computed: (field: string) =>
        fields.some(({ id, type }) => type === 'formula' && `custom.${id}` === field)
          ? computedName(formulas, field, around)
          : undefined,
    };
    const wheres = filterWheres(
      [
        { field: 'custom.left', op: 'lte', value: 7 },
        { field: 'custom.seats', op: 'is', value: 8 },
      ],
      env,
    );
    assert.deepEqual(wheres, [
      { field: nameOf('left'), op: 'lte', value: 7 },
      { field: 'custom.seats', op: 'is', value: 8 },
    ]);
    assert.deepEqual(filterWheres([{ field: 'custom.bad', op: 'filled' }], env), [{ any: [] }]);
  });

  test('a name that is none, or asks for too much, reads nothing', () => {
    for (const name of [
      '=',
      '=1',
      '=null',
      '={}',
      '=[]',
      '={"of":1}',
      '={"of":"a","formulas":{},"inputs":[],"currency":"EUR"}',
    ])
      assert.equal(computedReader(name)(deal), null, name);
    const format = { as: 'number', decimals: 1e9 };
    const wide = { of: 'a', formulas: [['a', '1/3', format]], inputs: [], currency: 'EUR', chances: 5 };
    assert.equal(computedReader(`=${JSON.stringify(wide)}`)(deal), null);
    assert.equal(computedReader(`=${JSON.stringify({ ...wide, chances: [] })}`)(deal), 0.333333);
  });

  test('to be added up, is an amount: also a number, with all of its decimals', () => {
    const sumOf = (id: string): unknown => valueOf(deal, computedName(formulas, `custom.${id}`, around, true)!);
    assert.deepEqual(sumOf('each'), money('125.00'));
    assert.deepEqual(sumOf('left'), { amount: '7', currency: '' });
    assert.equal(valueOf(aDeal(), computedName(formulas, 'custom.each', around, true)!), null);
  });

  test('no command can set it', () => assert.equal(customReason({ type: 'formula', options: [] }, 5), 'type'));
});
