/** What lines come to, against a reckoning of its own in fractions. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dealSums, lineAmount } from '../../../src/domain/products/sums.js';
import { revenueOf } from '../../../src/domain/products/revenue.js';
import type { DealDiscount, DealProduct } from '../../../src/domain/records.js';
import { aDealProduct } from '../../../src/testing/fixtures.js';

const discount = (type: DealDiscount['type'], amount: string, id = 'd'): DealDiscount => ({
  ...{ id, type, amount, description: 'Framework agreement' },
});

/** The deal of the design's picture. */
const picture = [
  aDealProduct({ id: '1', price: '1200', quantity: '40', discount: '10', tax: '19' }),
  aDealProduct({ id: '2', price: '135', quantity: '140', tax: '19' }),
  aDealProduct({ id: '3', price: '1450', quantity: '4', discount: '300', discountType: 'amount', tax: '19' }),
  aDealProduct({ id: '4', price: '48', quantity: '25', tax: '7' }),
  aDealProduct({ id: '5', price: '1475', quantity: '12', tax: '19', frequency: 'monthly', cycles: 12 }),
  aDealProduct({ id: '6', price: '800', quantity: '12', tax: '19', enabled: false }),
];

// The independent reckoning: numerator and denominator, nothing of the domain.
type Q = readonly [bigint, bigint];
const q = (text: string): Q => {
  const [whole = '', fraction = ''] = text.split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
};
const mul = (a: Q, b: Q): Q => [a[0] * b[0], a[1] * b[1]];
const sub = (a: Q, b: Q): Q => [a[0] * b[1] - b[0] * a[1], a[1] * b[1]];
const round = ([n, d]: Q): bigint => {
  const [size, sign] = n < 0n ? [-n, -1n] : [n, 1n];
  const down = size / d;
  return sign * (2n * (size - down * d) >= d ? down + 1n : down);
};
const text = (minor: bigint, digits: number): string => {
  const padded = minor.toString().padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};
const currencies = { JPY: 0, EUR: 2, KWD: 3 } as const;

function reckon(
  lines: readonly DealProduct[],
  currency: keyof typeof currencies,
  taxing: 'exclusive' | 'inclusive' | 'none',
  discounts: readonly DealDiscount[],
) {
  const digits = currencies[currency];
  const unit: Q = [10n ** BigInt(digits), 1n];
  const nets = lines.map((line) => {
    if (!line.enabled || line.currency !== currency) return 0n;
    const gross = mul(q(line.price), q(line.quantity));
    const off = line.discountType === 'amount' ? q(line.discount) : mul(gross, mul(q(line.discount), [1n, 100n]));
    const net = round(mul(sub(gross, off), unit));
    return net > 0n ? net : 0n;
  });
  const subtotal = nets.reduce((a, b) => a + b, 0n);
  let left = subtotal;
  for (const { type, amount } of discounts) {
    const off = round(type === 'amount' ? mul(q(amount), unit) : mul([subtotal, 1n], mul(q(amount), [1n, 100n])));
    left = off > left ? 0n : left - off;
  }
  return { nets, subtotal, left, digits, taxing };
}

