import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayIn } from '../../src/domain/dates.js';
import { conditionsOf, isAsking, isGroup, isOpen } from '../../src/domain/filter.js';
import type { Filter, FilterEnv, FilterPart, QuietState } from '../../src/domain/filter.js';
import { filterWhere } from '../../src/domain/filter-where.js';
import { matches } from '../../src/domain/matches.js';
import type { Condition } from '../../src/domain/query.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import { quietOf } from '../../src/domain/rotting.js';
import { aDeal, aLead, money, today } from '../../src/testing/fixtures.js';

const env: FilterEnv = {
  today,
  zone: 'Europe/Istanbul',
  stages: [
    { id: 's7', rotDays: 7 },
    { id: 's30', rotDays: 30 },
    { id: 's30b', rotDays: 30 },
    { id: 'one', rotDays: 1 },
    { id: 'never', rotDays: null },
  ],
};
const fits = (record: Lead | Deal, filter: Filter, about: FilterEnv = env): boolean => {
  const where = filterWhere(filter, about);
  return matches(record, { today: about.today, ...(where && { where }) });
};
const one = (record: Lead | Deal, field: string, op: string, value?: unknown): boolean =>
  fits(record, [{ field, op, value } as FilterPart]);

describe('a filter as a question', () => {
  test('asks for nothing where it is empty, or its conditions are still open', () => {
    for (const filter of [
      [],
      [{ all: [] }],
      [{ any: [{ all: [] }] }],
      [{ field: 'title', op: 'contains', value: '' }],
      [
        {
          any: [
            { field: 'labelIds', op: 'has', value: [] },
            { field: 'value', op: 'gte' },
          ],
        },
      ],
    ] as Filter[]) {
      assert.equal(filterWhere(filter, env), undefined, JSON.stringify(filter));
      assert.equal(isAsking(filter), false);
    }
    assert.ok(isAsking([{ any: [{ all: [{ field: 'title', op: 'empty' }] }] }]));
  });

  test('is the same plain conditions for a query, where it has nothing but those', () => {
    const filter: readonly Condition[] = [
      { field: 'title', op: 'contains', value: 'x' },
      { field: 'expectedClose', op: 'gte', value: today },
    ];
    assert.deepEqual(filterWhere(filter, env), { all: filter });
    assert.deepEqual(filterWhere(filter.slice(0, 1), env), filter[0]);
  });

  test('an open condition in a group does not make "any" match everything', () => {
    const filter: Filter = [
      {
        any: [
          { field: 'title', op: 'contains', value: '' },
          { field: 'title', op: 'is', value: 'b' },
        ],
      },
    ];
    assert.equal(fits(aLead({ title: 'a' }), filter), false);
    assert.equal(fits(aLead({ title: 'b' }), filter), true);
  });

  test('no owner and no label, among others, alone, and left out', () => {
    const nobody = aLead({ ownerId: null, labelIds: [] });
    const ada = aLead({ ownerId: 'ada', labelIds: ['hot'] });
    assert.deepEqual([one(nobody, 'ownerId', 'in', [null]), one(ada, 'ownerId', 'in', [null])], [true, false]);
    assert.deepEqual(
      [one(nobody, 'ownerId', 'in', ['ada', null]), one(ada, 'ownerId', 'in', ['ada', null])],
      [true, true],
    );
    assert.deepEqual([one(nobody, 'ownerId', 'notIn', [null]), one(ada, 'ownerId', 'notIn', [null])], [false, true]);
    assert.deepEqual(
      [one(nobody, 'ownerId', 'notIn', ['ada', null]), one(ada, 'ownerId', 'notIn', ['bo', null])],
      [false, true],
    );
    assert.deepEqual([one(nobody, 'labelIds', 'has', [null]), one(ada, 'labelIds', 'has', [null])], [true, false]);
    assert.deepEqual(
      [one(nobody, 'labelIds', 'hasNot', [null]), one(ada, 'labelIds', 'hasNot', [null])],
      [false, true],
    );
    assert.deepEqual(
      [one(nobody, 'labelIds', 'hasNot', [null, 'x']), one(ada, 'labelIds', 'hasNot', [null, 'hot'])],
      [false, false],
    );
  });

  test('a value with its currency', () => {
    const euros = aDeal({ value: money('5000') });
    assert.equal(one(euros, 'value', 'gte', money('1000')), true);
    assert.equal(one(euros, 'value', 'gte', money('1000', 'JPY')), false);
    assert.equal(one(euros, 'value', 'gte', '1000'), true);
  });

  test('days of an instant are those of the zone', () => {
    // Half past midnight in Istanbul, still the day before in UTC.
    const lead = aLead({ createdAt: '2026-11-22T21:30:00.000Z' });
    for (const [op, value, holds] of [
      ['is', '2026-11-23', true],
      ['is', '2026-11-22', false],
      ['not', '2026-11-22', true],
      ['not', '2026-11-23', false],
      ['gte', '2026-11-23', true],
      ['gt', '2026-11-22', true],
      ['gt', '2026-11-23', false],
      ['lte', '2026-11-22', false],
      ['lte', '2026-11-23', true],
      ['lt', '2026-11-23', false],
      ['between', ['2026-11-23', '2026-11-23'], true],
      ['between', ['2026-11-20', '2026-11-22'], false],
      ['gte', '2026-11-22T21:30:00.000Z', true],
      ['filled', undefined, true],
    ] as const)
      assert.equal(one(lead, 'createdAt', op, value), holds, `${op} ${String(value)}`);
    assert.equal(one(aLead({ archivedAt: null }), 'archivedAt', 'not', '2026-11-22'), true);
  });

  test('a period moves with today; what cannot be understood matches nothing', () => {
    const deal = aDeal({ expectedClose: '2026-12-05' });
    const filter: Filter = [{ field: 'expectedClose', op: 'within', value: 'next-week' }];
    assert.deepEqual(
      ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map((day) => fits(deal, filter, { ...env, today: day })),
      [false, true, true, false],
    );
    assert.equal(one(deal, 'expectedClose', 'within', 'some-day'), false);
    assert.equal(one(aDeal({ expectedClose: null }), 'expectedClose', 'within', 'past'), false);
  });
});

