import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answer, guessColumns, keepBoth, mappingProblems } from '../../../src/domain/import/columns.js';
import { fillPattern, readPattern } from '../../../src/domain/import/pattern.js';
import { headingKey, targetOfHeading } from '../../../src/domain/import/synonyms.js';
import { isSingle } from '../../../src/domain/import/targets.js';
import { mapped, prepare, retarget } from './helpers.js';

describe('headings', () => {
  test('the sample heading row of a widely used CRM', () => {
    const head = (
      'Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),' +
      'Organization - Name*,Organization - Address,Deal - Title,Deal - Value,Activity - Subject*,Activity - Due date,Note - Content*'
    ).split(',');
    const row = [
      'Ada Lovelace',
      'Ada',
      'Lovelace',
      '+44 20 7946 0018',
      'ada@work.example',
      'ada@home.example',
      'Engines Ltd',
      '1 Mill Rd',
      'Engine',
      '5000',
      'Call',
      '2026-12-01',
      'Knows numbers',
    ];
    const targets = [
      'person.name',
      'person.first',
      'person.last',
      'person.phone.work',
      'person.email.work',
      'person.email.home',
      'organization.name',
      'organization.address',
      'title',
      'value',
      'activity.subject',
      'activity.due',
      'note',
    ];
    assert.deepEqual(Object.values(mapped(prepare(head, [row]))), targets);
  });

  test('a German list, as people keep it', () => {
    const head = [
      'Firma',
      'Ansprechpartner',
      'Betreff',
      'Wert (netto)',
      'Währung',
      'E-Mail',
      'E-Mail 2',
      'Bemerkung intern',
      'Spalte12',
    ];
    const rows = [
      [
        'Bergström & Söhne',
        'Thorsten Kühnapfel',
        'Umstellung',
        '84.500,00',
        'EUR',
        't@b.example',
        '-',
        'ruft zurück',
        '-',
      ],
      ['Stadtwerke', 'Jürgen Weiß', 'BMA', '31.400,00', 'EUR', '-', 'buero@o.example', 'Budget erst Q1', '-'],
    ];
    const prepared = prepare(head, rows);
    assert.deepEqual(Object.values(mapped(prepared)), [
      'organization.name',
      'person.name',
      'title',
      'value',
      'currency',
      'person.email.work',
      'person.email.other',
      'note',
      'none',
    ]);
    assert.equal(prepared.columns[3]!.numbers, 'comma');
    assert.equal(prepared.columns[8]!.why, 'empty');
  });

  test('a Turkish list in capitals: İ and I are one letter on every machine (R70)', () => {
    const head = [
      'ŞİRKET ADI',
      'AD',
      'SOYAD',
      'E-POSTA',
      'CEP TELEFONU',
      'FIRSAT DEĞERİ',
      'PARA BİRİMİ',
      'ETİKETLER',
      'SORUMLU',
      'KAYNAK',
      'TAHMİNİ KAPANIŞ TARİHİ',
      'NOTLAR',
      'ÜNVAN',
    ];
    const row = [
      'Işık A.Ş.',
      'Çağla',
      'Öz',
      'cagla@isik.example',
      '0532 123 45 67',
      '1.250,50',
      'TRY',
      'sıcak',
      'Ayşe',
      'Fuar',
      '31.12.2026',
      'Aransın',
      'Müdür',
    ];
    assert.deepEqual(Object.values(mapped(prepare(head, [row]))), [
      'organization.name',
      'person.first',
      'person.last',
      'person.email.work',
      'person.phone.mobile',
      'value',
      'currency',
      'labels',
      'owner',
      'source',
      'expectedClose',
      'note',
      'person.jobTitle',
    ]);
  });

  test('spelling does not count', () => {
    for (const heading of [
      'FirstName',
      'first_name',
      'FIRST NAME',
      ' First-Name* ',
      '\ufefffirst name',
      'First Name__c',
    ]) {
      assert.equal(targetOfHeading(heading)?.target, 'person.first', heading);
    }
    assert.equal(headingKey('__proto__'), 'proto');
    assert.equal(targetOfHeading('constructor'), null);
  });

  test('what a heading promises must be borne out by the values', () => {
    const prepared = prepare(
      ['Company', 'Phone', 'Close Date'],
      [
        ['A', 'see website', 'soon'],
        ['B', 'none yet', 'later'],
      ],
    );
    assert.deepEqual(Object.values(mapped(prepared)), ['organization.name', 'custom text', 'custom text']);
  });

  test('"Title" is the trade of a person, or of the lead where there is no person', () => {
    assert.equal(mapped(prepare(['First Name', 'Title'], [['Ada', 'Countess']]))['Title'], 'person.jobTitle');
    assert.equal(mapped(prepare(['Company', 'Title'], [['Acme', 'New engine']]))['Title'], 'title');
  });

  test('places and addresses go to the organization, or are kept where there is none', () => {
    assert.equal(mapped(prepare(['Company', 'City'], [['Acme', 'Bonn']]))['City'], 'organization.city');
    assert.equal(mapped(prepare(['Name', 'City'], [['Ada', 'Bonn']]))['City'], 'custom text');
  });

  test('e-mails without a heading are found by what they are', () => {
    const prepared = prepare(
      ['Who', 'Reach'],
      [
        ['Ada', 'ada@x.example'],
        ['Alan', 'alan@x.example'],
      ],
    );
    assert.deepEqual([prepared.columns[1]!.target, prepared.columns[1]!.why], ['person.email.work', 'values']);
  });

  test('no two columns on one field that holds one value, whatever the headings', () => {
    const head = [
      'Company',
      'Company',
      'Account',
      'Value',
      'Amount',
      'E-mail',
      'Email',
      'E-Mail 2',
      'Phone',
      'Tel',
      'Source',
      'Source',
    ];
    const row = ['A', 'B', 'C', '1', '2', 'a@b.co', 'c@d.co', 'e@f.co', '123456', '234567', 'x', 'y'];
    const prepared = prepare(head, [row]);
    const single = prepared.columns.map(({ target }) => target).filter(isSingle);
    assert.equal(new Set(single).size, single.length);
    assert.deepEqual(mappingProblems(prepared.columns), []);
    assert.ok(
      prepared.columns.every(({ target }) => target !== 'none'),
      'nothing is dropped',
    );
  });

  test('fields that exist are used again', () => {
    const { names, profiles } = prepare(
      ['Company', 'Lead Status'],
      [
        ['A', 'new'],
        ['B', 'old'],
      ],
    );
    const fields = [{ id: 'f1', name: 'lead status', type: 'option' as const }];
    assert.deepEqual(guessColumns(names, profiles, fields)[1]!.field, {
      id: 'f1',
      name: 'lead status',
      type: 'option',
    });
  });
});

