import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { valueOf } from '../../src/domain/change.js';
import { activityState, matches, prepare } from '../../src/domain/matches.js';
import type { Condition, Where } from '../../src/domain/query.js';
import type { Lead } from '../../src/domain/records.js';
import { aLead, aPerson, anActivity, money, today } from '../../src/testing/fixtures.js';

const lead = aLead({
  title: 'Güneş paneli',
  value: money('1250.50'),
  labelIds: ['a', 'b'],
  expectedClose: '2026-12-18',
  createdAt: '2026-11-02T23:30:00.000Z',
  seen: false,
  ownerId: null,
  custom: { n: 5, t: 'Metin', m: money('10', 'USD'), o: ['x', 'y'], z: 0 },
});
const holds = (field: string, op: Condition['op'], value?: unknown, record: Lead = lead) =>
  matches(record, { where: { field, op, value }, today });

describe('conditions', () => {
  const table: readonly (readonly [field: string, op: Condition['op'], value: unknown, holds: boolean])[] = [
    ['title', 'is', 'Güneş paneli', true],
    ['title', 'is', 'güneş paneli', false],
    ['title', 'not', 'x', true],
    ['ownerId', 'is', null, true],
    ['ownerId', 'not', null, false],
    ['ownerId', 'not', 'user-1', true],
    ['seen', 'is', false, true],
    ['seen', 'empty', undefined, false],
    ['id', 'in', ['lead-1', 'lead-2'], true],
    ['id', 'in', [], false],
    ['id', 'notIn', ['lead-2'], true],
    ['id', 'in', ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'lead-1'], true],
    ['id', 'in', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'], false],
    ['labelIds', 'has', ['b', 'z'], true],
    ['labelIds', 'has', ['z'], false],
    ['labelIds', 'hasNot', ['z'], true],
    ['labelIds', 'hasNot', ['a'], false],
    ['title', 'contains', 'GUNES', true],
    ['title', 'contains', 'panelı', true],
    ['title', 'starts', 'paneli', false],
    ['title', 'starts', 'gün', true],
    ['value', 'gt', '1250.5', false],
    ['value', 'gte', '1250.5', true],
    ['value', 'lt', money('9999'), true],
    ['value', 'lt', money('9999', 'JPY'), false],
    ['value', 'gte', money('1', 'JPY'), false],
    ['value', 'between', [money('1000'), money('1300')], true],
    ['value', 'between', [money('1000', 'USD'), money('1300', 'USD')], false],
    ['value', 'between', ['1000', '1300.00'], true],
    ['value', 'is', money('1250.5'), true],
    ['value', 'is', money('1250.5', 'USD'), false],
    ['value', 'is', '1250.500', true],
    ['value', 'gt', 'much', false],
    ['expectedClose', 'lt', '2026-12-19', true],
    ['expectedClose', 'between', ['2026-12-18', '2026-12-18'], true],
    ['expectedClose', 'gt', '', false],
    ['createdAt', 'between', ['2026-11-02', '2026-11-02'], true],
    ['createdAt', 'lt', '2026-11-02', false],
    ['createdAt', 'gt', '2026-11-02T23:00:00.000Z', true],
    ['archivedAt', 'empty', undefined, true],
    ['archivedAt', 'filled', undefined, false],
    ['archivedAt', 'lt', '2030-01-01', false],
    ['custom.n', 'gt', 4, true],
    ['custom.n', 'lt', '5.5', true],
    ['custom.t', 'contains', 'ETI', true],
    ['custom.m', 'gte', '10.00', true],
    ['custom.o', 'has', ['y'], true],
    ['custom.z', 'empty', undefined, false],
    ['custom.z', 'lt', 1, true],
    ['custom.none', 'empty', undefined, true],
    ['custom.none', 'gt', 0, false],
    ['custom.none', 'not', 3, true],
    ['custom.__proto__', 'empty', undefined, true],
    ['__proto__', 'empty', undefined, true],
  ];
  for (const [field, op, value, expected] of table) {
    test(`${field} ${op} ${JSON.stringify(value)}: ${expected}`, () => assert.equal(holds(field, op, value), expected));
  }

  test('all, any, and both with a search', () => {
    const where: Where = {
      all: [
        {
          any: [
            { field: 'seen', op: 'is', value: true },
            { field: 'labelIds', op: 'has', value: ['a'] },
          ],
        },
        { field: 'value', op: 'filled' },
      ],
    };
    assert.equal(matches(lead, { where, today }), true);
    assert.equal(matches({ ...lead, searchText: 'gunes' }, { where, search: 'Güneş', today }), true);
    assert.equal(matches({ ...lead, searchText: 'gunes' }, { where, search: 'rüzgar', today }), false);
    assert.equal(matches(lead, { where: { all: [] }, today }), true);
    assert.equal(matches(lead, { where: { any: [] }, today }), false);
  });

  test('persons are searched by name, address and digits without a derived text', () => {
    for (const search of ['yildiz', 'ADA@example', '0532 123'])
      assert.equal(matches(aPerson(), { search, today }), true, search);
  });
});

