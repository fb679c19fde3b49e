import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import * as turkish from '../../src/i18n/tr/index.js';

type Area = Record<string, string | ((...values: unknown[]) => string)>;

const folder = (lang: string) => new URL(`../../src/i18n/${lang}/`, import.meta.url);
const areas = readdirSync(folder('en'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

/** The one dictionary that a file of an area exports. */
async function areaOf(lang: string, name: string): Promise<[exported: string, area: Area]> {
  const module = (await import(new URL(`${name}.ts`, folder(lang)).href)) as Record<string, unknown>;
  const found = Object.entries(module).filter((entry): entry is [string, Area] => typeof entry[1] === 'object');
  assert.equal(found.length, 1, `${lang}/${name}.ts exports one area`);
  return found[0]!;
}

/** Every sentence of an area, those of functions with stand-ins for their values. */
function sentences(area: Area): [id: string, text: string][] {
  return Object.entries(area).flatMap(([id, word]) => {
    if (typeof word === 'string') return [[id, word]];
    return [0, 1, 2, 5].flatMap((n): [string, string][] => {
      try {
        return [[id, word(...Array.from({ length: Math.max(1, word.length) }).map(() => n))]];
      } catch {
        return []; // takes something else than numbers; its type is held by the compiler
      }
    });
  });
}

describe('dictionaries', () => {
  test('there are areas to look at', () => assert.ok(areas.includes('common')));

  for (const name of areas) {
    test(`${name}: Turkish has the sentences of English, with the same values`, async () => {
      const [exported, english] = await areaOf('en', name);
      const [exportedToo, translated] = await areaOf('tr', name);
      assert.equal(exportedToo, exported);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      for (const [id, word] of Object.entries(english)) {
        assert.equal(typeof translated[id], typeof word, `${name}.${id}`);
        // A translation may leave a value out (Turkish has no plural), never ask for more.
        if (typeof word === 'function')
          assert.ok((translated[id] as () => string).length <= word.length, `${name}.${id}`);
      }
      assert.equal((turkish as Record<string, unknown>)[exported], translated, `tr/index.ts exports ${exported}`);
    });

    test(`${name}: no empty sentence, no stray space, no three dots, no left-over placeholder`, async () => {
      for (const lang of ['en', 'tr']) {
        const [, area] = await areaOf(lang, name);
        for (const [id, text] of sentences(area)) {
          assert.ok(text.trim() !== '', `${lang} ${name}.${id} is empty`);
          assert.doesNotMatch(text, /\.\.\.|undefined|\[object|NaN|#(?![\p{L}\d])/u, `${lang} ${name}.${id}: ${text}`);
          assert.doesNotMatch(text, /\b(?:successfully|oops|please)\b|!$/i, `${lang} ${name}.${id}: ${text}`);
        }
      }
    });

    test(`${name}: Turkish keeps to the words of the field`, async () => {
      const [, english] = await areaOf('en', name);
      const [, translated] = await areaOf('tr', name);
      const source = new Map(sentences(english));
      for (const [id, text] of sentences(translated)) {
        const where = `tr ${name}.${id}: ${text}`;
        // No other word for these, and no English one left over.
        assert.doesNotMatch(text, /\b(?:lead|leads|deal|deals|pipeline|stage)\b/i, where);
        assert.doesNotMatch(text, /\b(?:müşteri adayı|potansiyel müşteri|aday)\b/i, where);
        // Labels and buttons word for word; a whole sentence may well say "this one" for the thing it speaks of.
        const meant = source.get(id) ?? '';
        if (meant.split(/\s+/).length > 3) continue;
        for (const [word, translation] of glossary) {
          if (word.test(meant)) assert.match(text.toLocaleLowerCase('tr'), translation, `${where} (${meant})`);
        }
      }
    });
  }
});

const glossary: readonly [RegExp, RegExp][] = [
  [/\bleads?\b/i, /fırsat/],
  [/\bdeals?\b/i, /anlaşma/],
  [/\bpipelines?\b/i, /huni/],
  [/\bstages?\b/i, /aşama/],
  [/\bwon\b/i, /kazan/],
  [/\blost\b(?! the)/i, /kayb|kayıp/],
  [/\bconvert/i, /dönüş/],
];
