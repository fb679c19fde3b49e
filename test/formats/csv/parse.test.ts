import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { CsvParser, parseText } from '../../../src/formats/csv/parse.js';
import { inspectCsv, readCsv } from '../../../src/formats/csv/read.js';
import { csvText } from '../../../src/formats/csv/write.js';

const folder = join(createRequire(import.meta.url).resolve('csv-spectrum/package.json'), '../csvs');
const spectrum = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
];

describe('csv-spectrum', () => {
  for (const name of spectrum) {
    test(name, () => {
      const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
      const expected = JSON.parse(readFileSync(join(folder, `../json/${name}.json`), 'utf8')) as object[];
      const { rows, problems } = parseText(text, { keepBlank: true });
      const records = rows.slice(1).map((row) => Object.fromEntries(rows[0]!.map((key, i) => [key, row[i]])));
      // The package's own line ends depend on how it was packed; both are right.
      const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\\r\\n', '\\n');
      assert.equal(plain(records), plain(expected));
      assert.deepEqual(problems, []);
    });
  }
});

describe('records', () => {
  test('CRLF, LF and CR end records outside quotes, each in its own way (R61)', () => {
    const { rows, lines, problems } = parseText('a,b\r\n1,"x\ny"\n2,z\r3,w');
    assert.deepEqual(rows, [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
      ['3', 'w'],
    ]);
    assert.deepEqual(lines, [1, 2, 4, 5]);
    assert.deepEqual(problems, []);
  });

  test('any mixture of line ends, in pieces of any size, gives the same rows', () => {
    const cell = fc.constantFrom(
      '',
      'a',
      'x,y',
      'two\nlines',
      'crlf\r\ninside',
      'a "b"',
      '"',
      "'",
      '\u0000',
      '\ufeffz',
      ' ',
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => ['k', ...cells]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, fc.constantFrom('\n', '\r\n', '\r')), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 50 }),
        (records, size) => {
          const quoted = (text: string): string => (/[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const text = records.map(([cells, eol]) => cells.map(quoted).join(',') + eol).join('');
          const parser = new CsvParser({ columns: 4, unguard: false });
          const rows: string[][] = [];
          for (let at = 0; at < text.length; at += size) rows.push(...parser.feed(text.slice(at, at + size)).rows);
          const last = parser.finish();
          rows.push(...last.rows);
          assert.deepEqual(
            rows,
            records.map(([cells]) => cells),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('clean text gives the rows that papaparse finds in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', 'a', 'x;y', 'two\nlines', '"', '5" pipe', 'ş', ' edge '));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, newline) => {
          const text = Papa.unparse(rows, {
            delimiter,
            newline,
            quotes: (value: unknown) => /["\r\n]/.test(String(value)),
          });
          const expected = Papa.parse<string[]>(text, { delimiter, newline }).data;
          const dialect = { delimiter, quote: '"', escape: '"' };
          const found = parseText(text, { dialect, columns: 3, unguard: false, keepBlank: true });
          assert.deepEqual(found.rows, expected);
          assert.deepEqual(found.problems, []);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('blank ones are left out and counted, ragged ones kept and told (R69)', () => {
    const { rows, lines, blank, problems } = parseText('a,b,c\n\n1,2,3\n,,\n  \n4,5\n6,7,8,9\n\n\n');
    assert.deepEqual(rows, [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5'],
      ['6', '7', '8', '9'],
    ]);
    assert.deepEqual(lines, [1, 3, 6, 7]);
    assert.equal(blank, 5);
    assert.deepEqual(problems, [
      { code: 'too-few-cells', line: 6, lost: false, found: 2, expected: 3 },
      { code: 'too-many-cells', line: 7, lost: false, found: 4, expected: 3 },
    ]);
  });

  test('headings that are names of objects stay data (R52)', () => {
    const { rows } = parseText('__proto__,constructor,a.__proto__.b,toString,__proto__\n1,2,3,4,5\n');
    assert.deepEqual(rows, [
      ['__proto__', 'constructor', 'a.__proto__.b', 'toString', '__proto__'],
      ['1', '2', '3', '4', '5'],
    ]);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  test('NUL, control characters and a mark in the middle are kept (R66)', () => {
    assert.deepEqual(parseText('a,b\n\u0000x,\u001by\n\ufeffz,w').rows.slice(1), [
      ['\u0000x', '\u001by'],
      ['\ufeffz', 'w'],
    ]);
  });

  test('quotes behind backslashes, apostrophes as quotes, delimiters of two characters, none at all', () => {
    const rows = (text: string, delimiter: string, quote: string, escape: string): string[][] =>
      parseText(text, { dialect: { delimiter, quote, escape } }).rows;
    assert.deepEqual(rows('a,b\n"say \\"hi\\", \\\\",2', ',', '"', '\\')[1], ['say "hi", \\', '2']);
    assert.deepEqual(rows("a,b\n'x,y','it''s'", ',', "'", "'")[1], ['x,y', "it's"]);
    assert.deepEqual(rows('a, b\n"x, y", 2,5', ', ', '"', '"')[1], ['x, y', '2,5']);
    assert.deepEqual(rows('a,b\n"x,y', ',', '', '')[1], ['"x', 'y']);
  });
});

describe('files', () => {
  test('are read in slices with progress: all rows, lines and headings', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`Lead ${i}`, `note\nof ${i}`, String(i)]);
    const blob = new Blob([csvText([['Title', 'Note', 'Value'], ...rows])]);
    const seen: number[] = [];
    const how = await inspectCsv(blob);
    const table = await readCsv(blob, how, { onProgress: (loaded) => seen.push(loaded) });
    assert.deepEqual(
      table.headings.map(({ name }) => name),
      ['Title', 'Note', 'Value'],
    );
    assert.deepEqual(table.rows, rows);
    assert.equal(table.lines.at(-1), 2 * 19_999 + 2);
    assert.ok(seen.length > 2 && seen.at(-1) === blob.size);
  });

  test('can be stopped in the middle', async () => {
    const blob = new Blob([csvText(Array.from({ length: 50_000 }, (_, i) => [`Lead ${i}`, 'x'.repeat(50)]))]);
    const how = await inspectCsv(blob);
    const controller = new AbortController();
    const reading = readCsv(blob, how, { signal: controller.signal, onProgress: () => controller.abort() });
    await assert.rejects(reading, { name: 'AbortError' });
  });

  test('a title above the headings is no row and no problem; lines count from the top of the file', async () => {
    const blob = new Blob(['Export of 3 May\n\nName,City,Value\nAli,Bonn,5\nCan,Köln,6\n']);
    const how = await inspectCsv(blob);
    const table = await readCsv(blob, how);
    assert.equal(how.headingRow, 1);
    assert.deepEqual(table.preamble, [['Export of 3 May']]);
    assert.deepEqual(
      [table.rows, table.lines, table.problems],
      [
        [
          ['Ali', 'Bonn', '5'],
          ['Can', 'Köln', '6'],
        ],
        [4, 5],
        [],
      ],
    );
  });

  test('without headings every record is a row', async () => {
    const blob = new Blob(['28/01/2018,00:00,2\n29/01/2018,00:15,0\n']);
    const how = await inspectCsv(blob);
    const table = await readCsv(blob, how);
    assert.equal(table.rows.length, 2);
    assert.deepEqual(
      table.headings.map(({ name }) => name),
      ['Column 1', 'Column 2', 'Column 3'],
    );
  });

  test('an empty file is no error', async () => {
    const how = await inspectCsv(new Blob([]));
    assert.equal(how.kind, 'empty');
    assert.deepEqual((await readCsv(new Blob([]), how)).rows, []);
  });
});
