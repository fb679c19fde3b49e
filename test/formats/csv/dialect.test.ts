import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detectDialect } from '../../../src/formats/csv/dialect.js';
import { findHeadings, headings } from '../../../src/formats/csv/headings.js';
import { sniffKind } from '../../../src/formats/csv/sniff.js';

function table(delimiter: string, quote = '"'): string {
  const q = (text: string): string => quote + text + quote;
  const rows = [
    ['Name', 'Value', 'Note'],
    ['Ali', '1', q(`a${delimiter}b`)],
    ['Ayşe', '2', q('x')],
    ['Ed', '3', 'y'],
  ];
  return rows.map((row) => row.join(delimiter)).join('\r\n');
}

describe('delimiters (R63)', () => {
  for (const delimiter of [',', ';', '\t', '|', ', ', '~', '\u001f']) {
    test(JSON.stringify(delimiter), () => {
      const guess = detectDialect(table(delimiter));
      assert.deepEqual([guess.delimiter, guess.quote, guess.columns], [delimiter, '"', 3]);
    });
  }

  const cases: readonly [string, string, string, number][] = [
    ['decimal commas under headings', 'a;b\n1,5;2,5', ';', 2],
    ['decimal commas without headings', '1,5;2,5\n3,5;4,5\n7,1;1,5\n', ';', 2],
    ['commas in every row of one column', 'Name;City\nKaya, Ali;Bonn\nÖz, Can;Köln\n', ';', 2],
    ['HTML in quotes', 'id,body\n1,"<p style=""a:b;c:d"">x; y; z</p>"\n2,"<b>a;b;c</b>"\n', ',', 2],
    ['notes over lines', 'id,note\n1,"one; two\nthree; four\nfive; six"\n2,"x"\n', ',', 2],
    ['one column of names', 'Name\nAda Lovelace\nAlan Turing\nKurt Gödel\n', ',', 1],
    ['one column of times', 'time\n2012-01-01 10:00:00\n2012-01-02 11:00:00\n', ',', 1],
    ['blanks between words and quotes', 'date qty text\n1/1 2 "a b c"\n1/2 3 "d e"\n1/3 4 "f"\n', ' ', 3],
  ];
  for (const [name, text, delimiter, columns] of cases) {
    test(name, () => {
      const guess = detectDialect(text);
      assert.deepEqual([guess.delimiter, guess.columns], [delimiter, columns]);
    });
  }

  test('apostrophes as quotes, and names with apostrophes that are none', () => {
    assert.equal(detectDialect(table(',', "'")).quote, "'");
    assert.equal(detectDialect("a,b\n's-Hertogenbosch,1\nO'Neil,'t Hooft\n").quote, '"');
  });

  test('quotes behind backslashes', () => {
    const guess = detectDialect('a,b,c\n1,"say \\"hi\\", or go",2\n3,"x",4\n');
    assert.deepEqual([guess.escape, guess.columns], ['\\', 3]);
  });

  test('two delimiters in one file: the one that takes the headings apart', () => {
    const lines = (sign: string): string => 'Ada;Engines;1.50\nGrace;Cobol;2.50\n'.repeat(20).replaceAll(';', sign);
    const both = `Name;Company;Value\n${lines(';')}${lines(',')}`;
    assert.deepEqual([detectDialect(both).delimiter, detectDialect(both).columns], [';', 3]);
    assert.equal(detectDialect(both.replaceAll(',', '|')).delimiter, ';');
    assert.equal(detectDialect('Note\nfirst, then; last\nred, green\nyes\n').columns, 1, 'no table is made of prose');
  });

  test('what the person has chosen stands', () => {
    const guess = detectDialect('a;b,c\n1;2,3\n', { delimiter: ',' });
    assert.deepEqual([guess.delimiter, guess.columns], [',', 2]);
    assert.equal(detectDialect('a,"b\n', { quote: '' }).quote, '');
  });

  test('line ends are told', () => {
    assert.deepEqual(detectDialect('a,b\r\n1,2\r\n3,4\n').lineEnds, ['\r\n', '\n']);
  });
});

