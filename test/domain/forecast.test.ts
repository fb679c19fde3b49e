import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../../src/domain/dates.js';
import { bestOf, dayAfterMove, isIn, periodOf, periodUnits, shareOf, shifted } from '../../src/domain/forecast.js';
import { money } from '../../src/testing/fixtures.js';

const days = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays('1990-01-01', count));
const units = fc.constantFrom(...periodUnits);
const firsts = fc.integer({ min: 1, max: 7 });
const counts = fc.integer({ min: -500, max: 500 });

describe('periods', () => {
  for (const [day, unit, first, start, end] of [
    ['2026-11-23', 'week', 1, '2026-11-23', '2026-11-29'],
    ['2026-11-22', 'week', 1, '2026-11-16', '2026-11-22'],
    ['2026-11-22', 'week', 7, '2026-11-22', '2026-11-28'],
    ['2027-01-01', 'week', 6, '2026-12-26', '2027-01-01'],
    ['2028-02-29', 'month', 1, '2028-02-01', '2028-02-29'],
    ['2026-12-31', 'quarter', 1, '2026-10-01', '2026-12-31'],
    ['2026-02-01', 'quarter', 1, '2026-01-01', '2026-03-31'],
  ] as const)
    test(`${day}, ${unit}, weeks from ${first}`, () =>
      assert.deepEqual(periodOf(day, unit, first), { unit, start, end }));

  test('a day is in its period, each day of a period is in that one, and no other has it', () => {
    fc.assert(
      fc.property(days, units, firsts, (day, unit, first) => {
        const period = periodOf(day, unit, first);
        assert.ok(isDay(period.start) && isDay(period.end) && isIn(day, period));
        assert.deepEqual(periodOf(period.start, unit, first), period);
        assert.deepEqual(periodOf(period.end, unit, first), period);
        assert.ok(!isIn(addDays(period.start, -1), period) && !isIn(addDays(period.end, 1), period));
      }),
    );
  });

  test('they follow each other without a gap, and there and back is the same one', () => {
    fc.assert(
      fc.property(days, units, firsts, counts, (day, unit, first, count) => {
        const period = periodOf(day, unit, first);
        assert.equal(shifted(period, 1).start, addDays(period.end, 1));
        assert.deepEqual(shifted(shifted(period, count), -count), period);
        assert.deepEqual(shifted(period, count), periodOf(shifted(period, count).start, unit, first));
      }),
    );
  });
});

describe('a deal that is put into a period', () => {
  const month = (day: string) => periodOf(day, 'month');
  for (const [from, to, today, day] of [
    ['2026-01-31', month('2026-02-01'), '2026-01-01', '2026-02-28'],
    ['2026-01-15', month('2026-02-01'), '2026-01-01', '2026-02-15'],
    // In the month that is going on: never in the past.
    ['2026-12-05', month('2026-11-01'), '2026-11-23', '2026-11-23'],
    ['2026-12-28', month('2026-11-01'), '2026-11-23', '2026-11-28'],
    [null, month('2026-11-01'), '2026-11-23', '2026-11-30'],
    ['2026-11-25', periodOf('2026-12-01', 'week'), '2026-11-23', '2026-12-02'],
    ['2026-11-30', periodOf('2027-02-01', 'quarter'), '2026-11-23', '2027-02-28'],
    ['2026-12-31', periodOf('2027-04-01', 'quarter'), '2026-11-23', '2027-06-30'],
  ] as const)
    test(`${from} to ${to.start}: ${day}`, () => assert.equal(dayAfterMove(from, to, today), day));

  test('it is in it, not before today where today is in it, and its place is kept', () => {
    fc.assert(
      fc.property(fc.option(days), days, days, units, firsts, (from, other, today, unit, first) => {
        const to = periodOf(other, unit, first);
        const day = dayAfterMove(from, to, today);
        assert.ok(isDay(day) && isIn(day, to));
        if (isIn(today, to)) assert.ok(day >= today);
        if (from === null || day === today) return;
        if (unit === 'week') assert.equal(Math.abs(daysBetween(from, day)) % 7, 0, 'the same weekday');
        else assert.ok(day.slice(8) === from.slice(8) || day.slice(8) < from.slice(8), 'the same day, or the last one');
        const back = dayAfterMove(day, periodOf(from, unit, first), '0001-01-01');
        if (unit === 'week' || day.slice(8) === from.slice(8)) assert.equal(back, from, 'and back');
      }),
    );
  });
});

describe('the best of the past', () => {
  const [september, october, november] = ['2026-09-01', '2026-10-01', '2026-11-01'].map((day) =>
    periodOf(day, 'month'),
  );
  test('for each currency its own; the later of two that are the same; nothing is no best', () => {
    const best = bestOf([
      { period: september!, sums: [money('100.00'), money('7', 'JPY')] },
      { period: october!, sums: [money('100.0'), money('9', 'JPY'), money('-5', 'TRY')] },
      { period: november!, sums: [money('99.99')] },
    ]);
    assert.deepEqual(Object.fromEntries(best), {
      EUR: { period: october, money: money('100.0') },
      JPY: { period: october, money: money('9', 'JPY') },
    });
  });

  test('none is better than the best', () => {
    const past = fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(past, (amounts) => {
        const all = amounts.map((amount, at) => ({
          period: shifted(november!, -at),
          sums: amount === 0n ? [] : [money(String(amount))],
        }));
        const most = amounts.reduce((one, other) => (other > one ? other : one));
        assert.equal(bestOf(all).get('EUR')?.money.amount ?? '0', String(most));
      }),
    );
  });

  for (const [amount, best, share] of [
    ['0', '100', 0],
    ['54.999', '100', 54],
    ['99.999999', '100', 99],
    ['100.00', '100', 100],
    ['250', '100', 250],
    ['-3', '100', 0],
  ] as const)
    test(`${amount} of ${best} is ${share} %`, () => assert.equal(shareOf(amount, best), share));
});
