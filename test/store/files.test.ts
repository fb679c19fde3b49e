/** Files on their way through a store: asked for, put, stored, handed out, taken back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BlobStore, CrmAdapter } from '../../src/adapters/adapter.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CrmError } from '../../src/domain/errors.js';
import type { AttachedFile } from '../../src/domain/records.js';
import { aDeal, aFile, creation, today } from '../../src/testing/fixtures.js';
import { bench, until } from './support.js';

const on = { dealId: 'deal-1' };
const pdf = (text = ''): Blob => new Blob([`%PDF-1.7 ${text}`], { type: 'text/html' });
const deal = creation('deal', aDeal());

/** Memory whose blobs can be made to go wrong, and which says what was put and stored, in order. */
async function watched(blobs: Partial<BlobStore> = {}) {
  const inner = memoryAdapter();
  const log: string[] = [];
  const wrong: { put: (key: string) => void } = { put: () => undefined };
  /** The next blob that is put is swept before anything names it. */
  const gone = { next: false };
  const adapter: CrmAdapter = {
    abilities: inner.abilities,
    read: (query, how) => inner.read(query, how),
    commit(changes, how) {
      for (const { op, kind } of changes) if (kind === 'file') log.push(`${op} ${kind}`);
      return inner.commit(changes, how);
    },
    blobs: {
      put: async (blob, how) => {
        log.push(`put ${await blob.text()}`);
        wrong.put(await blob.text());
        if (!gone.next) return inner.blobs!.put(blob, how);
        gone.next = false;
        return how!.key!;
      },
      get: (ref, how) => inner.blobs!.get(ref, how),
      has: (refs) => inner.blobs!.has!(refs),
      ...blobs,
    },
  };
  const { store } = await bench([], { adapter });
  await inner.commit([deal]);
  const files = async (): Promise<readonly AttachedFile[]> =>
    (await inner.read({ kind: 'file', today, window: { offset: 0, limit: 99 }, order: [{ field: 'name' }] })).records;
  return { store, inner, log, wrong, gone, files };
}

