/** By what a person is recognised in texts, and what goes of records. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Erasing } from '../../src/domain/erasing/erasing.js';
import { strip, stripPairs, without } from '../../src/domain/erasing/strip.js';
import { Words } from '../../src/domain/erasing/words.js';
import { kinds, type AnyRecord, type Kind } from '../../src/domain/records.js';
import {
  aContactPoint,
  aDeal,
  aLead,
  aNote,
  anActivity,
  aPerson,
  aSavedFilter,
  aTrash,
  aView,
  later,
} from '../../src/testing/fixtures.js';

function wordsOf(name: string, emails: readonly string[] = [], phones: readonly string[] = []): Words {
  const words = new Words();
  const points = (values: readonly string[]) => values.map((value) => aContactPoint(value));
  words.learn({ name, emails: points(emails), phones: points(phones) });
  return words;
}

describe('a person is recognised in a text', () => {
  const words = wordsOf('Işıl Yıldız-Demir', ['isil@firma.example'], ['+90 (532) 123 45 67']);
  for (const [text, near, far] of [
    ['Işıl Yıldız-Demir rang', true, true],
    ['IŞIL YILDIZ-DEMİR', true, true],
    ['isil yildiz-demir', true, true],
    ['Yıldız-Demir, Işıl', true, true],
    ['Ask Işıl’s brother', true, false],
    ['Demir asked', true, false],
    ['Işıldak, Demirci', false, false],
    ['mail ISIL@firma.example now', true, true],
    ['misil@firma.example, isil@firma.example.org', true, false],
    ['0532 123 45 67', true, true],
    ['532-123-4567', true, true],
    ['123 45 67', true, true],
    ['5321234568', false, false],
    ['Order 12345', false, false],
    ['', false, false],
  ] as const)
    test(`“${text}”: ${near ? 'where it is about them' : 'nowhere'}${far ? ', and anywhere' : ''}`, () => {
      // What stands before the sign is another address; the parts of a name are looked for as words.
      assert.deepEqual([words.near.in(text), words.far.in(text)], [near, far]);
    });

  test('not anywhere by what others have as well, nor by a name of one word', () => {
    const shared = wordsOf('Ada Stone', ['office@acme.example', 'ada@acme.example'], ['030 5550 1177']);
    shared.other(aPerson({ name: 'ADA  Stone', emails: [aContactPoint('office@acme.example')], phones: [] }));
    assert.deepEqual(
      ['Ada Stone', 'office@acme.example', 'ada@acme.example', '030 5550 1177'].map((text) => shared.far.in(text)),
      [false, false, true, true],
    );
    assert.ok(shared.near.in('Ada Stone') && shared.near.in('office@acme.example'));
    const may = wordsOf('May');
    assert.deepEqual([may.far.in('In May'), may.near.in('May rang')], [false, true]);
  });

  test('names with signs in them are no patterns', () => {
    const odd = wordsOf('A. (Bo) [x] $1 *+?', ['a+b@x.example'], []);
    assert.ok(odd.far.in('with a. (bo) [x] $1 *+? today') && odd.far.in('a+b@x.example'));
    assert.equal(odd.far.in('aab@x.example'), false);
  });
});

describe('what names a person goes from plain data', () => {
  const find = wordsOf('Ada Stone').far;
  const how = { gone: new Set(['ada']), find, other: 'Somebody' };

  test('ids become nothing, texts empty, names another one; what says nothing is the same object', () => {
    const record = {
      id: 'ada',
      title: 'For Ada Stone',
      text: 'Ada Stone',
      personId: 'ada',
      list: ['ada', 'bob'],
      n: 1,
    };
    assert.deepEqual(strip(record, how), {
      ...{ id: 'ada', title: 'Somebody', text: '', personId: null, list: ['bob'], n: 1 },
    });
    const other = { title: 'For Bob', custom: { a: 'x' }, list: [{ a: 1 }] };
    assert.equal(strip(other, how), other);
    assert.deepEqual(strip({ custom: { a: 'Ada Stone', b: 'ada' } }, how), { custom: { a: null, b: null } });
    const proto = JSON.parse('{"__proto__":"Ada Stone"}') as object;
    assert.deepEqual(Object.entries(strip(proto, how)), [['__proto__', '']]);
  });

  test('before and after stay a pair', () => {
    const fields = { personId: ['ada', null], title: ['Pump', 'Pump of Ada Stone'] } as const;
    assert.deepEqual(stripPairs(fields, how), { personId: [null, null], title: ['Pump', 'Somebody'] });
  });

  test('of what a view asks for, the parts that name them', () => {
    const asking = { field: 'title', op: 'contains', value: 'Ada Stone' };
    const open = { field: 'status', op: 'is', value: 'open' };
    assert.deepEqual(without([open, { any: [asking, open] }, asking], how), [open, { any: [open] }]);
    const state = { search: 'pump', filter: [open] };
    assert.equal(without(state, how), state);
  });
});

/** What becomes of records, as a storage asks for it. */
function erased(records: readonly (readonly [Kind, AnyRecord])[]): Map<string, AnyRecord | null> {
  const erasing = new Erasing({ personId: 'ada', userId: null, at: later, command: 'c', from: 'host' });
  while (erasing.looking.length > 0) {
    for (const kind of erasing.looking) for (const [of, record] of records) if (of === kind) erasing.look(kind, record);
    erasing.next();
  }
  return new Map(
    kinds.flatMap((kind) =>
      records.filter(([of]) => of === kind).map(([, record]) => [record.id, erasing.of(kind, record)] as const),
    ),
  );
}
const ada = ['person', aPerson({ id: 'ada', name: 'Ada Stone', emails: [], phones: [] })] as const;

