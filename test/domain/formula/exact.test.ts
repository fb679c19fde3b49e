/** Valid formulas against a reckoning of its own: plain fractions, rounded in another way. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { money } from '../../../src/testing/fixtures.js';
import { deal, outcome, said } from './world.js';

type Fraction = readonly [bigint, bigint];
type Tree =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  | { readonly kind: 'sign'; readonly of: Tree }
  | {
      readonly kind: 'two';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Tree;
      readonly right: Tree;
      readonly spaced: boolean;
    }
  | { readonly kind: 'part'; readonly operator: '+' | '-'; readonly left: Tree; readonly percent: Tree }
  | { readonly kind: 'percent'; readonly of: Tree }
  | { readonly kind: 'call'; readonly name: 'MIN' | 'MAX' | 'ABS'; readonly args: readonly Tree[] };

/** As a person would write it: brackets only where they are needed. */
function text(tree: Tree, power = 0): string {
  const bracketed = (own: number, inner: string): string => (own < power ? `(${inner})` : inner);
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'field':
      return `#${tree.name}`;
    case 'sign':
      return bracketed(3, `-${text(tree.of, 3)}`);
    case 'percent':
      // In brackets, so that it is a hundredth and not a part of what stands before it.
      return `(${text(tree.of, 4)}%)`;
    case 'part':
      return bracketed(1, `${text(tree.left, 1)} ${tree.operator} ${text(tree.percent, 4)}%`);
    case 'two': {
      const own = tree.operator === '+' || tree.operator === '-' ? 1 : 2;
      const blank = tree.spaced ? ' ' : '';
      return bracketed(own, `${text(tree.left, own)}${blank}${tree.operator}${blank}${text(tree.right, own + 1)}`);
    }
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => text(arg)).join(', ')})`;
  }
}

const parse = (written: string): Fraction => {
  const [whole = '', fraction = ''] = written.split('.');
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
};

/** null = divided by nought. */
function reckon(tree: Tree): Fraction | null {
  switch (tree.kind) {
    case 'number':
    case 'field':
      return parse(tree.text);
    case 'sign': {
      const of = reckon(tree.of);
      return of && [-of[0], of[1]];
    }
    case 'percent': {
      const of = reckon(tree.of);
      return of && [of[0], of[1] * 100n];
    }
    case 'part': {
      const [left, by] = [reckon(tree.left), reckon(tree.percent)];
      if (left === null || by === null) return null;
      const times: Fraction = [by[1] * 100n + (tree.operator === '+' ? by[0] : -by[0]), by[1] * 100n];
      return [left[0] * times[0], left[1] * times[1]];
    }
    case 'two': {
      const [left, right] = [reckon(tree.left), reckon(tree.right)];
      if (left === null || right === null) return null;
      const [a, b] = left;
      const [c, d] = right;
      if (tree.operator === '*') return [a * c, b * d];
      if (tree.operator === '/') return c === 0n ? null : c < 0n ? [-a * d, b * -c] : [a * d, b * c];
      return [tree.operator === '+' ? a * d + c * b : a * d - c * b, b * d];
    }
    case 'call': {
      const args = tree.args.map(reckon);
      if (args.includes(null)) return null;
      const all = args as Fraction[];
      if (tree.name === 'ABS') return all[0]![0] < 0n ? [-all[0]![0], all[0]![1]] : all[0]!;
      const sorted = all.sort(([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0));
      return tree.name === 'MIN' ? sorted[0]! : sorted.at(-1)!;
    }
  }
}

/** To so many decimals, half away from zero: by the remainder, where the kit adds a half. */
function rounded([n, d]: Fraction, places: number): bigint {
  const over = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const units = over / d + ((over % d) * 2n >= d ? 1n : 0n);
  return n < 0n ? -units : units;
}

const { tree } = fc.letrec<{ tree: Tree }>((again) => {
  const inner = again('tree');
  const number = fc
    .tuple(fc.nat({ max: 99_999 }), fc.option(fc.nat({ max: 999 })))
    .map(([whole, part]): Tree => ({ kind: 'number', text: part === null ? String(whole) : `${whole}.${part}` }));
  const field = fc.constantFrom<Tree>(
    { kind: 'field', name: 'Seats', text: '40' },
    { kind: 'field', name: 'Rate', text: '0.1' },
    { kind: 'field', name: 'Nil', text: '0' },
    { kind: 'field', name: 'Chance', text: '30' },
  );
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: 'large' },
      number,
      field,
      fc.record({ kind: fc.constant('sign' as const), of: inner }),
      fc.record({ kind: fc.constant('percent' as const), of: inner }),
      fc.record({
        kind: fc.constant('part' as const),
        operator: fc.constantFrom('+' as const, '-' as const),
        left: inner,
        percent: inner,
      }),
      fc.record({
        kind: fc.constant('two' as const),
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: inner,
        right: inner,
        spaced: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('call' as const),
        name: fc.constantFrom('MIN' as const, 'MAX' as const),
        args: fc.array(inner, { minLength: 1, maxLength: 3 }),
      }),
      inner.map((of): Tree => ({ kind: 'call', name: 'ABS', args: [of] })),
    ),
  };
});

describe('formulas are reckoned exactly', () => {
  test('and rounded once, in the end', () => {
    let valued = 0;
    fc.assert(
      fc.property(tree, (one) => {
        const expected = reckon(one);
        const written = text(one);
        const result = outcome(written, deal, { as: 'number', decimals: 6 });
        if (result.type === 'failure' && result.code === 'large') {
          // Only where it truly is.
          const size = expected === null ? 0n : (expected[0] < 0n ? -expected[0] : expected[0]) / expected[1];
          fc.pre(size < 10n ** 30n && written.length < 60);
          assert.fail(`${written} is not too large`);
        }
        if (expected === null) assert.equal(result.type === 'failure' && result.code, 'division', written);
        else {
          valued += 1;
          const held = result.type === 'value' ? result.text : result.type;
          const [whole = '', fraction = ''] = held.replace('-', '').split('.');
          const units = BigInt(whole + fraction.padEnd(6, '0')) * (held.startsWith('-') ? -1n : 1n);
          assert.equal(units, rounded(expected, 6), written);
        }
      }),
      { numRuns: 5_000, seed: 55 },
    );
    assert.ok(valued > 2_000, String(valued));
  });

  test('amounts too, in the decimals of their currency', () => {
    const currencies = fc.constantFrom(['EUR', 2], ['JPY', 0], ['KWD', 3]) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(
        currencies,
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 1, max: 9_999 }),
        (currency, units, by) => {
          const [code, places] = currency;
          const amount = `${units < 0 ? '-' : ''}${Math.abs(Math.trunc(units / 100))}.${String(Math.abs(units % 100)).padStart(2, '0')}`;
          const held = said(`#Deal value / ${by} - 10%`, { ...deal, value: money(amount, code) });
          const expected = rounded([BigInt(units) * 9n, BigInt(by) * 1000n], places);
          assert.equal(BigInt(held.slice(4).replace('.', '')), expected, `${amount} / ${by}`);
        },
      ),
      { numRuns: 2_000, seed: 56 },
    );
  });

  test('a sum is the same in whatever order, and taking away undoes adding', () => {
    const numbers = fc.array(
      fc.integer({ min: -99_999, max: 99_999 }).map((n) => `(${n / 1000})`),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(numbers, (all) => {
        assert.equal(said(all.join('+')), said([...all].reverse().join('+')));
        assert.equal(said(`${all.join('+')}-(${all.join('+')})`), '0');
      }),
      { numRuns: 300, seed: 57 },
    );
  });
});
