import { expect, waitUntil } from '@open-wc/testing';
import type { CrmError } from '../../src/domain/errors.js';
import type { CrmStore } from '../../src/store/api.js';
import { aLead, creation } from '../../src/testing/fixtures.js';
import { begun, her, live, traces, tracesIn } from '../support/everywhere.js';
import { tabs } from '../support/lived.js';
import { raw } from '../support/raw.js';

const { tab, lived } = tabs('erase');

const backedUp = async (store: CrmStore): Promise<string> => JSON.stringify((await store.backup()).records);

describe('a person is erased from the browser’s database', function () {
  this.timeout(30_000);

  it('0 hits for name, address and number in all that the raw database holds', async () => {
    const { name, store } = await lived();
    const before = await raw(name);
    expect(tracesIn(before), 'before, all of it is there').to.deep.equal([
      ...traces.filter((one) => before.includes(one)),
    ]);
    expect(tracesIn(before).length).to.be.greaterThan(8);
    // Columns, summaries and small kinds are read, and must not bring anything back.
    const list = { kind: 'lead', order: [{ field: 'title' }], window: { offset: 0, limit: 50 } } as const;
    await store.read({ ...list, search: 'zerrin' });
    await store.erase(her);
    const after = await raw(name);
    expect(tracesIn(after)).to.deep.equal([]);
    expect(after, 'nor by her id').not.to.contain(`"${her}"`);
    expect((await store.read({ ...list, search: 'zerrin' })).records).to.deep.equal([]);
    expect(tracesIn(await backedUp(store))).to.deep.equal([]);
    // What is done from here on brings nothing back, either.
    await store.execute('deal-edit', { id: 'bobs', fields: { title: 'Pump, new' } });
    await store.undo();
    expect(tracesIn(await raw(name))).to.deep.equal([]);
  });

  it('what is others’ keeps its history, row by row', async () => {
    const { name, store } = await lived();
    const window = { offset: 0, limit: 1_000 };
    const rows = async () => (await store.read({ kind: 'changelog', order: [{ field: 'id' }], window })).records;
    const wide = Array.from({ length: 450 }, (_, i) =>
      creation('lead', aLead({ id: `wide-${String(i).padStart(3, '0')}` })),
    );
    const hers = creation(
      'lead',
      aLead({ id: 'wide-100a', title: 'Zerrin Çalışkan, wide', personId: her, organizationId: null }),
    );
    const author = { userId: 'user-1', at: store.now(), from: 'host', bulk: true, command: 'wide' };
    await store.adapter.commit([...wide.slice(0, 101), hers, ...wide.slice(101)], { author });
    const before = await rows();
    const report = await store.erasure(her);
    await store.erase(her);
    const after = await rows();
    const gone = before.length + 1 - after.length;
    expect(gone).to.equal(report.deleted.changelog);
    const known = new Map(before.map((row) => [row.id, row]));
    const others = after.filter(({ command }) => command === 'wide');
    expect(others.length).to.equal(450);
    for (const row of others) expect(row).to.deep.equal(known.get(row.id));
    const where = { field: 'recordId', op: 'is', value: 'wide-449' } as const;
    expect((await store.read({ kind: 'changelog', where, window })).records.length, 'found by its record').to.equal(1);
    expect(tracesIn(await raw(name))).to.deep.equal([]);
  });

  it('all of it or nothing, wherever it breaks off; and it can be done again', async () => {
    const { name, store, rig } = await lived();
    const before = await backedUp(store);
    rig.abortWrite = () => new DOMException('full', 'QuotaExceededError');
    await store.erase(her).then(
      () => expect.fail('it was stored'),
      (thrown: unknown) => expect((thrown as CrmError).code).to.equal('quota'),
    );
    rig.abortWrite = undefined;
    expect(await backedUp(store)).to.equal(before);
    expect(store.undoable, 'what was done can still be taken back').not.to.equal(null);
    expect((await store.erase(her)).outcomes[0]?.state).to.equal('done');
    expect(tracesIn(await raw(name))).to.deep.equal([]);
  });

  it('the connection is lost when it has just been stored: it is not done twice, and is told as done', async () => {
    const { name, store, rig } = await lived();
    let lost = 0;
    rig.loseEnd = () => lost++ === 0;
    expect((await store.erase(her)).outcomes[0]?.state).to.equal('done');
    rig.loseEnd = undefined;
    expect(lost, 'it was asked for again').to.be.greaterThan(1);
    const where = { field: 'field', op: 'is', value: 'erased' } as const;
    const window = { offset: 0, limit: 10 };
    expect((await store.read({ kind: 'changelog', where, window })).records.length).to.equal(1);
    expect(tracesIn(await raw(name))).to.deep.equal([]);
  });

  it('another tab drops what it shows and what it could take back', async () => {
    const { name, store } = await lived();
    const other = await tab({ name });
    const person = other.store.record('person', her);
    const deals = other.store.list({ kind: 'deal' });
    person.subscribe(() => undefined);
    deals.subscribe(() => undefined);
    await waitUntil(() => person.record !== null && deals.state === 'ready', 'it shows her');
    await other.store.execute('person-edit', { id: her, fields: { jobTitle: 'Zerrin the great' } });
    expect(other.store.undoable?.name).to.equal('person-edit');
    await store.erase(her);
    await waitUntil(() => person.record === null && other.store.undoable === null, 'the other tab has dropped her');
    await waitUntil(() => tracesIn([...deals.related.persons.values()]).length === 0, 'in what its rows name as well');
    expect(await other.store.undo()).to.equal(null);
    expect(tracesIn(await raw(name))).to.deep.equal([]);
  });

  it('a tab that heard nothing of it finds out when somebody looks at it again', async () => {
    const { name, store } = await lived();
    const deaf = (): BroadcastChannel =>
      ({ postMessage: () => undefined, close: () => undefined, onmessage: null }) as unknown as BroadcastChannel;
    const other = await tab({ name, channel: deaf });
    await other.store.execute('person-edit', { id: her, fields: { jobTitle: 'Zerrin the great' } });
    await store.erase(her);
    expect(other.store.undoable).not.to.equal(null);
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => other.store.undoable === null, 'it has found out');
  });

  it('what a tab that was not told has in hand does not come back; what it does from then on is taken back as ever', async () => {
    const { name, store } = await lived();
    const deaf = (): BroadcastChannel =>
      ({ postMessage: () => undefined, close: () => undefined, onmessage: null }) as unknown as BroadcastChannel;
    const other = await tab({ name, channel: deaf });
    await other.store.execute('note-add', { on: { personId: her }, text: 'A note on Zerrin' });
    const added = (
      await other.store.read({
        kind: 'note',
        order: [{ field: 'createdAt', descending: true }],
        window: { offset: 0, limit: 200 },
      })
    ).records.find(({ text }) => text === 'A note on Zerrin')!;
    await other.store.execute('note-delete', { id: added.id });
    await store.erase(her);
    const refused = await other.store.undo().then(
      () => null,
      (error: unknown) => error as CrmError,
    );
    expect(refused?.code).to.equal('conflict');
    expect(refused?.reason).to.equal('erased');
    const left = tracesIn(await raw(name));
    expect(left).to.deep.equal([]);
    await waitUntil(() => other.store.undoable === null && other.store.redoable === null, 'it has found out');
    await other.store.execute('lead-add', { title: 'Another one', organization: { name: 'Elsewhere' } });
    expect(await other.store.undo()).not.to.equal(null);
  });

  it('in memory, where the storage cannot be opened', async () => {
    const factory = (): IDBFactory => {
      throw new DOMException('no', 'SecurityError');
    };
    const { store } = await tab({ factory });
    await store.adapter.commit(begun);
    await live(store);
    await store.erase(her);
    expect(tracesIn(await backedUp(store))).to.deep.equal([]);
  });
});
