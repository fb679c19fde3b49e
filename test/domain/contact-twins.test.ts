/** Which persons and organizations may be the same one: reasons, groups, what is told apart. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ContactIndex, whyAlike } from '../../src/domain/contact-twins.js';
import type { Compared } from '../../src/domain/contact-twins.js';
import type { ContactPoint, Organization, Person } from '../../src/domain/records.js';
import { anOrganization, aPerson } from '../../src/testing/fixtures.js';

const mails = (...values: string[]): ContactPoint[] =>
  values.map((value, at) => ({ value, label: 'work', primary: at === 0 }));
const person = (id: string, more: Partial<Person> = {}): Person =>
  aPerson({ id, name: `Name of ${id}`, emails: [], phones: [], organizationId: null, ...more });
const company = (id: string, more: Partial<Organization> = {}): Organization =>
  anOrganization({ id, name: `Name of ${id}`, address: '', website: '', ...more });
const groupsOf = (...records: Compared[]) => {
  const index = new ContactIndex();
  for (const record of records) index.put(record);
  return index.groups().map(({ ids, reasons }) => `${ids.join(' ')}: ${reasons.join(' ')}`);
};

describe('why two persons may be one', () => {
  const cases: readonly (readonly [string, Partial<Person>, Partial<Person>, string])[] = [
    [
      'any of their addresses, however it is written',
      { emails: mails('x@b.de', 'Ada@B.de ') },
      { emails: mails('ada@b.de') },
      'email',
    ],
    [
      'a number, however it is written',
      { phones: mails('+49 (30) 901-820') },
      { phones: mails('004930901820') },
      'phone',
    ],
    ['not what is an extension', { phones: mails('1234') }, { phones: mails('1234') }, ''],
    [
      'a name in the same organization, folded as Turkish is',
      { name: 'IŞIK Şahin', organizationId: 'o' },
      { name: 'işik sahin', organizationId: 'o' },
      'name',
    ],
    ['not a name in two organizations', { name: 'Ada', organizationId: 'o' }, { name: 'Ada', organizationId: 'p' }, ''],
    ['a name, where one of them has nothing else', { name: 'Ada', emails: mails('a@b.de') }, { name: 'ada' }, 'name'],
    [
      'not a name of two who are reached otherwise',
      { name: 'Ada', emails: mails('a@b.de') },
      { name: 'Ada', emails: mails('c@d.de') },
      '',
    ],
    [
      'all of it, the strongest first',
      { name: 'A', emails: mails('a@b.de'), phones: mails('123456'), organizationId: 'o' },
      { name: 'A', phones: mails('123456'), emails: mails('a@b.de'), organizationId: 'o' },
      'email phone name',
    ],
    [
      'nothing that somebody has told apart',
      { emails: mails('a@b.de'), notDuplicateOf: ['two'] },
      { emails: mails('a@b.de') },
      '',
    ],
    [
      'nor whom the other one was merged from',
      { emails: mails('a@b.de'), notDuplicateOf: ['old'] },
      { emails: mails('a@b.de'), mergedIds: ['old'] },
      '',
    ],
  ];
  for (const [name, one, two, why] of cases)
    test(name, () => {
      const [a, b] = [person('one', one), person('two', two)];
      assert.equal(whyAlike(a, b).join(' '), why);
      assert.equal(whyAlike(b, a).join(' '), why);
      assert.deepEqual(groupsOf(a, b), why === '' ? [] : [`one two: ${why}`]);
    });
});

test('a number with and without the code of the country they are called in', () => {
  const [a, b] = [person('a', { phones: mails('0532 555 01 77') }), person('b', { phones: mails('+90 532 5550177') })];
  assert.deepEqual(whyAlike(a, b, 'TR'), ['phone']);
  assert.deepEqual(whyAlike(a, b, 'DE'), []);
  const index = new ContactIndex('TR');
  index.put(a);
  index.put(b);
  assert.deepEqual(index.groups(), [{ ids: ['a', 'b'], reasons: ['phone'] }]);
});

describe('why two organizations may be one', () => {
  const cases: readonly (readonly [string, Partial<Organization>, Partial<Organization>, string])[] = [
    ['the website', { website: 'https://www.acme.example/tr' }, { website: 'acme.example' }, 'domain'],
    ['not a page that many have', { website: 'https://www.facebook.com/acme' }, { website: 'facebook.com/other' }, ''],
    ['nor a mailbox that many have', { website: 'acme@gmail.com' }, { website: 'other@gmail.com' }, ''],
    ['name and address', { name: 'Acme  AŞ', address: 'Kay 1' }, { name: 'acme aş', address: 'KAY 1' }, 'address name'],
    ['a name, where one has no address', { name: 'Acme', address: 'Kay 1' }, { name: 'Acme' }, 'name'],
    ['not a name at two places', { name: 'Acme', address: 'Kay 1' }, { name: 'Acme', address: 'Quai 2' }, ''],
  ];
  for (const [name, one, two, why] of cases)
    test(name, () => {
      const [a, b] = [company('one', one), company('two', two)];
      // At the same address the name says nothing more.
      const said = why.replace(' name', '');
      assert.equal(whyAlike(a, b).join(' '), said);
      assert.deepEqual(groupsOf(a, b), said === '' ? [] : [`one two: ${said}`]);
    });
});

/** Two of whom something says that they may be one, more than a name that one of them has alone and that several have. */
function joined(one: Person, other: Person, all: readonly Person[]): boolean {
  const why = whyAlike(one, other);
  const lone = (each: Person) => each.emails.length + each.phones.length === 0;
  if (why.join() !== 'name' || lone(one) === lone(other)) return why.length > 0;
  if (one.organizationId !== null && one.organizationId === other.organizationId) return true;
  const known = all.filter((each) => each.name.toLowerCase() === one.name.toLowerCase() && !lone(each));
  return !known.some((a) => known.some((b) => a !== b && !whyAlike(a, b).includes('name')));
}

