import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../src/domain/fold.js';

describe('folding', () => {
  test('Latin letters fold one by one as they do in any other text', () => {
    const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      // The last letter is of no case and of no Latin: it takes the text the long way.
      fc.property(latin, (text) => assert.equal(`${fold(text)}中`, fold(`${text}中`))),
      { numRuns: 2000 },
    );
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
