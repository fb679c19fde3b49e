import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultChanges } from '../../src/domain/defaults.js';
import {
  domainKey,
  emailKey,
  KeyIndex,
  nameKey,
  organizationKeys,
  personKeys,
  phoneKey,
} from '../../src/domain/duplicates.js';
import { CrmError } from '../../src/domain/errors.js';
import { normalise } from '../../src/domain/migrate.js';
import { kinds } from '../../src/domain/records.js';
import type { FieldType, Kind } from '../../src/domain/records.js';
import { customReason, isEmail, isLink, isPhone } from '../../src/domain/values.js';
import { fieldProblems, missingFor } from '../../src/domain/validate.js';
import * as fixtures from '../../src/testing/fixtures.js';
import { Conflict, Model } from './model.js';

const { aConversion, aDeal, aField, aLead, anOrganization, aPerson, aStage, made, money } = fixtures;

describe('values', () => {
  const all = (test: (value: unknown) => boolean, values: readonly unknown[]) => values.filter((value) => !test(value));
  const none = (test: (value: unknown) => boolean, values: readonly unknown[]) => values.filter((value) => test(value));

  test('e-mail addresses', () => {
    assert.deepEqual(all(isEmail, ['ada@example.com', "o'neil+crm@sub.example.co.uk", 'Ünal@örnek.com.tr']), []);
    assert.deepEqual(
      none(isEmail, [
        'ada',
        'ada@',
        '@example.com',
        'a@b',
        'a b@c.de',
        'a@b@c.de',
        'a@b..de',
        'a@.de',
        'a@b.',
        '<a@b.de>',
        `${'a'.repeat(250)}@b.de`,
        null,
        5,
      ]),
      [],
    );
  });

  test('phone numbers', () => {
    assert.deepEqual(
      all(isPhone, ['+90 (532) 123-45-67', '112', '1-800-FLOWERS', '0532/123 45 67 dahili 12', '٠٥٣٢ ١٢٣']),
      [],
    );
    assert.deepEqual(none(isPhone, ['', 'call me', '1', 'ada@example.com 12', '5'.repeat(65), null]), []);
  });

  test('links, and nothing that runs', () => {
    assert.deepEqual(
      all(isLink, ['https://example.com/a?b', 'example.com', 'example.com:8080/x', 'HTTP://EXAMPLE.COM']),
      [],
    );

    assert.deepEqual(
      none(isLink, ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.de', 'two words.com', 'nothing', '', null]),
      [],
    );
  });

  test('a long hostile text is judged at once', () => {
    const long = 'a@'.repeat(100_000) + '.';
    for (const check of [isEmail, isPhone, isLink]) assert.equal(check(long), false);
  });

  test('custom fields by type: what they hold, and what they refuse', () => {
    const options = [
      { id: 'o1', name: 'One' },
      { id: 'o2', name: 'Two' },
    ];
    const table: { readonly [T in FieldType]: readonly [good: unknown, bad: unknown, why: string] } = {
      text: ['x', 5, 'text'],
      longText: ['x'.repeat(5000), 'x'.repeat(100_001), 'too-long'],
      number: [5.5, NaN, 'number'],
      money: [money('5'), money('5', 'euro'), 'currency'],
      date: ['2026-11-23', '2026-02-30', 'day'],
      time: ['09:30', '9:30', 'time'],
      option: ['o1', 'o3', 'option'],
      options: [['o1', 'o2'], ['o3'], 'option'],
      yesNo: [false, 'no', 'type'],
      phone: ['+90 532', 'x', 'phone'],
      email: ['a@b.de', 'a@b', 'email'],
      link: ['a.de', 'a', 'link'],
      person: ['person-1', '', 'id'],
      organization: ['o', 5, 'id'],
      user: ['u', {}, 'id'],
      address: ['Bağdat Cd. 1', 5, 'text'],
      formula: [null, 5, 'type'],
      dateRange: [['2026-01-01', '2026-01-02'], ['2026-01-02', '2026-01-01'], 'day'],
    };
    for (const [type, [good, bad, why]] of Object.entries(table)) {
      const field = { type: type as FieldType, options };
      assert.deepEqual(
        [customReason(field, good), customReason(field, null), customReason(field, bad)],
        [null, null, why],
        type,
      );
    }
    assert.equal(customReason({ type: 'money', options }, money('1,5')), 'money');
  });

  test('only what changes is judged; what a rule owns is refused; every problem names its field', () => {
    const lead = aLead({ value: money('bad') });
    const problems = (fields: Record<string, unknown>) =>
      fieldProblems('lead', fields, lead, [aField()]).map(({ code, field, detail }) =>
        [code, field, detail].filter(Boolean).join(' '),
      );
    assert.deepEqual(problems({ value: money('bad'), title: lead.title }), []);
    assert.deepEqual(
      problems({
        title: ' ',
        value: money('worse'),
        expectedClose: '23.11.2026',
        rev: 7,
        constructor: 1,
        'custom.field-1': 'x',
        'custom.none': 1,
        ownerId: '',
      }),
      [
        'title title',
        'invalid value money',
        'invalid expectedClose day',
        'invalid rev read-only',
        'invalid constructor read-only',
        'invalid custom.field-1 number',
        'invalid custom.none unknown-field',
        'invalid ownerId id',
      ],
    );
    assert.deepEqual(problems({ 'custom.none': null, value: null, expectedClose: null, title: 'x'.repeat(1001) }), [
      'invalid title too-long',
    ]);
    assert.deepEqual(
      fieldProblems('person', { emails: [{ value: 'no' }], phones: 'x' }, aPerson(), []).map(
        (problem) => problem.detail,
      ),
      ['email', 'type'],
    );
  });

  test('what a stage asks for', () => {
    const stage = aStage({ requiredFields: ['value', 'personId', 'custom.a', 'expectedClose'] });
    assert.deepEqual(missingFor(stage, aDeal({ custom: { a: ' ' } })), ['value', 'custom.a', 'expectedClose']);
    assert.deepEqual(
      missingFor(stage, aDeal({ value: money('0'), custom: { a: 0 }, expectedClose: '2026-12-01' })),
      [],
    );
  });
});

describe('duplicates', () => {
  test('keys', () => {
    assert.deepEqual(
      [
        emailKey(' Ada@Example.COM '),
        emailKey('ada'),
        phoneKey('+90 (532) 123 45 67'),
        phoneKey('0090 532 1234567'),
        phoneKey('112'),
      ],
      ['email:ada@example.com', null, 'phone:905321234567', 'phone:905321234567', null],
    );
    assert.deepEqual([nameKey('  ADA   Yıldız '), nameKey(' ')], ['name:ada yildiz', null]);
    assert.deepEqual(['https://www.Example.com/a', 'example.com.', 'ada@example.com', 'example'].map(domainKey), [
      'domain:example.com',
      'domain:example.com',
      'domain:example.com',
      null,
    ]);
  });
  test('a name alone does not make two persons one where addresses tell them apart', () => {
    const index = new KeyIndex();
    index.add('1', personKeys(aPerson()));
    index.add('2', personKeys(aPerson({ emails: [], phones: [] })));
    const find = (name: string, email?: string) =>
      index.find(personKeys({ name, emails: email === undefined ? [] : [fixtures.aContactPoint(email)], phones: [] }));
    assert.deepEqual(
      [find('Else', 'ADA@example.com'), find('Ada Yıldız', 'other@example.com'), find('ada yildiz'), find('Nobody')],
      ['1', null, '2', null],
    );
    assert.deepEqual(organizationKeys(anOrganization({ website: 'northwind.example' })), [
      'name:northwind oy',
      'domain:northwind.example',
    ]);
  });
});

describe('beginning and migrating', () => {
  test('an empty database gets a user, a pipeline and six stages, the same ids in every tab, and no lead', () => {
    const model = new Model(defaultChanges(made));
    assert.deepEqual(
      model
        .all('stage')
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .map((stage) => stage.name),
      ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'],
    );
    assert.ok(
      model
        .all('stage')
        .every(
          (stage) =>
            stage.pipelineId === model.all('pipeline')[0]!.id && stage.probability > 0 && stage.probability < 100,
        ),
    );
    assert.deepEqual([model.all('user').length, model.all('lead').length, model.all('deal').length], [1, 0, 0]);
    assert.throws(() => model.commit(defaultChanges(made)), Conflict);
    assert.equal(model.all('stage').length, 6);
    const named = new Model(
      defaultChanges(made, { pipeline: 'Satış', stages: ['Nitelikli'] }, { id: 'u', name: 'Elif' }),
    );
    assert.deepEqual(
      [named.all('pipeline')[0]!.name, named.all('user')[0]!.name, named.all('stage').length],
      ['Satış', 'Elif', 6],
    );
    assert.deepEqual(model.run('deal-add', { title: 'First', person: { name: 'Ada' } }).problems, []);
  });

  const builders: { readonly [K in Kind]: () => object } = {
    lead: aLead,
    deal: aDeal,
    person: aPerson,
    organization: anOrganization,
    user: fixtures.aUser,
    pipeline: fixtures.aPipeline,
    stage: aStage,
    label: fixtures.aLabel,
    field: aField,
    activity: fixtures.anActivity,
    note: fixtures.aNote,
    file: fixtures.aFile,
    product: fixtures.aProduct,
    dealProduct: fixtures.aDealProduct,
    participant: fixtures.aParticipant,
    project: fixtures.aProject,
    projectTemplate: fixtures.aProjectTemplate,
    conversion: aConversion,
    trash: fixtures.aTrash,
    import: fixtures.anImport,
    importChunk: fixtures.anImportChunk,
    view: fixtures.aView,
    filter: fixtures.aSavedFilter,
    changelog: fixtures.aChangelogRow,
  };
  for (const kind of kinds) {
    test(`${kind}: a whole record is read as it is, one with nothing but an id gets every field`, () => {
      const whole = builders[kind]();
      assert.equal(normalise(kind, whole), whole);
      assert.deepEqual(Object.keys(normalise(kind, { id: 'x' })).sort(), Object.keys(whole).sort());
    });
  }

  test('missing instants come from those that are there, unknown fields stay, null is kept where it means empty', () => {
    const old = { id: 'd', createdAt: made, stageId: 's', title: null, value: null, later: 1 };
    const deal = normalise('deal', old) as unknown as Record<string, unknown>;
    assert.deepEqual(
      [deal['updatedAt'], deal['touchedAt'], deal['title'], deal['value'], deal['later'], deal['stageHistory']],
      [made, made, '', null, 1, [{ stageId: 's', at: made }]],
    );
    assert.deepEqual(old, { id: 'd', createdAt: made, stageId: 's', title: null, value: null, later: 1 });
    for (const raw of [null, 5, {}, { id: '' }, { id: 7 }])
      assert.throws(
        () => normalise('lead', raw),
        (error) => error instanceof CrmError && error.code === 'invalid',
      );
  });
});
