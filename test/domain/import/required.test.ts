/** Rows without a value for a field that every lead needs. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answer } from '../../../src/domain/import/columns.js';
import { rejects, reportOf } from '../../../src/domain/import/report.js';
import type { Field } from '../../../src/domain/records.js';
import { ownProblems } from '../../../src/domain/validate.js';
import { aField } from '../../../src/testing/fixtures.js';
import { plan, prepare } from './helpers.js';
import { Stored, write } from './stored.js';
import { lead, organization, stored } from './rows.js';

const region = aField({ id: 'region', name: 'Region', type: 'text', required: true });
const tier = aField({ id: 'tier', name: 'Tier', type: 'option', required: true, options: [{ id: 'a', name: 'A' }] });
const partner = aField({ id: 'partner', name: 'Partner', type: 'person', required: true });

function decided(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly Field[],
  options: Parameters<typeof plan>[1] = {},
): ReturnType<typeof plan> {
  return plan(prepare(head, rows, fields), { ...options, known: { fields } });
}

describe('a field that every lead needs', () => {
  test('an empty cell keeps the row out, names field and column, and keeps what the row says', () => {
    const { rows } = decided(
      ['Contact', 'Region'],
      [
        ['Ada', 'North'],
        ['Grace', ' '],
        ['Alan', ''],
      ],
      [region],
    );
    assert.deepEqual(
      rows.map(({ verdict }) => verdict),
      ['create', 'skip', 'skip'],
    );
    assert.deepEqual(rows[1]!.reasons, [{ code: 'required', params: { field: 'Region', how: 'cell' }, column: 1 }]);
    assert.equal(rows[1]!.draft?.person?.name, 'Grace');
    assert.deepEqual(rows[1]!.changes, {});
  });

  test('says whether a column or its cell is missing, for each field; groups tell fields apart', () => {
    const { rows } = decided(
      ['Contact', 'Tier'],
      [
        ['Ada', 'A'],
        ['Grace', ''],
      ],
      [region, tier, partner],
    );
    assert.deepEqual(
      rows.map(({ reasons }) => reasons.map(({ params, column }) => [params['field'], params['how'], column])),
      [
        [
          ['Region', 'column', null],
          ['Partner', 'column', null],
        ],
        [
          ['Region', 'column', null],
          ['Tier', 'cell', 1],
          ['Partner', 'column', null],
        ],
      ],
    );
    const two = reportOf([rows[0]!, { ...rows[1]!, reasons: rows[1]!.reasons.slice(2) }]);
    assert.deepEqual(
      two.skips.map(({ params, lines }) => [params['field'], lines]),
      [
        ['Region', [2]],
        ['Partner', [3]],
      ],
    );
    assert.deepEqual([two.rows, two.created, two.updated, two.skipped], [2, 0, 0, 2]);
  });

  test('is what adding a lead asks for: rows that are taken have all of it, formulas and what is not required are not asked for', () => {
    const fields = [
      region,
      tier,
      aField({ id: 'f', name: 'Sum', type: 'formula', required: true }),
      aField({ id: 'free', name: 'Free', required: false }),
    ];
    const store = new Stored();
    for (const field of fields) store.commit([{ op: 'create', kind: 'field', id: field.id, record: field }]);
    const planned = decided(
      ['Contact', 'Region', 'Tier'],
      [
        ['Ada', 'North', 'B'],
        ['Grace', 'South', ''],
        ['Alan', '', 'C'],
      ],
      fields,
    );
    write(store, planned);
    const [made, ...more] = store.all('lead');
    assert.equal(more.length, 0);
    assert.deepEqual(ownProblems(made!, fields), []);
    // An option that only a row has named that was left out is not made.
    assert.deepEqual(
      store
        .all('field')
        .find(({ id }) => id === 'tier')!
        .options.map(({ name }) => name),
      ['A', 'B'],
    );
    assert.deepEqual(
      store.all('person').map(({ name }) => name),
      ['Ada'],
    );
  });

  test('a value that cannot be read, and is left empty, is none', () => {
    const count = aField({ id: 'n', name: 'Count', type: 'number', required: true });
    const prepared = prepare(
      ['Contact', 'Count'],
      [
        ['Ada', '3'],
        ['Grace', 'many'],
      ],
      [count],
    );
    const columns = prepared.columns.map((one) => ({ ...answer(one, { numbers: 'point' }), onBad: 'empty' as const }));
    const { rows } = plan({ ...prepared, columns }, { known: { fields: [count] } });
    assert.deepEqual(
      rows.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)]),
      [
        ['create', 'new'],
        ['skip', 'required', 'left-empty'],
      ],
    );
  });

  test('a lead that is there and has a value is updated; one that has none is not; doubled, it needs its own', () => {
    const known = [
      lead({ id: 'has', title: 'Engine', custom: { region: 'North' } }),
      lead({ id: 'lacks', title: 'Pump' }),
    ];
    const head = ['Lead title', 'Company', 'Value'];
    const rows = [
      ['Engine', organization.name, '5'],
      ['Pump', organization.name, '6'],
    ];
    const verdicts = (options: Parameters<typeof plan>[1]): unknown[] =>
      decided(head, rows, [region], { ...stored({ leads: known }), ...options }).rows.map(({ verdict, reasons }) => [
        verdict,
        reasons[0]!.code,
      ]);
    assert.deepEqual(verdicts({ existing: 'update' }), [
      ['update', 'updates'],
      ['skip', 'required'],
    ]);
    assert.deepEqual(verdicts({ existing: 'create' }), [
      ['skip', 'required'],
      ['skip', 'required'],
    ]);
    assert.deepEqual(verdicts({ existing: 'skip' }), [
      ['skip', 'exists'],
      ['skip', 'exists'],
    ]);
  });

  test('a cell that was filled in lets the row in, and the file of what was left out can be mended', () => {
    const fields = [region];
    const prepared = prepare(
      ['Contact', 'Region'],
      [
        ['Ada', 'North'],
        ['Grace', ''],
      ],
      fields,
    );
    const out = plan(prepared, { known: { fields } }).rows;
    assert.deepEqual(
      [
        ...rejects(out, ['Contact', 'Region'], {
          line: 'Line',
          reason: 'Reason',
          say: ({ params }) => `${params['field']}`,
        }),
      ],
      [
        ['Contact', 'Region', 'Line', 'Reason'],
        ['Grace', '', '3', 'Region'],
      ],
    );
    const edits = new Map([[3, new Map([[1, 'South']])]]);
    assert.deepEqual(
      plan(prepared, { known: { fields }, edits }).rows.map(({ verdict }) => verdict),
      ['create', 'create'],
    );
  });
});
