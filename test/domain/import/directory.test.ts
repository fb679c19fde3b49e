import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Directory, LeadFinder } from '../../../src/domain/import/directory.js';
import { FirstSeen, RowHash, rowKey } from '../../../src/domain/import/hash.js';
import { emptyLookup, lookupOf, nameKey, phoneKey } from '../../../src/domain/import/lookup.js';
import { Marks, Mixer, type Lanes } from '../../../src/domain/import/marks.js';
import { memo } from '../../../src/domain/import/memo.js';
import type { Person } from '../../../src/domain/records.js';
import { isNothing } from '../../../src/domain/import/values.js';
import { aLead, anOrganization, aPerson } from '../../../src/testing/fixtures.js';

interface Row {
  readonly name: string;
  readonly organization: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

const rows: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom('Ada', 'ada ', 'Ada  Byron', 'Grace', 'Şükrü', 'sukru'),
  organization: fc.constantFrom('', 'Engines', 'ENGINES', 'Cobol', 'Analytical'),
  emails: fc.uniqueArray(fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'c@x.example'), { maxLength: 2 }),
  phones: fc.uniqueArray(fc.constantFrom('+44 20 7946 0018', '020 7946 0018', '12', '0555 111 22 33'), {
    maxLength: 2,
  }),
});
const points = (values: readonly string[]) =>
  values.map((value, i) => ({ value, label: 'work' as const, primary: i === 0 }));

/** The rule as one would write it down: the first one of the name with the same organization, an e-mail or a phone. */
function slowly(list: readonly Row[], stored: readonly Person[]): string[] {
  const known: { ref: string; name: string; organization: string; emails: Set<string>; phones: Set<string> }[] = [];
  const numbers = (phones: readonly string[]): string[] => phones.map(phoneKey).filter((phone) => phone !== '');
  const mails = (emails: readonly string[]): string[] => emails.map((email) => email.toLowerCase());
  for (const { id, name, organizationId, emails, phones } of stored) {
    known.push({
      ref: id,
      name: nameKey(name),
      organization: organizationId === 'o1' ? 'engines' : '',
      emails: new Set(mails(emails.map(({ value }) => value))),
      phones: new Set(numbers(phones.map(({ value }) => value))),
    });
  }
  let made = 0;
  return list.map((row) => {
    const organization = nameKey(row.organization);
    let found = known.find(
      (one) =>
        one.name === nameKey(row.name) &&
        ((organization !== '' && one.organization === organization) ||
          mails(row.emails).some((email) => one.emails.has(email)) ||
          numbers(row.phones).some((phone) => one.phones.has(phone))),
    );
    if (!found) {
      const ref = String(made++);
      found = { ref, name: nameKey(row.name), organization, emails: new Set(), phones: new Set() };
      known.push(found);
    }
    for (const email of mails(row.emails)) found.emails.add(email);
    for (const phone of numbers(row.phones)) found.phones.add(phone);
    return found.ref;
  });
}

