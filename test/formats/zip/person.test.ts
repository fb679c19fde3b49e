/** The copy of what is known of a person, with what is attached, as that person opens it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { CrmError } from '../../../src/domain/errors.js';
import type { CopiedFile, CopiedRecord, PersonCopy } from '../../../src/domain/person-copy.js';
import { savedCopy, type SavedCopy } from '../../../src/formats/zip/person.js';

const file = (id: string, name: string, ref = `ref-${id}`): CopiedFile => ({
  ...{ id, name, ref, size: 4, type: 'text/plain', author: 'Robin', createdAt: '2026-11-23T08:00:00.000Z' },
});
const copyWith = (files: readonly CopiedFile[], trash: PersonCopy['trash'] = []): PersonCopy => ({
  ...{ format: 'crm-elements-person', version: 1, at: '2026-11-23T08:00:00.000Z', person: { name: 'Zerrin' } },
  ...{ merged: [], leads: [], deals: [], participations: [], projects: [], activities: [], notes: [], files, trash },
  ...{ conversions: [], namedIn: [], imports: [], changelog: [] },
});
const holding = async ({ id }: CopiedFile): Promise<Blob> => new Blob([`Holds ${id}`]);
const refusing = (code: 'not-found' | 'invalid' | 'denied' | 'unavailable') => (): Promise<Blob> =>
  Promise.reject(new CrmError(code, 'No.'));

type Told = { readonly files: CopiedRecord[]; readonly trash: { readonly files?: CopiedRecord[] }[] };
async function opened({ file }: SavedCopy): Promise<{ texts: Record<string, string>; told: Told }> {
  const found = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const texts = Object.fromEntries(
    Object.keys(found).map((name) => [name, new TextDecoder().decode(found[name])] as const),
  );
  return { texts, told: JSON.parse(texts['data.json']!) as Told };
}
const told = async ({ file }: SavedCopy): Promise<Told> => JSON.parse(await file.text()) as Told;

describe('the saved copy of what is known of a person', () => {
  test('is JSON where nothing is attached, as the copy is', async () => {
    const copy = copyWith([], [{ id: 'gone', title: 'Gone' }]);
    const saved = await savedCopy(copy, 'data', holding);
    assert.deepEqual([saved.extension, saved.missing, saved.file.type], ['json', 0, 'application/json']);
    assert.deepEqual(await told(saved), JSON.parse(JSON.stringify(copy)));
  });

  test('is an archive with each file, those in the trash as well, and a JSON that says which is which', async () => {
    const copy = copyWith(
      [file('a', 'Plan.pdf'), file('b', 'Plan.pdf'), file('again', 'Plan as it was.pdf', 'ref-a')],
      [
        { id: 'gone', title: 'Gone', files: [file('c', '../Letter.txt')] },
        { id: 'bare', title: 'Bare' },
      ],
    );
    const saved = await savedCopy(copy, 'data', holding);
    assert.deepEqual([saved.extension, saved.missing, saved.file.type], ['zip', 0, 'application/zip']);
    const { texts, told } = await opened(saved);
    const { 'data.json': json, ...files } = texts;
    assert.deepEqual(files, {
      'files/Plan.pdf': 'Holds a',
      'files/Plan (2).pdf': 'Holds b',
      'files/Letter.txt': 'Holds c',
    });
    assert.deepEqual(
      told.files.map(({ id, savedAs }) => [id, savedAs]),
      [
        ['a', 'files/Plan.pdf'],
        ['b', 'files/Plan (2).pdf'],
        ['again', 'files/Plan.pdf'],
      ],
    );
    assert.equal(told.trash[0]!.files![0]!['savedAs'], 'files/Letter.txt');
    assert.ok(!json!.includes('ref'), 'where the storage has it is nothing to the person');
    assert.match(json!, /^\{\n {2}"format"/, 'readable');
  });

  test('names what cannot be had, with the reason, and has the rest', async () => {
    const answers: Record<string, (file: CopiedFile) => Promise<Blob>> = {
      ...{ gone: refusing('not-found'), elsewhere: refusing('invalid'), secret: refusing('denied'), here: holding },
      large: async () => new Blob(['x'.repeat(40)]),
    };
    const copy = copyWith(['gone', 'elsewhere', 'secret', 'large', 'here'].map((id) => file(id, `${id}.txt`)));
    const saved = await savedCopy(copy, 'data', (each) => answers[each.id]!(each), 20);
    assert.equal(saved.missing, 4);
    const { texts, told } = await opened(saved);
    assert.deepEqual(Object.keys(texts), ['files/here.txt', 'data.json']);
    assert.deepEqual(
      told.files.map(({ name, savedAs, notSaved }) => [name, savedAs, notSaved]),
      [
        ['gone.txt', null, 'gone'],
        ['elsewhere.txt', null, 'not-kept'],
        ['secret.txt', null, 'denied'],
        ['large.txt', null, 'too-large'],
        ['here.txt', 'files/here.txt', undefined],
      ],
    );
  });

  test('is JSON where nothing of any file can be had', async () => {
    const saved = await savedCopy(copyWith([file('a', 'Plan.pdf')]), 'data', refusing('not-found'));
    assert.deepEqual([saved.extension, saved.missing], ['json', 1]);
    const [plan] = (await told(saved)).files;
    assert.deepEqual([plan!['name'], plan!['savedAs'], plan!['notSaved']], ['Plan.pdf', null, 'gone']);
  });

  test('is not made where a file may be had the next time', async () => {
    const copy = copyWith([file('a', 'Plan.pdf'), file('b', 'Letter.txt')]);
    const answers: Record<string, (file: CopiedFile) => Promise<Blob>> = { a: holding, b: refusing('unavailable') };
    await assert.rejects(savedCopy(copy, 'data', (each) => answers[each.id]!(each)));
  });
});
