import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CsvParser, parseText } from '../../../src/formats/csv/parse.js';
import { csvLine } from '../../../src/formats/csv/write.js';
import { inTime } from '../../support/in-time.js';

/** Rows as files have them: plain and quoted cells, empty ones, commas, doubled quotes, notes over several lines. */
function table(rows: number, seed: number): string[][] {
  let state = seed >>> 0 || 1;
  const next = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const kinds = [
    (i: number) => `Lead ${i}`,
    () => '',
    (i: number) => `Bergström, ${i} & Söhne`,
    (i: number) => `said "yes" ${i}`,
    (i: number) => `first line ${i}\nsecond line, with a comma\nthird`,
    (i: number) => `${i * 3}.50`,
    (i: number) => `5" pipe ${i}`,
    () => '"quoted"',
  ];
  const list = [['Title', 'Company', 'Note', 'Value', 'City']];
  for (let i = 1; i <= rows; i++) {
    list.push([`Row ${i}`, ...[0, 1, 2, 3].map(() => kinds[next(kinds.length)]!(i))]);
  }
  return list;
}

describe('text without an end', () => {
  const piece = 'x'.repeat(1 << 14);
  for (const [name, first, parts] of [
    ['a line', 'a,b\n', piece],
    ['a quoted cell', 'a,b\n1,"', piece],
    ['a quoted cell with lines', 'a,b\n1,"', piece.replaceAll('xxxxxxxx', 'xx yy,z\n')],
  ] as const)
    // Read anew with every piece, this would take minutes.
    test(`${name} of 24 MB is read once and not a thousand times`, () => {
      const parser = new CsvParser({ columns: 2 });
      const batches = inTime(() => [
        parser.feed(first),
        ...Array.from({ length: 1500 }, () => parser.feed(parts)),
        parser.finish(),
      ]);
      const count = (of: 'rows' | 'problems'): number => batches.reduce((sum, batch) => sum + batch[of].length, 0);
      assert.ok(count('rows') > 0);
      assert.ok(count('problems') > 0, 'and something is said about it');
    });

  test('a record of more cells than any table has is lost, and told; the next one is read', () => {
    const { rows, problems } = parseText(`a,b\n${'v,'.repeat(20_000)}v\n1,2\n`);
    assert.deepEqual(rows, [
      ['a', 'b'],
      ['1', '2'],
    ]);
    assert.deepEqual(
      problems.map(({ code, line, lost, found }) => [code, line, lost, found]),
      [['too-many-cells', 2, true, 20_001]],
    );
    assert.ok(problems[0]!.raw!.length <= 10_000);
  });
});

function written(rows: readonly string[][]): string[] {
  return rows.map((row) => csvLine(row, ',', false));
}

/** Every row but the damaged one came through whole and in order; the damaged one is reported by its line. */
function assertOnlyOneTouched(rows: readonly string[][], lines: readonly string[], damaged: number, at: number): void {
  const texts = [...lines];
  texts[damaged] = `${texts[damaged]!.slice(0, at)}"${texts[damaged]!.slice(at)}`;
  const from = 1 + texts.slice(0, damaged).join('').split('\n').length - 1;
  const to = from + texts[damaged].split('\n').length - 1;
  const result = parseText(texts.join(''), { columns: 5, unguard: false });
  const got = result.rows.map((row) => JSON.stringify(row));
  const others = rows.filter((_, i) => i !== damaged).map((row) => JSON.stringify(row));
  const missing = others.filter((row) => !got.includes(row));
  assert.deepEqual(missing, [], 'other rows are lost');
  const kept = new Set(others);
  assert.deepEqual(
    got.filter((row) => kept.has(row)),
    others,
    'other rows are out of order',
  );
  // What is left of the damaged row: read as a cell with one more quote (right), or reported.
  const left = result.rows.filter((row) => !kept.has(JSON.stringify(row)));
  const reported = result.problems.some((problem) => problem.line >= from && problem.line <= to);
  const literal =
    left.length === 1 &&
    left[0]!.length === 5 &&
    left[0]!.filter((cell, i) => cell !== rows[damaged]![i]).length === 1 &&
    left[0]!.every((cell, i) => cell.replaceAll('"', '') === rows[damaged]![i]!.replaceAll('"', ''));
  assert.ok(reported || literal, `nothing was said about line ${from}: ${JSON.stringify(left)}`);
}