const decimal = (max: number, places: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max }),
      fc.integer({ min: 0, max: 10 ** places - 1 }),
      fc.integer({ min: 0, max: places }),
    )
    .map(([whole, fraction, length]) =>
      length === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(places, '0').slice(0, length)}`,
    );

describe('what the lines of a deal come to', () => {
  test('the picture of the design', () => {
    const sums = dealSums(picture, 'EUR', 'exclusive', [discount('amount', '2000')]);
    assert.deepEqual(sums, {
      subtotal: '86500.00',
      discounts: [[discount('amount', '2000'), '2000.00']],
      value: '84500.00',
      taxes: [
        { rate: '19', base: '83327.75', tax: '15832.27' },
        { rate: '7', base: '1172.25', tax: '82.06' },
      ],
      total: '100414.33',
    });
    assert.deepEqual(
      picture.map((line) => lineAmount(line, 'EUR')),
      ['43200.00', '18900.00', '5500.00', '1200.00', '17700.00', '9600.00'],
    );
  });

  test('property: thousands of deals, in currencies of 0, 2 and 3 digits, by each way of tax, never below nothing', () => {
    const line = fc.record({
      price: decimal(100_000, 4),
      quantity: decimal(5_000, 3),
      tax: fc.oneof(fc.constantFrom('0', '7', '19', '19.0', '20'), decimal(99, 2)),
      discountType: fc.constantFrom('percentage' as const, 'amount' as const),
      discount: decimal(100, 3),
      enabled: fc.constantFrom(true, true, true, false),
      foreign: fc.constantFrom(false, false, false, true),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom(...(['JPY', 'EUR', 'KWD'] as const)),
        fc.constantFrom(...(['exclusive', 'inclusive', 'none'] as const)),
        fc.array(fc.tuple(fc.constantFrom('percentage' as const, 'amount' as const), decimal(120, 3)), {
          maxLength: 3,
        }),
        (made, currency, taxing, off) => {
          const lines = made.map(({ foreign, ...fields }, i) =>
            aDealProduct({ ...fields, id: `${i}`, currency: foreign ? 'CHF' : currency }),
          );
          const discounts = off.map(([type, amount], i) => discount(type, amount, `${i}`));
          const is = dealSums(lines, currency, taxing, discounts);
          const { nets, subtotal, left, digits } = reckon(lines, currency, taxing, discounts);
          assert.equal(is.subtotal, text(subtotal, digits));
          assert.equal(is.value, text(left, digits));
          assert.equal(is.discounts.length, discounts.length);
          const minor = (amount: string): bigint => BigInt(amount.replace('.', ''));
          assert.equal(
            is.discounts.reduce((sum, [, taken]) => sum + minor(taken), 0n),
            subtotal - left,
          );
          if (taxing === 'none') return assert.deepEqual([is.taxes, is.total], [[], is.value]);
          let tax = 0n;
          let based = 0n;
          for (const row of is.taxes) {
            const [n, d] = q(row.rate);
            const own = lines.reduce((sum, one, i) => (sub(q(one.tax), [n, d])[0] === 0n ? sum + nets[i]! : sum), 0n);
            // Within a cent of its exact share, and the tax of that base exactly.
            const exact: Q = subtotal === 0n ? [0n, 1n] : [own * left, subtotal];
            const [far, per] = sub([minor(row.base), 1n], exact);
            assert.ok((far < 0n ? -far : far) < per, `${row.base} of ${exact.join('/')}`);
            const rate: Q = [n, d * 100n];
            const due = mul([minor(row.base), 1n], rate);
            const part: Q = taxing === 'exclusive' ? due : mul(due, [rate[1], rate[1] + rate[0]]);
            assert.equal(minor(row.tax), round(part));
            tax += minor(row.tax);
            based += minor(row.base);
          }
          // The bases of all rates come to the value; those of 0 are not shown.
          const untaxed = lines.some((one, i) => q(one.tax)[0] === 0n && nets[i]! > 0n);
          assert.ok(untaxed ? based <= left : based === left);
          assert.equal(minor(is.total), taxing === 'exclusive' ? left + tax : left);
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('a half is rounded away from zero, line by line', () => {
    const line = aDealProduct({ price: '0.005', quantity: '1' });
    assert.equal(lineAmount(line, 'EUR'), '0.01');
    assert.equal(dealSums([line, { ...line, id: '2' }], 'EUR', 'none', null).value, '0.02');
    assert.equal(lineAmount({ ...line, price: '2.5' }, 'JPY'), '3');
  });

  test('a discount larger than the sum leaves nothing, and the next one nothing to take', () => {
    const sums = dealSums([aDealProduct({ price: '10' })], 'EUR', null, [
      discount('amount', '15'),
      discount('percentage', '50'),
    ]);
    assert.deepEqual(
      [sums.value, sums.discounts.map(([, off]) => off), sums.total],
      ['0.00', ['10.00', '0.00'], '0.00'],
    );
  });
});

describe('what comes again and again', () => {
  const line = aDealProduct({ price: '100', frequency: 'monthly' });

  test('nothing does: null', () => {
    assert.equal(revenueOf([aDealProduct(), { ...line, enabled: false }, { ...line, currency: 'CHF' }], 'EUR'), null);
  });

  for (const [frequency, mrr, arr] of [
    ['annually', '8.33', '100.00'],
    ['semiAnnually', '16.67', '200.00'],
    ['quarterly', '33.33', '400.00'],
    ['monthly', '100.00', '1200.00'],
    ['weekly', '433.33', '5200.00'],
  ] as const)
    test(`${frequency}: what has no end counts for twelve months`, () => {
      assert.deepEqual(revenueOf([{ ...line, frequency }], 'EUR'), { mrr, arr, acv: arr, tcv: arr });
    });

  test('a term is counted to its end, within twelve months no more than they hold; what is charged once is in both', () => {
    const once = aDealProduct({ price: '50' });
    assert.deepEqual(revenueOf([{ ...line, cycles: 24 }, once], 'EUR'), {
      ...{ mrr: '100.00', arr: '1200.00', acv: '1250.00', tcv: '2450.00' },
    });
    assert.equal(revenueOf([{ ...line, cycles: 3 }], 'EUR')!.acv, '300.00');
  });
});
