import { expect } from '@open-wc/testing';
import { upgrade } from '../../src/adapters/indexeddb/upgrade.js';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { realClock, type AdapterClock } from '../../src/adapters/local/clock.js';
import type { CrmError } from '../../src/domain/errors.js';
import { type CrmErrorCode } from '../../src/domain/errors.js';
import { aDeal, aFile, aLead, aTrash, creation, deletion, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { idbx, type Idbx } from '../support/idbx.js';

const made = databases();
let serial = 0;
const fresh = (): string => `blobs-${Date.now()}-${serial++}`;
const DAY = 86_400_000;
const start = Date.parse('2026-11-23T10:00:00.000Z');

/** Time stands where it is put; what waits for the idle page is called by hand. */
function handClock(now: number): AdapterClock & { now: () => number; idle(): void } {
  const waiting: (() => void)[] = [];
  return {
    ...realClock,
    now: () => now,
    after: (ms, call) => {
      // The opening's own patience is not ours.
      if (ms !== 5_000) return realClock.after(ms, call);
      waiting.push(call);
      return () => undefined;
    },
    idle: () => waiting.splice(0).forEach((call) => call()),
  };
}

function open({ name = fresh(), rig = idbx(), now = start }: { name?: string; rig?: Idbx; now?: number } = {}) {
  const clock = handClock(now);
  const adapter = indexeddbAdapter({ name, factory: rig.factory, clock, limits: { backOff: [0, 0, 0] } });
  made.push({ name, adapter });
  return { name, rig, adapter, clock };
}

/** Another visit at that time, in which the page has been idle. */
async function idleAt(name: string, now: number): Promise<void> {
  const { adapter, clock, rig } = open({ name, now });
  await adapter.read({ kind: 'file', today, window: { offset: 0, limit: 1 } });
  const before = rig.transactions.length;
  clock.idle();
  // It is over when what comes after it has been asked for.
  await expectSoon(() => rig.transactions.slice(before).some(({ stores }) => stores.includes('blobs')));
  await adapter.blobs!.has!([]);
  adapter.close();
}

async function expectSoon(holds: () => boolean): Promise<void> {
  const { waitUntil } = await import('@open-wc/testing');
  await waitUntil(holds);
}

const text = async (adapter: IndexedDbAdapter, ref: string): Promise<string> => (await adapter.blobs!.get(ref)).text();
const code = (promise: Promise<unknown>): Promise<CrmErrorCode | 'answered'> =>
  promise.then(
    () => 'answered',
    (thrown: CrmError) => thrown.code,
  );
const there = async (adapter: IndexedDbAdapter, ...refs: string[]): Promise<readonly string[]> => [
  ...(await adapter.blobs!.has!(refs)),
];

describe('what files hold, in the browser’s database', function () {
  this.timeout(20_000);

  it('comes back in another visit as it was put, with its type, once under a key', async () => {
    const first = open();
    const bytes = new Uint8Array([0, 255, 1, 13, 10]);
    const ref = await first.adapter.blobs!.put(new Blob([bytes], { type: 'application/pdf' }), { key: 'file-1' });
    expect(ref).to.equal('file-1');
    expect(await first.adapter.blobs!.put(new Blob(['other']), { key: 'file-1' })).to.equal('file-1');
    const loose = await Promise.all(['a', 'b'].map((one) => first.adapter.blobs!.put(new Blob([one]))));
    expect(new Set(loose).size).to.equal(2);
    first.adapter.close();
    const second = open({ name: first.name });
    const found = await second.adapter.blobs!.get('file-1');
    expect([...new Uint8Array(await found.arrayBuffer())]).to.deep.equal([...bytes]);
    expect(found.type).to.equal('application/pdf');
    expect(await code(second.adapter.blobs!.get('file-2'))).to.equal('not-found');
    expect(await there(second.adapter, 'file-1', 'file-2', loose[0]!)).to.deep.equal(['file-1', loose[0]]);
  });

  it('a blob of nothing is one, and one that cannot be read is refused with nothing stored', async () => {
    const { adapter } = open();
    await adapter.blobs!.put(new Blob([]), { key: 'empty' });
    expect((await adapter.blobs!.get('empty')).size).to.equal(0);
    const gone = { type: '', arrayBuffer: () => Promise.reject(new DOMException('Gone', 'NotReadableError')) };
    expect(await code(adapter.blobs!.put(gone as unknown as Blob, { key: 'gone' }))).to.equal('invalid');
    expect(await there(adapter, 'empty', 'gone')).to.deep.equal(['empty']);
  });

  it('where the disk is full it says so, nothing is half stored, and it goes on when there is room', async () => {
    const { adapter, rig } = open();
    await adapter.blobs!.put(new Blob(['before']), { key: 'before' });
    rig.abortWrite = () => new DOMException('No room', 'QuotaExceededError');
    expect(await code(adapter.blobs!.put(new Blob(['lost']), { key: 'lost' }))).to.equal('quota');
    rig.abortWrite = undefined;
    expect(await there(adapter, 'before', 'lost')).to.deep.equal(['before']);
    await adapter.blobs!.put(new Blob(['found']), { key: 'lost' });
    expect(await text(adapter, 'lost')).to.equal('found');
  });

  it('a connection that dies while it is put is opened anew, and it is stored', async () => {
    const { adapter, rig } = open();
    await adapter.blobs!.has!([]);
    let deaths = 0;
    rig.beforeTransaction = () => {
      if (deaths++ === 0) throw new DOMException('Closed', 'InvalidStateError');
    };
    await adapter.blobs!.put(new Blob(['kept']), { key: 'file-1' });
    expect([await text(adapter, 'file-1'), rig.opened.length]).to.deep.equal(['kept', 2]);
  });

  it('a database of the ninth layout gets room for them, and keeps what it holds', async () => {
    const name = fresh();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 9);
      request.onupgradeneeded = () => {
        const { result: db, transaction } = request;
        upgrade(db, transaction!, 1_000);
        for (const later of ['blobs', 'file']) db.deleteObjectStore(later);
        transaction!.objectStore('meta').put(9, 'oldestWriter');
        transaction!.objectStore('lead').put(aLead({ rev: 1 }));
      };
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error!);
    });
    const { adapter } = open({ name });
    await adapter.blobs!.put(new Blob(['new']), { key: 'file-1' });
    await adapter.commit([creation('file', aFile({ leadId: 'lead-1', dealId: null }))]);
    const page = await adapter.read({ kind: 'lead', today, window: { offset: 0, limit: 9 } });
    expect(page.records.map(({ id }) => id)).to.deep.equal(['lead-1']);
    expect(await text(adapter, 'file-1')).to.equal('new');
  });

  it('what no record names goes when that has been so for thirty days, and not what one does, nor one in the trash', async () => {
    const { name, adapter } = open();
    for (const key of ['named', 'kept', 'left', 'back']) await adapter.blobs!.put(new Blob([key]), { key });
    const file = aFile({ id: 'back', ref: 'back' });
    const [, back] = await adapter.commit([creation('deal', aDeal()), creation('file', file)]);
    await adapter.commit([
      creation('file', aFile({ ref: 'named' })),
      creation(
        'trash',
        aTrash({
          ...{ of: 'deal', record: aDeal({ id: 'gone' }), files: [aFile({ id: 'kept', ref: 'kept' })] },
          expiresAt: '2100-01-01T00:00:00.000Z',
        }),
      ),
    ]);
    const { record } = back as { record: typeof file };
    await adapter.commit([deletion('file', record)]);
    adapter.close();
    await idleAt(name, start);
    await idleAt(name, start + 29 * DAY);
    const second = open({ name, now: start + 29 * DAY });
    expect((await there(second.adapter, 'named', 'kept', 'left', 'back')).length).to.equal(4);
    // Given back: it has its thirty days anew, whenever it is deleted again.
    await second.adapter.commit([creation('file', record)]);
    second.adapter.close();
    await idleAt(name, start + 31 * DAY);
    const third = open({ name, now: start + 31 * DAY });
    expect(await there(third.adapter, 'named', 'kept', 'left', 'back')).to.deep.equal(['named', 'kept', 'back']);
    const again = await third.adapter.read({ kind: 'file', today, window: { offset: 0, limit: 9 } });
    await third.adapter.commit([
      deletion(
        'file',
        again.records.find(({ id }) => id === 'back')!,
      ),
    ]);
    third.adapter.close();
    await idleAt(name, start + 33 * DAY);
    await idleAt(name, start + 62 * DAY);
    expect(await there(open({ name }).adapter, 'back')).to.deep.equal(['back']);
    await idleAt(name, start + 64 * DAY);
    expect(await there(open({ name }).adapter, 'back')).to.deep.equal([]);
  });

  it('one that is put again has its thirty days anew', async () => {
    const { name, adapter } = open();
    await adapter.blobs!.put(new Blob(['slow']), { key: 'slow' });
    adapter.close();
    await idleAt(name, start);
    const second = open({ name });
    await second.adapter.blobs!.put(new Blob(['slow']), { key: 'slow' });
    second.adapter.close();
    await idleAt(name, start + 31 * DAY);
    expect(await there(open({ name }).adapter, 'slow')).to.deep.equal(['slow']);
  });

  it('is looked through once a day, however many visits there are', async () => {
    const { name, adapter } = open();
    await adapter.blobs!.put(new Blob(['left']), { key: 'left' });
    adapter.close();
    await idleAt(name, start);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    const marks = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const request = db.transaction('meta').objectStore('meta').get('blobsSwept');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    expect(await marks()).to.equal(start);
    await idleAt(name, start + DAY / 2);
    expect(await marks()).to.equal(start);
    await idleAt(name, start + DAY);
    expect(await marks()).to.equal(start + DAY);
    db.close();
  });
});
