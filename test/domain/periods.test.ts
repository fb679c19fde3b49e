import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dayIn, daysBetween, isDay } from '../../src/domain/dates.js';
import { dayStart, momentOf } from '../../src/domain/day-start.js';
import { isPeriod, namedPeriods, spanOf } from '../../src/domain/periods.js';
import type { Period } from '../../src/domain/periods.js';

const said = (period: Period, today: string): string => {
  const { from, to } = spanOf(period, today);
  return `${from ?? ''}..${to ?? ''}`;
};

describe('periods move with today', () => {
  const table: readonly (readonly [Period, today: string, span: string])[] = [
    ['today', '2026-11-27', '2026-11-27..2026-11-27'],
    ['yesterday', '2026-03-01', '2026-02-28..2026-02-28'],
    ['tomorrow', '2028-02-28', '2028-02-29..2028-02-29'],
    ['this-week', '2026-11-27', '2026-11-23..2026-11-29'],
    ['this-week', '2026-11-29', '2026-11-23..2026-11-29'],
    ['this-week', '2026-11-30', '2026-11-30..2026-12-06'],
    ['last-week', '2026-11-23', '2026-11-16..2026-11-22'],
    ['next-week', '2026-12-31', '2027-01-04..2027-01-10'],
    ['this-week', '1969-12-30', '1969-12-29..1970-01-04'],
    ['this-month', '2026-02-11', '2026-02-01..2026-02-28'],
    ['next-month', '2026-12-31', '2027-01-01..2027-01-31'],
    ['last-month', '2027-01-31', '2026-12-01..2026-12-31'],
    ['this-quarter', '2026-11-27', '2026-10-01..2026-12-31'],
    ['next-quarter', '2026-11-27', '2027-01-01..2027-03-31'],
    ['last-quarter', '2026-02-01', '2025-10-01..2025-12-31'],
    ['this-year', '2026-11-27', '2026-01-01..2026-12-31'],
    ['last-year', '2026-11-27', '2025-01-01..2025-12-31'],
    ['next-year', '2026-11-27', '2027-01-01..2027-12-31'],
    ['past', '2026-11-27', '..2026-11-26'],
    ['future', '2026-11-27', '2026-11-28..'],
    [{ last: 30 }, '2026-11-27', '2026-10-29..2026-11-27'],
    [{ next: 7 }, '2026-11-27', '2026-11-27..2026-12-03'],
    [{ before: 30 }, '2026-11-27', '..2026-10-27'],
  ];
  for (const [period, today, span] of table)
    test(`${JSON.stringify(period)} on ${today}`, () => assert.equal(said(period, today), span));

  test('each is made of days of the calendar, in order, and what follows begins where the other ends', () => {
    const day = fc.integer({ min: -20_000, max: 60_000 }).map((count) => addDays('1970-01-01', count));
    fc.assert(
      fc.property(day, fc.constantFrom('week', 'month', 'quarter', 'year'), (today, unit) => {
        const [last, now, next] = ['last', 'this', 'next'].map((which) => spanOf(`${which}-${unit}` as Period, today));
        assert.ok(now!.from! <= today && today <= now!.to!);
        for (const span of [last, now, next]) assert.ok(isDay(span!.from) && isDay(span!.to) && span!.from <= span!.to);
        assert.equal(addDays(last!.to!, 1), now!.from);
        assert.equal(addDays(now!.to!, 1), next!.from);
        if (unit === 'week') assert.equal(daysBetween(now!.from!, now!.to!), 6);
      }),
    );
  });

  test('what is one and what is none', () => {
    for (const period of [...namedPeriods, { last: 1 }, { next: 3_660 }, { before: 7 }])
      assert.ok(isPeriod(period), JSON.stringify(period));
    for (const other of [
      null,
      3,
      '',
      'this-decade',
      {},
      { last: 0 },
      { last: 1.5 },
      { last: '3' },
      { last: 1, next: 1 },
      { next: 1e9 },
      { since: 3 },
      [],
    ])
      assert.ok(!isPeriod(other), JSON.stringify(other));
  });
});

describe('where a day begins', () => {
  for (const [zone, day, start] of [
    ['UTC', '2026-11-27', '2026-11-27T00:00:00.000Z'],
    ['Europe/Istanbul', '2026-11-27', '2026-11-26T21:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-27', '2026-11-26T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-01', '2026-11-01T11:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-01', '2026-10-31T18:15:00.000Z'],
    // There is no midnight that day: the clock goes from 23:59 to 01:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Asuncion', '2017-10-01', '2017-10-01T04:00:00.000Z'],
  ] as const)
    test(`${day} in ${zone}`, () => assert.equal(dayStart(zone, day), start));

  for (const [zone, day, time, moment] of [
    ['UTC', '2026-12-01', '09:30', '2026-12-01T09:30:00.000Z'],
    ['Europe/Istanbul', '2026-12-01', '00:15', '2026-11-30T21:15:00.000Z'],
    ['Asia/Kathmandu', '2026-12-01', '09:30', '2026-12-01T03:45:00.000Z'],
    ['Pacific/Auckland', '2026-12-01', '23:59', '2026-12-01T10:59:00.000Z'],
    // Clocks go forward at 2, back at 3: what is later that day is off by an hour from how the day began.
    ['Europe/Berlin', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '14:00', '2026-03-29T12:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '14:00', '2026-10-25T13:00:00.000Z'],
    // Twice: the first one. Never: as much later as the clocks.
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['America/Sao_Paulo', '2018-11-04', '08:00', '2018-11-04T10:00:00.000Z'],
  ] as const)
    test(`${day} ${time} in ${zone} is ${moment}`, () => assert.equal(momentOf(zone, day, time), moment));

  test('the moment before belongs to the day before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('1975-01-01', count)),
        fc.constantFrom('UTC', 'Europe/Istanbul', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
        (day, zone) => {
          const start = Date.parse(dayStart(zone, day));
          assert.equal(dayIn(zone, start), day);
          assert.equal(dayIn(zone, start - 1), addDays(day, -1));
        },
      ),
      { numRuns: 60 },
    );
  });
});
