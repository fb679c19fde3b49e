/** Values of custom fields as values of other types: what is kept is kept there and back, what is not is named. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { OptionBook } from '../../src/domain/field-options.js';
import { fieldTypes } from '../../src/domain/records.js';
import type { CustomValue, FieldOption, FieldType } from '../../src/domain/records.js';
import { plainNumber, retype } from '../../src/domain/retype.js';
import type { RetypeContext } from '../../src/domain/retype.js';
import { customReason } from '../../src/domain/values.js';

const options: readonly FieldOption[] = ['Small', 'Middle of it', 'Large'].map((name, i) => ({ id: `o${i}`, name }));
const names: Readonly<Record<string, string>> = { p1: 'Ada Lovelace', c1: 'Kordon Lojistik', u1: 'Maya Okafor' };

function context(more: Partial<RetypeContext> = {}): RetypeContext & { readonly book: OptionBook } {
  let made = 0;
  const book = new OptionBook(options, () => `new${++made}`);
  return {
    currency: 'EUR',
    // What is made on the way is an option of the field when it is turned back.
    get options() {
      return book.options;
    },
    optionOf: book.of,
    nameOf: (_kind, id) => names[id] ?? null,
    userOf: (name) => (name === 'Maya Okafor' ? 'u1' : null),
    book,
    ...more,
  };
}

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.stringMatching(/^[A-Za-zçğıöşü0-9][A-Za-zçğıöşü0-9 .&'-]{0,30}[A-Za-zçğıöşü0-9]$/);
const id = fc.constantFrom(...options.map((option) => option.id));
/** Of what a formula gives nothing is kept. */
const types = fieldTypes.filter((type) => type !== 'formula');
const values: { readonly [T in Exclude<FieldType, 'formula'>]: fc.Arbitrary<CustomValue> } = {
  text: word,
  longText: fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  number: fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  ),
  money: fc.record(
    {
      amount: fc
        .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 10, max: 99 }))
        .map(([whole, cents]) => `${whole}.${cents}`),
      currency: fc.constantFrom('EUR', 'TRY', 'USD', 'JPY'),
    },
    { noNullPrototype: true },
  ),
  date: day,
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  option: id,
  options: fc.uniqueArray(id, { minLength: 1 }),
  yesNo: fc.boolean(),
  phone: fc.stringMatching(/^\+[1-9]\d{6,12}$/),
  email: fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.example$/),
  link: fc.stringMatching(/^https:\/\/[a-z]{1,9}\.example\/[a-z]{0,9}$/),
  person: fc.constant('p1'),
  organization: fc.constant('c1'),
  user: fc.constant('u1'),
  address: word,
  dateRange: fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a])),
};

describe('there and back', () => {
  for (const from of types) {
    test(`${from}: what is called kept says the same again, and fits its type`, () => {
      const pairs = fc.record({
        value: values[from],
        to: fc.constantFrom(...types),
        decimal: fc.constantFrom('.', ','),
      });
      fc.assert(
        fc.property(pairs, ({ value, to, decimal }) => {
          const known = context({ decimal: decimal });
          const there = retype(value, from, to, known);
          if (there.fate === 'lost') return assert.equal(there.value, null);
          assert.equal(customReason({ type: to, options: known.book.options }, there.value), null);
          if (there.fate === 'part') return;
          const back = retype(there.value, to, from, known);
          // Words stay words: a text that was read as a number or a day is written as the kit writes those.
          if (from === 'text' || from === 'longText' || from === 'address') {
            const again = back.fate === 'lost' ? null : retype(back.value, from, to, known);
            if (again !== null && again.fate !== 'lost') assert.deepEqual(again.value, there.value);
          } else if (back.fate === 'kept') assert.deepEqual(back.value, value);
          // The other type can say it, and the way back asks for more: a phone number is no word, a name is no person.
          else
            assert.ok(back.fate === 'part' || ['person', 'organization', 'number'].includes(from), `${from} to ${to}`);
        }),
        { numRuns: 1_000 },
      );
    });
  }
});

