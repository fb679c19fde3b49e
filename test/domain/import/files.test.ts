import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mapColumn, mappingProblems, namesAnybody } from '../../../src/domain/import/columns.js';
import { patternColumns, readPattern } from '../../../src/domain/import/pattern.js';
import { rejects, reportOf } from '../../../src/domain/import/report.js';
import { aField } from '../../../src/testing/fixtures.js';
import { data, mapped, plan, prepareFile } from './helpers.js';
import { Stored, write } from './stored.js';

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

  test('85 accounts, 15 of them of another one of the file: named once that one is there', async () => {
    const parent = aField({ id: 'parent', name: 'Subsidiary of', type: 'organization' });
    const prepared = await prepareFile(at('maven-crm/accounts.csv'), [parent]);
    assert.equal(mapped(prepared)['subsidiary_of'], 'custom organization');
    const stored = new Stored();
    const fates = (): unknown[] => {
      const planned = plan(prepared, { ...stored.options(), known: { fields: [parent] } });
      write(stored, planned);
      const { created, skips } = reportOf(planned.rows);
      return [created, skips.map(({ code, lines }) => [code, lines.length])];
    };
    assert.deepEqual(fates(), [70, [['no-such-organization', 15]]]);
    assert.deepEqual(fates(), [15, [['unchanged', 70]]]);
    const named = stored
      .all('lead')
      .flatMap(({ custom }) => (custom['parent'] === undefined ? [] : [custom['parent']]));
    const firms = new Set(stored.all('organization').map(({ id }) => id));
    assert.deepEqual([named.length, named.every((id) => firms.has(id as string))], [15, true]);
  });

  test('8,800 opportunities: who sells is a user, engaged and closed are the two days of a field', async () => {
    const term = aField({ id: 'term', name: 'Term', type: 'dateRange' });
    const seller = aField({ id: 'seller', name: 'sales agent', type: 'user' });
    const prepared = await prepareFile(at('maven-crm/sales_pipeline.csv'));
    const parts = { engage_date: 'first', close_date: 'last', sales_agent: undefined } as const;
    const columns = prepared.columns.map((one, i) => {
      const name = prepared.names[i]!;
      if (!(name.name in parts)) return one;
      const part = parts[name.name as keyof typeof parts];
      const to = part === undefined ? seller : { id: term.id, name: term.name, type: term.type, part };
      return mapColumn(name, prepared.profiles[i]!, 'custom', { field: to });
    });
    assert.deepEqual(mappingProblems(columns), []);
    const planned = plan({ ...prepared, columns }, { known: { fields: [term, seller] }, repeated: 'create' });
    const skips = new Map(reportOf(planned.rows).skips.map(({ code, lines }) => [code, lines.length]));
    const half = planned.rows.filter(({ reasons }) => reasons[0]!.code === 'half-a-range');
    assert.equal(half.length, skips.get('half-a-range'));
    assert.ok(half.every(({ cells }) => cells[5] !== '' && cells[6] === ''));
    const whole = planned.rows.filter(({ draft }) => draft?.custom.some(({ field }) => field.id === 'term'));
    assert.ok(whole.length > 6000, String(whole.length));
    for (const row of planned.rows) planned.names.prepare(row);
    const sellers = new Set(whole.map(({ cells }) => cells[1]));
    assert.equal(planned.names.changes().filter(({ kind }) => kind === 'user').length, sellers.size);
  });
});