describe('headings', () => {
  test('by place: repeated, nameless, numeric and dangerous names are all columns (R52, R64)', () => {
    const names = ['Name', 'Name', '', ' Name (2) ', '2026', '__proto__', 'constructor', '__proto__', '\ufeffE-mail'];
    assert.deepEqual(
      headings(names, 11).map(({ name }) => name),
      [
        'Name',
        'Name (3)',
        'Column 3',
        'Name (2)',
        '2026',
        '__proto__',
        'constructor',
        '__proto__ (2)',
        'E-mail',
        'Column 10',
        'Column 11',
      ],
    );
    assert.equal(headings([''], 1, (n) => `Sütun ${n}`)[0]!.name, 'Sütun 1');
  });

  test('are found under a title, and missed where there are none', () => {
    assert.equal(
      findHeadings(
        [
          ['Name', 'Value'],
          ['Ali', '5'],
        ],
        2,
      ),
      0,
    );
    assert.equal(
      findHeadings(
        [
          ['Export 2026', '', ''],
          ['Name', 'City', 'Value'],
          ['Ali', 'Bonn', '5'],
        ],
        3,
      ),
      1,
    );
    assert.equal(
      findHeadings(
        [
          ['28/01/2018', '00:00', '2', 'x'],
          ['29/01/2018', '00:15', '0', 'y'],
        ],
        4,
      ),
      -1,
    );
  });
});

describe('files that are no table in text (R56)', () => {
  const bytes = (...list: readonly (number | string)[]): Uint8Array =>
    Uint8Array.from(
      list.flatMap((item) => (typeof item === 'number' ? [item] : [...item].map((c) => c.charCodeAt(0)))),
    );
  const cases: readonly [string, Uint8Array][] = [
    ['excel', bytes('PK', 3, 4, '....[Content_Types].xml')],
    ['opendocument', bytes('PK', 3, 4, '....mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['zip', bytes('PK', 3, 4, '....leads.csv')],
    ['old-excel', bytes(0xd0, 0xcf, 0x11, 0xe0)],
    ['pdf', bytes('%PDF-1.7')],
    ['image', bytes(0x89, 'PNG')],
    ['image', bytes('RIFF', 1, 2, 3, 0, 'WEBPVP8 ')],
    ['image', bytes('II*', 0)],
    ['image', bytes(0, 0, 0, 24, 'ftypheic')],
    ['binary', Uint8Array.from({ length: 4096 }, (_, i) => (i * i * 31 + 7 * i) % 256)],
    ['text', bytes('a,b\n', ...Array.from({ length: 40 }, () => 'Gr\u00f6\u00dfe,5 \u00a3\n'))],
    ['text', bytes(...Array.from({ length: 40 }, () => [0x83, 0x65, 0x83, 0x58, 0x2c, 0x93, 0xfa, 0x0a]).flat())],
    ['text', bytes(...Array.from({ length: 40 }, () => [0x10, 0x30, 0x42, 0x30, 0x11, 0x30, 0x2c, 0, 0x0a, 0]).flat())],
    ['text', bytes('a,b\n', ...Array.from({ length: 40 }, (_, i) => `${i},x\u0001y\n`))],
    ['html', bytes('\n <!DOCTYPE html>')],
    ['html', bytes('<svg onload=x>')],
    ['json', bytes('[{"a":1}]')],
    ['empty', bytes()],
    ['text', bytes('name,[value]\n')],
    ['text', bytes(0xef, 0xbb, 0xbf, 'a;b')],
  ];
  for (const [kind, head] of cases)
    test(`${kind}: ${JSON.stringify(String.fromCharCode(...head.slice(0, 12)))}`, () =>
      assert.equal(sniffKind(head), kind));
});
