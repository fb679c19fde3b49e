import { expect, waitUntil } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { toRow } from '../../src/adapters/indexeddb/row.js';
import { indexes } from '../../src/adapters/indexeddb/stores.js';
import { kinds, type Conversion, type Lead } from '../../src/domain/records.js';
import { testClock } from '../../src/testing/clock.js';
import { upgrade } from '../../src/adapters/indexeddb/upgrade.js';
import { aConversion, aDeal, aLead, aSavedFilter, creation, edit, today } from '../../src/testing/fixtures.js';
import { databases, rows } from '../support/databases.js';

const made = databases();
let serial = 0;

function open(name: string, clock = testClock('2026-12-10T08:00:00.000Z')) {
  const adapter = indexeddbAdapter({ name, clock });
  made.push({ name, adapter });
  const receipts = async (where?: object): Promise<string[]> => {
    const query = { kind: 'conversion', where, order: [{ field: 'id' }], today, window: { offset: 0, limit: 500 } };
    return (await adapter.read(query as Parameters<typeof adapter.read>[0])).records.map(({ id }) => id);
  };
  const history = async (recordId: string): Promise<(readonly [string, string])[]> => {
    const where = { field: 'recordId', op: 'is', value: recordId } as const;
    const order = [{ field: 'id' }];
    const page = await adapter.read({ kind: 'changelog', where, order, today, window: { offset: 0, limit: 500 } });
    return page.records.map((row) => [row.op, row.field]);
  };
  return { adapter, clock, receipts, history };
}

/** A database as the first version of the layout made it. */
function firstVersion(name: string, fill: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      for (const kind of kinds) {
        const store = db.createObjectStore(kind, { keyPath: 'id' });
        for (const [index, path] of Object.entries(indexes[kind] ?? {}))
          store.createIndex(index, path as string | string[], { multiEntry: index === 'recordIds' });
      }
      db.createObjectStore('meta');
      db.createObjectStore('commitKeys').createIndex('at', 'at');
      fill(request.transaction!);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error!);
  });
}
/** A database of a later layout, whose stores and indexes were those of this one. */
function layout(number: number, name: string, fill: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, number);
    request.onupgradeneeded = () => {
      upgrade(request.result, request.transaction!, 1_000);
      fill(request.transaction!);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error!);
  });
}
const fresh = (): string => `earlier-${Date.now()}-${serial++}`;
const expired = '2026-12-01T00:00:00.000Z';
const kept = '2026-12-30T00:00:00.000Z';
const author = { userId: 'user-1', at: '2026-11-23T10:00:00.000Z', from: 'test', bulk: true, command: 'command-1' };

/** As earlier versions stored receipts: `expiresAt` where the index finds it, and the two records as a text or as they are. */
function earlier(receipt: Conversion, asText: boolean): unknown {
  const { lead, deal, ...rest } = receipt;
  return asText ? { ...rest, _: JSON.stringify({ lead, deal }) } : receipt;
}

