/** What is written opens, with all that was put into it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { zipOf, type ZipEntry } from '../../../src/formats/zip/write.js';

const entry = (name: string, content: string | Uint8Array<ArrayBuffer>, at = '2026-11-23T08:00:00.000Z'): ZipEntry => ({
  name,
  at,
  content: new Blob([content]),
});

async function* each(...entries: ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries;
}

async function opened(archive: Blob): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(await archive.arrayBuffer()));
}

test('holds every entry whole: empty, small, and longer than what is read at once', async () => {
  const long = new Uint8Array(2_500_000).map((_, i) => (i * 31) % 251);
  const archive = await zipOf(each(entry('empty', ''), entry('files/Işıl.txt', 'Günaydın'), entry('files/long', long)));
  assert.equal(archive.type, 'application/zip');
  const found = await opened(archive);
  assert.deepEqual(Object.keys(found), ['empty', 'files/Işıl.txt', 'files/long']);
  assert.equal(found['empty']!.length, 0);
  assert.equal(new TextDecoder().decode(found['files/Işıl.txt']), 'Günaydın');
  assert.ok(Buffer.from(found['files/long']!).equals(Buffer.from(long)));
});

test('takes whatever a record says of when it was made', async () => {
  const days = ['1900-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', 'some day'];
  const found = await opened(await zipOf(each(...days.map((at, i) => entry(`${i}`, 'x', at)))));
  assert.deepEqual(Object.keys(found), ['0', '1', '2']);
});

test('asks for an entry when the one before is written', async () => {
  const asked: string[] = [];
  const slow = (name: string): ZipEntry => {
    const { content, at } = entry(name, 'x');
    const read = content.slice.bind(content);
    content.slice = (...span) => {
      asked.push(`read ${name}`);
      return read(...span);
    };
    return { name, at, content };
  };
  await zipOf(
    (async function* () {
      for (const name of ['a', 'b']) {
        asked.push(`ask ${name}`);
        yield slow(name);
      }
    })(),
  );
  assert.deepEqual(asked, ['ask a', 'read a', 'ask b', 'read b']);
});

test('is not made where one of them cannot be read', async () => {
  const gone = entry('gone', 'x');
  gone.content.slice = () => {
    throw new Error('It has been moved.');
  };
  await assert.rejects(zipOf(each(entry('first', 'x'), gone)));
});
