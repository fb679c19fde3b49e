import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dueKey } from '../../src/adapters/local/due.js';
import { activityState } from '../../src/domain/activity-state.js';
import { agendaOrder } from '../../src/domain/agenda.js';
import { compareIds, comparer, defaultOrder } from '../../src/domain/compare.js';
import { compareDue } from '../../src/domain/due-order.js';
import type { Order } from '../../src/domain/query.js';
import { kinds } from '../../src/domain/records.js';
import type { AnyRecord, Lead } from '../../src/domain/records.js';
import { aLead, anActivity, aStage, minutesAfter, money, today } from '../../src/testing/fixtures.js';

const sorted = (records: readonly AnyRecord[], order?: readonly Order[]) =>
  [...records].sort(comparer(order, 'lead', today)).map((record) => record.id);
const next = (due: string | null, time: string | null = null) =>
  ({ id: 'x', type: 'call', subject: '', due, time }) as const;

describe('order', () => {
  test('the default of the inbox: overdue, today, none, planned; earliest due first; then the newest', () => {
    const leads = [
      aLead({ id: 'planned', nextActivity: next('2026-12-01') }),
      aLead({ id: 'planned without a day', nextActivity: next(null) }),
      aLead({ id: 'none, old' }),
      aLead({ id: 'none, new', createdAt: minutesAfter(5) }),
      aLead({ id: 'today, any time', nextActivity: next(today) }),
      aLead({ id: 'today 9:00', nextActivity: next(today, '09:00') }),
      aLead({ id: 'today 15:00', nextActivity: next(today, '15:00') }),
      aLead({ id: 'late', nextActivity: next('2026-11-20') }),
      aLead({ id: 'very late', nextActivity: next('2026-10-01') }),
    ];
    const wanted = [
      'very late',
      'late',
      'today, any time',
      'today 9:00',
      'today 15:00',
      'none, new',
      'none, old',
      'planned',
      'planned without a day',
    ];
    assert.deepEqual(sorted(leads), wanted);
    assert.deepEqual(sorted(leads, []), wanted);
    assert.deepEqual(sorted(leads, [{ field: 'nextActivity', descending: true }]).slice(0, 3), [
      'planned without a day',
      'planned',
      'none, new',
    ]);
  });

  test('empty values come last in both directions, ties by id', () => {
    const leads = [
      aLead({ id: 'c', value: null }),
      aLead({ id: 'b', value: money('9') }),
      aLead({ id: 'a', value: money('10', 'JPY') }),
      aLead({ id: 'd', value: money('9.00') }),
    ];
    assert.deepEqual(sorted(leads, [{ field: 'value' }]), ['b', 'd', 'a', 'c']);
    assert.deepEqual(sorted(leads, [{ field: 'value', descending: true }]), ['a', 'b', 'd', 'c']);
  });

  test('amounts by the number, and the same number by currency before the next key', () => {
    const leads = [
      aLead({ id: 'dollars', value: money('10', 'USD'), title: 'A' }),
      aLead({ id: 'euros', value: money('10.00', 'EUR'), title: 'C' }),
      aLead({ id: 'more euros', value: money('10', 'EUR'), title: 'B' }),
      aLead({ id: 'yen', value: money('9', 'JPY'), title: 'D' }),
    ];
    const byTitle = { field: 'title' };
    assert.deepEqual(sorted(leads, [{ field: 'value' }, byTitle]), ['yen', 'more euros', 'euros', 'dollars']);
    assert.deepEqual(sorted(leads, [{ field: 'value', descending: true }, byTitle]), [
      'dollars',
      'more euros',
      'euros',
      'yen',
    ]);
  });

  test('text as people sort it, numbers in it by their value', () => {
    const leads = ['Zebra', 'öl', 'Lot 10', 'lot 9', 'Öl'].map((title) => aLead({ id: title, title }));
    assert.deepEqual(sorted(leads, [{ field: 'title' }]), ['lot 9', 'Lot 10', 'öl', 'Öl', 'Zebra']);
  });

  test('ranks by code units, not by a language', () => {
    const stages = ['a0', 'Zz', 'aV', 'a1'].map((rank) => aStage({ id: rank, rank }));
    assert.deepEqual(
      [...stages].sort(comparer(undefined, 'stage', today)).map((stage) => stage.rank),
      ['Zz', 'a0', 'a1', 'aV'],
    );
  });

  test('activities by due, those of the whole day first, then time; notes newest first', () => {
    const list = [
      anActivity({ id: '1', due: null }),
      anActivity({ id: '2', due: today }),
      anActivity({ id: '3', due: today, time: '08:00' }),
      anActivity({ id: '4', due: '2026-01-01' }),
    ];
    assert.deepEqual(
      [...list].sort(comparer(undefined, 'activity', today)).map((one) => one.id),
      ['4', '2', '3', '1'],
    );
    assert.ok(kinds.every((kind) => defaultOrder(kind).length > 0));
  });

  test('property: the key in a database, the day’s list and the board put activities in one order', () => {
    const due = fc.constantFrom(null, '2026-01-01', today, '2026-11-24', '2027-01-01');
    const some = fc.record({ due, time: fc.constantFrom(null, '00:00', '08:00', '08:30', '23:59') });
    const whole = some.map(({ due, time }) => anActivity({ id: 'x', due, time: due === null ? null : time }));
    const byList = comparer([...agendaOrder], 'activity', today);
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const byDue = compareDue(a, b);
        assert.equal(byDue, compareIds(dueKey(a), dueKey(b)));
        assert.equal(byDue, Math.sign(byList(a, b)));
        assert.equal(byDue, -compareDue(b, a) + 0);
      }),
    );
  });

  test('overdue only when its day is over, whether it takes the whole day or not', () => {
    for (const time of [null, '08:00'])
      assert.deepEqual(
        ['2026-11-22', today, '2026-11-24'].map((due) => activityState(next(due, time), today)),
        ['overdue', 'today', 'planned'],
      );
  });

  test('property: a total order, for every field and mixed types', () => {
    const custom = fc.constantFrom(null, 1, 2, '1', 'x', true, false, ['a'], ['a', 'b'], money('1'), money('2'));
    const lead: fc.Arbitrary<Lead> = fc
      .record({
        id: fc.constantFrom('a', 'b', 'c'),
        title: fc.string({ maxLength: 3 }),
        created: fc.nat({ max: 2 }),
        due: fc.constantFrom(undefined, null, '2026-01-01', today, '2027-01-01'),
        custom,
        value: fc.option(fc.constantFrom(money('1'), money('1.0'), money('1', 'JPY'), money('2'))),
      })
      .map(({ id, title, created, due, custom: x, value }) =>
        aLead({
          id,
          title,
          value,
          createdAt: minutesAfter(created),
          nextActivity: due === undefined ? null : next(due),
          custom: { x },
        }),
      );
    const order = fc.array(
      fc.record({
        field: fc.constantFrom('nextActivity', 'title', 'custom.x', 'value', 'createdAt'),
        descending: fc.boolean(),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(lead, lead, lead, order, (a, b, c, keys) => {
        const compare = comparer(keys, 'lead', today);
        assert.equal(compare(a, a) === 0, true);
        assert.equal(Math.sign(compare(a, b)) + Math.sign(compare(b, a)), 0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) assert.ok(compare(a, c) <= 0);
        if (a.id !== b.id) assert.notEqual(compare(a, b), 0);
      }),
      { numRuns: 500 },
    );
  });
});
