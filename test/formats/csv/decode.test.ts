import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, detectEncoding, visibleControls } from '../../../src/formats/csv/decode.js';
import { inspectCsv, openCsv, readCsv } from '../../../src/formats/csv/read.js';

const text = 'Ad;Şehir;Not\nÇağla;İzmir;"ışık €5"\n高橋;東京;x\n';

function utf16(value: string, big: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(value.length * 2);
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    bytes[2 * i + (big ? 1 : 0)] = code & 255;
    bytes[2 * i + (big ? 0 : 1)] = code >> 8;
  }
  return bytes;
}

function latin(value: string, extra: Readonly<Record<string, number>> = {}): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(value, (char) => extra[char] ?? char.charCodeAt(0));
}

async function read(blob: Blob, slice: number): Promise<[string, string]> {
  const { encoding } = await detectEncoding(blob);
  let out = '';
  for await (const piece of decode(blob, encoding, { slice })) out += piece.text;
  return [encoding, out];
}

describe('encodings (R59, R60)', () => {
  const bom = new Uint8Array([0xef, 0xbb, 0xbf]);
  const cases: readonly [string, readonly BlobPart[], string, string][] = [
    ['UTF-8', [text], 'utf-8', text],
    ['UTF-8 with a mark', [bom, text], 'utf-8', text],
    ['UTF-16LE with a mark', [new Uint8Array([0xff, 0xfe]), utf16(text, false)], 'utf-16le', text],
    ['UTF-16BE with a mark', [new Uint8Array([0xfe, 0xff]), utf16(text, true)], 'utf-16be', text],
    ['UTF-16LE without one', [utf16(text, false)], 'utf-16le', text],
    ['UTF-16BE without one', [utf16(text, true)], 'utf-16be', text],
    ['Windows-1252', [latin('Größe;Preis\nÅse;5 £\n')], 'windows-1252', 'Größe;Preis\nÅse;5 £\n'],
    ['an é at the very end', [latin('a,b\n4,é')], 'windows-1252', 'a,b\n4,é'],
    [
      'Turkish in eight bits',
      [latin('Şehir;Kişi\nİzmir;Işık Öz\n', { Ş: 0xde, ş: 0xfe, İ: 0xdd, ı: 0xfd })],
      'windows-1254',
      'Şehir;Kişi\nİzmir;Işık Öz\n',
    ],
    ['plain ASCII with a NUL', ['a,b,c\n\u0000,2,3'], 'utf-8', 'a,b,c\n\u0000,2,3'],
    ['nothing', [''], 'utf-8', ''],
  ];
  for (const [name, parts, encoding, expected] of cases) {
    test(`${name}: recognised, and whole in slices of one byte to all`, async () => {
      const blob = new Blob([...parts]);
      for (const slice of [1, 3, 7, 1 << 20]) assert.deepEqual(await read(blob, slice), [encoding, expected]);
    });
  }

  test('a bad byte far behind the beginning is seen: all of the file decides', async () => {
    const blob = new Blob(['Ünal,1\n'.repeat(400_000), latin('Müller,2\n')]);
    assert.equal((await detectEncoding(blob)).encoding, 'windows-1252');
  });

  test('a UTF-8 file cut off inside its last letter stays UTF-8', async () => {
    const bytes = new TextEncoder().encode('ad,şehir\nÇağla,İzmi');
    const cut = new Blob([bytes, new Uint8Array([0xc5])]);
    assert.deepEqual(await read(cut, 4), ['utf-8', 'ad,şehir\nÇağla,İzmi\ufffd']);
  });

  test('a hasty look at the beginning is never the last word: strict reading finds out, and all is looked at', async () => {
    const far = 'Ünal,1\n'.repeat(40_000);
    for (const [name, parts, encoding, last] of [
      ['UTF-8 to the end', [far, 'Çağla,2\n'], 'utf-8', ['Çağla', '2']],
      ['a letter of Windows-1252 behind', [far, latin('Müller,2\n')], 'windows-1252', ['Müller', '2']],
      ['cut off inside its last letter', [far, 'Çağla,İzmi', new Uint8Array([0xc5])], 'utf-8', ['Çağla', 'İzmi\ufffd']],
      [
        'plain, with one high byte at the very end',
        ['Unal,1\n'.repeat(60_000), latin('4,é')],
        'windows-1252',
        ['4', 'é'],
      ],
    ] as const) {
      const blob = new Blob([...parts]);
      assert.ok(blob.size > 1 << 18, 'longer than what is looked at first');
      const { how, table } = await openCsv(blob, {}, {});
      const whole = await inspectCsv(blob);
      assert.deepEqual([how.encoding, how.encodingSure], [encoding, whole.encodingSure], name);
      assert.deepEqual(table, await readCsv(blob, whole), name);
      assert.deepEqual(table.rows.at(-1), last, name);
    }
  });

  test('says where another eight-bit encoding would do as well', async () => {
    assert.equal((await detectEncoding(new Blob([latin('Größe')]))).sure, false);
    assert.equal((await detectEncoding(new Blob(['Größe']))).sure, true);
  });

  test('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await assert.rejects(detectEncoding(new Blob(['a']), signal), { name: 'AbortError' });
  });

  test('control characters can be shown (R66)', () => {
    assert.equal(visibleControls('a\u0000b\u001bc\td\n'), 'a\u2400b\u241bc\td\n');
  });
});
