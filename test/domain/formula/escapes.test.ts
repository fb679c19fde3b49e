/**
 * R54: evaluators are escaped from by names that lead to prototypes and constructors; R55: or they are made to run for
 * ever. A hundred thousand texts, the escapes that worked elsewhere, and the longest way through each loop.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Formulas } from '../../../src/domain/formula/formulas.js';
import { limits } from '../../../src/domain/formula/limits.js';
import type { Input } from '../../../src/domain/formula/names.js';
import { shown } from '../../../src/domain/formula/written.js';
import { Fuzz, hostileWords } from './fuzz.js';
import { around, deal, inputs } from './world.js';

/** Fields that people gave hostile names, under hostile ids. */
const hostile = hostileWords.map((word) => ({ key: `custom.${word}`, name: word, type: 'number' as const }));
const worlds: readonly (readonly Input[])[] = [
  inputs,
  [...inputs, ...hostile, { key: 'custom.odd', name: 'a ]b[ #%', type: 'number' as const }],
];

const drafts = new Map(worlds.map((world) => [world, new Formulas([], world)]));

/** All of the way: typed, checked, stored, shown, read again, worked out. */
function goThrough(text: string, world: (typeof worlds)[number] = inputs): string {
  const formulas = drafts.get(world)!;
  const draft = formulas.draft(text, null, text.length % 2 === 0 ? '.' : ',');
  for (const { from, to } of draft.problems) assert.ok(from >= 0 && from <= to && to <= text.length, text);
  shown(draft.stored, formulas.names);
  const one = { key: 'custom.it', name: 'It', formula: draft.stored, format: null };
  const kept = new Formulas([one], world);
  const outcome = kept.outcome('custom.it', deal, around);
  if (draft.problems.length === 0) {
    assert.deepEqual(kept.get('custom.it')?.problems, [], `${text}: read again after it was stored`);
    if (outcome.type === 'value') assert.equal(outcome.of, draft.type, text);
  }
  return draft.problems[0]?.code ?? (outcome.type === 'failure' ? outcome.code : outcome.type);
}

const watched: readonly (readonly [string, object])[] = [
  ['globalThis', globalThis],
  ...[
    Object,
    Function,
    Array,
    String,
    Number,
    Boolean,
    BigInt,
    Symbol,
    Map,
    Set,
    RegExp,
    Date,
    Promise,
    Error,
    Math,
    JSON,
  ].flatMap((one): (readonly [string, object])[] => [
    [`${String((one as { name?: string }).name)}`, one],
    ...('prototype' in one ? ([[`${one.name}.prototype`, one.prototype as object]] as const) : []),
  ]),
];

/** Every property of every global, as it is: compared by identity. */
function world(): Map<string, unknown> {
  const held = new Map<string, unknown>();
  for (const [name, object] of watched) {
    held.set(`${name} prototype`, Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const own = Object.getOwnPropertyDescriptor(object, key)!;
      held.set(`${name}.${String(key)}`, (own.get ?? own.set ?? own.value) as unknown);
    }
  }
  return held;
}

function assertSame(before: Map<string, unknown>, after: Map<string, unknown>): void {
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.has(key) !== after.has(key) || !Object.is(before.get(key), after.get(key)),
  );
  assert.deepEqual(changed, []);
}

/** What leads out of an evaluator tells when it is looked at or called, as long as `during` runs. */
function guarded(during: () => void): string[] {
  const told: string[] = [];
  const guards: readonly [object, string][] = [
    [Object.prototype, 'constructor'],
    [Object.prototype, '__proto__'],
    [Object.prototype, '__defineGetter__'],
    [Object.prototype, 'valueOf'],
    [Function.prototype, 'constructor'],
    [globalThis, 'eval'],
    [globalThis, 'Function'],
    [globalThis, 'process'],
  ];
  const before = guards.map(([object, key]) => Object.getOwnPropertyDescriptor(object, key)!);
  guards.forEach(([object, key], i) => {
    const { get } = before[i]!;
    const value = before[i]!.value as unknown;
    Object.defineProperty(object, key, {
      configurable: true,
      get(this: unknown): unknown {
        told.push(key);
        return get === undefined ? value : (get.call(this) as unknown);
      },
      set: () => told.push(`${key} is set`),
    });
  });
  try {
    during();
  } finally {
    guards.forEach(([object, key], i) => Object.defineProperty(object, key, before[i]!));
  }
  return told;
}