describe('one by one', () => {
  const cases: readonly [
    value: CustomValue,
    from: FieldType,
    to: FieldType,
    fate: string,
    what: CustomValue | string,
  ][] = [
    ['1.250,50', 'text', 'number', 'kept', 1250.5],
    ['12 tons', 'text', 'number', 'lost', 'number'],
    ['12345678901234567890', 'text', 'number', 'lost', 'number'],
    ['$ 500', 'text', 'money', 'kept', { amount: '500', currency: 'USD' }],
    ['500', 'text', 'money', 'kept', { amount: '500', currency: 'EUR' }],
    ['5 kr', 'text', 'money', 'lost', 'currency'],
    [1250.5, 'number', 'text', 'kept', '1250,5'],
    [1e21, 'number', 'text', 'kept', '1000000000000000000000'],
    [7, 'number', 'money', 'kept', { amount: '7', currency: 'EUR' }],
    [1e-12, 'number', 'money', 'lost', 'money'],
    [{ amount: '7.50', currency: 'TRY' }, 'money', 'number', 'part', 'currency'],
    [{ amount: '7.50', currency: 'TRY' }, 'money', 'text', 'kept', '7,50 TRY'],
    ['23.5.2026', 'text', 'date', 'kept', '2026-05-23'],
    ['2026-05-23', 'text', 'date', 'kept', '2026-05-23'],
    ['30.2.2026', 'text', 'date', 'lost', 'day'],
    ['2026-05-23 14:00', 'text', 'date', 'lost', 'day'],
    ['1.2.2026 – 3.2.2026', 'text', 'dateRange', 'kept', ['2026-02-01', '2026-02-03']],
    ['2026-05-23', 'date', 'dateRange', 'kept', ['2026-05-23', '2026-05-23']],
    [['2026-05-23', '2026-05-24'], 'dateRange', 'date', 'part', 'end'],
    [['2026-05-23', '2026-05-23'], 'dateRange', 'date', 'kept', '2026-05-23'],
    ['9:30', 'text', 'time', 'kept', '09:30'],
    ['half past', 'text', 'time', 'lost', 'time'],
    ['o2', 'option', 'text', 'kept', 'Large'],
    ['o2', 'option', 'options', 'kept', ['o2']],
    [['o2'], 'options', 'option', 'kept', 'o2'],
    [['o2', 'o0'], 'options', 'option', 'part', 'others'],
    [['o2', 'o0'], 'options', 'text', 'kept', 'Large, Small'],
    ['Large; Small', 'text', 'options', 'kept', ['o2', 'o0']],
    ['LARGE', 'text', 'option', 'part', 'spelling'],
    ['Huge', 'text', 'option', 'kept', 'new1'],
    ['gone', 'option', 'text', 'lost', 'gone'],
    [['o2', 'gone'], 'options', 'text', 'part', 'others'],
    [['gone'], 'options', 'text', 'lost', 'gone'],
    [true, 'yesNo', 'text', 'kept', 'Evet'],
    ['hayır', 'text', 'yesNo', 'kept', false],
    ['perhaps', 'text', 'yesNo', 'lost', 'yes-no'],
    [1, 'number', 'yesNo', 'kept', true],
    [2, 'number', 'yesNo', 'lost', 'yes-no'],
    [false, 'yesNo', 'number', 'kept', 0],
    ['p1', 'person', 'text', 'kept', 'Ada Lovelace'],
    ['p2', 'person', 'text', 'lost', 'gone'],
    ['p1', 'person', 'organization', 'lost', 'none'],
    ['Ada Lovelace', 'text', 'person', 'lost', 'none'],
    ['Maya Okafor', 'text', 'user', 'kept', 'u1'],
    ['Nobody', 'text', 'user', 'lost', 'user'],
    ['a\nb', 'longText', 'text', 'part', 'breaks'],
    ['x'.repeat(1_001), 'longText', 'text', 'lost', 'too-long'],
    ['ada@kordon.example', 'text', 'email', 'kept', 'ada@kordon.example'],
    ['ada', 'text', 'email', 'lost', 'email'],
    ['ada', 'text', 'phone', 'lost', 'phone'],
    ['javascript:alert(1)', 'text', 'link', 'lost', 'link'],
    // What another tab, or an earlier version, left in the field is read as it is written.
    ['12', 'date', 'number', 'kept', 12],
    [12, 'text', 'text', 'kept', '12'],
  ];
  for (const [value, from, to, fate, what] of cases) {
    test(`${JSON.stringify(value).slice(0, 40)}, ${from} to ${to}: ${fate}`, () => {
      const became = retype(value, from, to, context({ decimal: ',', yes: 'Evet', no: 'Hayır' }));
      assert.equal(became.fate, fate);
      assert.deepEqual(became.fate === 'kept' ? became.value : became.why, what);
    });
  }

  test('every type has a way to every other, or says that there is none', () => {
    for (const from of types)
      for (const to of types) {
        const [value] = fc.sample(values[from], { numRuns: 1, seed: 7 });
        assert.match(retype(value!, from, to, context()).fate, /^(kept|part|lost)$/);
      }
  });

  test('no more options are made than a field may have', () => {
    const known = context();
    let fates = '';
    for (let i = 0; i < 500; i++)
      fates = retype(`Option ${i}`, 'text', 'option', known).fate + (i === 496 ? fates : '');
    assert.equal(known.book.options.length, 500);
    assert.deepEqual(retype('One more', 'text', 'option', known), { fate: 'lost', value: null, why: 'many' });
    assert.equal(fates, 'lost');
  });
});

test('numbers are written without an exponent', () => {
  for (const value of [0, 1, -1.5, 1e21, -1.25e22, 1e-7, 1.5e-10, 123456789.123])
    assert.equal(Number(plainNumber(value)), value, plainNumber(value));
  assert.ok(![1e21, 1e-7, 5e-324, Number.MAX_VALUE].some((value) => plainNumber(value).includes('e')));
});
