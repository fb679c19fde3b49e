import { expect, waitUntil } from '@open-wc/testing';
import { indexeddbAdapter, type IndexedDbOptions } from '../../src/adapters/indexeddb/indexeddb.js';
import { version } from '../../src/adapters/indexeddb/bare.js';
import type { StorageNotice } from '../../src/adapters/adapter.js';
import type { CrmError } from '../../src/domain/errors.js';
import { testClock } from '../../src/testing/clock.js';
import { aLead, creation, edit, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { idbx, laterVersion, type Idbx, type OpenFault } from '../support/idbx.js';

const all = { kind: 'lead', today, window: { offset: 0, limit: 50 } } as const;
const error = (name: string): DOMException => new DOMException(`A fault on purpose: ${name}`, name);
let serial = 0;
const made = databases();

function open(options: Partial<IndexedDbOptions> & { rig?: Idbx; opens?: OpenFault[] } = {}) {
  const name = options.name ?? `open-${Date.now()}-${serial++}`;
  const rig = options.rig ?? idbx();
  rig.opens.push(...(options.opens ?? []));
  const adapter = indexeddbAdapter({ factory: rig.factory, ...options, name });
  made.push({ name, adapter });
  const notices: (StorageNotice['state'] | null)[] = [];
  adapter.notices!((notice) => notices.push(notice?.state ?? null));
  const leads = async (): Promise<string[]> => (await adapter.read(all)).records.map((lead) => lead.id);
  return { name, rig, adapter, notices, leads };
}
const refusal = (promise: Promise<unknown>): Promise<CrmError> =>
  promise.then(
    () => {
      throw new Error('It was not refused.');
    },
    (thrown: CrmError) => thrown,
  );
const seed = async (name: string): Promise<void> => {
  const { adapter } = open({ name });
  await adapter.commit([creation('lead', aLead())]);
  adapter.close();
};

describe('opening the database', () => {
  it('R01: calls that race share one open', async () => {
    const { rig, leads } = open();
    await Promise.all([leads(), leads(), leads(), leads()]);
    expect(rig.opened).to.have.length(1);
  });

  it('R01: blocked by an older tab it says so, and goes on when that tab lets go', async () => {
    const { rig, notices, leads } = open({ opens: ['blocked'] });
    const reading = leads();
    await waitUntil(() => notices.includes('blocked'));
    rig.release();
    expect(await reading).to.deep.equal([]);
    expect(notices.at(-1)).to.equal(null);
  });

  it('R01: a call that waits too long is refused and may be tried again; the open itself goes on', async () => {
    const clock = testClock();
    const { rig, notices, leads } = open({ clock, opens: ['blocked'] });
    const reading = refusal(leads());
    await waitUntil(() => notices.includes('blocked'));
    await clock.advance(60_000);
    const refused = await reading;
    expect([refused.code, refused.reason, refused.retryAfter! > 0]).to.deep.equal(['unavailable', 'blocked', true]);
    rig.release();
    expect(await leads()).to.deep.equal([]);
    expect(rig.opened).to.have.length(1);
  });

  it('R01: a database without our stores that another page holds is waited for, not replaced by memory', async () => {
    const name = `held-${Date.now()}`;
    const other = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
    });
    const { adapter, notices, leads } = open({ name });
    const reading = leads();
    await waitUntil(() => notices.includes('blocked'));
    other.close();
    expect(await reading).to.deep.equal([]);
    await adapter.commit([creation('lead', aLead())]);
    expect(notices).to.deep.equal([null, 'blocked', null]);
    adapter.close();
    const again = open({ name });
    expect(await again.leads(), 'kept').to.deep.equal(['lead-1']);
    expect(again.notices).to.deep.equal([null]);
  });

  it('another application’s database of that name is left as it is, and memory stands in', async () => {
    const name = `theirs-${Date.now()}`;
    await laterVersion(name, 1, (db) => db.createObjectStore('theirs'));
    const { leads, notices } = open({ name });
    expect(await leads()).to.deep.equal([]);
    expect(notices.at(-1)).to.equal('memory');
    let stores: readonly string[] = [];
    await laterVersion(name, version, (db) => (stores = [...db.objectStoreNames]));
    expect(stores).to.deep.equal(['theirs']);
  });

  it('R02: lets go of the database when a newer page wants it, and refuses to write from then on', async () => {
    const { name, adapter, notices, leads } = open();
    await adapter.commit([creation('lead', aLead())]);
    await laterVersion(name, version + 1, (db) => db.createObjectStore('later'));
    expect(notices.at(-1)).to.equal('outdated');
    const refused = await refusal(adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]));
    expect([refused.code, refused.reason]).to.deep.equal(['unavailable', 'outdated']);
    expect(await leads()).to.deep.equal(['lead-1']);
    expect((await adapter.read(all)).records[0]?.seen).to.equal(false);
  });

  it('R03: a newer database that only has more in it is opened and written to', async () => {
    const name = `newer-${Date.now()}`;
    await seed(name);
    await laterVersion(name, version + 1, (db) => db.createObjectStore('later'));
    const { rig, adapter, notices, leads } = open({ name });
    expect(await leads()).to.deep.equal(['lead-1']);
    expect(rig.opened).to.deep.equal([version, undefined]);
    await adapter.commit([creation('lead', aLead({ id: 'lead-2' }))]);
    expect((await leads()).sort()).to.deep.equal(['lead-1', 'lead-2']);
    expect(notices).to.deep.equal([null]);
  });

  it('R03: a newer database that older pages must not write to is read only', async () => {
    const name = `locked-${Date.now()}`;
    await seed(name);
    await laterVersion(name, version + 1, (_db, transaction) =>
      transaction.objectStore('meta').put(version + 1, 'oldestWriter'),
    );
    const { adapter, notices, leads } = open({ name });
    expect(await leads()).to.deep.equal(['lead-1']);
    expect(notices.at(-1)).to.equal('outdated');
    expect((await refusal(adapter.commit([creation('lead', aLead({ id: 'lead-2' }))]))).reason).to.equal('outdated');
  });

  it('R03: what this version writes into a newer database lacks nothing when the newer one is back, and its own stores stay', async () => {
    const name = `back-${Date.now()}`;
    await seed(name);
    const later = (work: (db: IDBDatabase, transaction: IDBTransaction) => void) =>
      laterVersion(name, version + 1, work);
    await later((db, transaction) => {
      db.createObjectStore('later').put('kept', 'x');
      transaction.objectStore('lead').put({ ...aLead({ id: 'lead-3', rev: 1 }), laterField: 'of a later version' });
    });
    const { adapter, leads } = open({ name });
    await adapter.commit([
      creation('lead', aLead({ id: 'lead-2' })),
      edit('lead', 'lead-3', { title: [aLead().title, 'Edited by this version'] }),
    ]);
    expect((await leads()).sort()).to.deep.equal(['lead-1', 'lead-2', 'lead-3']);
    adapter.close();
    const again = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name, version + 1);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error!);
    });
    const stored = (store: string, key: string) =>
      new Promise<unknown>((done) => {
        const request = again.transaction(store).objectStore(store).get(key);
        request.onsuccess = () => done(request.result);
      });
    expect(await stored('later', 'x')).to.equal('kept');
    expect(await stored('lead', 'lead-3')).to.include({
      title: 'Edited by this version',
      laterField: 'of a later version',
    });
    again.close();
  });

  it('R03, R78: rows that lack a field, or hold what it cannot, are read with its default', async () => {
    const name = `old-rows-${Date.now()}`;
    await seed(name);
    await laterVersion(name, version + 1, (_db, transaction) => {
      const { labelIds: _, custom: __, ...lead } = aLead({ id: 'lead-2', rev: 1 });
      transaction.objectStore('lead').put({ ...lead, seen: 'yes' });
    });
    const { adapter } = open({ name });
    const [lead] = (await adapter.read({ ...all, where: { field: 'id', op: 'is', value: 'lead-2' } })).records;
    expect([lead?.labelIds, lead?.custom, lead?.seen, lead?.title]).to.deep.equal([[], {}, false, aLead().title]);
  });

  it('R06: an error while opening is tried again', async () => {
    const { notices, leads } = open({ opens: [{ fails: error('UnknownError') }, { fails: error('UnknownError') }] });
    expect(await leads()).to.deep.equal([]);
    expect(notices).to.not.include('memory');
  });

  it('R06: a database that cannot be opened is left alone; records are kept in memory, and that is said', async () => {
    const name = `broken-${Date.now()}`;
    await seed(name);
    const fails = error('UnknownError');
    const { adapter, notices, leads } = open({ name, opens: [{ fails }, { fails }, { fails }, { fails }] });
    expect(await leads()).to.deep.equal([]);
    expect(notices.at(-1)).to.equal('memory');
    await adapter.commit([creation('lead', aLead({ id: 'lead-9' }))]);
    expect(await leads()).to.deep.equal(['lead-9']);
    adapter.close();
    expect(await open({ name }).leads()).to.deep.equal(['lead-1']);
  });

  it('R06: a database that stood open is waited for, and never replaced by an empty memory', async () => {
    const fails = error('UnknownError');
    const { rig, adapter, notices, leads } = open({ limits: { backOff: [0] } });
    await adapter.commit([creation('lead', aLead())]);
    rig.opens.push({ fails }, { fails });
    rig.kill();
    expect((await refusal(leads())).code).to.equal('unavailable');
    expect(notices.at(-1)).to.equal('retrying');
    expect(await leads()).to.deep.equal(['lead-1']);
    expect(notices.at(-1)).to.equal(null);
  });

  it('R07: an open that never answers is tried once more', async () => {
    const clock = testClock();
    const { rig, leads } = open({ clock, opens: ['never'] });
    const reading = leads();
    await clock.advance(2_000);
    expect(await reading).to.deep.equal([]);
    expect(rig.opened).to.have.length(2);
  });

  it('R07: when the second never answers either, the page works in memory in under 5 s; a late answer is closed', async () => {
    const clock = testClock();
    const { rig, notices, leads } = open({ clock, opens: ['held', 'held'] });
    const reading = leads();
    await clock.advance(4_900);
    expect(await reading).to.deep.equal([]);
    expect(notices.at(-1)).to.equal('memory');
    rig.release();
    await waitUntil(() => rig.opened.length === 2 && rig.live.size === 0);
  });

  for (const name of ['InvalidStateError', 'SecurityError']) {
    it(`R10, R11: ${name} while opening means memory, at once and with a notice`, async () => {
      const { rig, adapter, notices, leads } = open({ opens: [{ throws: error(name) }] });
      await adapter.commit([creation('lead', aLead())]);
      expect(await leads()).to.deep.equal(['lead-1']);
      expect(notices.at(-1)).to.equal('memory');
      expect(rig.opened).to.have.length(1);
    });
  }

  it('R11: `indexedDB`, `localStorage` and `BroadcastChannel` may all throw when they are touched', async () => {
    const no = (): never => {
      throw error('SecurityError');
    };
    const { adapter, notices, leads } = open({ factory: no, storage: no, channel: no });
    await adapter.commit([creation('lead', aLead())]);
    expect(await leads()).to.deep.equal(['lead-1']);
    expect((await adapter.summarize!(all, ''))[0]?.count).to.equal(1);
    expect(notices.at(-1)).to.equal('memory');
  });

  it('without `localStorage` and `BroadcastChannel` alone everything is stored', async () => {
    const no = (): never => {
      throw error('SecurityError');
    };
    const { name, adapter } = open({ storage: no, channel: no });
    await adapter.commit([creation('lead', aLead())]);
    adapter.close();
    expect(await open({ name }).leads()).to.deep.equal(['lead-1']);
  });

  it('R12: an emptied database is told from a new one', async () => {
    const first = open();
    await first.leads();
    expect(first.notices, 'a new one').to.deep.equal([null]);
    await first.adapter.commit([creation('lead', aLead())]);
    first.adapter.close();
    await new Promise<void>((done) => {
      indexedDB.deleteDatabase(first.name).onsuccess = () => done();
    });
    const second = open({ name: first.name });
    await second.leads();
    expect(second.notices.at(-1), 'an emptied one').to.equal('lost');
    await second.adapter.erase();
    const third = open({ name: first.name });
    await third.leads();
    expect(third.notices, 'one that was erased on purpose').to.deep.equal([null]);
  });

  it('a name is asked for', () => {
    expect(() => indexeddbAdapter({ name: '' })).to.throw(/needs the name/);
  });
});