describe('R54: what is typed as a formula reaches nothing', () => {
  test('R54: a hundred thousand texts end in a value, a gap or a problem, and touch nothing', () => {
    const fuzz = new Fuzz(20_261_127);
    const texts = Array.from({ length: 100_000 }, () => fuzz.next());
    const before = world();
    const ends = new Map<string, number>();
    let longest = 0;
    texts.forEach((text, i) => {
      const start = performance.now();
      const end = goThrough(text, worlds[i % 2]);
      longest = Math.max(longest, performance.now() - start);
      ends.set(end, (ends.get(end) ?? 0) + 1);
    });
    assertSame(before, world());
    // Each kind of end was met: they are no hundred thousand times the same.
    for (const end of ['value', 'empty', 'division', 'field', 'function', 'operands', 'number', 'noValue', 'notClosed'])
      assert.ok((ends.get(end) ?? 0) > 20, `${end}: ${ends.get(end)}`);
    assert.ok(longest < 1000, `the longest took ${Math.round(longest)} ms`);
  });

  test('R54: nothing that leads out is so much as looked at', () => {
    const fuzz = new Fuzz(54);
    const texts = Array.from({ length: 5_000 }, () => fuzz.next());
    goThrough(texts[0]!);
    assert.deepEqual(
      [...new Set(guarded(() => texts.forEach((text, i) => void new Formulas([], worlds[i % 2]!).draft(text, null))))],
      [],
    );
  });

  for (const text of [
    // CVE-2025-12735, expr-eval 288 and 252, expression-eval 53, safe-eval 24, and what worked in template languages.
    '(1).constructor.constructor("return process")()',
    '(1)["constructor"]',
    'constructor.constructor("alert(1)")()',
    'toString.constructor("alert(1)")()',
    'f(x) = x.constructor; f(IF)',
    'IF.constructor("return this")()',
    'MIN.call(1)',
    'MIN(...1)',
    '__proto__',
    '__proto__.polluted = 1',
    '__defineGetter__("a", 1)',
    'toString()',
    'valueOf()',
    'hasOwnProperty(1)',
    'constructor()',
    'constructor(1)',
    '#{__proto__}',
    '#{constructor}',
    '#{toString}',
    '#{custom.__proto__}',
    '#{custom.constructor}',
    '#{__proto__.polluted}',
    '#[__proto__]',
    '#__proto__',
    '#constructor',
    '#{id}',
    '#{custom}',
    '#{title.length}',
    'this',
    'this.process.exit()',
    'globalThis',
    'process.exit(1)',
    'require("fs")',
    'import("fs")',
    'eval("1")',
    'Function("1")()',
    'new Date()',
    'x => 1',
    'a.b',
    'a["b"]',
    '`${1}`',
    '${7*7}',
    '#{7*7}',
    '{{constructor.constructor("alert(1)")()}}',
    '{% 1 %}',
    'T(java.lang.Runtime).getRuntime()',
    '1;alert(1)',
    '1 || 1',
    '1 /* */ + 1',
    '1 // 1',
    '\\u0065val(1)',
    '=1+1',
    '@SUM(1)',
    "=cmd|' /C calc'!A0",
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    'IF(1<2, this, 3)',
    '1 in 2',
    '1\u0000+1',
  ])
    test(`R54: ${JSON.stringify(text)} is a problem and no more`, () => {
      const before = world();
      const draft = new Formulas([], inputs).draft(text, null);
      assert.equal(draft.root, null);
      assert.notEqual(draft.problems.length, 0);
      const [problem] = draft.problems;
      assert.ok(!['tooLong', 'tooDeep', 'tooMany'].includes(problem!.code));
      assertSame(before, world());
    });

  test('R54: fields with such names and ids are fields like any other, and reach only what is their own', () => {
    const formulas = new Formulas(
      hostileWords.map((word) => ({
        key: `custom.of-${word}`,
        name: `of ${word}`,
        formula: `#{custom.${word}} * 2`,
        format: null,
      })),
      hostile,
    );
    for (const word of hostileWords) {
      const own = Object.fromEntries([[word, 21]]);
      const held = { ...deal, custom: word === '__proto__' ? (JSON.parse('{"__proto__": 21}') as typeof own) : own };
      const full = formulas.outcome(`custom.of-${word}`, held, around);
      assert.equal(full.type === 'value' && full.value, 42, word);
      const none = formulas.outcome(`custom.of-${word}`, deal, around);
      assert.deepEqual(none, { type: 'empty', key: `custom.${word}` });
    }
  });
});

