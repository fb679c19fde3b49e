import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mappingProblems, namesAnybody } from '../../../src/domain/import/columns.js';
import { patternColumns, readPattern } from '../../../src/domain/import/pattern.js';
import { rejects, reportOf } from '../../../src/domain/import/report.js';
import { data, mapped, plan, prepareFile } from './helpers.js';

const skip = data === null ? 'real files (../shared/data) are not beside this clone' : false;
const at = (path: string): string => join(data ?? '', path);

describe('real files, every column right with no click', { skip }, () => {
  test('demonstration leads of one CRM: 1,265 rows', async () => {
    const prepared = await prepareFile(at('zoho-sample/Leads.csv'));
    assert.deepEqual(mapped(prepared), {
      LEADID: 'custom text',
      'Last Name': 'person.last',
      Company: 'organization.name',
      'Lead Owner Id': 'custom text',
      'Lead Owner': 'owner',
      Email: 'person.email.work',
      Mobile: 'person.phone.mobile',
      Website: 'none',
      Industry: 'custom option',
      'Lead Source': 'source',
      'Lead Status': 'custom option',
      'Created Time': 'created',
      CONVERTED: 'none',
    });
    assert.deepEqual(mappingProblems(prepared.columns), []);
    const { rows } = plan(prepared);
    const report = reportOf(rows);
    assert.deepEqual([report.rows, report.created, report.skipped], [1265, 1265, 0]);
    // 92 e-mail addresses: same name and same e-mail is the same person.
    assert.deepEqual([report.newPersons, report.newOrganizations], [92, 1265]);
    assert.equal(new Set(rows.map((row) => row.draft?.owner)).size, 11);
    const first = rows[0]!.draft!;
    assert.equal(first.titleText, 'Michael lead');
    assert.equal(first.created, '2012-05-23T00:00:00.000Z');
    assert.deepEqual(first.person!.phones, [{ value: '(800) - 456 - 2033', label: 'mobile', primary: true }]);
  });

  test('sample leads of another: 11 rows', async () => {
    const prepared = await prepareFile(at('salesforce-easy-spaces/Lead_Data.csv'));
    assert.deepEqual(mapped(prepared), {
      City: 'organization.city',
      Company: 'organization.name',
      Country: 'organization.country',
      Email: 'person.email.work',
      FirstName: 'person.first',
      Industry: 'custom text',
      LastName: 'person.last',
      MobilePhone: 'person.phone.mobile',
      State: 'organization.region',
      Status: 'custom option',
      Street: 'organization.street',
      Title: 'person.jobTitle',
    });
    const { rows } = plan(prepared);
    assert.equal(reportOf(rows).created, 11);
    assert.equal(rows[0]!.draft!.person!.name, 'Serena Patterfield');
    assert.equal(rows[0]!.draft!.person!.jobTitle, 'VP New Markets');
    assert.equal(rows[0]!.draft!.organization!.address, '446 Glendale Place, San Diego, CA, US');
  });

  test('9,240 leads that name nobody: by a pattern all of them, without it none and 9,240 reasons', async () => {
    const prepared = await prepareFile(at('x-education/Leads.csv'));
    assert.equal(prepared.names.length, 38);
    assert.equal(prepared.names[37]!.name, 'Column 38');
    assert.equal(prepared.columns[37]!.target, 'none');
    assert.equal(namesAnybody(prepared.columns), false);

    const without = plan(prepared).rows;
    const { skips, ...counts } = reportOf(without);
    assert.deepEqual([counts.rows, counts.created, counts.updated, counts.skipped], [9240, 0, 0, 9240]);
    assert.deepEqual(
      skips.map(({ code, lines }) => [code, lines.length]),
      [['nobody', 9240]],
    );
    const table = [
      ...rejects(
        without,
        prepared.names.map(({ name }) => name),
        { line: 'Line', reason: 'Reason', say: ({ code }) => code },
      ),
    ];
    assert.equal(table.length, 9241);
    assert.deepEqual(table[1]!.slice(-2), ['2', 'nobody']);
    assert.equal(table[1]!.length, 40);

    assert.equal(patternColumns(prepared.names, prepared.profiles, 9240)[0]!.name, 'Lead Number');
    const nobody = readPattern('Lead {Lead Number}', prepared.names);
    const { rows } = plan(prepared, { nobody });
    const report = reportOf(rows);
    assert.deepEqual([report.created, report.skipped, report.newPersons], [9240, 0, 9240]);
    assert.equal(rows[0]!.draft!.person!.name, 'Lead 660737');
    // "Select" is nothing, 13,380 times.
    const texts = rows.flatMap((row) => row.draft!.custom.map(({ value }) => value));
    assert.ok(!texts.includes('Select'));
    const converted = prepared.names.find(({ name }) => name === 'Converted')!.index;
    const yes = rows.filter((row) =>
      row.draft!.custom.some(({ column, value }) => column === converted && value === true),
    );
    assert.equal(yes.length, 3561);
  });

  test('contacts with several e-mails and phones each, ISO instants, tags in one cell', async () => {
    const prepared = await prepareFile(at('atomic-crm/contacts_export.csv'));
    const found = mapped(prepared);
    assert.equal(found['title'], 'person.jobTitle');
    assert.equal(found['company'], 'organization.name');
    assert.equal(found['tags'], 'labels');
    assert.equal(found['first_seen'], 'custom date');
    const { rows } = plan(prepared);
    assert.equal(reportOf(rows).created, 2);
    assert.deepEqual(rows[0]!.draft!.labels, ['influencer', 'developer']);
    assert.deepEqual(
      rows[0]!.draft!.person!.emails.map(({ value, label, primary }) => [value, label, primary]),
      [
        ['john@doe.example', 'work', true],
        ['john.doe@gmail.com', 'home', false],
        ['jdoe@caramail.com', 'other', false],
      ],
    );
  });

  test('8,800 opportunities, 1,425 of them without a name: the report adds up', async () => {
    const prepared = await prepareFile(at('maven-crm/sales_pipeline.csv'));
    const { rows } = plan(prepared, { repeated: 'create' });
    const report = reportOf(rows);
    assert.equal(report.rows, 8800);
    assert.deepEqual(
      report.skips.map(({ code, lines }) => [code, lines.length]),
      [['nobody', 1425]],
    );
    assert.equal(report.rows, report.created + report.updated + report.skipped);
  });
});
