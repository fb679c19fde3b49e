/** The database as a page begins with it: what is read before the adapter's code is there, and how it takes over. */
import { expect, waitUntil } from '@open-wc/testing';
import type { StorageNotice } from '../../src/adapters/adapter.js';
import { beginIndexeddb } from '../../src/adapters/indexeddb/begin.js';
import { Code } from '../../src/code.js';
import type * as whole from '../../src/adapters/indexeddb/indexeddb.js';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import type { Query } from '../../src/domain/query.js';
import { aBoard, aLead, creation, edit, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { idbx, type Idbx } from '../support/idbx.js';

const made = databases();
let serial = 0;

const inbox = {
  kind: 'lead',
  where: { field: 'archivedAt', op: 'empty' },
  order: [{ field: 'nextActivity' }],
  today,
  related: false,
  window: { offset: 0, limit: 50 },
} satisfies Query<'lead'>;
const stages = { kind: 'stage', today, related: false, window: { offset: 0, limit: 500 } } satisfies Query<'stage'>;

function connect(name: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error!);
  });
}

interface Rig {
  readonly name: string;
  readonly adapter: IndexedDbAdapter;
  readonly idb: Idbx;
  readonly other: IndexedDbAdapter;
  readonly asked: () => number;
  /** The code is there from now on. */
  readonly come: () => void;
}

/** A database with one lead, and an adapter over it whose code comes when it is let in. */
async function begin(opened: (name: string) => Promise<IDBDatabase | null> = connect): Promise<Rig> {
  const name = `begin-${Date.now()}-${serial++}`;
  const other = indexeddbAdapter({ name });
  made.push({ name, adapter: other });
  await other.commit([...aBoard(), creation('lead', aLead())]);
  const idb = idbx();
  let asked = 0;
  let come = (): void => undefined;
  const gate = new Promise<void>((resolve) => (come = resolve));
  const code = new Code<typeof whole>(async () => {
    asked++;
    await gate;
    return import('../../src/adapters/indexeddb/indexeddb.js');
  });
  const options = { name, factory: idb.factory, limits: { open: 200 }, opened: opened(name) };
  const adapter = beginIndexeddb(options, code);
  made.push({ name, adapter });
  return { name, adapter, idb, other, asked: () => asked, come };
}

describe('a database that a page begins with', () => {
  it('answers the first windows and the small kinds before the adapter is there, which then takes the connection over', async () => {
    const { adapter, idb, asked, come } = await begin();
    const [leads, board] = await Promise.all([adapter.read(inbox), adapter.read(stages)]);
    expect(leads.records.map(({ id }) => id)).to.deep.equal(['lead-1']);
    expect(board.records.length).to.equal(board.total);
    expect(asked()).to.equal(0);
    await waitUntil(() => asked() === 1, 'fetched unasked after the first answer');
    come();
    await adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
    expect((await adapter.read(inbox)).records[0]?.seen).to.equal(true);
    expect(idb.opened).to.have.length(0);
  });

  it('leaves to the adapter what asks more', async () => {
    const { adapter, asked, come } = await begin();
    const reading = adapter.read({ ...inbox, search: 'solar' });
    await waitUntil(() => asked() === 1);
    come();
    expect((await reading).total).to.equal((await adapter.read(inbox)).records.length);
  });

  it('leaves rows of another version to the adapter, which mends them', async () => {
    for (const [kind, asks] of [
      ['lead', inbox],
      ['stage', stages],
    ] as const) {
      const { name, adapter, asked, come } = await begin();
      const db = await connect(name);
      await new Promise<void>((done) => {
        const transaction = db.transaction(kind, 'readwrite');
        const store = transaction.objectStore(kind);
        const all = store.getAll() as IDBRequest<Readonly<Record<string, object>>[]>;
        all.onsuccess = () => {
          for (const { labelIds: _labels, requiredFields: _fields, _, ...row } of all.result)
            store.put({ ...row, _: { ..._, written: 0 } });
        };
        transaction.oncomplete = () => done();
      });
      db.close();
      const reading = adapter.read<'lead' | 'stage'>(asks);
      await waitUntil(() => asked() === 1, 'the adapter is asked for');
      come();
      const { records } = await reading;
      expect(records).to.not.be.empty;
      const mended = kind === 'lead' ? { labelIds: [] } : { requiredFields: [] };
      for (const record of records) expect(record).to.deep.include(mended);
    }
  });

  it('says with "resync" what another tab has stored before the adapter began to listen', async () => {
    const { adapter, other, come } = await begin();
    const heard: unknown[] = [];
    adapter.watch!((changes) => heard.push(changes));
    await adapter.read(inbox);
    await other.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
    expect(heard).to.deep.equal([]);
    come();
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['resync']);
    await other.commit([edit('lead', 'lead-1', { seen: [true, false] })]);
    await waitUntil(() => heard.length > 1);
    expect(heard[1]).to.be.an('array');
  });

  it('says nothing of others where nobody has stored anything', async () => {
    const { adapter, other, come } = await begin();
    const heard: unknown[] = [];
    adapter.watch!((changes) => heard.push(changes));
    await adapter.read(inbox);
    come();
    await adapter.read({ ...inbox, related: true });
    await other.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
    await waitUntil(() => heard.length > 0);
    expect(heard).to.have.length(1);
    expect(heard[0]).to.be.an('array');
  });

  it('is the adapter’s at once where the connection is dead, or has come to nothing', async () => {
    const unheard: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => void unheard.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    for (const opened of [
      (name: string) => connect(name).then((db) => (db.close(), db)),
      () => Promise.resolve(null),
      () => Promise.reject(new Error('no')),
    ]) {
      const { adapter, come, idb } = await begin(opened);
      const notices: (StorageNotice | null)[] = [];
      adapter.notices!((notice) => notices.push(notice));
      const reading = adapter.read(inbox);
      come();
      expect((await reading).records.map(({ id }) => id)).to.deep.equal(['lead-1']);
      expect(idb.opened).to.have.length(1);
      expect(notices).to.deep.equal([null]);
    }
    // Told in a task of its own, after those that are waited for.
    await new Promise((resolve) => setTimeout(resolve));
    window.removeEventListener('unhandledrejection', note);
    expect(unheard, 'failures that nobody hears of').to.deep.equal([]);
  });

  it('gives what is being read to the adapter when that is there first', async () => {
    const { adapter, come } = await begin(() => new Promise(() => undefined));
    const reading = adapter.read(inbox);
    come();
    expect((await reading).records).to.have.length(1);
  });

  it('lets its connection go when it is closed before the adapter is there', async () => {
    let db: IDBDatabase | undefined;
    const { adapter, asked } = await begin(async (name) => (db = await connect(name)));
    await adapter.read(inbox);
    const before = asked();
    adapter.close();
    await waitUntil(() => {
      try {
        db!.transaction('lead');
        return false;
      } catch {
        return true;
      }
    });
    expect(asked()).to.equal(before);
  });
});
