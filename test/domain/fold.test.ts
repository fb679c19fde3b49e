import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { asciiDigit, digitsOf, fold, words } from '../../src/domain/fold.js';
import { prepareSearch, searchText } from '../../src/domain/search.js';

describe('fold', () => {
  test('Turkish letters meet, whichever way they are written', () => {
    for (const text of ['SATIŞ', 'satış', 'Satis', 'SATİS', 'satıs']) assert.equal(fold(text), 'satis');
    for (const text of ['İSTANBUL', 'istanbul', 'Istanbul', 'ıstanbul']) assert.equal(fold(text), 'istanbul');
  });

  test('what people take for the same is the same', () => {
    const table = [
      ['Straße', 'STRASSE'],
      ['Łódź', 'lodz'],
      ['ΟΔΟΣ', 'οδός'],
      ['ﬁrma', 'FIRMA'],
      ['ＡＢＣ', 'abc'],
      ['Ærø', 'aero'],
      ['Café', 'CAFE'],
      ['مُحَمَّد', 'محمد'],
      ['Й', 'и'],
    ] as const;
    for (const [a, b] of table) assert.equal(fold(a), fold(b), a);
  });

  test('vowels of Indic scripts and voiced kana are not thrown away', () => {
    assert.notEqual(fold('कि'), fold('क'));
    assert.notEqual(fold('が'), fold('か'));
  });

  test('property: folding twice changes nothing, for every character and for texts of them', () => {
    for (let point = 0; point < 0x110000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const once = fold(String.fromCodePoint(point));
      if (fold(once) !== once) assert.fail(`U+${point.toString(16)}`);
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => fold(text.normalize('NFD')) === fold(text.normalize('NFC')),
      ),
    );
  });

  test('words, and digits of any script', () => {
    assert.deepEqual(words('  Kuzey\u00a0Rüzgârı\nA.Ş. '), ['kuzey', 'ruzgari', 'a.s.']);
    assert.equal(digitsOf('+٩٠ (532) １２３-45'), '9053212345');
    for (let value = 0; value < 10; value++)
      assert.equal(asciiDigit(String.fromCodePoint(0x1d7d8 + value)), String(value));
  });
});

describe('search', () => {
  const text = searchText(
    ['Güneş paneli', 'Ada Yıldız', 'Kuzey A.Ş.', 'ada@example.com'],
    ['+90 (532) 123-45-67', '0212 555 66 77'],
  );
  const finds = (search: string) => prepareSearch(search)?.(text) ?? null;

  test('each word must occur, in any order and any field', () => {
    for (const search of ['gunes', 'YILDIZ ada', 'ada@EXAMPLE', 'kuzey güneş'])
      assert.equal(finds(search), true, search);
    for (const search of ['gunes rüzgar', 'yıldızlar']) assert.equal(finds(search), false, search);
    assert.equal(finds('   '), null);
  });

  test('phone numbers by their digits, with any punctuation, with and without the country', () => {
    for (const search of [
      '532 123 45',
      '0532 123 45 67',
      '+90532',
      '(532) 123-4567',
      '90-532',
      '0090 532',
      '555 66',
      'ada 0532',
    ])
      assert.equal(finds(search), true, search);
    for (const search of ['532 999', '1234568']) assert.equal(finds(search), false, search);
  });

  test('no word is found across two fields', () => {
    assert.equal(prepareSearch('xy')?.(searchText(['ax', 'yb'], [])), false);
    assert.equal(prepareSearch('567021')?.(text), false);
  });
});
