import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { converted, rateGap, rateOf } from '../../src/domain/rates.js';
import type { Rates } from '../../src/domain/rates.js';
import type { Money } from '../../src/domain/records.js';
import { Sum } from '../../src/domain/totals.js';
import { weighted, WeightedSum } from '../../src/domain/weighted.js';
import { money } from '../../src/testing/fixtures.js';

describe('weighted by chance', () => {
  for (const [value, percent, result] of [
    [money('84500'), 65, money('54925.00')],
    [money('0.01'), 50, money('0.01')],
    [money('0.01'), 49, money('0.00')],
    [money('-0.01'), 50, money('-0.01')],
    [money('100'), 0, money('0.00')],
    [money('100'), 100, money('100.00')],
    [money('100'), 33.333, money('33.33')],
    [money('3', 'JPY'), 50, money('2', 'JPY')],
    [money('1.005', 'KWD'), 10, money('0.101', 'KWD')],
    [money('999999999999999999999999999999'), 10, money('99999999999999999999999999999.90')],
    [money('much'), 10, money('0.00')],
  ] as const)
    test(`${value.amount} ${value.currency} at ${percent} %`, () => assert.deepEqual(weighted(value, percent), result));

  test('a total is rounded once, not with each of its parts', () => {
    const sum = new WeightedSum();
    for (let i = 0; i < 100; i++) sum.add(money('0.01'), 10);
    assert.deepEqual(sum.sums, [money('0.10')]);
  });

  test('groups of a stage: their own chance, else that of the stage; each currency on its own', () => {
    const sum = new WeightedSum();
    const groups = [
      { group: null, count: 2, sums: [money('100.00'), money('1000', 'JPY')] },
      { group: '0', count: 1, sums: [money('77.00')] },
      { group: '12.5', count: 1, sums: [money('80.00')] },
    ];
    sum.addGroups(groups, 25);
    assert.deepEqual(sum.sums, [money('35.00'), money('250', 'JPY')]);
  });

  test('whatever the order, and however deals are grouped, the total is the same', () => {
    const parts = fc.array(
      fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.nat({ max: 4 }), fc.integer({ min: 0, max: 100 })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const each = new WeightedSum();
        const groups = new Map<number, Sum>();
        let exact = 0n;
        for (const [units, scale, percent] of all) {
          const sign = units < 0 ? '-' : '';
          const digits = String(Math.abs(units)).padStart(scale + 1, '0');
          const whole = digits.slice(0, digits.length - scale);
          const amount = scale === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-scale)}`;
          each.add(money(amount), percent);
          const group = groups.get(percent) ?? new Sum();
          groups.set(percent, group);
          group.add(money(amount));
          exact += BigInt(units) * BigInt(percent) * 10n ** BigInt(4 - scale);
        }
        const grouped = new WeightedSum();
        grouped.addGroups(
          [...groups].reverse().map(([percent, { sums }]) => ({ group: String(percent), count: 1, sums })),
          50,
        );
        assert.deepEqual(grouped.sums, each.sums);
        // Six decimals, of which two are shown.
        const minor = (exact < 0n ? exact - 5_000n : exact + 5_000n) / 10_000n;
        const shown = each.sums[0];
        assert.equal(shown === undefined ? 0n : BigInt(shown.amount.replace('.', '')), minor);
      }),
    );
  });
});

describe('chances as numbers are written', () => {
  test('of any number of decimals, and with an exponent', () => {
    assert.deepEqual(weighted(money('300'), 33.33333333333333), money('100.00'));
    assert.deepEqual(weighted(money('300000000000000'), 33.33333333333333), money('99999999999999.99'));
    assert.deepEqual(weighted(money('1000000000'), 1e-7), money('1.00'));
    assert.deepEqual(weighted(money('1000000000'), 2.5e-8), money('0.25'));
    assert.deepEqual(weighted(money('1'), 1e21), money('10000000000000000000.00'));
  });

  test('what was added is taken away again to the last digit', () => {
    const sum = new WeightedSum();
    for (const chance of [12.345678901234, -12.345678901234, 0.1, -0.1]) sum.add(money('99999999.99'), chance);
    assert.deepEqual(sum.sums, []);
  });
});

describe('converted by rates', () => {
  const rates: Rates = { base: 'EUR', date: '2026-11-23', rates: { JPY: '163.5', TRY: '48.8', BAD: '0', ODD: '-2' } };

  test('all into one, exactly, and rounded once', () => {
    assert.deepEqual(converted([money('10'), money('163.5', 'JPY'), money('48.8', 'TRY')], rates), {
      sum: money('12.00'),
      left: [],
    });
    assert.deepEqual(converted([money('1', 'JPY')], rates).sum, money('0.01'));
    assert.deepEqual(converted([], rates), { sum: money('0.00'), left: [] });
    assert.deepEqual(
      converted([money('1000')], { base: 'JPY', date: '2026-11-23', rates: { EUR: '0.0061' } }).sum,
      money('163934', 'JPY'),
    );
  });

  test('a currency without a rate is left, never guessed', () => {
    const lira: Money = money('5', 'GBP');
    assert.deepEqual(converted([money('10'), lira], rates), { sum: money('10.00'), left: [lira] });
    assert.deepEqual(converted([lira], rates), { sum: null, left: [lira] });
    assert.deepEqual(
      ['EUR', 'JPY', 'BAD', 'ODD', 'GBP', 'toString'].map((code) => rateOf(rates, code)),
      ['1', '163.5', null, null, null, null],
    );
    assert.deepEqual(
      ['EUR', 'JPY', 'BAD', 'ODD', 'GBP', 'toString'].map((code) => rateGap(rates, code)),
      [null, null, 'wrong', 'wrong', 'none', 'none'],
    );
  });
});
