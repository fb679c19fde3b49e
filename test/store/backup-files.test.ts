/** A backup holds what files hold, and gives it back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CrmError } from '../../src/domain/errors.js';
import type { Backup, CrmStore } from '../../src/store/api.js';
import { backupText } from '../../src/store/backup-text.js';
import { aDeal, aFile, aTrash, creation } from '../../src/testing/fixtures.js';
import { bench } from './support.js';

const page = { offset: 0, limit: 99 };
/** More than one piece, with every byte there is. */
const large = new Uint8Array(2_000_003).map((_, i) => (i * 31) % 256);

async function filled(): Promise<{ readonly store: CrmStore; readonly adapter: CrmAdapter; readonly file: Backup }> {
  const { store, adapter } = await bench([creation('deal', aDeal())]);
  await store.execute('file-add', {
    on: { dealId: 'deal-1' },
    files: [
      { blob: new Blob([large]), name: 'Large.bin' },
      { blob: new Blob([]), name: 'Empty.txt' },
    ],
  });
  await adapter.blobs!.put(new Blob(['In the trash']), { key: 'kept' });
  await adapter.commit([
    creation('file', aFile({ id: 'lost', name: 'Lost.pdf', ref: 'nowhere' })),
    creation(
      'trash',
      aTrash({ of: 'deal', record: aDeal({ id: 'gone' }), files: [aFile({ id: 'kept', ref: 'kept' })] }),
    ),
  ]);
  const file = JSON.parse(JSON.stringify(await store.backup())) as Backup;
  return { store, adapter, file };
}
const files = async (store: CrmStore) =>
  (await store.read({ kind: 'file', window: page, order: [{ field: 'name' }] })).records;
const fresh = async (adapter: CrmAdapter = memoryAdapter()): Promise<CrmStore> =>
  (await bench([], { adapter, names: false })).store;

describe('the files of a backup', () => {
  test('are there again, byte for byte, those in the trash as well; one whose bytes were gone stays so', async () => {
    const { file } = await filled();
    assert.ok(Object.values(file.files!).every(({ bytes }) => bytes.every((piece) => piece.length <= 1_048_576)));
    const adapter = memoryAdapter();
    const store = await fresh(adapter);
    await store.restore(file);
    const [empty, found, lost] = await files(store);
    assert.deepEqual([empty!.name, found!.name, lost!.name], ['Empty.txt', 'Large.bin', 'Lost.pdf']);
    assert.deepEqual(new Uint8Array(await (await store.blob(found!)).arrayBuffer()), large);
    assert.equal((await store.blob(empty!)).size, 0);
    await assert.rejects(store.blob(lost!), { code: 'not-found' });
    assert.equal(await (await adapter.blobs!.get('kept')).text(), 'In the trash');
  });

  test('are written in pieces, which together are the file', async () => {
    const { file } = await filled();
    const pieces = backupText(file);
    assert.deepEqual(JSON.parse(pieces.join('')), file);
    assert.ok(pieces.every((piece) => piece.length < 1_100_000));
    const { files: _files, ...without } = file;
    assert.deepEqual(JSON.parse(backupText(without).join('')), without);
  });

  test('are not asked for: a backup without them is restored as ever, and one is made of a storage that keeps none', async () => {
    const { file } = await filled();
    const { files: _files, ...without } = file;
    const store = await fresh();
    await store.restore(without);
    assert.equal((await files(store)).length, 3);
    const inner = memoryAdapter();
    const poor = await fresh({
      abilities: { ...inner.abilities, blobs: false },
      read: (query, how) => inner.read(query, how),
      commit: (changes, how) => inner.commit(changes, how),
    });
    await poor.restore(file);
    assert.equal((await poor.backup()).files, undefined);
  });

  test('that are damaged are refused before anything is touched', async () => {
    const { store, file } = await filled();
    for (const wrong of [
      [],
      'x',
      { a: null },
      { a: { type: 'x' } },
      { a: { type: 'x', bytes: ['no base64'] } },
      { a: { type: 'x', bytes: ['AAA'] } },
    ])
      if (!Array.isArray(wrong))
        await assert.rejects(store.restore({ ...file, files: wrong }, { replace: true }), {
          code: 'invalid',
          reason: 'damaged',
        });
    assert.equal((await files(store)).length, 3);
  });

  test('lie elsewhere where the storage says so, and the records follow', async () => {
    const { file } = await filled();
    const inner = memoryAdapter();
    const { blobs } = inner;
    const store = await fresh({
      abilities: inner.abilities,
      read: (query, how) => inner.read(query, how),
      commit: (changes, how) => inner.commit(changes, how),
      blobs: {
        put: (blob, how) => blobs!.put(blob, { key: `bucket/${how?.key}` }),
        get: (ref, how) => blobs!.get(ref, how),
      },
    });
    await store.restore(file);
    const [, found] = await files(store);
    assert.match(found!.ref, /^bucket\//);
    assert.equal((await store.blob(found!)).size, large.length);
    const [trash] = (await store.read({ kind: 'trash', window: page })).records;
    assert.equal(trash!.files![0]!.ref, 'bucket/kept');
  });

  test('that find no room leave what is there as it is', async () => {
    const { file } = await filled();
    const inner = memoryAdapter();
    const store = await fresh({
      abilities: inner.abilities,
      read: (query, how) => inner.read(query, how),
      commit: (changes, how) => inner.commit(changes, how),
      blobs: {
        put: () => Promise.reject(new CrmError('quota', 'Full.')),
        get: (ref) => inner.blobs!.get(ref),
      },
    });
    await inner.commit([creation('deal', aDeal({ id: 'mine' }))]);
    await assert.rejects(store.restore(file, { replace: true }), { code: 'quota' });
    const { records } = await store.read({ kind: 'deal', window: page });
    assert.deepEqual(
      records.map(({ id }) => id),
      ['mine'],
    );
  });
});
