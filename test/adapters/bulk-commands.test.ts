/**
 * Bulk commands one after the other, as chance has it, on memory and in the browser's database: no lead is lost or doubled on its
 * way between inbox, board and trash, and what is taken back is as it was. The leads were written at different instants, so that
 * they do not lie in the order in which a list shows them.
 */
import { expect } from '@open-wc/testing';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CommandName } from '../../src/domain/plan.js';
import type { AnyRecord, Conversion, Deal, Id, Kind, Lead, Trash } from '../../src/domain/records.js';
import { same } from '../../src/domain/same.js';
import type { CrmStore } from '../../src/store/api.js';
import { createStore, restCode } from '../../src/store/store.js';
import { testClock } from '../../src/testing/clock.js';
import {
  aBoard,
  aLead,
  anActivity,
  aNote,
  aPerson,
  creation,
  minutesAfter,
  today,
} from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { randomOf, type Random } from '../support/random.js';
import { someOf } from './random-commits.js';

const made = databases();
let serial = 0;
const COUNT = 250;
const STEPS = 8;
const START = '2026-11-23T08:00:00.000Z';
const kinds = ['lead', 'deal', 'trash', 'conversion', 'note', 'activity'] as const satisfies readonly Kind[];

type Stored = ReadonlyMap<(typeof kinds)[number], readonly AnyRecord[]>;

/** Counters of writes, and what the kit keeps of what was taken back. */
const counters: ReadonlySet<string> = new Set(['rev', 'updatedAt', 'touchedAt']);
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (each === null || counters.has(name) ? [] : [[name, bare(each)]])),
  );
}
const work = (stored: Stored): unknown =>
  (['lead', 'deal', 'note', 'activity'] as const).map((kind) => bare(stored.get(kind)));

/** A store over an adapter, with what it stores. */
class Bench {
  readonly clock = testClock(START);
  readonly store: CrmStore;
  readonly #adapter: CrmAdapter;

  constructor(adapter: CrmAdapter) {
    this.#adapter = adapter;
    const user = { id: 'user-1', name: 'Robin' };
    this.store = createStore({ adapter, clock: this.clock, user, timeZone: 'UTC', names: false });
  }

  async stored(): Promise<Stored> {
    const read = async (kind: Kind): Promise<readonly AnyRecord[]> =>
      (await this.#adapter.read({ kind, order: [{ field: 'id' }], today, window: { offset: 0, limit: 5_000 } }))
        .records;
    return new Map(await Promise.all(kinds.map(async (kind) => [kind, await read(kind)] as const)));
  }
}

/** Their ids say nothing of when they were made, and they are stored in an order of their own. */
async function fill(adapter: CrmAdapter, random: Random): Promise<void> {
  await adapter.commit([
    ...aBoard(),
    ...Array.from({ length: 30 }, (_, i) => creation('person', aPerson({ id: `person-${i}`, name: `Person ${i}` }))),
  ]);
  // One by one, or some dozens that were written together.
  const together = random.pick([1, 30, 45]);
  const numbers = Array.from({ length: COUNT }, (_, i) => i);
  const parts = numbers.filter((i) => i % together === 0).map((i) => numbers.slice(i, i + together));
  const places = random.shuffled(parts).flat();
  const leads = places.map((place, i) => {
    const id = `019a3c2e-7b10-7000-8000-${String(place).padStart(12, '0')}`;
    return aLead({ id, title: `Lead ${i}`, personId: `person-${i % 30}`, createdAt: minutesAfter(i) });
  });
  for (let i = 0; i < COUNT; i += 70)
    await adapter.commit(
      leads
        .slice(i, i + 70)
        .flatMap((lead, n) => [
          creation('lead', lead),
          ...(n % 4 === 0 ? [creation('note', aNote({ id: `note-${lead.id}`, leadId: lead.id }))] : []),
          ...(n % 5 === 0 ? [creation('activity', anActivity({ id: `activity-${lead.id}`, leadId: lead.id }))] : []),
        ]),
    );
}

/** As the inbox lists them: the newest first. */
const listed = <R extends AnyRecord>(records: readonly R[]): R[] =>
  [...records].sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1));

/** @returns null = there is nothing that it could be done to */
function next(random: Random, stored: Stored): readonly [CommandName, { ids: readonly Id[] }] | null {
  const leads = listed(stored.get('lead') as readonly Lead[]);
  // All of them, or some, mostly as they stand in the list.
  const chosen = (list: readonly AnyRecord[]): { ids: Id[] } => {
    const some = random.chance(0.3) ? list : someOf(random, list, random.pick([5, 130, 160, 180, COUNT]));
    return { ids: some.map(({ id }) => id) };
  };
  const thrown = listed((stored.get('trash') as readonly Trash[]).map(({ record }) => record as Lead | Deal));
  const active = leads.filter(({ archivedAt }) => archivedAt === null);
  const ways: readonly (readonly [CommandName, { ids: readonly Id[] }])[] = [
    ['leads-archive', chosen(active)],
    ['leads-restore', chosen(leads.filter(({ archivedAt }) => archivedAt !== null))],
    ['leads-delete', chosen(leads)],
    ['trash-restore', chosen(thrown)],
    ['trash-restore', { ids: thrown.map(({ id }) => id) }],
    ['leads-convert', chosen(active)],
    ['deals-convert', chosen(listed(stored.get('deal') as readonly Deal[]))],
    ['deals-delete', chosen(listed(stored.get('deal') as readonly Deal[]))],
    [
      'leads-merge',
      {
        ids: random
          .shuffled(active)
          .slice(0, 4)
          .map(({ id }) => id),
      },
    ],
  ];
  const [name, input] = random.pick(ways);
  return input.ids.length < (name === 'leads-merge' ? 2 : 1) ? null : [name, input];
}

