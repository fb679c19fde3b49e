/** What files hold is put, found again, and goes only when nothing names it; a file goes where its lead or deal goes. */
import type { BlobStore, CrmAdapter } from '../../adapters/adapter.js';
import { CrmError } from '../../domain/errors.js';
import { aFile } from '../deal-work.js';
import { aDeal, aLead, aPerson, aTrash, creation, deletion, edit, later } from '../fixtures.js';
import { breaking, equal, ids, mapRows, ok, one, refused, type CheckDefinition } from './check.js';

const bytes = [0, 255, 1, 13, 10, 128];
const blob = (): Blob => new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });

function blobsOf({ blobs }: CrmAdapter): BlobStore {
  ok(blobs, 'The ability `blobs` without `blobs`');
  return blobs;
}

/** The same adapter, whose blobs go another way. */
function withBlobs(inner: CrmAdapter, other: (blobs: BlobStore) => Partial<BlobStore>): CrmAdapter {
  const { blobs } = inner;
  if (!blobs) return inner;
  const own: BlobStore = {
    put: (given, how) => blobs.put(given, how),
    get: (ref, how) => blobs.get(ref, how),
    ...(blobs.has && { has: (refs: readonly string[]) => blobs.has!(refs) }),
  };
  return { ...breaking(inner, {}), blobs: { ...own, ...other(own) } };
}

/** Every put is another one. */
let serial = 0;

