import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, compareDays, daysBetween, dayIn, isDay, isInstant, isTime, isZone } from '../../src/domain/dates.js';

describe('today in a zone', () => {
  const zones = [
    'UTC',
    'Europe/Istanbul',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ] as const;
  /** Instants around midnights, ends of years and changes of the clock; the day in each of the zones above. */
  const table: readonly (readonly [instant: string, days: string])[] = [
    ['2026-11-23T23:30:00Z', '23 24 24 23 23 24 24 23'],
    ['2026-11-23T00:30:00Z', '23 23 23 22 22 23 23 22'],
    ['2026-12-31T23:30:00Z', '31 01 01 31 31 01 01 31'],
    ['2027-01-01T00:30:00Z', '01 01 01 31 31 01 01 31'],
    ['2026-12-31T10:30:00Z', '31 31 31 31 31 31 01 30'],
    ['2026-03-29T00:59:59Z', '29 29 29 28 28 29 29 28'],
    ['2026-03-29T22:30:00Z', '29 30 30 29 29 30 30 29'],
    ['2026-10-24T22:30:00Z', '24 25 25 24 24 25 25 24'],
    ['2026-10-25T22:59:00Z', '25 26 25 25 25 26 26 25'],
    ['2026-03-08T04:59:00Z', '08 08 08 07 08 08 08 07'],
    ['2026-03-09T03:59:00Z', '09 09 09 08 09 09 09 08'],
    ['2028-02-29T18:20:00Z', '29 29 29 29 29 01 01 29'],
  ];
  for (const [instant, days] of table) {
    test(instant, () => {
      assert.equal(zones.map((zone) => dayIn(zone, instant).slice(8)).join(' '), days);
      assert.equal(dayIn('UTC', Date.parse(instant)), instant.slice(0, 10));
    });
  }

  test('a zone that does not exist', () => {
    assert.deepEqual([isZone('Europe/Istanbul'), isZone('Europe/Atlantis')], [true, false]);
    assert.throws(() => dayIn('Europe/Atlantis', 0), RangeError);
  });
});

describe('days', () => {
  test('of the calendar, and no others', () => {
    for (const day of ['2026-11-23', '2028-02-29', '2000-02-29', '0001-01-01']) assert.ok(isDay(day), day);
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '26-01-01',
      '2026-11-23T00:00',
      '',
      null,
      20261123,
    ])
      assert.ok(!isDay(day), String(day));
    assert.deepEqual(['00:00', '23:59', '24:00', '9:00', '12:60', ''].map(isTime), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(
      [
        '2026-11-23T09:00:00Z',
        '2026-11-23T09:00:00.000Z',
        '2026-11-23T09:00:00+03:00',
        '2026-02-30T09:00:00Z',
        '2026-11-23T25:00:00Z',
        '2026-11-23',
      ].map(isInstant),
      [true, true, false, false, false, false],
    );
  });

  test('property: counting there and back', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, count) => {
        const end = addDays(start, count);
        assert.ok(isDay(end));
        assert.equal(daysBetween(start, end), count);
        assert.equal(compareDays(start, end), Math.sign(-count) + 0);
      }),
    );
    assert.deepEqual(
      [addDays('2026-12-31', 1), addDays('2028-03-01', -1), daysBetween('2026-03-28', '2026-03-30')],
      ['2027-01-01', '2028-02-29', 2],
    );
  });
});
