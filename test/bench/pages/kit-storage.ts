/** Our IndexedDB adapter, and the store over it. */
import { indexeddbAdapter, type IndexedDbAdapter } from '../../../src/adapters/indexeddb.js';
import type { Change } from '../../../src/domain/change.js';
import type { CrmStore } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { changesOf, makeData, type BenchData } from './data.js';
import { offer } from './measure.js';
import { user } from './user.js';

const name = 'bench-storage-kit';
const author = { userId: user.id, at: new Date().toISOString(), from: 'bench', bulk: false, command: 'bench' };
let data: BenchData;
let adapter: IndexedDbAdapter;
let store: CrmStore;

const open = async (): Promise<IndexedDbAdapter> => {
  const made = indexeddbAdapter({ name });
  await made.read({ kind: 'pipeline', today: data.today, window: { offset: 0, limit: 1 } });
  return made;
};
async function time(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

offer({
  async prepare(leads: number) {
    data = makeData({ leads });
    adapter = indexeddbAdapter({ name });
    await adapter.erase();
    await adapter.commit(changesOf({ ...data, leads: [], activities: [] }));
  },
  insert() {
    // As a command makes them: never stored before. A record that comes back (`rev` > 0) may have activities, which are looked for.
    const changes = data.leads.map((record): Change => ({
      op: 'create',
      kind: 'lead',
      id: record.id,
      record: { ...record, rev: 0 },
    }));
    return time(() => adapter.commit(changes, { author }));
  },
  async page() {
    adapter.close();
    adapter = await open();
    const query = {
      kind: 'lead',
      where: { field: 'archivedAt', op: 'empty' },
      order: [{ field: 'nextActivity' }],
      today: data.today,
      window: { offset: 0, limit: 50 },
    } as const;
    let rows = 0;
    const took = await time(async () => {
      rows = (await adapter.read(query)).records.length;
    });
    if (rows !== 50) throw new Error(`The first page has ${rows} rows.`);
    return took;
  },
  async update(count: number) {
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const { id, title } = data.leads[i * 7]!;
      const change: Change = { op: 'patch', kind: 'lead', id, fields: { title: [title, `${title} (asked again)`] } };
      times.push(await time(() => adapter.commit([change], { author })));
    }
    return times;
  },
  /** As in any page that offers it: the store is open, and its stages have been read, before somebody looks, selects and converts. */
  async open() {
    store = createStore({ adapter, user, timeZone: 'UTC' });
    await store.read({ kind: 'stage', window: { offset: 0, limit: 100 } });
  },
  async convert(count: number) {
    const ids = data.leads.slice(-count).map(({ id }) => id);
    let made = 0;
    const took = await time(async () => {
      const { outcomes } = await store.convertLeads(ids, { stageId: data.stages[0]!.id });
      made = outcomes.filter(({ state }) => state === 'done').length;
    });
    store.close();
    if (made !== count) throw new Error(`${made} of ${count} leads were converted.`);
    return took;
  },
});
