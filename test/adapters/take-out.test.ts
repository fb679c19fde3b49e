import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import type { Lead } from '../../src/domain/records.js';
import { aLead, aPerson, creation, deletion, edit, today } from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';

const made = databases();
let serial = 0;

/** How often the database was asked to delete something. */
function deletions(): () => number {
  const before = IDBObjectStore.prototype.delete;
  let count = 0;
  IDBObjectStore.prototype.delete = function (key) {
    count++;
    return before.call(this, key);
  };
  return () => {
    IDBObjectStore.prototype.delete = before;
    return count;
  };
}

const idOf = (i: number): string => `lead-${String(i).padStart(3, '0')}`;

async function open(count: number) {
  const name = `take-out-${Date.now()}-${serial++}`;
  const adapter = indexeddbAdapter({ name });
  made.push({ name, adapter });
  await adapter.commit(Array.from({ length: count }, (_, i) => creation('lead', aLead({ id: idOf(i) }))));
  const all = async () =>
    (await adapter.read({ kind: 'lead', today, order: [{ field: 'id' }], window: { offset: 0, limit: 900 } })).records;
  return { adapter, all, left: async () => (await all()).map(({ id }) => id) };
}

describe('many records deleted in one commit', () => {
  const cases: readonly (readonly [name: string, of: number, goes: (i: number) => boolean, asked: number])[] = [
    ['side by side', 60, (i) => i >= 10 && i < 50, 1],
    ['all of them', 60, () => true, 1],
    ['in three runs, one of a single record', 60, (i) => i < 10 || i === 12 || i > 40, 3],
    ['every second one', 60, (i) => i % 2 === 1, 30],
    ['a few', 60, (i) => i < 7, 7],
    ['far apart', 300, (i) => i % 30 === 0, 10],
  ];
  for (const [name, of, goes, asked] of cases)
    it(`takes out those and no others: ${name}`, async () => {
      const { adapter, all, left } = await open(of);
      const going = (await all()).filter((_, i) => goes(i));
      const end = deletions();
      // In no order: who selects does not select by id.
      await adapter.commit([...going].reverse().map((lead) => deletion('lead', lead)));
      expect(end()).to.equal(asked);
      expect(await left()).to.deep.equal(
        Array.from({ length: of }, (_, i) => i).flatMap((i) => (goes(i) ? [] : idOf(i))),
      );
    });

  it('leaves what the same commit makes and changes between them', async () => {
    const { adapter, all, left } = await open(40);
    const leads = await all();
    const going = leads.filter(({ id }) => id !== idOf(20));
    await adapter.commit([
      ...going.map((lead) => deletion('lead', lead)),
      edit('lead', idOf(20), { seen: [false, true] }),
      creation('person', aPerson({ id: 'p' })),
      creation('lead', aLead({ id: `${idOf(5)}-and-a-half`, personId: 'p' })),
      creation('lead', aLead({ id: idOf(7) })),
    ]);
    expect(await left()).to.deep.equal([`${idOf(5)}-and-a-half`, idOf(7), idOf(20)]);
    expect((await all()).map(({ seen }) => seen)).to.deep.equal([false, false, true]);
  });

  it('deletes none where one has been changed since', async () => {
    const { adapter, all, left } = await open(40);
    const leads: readonly Lead[] = await all();
    await adapter.commit([edit('lead', idOf(39), { seen: [false, true] })]);
    const code = await adapter
      .commit(leads.map((lead) => deletion('lead', lead)))
      .catch((thrown: { code: string }) => thrown.code);
    expect(code).to.equal('conflict');
    expect(await left()).to.have.length(40);
  });
});