describe('activity', () => {
  const next = (due: string | null) => ({ ...anActivity({ due }) });
  test('one rule says what is overdue', () => {
    assert.deepEqual(
      [null, next('2026-11-22'), next(today), next('2026-11-24'), next(null)].map((one) => activityState(one, today)),
      ['none', 'overdue', 'today', 'planned', 'planned'],
    );
  });
  test('as a condition', () => {
    assert.equal(holds('nextActivity', 'activity', ['none', 'today']), true);
    assert.equal(holds('nextActivity', 'activity', ['overdue'], { ...lead, nextActivity: next('2026-01-01') }), true);
  });
});

describe('properties', () => {
  const value = fc.oneof(fc.constantFrom(null, '', 'a', 'b', '2026-11-23', 5, 0, true), fc.subarray(['a', 'b']));
  const condition = fc.record({
    field: fc.constantFrom('title', 'ownerId', 'labelIds', 'seen', 'custom.x'),
    op: fc.constantFrom('is', 'not', 'in', 'notIn', 'has', 'hasNot', 'empty', 'filled', 'lt', 'gte', 'contains'),
    value,
  }) as fc.Arbitrary<Condition>;
  const record = fc
    .record({
      title: fc.constantFrom('a', 'b', 'ab'),
      ownerId: fc.constantFrom(null, 'a', 'b'),
      labelIds: fc.subarray(['a', 'b']),
      seen: fc.boolean(),
      x: value,
    })
    .map(({ x, ...fields }) => aLead({ ...fields, custom: { x } }));
  const opposite = {
    is: 'not',
    not: 'is',
    in: 'notIn',
    notIn: 'in',
    has: 'hasNot',
    hasNot: 'has',
    empty: 'filled',
    filled: 'empty',
  } as Partial<Record<Condition['op'], Condition['op']>>;

  test('a condition and its opposite never agree', () => {
    fc.assert(
      fc.property(record, condition, (held, where) => {
        const other = opposite[where.op];
        return (
          other === undefined ||
          matches(held, { where, today }) !== matches(held, { where: { ...where, op: other }, today })
        );
      }),
    );
  });

  test('in is any of is; a prepared query answers as matches does, also when it is used again', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(value), condition, (records, list, where) => {
        const many = prepare({ where: { field: where.field, op: 'in', value: list }, today });
        const any = prepare({
          where: { any: list.map((one) => ({ field: where.field, op: 'is', value: one })) },
          today,
        });
        const test = prepare({ where, today });
        return records.every(
          (held) =>
            many(held) === any(held) && test(held) === matches(held, { where, today }) && test(held) === test(held),
        );
      }),
    );
  });

  test('what is empty compares with nothing', () => {
    fc.assert(
      fc.property(record, condition, (held, where) => {
        const empty = [null, undefined, ''].includes(valueOf(held, where.field) as null);
        return !empty || !(['lt', 'gte', 'has'] as string[]).includes(where.op) || !matches(held, { where, today });
      }),
    );
  });
});
