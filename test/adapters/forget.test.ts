/** Somebody signs out: nothing of what this browser kept is left in it, and no tab brings anything back. */
import { expect, waitUntil } from '@open-wc/testing';
import type { CrmError } from '../../src/domain/errors.js';
import { begun, her, live, tracesIn } from '../support/everywhere.js';
import { tabs } from '../support/lived.js';
import { raw } from '../support/raw.js';

const { tab, lived } = tabs('forget');

/** Of other records, too: words that stand in nothing but what was stored here. */
const words = ['Northwind', 'blue tiles', 'Pump', 'Bob Stone', 'lead-inbox', 'furnish:'];
const leftIn = (text: string): readonly string[] => [...tracesIn(text), ...words.filter((word) => text.includes(word))];

const deaf = (): BroadcastChannel =>
  ({ postMessage: () => undefined, close: () => undefined, onmessage: null }) as unknown as BroadcastChannel;

const refusal = (call: Promise<unknown>): Promise<CrmError | null> =>
  call.then(
    () => null,
    (error: unknown) => error as CrmError,
  );

const window = { offset: 0, limit: 100 } as const;

describe('what this browser keeps is forgotten', function () {
  this.timeout(30_000);

  it('0 hits in all that the raw database and the storages of the page hold', async () => {
    const { name, store } = await lived();
    localStorage.setItem('of the page', 'stays');
    const before = leftIn(await raw(name));
    expect(before.length, 'before, all of it is there').to.be.greaterThan(8);
    // Columns and sums are read, and must not bring anything back.
    const leads = { kind: 'lead', order: [{ field: 'title' }], window } as const;
    await store.read({ ...leads, search: 'zerrin' });
    await store.forget();
    const after = await raw(name);
    expect(leftIn(after)).to.deep.equal([]);
    expect(localStorage.getItem(`crm-elements:${name}`), 'that there were any').to.equal(null);
    expect(after, 'nor by her id').not.to.contain(`"${her}"`);
    expect(localStorage.getItem('of the page')).to.equal('stays');
    localStorage.removeItem('of the page');
    expect((await store.read(leads)).records).to.deep.equal([]);
    expect([store.undoable, store.redoable]).to.deep.equal([null, null]);
  });

  it('and the store goes on as on a first visit: lists are empty, pipelines are there, new records are kept', async () => {
    const { name, store } = await lived();
    const list = store.list({ kind: 'lead' });
    let told = 0;
    list.subscribe(() => undefined);
    store.on('forgotten', () => told++);
    await waitUntil(() => (list.total ?? 0) > 0, 'it shows leads');
    await store.forget();
    expect(told).to.equal(1);
    await waitUntil(() => list.total === 0, 'it shows that there are none');
    expect(list.related.persons.size).to.equal(0);
    const { records: pipelines } = await store.read({ kind: 'pipeline', window });
    expect(pipelines.length, 'the one that a first visit makes').to.equal(1);
    const added = await store.addLead({ title: 'A new one', organization: { name: 'Elsewhere' } });
    expect(added.outcomes[0]?.state).to.equal('done');
    await waitUntil(() => list.total === 1, 'it shows the new one');
    expect(leftIn(await raw(name)).filter((word) => word !== 'furnish:')).to.deep.equal([]);
    const again = await tab({ name });
    expect((await again.store.read({ kind: 'lead', window })).records.map(({ title }) => title)).to.deep.equal([
      'A new one',
    ]);
  });

  it('after what is under way: an edit that waits for the storage is stored first, and gone', async () => {
    const { name, store } = await lived();
    const edited = store.execute('lead-edit', { id: 'bobs-lead', fields: { title: 'Roof of Zerrin' } });
    const forgot = store.forget();
    expect((await edited).outcomes[0]?.state).to.equal('done');
    await forgot;
    expect(leftIn(await raw(name))).to.deep.equal([]);
  });

  it('what was planned before is not carried out', async () => {
    const { name, store } = await lived();
    const plan = await store.plan('note-add', { on: { leadId: 'bobs-lead' }, text: 'Ring Zerrin' });
    await store.forget();
    const refused = await refusal(store.run(plan));
    expect([refused?.code, refused?.reason]).to.deep.equal(['conflict', 'forgotten']);
    expect(leftIn(await raw(name))).to.deep.equal([]);
  });

  it('all of it or nothing: where the storage refuses, all is as it was and can be taken back', async () => {
    const { name, store, rig } = await lived();
    const before = await raw(name);
    rig.beforeTransaction = (db) => {
      if (rig.transactions.at(-1)?.mode !== 'readwrite') return;
      rig.beforeTransaction = undefined;
      const { transaction } = db;
      db.transaction = (...given) => {
        db.transaction = transaction;
        return transaction.apply(db, given);
      };
      throw new DOMException('full', 'QuotaExceededError');
    };
    const refused = await refusal(store.forget());
    rig.beforeTransaction = undefined;
    expect(refused?.code).to.equal('quota');
    expect(await raw(name)).to.equal(before);
    expect(store.undoable).not.to.equal(null);
    await store.forget();
    expect(leftIn(await raw(name))).to.deep.equal([]);
  });

  it('records that cannot be opened are not said to be gone', async () => {
    const { name, store } = await lived();
    const factory = (): IDBFactory => {
      throw new DOMException('no', 'SecurityError');
    };
    const other = await tab({ name, factory });
    const refused = await refusal(other.store.forget());
    expect([refused?.code, refused?.reason]).to.deep.equal(['unavailable', 'unopened']);
    expect(tracesIn(await raw(name)).length).to.be.greaterThan(0);
    await store.forget();
  });

  it('in memory, where nothing can be kept at all', async () => {
    const factory = (): IDBFactory => {
      throw new DOMException('no', 'SecurityError');
    };
    const { store } = await tab({ factory });
    await store.adapter.commit(begun);
    await live(store);
    await store.forget();
    expect(tracesIn((await store.backup()).records)).to.deep.equal([]);
  });

  it('another tab shows that there is nothing, and has nothing to take back', async () => {
    const { name, store } = await lived();
    const other = await tab({ name });
    const list = other.store.list({ kind: 'lead' });
    let told = 0;
    list.subscribe(() => undefined);
    other.store.on('forgotten', () => told++);
    await waitUntil(() => (list.total ?? 0) > 0, 'it shows leads');
    await other.store.execute('lead-edit', { id: 'bobs-lead', fields: { title: 'Roof of Zerrin' } });
    const plan = await other.store.plan('note-add', { on: { leadId: 'bobs-lead' }, text: 'Ring Zerrin' });
    await store.forget();
    await waitUntil(() => told === 1 && list.total === 0, 'it has heard of it');
    expect(await other.store.undo()).to.equal(null);
    expect((await refusal(other.store.run(plan)))?.reason).to.equal('forgotten');
    expect(leftIn(await raw(name)).filter((word) => word !== 'furnish:')).to.deep.equal([]);
  });

  it('a tab that was not told writes nothing of what it had, and has heard of it by then', async () => {
    const { name, store } = await lived();
    const other = await tab({ name, channel: deaf });
    await other.store.execute('note-add', { on: { personId: her }, text: 'A note on Zerrin' });
    let told = 0;
    other.store.on('forgotten', () => told++);
    const plan = await other.store.plan('note-add', { on: { personId: her }, text: 'Ring Zerrin' });
    const second = await tab({ name, channel: deaf });
    await second.store.read({ kind: 'lead', window });
    await store.forget();
    expect(told).to.equal(0);
    const [added] = (await other.store.run(plan)).outcomes;
    expect([added?.state, added?.reason]).to.deep.equal(['conflict', 'forgotten']);
    expect(told, 'told before it was refused').to.equal(1);
    const put = await refusal(second.store.adapter.blobs!.put(new Blob(['The garden of Zerrin'])));
    expect([put?.code, put?.reason], 'what a file holds').to.deep.equal(['conflict', 'forgotten']);
    expect(leftIn(await raw(name)).filter((word) => word !== 'furnish:')).to.deep.equal([]);
    // From here on it is a store like any other.
    expect(
      (await other.store.addLead({ title: 'Of the next one', organization: { name: 'Elsewhere' } })).outcomes[0]?.state,
    ).to.equal('done');
  });

  it('an import of another tab is broken off, and no row of it comes after', async () => {
    const { name, store } = await lived();
    const other = await tab({ name, channel: deaf });
    await other.store.read({ kind: 'lead', window });
    let forgot = false;
    async function* rows() {
      for (let i = 0; i < 400; i++) {
        if (i === 150) {
          await store.forget();
          forgot = true;
        }
        const record = { id: `row-${i}`, title: `Row ${i} of Zerrin` };
        const [like] = begun.flatMap((change) =>
          change.op === 'create' && change.kind === 'lead' ? [change.record] : [],
        );
        yield {
          ...{ key: `row-${i}`, line: i + 2, title: record.title, action: 'create' as const },
          changes: [
            {
              op: 'create' as const,
              kind: 'lead' as const,
              id: record.id,
              record: { ...like!, ...record, personId: null, organizationId: null },
            },
          ],
        };
      }
    }
    const options = { importId: 'import-9', fileName: 'Zerrin.csv', fileHash: 'beef', total: 400, rows: rows() };
    await other.store.importRows(options).catch(() => undefined);
    expect(forgot).to.equal(true);
    expect(leftIn(await raw(name)).filter((word) => word !== 'furnish:')).to.deep.equal([]);
  });
});