describe('what has to be settled', () => {
  test('two columns on one e-mail: told, and both can be kept', () => {
    const prepared = retarget(
      prepare(['Name', 'E-Mail', 'E-Mail 2'], [['Ada', 'a@b.co', 'c@d.co']]),
      'E-Mail 2',
      'person.email.work',
    );
    assert.deepEqual(mappingProblems(prepared.columns), [
      { code: 'used-twice', target: 'person.email.work', columns: [1, 2] },
    ]);
    const kept = keepBoth(prepared.columns, 'person.email.work');
    assert.deepEqual(mappingProblems(kept), []);
    assert.equal(kept[2]!.target, 'person.email.other');
  });

  test('dates and numbers that can be read two ways are asked about, only where they are used as such', () => {
    const prepared = prepare(
      ['Company', 'Close Date', 'Value'],
      [
        ['A', '03/04/2026', '1,234'],
        ['B', '05/06/2026', '2,500'],
      ],
    );
    assert.deepEqual(
      mappingProblems(prepared.columns).map(
        (problem) => problem.code === 'ask' && [problem.column, problem.ambiguity.kind],
      ),
      [
        [1, 'dates'],
        [2, 'numbers'],
      ],
    );
    const answered = prepared.columns.map((column) => answer(column, { dates: 'mdy', numbers: 'point' }));
    assert.deepEqual(mappingProblems(answered), []);
    assert.deepEqual(mappingProblems(retarget(retarget(prepared, 'Value', 'note'), 'Close Date', 'none').columns), []);
  });
});

describe('names from a pattern', () => {
  const { names } = prepare(['Lead Number', 'Şehir', 'Şehir'], [['1', 'Bonn', 'Köln']]);

  test('takes columns by name, also the second of a name', () => {
    const pattern = readPattern('Lead {Lead Number} ({şehir (2)})', names);
    assert.deepEqual(pattern.unknown, []);
    assert.equal(fillPattern(pattern, ['7', 'Bonn', 'Köln']), 'Lead 7 (Köln)');
  });

  test('is empty where its columns are, and tells columns that are not there', () => {
    assert.equal(fillPattern(readPattern('Lead {Lead Number}', names), ['-', 'Bonn', '']), '');
    assert.deepEqual(readPattern('{Nummer} {', names).unknown, ['Nummer']);
    assert.equal(fillPattern(readPattern('Lead', names), ['7', '', '']), '');
  });
});