describe('as a property', () => {
  const texts = fc.constantFrom('', 'a', 'ab', 'ä', 'b');
  const condition: fc.Arbitrary<FilterPart> = fc.oneof(
    fc.record({ field: fc.constant('title'), op: fc.constantFrom('contains', 'is', 'not', 'starts'), value: texts }),
    fc.record({
      field: fc.constant('ownerId'),
      op: fc.constantFrom('in', 'notIn'),
      value: fc.subarray([null, 'ada', 'bo']),
    }),
    fc.record({
      field: fc.constant('labelIds'),
      op: fc.constantFrom('has', 'hasNot'),
      value: fc.subarray([null, 'hot', 'cold']),
    }),
    fc.record({ field: fc.constantFrom('title', 'ownerId', 'custom.n'), op: fc.constantFrom('empty', 'filled') }),
    fc.record({
      field: fc.constant('custom.n'),
      op: fc.constantFrom('gte', 'lt'),
      value: fc.integer({ min: 0, max: 3 }),
    }),
  );
  const { part } = fc.letrec<{ part: FilterPart }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      condition,
      fc.record({ all: fc.array(tie('part'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('part'), { maxLength: 3 }) }),
    ),
  }));
  const lead: fc.Arbitrary<Lead> = fc
    .record({
      title: texts,
      ownerId: fc.constantFrom(null, 'ada', 'bo'),
      labelIds: fc.subarray(['hot', 'cold']),
      custom: fc.constantFrom({}, { n: 0 }, { n: 2 }),
    })
    .map((fields) => aLead(fields as Partial<Lead>));

  /** The meaning of a filter, said once more and otherwise; null = it asks for nothing. */
  const naive = (part: FilterPart, record: Lead): boolean | null => {
    if (isGroup(part)) {
      const asked = ('all' in part ? part.all : part.any)
        .map((each) => naive(each, record))
        .filter((each) => each !== null);
      if (asked.length === 0) return null;
      return 'all' in part ? !asked.includes(false) : asked.includes(true);
    }
    if (isOpen(part)) return null;
    const { field, op, value } = part;
    const list = Array.isArray(value) ? (value as (string | null)[]) : [];
    if (field === 'ownerId' && list.length > 0) return list.includes(record.ownerId) === (op === 'in');
    if (field === 'labelIds')
      return (
        list.some((label) => (label === null ? record.labelIds.length === 0 : record.labelIds.includes(label))) ===
        (op === 'has')
      );
    return matches(record, { where: part as Condition, today });
  };

  test('parts all hold, groups as they say, open ones count for nothing', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), lead, (filter, record) => {
        const asked = filter.map((each) => naive(each, record)).filter((each) => each !== null);
        assert.equal(fits(record, filter), !asked.includes(false));
        assert.equal(isAsking(filter), asked.length > 0);
        assert.equal(filterWhere(filter, env) !== undefined, asked.length > 0);
        // Plain data: kept and read back it is the same question.
        assert.deepEqual(filterWhere(JSON.parse(JSON.stringify(filter)) as Filter, env), filterWhere(filter, env));
        assert.equal([...conditionsOf(filter)].length, JSON.stringify(filter).split('"field"').length - 1);
      }),
      { numRuns: 500 },
    );
  });

  test('quiet is what the board says: half, full or neither, in every stage, with waits and in every zone', () => {
    const deal = fc
      .record({
        stageId: fc.constantFrom('s7', 's30', 's30b', 'one', 'never', 'gone'),
        status: fc.constantFrom('open', 'won', 'lost'),
        touchedAt: fc
          .integer({ min: -70 * 24 * 4, max: 3 * 24 * 4 })
          .map((quarters) => new Date(Date.parse(today) + quarters * 900_000).toISOString()),
        waitUntil: fc.option(
          fc.integer({ min: -40, max: 5 }).map((days) => addDays(today, days)),
          { nil: null },
        ),
      })
      .map((fields) => aDeal(fields as Partial<Deal>));
    const zones = fc.constantFrom('UTC', 'Europe/Istanbul', 'America/Los_Angeles', 'Pacific/Auckland');
    const level = { 0: 'no', 1: 'half', 2: 'full' } as const;
    fc.assert(
      fc.property(
        deal,
        zones,
        fc.subarray<QuietState>(['half', 'full', 'no'], { minLength: 1 }),
        (record, zone, value) => {
          const limit = env.stages.find(({ id }) => id === record.stageId)?.rotDays;
          const state = level[quietOf(record, limit, dayIn(zone, record.touchedAt), today)?.level ?? 0];
          const filter: Filter = [{ field: 'quiet', op: 'quiet', value }];
          assert.equal(fits(record, filter, { ...env, zone }), value.includes(state));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('without a stage that has a limit nothing is quiet', () => {
    const about = { ...env, stages: [{ id: 'never', rotDays: null }] };
    const old = aDeal({ stageId: 'never', touchedAt: '2020-01-01T00:00:00.000Z' });
    assert.equal(fits(old, [{ field: 'quiet', op: 'quiet', value: ['half', 'full'] }], about), false);
    assert.equal(fits(old, [{ field: 'quiet', op: 'quiet', value: ['no'] }], about), true);
  });
});
