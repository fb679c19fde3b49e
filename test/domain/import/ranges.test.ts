/** Custom fields of two days. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mapColumn, mappingProblems } from '../../../src/domain/import/columns.js';
import type { FieldChoice } from '../../../src/domain/import/columns.js';
import { readDate } from '../../../src/domain/import/dates.js';
import { applyKept, keptOf, readKept } from '../../../src/domain/import/kept.js';
import { splitRange } from '../../../src/domain/import/ranges.js';
import { aField } from '../../../src/testing/fixtures.js';
import { plan, prepare } from './helpers.js';
import type { PlanOptions, Prepared } from './helpers.js';
import { becomes } from './rows.js';

const term = aField({ id: 'term', name: 'Term', type: 'dateRange' });
const known: PlanOptions = { known: { fields: [term] } };

describe('a custom field of two days', () => {
  test('is read from one cell, whatever parts the days, in the order of the column', () => {
    const may = ['2026-05-01', '2026-05-31'];
    assert.deepEqual(
      becomes(term, [
        '2026-05-01 – 2026-05-31',
        '01.05.2026-31.05.2026',
        '2026-05-01/2026-05-31',
        '2026-05-01-2026-05-31',
        '1 May 2026 to 31 May 2026',
        '1 Mayıs 2026 - 31 Mayıs 2026',
        'May 1, 2026 – May 31, 2026',
        '1/5/26 - 31/5/26',
      ]),
      Array.from({ length: 8 }, () => may),
    );
    assert.deepEqual(becomes(term, ['05/01/2026 – 05/31/2026', '05/02/2026']), [
      ['2026-05-01', '2026-05-31'],
      ['2026-05-02', '2026-05-02'],
    ]);
  });

  test('asks for the order where nothing says it, by one of the days', () => {
    const cells = ['03/04/2026 – 05/06/2026'];
    const { columns } = prepare(['Contact', 'Term'], [['Ada', cells[0]!]], [term]);
    assert.deepEqual(columns[1]!.ask, [{ kind: 'dates', sample: '03/04/2026', contradictory: false }]);
    assert.deepEqual(becomes(term, cells), [['2026-04-03', '2026-06-05']]);
    assert.deepEqual(becomes(term, cells, known, 'mdy'), [['2026-03-04', '2026-05-06']]);
  });

  test('is none where a day is missing, is no day, or comes too early', () => {
    assert.deepEqual(becomes(term, ['2026-05-01 –', 'soon', '2026-02-30 – 2026-03-01', '2026-05-02 – 2026-05-01']), [
      'not-a-range',
      'not-a-range',
      'not-a-range',
      'ends-before',
    ]);
    assert.equal(
      splitRange('-'.repeat(119), (text) => readDate(text, 'dmy') !== null),
      null,
    );
  });

  test('a column of nothing but two days becomes such a field', () => {
    const { columns } = prepare(
      ['Contact', 'Stay'],
      [
        ['Ada', '2026-05-01 – 2026-05-31'],
        ['Alan', '2026-06-01'],
        ['Kurt', '2026-07-01 - 2026-07-02'],
      ],
    );
    assert.deepEqual(columns[1]!.field, { id: null, name: 'Stay', type: 'dateRange' });
    const days = prepare(['Contact', 'Stay'], [['Ada', '2026-05-01']]);
    assert.equal(days.columns[1]!.field?.type, 'date');
    const numbers = prepare(['Contact', 'Line'], [['Ada', '020 7946-0018 2026']]);
    assert.notEqual(numbers.columns[1]!.field?.type, 'dateRange');
  });
});

describe('two columns for the two days of a field', () => {
  function halves(
    rows: readonly (readonly string[])[],
    parts: readonly FieldChoice['part'][] = ['first', 'last'],
  ): Prepared {
    const prepared = prepare(['Contact', 'Begin', 'End'], rows, [term]);
    const columns = prepared.columns.map((one, i) =>
      i === 0
        ? one
        : mapColumn(prepared.names[i]!, prepared.profiles[i]!, 'custom', {
            field: { id: 'term', name: 'Term', type: 'dateRange', part: parts[i - 1] },
          }),
    );
    return { ...prepared, columns };
  }

  test('are put together; a day without the other is told at the empty cell', () => {
    const prepared = halves([
      ['Ada', '01.05.2026', '31.05.2026'],
      ['Alan', '', '31.05.2026'],
      ['Kurt', '01.05.2026', ''],
      ['Emmy', '31.05.2026', '01.05.2026'],
      ['Grace', 'soon', '01.05.2026'],
      ['David', '', ''],
    ]);
    const { rows } = plan(prepared, known);
    assert.deepEqual(rows[0]!.draft?.custom[0]?.value, ['2026-05-01', '2026-05-31']);
    assert.deepEqual(
      rows.map(({ verdict, reasons: [first] }) => [verdict, first!.code, first!.column]),
      [
        ['create', 'new', null],
        ['skip', 'half-a-range', 1],
        ['skip', 'half-a-range', 2],
        ['skip', 'ends-before', 2],
        ['skip', 'not-a-date', 1],
        ['create', 'new', null],
      ],
    );
    const edits = new Map([[3, new Map([[1, '01.05.2026']])]]);
    assert.equal(plan(prepared, { ...known, edits }).rows[1]!.verdict, 'create');
  });

  test('are both needed, once each', () => {
    const rows = [['Ada', '01.05.2026', '31.05.2026']];
    const { columns } = halves(rows);
    assert.deepEqual(mappingProblems(columns), []);
    assert.deepEqual(mappingProblems(columns.slice(0, 2)), [
      { code: 'half-a-range', name: 'Term', lacks: 'last', columns: [1] },
    ]);
    for (const parts of [
      ['first', 'first'],
      ['first', undefined],
      [undefined, undefined],
    ] as const)
      assert.deepEqual(mappingProblems(halves(rows, parts).columns), [
        { code: 'same-field', name: 'Term', columns: [1, 2] },
      ]);
  });

  test('are kept for the next file', () => {
    const prepared = halves([['Ada', '01.05.2026', '31.05.2026']]);
    const kept = readKept({
      mappings: [JSON.parse(JSON.stringify(keptOf('terms', prepared.names, prepared.columns)))],
    });
    const again = applyKept(kept[0]!, prepared.names, prepared.profiles, prepared.columns, [term]);
    assert.deepEqual(
      again.map(({ field }) => field?.part),
      [undefined, 'first', 'last'],
    );
  });
});