/** In which places each lead that ever was stands: in the inbox, on the board as a deal, in the trash. */
function placesOf(stored: Stored): Map<Id, string[]> {
  const found = new Map<Id, string[]>();
  const receipts = new Map(
    (stored.get('conversion') as readonly Conversion[])
      .filter(({ state }) => state === 'active')
      .map(({ id, dealId }) => [dealId, id] as const),
  );
  const put = (records: readonly AnyRecord[], place: string): void => {
    for (const { id } of records) {
      const of = receipts.get(id) ?? id;
      found.set(of, [...(found.get(of) ?? []), place]);
    }
  };
  put(stored.get('lead')!, 'the inbox');
  put(stored.get('deal')!, 'the board');
  put(stored.get('trash')!, 'the trash');
  return found;
}

async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const name = `bulk-${Date.now()}-${serial++}`;
  const inBrowser = indexeddbAdapter({ name });
  made.push({ name, adapter: inBrowser });
  const adapters: readonly CrmAdapter[] = [memoryAdapter(), inBrowser];
  await restCode.need();
  for (const adapter of adapters) await fill(adapter, randomOf(seed));
  const benches = adapters.map((adapter) => new Bench(adapter));
  const [first] = benches as [Bench, Bench];
  const before: Stored[] = [await first.stored()];

  const ids = new Set(before[0]!.get('lead')!.map(({ id }) => id));
  const story: string[] = [];
  const fail = (what: string): never => expect.fail(`seed ${seed}, ${story.join(', ')}: ${what}`);

  const both = async (told: string, act: (store: CrmStore) => Promise<readonly string[]>): Promise<Stored> => {
    story.push(told);
    const [one, other] = await Promise.all(
      benches.map(async (bench) => [await act(bench.store), await bench.stored()] as const),
    );
    if (!same(one![0], other![0])) fail(`memory says ${one![0].join()}, the database ${other![0].join()}`);
    for (const kind of ['lead', 'deal', 'trash', 'note', 'activity'] as const) {
      const [inMemory, inDatabase] = [one![1].get(kind)!, other![1].get(kind)!];
      if (!same(inMemory.map(bare), inDatabase.map(bare)))
        fail(`${inMemory.length} of ${kind} in memory, ${inDatabase.length} in the database, or others`);
    }
    const places = placesOf(other![1]);
    for (const id of ids) {
      const stands = places.get(id) ?? [];
      if (stands.length !== 1) fail(`${id} stands in ${stands.join(' and ') || 'no place'}`);
    }
    return other![1];
  };
  const states = (outcomes: readonly { state: string; reason?: string; code?: string }[]): string[] =>
    outcomes.map(({ state, code = '', reason = '' }) => `${state} ${code} ${reason}`.trim());

  for (let step = 0; step < STEPS; step++) {
    const now = before.at(-1)!;
    const way = next(random, now);
    if (way === null) continue;
    // What was read some time ago is read again; what was read just now is not.
    if (random.chance(0.3)) await Promise.all(benches.map(({ clock }) => clock.advance(3_000)));
    const [command, { ids: chosen }] = way;
    let stored = await both(`${command} of ${chosen.length}`, async (store) =>
      states((await store.execute(command, { ids: chosen })).outcomes),
    );
    while (random.chance(0.3) && first.store.undoable !== null && command !== 'trash-restore') {
      const back = await both('undo', async (store) => states((await store.undo())!.outcomes));
      if (!same(work(back), work(now))) fail('what was taken back is not as it was');
      const again = await both('redo', async (store) => states((await store.redo())!.outcomes));
      if (!same(work(again), work(stored))) fail('what was done again is not as it was');
      stored = again;
    }

    before.push(stored);
  }
  for (const { store } of benches) store.close();
}

describe('bulk commands, in memory and in the browser’s database', () => {
  for (const seed of [1, 2])
    it(`lose and double nothing: ${seed}`, async function () {
      this.timeout(30_000);
      await run(seed);
    });

  it('bring back from the trash all, where what comes last lies in the midst of the others', async () => {
    const name = `bulk-${Date.now()}-${serial++}`;
    const adapter = indexeddbAdapter({ name });
    made.push({ name, adapter });
    await restCode.need();
    await fill(adapter, randomOf(1));
    const bench = new Bench(adapter);
    const all = (await bench.stored()).get('lead')!.map(({ id }) => id);
    const ids = [...all.slice(0, 50), ...all.slice(80, 130), ...all.slice(50, 80)];
    for (const command of ['leads-delete', 'trash-restore'] as const) {
      const { outcomes } = await bench.store.execute(command, { ids });
      expect(outcomes.filter(({ state }) => state !== 'done')).to.deep.equal([]);
    }
    const stored = await bench.stored();
    expect(stored.get('lead')!.map(({ id }) => id)).to.deep.equal(all);
    expect(stored.get('trash')).to.deep.equal([]);
    bench.store.close();
  });
});
