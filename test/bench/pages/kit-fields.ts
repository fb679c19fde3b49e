/** Custom fields: deals in the order of a formula and narrowed by one, beside the same by a plain field; and a field that becomes another type. */
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { indexeddbAdapter } from '../../../src/adapters/indexeddb.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { Query } from '../../../src/domain/query.js';
import type { CustomValue, Deal, Field } from '../../../src/domain/records.js';
import { computedIn, needReading } from '../../../src/shared/formula/here.js';
import type { CrmStore } from '../../../src/store/api.js';
import { createStore } from '../../../src/store/store.js';
import { changesOf, makeData, type BenchData } from './data.js';
import { offer, rest, watchTasks } from './measure.js';
import { user } from './user.js';

const base = { rev: 0, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const field = (id: string, type: Field['type'], rank: string, more: Partial<Field> = {}): Change => ({
  op: 'create',
  kind: 'field',
  id,
  record: { ...base, id, name: id, type, options: [], rank, ...more },
});
const fields: readonly Change[] = [
  field('cost', 'number', 'a0'),
  field('pieces', 'number', 'a1'),
  field('plain', 'number', 'a2'),
  field('year', 'text', 'a3'),
  field('each', 'formula', 'a4', { formula: '(#{custom.cost} - 10%) / #{custom.pieces}', gives: 'number' }),
];

/** One of eight is not calculated, as it is where people fill in what they know. */
function custom(place: number): Readonly<Record<string, CustomValue>> {
  const cost = (place * 7919) % 10_007;
  const pieces = 1 + (place % 13);
  const held = { cost, year: String(1900 + (place % 200)) };
  return place % 8 === 0 ? held : { ...held, pieces, plain: Math.round((cost * 90) / pieces) / 100 };
}

let data: BenchData;
let adapter: CrmAdapter;
let store: CrmStore;

async function time(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function filled(made: CrmAdapter): Promise<void> {
  const changes = [...changesOf({ ...data, activities: [] }), ...fields];
  for (let at = 0; at < changes.length; at += 4000) await made.commit(changes.slice(at, at + 4000));
}

async function opened(): Promise<void> {
  store = createStore({ adapter, user, timeZone: 'UTC' });
  await Promise.all([needReading(), store.read({ kind: 'stage', window: { offset: 0, limit: 100 } })]);
  await new Promise<void>((resolve) => {
    const look = (): void => void (store.directory.ready && resolve());
    store.directory.subscribe(look);
    look();
  });
}

/** By the side: a formula, or the field that holds the same. */
const asked = (side: 'kit' | 'limit'): string =>
  side === 'kit' ? (computedIn(store)('custom.each') ?? '') : 'custom.plain';

offer({
  async prepare(deals: number, storage: 'memory' | 'indexeddb') {
    data = makeData({ deals });
    data = { ...data, deals: data.deals.map((deal, i): Deal => ({ ...deal, custom: custom(i) })) };
    if (storage === 'memory') adapter = memoryAdapter();
    else {
      const made = indexeddbAdapter({ name: 'bench-fields' });
      await made.erase();
      adapter = made;
    }
    await filled(adapter);
    await opened();
    await rest();
  },
  /** The storage has not been asked about this field before. */
  async sort(side: 'kit' | 'limit') {
    const query: Query<'deal'> = {
      kind: 'deal',
      order: [{ field: asked(side), descending: true }],
      today: data.today,
      window: { offset: 0, limit: 50 },
    };
    let rows = 0;
    const took = await time(async () => (rows = (await adapter.read(query)).records.length));
    if (rows !== 50) throw new Error(`The first page has ${rows} rows.`);
    return took;
  },
  async filter(side: 'kit' | 'limit') {
    const query: Query<'deal'> = {
      kind: 'deal',
      where: { field: asked(side), op: 'gte', value: 500 },
      today: data.today,
      window: { offset: 0, limit: 50 },
    };
    let total: number | undefined;
    const took = await time(async () => (total = (await adapter.read(query)).total));
    if (total === undefined || total < 100 || total > data.deals.length * 0.6) throw new Error(`${total} match.`);
    return took;
  },
  /** What the dialog does: looks at every value, shows what becomes of them, carries it out. */
  async retype(type: Field['type']) {
    await rest();
    const looked = watchTasks();
    let plan!: Awaited<ReturnType<typeof store.plan<'field-retype'>>>;
    const looking = await time(async () => (plan = await store.plan('field-retype', { id: 'year', type })));
    const longestLook = await looked();
    if (plan.drafts.length !== data.deals.length + 1) throw new Error(`${plan.drafts.length} drafts.`);
    const ran = watchTasks();
    let done = 0;
    const running = await time(async () => {
      store.check(plan);
      const { outcomes } = await store.run(plan);
      done = outcomes.filter(({ state }) => state === 'done').length;
    });
    const longestRun = await ran();
    if (done !== plan.drafts.length) throw new Error(`${done} of ${plan.drafts.length} were turned.`);
    return { looking, longestLook, running, longestRun };
  },
});