describe('when a person is erased', () => {
  test('whoever was merged into somebody merged into them goes along', () => {
    const merged = (id: string, into: string) =>
      ['trash', aTrash({ of: 'person', record: aPerson({ id, name: `Former ${id}` }), mergedInto: into })] as const;
    const after = erased([ada, merged('c', 'b'), merged('b', 'ada'), merged('x', 'y')]);
    assert.deepEqual([after.get('ada'), after.get('b'), after.get('c')], [null, null, null]);
    assert.equal((after.get('x') as { title?: string }).title, 'Former x');
  });

  test('a lead of nobody else goes with what hangs on it; one that somebody else has a part in stays', () => {
    const after = erased([
      ada,
      ['lead', aLead({ id: 'own', personId: 'ada', organizationId: null })],
      ['lead', aLead({ id: 'theirs', personId: 'ada', organizationId: 'org', title: 'Roof', organizationName: 'Org' })],
      ['note', aNote({ id: 'n-own', leadId: 'own', text: 'Big roof' })],
      ['note', aNote({ id: 'n-theirs', leadId: 'theirs', text: 'Big roof' })],
      ['note', aNote({ id: 'n-named', leadId: 'theirs', text: 'Stone rang' })],
      ['note', aNote({ id: 'n-elsewhere', leadId: 'other', text: 'Stone floor' })],
      [
        'activity',
        anActivity({ id: 'a-both', leadId: null, personId: 'ada', organizationId: 'org', subject: 'Visit' }),
      ],
    ]);
    assert.deepEqual(
      ['own', 'n-own', 'n-named'].map((id) => after.get(id)),
      [null, null, null],
    );
    const lead = after.get('theirs') as ReturnType<typeof aLead>;
    assert.deepEqual([lead.personId, lead.personName, lead.title, lead.searchText], [null, '', 'Roof', 'roof\norg']);
    assert.equal((after.get('n-theirs') as { text: string }).text, 'Big roof');
    assert.equal((after.get('n-elsewhere') as { text: string }).text, 'Stone floor');
    assert.equal((after.get('a-both') as { personId: string | null }).personId, null);
  });

  test('the next activity of a deal is another one where the former goes, and the deal no other version for that', () => {
    const next = { id: 'a', type: 'call', subject: 'Ring Ada Stone', due: '2026-11-24', time: null } as const;
    const deal = aDeal({ id: 'bobs', personId: 'bob', title: 'Pump', nextActivity: next });
    const after = erased([
      ada,
      ['deal', deal],
      ['activity', anActivity({ id: 'a', leadId: null, dealId: 'bobs', subject: next.subject, due: next.due })],
      ['activity', anActivity({ id: 'b', leadId: null, dealId: 'bobs', subject: 'Offer', due: '2026-12-01' })],
    ]);
    const left = after.get('bobs') as typeof deal;
    assert.deepEqual([left.nextActivity?.id, left.rev], ['b', deal.rev]);
  });

  test('a filter that asks for nothing else goes; a view forgets what was typed', () => {
    const asking = { field: 'title', op: 'contains', value: 'Ada Stone' };
    const after = erased([
      ada,
      ['filter', aSavedFilter({ id: 'only', filter: [asking] })],
      ['filter', aSavedFilter({ id: 'also', filter: [asking, { field: 'status', op: 'is', value: 'open' }] })],
      ['view', aView({ id: 'v', state: { search: 'Ada Stone', order: 'title' } })],
    ]);
    assert.equal(after.get('only'), null);
    assert.equal((after.get('also') as unknown as { filter: unknown[] }).filter.length, 1);
    assert.deepEqual((after.get('v') as { state: unknown }).state, { search: '', order: 'title' });
  });

  test('somebody who is not there is not found', () => {
    assert.throws(() => erased([['lead', aLead()]]), { code: 'not-found' });
  });
});
