import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readPattern } from '../../../src/domain/import/pattern.js';
import { rejects, reportOf } from '../../../src/domain/import/report.js';
import { parseText } from '../../../src/formats/csv/parse.js';
import { csvText } from '../../../src/formats/csv/write.js';
import { plan, prepare } from './helpers.js';
import { fate, full, head, lead, person, row, stored, table } from './rows.js';

describe('reading a row', () => {
  test('everything a row says arrives, exactly', () => {
    const draft = plan(table(full)).rows[0]!.draft!;
    assert.deepEqual(draft, {
      title: 'Engine',
      titleRule: 'column',
      titleText: 'Engine',
      person: {
        ref: { new: 0 },
        name: 'Ada Lovelace',
        jobTitle: '',
        emails: [{ value: 'ada@e.example', label: 'work', primary: true }],
        phones: [{ value: '+44 20 7946 0018', label: 'work', primary: true }],
      },
      organization: { ref: { new: 0 }, name: 'Engines Ltd', address: '', website: '' },
      value: { amount: '5000.50', currency: 'GBP' },
      labels: ['hot', 'new'],
      owner: null,
      source: null,
      channel: null,
      expectedClose: '2026-12-24',
      created: null,
      notes: ['Knows numbers'],
      activity: null,
      custom: [],
    });
  });

  test('a title that is missing is made of the name, and says by which rule', () => {
    const draft = plan(table(row({ Title: '' }))).rows[0]!.draft!;
    assert.deepEqual([draft.title, draft.titleRule, draft.titleText], [null, 'person', 'Ada Lovelace lead']);
    const firm = plan(table(row({ Title: '', Contact: '' }))).rows[0]!.draft!;
    assert.deepEqual([firm.titleRule, firm.titleText], ['organization', 'Engines Ltd lead']);
  });

  test('e-mail and phone of a row without a person are kept as notes', () => {
    assert.deepEqual(plan(table(row({ Contact: '' }))).rows[0]!.draft!.notes, [
      'Knows numbers',
      'ada@e.example',
      '+44 20 7946 0018',
    ]);
  });

  test('two e-mails in one cell, "Name <address>", and the same one twice', () => {
    const draft = plan(table(row({ Email: 'Ada <ada@e.example>; a@l.example; ada@e.example' }))).rows[0]!.draft!;
    assert.deepEqual(
      draft.person!.emails.map(({ value }) => value),
      ['ada@e.example', 'a@l.example'],
    );
  });
});