describe('R55: no text makes it run for long', () => {
  for (const [name, text, end] of [
    ['brackets within brackets', '('.repeat(10_000), 'tooDeep'],
    ['brackets that close', '('.repeat(5_000) + ')'.repeat(5_000), 'tooDeep'],
    ['signs before signs', '-'.repeat(10_000), 'tooDeep'],
    ['calls within calls', 'ABS('.repeat(2_500), 'tooDeep'],
    ['a long sum', `1${'+1'.repeat(4_999)}`, 'tooMany'],
    ['a long row of percentages', `1${'%'.repeat(9_999)}`, 'tooMany'],
    ['percentages of percentages', `1${'+1%'.repeat(60)}`, 'value'],
    ['one letter', 'a'.repeat(50_000), 'tooLong'],
    ['one letter, just short enough', 'a'.repeat(10_000), 'word'],
    ['one name that nobody knows', `#${'a'.repeat(9_999)}`, 'field'],
    ['names that nobody knows', '#ab*'.repeat(240) + '1', 'field'],
    ['names that begin alike', '#Cost - '.repeat(1_250), 'tooMany'],
    ['number signs', '#'.repeat(10_000), 'noValue'],
    ['brackets of names', '#['.repeat(5_000), 'nameNotClosed'],
    ['closing brackets of names', `#[${']]'.repeat(4_999)}`, 'nameNotClosed'],
    ['points', '.'.repeat(59), 'sign'],
    ['digits', '1'.repeat(10_000), 'number'],
    ['blanks', ' '.repeat(10_000), 'nothing'],
    ['blanks before a sign', `1${' '.repeat(9_000)}$`, 'sign'],
    ['commas', `MAX(${'1,'.repeat(4_000)}1)`, 'tooMany'],
    ['more values than a function takes', `MAX(${'1,'.repeat(limits.values)}1)`, 'arguments'],
    ['huge products', Array.from({ length: 200 }, () => '9'.repeat(30)).join('*'), 'large'],
    ['huge quotients', Array.from({ length: 200 }, (_, i) => `${'7'.repeat(29)}${i % 10}`).join('/'), 'large'],
    [
      'fractions with nothing in common',
      Array.from({ length: 120 }, (_, i) => `1/${10_007 + i * 2}`).join('+'),
      'large',
    ],
    ['many places', 'ROUND(1/3, 15)+'.repeat(80) + '1', 'value'],
  ] as const)
    test(`R55: ${name}`, () => {
      let best = Infinity;
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        assert.equal(goThrough(text), end);
        best = Math.min(best, performance.now() - start);
      }
      assert.ok(best < 100, `took ${best.toFixed(1)} ms`);
    });

  test('R55: a name that nobody knows is compared with a thousand others at once', () => {
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      key: `custom.f${i}`,
      name: `Number of seats ${'x'.repeat(40)} ${i}`,
      type: 'number' as const,
    }));
    const formulas = new Formulas([], many);
    const text = Array.from({ length: 100 }, (_, i) => `#Nmber of seats ${'y'.repeat(40)} ${i}`).join('+');
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      assert.equal(formulas.draft(text, null).problems.length, limits.problems);
      best = Math.min(best, performance.now() - start);
    }
    assert.ok(best < 1000, `took ${best.toFixed(1)} ms`);
  });
});
