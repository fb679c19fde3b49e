/** The same records in IndexedDB by hand. No changelog and no derivation: what is stored is what came. */
import { toRow } from '../../../src/adapters/indexeddb/row.js';
import type { Row } from '../../../src/adapters/indexeddb/stores.js';
import type { Activity, Lead } from '../../../src/domain/records.js';
import { makeData, type BenchData } from './data.js';
import { offer } from './measure.js';
import { user } from './user.js';
import { all, done, openPlain, removePlain } from './plain-idb.js';

const name = 'bench-storage-limit';
let data: BenchData;
let db: IDBDatabase;

function upgrade(made: IDBDatabase): void {
  const leads = made.createObjectStore('lead', { keyPath: 'id' });
  leads.createIndex('next', ['_.archived', '_.due', '_.newest']);
  const deals = made.createObjectStore('deal', { keyPath: 'id' });
  deals.createIndex('next', ['stageId', 'status', '_.due', '_.newest']);
  made.createObjectStore('activity', { keyPath: 'id' }).createIndex('leadId', 'leadId');
  made.createObjectStore('conversion', { keyPath: 'id' });
}
async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What urgency comes first: four ranges of one index. */
export function ranges(today: string): IDBKeyRange[] {
  const between = (from: string, to: string): IDBKeyRange => IDBKeyRange.bound([0, from], [0, to], false, true);
  return [
    between('0', `${today}T`),
    between(`${today}T`, `${today}U`),
    between('', '0'),
    between(`${today}U`, '\uffff'),
  ];
}

/** One chunk of a conversion: the lead as it is, its deal, its receipt, what hung on it; all or nothing. */
async function convertChunk(ids: readonly string[], now: string): Promise<void> {
  const transaction = db.transaction(['lead', 'deal', 'activity', 'conversion'], 'readwrite', { durability: 'strict' });
  const end = done(transaction);
  const [leads, deals, activities, receipts] = ['lead', 'deal', 'activity', 'conversion'].map((store) =>
    transaction.objectStore(store),
  ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore, IDBObjectStore];
  const hanging = activities.index('leadId');
  const [found, hung] = await Promise.all([
    all(ids.map((id) => leads.get(id) as IDBRequest<Row<Lead>>)),
    all(ids.map((id) => hanging.getAll(id) as IDBRequest<Activity[]>)),
  ]);
  found.forEach((lead, i) => {
    const dealId = `${lead.id}-deal`;
    const stageId = data.stages[0]!.id;
    deals.add({
      ...lead,
      id: dealId,
      stageId,
      pipelineId: data.stages[0]!.pipelineId,
      status: 'open',
      rank: `a${i}`,
      stageChangedAt: now,
      stageHistory: [{ stageId, at: now }],
    });
    for (const activity of hung[i]!) activities.put({ ...activity, leadId: null, dealId });
    const moved = hung[i]!.map(({ id }) => id);
    receipts.add({ id: lead.id, lead, dealId, moved, state: 'active', userId: user.id, createdAt: now });
    leads.delete(lead.id);
  });
  await end;
}

offer({
  async prepare(leads: number) {
    data = makeData({ leads });
    await removePlain(name);
    db = await openPlain(name, upgrade);
  },
  insert: () =>
    time(() => {
      const transaction = db.transaction('lead', 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore('lead');
      for (const lead of data.leads) store.add(toRow('lead', lead));
      return done(transaction);
    }),
  async page() {
    db.close();
    db = await openPlain(name, upgrade);
    let rows: Row[] = [];
    const took = await time(async () => {
      const transaction = db.transaction('lead', 'readonly');
      const index = transaction.objectStore('lead').index('next');
      rows = (await all(ranges(data.today).map((range) => index.getAll(range, 50) as IDBRequest<Row[]>)))
        .flat()
        .slice(0, 50);
    });
    if (rows.length !== 50) throw new Error(`The first page has ${rows.length} rows.`);
    return took;
  },
  async update(count: number) {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const { id } = data.leads[i * 7]!;
      times.push(
        await time(() => {
          const transaction = db.transaction('lead', 'readwrite', { durability: 'relaxed' });
          const store = transaction.objectStore('lead');
          const asked = store.get(id) as IDBRequest<Row<Lead>>;
          asked.onsuccess = () => store.put({ ...asked.result, title: `${asked.result.title} (asked again)` });
          return done(transaction);
        }),
      );
    }
    return times;
  },
  /** There is nothing but the database, which is open. */
  open: () => undefined,
  async convert(count: number) {
    const ids = data.leads.slice(-count).map(({ id }) => id);
    return time(async () => {
      for (let i = 0; i < ids.length; i += 100) await convertChunk(ids.slice(i, i + 100), new Date().toISOString());
    });
  },
});
