import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../../src/domain/dates.js';
import { isWaiting, quietOf } from '../../src/domain/rotting.js';
import { waitDays } from '../../src/domain/waiting.js';

const today = '2026-11-23';
const open = { status: 'open' } as const;
const ago = (days: number): string => addDays(today, -days);

describe('a deal goes quiet', () => {
  for (const [limit, days, level] of [
    [30, 0, null],
    [30, 14, null],
    [30, 15, 1],
    [30, 29, 1],
    [30, 30, 2],
    [30, 400, 2],
    [7, 3, null],
    [7, 4, 1],
    [7, 7, 2],
    [1, 0, null],
    [1, 1, 2],
  ] as const)
    test(`limit ${limit}, nothing for ${days} days: ${level ?? 'nothing to say'}`, () => {
      assert.deepEqual(quietOf(open, limit, ago(days), today), level === null ? null : { days, level });
    });

  test('never where its stage has no limit, and never when it is won or lost', () => {
    assert.equal(quietOf(open, null, ago(400), today), null);
    assert.equal(quietOf(open, undefined, ago(400), today), null);
    assert.equal(quietOf({ status: 'won' }, 1, ago(400), today), null);
    assert.equal(quietOf({ status: 'lost' }, 1, ago(400), today), null);
  });

  test('a device whose clock runs ahead, or a day that is none, makes nothing quiet', () => {
    assert.equal(quietOf(open, 1, addDays(today, 1), today), null);
    assert.equal(quietOf(open, 1, '', today), null);
    assert.equal(quietOf(open, 1, today, ''), null);
  });

  test('days are calendar days, also where the clock is changed or a leap day lies between', () => {
    assert.equal(quietOf(open, 1, '2026-03-28', '2026-03-30')?.days, 2);
    assert.equal(quietOf(open, 1, '2026-10-24', '2026-10-26')?.days, 2);
    assert.equal(quietOf(open, 1, '2028-02-28', '2028-03-01')?.days, 2);
  });

  test('a deal that waits is not quiet; from its day on, the days are counted from there', () => {
    const waits = { status: 'open', waitUntil: '2026-12-01', waitReason: 'Tender' } as const;
    assert.equal(quietOf(waits, 1, ago(400), today), null);
    assert.equal(quietOf(waits, 1, ago(400), '2026-11-30'), null);
    assert.equal(quietOf(waits, 1, ago(400), '2026-12-01'), null);
    assert.deepEqual(quietOf(waits, 1, ago(400), '2026-12-03'), { days: 2, level: 2 });
    assert.equal(quietOf(waits, 4, '2026-12-02', '2026-12-04')?.days, 2, 'touched since');
    assert.equal(quietOf({ status: 'open', waitUntil: null }, 4, ago(2), today)?.days, 2);
    assert.deepEqual(
      ['2026-11-30', '2026-12-01'].map((day) => isWaiting(waits, day)),
      [true, false],
    );
    assert.equal(isWaiting({ ...waits, status: 'lost' }, today), false);
  });

  test('the days that are offered', () => {
    const offered = (day: string): string => Object.values(waitDays(day)).join(' ');
    assert.equal(offered('2026-11-23'), '2026-11-24 2026-11-30 2026-12-23');
    assert.equal(offered('2026-11-29'), '2026-11-30 2026-11-30 2026-12-29');
    assert.equal(offered('2027-01-31'), '2027-02-01 2027-02-01 2027-02-28');
    assert.equal(offered('2026-12-31'), '2027-01-01 2027-01-04 2027-01-31');
    assert.equal(offered('1969-12-29'), '1969-12-30 1970-01-05 1970-01-29');
    assert.equal(offered('1969-12-24'), '1969-12-25 1969-12-29 1970-01-24');
  });

  test('next week begins on a Monday, one to seven days on, whatever the day, before 1970 too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const day = addDays('1970-01-01', days);
        const { tomorrow, nextWeek, nextMonth } = waitDays(day);
        assert.equal(new Date(`${nextWeek}T00:00:00Z`).getUTCDay(), 1);
        const away = daysBetween(day, nextWeek);
        assert.ok(away >= 1 && away <= 7, `${day}: ${nextWeek}`);
        assert.equal(tomorrow, addDays(day, 1));
        assert.ok(isDay(nextMonth) && daysBetween(day, nextMonth) >= 28 && daysBetween(day, nextMonth) <= 31);
      }),
    );
  });

  test('only ever louder as days go by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 900 }), (limit, days) => {
        const level = (of: number): number => quietOf(open, limit, ago(of), today)?.level ?? 0;
        assert.ok(level(days + 1) >= level(days));
        assert.equal(level(days) === 2, days >= limit);
        assert.equal(level(days) === 0, days * 2 < limit || days === 0);
      }),
    );
  });
});
