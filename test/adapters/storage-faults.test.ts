import { expect, waitUntil } from '@open-wc/testing';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import type { StorageNotice } from '../../src/adapters/adapter.js';
import type { Change } from '../../src/domain/change.js';
import type { CrmError } from '../../src/domain/errors.js';
import {
  aConversion,
  aDeal,
  aLead,
  anActivity,
  aNote,
  aPerson,
  creation,
  deletion,
  edit,
  today,
} from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';
import { idbx, type AbortReason, type Idbx } from '../support/idbx.js';

const all = { kind: 'lead', today, window: { offset: 0, limit: 50 } } as const;
const error = (name: string): DOMException => new DOMException(`A fault on purpose: ${name}`, name);
const quick = { backOff: [0, 0, 0] };
let serial = 0;
const made = databases();

function open(rig: Idbx = idbx(), name = `faults-${Date.now()}-${serial++}`) {
  const adapter = indexeddbAdapter({ factory: rig.factory, name, limits: quick });
  made.push({ name, adapter });
  const notices: (StorageNotice['state'] | null)[] = [];
  adapter.notices!((notice) => notices.push(notice?.state ?? null));
  return { name, rig, adapter, notices };
}
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (thrown: CrmError) => thrown.code,
  );

/** Twelve operations, and what they leave behind. */
async function story(adapter: IndexedDbAdapter): Promise<unknown> {
  const one = async (id: string) =>
    (await adapter.read({ ...all, where: { field: 'id', op: 'is', value: id } })).records[0]!;
  await adapter.commit(
    [creation('person', aPerson()), creation('lead', aLead()), creation('lead', aLead({ id: 'lead-2' }))],
    { key: 'k1' },
  );
  await adapter.read(all);
  await adapter.commit([edit('lead', 'lead-1', { title: [aLead().title, 'Roof'] })]);
  await adapter.commit([creation('activity', anActivity()), creation('note', aNote())]);
  await adapter.summarize!(all, 'ownerId');
  await adapter.commit([edit('person', 'person-1', { name: [aPerson().name, 'Grace Hopper'] })]);
  await adapter.read({ ...all, search: 'grace roof' });
  await adapter.commit([deletion('lead', await one('lead-2'))]);
  const lead = await one('lead-1');
  await adapter.commit(
    [
      creation('conversion', aConversion({ lead })),
      creation('deal', aDeal({ title: lead.title })),
      edit('activity', 'activity-1', { leadId: ['lead-1', null], dealId: [null, 'deal-1'] }),
      edit('note', 'note-1', { leadId: ['lead-1', null], dealId: [null, 'deal-1'] }),
      deletion('lead', lead),
    ],
    { key: 'k2', durable: true },
  );
  const left = async (kind: 'lead' | 'deal' | 'person' | 'note' | 'activity' | 'conversion') =>
    (await adapter.read({ ...all, kind })).records;
  const [deals, notes] = [await left('deal'), await left('note')];
  return [
    (await left('lead')).length,
    deals.length,
    deals.map((deal) => 'title' in deal && [deal.title, 'personName' in deal && deal.personName, deal.rev]),
    notes.length,
    (await left('conversion')).length,
    (await left('person')).map((person) => person.rev),
  ];
}
const outcome = [0, 1, [['Roof', 'Grace Hopper', 1]], 1, 1, [2]];

