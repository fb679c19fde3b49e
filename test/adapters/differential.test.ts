/**
 * The same commits, as chance makes them, to memory and to the browser's database: what is answered, refused, stored and found is
 * the same, with two adapters over one database that take turns, and whatever the caller knows, or believes to know.
 */
import { expect } from '@open-wc/testing';
import type { CommitOptions, CrmAdapter } from '../../src/adapters/adapter.js';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change } from '../../src/domain/change.js';
import { asCrmError } from '../../src/domain/errors.js';
import type { Query, Where } from '../../src/domain/query.js';
import type { AnyRecord, Id, Kind } from '../../src/domain/records.js';
import { changelogOrder } from '../../src/domain/row-id.js';
import { same } from '../../src/domain/same.js';
import { aBoard, minutesAfter, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { randomOf, type Random } from '../support/random.js';
import { kindsMade, RandomCommits, someOf, type Look } from './random-commits.js';

const databasesMade = databases();
let serial = 0;
const STEPS = 28;

/** Messages between the two adapters, which come when they are let through. */
class Wire {
  readonly #ends: { onmessage: ((event: MessageEvent) => void) | null }[] = [];
  readonly #held: (() => void)[] = [];

  readonly channel = (): BroadcastChannel => {
    const end = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      close: () => void this.#ends.splice(this.#ends.indexOf(end), 1),
      postMessage: (data: unknown) => {
        for (const other of this.#ends)
          if (other !== end) this.#held.push(() => other.onmessage?.(new MessageEvent('message', { data })));
      },
    };
    this.#ends.push(end);
    return end as unknown as BroadcastChannel;
  };

  letThrough(): void {
    for (const message of this.#held.splice(0)) message();
  }
}

interface Side {
  readonly memory: CrmAdapter;
  readonly stored: CrmAdapter;
}

class World {
  readonly sides: readonly [Side, Side];
  readonly wire = new Wire();
  #minutes = 0;

  constructor() {
    const name = `differential-${Date.now()}-${serial++}`;
    const now = (): number => Date.parse(minutesAfter(100 + this.#minutes));
    // Nothing is swept, and nothing given up, by time.
    const clock = { now, after: () => () => undefined };
    const memory = memoryAdapter({ now });
    const [a, b] = [0, 1].map(() => {
      const adapter = indexeddbAdapter({ name, clock, channel: this.wire.channel });
      databasesMade.push({ name, adapter });
      return adapter;
    }) as readonly CrmAdapter[] as readonly [CrmAdapter, CrmAdapter];
    this.sides = [
      { memory, stored: a },
      { memory: memoryAdapter({ beside: memory, now }), stored: b },
    ];
  }

  tick(): void {
    this.#minutes++;
  }

  async commit(side: Side, changes: readonly Change[], options: CommitOptions): Promise<readonly [unknown, unknown]> {
    const tried = (adapter: CrmAdapter): Promise<unknown> =>
      adapter.commit(changes, options).then(
        // What is derived comes after the changes themselves, in no order.
        (answer) => [...answer.slice(0, changes.length), ...answer.slice(changes.length).sort(byName)],
        (thrown: unknown) => {
          const { code, reason, field, current } = asCrmError(thrown);
          return { code, reason, field, current };
        },
      );
    return [await tried(side.stored), await tried(side.memory)];
  }
}

const byName = (a: Change, b: Change): number => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1);
const everything = { offset: 0, limit: 20_000 } as const;
const byId = [{ field: 'id' }] as const;

/**
 * Questions of every way in which the database looks for records.
 * @param heard false: of nothing that is answered from what is kept in the page
 */
function questions(random: Random, look: Look, heard: boolean): Query[] {
  const kind = random.pick(kindsMade);
  const ids = (of: Kind, most = 60): Id[] => someOf(random, look(of), most).map(({ id }) => id);
  const one = (of: Kind): Id => ids(of, 1)[0] ?? 'none';
  const link = random.pick(['leadId', 'dealId'] as const);
  const child = random.pick(['note', 'activity'] as const);
  const holder = link === 'leadId' ? 'lead' : 'deal';
  const by = random.pick(['personId', 'organizationId'] as const);
  const open: Where = { field: 'archivedAt', op: 'empty' };
  const staged: Where = {
    all: [
      { field: 'stageId', op: 'is', value: 'stage-1' },
      { field: 'status', op: 'is', value: 'open' },
    ],
  };
  const few = { offset: random.below(4), limit: 1 + random.below(40) };
  const hung: Where = { field: link, op: 'is', value: one(holder) };
  const told = ids(random.pick(['lead', 'deal', 'person'] as const), 4);
  const windows: Query[] = [
    { kind: 'lead', where: open, today, window: few },
    { kind: 'deal', where: staged, today, window: few },
    { kind: 'deal', where: staged, order: [{ field: 'rank' }], today, window: few },
  ];
  return [
    ...(heard ? windows : []),
    { kind, where: { field: 'id', op: 'in', value: ids(kind, 150) }, today, window: everything },
    { kind: child, where: { field: link, op: 'in', value: ids(holder) }, today, window: everything },
    { kind: child, where: hung, today, window: few },
    { kind: 'activity', where: { all: [hung, { field: 'done', op: 'is', value: true }] }, today, window: few },
    { kind: 'activity', where: { all: [hung, { field: 'done', op: 'is', value: false }] }, today, window: few },
    { kind: 'note', where: { all: [hung, { field: 'pinned', op: 'is', value: true }] }, today, window: few },
    {
      kind: 'lead',
      where: { field: by, op: 'in', value: ids(by === 'personId' ? 'person' : 'organization', 40) },
      today,
      window: few,
    },
    { kind: 'project', where: { field: 'dealIds', op: 'has', value: ids('deal', 40) }, today, window: everything },
    {
      kind: 'changelog',
      where: { field: 'recordId', op: 'in', value: told },
      order: changelogOrder,
      today,
      window: few,
    },
  ];
}

/** In words, what differs first. */
function unlike(found: readonly AnyRecord[], expected: readonly AnyRecord[]): string {
  const at = expected.findIndex((record, i) => !same(found[i], record));
  const where = at === -1 ? expected.length : at;
  return `${found.length} of ${expected.length}; the ${where}th is ${JSON.stringify(found[where])}, not ${JSON.stringify(expected[where])}`;
}

async function run(seed: number): Promise<void> {
  const random = randomOf(seed);
  const world = new World();
  const all = new Map<Kind, readonly AnyRecord[]>();
  const [{ memory }] = world.sides;
  const learn = async (): Promise<void> => {
    for (const kind of [...kindsMade, 'changelog'] as const)
      all.set(kind, (await memory.read({ kind, order: byId, today, window: everything })).records);
  };
  const look: Look = (kind) => (all.get(kind) ?? []) as never;
  const commits = new RandomCommits(random, look);
  /** What somebody has read some time ago. */
  let earlier = new Map<string, AnyRecord>();
  const remembered = (): Map<string, AnyRecord> =>
    new Map(kindsMade.flatMap((kind) => look(kind).map((record) => [`${kind} ${record.id}`, record] as const)));
  let done = null as { readonly changes: readonly Change[]; readonly options: CommitOptions } | null;
  let step = 0;
  const at = (what: string): string => `seed ${seed}, step ${step}: ${what}`;
  const fail = (what: string): never => expect.fail(at(what));

  const compare = async (side: Side, query: Query): Promise<void> => {
    const [found, expected] = await Promise.all([side.stored.read(query), side.memory.read(query)]);
    const told = (): string => `${JSON.stringify(query)}: `;
    if (!same(found.records, expected.records)) fail(told() + unlike(found.records, expected.records));
    if (found.total !== undefined && found.total !== expected.total)
      fail(`${told()}${found.total} in all, not ${expected.total}`);
  };

  await world.commit(world.sides[0], aBoard(), {});
  const begun = await world.commit(world.sides[1], commits.first(), {});
  expect(begun[0], at('the first records')).to.be.an('array');
  for (step = 1; step <= STEPS; step++) {
    world.tick();
    await learn();
    const side = random.pick(world.sides);
    const again = random.chance(0.06) ? done : null;
    const changes = again?.changes ?? commits.next();
    const now = remembered();
    const held = random.pick([null, now, now, earlier]);
    const forgets = random.chance(0.2);
    const known = (kind: Kind, id: Id) => (forgets && id.endsWith('7') ? undefined : held!.get(`${kind} ${id}`));
    if (random.chance(0.3)) earlier = now;
    const [first] = changes;
    // As whoever selects them, or more, reads them: how they lie is remembered.
    const kind = first?.kind ?? 'lead';
    const own = changes.flatMap((change) => (change.kind === kind ? [change.id] : []));
    const near = random.chance(0.5) ? own : look(kind).map(({ id }) => id);
    const where: Where = { field: 'id', op: 'in', value: near.slice(0, 200) };
    if (random.chance(0.6)) await compare(side, { kind, where, today, window: everything });
    const author = {
      userId: 'user-1',
      at: minutesAfter(100 + step),
      from: 'host',
      bulk: true,
      command: `command ${step}`,
    };
    const options: CommitOptions = again?.options ?? {
      ...(held !== null && { known }),
      ...(random.chance(0.6) && { author }),
      ...(random.chance(0.5) && { key: `key ${step}` }),
    };
    const [answer, expected] = await world.commit(side, changes, options);
    const isStored = Array.isArray(expected);
    if (!same(answer, expected)) {
      const short = (what: unknown): string => JSON.stringify(what).slice(0, 300);
      const told = `${changes.length} changes, the first ${first?.op} of ${first?.kind}`;
      if (Array.isArray(answer) && Array.isArray(expected)) {
        const place = expected.findIndex((change, i) => !same(answer[i], change));
        fail(
          `${told}: answered at ${place} of ${expected.length} (${answer.length}): ${short(answer[place])}, not ${short(expected[place])}`,
        );
      }
      fail(`${told}: answered with ${short(answer)}, not ${short(expected)}`);
    }
    if (isStored && again === null && options.key !== undefined) done = { changes, options };
    // Who has not heard of it yet finds what an index, or the id, says all the same.
    const heard = random.chance(0.7);
    if (heard) world.wire.letThrough();
    await learn();
    for (const query of questions(random, look, heard)) await compare(random.pick(world.sides), query);
    if (!heard) continue;
    for (const kind of step % 9 === 0 || step === STEPS
      ? [...kindsMade, 'changelog' as const]
      : [random.pick(kindsMade)])
      await compare(random.pick(world.sides), { kind, order: byId, today, window: everything });
  }
}

describe('any commits, in memory and in the browser’s database', () => {
  for (const seed of [5, 9, 13])
    it(`come to the same: ${seed}`, async function () {
      this.timeout(20_000);
      await run(seed);
    });
});