export const fileChecks: readonly CheckDefinition[] = [
  {
    id: 'files.bytes',
    title: 'what was put is found again, byte for byte and with its type, a file of nothing as well',
    needs: 'blobs',
    async run({ adapter }) {
      const blobs = blobsOf(adapter);
      const ref = await blobs.put(blob(), { key: 'file-1' });
      const found = await blobs.get(ref);
      equal([...new Uint8Array(await found.arrayBuffer())], bytes, 'the bytes');
      equal(found.type, 'application/pdf', 'the type');
      equal((await blobs.get(await blobs.put(new Blob([])))).size, 0, 'the size of nothing');
    },
    broken: (inner) =>
      withBlobs(inner, ({ get }) => ({ get: async (ref) => new Blob([await (await get(ref)).text()]) })),
  },
  {
    id: 'files.once',
    title: 'put twice under one key it is one and stays what it was; without a key each is another one',
    needs: 'blobs',
    async run({ adapter }) {
      const blobs = blobsOf(adapter);
      const ref = await blobs.put(new Blob(['first']), { key: 'file-1' });
      equal(await blobs.put(new Blob(['second']), { key: 'file-1' }), ref, 'where it is');
      equal(await (await blobs.get(ref)).text(), 'first', 'what it holds');
      const [a, b] = [await blobs.put(new Blob(['a'])), await blobs.put(new Blob(['b']))];
      ok(a !== b, 'Two blobs are in one place');
      equal([await (await blobs.get(a)).text(), await (await blobs.get(b)).text()], ['a', 'b'], 'what they hold');
    },
    broken: (inner) => withBlobs(inner, ({ put }) => ({ put: (given) => put(given, { key: `again-${serial++}` }) })),
  },
  {
    id: 'files.gone',
    title: 'what was never put is `not-found`, and `has` names only what is there',
    needs: 'blobs',
    async run({ adapter }) {
      const blobs = blobsOf(adapter);
      const ref = await blobs.put(blob(), { key: 'file-1' });
      await refused('not-found', () => blobs.get('nowhere'), 'what was never put');
      if (blobs.has) equal([...(await blobs.has([ref, 'nowhere']))], [ref], 'what is there');
    },
    broken: (inner) => withBlobs(inner, ({ get }) => ({ get: (ref) => get(ref).catch(() => new Blob([])) })),
  },
  {
    id: 'files.beside',
    title: 'another tab or person finds what was put',
    needs: 'blobs',
    two: true,
    async run({ adapter, second }) {
      const ref = await blobsOf(adapter).put(blob());
      const found = await blobsOf(await second!()).get(ref);
      equal(found.size, bytes.length, 'the size of what the other one finds');
    },
    broken(inner) {
      const own = new Map<string, Blob>();
      return withBlobs(inner, () => ({
        put: async (given, { key = `own-${serial++}` } = {}) => {
          own.set(key, given);
          return key;
        },
        get: async (ref) => own.get(ref) ?? Promise.reject(new CrmError('not-found', 'Gone.')),
      }));
    },
  },
  {
    id: 'files.hanging',
    title:
      'a lead or deal is not deleted while a file hangs on it that does not go along, nor is one put on one that is gone',
    needs: 'guarded',
    async run({ adapter }) {
      for (const [kind, record, on] of [
        ['lead', aLead(), { leadId: 'lead-1', dealId: null }],
        ['deal', aDeal(), { leadId: null, dealId: 'deal-1' }],
      ] as const) {
        const file = aFile(on);
        await adapter.commit([creation(kind, record), creation('file', file)]);
        const gone = deletion(kind, await one(adapter, kind, record.id));
        const error = await refused('conflict', () => adapter.commit([gone]), `deleting a ${kind} with a file`);
        equal(error.reason, 'children', 'why');
        await adapter.commit([deletion('file', await one(adapter, 'file', file.id)), gone]);
        const author = { userId: null, at: later, from: 'host', bulk: false, command: 'command-1' };
        await refused('conflict', () => adapter.commit([creation('file', file)], { author }), `a file of no ${kind}`);
      }
    },
    broken: (inner) =>
      breaking(inner, {
        commit: (changes, how) => inner.commit(changes, how).catch(() => []),
      }),
  },
  {
    id: 'files.touched',
    title:
      'a file that is attached, renamed or taken off is told by `touchedAt`; one that goes along with its lead is not',
    needs: null,
    async run({ adapter }) {
      const touched = async (): Promise<string> => (await one(adapter, 'deal', 'deal-1')).touchedAt;
      const old = { ...aFile(), dealId: null, personId: 'person-1' };
      await adapter.commit([creation('deal', aDeal()), creation('lead', aLead()), creation('file', old)]);
      const first = await touched();
      await adapter.commit([edit('file', 'file-1', { personId: ['person-1', null], dealId: [null, 'deal-1'] })]);
      equal(await touched(), first, 'touchedAt after a file was moved there');
      await adapter.commit([edit('file', 'file-1', { name: [old.name, 'Signed.pdf'] })]);
      ok((await touched()) > first, 'A file does not count');
    },
    broken: (inner) => mapRows(inner, (row) => ('touchedAt' in row ? { ...row, touchedAt: row['createdAt'] } : row)),
  },
  {
    id: 'files.erased',
    title: 'with a person go the files that are about nobody else, and what they hold, out of the trash as well',
    needs: 'erase',
    async run({ adapter }) {
      if (!adapter.abilities.blobs) return;
      const blobs = blobsOf(adapter);
      for (const key of ['hers', 'trashed', 'others']) await blobs.put(new Blob([key]), { key });
      const lead = aLead({ id: 'lead-q', personId: 'person-q', organizationId: null });
      const hangs = { leadId: 'lead-q', dealId: null };
      await adapter.commit([
        creation('person', aPerson({ id: 'person-q', name: 'Ottilie Quast', organizationId: null })),
        creation('lead', lead),
        creation('deal', aDeal()),
        creation('file', aFile({ ...hangs, id: 'hers', ref: 'hers' })),
        creation('file', aFile({ id: 'others', ref: 'others', name: 'Pump.pdf' })),
        creation(
          'trash',
          aTrash({
            record: { ...lead, id: 'lead-gone' },
            files: [aFile({ ...hangs, id: 'trashed', leadId: 'lead-gone', ref: 'trashed' })],
          }),
        ),
      ]);
      await adapter.erasePerson!({ personId: 'person-q', userId: null, at: later, from: 'host', command: 'erase-1' });
      equal(await ids(adapter, 'file'), ['others'], 'the files that are left');
      for (const ref of ['hers', 'trashed']) await refused('not-found', () => blobs.get(ref), `what "${ref}" held`);
      equal(await (await blobs.get('others')).text(), 'others', 'what the other one holds');
    },
    broken: (inner) => withBlobs(inner, () => ({ get: async () => new Blob(['others']) })),
  },
];
