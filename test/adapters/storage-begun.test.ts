import { expect, waitUntil } from '@open-wc/testing';
import {
  indexeddbAdapter,
  type IndexedDbAdapter,
  type IndexedDbOptions,
} from '../../src/adapters/indexeddb/indexeddb.js';
import type { StorageNotice } from '../../src/adapters/adapter.js';
import { testClock } from '../../src/testing/clock.js';
import { aLead, creation, edit, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { idbx, type Idbx } from '../support/idbx.js';

let serial = 0;
const made = databases();

function open(options: Partial<IndexedDbOptions> & { readonly name: string }): {
  rig: Idbx;
  adapter: IndexedDbAdapter;
  notices: (StorageNotice['state'] | null)[];
  leads: () => Promise<string[]>;
} {
  const rig = idbx();
  const adapter = indexeddbAdapter({ factory: rig.factory, ...options });
  made.push({ name: options.name, adapter });
  const notices: (StorageNotice['state'] | null)[] = [];
  adapter.notices!((notice) => notices.push(notice?.state ?? null));
  const query = { kind: 'lead', today, window: { offset: 0, limit: 50 } } as const;
  return { rig, adapter, notices, leads: async () => (await adapter.read(query)).records.map(({ id }) => id) };
}
const seed = async (name: string): Promise<void> => {
  const { adapter } = open({ name });
  await adapter.commit([creation('lead', aLead())]);
  adapter.close();
};

describe('opening with a connection that was begun by somebody else', () => {
  const begun = (name: string): Promise<IDBDatabase> =>
    new Promise((done, fail) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error!);
    });

  it('uses it, and opens none', async () => {
    const name = `begun-${Date.now()}-${serial++}`;
    await seed(name);
    const { rig, adapter, leads } = open({ name, opened: begun(name) });
    expect(await leads()).to.deep.equal(['lead-1']);
    await adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
    expect(rig.opened).to.have.length(0);
  });

  it('opens its own where that has come to nothing, or was closed again', async () => {
    const name = `begun-${Date.now()}-${serial++}`;
    await seed(name);
    for (const opened of [Promise.resolve(null), begun(name).then((db) => (db.close(), db))]) {
      const { rig, leads, adapter, notices } = open({ name, opened });
      expect(await leads()).to.deep.equal(['lead-1']);
      expect(rig.opened).to.have.length(1);
      expect(notices).to.deep.equal([null]);
      adapter.close();
    }
  });

  it('waits for it no longer than for its own, and closes it when it comes', async () => {
    const name = `begun-${Date.now()}-${serial++}`;
    await seed(name);
    const clock = testClock();
    let come: (db: IDBDatabase) => void = () => undefined;
    const { rig, leads } = open({ name, clock, opened: new Promise((resolve) => (come = resolve)) });
    const reading = leads();
    await clock.advance(2_000);
    expect(await reading).to.deep.equal(['lead-1']);
    expect(rig.opened).to.have.length(1);
    const late = await begun(name);
    come(late);
    await waitUntil(() => {
      try {
        late.transaction('lead');
        return false;
      } catch {
        return true;
      }
    });
  });
});
