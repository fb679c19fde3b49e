/** In what order a person sees what was found, and what of it is marked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../src/domain/fold.js';
import { marksOf } from '../../src/domain/search-marks.js';
import { closenessOf, ranked, standingOf } from '../../src/domain/search-rank.js';
import { searchText, searchTerms } from '../../src/domain/search.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import { aDeal, aLead, anOrganization, aPerson, later } from '../../src/testing/fixtures.js';

const point = (value: string) => ({ value, label: 'work', primary: false }) as const;
const lead = (title: string, ...more: readonly string[]): Lead =>
  aLead({ title, searchText: searchText([title, ...more], []) });
const close = (search: string, title: string, ...more: readonly string[]): number =>
  closenessOf(search)(lead(title, ...more));

/** Titles of few words, so that searches find something; with letters that are folded. */
const word = fc.constantFrom('Solar', 'roof', 'İzmir', 'izmir', 'IŞIK', 'ışık', 'Café', 'roofing', 'sun-roof', 'x');
const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const opportunity: fc.Arbitrary<Lead | Deal> = fc
  .record({
    title,
    status: fc.constantFrom('open', 'won', 'lost', null),
    archivedAt: fc.constantFrom(null, later),
    id: fc.uuid(),
  })
  .map(({ status, ...fields }) => {
    const own = { ...fields, searchText: searchText([fields.title], []) };
    return status === null ? aLead(own) : aDeal({ ...own, status });
  });

describe('how close a record is to a search', () => {
  test('exactly that, whatever the case, accents, i and spaces', () => {
    for (const asked of ['Işık İzmir', 'isik izmir', ' IŞIK   IZMIR ']) assert.equal(close(asked, 'Işık  İzmir'), 0);
    assert.equal(close('ada lovelace', 'Loom', 'Ada Lovelace'), 0, 'a name is as good as a title');
    assert.equal(close('ada@example.com', 'Loom', 'ada@example.com'), 0);
  });

  test('what begins so comes before what has it somewhere', () => {
    assert.equal(close('sol ro', 'Roof, solar'), 1);
    assert.equal(close('roof', 'Sun-roof'), 1, 'a hyphen ends a word');
    assert.equal(close('lar', 'Solar'), 2);
    assert.equal(close('sol oof', 'Solar roof'), 2, 'one word that begins nothing is enough');
  });

  test('by the digits of a number, however it is written', () => {
    const ada = aPerson({ name: 'Ada', emails: [], phones: [point('+90 (532) 123-45 67')] });
    for (const asked of ['+90 532 123 45 67', '0532 1234567', '00905321234567', '٥٣٢ ١٢٣ ٤٥ ٦٧'])
      assert.equal(closenessOf(asked)(ada), 0, asked);
    assert.equal(closenessOf('+90 532')(ada), 1);
    assert.equal(closenessOf('123 45')(ada), 2);
    assert.equal(closenessOf('4567')(ada), 2, 'the end of a number is not the number');
  });

  test('organizations by their name', () => {
    assert.equal(closenessOf('acme')(anOrganization({ name: 'ACME' })), 0);
    assert.equal(closenessOf('')(anOrganization({ name: '' })), 1, 'nothing is asked');
  });
});

describe('the order of what was found', () => {
  test('is that of closeness, then open before closed before archived, else as it came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(opportunity, { selector: ({ id }) => id }), title, (records, search) => {
        const closeness = closenessOf(search);
        const sorted = ranked(records, search);
        assert.equal(sorted.length, records.length);
        assert.deepEqual(new Set(sorted), new Set(records));
        for (const [i, now] of sorted.entries()) {
          const next = sorted[i + 1];
          if (!next) break;
          const order =
            closeness(now) - closeness(next) ||
            standingOf(now) - standingOf(next) ||
            records.indexOf(now) - records.indexOf(next);
          assert.ok(order < 0, `${now.title} before ${next.title} for ${search}`);
        }
      }),
    );
  });

  test('what is exactly that is never behind anything else', () => {
    fc.assert(
      fc.property(fc.array(opportunity), opportunity, (records, wanted) => {
        const first = ranked([...records, wanted], wanted.title)[0]!;
        assert.equal(searchTerms(first.title).join(' '), searchTerms(wanted.title).join(' '));
      }),
    );
  });

  test('goes by nothing that a person does not see: case, accents, spaces of the search', () => {
    fc.assert(
      fc.property(fc.array(opportunity), title, (records, search) => {
        assert.deepEqual(ranked(records, search), ranked(records, `  ${fold(search)} `));
      }),
    );
  });
});

describe('the part that matches', () => {
  const marked = (text: string, search: string): string =>
    marksOf(text, search).reduceRight(
      (out, [from, to]) => `${out.slice(0, from)}[${out.slice(from, to)}]${out.slice(to)}`,
      text,
    );

  test('is marked as it is written', () => {
    assert.equal(marked('IŞIK Evi, İzmir', 'isik iz'), '[IŞIK] Evi, [İz]mir');
    assert.equal(marked('Cafe\u0301 Noir', 'CAFÉ'), '[Cafe\u0301] Noir', 'a mark goes with its letter');
    assert.equal(marked('Straße', 'strass'), '[Straß]e', 'a letter is marked whole');
    assert.equal(marked('Sunroof, roof', 'roof'), 'Sunroof, [roof]', 'where a word begins, before where it does not');
    assert.equal(marked('Sunroof', 'roof'), 'Sun[roof]');
    assert.equal(marked('roofing', 'roof roofi'), '[roofi]ng', 'marks do not overlap');
    assert.equal(marked('Loom', 'ada'), 'Loom');
    assert.equal(marked('Loom', ''), 'Loom');
  });

  test('folds to a word of the search; marks are apart and in order', () => {
    const text = fc.oneof(title, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(text, fc.oneof(title, word), (written, search) => {
        let end = -1;
        for (const [from, to] of marksOf(written, search)) {
          assert.ok(from > end && to > from && to <= written.length);
          end = to;
          const own = fold(written.slice(from, to));
          assert.ok(searchTerms(search).some((term) => own.includes(term)));
        }
      }),
    );
  });
});