describe('a connection that dies', () => {
  it('without any fault the story ends as it should', async () => {
    expect(await story(open().adapter)).to.deep.equal(outcome);
  });

  it('R04: closed before any one transaction, the result is the same', async function () {
    this.timeout(60_000);
    const count = await transactionsOf(story);
    for (let at = 0; at < count; at++) {
      const { rig, adapter } = open();
      rig.beforeTransaction = (db, nth) => {
        if (nth === at) db.close();
      };
      expect(await story(adapter), `closed before transaction ${at}`).to.deep.equal(outcome);
    }
  });

  it('R04: aborted by the close in the middle of any one write, the result is the same', async function () {
    this.timeout(60_000);
    for (let at = 0; at < 8; at++) {
      const { rig, adapter } = open();
      rig.abortWrite = (nth) => (nth === at ? error('AbortError') : undefined);
      expect(await story(adapter), `write ${at}`).to.deep.equal(outcome);
    }
  });

  it('R04, R15: lost after it was stored and before that was told, nothing is stored twice', async function () {
    this.timeout(60_000);
    for (let at = 0; at < 8; at++) {
      const { rig, adapter } = open();
      rig.loseEnd = (nth) => nth === at;
      expect(await story(adapter), `write ${at}`).to.deep.equal(outcome);
    }
  });

  it('R04: killed by the browser between two calls, the next call opens another connection', async () => {
    const { rig, adapter } = open();
    await adapter.commit([creation('lead', aLead())]);
    rig.kill();
    expect((await adapter.read(all)).records).to.have.length(1);
    expect(rig.opened).to.have.length(2);
  });

  it('R05: every call on the old connection fails until another is opened', async () => {
    const { rig, adapter } = open();
    await adapter.commit([creation('lead', aLead())]);
    const [dead] = rig.live;
    rig.beforeTransaction = (db) => {
      if (db === dead) throw error('UnknownError');
    };
    await adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
    expect((await adapter.read(all)).records[0]?.rev).to.equal(2);
  });

  it('R05: when none works it says that it retries, then refuses with `unavailable`, and recovers', async () => {
    const { rig, adapter, notices } = open();
    await adapter.read(all);
    rig.beforeTransaction = () => {
      throw error('UnknownError');
    };
    expect(await code(adapter.commit([creation('lead', aLead())]))).to.equal('unavailable');
    expect(notices).to.include('retrying');
    rig.beforeTransaction = undefined;
    await adapter.commit([creation('lead', aLead())]);
    expect(notices.at(-1)).to.equal(null);
  });
});

describe('a write that fails', () => {
  const reasons: readonly (readonly [AbortReason, string])[] = [
    [error('QuotaExceededError'), 'quota'],
    [error('UnknownError'), 'answered'],
    ['null', 'answered'],
  ];
  for (const [reason, expected] of reasons) {
    it(`R08: aborted with ${reason === 'null' ? 'no reason' : reason.name}: ${expected}, and the storage is as before or whole`, async () => {
      const { rig, adapter } = open();
      await adapter.commit([creation('lead', aLead())]);
      rig.abortWrite = (nth) => (nth === 1 ? reason : undefined);
      const changes = [creation('note', aNote()), edit('lead', 'lead-1', { title: [aLead().title, 'New'] })];
      expect(await code(adapter.commit(changes))).to.equal(expected);
      const [lead] = (await adapter.read(all)).records;
      const notes = (await adapter.read({ ...all, kind: 'note' })).records.length;
      expect([lead?.title, notes]).to.deep.equal(expected === 'answered' ? ['New', 1] : [aLead().title, 0]);
      await adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]);
      expect((await adapter.read(all)).records[0]?.seen, 'an edit once there is room again').to.equal(true);
    });
  }

  it('R16: nothing of it reaches the host: no unhandled rejection, no error of the page', async () => {
    const heard: unknown[] = [];
    const hear = (event: Event): void => {
      heard.push(event);
      event.preventDefault();
    };
    window.addEventListener('unhandledrejection', hear);
    window.addEventListener('error', hear);
    try {
      const { rig, adapter } = open();
      await adapter.commit([creation('lead', aLead())]);
      expect(await code(adapter.commit([creation('lead', aLead())]))).to.equal('conflict');
      rig.abortWrite = () => error('QuotaExceededError');
      expect(await code(adapter.commit([edit('lead', 'lead-1', { seen: [false, true] })]))).to.equal('quota');
      rig.abortWrite = undefined;
      rig.beforeTransaction = () => {
        throw error('UnknownError');
      };
      expect(await code(adapter.read(all))).to.equal('unavailable');
      rig.beforeTransaction = undefined;
      // Rejections are told after the task they happened in.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      expect(heard).to.deep.equal([]);
    } finally {
      window.removeEventListener('unhandledrejection', hear);
      window.removeEventListener('error', hear);
    }
  });

  it('R14: `durable` commits wait for the disk, others do not', async () => {
    const { rig, adapter } = open();
    const durability = async (changes: readonly Change[], durable?: boolean): Promise<string | undefined> => {
      await adapter.commit(changes, { durable });
      return rig.transactions.filter(({ mode }) => mode === 'readwrite').at(-1)?.options?.durability;
    };
    expect(await durability([creation('lead', aLead())])).to.equal('relaxed');
    expect(await durability([creation('conversion', aConversion({ id: 'lead-7' }))], true)).to.equal('strict');
  });
});

async function transactionsOf(run: (adapter: IndexedDbAdapter) => Promise<unknown>): Promise<number> {
  const { rig, adapter } = open();
  await run(adapter);
  await waitUntil(() => rig.transactions.length > 0);
  return rig.transactions.length;
}
