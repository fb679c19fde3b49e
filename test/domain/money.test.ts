import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addMoney,
  compareAmount,
  currencyDigits,
  fromMinor,
  isAmount,
  parseAmount,
  toMinor,
} from '../../src/domain/money.js';
import { Sum } from '../../src/domain/totals.js';
import { money } from '../../src/testing/fixtures.js';

const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

describe('money', () => {
  test('digits of currencies', () => {
    assert.deepEqual(['EUR', 'JPY', 'KWD', 'CLF', 'XYZ'].map(currencyDigits), [2, 0, 3, 4, 2]);
  });

  test('minor units there and back; further digits are rounded, half away from zero', () => {
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (minor, currency) => toMinor(fromMinor(minor, currency)) === minor,
      ),
    );
    assert.deepEqual(
      ['1.005', '-1.005', '1.0049', '12'].map((amount) => toMinor(money(amount))),
      [101n, -101n, 100n, 1200n],
    );
    assert.deepEqual(
      [fromMinor(-5n, 'EUR'), fromMinor(5n, 'JPY'), fromMinor(5n, 'KWD')].map((sum) => sum.amount),
      ['-0.05', '5', '0.005'],
    );
  });

  test('property: sums are exact, in any order, beyond what a float holds', () => {
    fc.assert(
      fc.property(fc.array(cents), (list) => {
        const sum = new Sum();
        for (const minor of list) sum.add(fromMinor(minor, 'EUR'));
        const total = list.reduce((a, b) => a + b, 0n);
        assert.deepEqual(sum.sums, total === 0n ? [] : [fromMinor(total, 'EUR')]);
        for (const minor of list) sum.add(fromMinor(minor, 'EUR'), -1);
        assert.deepEqual(sum.sums, []);
      }),
    );
    assert.equal(addMoney(money('9007199254740993'), money('0.001')).amount, '9007199254740993.001');
    assert.equal(addMoney(money('0.999'), money('0.001')).amount, '1.00');
    assert.throws(() => addMoney(money('1'), money('1', 'USD')), RangeError);
  });

  test('a million random cents', () => {
    const sum = new Sum();
    let total = 0n;
    let seed = 7;
    for (let i = 0; i < 1_000_000; i++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      total += BigInt(seed);
      sum.add(fromMinor(BigInt(seed), 'EUR'));
    }
    assert.deepEqual(sum.sums, [fromMinor(total, 'EUR')]);
  });

  test('property: amounts compare as numbers', () => {
    fc.assert(
      fc.property(
        cents,
        cents,
        (a, b) =>
          Math.sign(compareAmount(fromMinor(a, 'EUR').amount, fromMinor(b, 'EUR').amount)) ===
          (a < b ? -1 : a > b ? 1 : 0),
      ),
    );
    assert.equal(compareAmount('1.50', '1.5'), 0);
    assert.equal(compareAmount('-0', '0'), 0);
  });

  test('what an amount is', () => {
    for (const amount of ['0', '-1234.50', '9007199254740993', '1'.repeat(30)]) assert.ok(isAmount(amount), amount);
    for (const amount of ['', '1,5', '1e5', ' 1', '+1', '1.', '.5', 'NaN', '1'.repeat(31), 5, null])
      assert.ok(!isAmount(amount), String(amount));
  });
});

describe('amounts as people write them', () => {
  const table: readonly (readonly [text: string, amount: string, decimal?: '.' | ','])[] = [
    ['1.234,56', '1234.56'],
    ['$ 54,805.00 ', '54805.00'],
    ['(5)', '-5'],
    ['-5', '-5'],
    ['5-', '-5'],
    ['−1 250,5', '-1250.5'],
    ["12'000.-", '12000'],
    ['12’000.50', '12000.50'],
    ['1\u00a0234\u202f567,89', '1234567.89'],
    ['₺1.250.000', '1250000'],
    ['12,5 TL', '12.5'],
    ['EUR 1,5', '1.5'],
    ['1,00,000.50', '100000.50'],
    ['1,00,000', '100000'],
    ['١٢٫٥', '12.5'],
    ['١٬٢٥٠٫٥', '1250.5'],
    ['0.123', '0.123'],
    ['1234,567', '1234.567'],
    ['1.234', '1234', ','],
    ['1.234', '1.234', '.'],
    ['1,234', '1234', '.'],
    ['1,5', '1.5', '.'],
    ['.5', '0.5'],
    ['007', '7'],
    ['-0.00', '0.00'],
    ['9000000000000000', '9000000000000000'],
    ['US$ 5', '5'],
    ['5 kr.', '5'],
    ['R$ 1.234,00', '1234.00'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['CHF 12.–', '12'],
    ['1250 eur', '1250'],
    ['Rs. 500', '500'],
    ['99,90 zł', '99.90'],
    ['3000円', '3000'],
  ];
  for (const [text, amount, decimal] of table) {
    test(`${text} is ${amount}${decimal === undefined ? '' : ` where ${decimal} is the decimal sign`}`, () => {
      const parsed = parseAmount(text, { decimal });
      assert.equal(parsed.ok ? parsed.amount : parsed.code, amount);
    });
  }

  const refused: readonly (readonly [text: string, code: string])[] = [
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'number'],
    ['12 apples', 'number'],
    // A word of how much, or of what, is not left out.
    ['12 tons', 'number'],
    ['10k', 'number'],
    ['1.5 mio', 'number'],
    ['5万', 'number'],
    ['2 cr', 'number'],
    ['5 pcs', 'number'],
    ['1.2.3', 'number'],
    ['1,2,3', 'number'],
    ['1.23.456', 'number'],
    ['--5', 'number'],
    ['(-5)', 'number'],
    ['5%', 'number'],
    ['1 2/3', 'number'],
    ['1.234', 'ambiguous'],
    ['12,345', 'ambiguous'],
    ['9e15', 'exponent'],
    ['1E+308', 'exponent'],
    ['9'.repeat(31), 'too-long'],
    ['0.12345678901', 'too-long'],
    ['1'.repeat(5000), 'too-long'],
  ];
  for (const [text, code] of refused) {
    test(`${text.slice(0, 20)} is refused: ${code}`, () => assert.deepEqual(parseAmount(text), { ok: false, code }));
  }

  test('property: what it answers is an amount, whatever it was given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-() $€') })), (text) => {
        const parsed = parseAmount(text);
        return !parsed.ok || isAmount(parsed.amount);
      }),
      { numRuns: 1000 },
    );
  });
});
