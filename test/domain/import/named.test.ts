/** Custom fields whose values name somebody. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookupOf } from '../../../src/domain/import/lookup.js';
import { rejects } from '../../../src/domain/import/report.js';
import type { Field } from '../../../src/domain/records.js';
import { ownProblems } from '../../../src/domain/validate.js';
import { aField, anOrganization, aPerson, aUser } from '../../../src/testing/fixtures.js';
import { plan, prepare } from './helpers.js';
import type { PlanOptions } from './helpers.js';
import { becomes } from './rows.js';
import { Stored, write } from './stored.js';

const referrer = aField({ id: 'referrer', name: 'Referrer', type: 'person' });
const partner = aField({ id: 'partner', name: 'Partner', type: 'organization' });
const expert = aField({ id: 'expert', name: 'Expert', type: 'user' });
const fields: readonly Field[] = [referrer, partner, expert];

const mail = (value: string) => [{ value, label: 'work' as const, primary: true }];
const persons = [
  aPerson({ id: 'ada', name: 'Ada Lovelace', emails: mail('Ada@Engines.example') }),
  aPerson({ id: 'alan-1', name: 'Alan Turing', emails: mail('alan@bletchley.example') }),
  aPerson({ id: 'alan-2', name: 'Alan  TURING', emails: mail('info@pilot.example') }),
  aPerson({ id: 'grace', name: 'Grace Hopper', emails: mail('info@pilot.example') }),
  aPerson({ id: 'known-by-mail', name: 'x@only.example' }),
];
const organizations = [
  anOrganization({ id: 'engines', name: 'Engines Ltd' }),
  anOrganization({ id: 'pilot-1', name: 'Pilot' }),
  anOrganization({ id: 'pilot-2', name: 'pilot' }),
];
const options: PlanOptions = {
  lookup: lookupOf({ leads: [], persons, organizations }),
  known: { fields, users: [aUser({ id: 'robin', name: 'Robin Doe', email: 'robin@us.example' })] },
};

const read = (field: Field, cells: readonly string[]): unknown[] => becomes(field, cells, options);

describe('a custom field that names somebody', () => {
  test('is a person by e-mail address, by name, or by id as our own export writes it', () => {
    assert.deepEqual(
      read(referrer, [
        'ada@engines.example',
        'Ada Lovelace <ADA@engines.example>',
        'ada  lovelace',
        'ada',
        'x@only.example',
      ]),
      ['ada', 'ada', 'ada', 'ada', 'known-by-mail'],
    );
  });

  test('is nobody where none or several fit; a name beside a shared address says which', () => {
    assert.deepEqual(
      read(referrer, [
        'Nobody',
        'no@body.example',
        'Alan Turing',
        'info@pilot.example',
        '"Grace Hopper" <info@pilot.example>',
      ]),
      ['no-such-person', 'no-such-person', 'several-persons', 'several-persons', 'grace'],
    );
    assert.deepEqual(read(partner, ['ENGINES ltd', 'engines', 'Pilot', 'Ada Lovelace', 'engines gmbh']), [
      'engines',
      'engines',
      'several-organizations',
      'no-such-organization',
      'no-such-organization',
    ]);
  });

  test('is not somebody whom the file itself makes', () => {
    const { rows } = plan(
      prepare(
        ['Contact', 'Referrer'],
        [
          ['Nobody', ''],
          ['Kurt', 'Nobody'],
        ],
        fields,
      ),
      options,
    );
    assert.deepEqual(
      rows.map(({ verdict }) => verdict),
      ['create', 'skip'],
    );
  });

  test('is left empty by choice, and the file of what was left out says why', () => {
    const prepared = prepare(['Contact', 'Referrer'], [['Kurt', 'Nobody']], fields);
    const empty = prepared.columns.map((one) => ({ ...one, onBad: 'empty' as const }));
    const [row] = plan({ ...prepared, columns: empty }, options).rows;
    assert.deepEqual([row!.verdict, row!.reasons.map(({ code }) => code)], ['create', ['new', 'left-empty']]);
    const out = rejects(plan(prepared, options).rows, ['Contact', 'Referrer'], {
      line: 'Line',
      reason: 'Reason',
      say: ({ code, params }) => `${code}: ${params['value']}`,
    });
    assert.deepEqual([...out][1], ['Kurt', 'Nobody', '2', 'no-such-person: Nobody']);
  });

  test('is a user by name or e-mail address as the owner is; whom nobody knows is made once', () => {
    const stored = new Stored();
    stored.commit(fields.map((field) => ({ op: 'create', kind: 'field', id: field.id, record: field })));
    const prepared = prepare(
      ['Contact', 'Owner', 'Expert'],
      [
        ['Kurt', 'Newcomer', 'ROBIN doe'],
        ['Emmy', '', 'robin@us.example'],
        ['David', '', 'newcomer'],
      ],
      fields,
    );
    write(stored, plan(prepared, options));
    const made = stored.all('user');
    assert.deepEqual(
      made.map(({ name }) => name),
      ['Newcomer'],
    );
    const leads = stored.all('lead');
    assert.deepEqual(
      leads.map(({ custom }) => custom['expert']),
      ['robin', 'robin', made[0]!.id],
    );
    for (const lead of leads) assert.deepEqual(ownProblems(lead, fields), []);
  });

  test('changes a lead that is there, and is the same when it is imported again', () => {
    const stored = new Stored();
    for (const record of persons) stored.commit([{ op: 'create', kind: 'person', id: record.id, record }]);
    for (const record of fields) stored.commit([{ op: 'create', kind: 'field', id: record.id, record }]);
    const run = (cell: string) => {
      const prepared = prepare(
        ['Lead title', 'Contact', 'E-mail', 'Referrer'],
        [['Engine', 'Kurt', 'k@g.example', cell]],
        fields,
      );
      const planned = plan(prepared, stored.options());
      write(stored, planned);
      return planned.rows[0]!;
    };
    assert.equal(run('Ada Lovelace').verdict, 'create');
    const update = run('Grace Hopper');
    assert.deepEqual([update.verdict, update.changes], ['update', { 'custom.referrer': ['ada', 'grace'] }]);
    assert.equal(run('info@pilot.example').reasons[0]!.code, 'several-persons');
    assert.equal(run('grace').reasons[0]!.code, 'unchanged');
  });
});
