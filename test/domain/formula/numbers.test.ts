/** Integers are numbers as long as those are exact: where they pass into BigInts and back, nothing may be off by one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dayIn } from '../../../src/domain/dates.js';
import { dayNumberIn } from '../../../src/domain/formula/days.js';
import {
  add,
  compare,
  decimal,
  divide,
  floor,
  multiply,
  ofNumber,
  shortDecimal,
  unitsAt,
  type Exact,
  type Int,
} from '../../../src/domain/formula/exact.js';
import { heldOf, outcomeOf } from '../../../src/domain/formula/result.js';
import { dayNumber, dayText } from '../../../src/domain/formula/values.js';

const int = (value: bigint): Int => (Number.isSafeInteger(Number(value)) ? Number(value) : value);
const edge = 2n ** 53n;
/** Small ones, those around where numbers stop being exact, around its root, and far beyond. */
const integers = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: edge - 40n, max: edge + 40n }),
  fc.bigInt({ min: -edge - 40n, max: -edge + 40n }),
  fc.bigInt({ min: 94_906_200n, max: 94_906_300n }),
  fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }),
);
const above = integers.filter((value) => value > 0n);
const exacts = fc.tuple(integers, above);
const made = ([n, d]: readonly [bigint, bigint]): Exact => ({ n: int(n), d: int(d) });

/** The same fraction, and each integer in the one form it has. */
function isFraction(of: Exact | null, n: bigint, d: bigint): void {
  if (of === null) return assert.ok((n < 0n ? -n : n) >= 2n ** 512n || d >= 2n ** 512n);
  assert.equal(BigInt(of.n) * d, n * BigInt(of.d));
  for (const part of [of.n, of.d]) {
    if (typeof part === 'number') assert.ok(Number.isSafeInteger(part) && !Object.is(part, -0), String(part));
    else assert.ok(part > BigInt(Number.MAX_SAFE_INTEGER) || part < -BigInt(Number.MAX_SAFE_INTEGER), String(part));
  }
  assert.ok(of.d > 0);
}

const many = { numRuns: 20_000, seed: 60 };

describe('fractions of numbers and BigInts', () => {
  test('are what fractions of BigInts are', () =>
    fc.assert(
      fc.property(exacts, exacts, ([a, b], [c, d]) => {
        const [left, right] = [made([a, b]), made([c, d])];
        isFraction(add(left, right), a * d + c * b, b * d);
        isFraction(multiply(left, right), a * c, b * d);
        if (c !== 0n) isFraction(divide(left, right), c < 0n ? -a * d : a * d, b * (c < 0n ? -c : c));
        const difference = a * d - c * b;
        assert.equal(Math.sign(compare(left, right)), difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
      many,
    ));

  test('are rounded half away from zero, and down', () =>
    fc.assert(
      fc.property(exacts, fc.integer({ min: -15, max: 15 }), ([n, d], places) => {
        const by = 10n ** BigInt(Math.abs(places));
        const [over, under] = places < 0 ? [n, d * by] : [n * by, d];
        const size = over < 0n ? -over : over;
        const units = size / under + ((size % under) * 2n >= under ? 1n : 0n);
        assert.equal(BigInt(unitsAt(made([n, d]), places)), n < 0n ? -units : units);
        const down = n / d - (n % d < 0n ? 1n : 0n);
        assert.equal(BigInt(floor(made([n, d]))), down);
      }),
      many,
    ));

  test('are read out of texts and numbers alike', () => {
    fc.assert(
      fc.property(integers, fc.integer({ min: 0, max: 10 }), (n, places) => {
        const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
        const point = digits.length - places;
        const text = `${n < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`;
        isFraction(decimal(text), n, 10n ** BigInt(places));
      }),
      many,
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (value) => {
        const read = ofNumber(value)!;
        const held = heldOf({ type: 'number', value: read }, { as: 'number', decimals: 6 });
        const outcome = outcomeOf({ type: 'number', value: read }, { as: 'number', decimals: 6 });
        // What is finished has the decimals of its format: only then both say the same.
        if (typeof read.n === 'number' && typeof read.d === 'number' && read.d <= 1e6 && 1e6 % read.d === 0)
          assert.equal(outcome.type === 'value' && outcome.value, held);
      }),
      many,
    );
  });

  for (const text of ['', '-', '.', '-.', '1.', '.5', '1..2', '1.2.3', '--1', '+1', '1e3', ' 1', '1 ', '٣', '0x1'])
    test(`${JSON.stringify(text)} is no short decimal`, () => assert.equal(shortDecimal(text), null));
});

describe('days of a zone, of one instant after the other', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Tehran',
    'Africa/Casablanca',
  ];
  for (const zone of zones)
    test(`${zone}: as Intl says of each by itself`, () => {
      const begin = Date.UTC(1985, 0, 1);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 45 * 366 * 86_400 }), (seconds) => {
          const at = begin + seconds * 1000;
          assert.equal(dayText(dayNumberIn(zone, at)!), dayIn(zone, at));
        }),
        { numRuns: 300, seed: 61 },
      );
    });

  test('also where clocks are changed at midnight, and where a day is left out', () => {
    for (const [zone, from] of [
      ['America/St_Johns', Date.UTC(2007, 10, 4)],
      ['America/Sao_Paulo', Date.UTC(2018, 10, 3, 12)],
      ['Pacific/Apia', Date.UTC(2011, 11, 29, 12)],
      ['Europe/Berlin', Date.UTC(2026, 9, 24, 20)],
    ] as const)
      for (let minutes = 0; minutes < 36 * 60; minutes += 7) {
        const at = from + minutes * 60_000;
        assert.equal(dayText(dayNumberIn(zone, at)!), dayIn(zone, at), `${zone}, ${new Date(at).toISOString()}`);
      }
  });

  test('years below 100 are those', () => {
    for (const day of ['0001-01-01', '0099-12-31', '0100-03-01', '1970-01-01', '2000-02-29', '9999-12-31'])
      assert.equal(dayText(dayNumber(day)), day);
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('0001-01-01'), -719_162);
  });
});