describe('marks', () => {
  test('are found again as in a map, by name, text and number', () => {
    const mark = fc.oneof(fc.constantFrom('a', 'ab', 'b', '', '=1'), fc.integer({ min: -1_999_999_999, max: 100_000 }));
    const pair = fc.tuple(fc.constantFrom('ada', 'grace', 'a', ''), mark);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3_000, size: 'max' }), (pairs) => {
        const [marks, mixer] = [new Marks(), new Mixer()];
        const known = new Map<string, number>();
        pairs.forEach(([name, what], i) => {
          mixer.from(mixer.from().text(name).lanes);
          const { lanes } = typeof what === 'string' ? mixer.text(what) : mixer.number(what);
          const key = JSON.stringify([name, what]);
          assert.equal(marks.get(lanes), known.get(key) ?? 0);
          marks.set(lanes, i + 1);
          known.set(key, i + 1);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('tell apart three hundred thousand names, addresses and numbers that are much alike', () => {
    const mixer = new Mixer();
    const seen = new Set<string>();
    const see = ({ a, b }: Lanes): void => void seen.add(`${a} ${b}`);
    for (let i = 0; i < 100_000; i++) {
      const name = mixer.from().text(`person ${i}`).lanes;
      see(name);
      see(mixer.from(name).text(`someone${i % 7}@firm${i % 4000}.example`).lanes);
      see(mixer.from(name).number(i % 2 === 0 ? i : -1_000_000_000 - i).lanes);
    }
    assert.equal(seen.size, 300_000);
  });
});

describe('the directory', () => {
  test('finds whom going through everybody would find', () => {
    const stored = [
      aPerson({ id: 'p1', name: 'Ada', organizationId: 'o1', emails: points(['b@x.example']) }),
      aPerson({ id: 'p2', name: 'ADA', organizationId: null, phones: points(['+44 20 7946 0018']) }),
      aPerson({ id: 'p3', name: 'Şükrü', organizationId: 'o1' }),
    ];
    const lookup = lookupOf({
      leads: [],
      persons: stored,
      organizations: [anOrganization({ id: 'o1', name: 'Engines' })],
    });
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 40 }), (list) => {
        const directory = new Directory(lookup);
        const found = list.map(({ name, organization, emails, phones }) => {
          const at = organization === '' ? null : directory.organization(organization);
          const ref = directory.person(name, at, points(emails), points(phones));
          return 'id' in ref ? ref.id : String(ref.new);
        });
        assert.deepEqual(found, slowly(list, stored));
      }),
      { numRuns: 500 },
    );
  });

  test('is as quick with fifty thousand people of one name as with as many of different names', () => {
    const time = (nameOf: (i: number) => string): number => {
      const directory = new Directory(emptyLookup);
      const from = performance.now();
      for (let i = 0; i < 50_000; i++) directory.person(nameOf(i), null, points([`a${i}@x.example`]), []);
      assert.equal(directory.newPersons, 50_000);
      return performance.now() - from;
    };
    time((i) => `Ada ${i}`);
    const different = time((i) => `Ada ${i}`);
    // Going through them would take a thousand times as long.
    assert.ok(time(() => 'Ada') < 20 * different + 50);
  });

  test('finds a lead by its title and its person, else its organization, the first one of several', () => {
    const finder = new LeadFinder(
      lookupOf({
        leads: [
          aLead({ id: 'l1', title: 'Pump', personId: 'p1', organizationId: 'o1' }),
          aLead({ id: 'l2', title: 'PUMP', personId: 'p2', organizationId: 'o1' }),
          aLead({ id: 'l3', title: 'Pump', personId: 'p2', organizationId: null }),
        ],
        persons: [],
        organizations: [],
      }),
    );
    const found = (title: string, person: string | null, organization: string | null): string | undefined =>
      finder.find(
        title,
        person === null ? { new: 1 } : { id: person },
        organization === null ? null : { id: organization },
      )?.id;
    assert.equal(found('pump', 'p2', 'o1'), 'l2');
    assert.equal(found('Pump', 'p3', 'o1'), 'l1');
    assert.equal(found('Pump', null, 'o1'), 'l1');
    assert.equal(found('Pump', 'p3', null), undefined);
    assert.equal(found('Valve', 'p1', 'o1'), undefined);
  });
});

describe('keys of rows', () => {
  test('where a cell ends counts, and nothing is left over from the row before', () => {
    assert.notEqual(rowKey(['ab', '']), rowKey(['a', 'b']));
    assert.notEqual(rowKey(['a']), rowKey(['a', '']));
    const hash = new RowHash();
    hash.mark(7);
    hash.text('x');
    hash.take();
    hash.text('a');
    hash.text('b');
    assert.equal(hash.take(), rowKey(['a', 'b']));
  });

  test('the line at which a number was met first', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(50), fc.maxSafeNat())), (numbers) => {
        const seen = new FirstSeen();
        const known = new Map<number, number>();
        numbers.forEach((number, i) => {
          assert.equal(seen.meet(number, i + 1), known.get(number) ?? 0);
          if (!known.has(number)) known.set(number, i + 1);
        });
      }),
    );
    const seen = new FirstSeen();
    for (let i = 0; i < 5000; i++) assert.equal(seen.meet(i * 4096, i + 1), 0);
    for (let i = 0; i < 5000; i++) assert.equal(seen.meet(i * 4096, 9), i + 1);
  });
});

describe('what is remembered', () => {
  test('the answer is the function’s own, whether values repeat or never do', () => {
    const double = memo((text) => (text === 'none' ? undefined : `${text}${text}`), 10);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 500; i++) assert.equal(double(`v${i}`), `v${i}v${i}`);
      for (let i = 0; i < 50; i++) assert.equal(double('again'), 'againagain');
      assert.equal(double('none'), undefined);
    }
  });

  test('"nothing" in any case, with blanks and marks, and no other word of the same beginning', () => {
    for (const cell of [
      '',
      ' ',
      '\t',
      'Select',
      'SELECT',
      'sElEcT',
      ' select ',
      'N/A',
      'n/a',
      '-',
      '–',
      'Seçiniz',
      'BOŞ',
      'boş',
      'bos\u0327',
      'Bitte wählen',
      'auswählen',
      '#N/A',
      '(NULL)',
      'ｎｏｎｅ',
      '𝐧one',
      '\u0301none',
      '\u00a0none\u3000',
      'none\u200b',
      '\u3000',
      'ŞEÇİNİZ',
      `none${'\u00a0'.repeat(50)}`,
    ])
      assert.equal(isNothing(cell), true, JSON.stringify(cell));
    for (const cell of [
      'Selected',
      'Selena',
      'sélection',
      'Bob',
      'Boş Ltd',
      '0',
      'nano',
      'İzmir',
      '東京',
      '-1',
      'x'.repeat(17),
      'Selim Ş',
      'Şelale',
      '\ud800',
      'Ωmega',
    ])
      assert.equal(isNothing(cell), false, JSON.stringify(cell));
    assert.equal(isNothing('Null', true), false);
    assert.equal(isNothing('Select', true), true);
  });
});
