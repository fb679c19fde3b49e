import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fold, foldWhole } from '../../src/domain/fold.js';

describe('folding', () => {
  test('letters fold one by one as they do in a text that is taken as a whole, in every script', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'İIıiŞşΣσςßẞﬁΐᾳ가각漢カガがज्ञ́ु٣３'),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => assert.equal(fold(text), foldWhole(text))),
      { numRuns: 5000 },
    );
  });

  test('every letter of the first plane folds beside another as by itself', () => {
    for (let code = 0; code < 0x10000; code++) {
      const letter = String.fromCharCode(code);
      for (const text of [letter, `a${letter}Σ`, `ß${letter}${letter}`]) assert.equal(fold(text), foldWhole(text));
    }
  });

  test('twice is as good as once, in every script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fold(fold(text)), fold(text))),
      { numRuns: 1000 },
    );
  });

  for (const [text, folded] of [
    ['SATIŞ', 'satis'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['ŒUVRE', 'oeuvre'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['みなと食品', 'みなと食品'],
    ['Ёлка', 'елка'],
  ] as const)
    test(`${text} is ${folded}`, () => assert.equal(fold(text), folded));
});