describe('files through a store', () => {
  test('nothing is put before the page has agreed; then each is put and stored, and its type is what its bytes say', async () => {
    const { store, log, files } = await watched();
    const plan = await store.plan('file-add', {
      on,
      files: [
        { blob: pdf('a'), name: 'C:\\x\\a.html' },
        { blob: pdf('b'), name: 'b.pdf' },
        { blob: pdf('c'), name: 'c.pdf' },
      ],
    });
    assert.deepEqual(log, []);
    plan.drafts[1]!.refuse('No.');
    const told: number[] = [];
    const result = await store.run(plan, { onProgress: (done) => told.push(done) });
    assert.deepEqual(log, ['put %PDF-1.7 a', 'create file', 'put %PDF-1.7 c', 'create file']);
    assert.deepEqual(told, [1, 2]);
    assert.deepEqual(
      result.outcomes.map(({ state, title, reason }) => [state, title, reason]),
      [
        ['done', 'a.html', undefined],
        ['refused', 'b.pdf', 'No.'],
        ['done', 'c.pdf', undefined],
      ],
    );
    const [first] = await files();
    assert.deepEqual([first!.name, first!.type, first!.size], ['a.html', 'application/pdf', 10]);
    const blob = await store.blob(first!.id);
    assert.deepEqual([await blob.text(), blob.type], ['%PDF-1.7 a', 'application/pdf']);
  });

  test('what somebody sweeps between the upload and its record, since nothing names it, is put once more', async () => {
    const { store, log, files, gone } = await watched();
    gone.next = true;
    await store.execute('file-add', {
      on,
      files: [
        { blob: pdf('a'), name: 'a.pdf' },
        { blob: pdf('b'), name: 'b.pdf' },
      ],
    });
    assert.deepEqual(log, ['put %PDF-1.7 a', 'create file', 'put %PDF-1.7 b', 'create file', 'put %PDF-1.7 a']);
    const texts = await Promise.all((await files()).map(async ({ id }) => (await store.blob(id)).text()));
    assert.deepEqual(texts, ['%PDF-1.7 a', '%PDF-1.7 b']);
  });

  test('what could run in a page is handed out as mere bytes', async () => {
    const { store, files } = await watched();
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="steal()"/>'], { type: 'image/png' });
    await store.execute('file-add', { on, files: [{ blob: svg, name: 'logo.png' }] });
    const [file] = await files();
    assert.equal(file!.type, 'image/svg+xml');
    assert.equal((await store.blob(file!)).type, 'application/octet-stream');
  });

  test('one that finds no room keeps no other one back, and what was chosen can be tried again', async () => {
    const { store, wrong, files } = await watched();
    wrong.put = (text) => {
      if (text.includes('b')) throw new CrmError('quota', 'Full.');
    };
    const input = { on, files: ['a', 'b', 'c'].map((name) => ({ blob: pdf(name), name: `${name}.pdf` })) };
    const result = await store.execute('file-add', input);
    assert.deepEqual(
      result.outcomes.map(({ state, code }) => [state, code]),
      [
        ['done', undefined],
        ['failed', 'quota'],
        ['done', undefined],
      ],
    );
    wrong.put = () => undefined;
    await store.execute('file-add', { on, files: [input.files[1]!] });
    assert.deepEqual(
      (await files()).map(({ name }) => name),
      ['a.pdf', 'b.pdf', 'c.pdf'],
    );
  });

  test('where the session has ended while it was put it is put again under the same key: there is one file', async () => {
    const { store, wrong, log, files } = await watched();
    let lost = 0;
    wrong.put = () => {
      if (lost++ === 0) throw new CrmError('auth', 'The session has ended.');
    };
    await store.execute('file-add', { on, files: [{ blob: pdf(), name: 'a.pdf' }] });
    assert.equal(log.filter((line) => line.startsWith('put')).length, 2);
    assert.equal((await files()).length, 1);
  });

  test('who stops it keeps what is stored; nothing of the others is put', async () => {
    const { store, log } = await watched();
    const stop = new AbortController();
    const files = ['a', 'b', 'c'].map((name) => ({ blob: pdf(name), name: `${name}.pdf` }));
    const result = await store.execute(
      'file-add',
      { on, files },
      { stop: stop.signal, onProgress: () => stop.abort() },
    );
    assert.deepEqual(
      result.outcomes.map(({ state }) => state),
      ['done', 'stopped', 'stopped'],
    );
    assert.deepEqual(log, ['put %PDF-1.7 a', 'create file']);
  });

  test('what is too large is refused before a byte of it is read', async () => {
    const { store, log } = await watched({ limit: 4 });
    assert.equal(store.fileLimit, 4);
    const read: number[] = [];
    const huge = { size: 3 * 2 ** 30, type: '', slice: () => read.push(1) } as unknown as Blob;
    const result = await store.execute('file-add', { on, files: [{ blob: huge, name: 'huge.iso' }] });
    assert.deepEqual(result.outcomes[0]?.problem, { code: 'invalid', field: 'size', detail: 'too-large' });
    assert.deepEqual([read, log], [[], []]);
  });

  test('what cannot be read is said so before anything is put', async () => {
    const { store, log } = await watched();
    const folder = {
      ...{ size: 0, type: '', name: 'Offers' },
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('x', 'NotReadableError')) }),
    } as unknown as Blob;
    const plan = await store.plan('file-add', { on, files: [{ blob: folder }] });
    assert.deepEqual(plan.drafts[0]!.problems, [{ code: 'invalid', field: 'size', detail: 'unreadable' }]);
    assert.deepEqual(log, []);
  });

  test('one undo for all; redone they are the same files, with what they hold; deleted, undo gives it back', async () => {
    const { store, files } = await watched();
    await store.execute('file-add', {
      on,
      files: ['a', 'b'].map((name) => ({ blob: pdf(name), name: `${name}.pdf` })),
    });
    const before = await files();
    await store.undo();
    assert.deepEqual(await files(), []);
    await store.redo();
    const again = await files();
    assert.deepEqual(
      again.map(({ id, ref }) => [id, ref]),
      before.map(({ id, ref }) => [id, ref]),
    );
    assert.equal(await (await store.blob(again[1]!)).text(), '%PDF-1.7 b');
    await store.execute('file-delete', { id: again[0]!.id });
    await until(() => store.busy.unsaved === 0);
    await store.undo();
    assert.equal((await files()).length, 2);
    assert.equal(await (await store.blob(again[0]!.id)).text(), '%PDF-1.7 a');
  });

  test('what the storage still has is given back under its ref, and what it has not is told as gone', async () => {
    const { store, inner, files } = await watched();
    await inner.blobs!.put(pdf(), { key: 'kept' });
    const kept = { ref: 'kept', name: 'Offer.pdf', description: 'Signed', size: 9, type: 'application/pdf' };
    assert.deepEqual([...(await store.hasBlobs(['kept', 'swept']))], ['kept']);
    const result = await store.execute('file-add', { on, files: [kept, { ...kept, ref: 'swept' }] });
    assert.deepEqual(
      result.outcomes.map(({ state, reason }) => [state, reason]),
      [
        ['done', undefined],
        ['conflict', 'gone'],
      ],
    );
    assert.deepEqual(
      (await files()).map(({ ref, description, size, type }) => ({ ref, description, size, type })),
      [{ ref: 'kept', description: 'Signed', size: 9, type: 'application/pdf' }],
    );
  });

  test('a file that is gone, and a storage that keeps none, are told by their codes', async () => {
    const { store } = await bench([deal, creation('file', aFile())]);
    await assert.rejects(store.blob('nobody'), { code: 'not-found' });
    await assert.rejects(store.blob('file-1'), { code: 'not-found' });
    const inner = memoryAdapter();
    await inner.commit([deal, creation('file', aFile())]);
    const without: CrmAdapter = {
      abilities: { ...inner.abilities, blobs: false },
      read: (query, how) => inner.read(query, how),
      commit: (changes, how) => inner.commit(changes, how),
    };
    const poor = (await bench([], { adapter: without })).store;
    await assert.rejects(poor.blob('file-1'), { code: 'invalid', reason: 'not-able' });
    const result = await poor.execute('file-add', { on, files: [{ blob: pdf(), name: 'a.pdf' }] });
    assert.deepEqual([result.outcomes[0]?.state, result.outcomes[0]?.reason], ['refused', 'not-able']);
  });

  test('a deal that was deleted meanwhile gets no file, and nothing is put', async () => {
    const { store, inner, log } = await watched();
    const plan = await store.plan('file-add', { on, files: [{ blob: pdf(), name: 'a.pdf' }] });
    const [record] = (await inner.read({ kind: 'deal', today, window: { offset: 0, limit: 1 } })).records;
    await inner.commit([{ op: 'delete', kind: 'deal', id: 'deal-1', record: record!, rev: record!.rev }]);
    const result = await store.run(plan);
    assert.deepEqual([result.outcomes[0]?.state, log], ['conflict', []]);
  });
});
