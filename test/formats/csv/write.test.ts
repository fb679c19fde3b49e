import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { guard, needsGuard, stripGuard } from '../../../src/formats/csv/guard.js';
import { parseText } from '../../../src/formats/csv/parse.js';
import { csvCell, csvText, writeCsv } from '../../../src/formats/csv/write.js';

const naughty = createRequire(import.meta.url)('big-list-of-naughty-strings') as readonly string[];

describe('formula injection (R53)', () => {
  const dangerous = [
    '=1+1',
    '+1+1',
    '@SUM(A1)',
    '-2+3',
    '|calc',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tx',
    '  =1',
    '\ufeff=1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠A',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.com")',
    '-cmd',
    '-1-1',
    '+90 555',
  ];
  for (const text of dangerous) {
    test(JSON.stringify(text), () => {
      assert.ok(needsGuard(text));
      assert.ok(csvCell(text).startsWith(`"'`));
      assert.deepEqual(parseText(`${csvCell(text)},x\r\n`).rows, [[text, 'x']]);
    });
  }

  test('true negative numbers, and text, are left alone', () => {
    for (const text of ['-5', '-1.234,56', '-0.5%', '- ', 'a=b', '', '5', '(5)', "'tis"]) {
      assert.equal(csvCell(text).replaceAll('"', ''), text === '- ' ? "'- " : text);
    }
    assert.equal(csvCell(-5), '-5');
  });

  test('what guard puts on, stripGuard takes off, for every text', () => {
    const near = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '|', ' ', '\t', '\n', '1', 'a', '\ufeff', '＝'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          near.map((list) => list.join('')),
        ),
        (text) => {
          assert.equal(stripGuard(guard(text)), text);
          assert.ok(!needsGuard(guard(text)) || guard(text).startsWith("'"));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('round trip', () => {
  test('every naughty string comes back unchanged (R66, R71)', () => {
    const rows = naughty.map((text, i) => [String(i), text, 'x']);
    const { rows: back, problems } = parseText(csvText(rows, { bom: false }), { keepBlank: true });
    assert.deepEqual(back, rows);
    assert.deepEqual(problems, []);
  });

  test('through a file with a mark, too', async () => {
    const rows = naughty.filter((text) => !/[\ud800-\udfff]/u.test(text)).map((text) => [text, 'x']);
    const text = await (await writeCsv(rows)).text();
    assert.equal(new Uint8Array(await (await writeCsv(rows)).slice(0, 3).arrayBuffer()).join(), '239,187,191');
    assert.deepEqual(parseText(text.replace(/^\ufeff/, '')).rows, rows);
  });

  test('any rows, any delimiter: parse(write(x)) is x', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '"', '""', ',', '\r', '\n', '\r\n', "'", '=1', '\ufeff', ' '),
    );
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (table, delimiter) => {
        const text = csvText(table, { delimiter, bom: false });
        const dialect = { delimiter, quote: '"', escape: '"' };
        const back = parseText(text, { dialect, columns: table[0]!.length, keepBlank: true });
        assert.deepEqual(back.rows, table);
      }),
      { numRuns: 1000 },
    );
  });

  test('a hundred thousand rows stream into one file, with progress', async () => {
    async function* rows(): AsyncGenerator<string[]> {
      for (let i = 0; i < 100_000; i++) yield [`Lead ${i}`, 'note, with comma'];
    }
    const seen: number[] = [];
    const blob = await writeCsv(rows(), { onProgress: (count) => seen.push(count) });
    assert.equal(seen.at(-1), 100_000);
    assert.ok(seen.length > 3);
    assert.equal((await blob.text()).split('\r\n').length, 100_001);
  });

  test('stops when it is told to', async () => {
    await assert.rejects(writeCsv([['a']], { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