describe('rows of earlier versions', () => {
  it('receipts are found by when they expire, beside those of this version, and are whole', async () => {
    const name = fresh();
    const { adapter, receipts } = open(name);
    await adapter.commit([creation('conversion', aConversion({ id: 'now-old', expiresAt: expired }))]);
    await adapter.commit([creation('conversion', aConversion({ id: 'now-new', expiresAt: kept }))]);
    const lead = aLead({ id: 'text', title: 'Of an earlier version', rev: 3 });
    const text = aConversion({ id: 'text', lead, deal: aDeal({ id: 'deal-7' }), expiresAt: expired, rev: 1 });
    const plain = aConversion({ id: 'plain', lead, expiresAt: kept, rev: 1 });
    await rows(name, 'conversion', (store) => store.put(earlier(text, true)));
    await rows(name, 'conversion', (store) => store.put(earlier(plain, false)));
    const upTo = (value: string) => receipts({ field: 'expiresAt', op: 'lte', value });
    expect(await upTo('2026-12-10T08:00:00.000Z')).to.deep.equal(['now-old', 'text']);
    expect(await upTo('2026-12-31')).to.deep.equal(['now-new', 'now-old', 'plain', 'text']);
    // Neither an index nor the notes answer these.
    expect(await receipts({ field: 'expiresAt', op: 'is', value: expired })).to.deep.equal(['now-old', 'text']);
    expect(await receipts({ field: 'expiresAt', op: 'gte', value: '2026-12-15' })).to.deep.equal(['now-new', 'plain']);
    const where = { field: 'id', op: 'in', value: ['text', 'plain'] } as const;
    const page = await adapter.read({ kind: 'conversion', where, today, window: { offset: 0, limit: 9 } });
    const byId = new Map(page.records.map((record) => [record.id, record]));
    expect([byId.get('text'), byId.get('plain')]).to.deep.equal([text, plain]);
  });

  it('a receipt keeps the deal as what it says otherwise than the lead, and gives both back whole', async () => {
    const name = fresh();
    const { adapter } = open(name);
    const custom = JSON.parse('{"__proto__": "odd", "field-1": {"amount": "3", "currency": "EUR"}}') as Lead['custom'];
    const lead = { ...aLead({ id: 'a', rev: 3 }), custom, laterField: ['of a later version'] };
    const { seen: _seen, sourceDealId: _source, ...shared } = lead;
    const deal = { ...aDeal({ id: 'deal-1' }), ...shared, id: 'deal-1', rev: 0, title: 'Renamed', more: null };
    const bare = aConversion({ id: 'b', lead: aLead({ id: 'b' }), deal: null, joined: true });
    const whole = aConversion({ id: 'a', lead, deal, dealId: 'deal-1' });
    await adapter.commit([creation('conversion', whole), creation('conversion', bare)]);
    const raw = (await rows(name, 'conversion', (store) => store.get('a'))) as { _: string };
    expect(raw._.split(lead.searchText || lead.title).length, 'said once').to.equal(2);
    const query = { kind: 'conversion', today, order: [{ field: 'id' }], window: { offset: 0, limit: 9 } } as const;
    const [first, second] = (await adapter.read(query)).records;
    expect(first).to.deep.include({ lead, deal });
    expect(Object.keys(first!.deal!).sort()).to.deep.equal(Object.keys(deal).sort());
    expect(second).to.deep.include({ lead: bare.lead, deal: null });
  });

  it('receipts are taken out when they expire, whichever version wrote them last', async () => {
    const name = fresh();
    const { adapter, clock, receipts } = open(name);
    const renewed = aConversion({ id: 'renewed', expiresAt: expired });
    await adapter.commit(
      ['a', 'b']
        .map((id) => creation('conversion', aConversion({ id, expiresAt: expired })))
        .concat(creation('conversion', renewed), creation('conversion', aConversion({ id: 'stays', expiresAt: kept }))),
    );
    const old = aConversion({ id: 'old', expiresAt: expired, rev: 1 });
    const rewritten = aConversion({ id: 'rewritten', expiresAt: expired, rev: 1 });
    for (const receipt of [old, rewritten, aConversion({ id: 'old-stays', expiresAt: kept, rev: 1 })])
      await rows(name, 'conversion', (store) => store.put(earlier(receipt, true)));
    await adapter.commit([
      edit('conversion', 'rewritten', { state: ['active', 'undone'] }),
      // Converted anew after it was taken back: kept for another thirty days.
      edit('conversion', 'renewed', { expiresAt: [expired, kept] }),
    ]);
    await clock.advance(6_000);
    await waitUntil(async () => (await receipts()).length === 3);
    expect(await receipts()).to.deep.equal(['old-stays', 'renewed', 'stays']);
    const notes = () => rows(name, 'meta', (store) => store.getAllKeys() as IDBRequest<string[]>);
    await waitUntil(async () => !(await notes()).some((key) => key.startsWith(`expires ${expired}`)));
    expect((await notes()).filter((key) => key.startsWith('expires '))).to.have.length(2);
  });

  it('a history is found in packs of every version, and holds nothing of records that were made together', async () => {
    const name = fresh();
    const { adapter, history } = open(name);
    const uuid = (i: number): string => `0193f1a2-b3c4-7def-8123-${String(i).padStart(12, '0')}`;
    const leads = Array.from({ length: 120 }, (_, i) => creation('lead', aLead({ id: uuid(i) })));
    await adapter.commit(leads, { author });
    const [, pack] = (await rows(name, 'commits', (store) => store.getAll())) as { recordIds: string[]; id: string }[];
    expect(pack!.recordIds, 'one entry for all that were made together').to.have.length(1);
    const title = aLead().title;
    await adapter.commit([edit('lead', uuid(7), { title: [title, 'Edited'] })], { author });
    expect(await history(uuid(7))).to.have.deep.members([
      ['create', ''],
      ['patch', 'title'],
    ]);
    expect(await history(uuid(8))).to.have.length(1);
    expect(await history(uuid(500))).to.be.empty;
    // The same commit as earlier versions packed it: found by each whole id, and by what those begin with.
    const earlierName = fresh();
    await layout(8, earlierName, (transaction) => {
      const { call: _call, ...rest } = pack as typeof pack & { call: string };
      transaction.objectStore('changelog').put({ ...rest, recordIds: leads.map(({ id }) => id) });
      transaction.objectStore('commits').put({ ...pack, id: `${pack!.id}!`, recordIds: [uuid(7).slice(0, 11)] }, 2_000);
    });
    const { adapter: second, history: earlierHistory, clock } = open(earlierName);
    await second.commit([creation('lead', aLead({ id: uuid(7) }))], { author });
    const look = async (): Promise<void> => {
      expect(await earlierHistory(uuid(7))).to.deep.equal([
        ['create', ''],
        ['create', ''],
        ['create', ''],
      ]);
      expect(await earlierHistory(uuid(8))).to.have.length(2);
      expect(await earlierHistory(uuid(500))).to.be.empty;
    };
    await look();
    // When the page has been there for a while they are written as those of this version are.
    await clock.advance(6_000);
    await waitUntil(async () => (await rows(earlierName, 'meta', (store) => store.get('stamped'))) === true);
    const entries = (await rows(earlierName, 'changelog', (store) => store.getAll())) as { recordIds: string[] }[];
    expect(entries.flatMap(({ recordIds }) => recordIds)).to.deep.equal([`${uuid(7).slice(0, 11)} ${author.at}`]);
    await look();
  });

  it('a database of the second version gets a place for saved filters; what was in it stays', async () => {
    const name = fresh();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 2);
      request.onupgradeneeded = () => {
        upgrade(request.result, request.transaction!, 1_000);
        request.transaction!.objectStore('lead').put(aLead({ id: 'kept', rev: 1 }));
        request.result.deleteObjectStore('filter');
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error!);
    });
    const { adapter } = open(name);
    await adapter.commit([creation('filter', aSavedFilter())]);
    const window = { offset: 0, limit: 9 };
    expect((await adapter.read({ kind: 'filter', today, window })).records.map((one) => one.name)).to.deep.equal([
      aSavedFilter().name,
    ]);
    expect((await adapter.read({ kind: 'lead', today, window })).records.map(({ id }) => id)).to.deep.equal(['kept']);
  });

  it('a database of the first version is changed over: its records, its history and its count go on', async () => {
    const name = fresh();
    const counted = 4_000_000_000_000;
    const shared = { rev: 1, createdAt: author.at, updatedAt: author.at, ...author };
    await firstVersion(name, (transaction) => {
      transaction.objectStore('lead').put({ ...toRow('lead', aLead({ id: 'old', rev: 1 })) });
      transaction.objectStore('meta').put({ revision: counted, calls: ['a'] }, 'revision');
      transaction.objectStore('meta').put(1, 'oldestWriter');
      const id = `${author.at}/command-1/old#0`;
      const rows = [{ of: 'lead', recordId: 'old', op: 'create' }];
      transaction.objectStore('changelog').put({ id, shared, first: 0, recordIds: ['o'], rows });
    });
    const { adapter, history } = open(name);
    const title = aLead().title;
    const revisions: unknown[] = [];
    const channel = new BroadcastChannel(`crm-elements:${name}`);
    channel.onmessage = ({ data }: MessageEvent<{ revision: number }>) => revisions.push(data.revision);
    await adapter.commit([edit('lead', 'old', { title: [title, 'Edited'] })], { author });
    await adapter.commit([creation('lead', aLead({ id: 'new' }))], { author });
    expect(await history('old')).to.have.deep.members([
      ['create', ''],
      ['patch', 'title'],
    ]);
    await waitUntil(() => revisions.length === 2);
    channel.close();
    expect(revisions).to.deep.equal([counted + 1, counted + 2]);
    // A page of that version must not write any more: what it counts nobody would see.
    expect(await rows(name, 'meta', (store) => store.get('oldestWriter'))).to.equal(10);
  });

  it('a commit of many rows is told whole, and one without an author counts as well', async () => {
    const name = fresh();
    const { adapter, history } = open(name);
    const ids = Array.from({ length: 450 }, (_, i) => `lead-${String(i).padStart(4, '0')}`);
    await adapter.commit(
      ids.map((id) => creation('lead', aLead({ id }))),
      { author },
    );
    await adapter.commit([edit('lead', ids[449]!, { seen: [false, true] })]);
    for (const id of [ids[0]!, ids[250]!, ids[449]!]) expect(await history(id), id).to.deep.equal([['create', '']]);
    const all = { kind: 'changelog', today, order: [{ field: 'id' }], window: { offset: 0, limit: 500 } } as const;
    expect((await adapter.read(all)).records.map((row) => row.recordId)).to.have.members(ids);
    const numbers = (await rows(name, 'commits', (store) => store.getAllKeys())) as number[];
    expect(numbers.map((number) => number - numbers[0]!)).to.deep.equal([0, 1, 2]);
  });

  it('a history is found by ids of any form', async () => {
    const { adapter, history } = open(fresh());
    const ids = ['1', '12', '120', '1207', 'a-long-name-of-a-host-that-goes-on-and-on', 'Ünver', '💡💡💡'];
    await adapter.commit(
      ids.map((id) => creation('lead', aLead({ id }))),
      { author },
    );
    await adapter.commit([edit('lead', '12', { seen: [false, true] })], { author });
    for (const id of ids) expect(await history(id), id).to.have.length(id === '12' ? 2 : 1);
  });
});