describe('rows that are left out, each with a reason', () => {
  const cases: readonly [string, Readonly<Record<string, string>>, string][] = [
    ['nobody', { Contact: '-', Company: '' }, 'nobody'],
    ['an amount that is none', { Value: 'auf Anfrage' }, 'not-a-number'],
    ['a date that does not exist', { 'Close Date': '2026-02-30' }, 'not-a-date'],
    ['an e-mail that is none', { Email: 'ada@' }, 'not-an-email'],
    ['a phone that is none', { Phone: 'call me' }, 'not-a-phone'],
    ['a currency that is none', { Currency: 'Taler' }, 'currency-unknown'],
    ['an amount too big to be one', { Value: '9000000000000000' }, 'number-too-big'],
    ['a name too long to be one', { Contact: 'a'.repeat(300) }, 'too-long'],
  ];
  for (const [name, change, code] of cases) {
    test(name, () =>
      assert.deepEqual(
        fate(
          plan(
            table(
              full,
              full.map((c) => `${c} `),
              row(change),
            ),
          ).rows,
        )[2],
        ['skip', code],
      ),
    );
  }

  test('a bad value can be mended in the preview, or left empty for the whole column', () => {
    const prepared = table(full, row({ Contact: 'Alan', Value: 'auf Anfrage' }));
    const mended = plan(prepared, { edits: new Map([[3, new Map([[5, '7']])]]) }).rows[1]!;
    assert.deepEqual([mended.verdict, mended.draft!.value], ['create', { amount: '7', currency: 'GBP' }]);
    const columns = prepared.columns.map((column) => ({ ...column, onBad: 'empty' as const }));
    const emptied = plan({ ...prepared, columns }).rows[1]!;
    assert.deepEqual([emptied.verdict, emptied.draft!.value], ['create', null]);
    assert.deepEqual(emptied.reasons[1], { code: 'left-empty', params: { value: 'auf Anfrage' }, column: 5 });
  });

  test('a row that stands in the file before, headings in the middle, totals at the end (R69)', () => {
    const rows = [
      full,
      row({ Title: 'Other' }),
      full,
      head,
      ['Total', '', '', '', '', '5,000.50', '', '', '', ''],
      ['End of report'],
    ];
    const planned = plan(table(...rows)).rows;
    assert.deepEqual(fate(planned).slice(2), [
      ['skip', 'repeated-row'],
      ['skip', 'repeated-headings'],
      ['skip', 'summary-row'],
      ['skip', 'summary-row'],
    ]);
    assert.deepEqual(planned[2]!.reasons[0]!.params, { line: 2 });
    assert.deepEqual(fate(plan(table(...rows), { repeated: 'create' }).rows)[2], ['create', 'new']);
  });

  test('rows the reader found ragged or damaged are told, and all of them add up', () => {
    const { rows, lines, problems } = parseText(
      'Contact,City,Value\nAda,Bonn,5\nAlan,"Kö\nKurt,Wien\nEda,Ankara,7,x\n',
      { columns: 3 },
    );
    const prepared = prepare(rows[0]!, rows.slice(1));
    const planned = plan({ ...prepared, table: { rows: rows.slice(1), lines: lines.slice(1), problems } });
    assert.deepEqual(
      planned.rows.map(({ line, verdict, reasons }) => [line, verdict, reasons.at(-1)!.code]),
      [
        [2, 'create', 'new'],
        [3, 'skip', 'damaged'],
        [4, 'create', 'too-few-cells'],
        [5, 'create', 'too-many-cells'],
      ],
    );
    const { rows: all, created, updated, skipped } = reportOf(planned.rows);
    assert.deepEqual([all, created, updated, skipped], [4, 3, 0, 1]);
  });

  test('come back as a file with line and reason, which can be mended and read again', () => {
    const planned = plan(table(full, row({ Value: '=1+1', Note: 'a "note",\nof two lines' })));
    const out = csvText(rejects(planned.rows, head, { line: 'Line', reason: 'Reason', say: ({ code }) => code }));
    const back = parseText(out.replace(/^\ufeff/, '')).rows;
    assert.deepEqual(back, [
      [...head, 'Line', 'Reason'],
      [...row({ Value: '=1+1', Note: 'a "note",\nof two lines' }), '3', 'not-a-number'],
    ]);
  });
});

describe('names from a pattern', () => {
  test('only for rows that name nobody', () => {
    const prepared = table(row({ Contact: '', Company: '' }), full);
    const nobody = readPattern('Lead {Title}', prepared.names);
    const { rows } = plan(prepared, { nobody });
    assert.deepEqual(
      rows.map(({ draft }) => draft!.person!.name),
      ['Lead Engine', 'Ada Lovelace'],
    );
    assert.deepEqual(
      rows[0]!.reasons.map(({ code }) => code),
      ['new', 'named-by-pattern'],
    );
  });
});

test('whatever is in the cells: rows = created + updated + skipped, each with a reason, and no two fates', () => {
  const cell = fc.oneof(
    fc.constantFrom(...full, '', '-', 'Total', '=1', '5', '__proto__', 'Select'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 12 }), { maxLength: 30 }),
      fc.constantFrom('update', 'skip', 'create'),
      (rows, existing) => {
        const planned = plan(table(full, ...rows), {
          ...stored({ leads: [lead({})], persons: [person({})] }),
          existing: existing as 'update',
        });
        const report = reportOf(planned.rows);
        assert.equal(planned.rows.length, rows.length + 1);
        assert.equal(report.rows, report.created + report.updated + report.skipped);
        assert.equal(
          report.skips.reduce((sum, { lines }) => sum + lines.length, 0),
          report.skipped,
        );
        assert.ok(planned.rows.every(({ reasons }) => reasons.length > 0));
        assert.equal(({} as Record<string, unknown>)['Engine'], undefined);
      },
    ),
    { numRuns: 200 },
  );
});