describe('groups', () => {
  test('by one and by another are one group; the most certain come first', () => {
    assert.deepEqual(
      groupsOf(
        person('a', { name: 'Same' }),
        person('b', { name: 'Same', phones: mails('777777') }),
        person('c', { emails: mails('c@d.de') }),
        person('d', { emails: mails('c@d.de'), phones: mails('555555') }),
        person('e', { phones: mails('555555') }),
      ),
      ['c d e: email phone', 'a b: name'],
    );
  });

  test('one who has nothing but a name does not make one of those who are two', () => {
    const bare = person('bare', { name: 'Ada' });
    const berlin = person('berlin', { name: 'Ada', emails: mails('ada@berlin.example') });
    const bonn = person('bonn', { name: 'Ada', emails: mails('ada@bonn.example') });
    assert.deepEqual(groupsOf(bare, berlin), ['bare berlin: name']);
    assert.deepEqual(groupsOf(bare, berlin, bonn), []);
    assert.deepEqual(groupsOf(bare, { ...bare, id: 'bare2' }, berlin, bonn), ['bare bare2: name']);
    const house = { organizationId: 'o' };
    assert.deepEqual(groupsOf({ ...bare, ...house }, { ...berlin, ...house }, bonn), ['bare berlin: name']);
    const [here, there] = [
      company('here', { name: 'Acme', address: 'Kay 1' }),
      company('there', { name: 'Acme', address: 'Quai 2' }),
    ];
    assert.deepEqual(groupsOf(company('bare', { name: 'Acme' }), here, there), []);
    // Gone, or told otherwise, it is clear again.
    const index = new ContactIndex();
    for (const each of [bare, berlin, bonn]) index.put(each);
    assert.equal(index.groups().length, 0);
    index.remove('bonn');
    assert.deepEqual(index.groups()[0]?.ids, ['bare', 'berlin']);
  });

  test('a switchboard makes nobody the same, nor does one name that many have', () => {
    const many = (n: number, more: Partial<Person>) => Array.from({ length: n }, (_, at) => person(`p${at}`, more));
    assert.deepEqual(groupsOf(...many(7, { phones: mails('123456') })), []);
    assert.equal(groupsOf(...many(6, { phones: mails('123456') })).length, 1);
    assert.equal(groupsOf(...many(70, { emails: mails('a@b.de') })).length, 1);
    assert.deepEqual(groupsOf(...many(70, { name: 'Info' })), []);
  });

  test('property: the groups are those that pairs make, and follow what changes', () => {
    const some = fc.record({
      name: fc.constantFrom('Ada', 'ada', 'Grace', 'Joan'),
      emails: fc.subarray(['a@b.de', 'B@b.de', 'c@b.de']).map((values) => mails(...values)),
      phones: fc.subarray(['111111', '222222']).map((values) => mails(...values)),
      organizationId: fc.constantFrom(null, 'o', 'p'),
      notDuplicateOf: fc.subarray(['p0', 'p1', 'p2', 'p3', 'p4']),
    });
    const fields = fc.array(some, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const index = new ContactIndex();
        before.forEach((each, at) => index.put(person(`p${at}`, each)));
        index.groups();
        const now = after.map((each, at) => person(`p${at}`, each));
        for (const one of now) index.put(one);
        for (let at = now.length; at < before.length; at++) index.remove(`p${at}`);
        assert.equal(index.size, now.length);
        // The same by every pair.
        const group = new Map(now.map(({ id }) => [id, id]));
        for (const one of now)
          for (const other of now)
            if (joined(one, other, now)) {
              const [from, to] = [group.get(one.id)!, group.get(other.id)!];
              for (const [id, mine] of group) if (mine === from) group.set(id, to);
            }
        const pairs = new Map<string, string[]>();
        for (const [id, mine] of group) pairs.set(mine, [...(pairs.get(mine) ?? []), id]);
        const expected = [...pairs.values()].filter(({ length }) => length > 1).map((ids) => ids.sort().join(' '));
        assert.deepEqual(
          index
            .groups()
            .map(({ ids }) => ids.join(' '))
            .sort(),
          expected.sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('property: compared as they come they are the same groups, also where some come while one compares', () => {
    const some = fc.record({
      id: fc.integer({ min: 0, max: 30 }).map((at) => `p${at}`),
      name: fc.constantFrom('Ada', 'Grace', 'Joan'),
      emails: fc.subarray(['a@b.de', 'c@b.de', 'e@b.de', 'g@b.de'], { maxLength: 2 }).map((values) => mails(...values)),
      phones: fc.subarray(['111111', '222222', '333333'], { maxLength: 1 }).map((values) => mails(...values)),
      notDuplicateOf: fc.subarray(['p0', 'p1', 'p2'], { maxLength: 1 }),
      gone: fc.boolean(),
      stops: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), (all) => {
        const index = new ContactIndex();
        const at = new Map<string, Person>();
        let work = index.grouping();
        for (const { gone, stops, id, ...fields } of all) {
          const one = person(id, fields);
          if (gone) index.remove(id);
          else index.put(one);
          if (gone) at.delete(id);
          else at.set(id, one);
          for (let i = 0; i < stops; i++) if (work.next().done === true) work = index.grouping();
        }
        for (let done = false; !done;) done = work.next().done === true;
        const anew = new ContactIndex();
        for (const one of at.values()) anew.put(one);
        assert.deepEqual(index.groups(), anew.groups());
      }),
      { numRuns: 300 },
    );
  });

  test('a name that many came to have, and a switchboard, come and go with the last of them', () => {
    const index = new ContactIndex();
    const put = (at: number, more: Partial<Person>) => index.put(person(`p${at}`, more));
    for (let at = 0; at < 50; at++) put(at, { name: 'Info' });
    assert.equal(index.groups()[0]!.ids.length, 50);
    for (let at = 50; at < 70; at++) put(at, { name: 'Info' });
    assert.deepEqual(index.groups(), []);
    for (let at = 70; at < 80; at++) put(at, { name: 'Info' });
    assert.deepEqual(index.groups(), []);
    for (let at = 60; at < 80; at++) index.remove(`p${at}`);
    assert.equal(index.groups()[0]!.ids.length, 60);
    for (let at = 0; at < 60; at++) put(at, at < 7 ? { phones: mails('123456') } : {});
    assert.deepEqual(index.groups(), []);
    put(6, {});
    assert.equal(index.groups()[0]!.ids.length, 6);
  });

  test('ten thousand persons: no stretch of the comparing is long, and a change costs a few', () => {
    const many = new ContactIndex();
    for (let at = 0; at < 10_000; at++)
      many.put(person(`p${at}`, { name: `Person ${at % 9000}`, emails: mails(`p${at % 9500}@x.de`) }));
    let steps = 0;
    for (const work = many.grouping(); work.next().done !== true;) steps++;
    assert.ok(steps > 50, `${steps} stretches`);
    many.put(person('p1', { name: 'Person 1', emails: mails('p2@x.de') }));
    steps = 0;
    for (const work = many.grouping(); work.next().done !== true;) steps++;
    assert.ok(steps < 3, `${steps} stretches`);
  });

  test('ten thousand persons', () => {
    const index = new ContactIndex();
    for (let at = 0; at < 10_000; at++)
      index.put(
        person(`p${at}`, {
          name: `Person ${at % 9000}`,
          emails: mails(`p${at % 9500}@x.de`),
          phones: mails(`+90${500_000_000 + at}`),
        }),
      );
    assert.equal(index.groups().length, 500);
  });
});
