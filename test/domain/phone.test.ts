/** Numbers as they are dialled from anywhere: the national and the international spelling of one number are the same. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { phoneKey } from '../../src/domain/duplicates.js';
import { homeCountry } from '../../src/domain/home-country.js';
import { dialled, isSameAtHome, soughtNumber } from '../../src/domain/phone.js';
import { inTime } from '../support/in-time.js';

const of = (text: string, country: string | null): string => {
  const { code, national, extension } = dialled(text, country);
  return `+${code} ${national}${extension === '' ? '' : ` ${extension}`}`;
};

describe('one number, however it is written', () => {
  const cases: readonly (readonly [country: string, number: string, ...spellings: string[]])[] = [
    [
      'TR',
      '+90 5325550177',
      '0532 555 01 77',
      '532 555 01 77',
      '+90 532 555 01 77',
      '0090 (532) 5550177',
      '+90 0532 555 0177',
      '90 532 555 01 77',
      '٠٥٣٢ ٥٥٥ ٠١ ٧٧',
    ],
    [
      'DE',
      '+49 30901820',
      '030 901820',
      '(030) 90 18-20',
      '+49 (0)30 901820',
      '0049 30 901820',
      '+49/30/901820',
      '0049 (0) 30 901820',
    ],
    [
      'US',
      '+1 4155552671',
      '(415) 555-2671',
      '1-415-555-2671',
      '+1 415.555.2671',
      '011 1 415 555 2671',
      '001 415 555 2671',
    ],
    ['GB', '+44 2079460018', '020 7946 0018', '+44 (0)20 7946 0018', '0044 20 7946 0018'],
    ['IT', '+39 0669812345', '06 6981 2345', '+39 06 6981 2345', '0039 06 69812345'],
    ['ES', '+34 912345678', '912 345 678', '+34 912 345 678'],
    ['RU', '+7 4951234567', '8 (495) 123-45-67', '+7 495 123-45-67', '810 7 495 1234567'],
    ['HU', '+36 13281234', '06 1 328 1234', '+36 1 328 1234'],
    ['JP', '+81 312345678', '03-1234-5678', '+81 3-1234-5678', '010 81 3 1234 5678', '＋81 3 1234 5678'],
    ['AU', '+61 412345678', '0412 345 678', '0011 61 412 345 678'],
    ['CI', '+225 0701020304', '07 01 02 03 04', '+225 07 01 02 03 04'],
    ['DE', '+90 5325550177', '+90 532 555 01 77', '0090 532 555 01 77'],
  ];
  for (const [country, number, ...spellings] of cases)
    test(`${number} in ${country}`, () => {
      for (const spelling of spellings) assert.equal(of(spelling, country), number, spelling);
    });

  test('an extension is part of it, however it is written', () => {
    for (const text of ['030 901820 ext. 12', '+49 30 901820 x12', '+4930901820;ext=12', '030 901820 dahili: 12'])
      assert.equal(of(text, 'DE'), '+49 30901820 12', text);
    assert.notEqual(phoneKey('030 901820 x12', 'DE'), phoneKey('030 901820 x13', 'DE'));
  });

  test('where no country is known, or none has the code, digits stay what they are', () => {
    assert.equal(of('0532 555 01 77', null), '+ 5325550177');
    assert.equal(of('+90 532 555 01 77', null), '+90 5325550177');
    assert.equal(of('+999 123 4567', 'TR'), '+ 9991234567');
    assert.equal(of('0532 555', 'XX'), '+ 532555');
  });

  test('of two countries they are two numbers', () => {
    assert.notEqual(phoneKey('+90 532 555 01 77', 'TR'), phoneKey('+49 532 555 01 77', 'TR'));
    assert.notEqual(phoneKey('0532 555 01 77', 'DE'), phoneKey('+90 532 555 01 77', 'DE'));
    assert.equal(phoneKey('1234', 'TR'), null);
    assert.equal(phoneKey('', 'TR'), null);
  });

  test('is looked for by what all its spellings have', () => {
    assert.equal(soughtNumber('+49 (0)30 901820', 'TR'), '30901820');
    assert.equal(soughtNumber('0532 555 01 77', 'TR'), '5325550177');
    assert.equal(soughtNumber('12', 'TR'), '12');
  });

  test('property: any text is read, at once, and from E.164 comes the same number', () => {
    const country = fc.constantFrom(null, 'TR', 'US', 'IT', 'RU', 'XX');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), country, (text, home) => {
        const { code, national, extension } = dialled(text, home);
        assert.match(code + national + extension, /^\d*$/);
        if (code === '' || national.startsWith('0')) return;
        assert.deepEqual(dialled(`+${code}${national}`, home), { code, national, extension: '' });
      }),
      { numRuns: 500 },
    );
  });
  // Going through it once for each of its places would take minutes.
  test('of a hundred thousand characters is read once', () => {
    const read = inTime(() => dialled('x '.repeat(50_000), 'TR'));
    assert.deepEqual(read, { code: '', national: '', extension: '' });
  });
});

test('the country of a page: its region, its currency, its language', () => {
  const cases: readonly (readonly [string, string | null, string | null])[] = [
    ['tr', 'TRY', 'TR'],
    ['en', 'TRY', 'TR'],
    ['de-AT', 'EUR', 'AT'],
    ['de', 'EUR', 'DE'],
    ['en', 'EUR', null],
    ['en-GB', 'USD', 'GB'],
    ['zh-Hant-TW', null, 'TW'],
    ['pt', 'XAF', null],
    ['nb', 'EUR', 'NO'],
    ['fr-CA', 'XYZ', 'CA'],
    ['es-419', 'EUR', null],
    ['no such language', null, null],
    ['', null, null],
  ];
  for (const [lang, currency, country] of cases)
    assert.equal(homeCountry(lang, currency), country, `${lang} ${currency}`);
});

test('a number as it is dialled at home is the same as one that says its country; nothing else is', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['+49 30 901820', '030 901820', true],
    ['0049 30 901820', '(030) 90-18-20', true],
    ['+90 532 555 01 77', '0532 555 01 77', true],
    ['+90 532 555 01 77', '5325550177', true],
    ['+7 495 123 45 67', '8 495 123-45-67', true],
    ['+36 1 234 5678', '06 1 234 5678', true],
    ['+1 202 555 0143', '(202) 555-0143', true],
    ['+39 06 698 83712', '06 698 83712', true],
    ['+49 30 901820', '030 901821', false],
    ['+49 30 901820', '030 901820 x12', false],
    ['+49 30 901820', '+43 30 901820', false],
    ['030 901820', '030 901820', false],
    ['+49 30 90', '030 90', false],
    ['', '', false],
  ];
  for (const [far, near, is] of pairs) assert.equal(isSameAtHome(far, near), is, `${far} and ${near}`);
});
