import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { parseText } from '../../../src/formats/csv/parse.js';
import { inspectCsv, readCsv } from '../../../src/formats/csv/read.js';
import { csvText } from '../../../src/formats/csv/write.js';
import type { CsvInspection, CsvTable } from '../../../src/formats/csv/read.js';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const skip = existsSync(folder) ? false : 'real files (../shared/data) are not beside this clone';
const list = (name: string): string[] =>
  skip === false ? readdirSync(join(folder, name)).filter((file) => file.endsWith('.csv')) : [];

async function read(
  path: string,
): Promise<{ how: CsvInspection; table: CsvTable; rows: readonly (readonly string[])[] }> {
  const blob = new Blob([readFileSync(join(folder, path))]);
  const how = await inspectCsv(blob);
  const table = await readCsv(blob, how);
  const head = how.headingRow < 0 ? [] : [table.headings.map(({ raw }) => raw)];
  return { how, table, rows: [...table.preamble, ...head, ...table.rows] };
}

/** Records as comparable texts: no blank ones, no empty cells behind the last. */
function plain(rows: readonly (readonly string[])[]): string[] {
  return rows
    .map((row) =>
      row
        .map((cell) => cell.replace(/\s+/g, ' ').trim())
        .join('|')
        .replace(/\|+$/, ''),
    )
    .filter((row) => row !== '');
}

describe('files of csvkit', { skip }, () => {
  for (const file of list('csvkit')) {
    test(file, async () => {
      const { table, how } = await read(`csvkit/${file}`);
      assert.ok(
        table.problems.every(({ lost }) => !lost),
        'a record is lost',
      );
      // What is read, written and read again is the same.
      const names = table.headings.map(({ raw }) => raw);
      const back = parseText(csvText([names, ...table.rows], { bom: false }), { columns: how.dialect.columns });
      assert.deepEqual(
        back.rows,
        [names, ...table.rows].filter((row) => row.some((cell) => cell.trim() !== '')),
      );
    });
  }

  const rows: Readonly<Record<string, number>> = {
    'ks_1033_data.csv': 1575,
    'iris.csv': 150,
    'mac_newlines.csv': 2,
    'test_utf16_big.csv': 2,
    'test_utf16_little.csv': 2,
    'test_utf8_bom.csv': 2,
    'test_latin1.csv': 2,
    'null_byte.csv': 1,
    'bad.csv': 3,
    'test_locale.csv': 1,
    'empty.csv': 0,
    'test_skip_lines.csv': 1,
  };
  for (const [file, count] of Object.entries(rows)) {
    test(`${file} has ${count} rows`, async () =>
      assert.equal((await read(`csvkit/${file}`)).table.rows.length, count));
  }

  test('encodings, marks, NUL and odd headings', async () => {
    const last = async (file: string): Promise<string | undefined> =>
      (await read(`csvkit/${file}`)).table.rows.at(-1)?.at(-1);
    assert.equal(await last('test_utf16_big.csv'), 'ʤ');
    assert.equal(await last('test_utf16_little.csv'), 'ʤ');
    assert.equal(await last('test_latin1.csv'), '©');
    assert.equal((await read('csvkit/test_utf8_bom.csv')).table.headings[0]!.name, 'foo');
    assert.deepEqual((await read('csvkit/null_byte.csv')).table.rows, [['\u0000', '2', '3']]);
    assert.equal((await read('csvkit/mac_newlines.csv')).table.rows[1]![0], 'Once upon\ra time');
    assert.equal((await read('csvkit/test_header_newline.csv')).table.headings[0]!.name, 'start end');
  });
});

describe('polluted files with their clean twins', { skip }, () => {
  // How many records of the twin are not there cell for cell, where no reader can know: quotes that nothing escapes; a blank
  // that parts cells and stands in them unquoted; quotes of another kind doubled in the data; headings over two lines, which
  // the twin joins; a second table of another width, which the twin leaves out.
  const beyond: Readonly<Record<string, number>> = {
    'file_escape_char_0x00.csv': 3,
    'file_field_delimiter_0x20.csv': 84,
    'file_header_multirow_2.csv': 1,
    'file_header_multirow_3.csv': 1,
    'file_quotation_char_0x27.csv': 6,
  };
  const files = list('pollock-file').filter((name) => !name.startsWith('clean__'));
  for (const file of files) {
    test(file, async () => {
      const { rows, table } = await read(`pollock-file/${file}`);
      assert.ok(
        table.problems.every(({ lost }) => !lost),
        'a record is lost',
      );
      const clean = plain(parseText(readFileSync(join(folder, `pollock-file/clean__${file}`), 'utf8')).rows);
      const got = new Set(plain(rows));
      assert.equal(clean.filter((row) => !got.has(row)).length, beyond[file] ?? 0);
      assert.ok(rows.length >= clean.length);
    });
  }
});