describe('a stray quote (R62)', () => {
  test('anywhere in 2,000 rows touches at most its own row, and is told', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(2000), fc.nat(10_000), (seed, row, offset) => {
        const rows = table(2000, seed);
        const lines = written(rows);
        assertOnlyOneTouched(rows, lines, row, offset % (lines[row]!.length - 1));
      }),
      { numRuns: 60 },
    );
  });

  test('at every place of a row with each kind of cell', () => {
    const rows = table(40, 7);
    const lines = written(rows);
    for (let row = 1; row < 20; row++) {
      for (let at = 0; at < lines[row]!.length - 1; at++) assertOnlyOneTouched(rows, lines, row, at);
    }
  });

  test('in a file without any other quote: one row is damaged out of 50,003', () => {
    const rows = Array.from({ length: 50_003 }, (_, i) => `Lead ${i},Org ${i},${i}`);
    rows[2] = 'Lead 2,"Org 2,2';
    const result = parseText(`title,org,value\n${rows.join('\n')}\n`);
    assert.equal(result.rows.length, 50_004);
    assert.deepEqual(result.rows[3], ['Lead 2', '"Org 2', '2']);
    assert.deepEqual(
      result.problems.map(({ code, line, lost }) => ({ code, line, lost })),
      [{ code: 'unclosed-quote', line: 4, lost: false }],
    );
  });

  test('in the last row', () => {
    const result = parseText('a,b,c\n1,2,3\n4,"5,6\n');
    assert.deepEqual(result.rows, [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '"5', '6'],
    ]);
    assert.deepEqual(
      result.problems.map((p) => [p.code, p.line]),
      [['unclosed-quote', 3]],
    );
  });

  test('a row whose cells cannot be told apart is lost, alone, and its text is in the report', () => {
    const result = parseText('a,b,c\n1,"2\n4,5,6\n7,8,9\n');
    assert.deepEqual(result.rows, [
      ['a', 'b', 'c'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
    assert.deepEqual(result.problems, [{ code: 'unclosed-quote', line: 2, lost: true, raw: '1,"2' }]);
  });

  test('on every line: nothing hangs, every line is told', () => {
    const result = parseText(`a,b\n${'"x,y\n'.repeat(20_000)}`);
    assert.equal(result.rows.length, 20_001);
    assert.equal(result.problems.length, 20_000);
  });
});

describe('what looks like damage and is none', () => {
  test('a note of 60 kB and one of 900 lines are read whole', () => {
    const long = 'x'.repeat(60_000);
    const tall = Array.from({ length: 900 }, (_, i) => `line ${i}`).join('\n');
    const result = parseText(`a,b,c\n1,"${long}",2\n3,"${tall}",4\n5,6,7\n`);
    assert.deepEqual(result.rows.slice(1), [
      ['1', long, '2'],
      ['3', tall, '4'],
      ['5', '6', '7'],
    ]);
    assert.deepEqual(result.problems, []);
  });

  test('a cell over the limit is believed where nothing inside it reads as a record', () => {
    const huge = 'word '.repeat(30_000);
    const result = parseText(`a,b,c\n1,"${huge}",2\n5,6,7\n`);
    assert.deepEqual(result.rows[1], ['1', huge, '2']);
    assert.deepEqual(result.problems, []);
  });

  test('a quoted cell that holds a table of the same width is one cell', () => {
    const pasted = 'a,b,c\n1,2,3\n4,5,6\n7,8,9';
    const result = parseText(`a,b,c\n1,"${pasted}",2\n5,6,7\n`);
    assert.deepEqual(result.rows[1], ['1', pasted, '2']);
  });

  test('blanks behind a closing quote belong to nobody', () => {
    assert.deepEqual(parseText('a,b\n"x, y"  ,"z" \n').rows[1], ['x, y', 'z']);
  });
});

test('a quote that nothing closes costs its own line even where the lines behind it are ragged', () => {
  const result = parseText('a,b,c\nAda,Bonn,5\nAlan,"Kö\nKurt,Wien\nEda,Ankara,7,x\n');
  assert.deepEqual(result.rows.slice(1), [
    ['Ada', 'Bonn', '5'],
    ['Kurt', 'Wien'],
    ['Eda', 'Ankara', '7', 'x'],
  ]);
  assert.deepEqual(
    result.problems.map(({ code, line }) => [code, line]),
    [
      ['unclosed-quote', 3],
      ['too-few-cells', 4],
      ['too-many-cells', 5],
    ],
  );
});

test('a file that was cut off inside a note loses that row only, and makes no rows of its lines', () => {
  const result = parseText('a,b,c\n1,2,3\n4,5,"a note\nof several\nlines\n');
  assert.deepEqual(result.rows, [
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ]);
  assert.deepEqual(result.problems, [
    { code: 'unclosed-quote', line: 3, lost: true, raw: '4,5,"a note\nof several\nlines' },
  ]);
});
