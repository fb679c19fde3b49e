import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { CrmError } from '../../src/domain/errors.js';
import type { Change } from '../../src/domain/change.js';
import type { Where } from '../../src/domain/query.js';
import type { AnyRecord, Kind, Lead, Trash } from '../../src/domain/records.js';
import {
  aConversion,
  aDeal,
  aLead,
  aPerson,
  aTrash,
  creation,
  deletion,
  edit,
  today,
} from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';

const made = databases();
let serial = 0;

/** How often the database was written to, or begun to be. */
function attempts(): () => number {
  const { transaction } = IDBDatabase.prototype;
  let count = 0;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') count++;
    return transaction.call(this, stores, mode, options);
  };
  return () => {
    IDBDatabase.prototype.transaction = transaction;
    return count;
  };
}

function open() {
  const name = `assumed-${Date.now()}-${serial++}`;
  const adapter = indexeddbAdapter({ name });
  made.push({ name, adapter });
  const all = async <K extends Kind>(kind: K) =>
    (await adapter.read({ kind, today, order: [{ field: 'id' }], window: { offset: 0, limit: 500 } })).records;
  const held = new Map<string, AnyRecord>();
  const known = (kind: Kind, id: string) => held.get(`${kind} ${id}`);
  const learn = async (...kinds: Kind[]): Promise<void> => {
    for (const kind of kinds) for (const row of await all(kind)) held.set(`${kind} ${row.id}`, row);
  };
  /** @returns the error's code where it is refused, and how many attempts it took */
  const commit = async (changes: readonly Change[], key?: string) => {
    const end = attempts();
    const answer = await adapter.commit(changes, { known, ...(key === undefined ? {} : { key }) }).catch((thrown) => {
      if (thrown instanceof CrmError) return thrown;
      throw thrown;
    });
    return { answer, code: answer instanceof CrmError ? answer.code : 'stored', took: end() };
  };
  return { adapter, all, held, learn, commit };
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `lead-${String(i).padStart(3, '0')}`);
/** Each lead becomes a deal, as a conversion writes it. */
const converted = (leads: readonly AnyRecord[]): Change[] =>
  leads.flatMap((record) => {
    const lead = record as ReturnType<typeof aLead>;
    const deal = aDeal({ id: `${lead.id}-deal`, personId: lead.personId, title: lead.title });
    return [
      creation('conversion', aConversion({ id: lead.id, lead, deal, dealId: deal.id })),
      creation('deal', deal),
      deletion('lead', lead),
    ];
  });

describe('a commit that is made from what its caller knows', () => {
  it('is stored at once where that is what is stored', async () => {
    for (const count of [3, 60]) {
      const { adapter, all, learn, commit } = open();
      await adapter.commit([creation('person', aPerson({ id: 'p', name: 'Ada' }))]);
      await adapter.commit(ids(count).map((id) => creation('lead', aLead({ id, personId: 'p' }))));
      await learn('lead');
      const { code, took } = await commit(converted(await all('lead')));
      expect([code, took], `${count}`).to.deep.equal(['stored', 1]);
      expect(await all('lead')).to.be.empty;
      expect(await all('conversion')).to.have.length(count);
      const deals = await all('deal');
      expect(deals.map((deal) => deal.personName)).to.deep.equal(ids(count).map(() => 'Ada'));
    }
  });

  it('is refused, and leaves nothing, where somebody has changed one of the records', async () => {
    for (const count of [3, 60]) {
      const { adapter, all, learn, commit } = open();
      await adapter.commit(ids(count).map((id) => creation('lead', aLead({ id }))));
      await learn('lead');
      const seen = await all('lead');
      await adapter.commit([edit('lead', 'lead-002', { title: [aLead().title, 'Changed'] })]);
      const { code } = await commit(converted(seen));
      expect(code, `${count}`).to.equal('conflict');
      expect(await all('lead')).to.have.length(count);
      expect(await all('deal')).to.be.empty;
      expect(await all('conversion')).to.be.empty;
    }
  });

  it('is stored right where something has changed that is no part of the version', async () => {
    const { adapter, all, learn, commit } = open();
    await adapter.commit([creation('person', aPerson({ id: 'p', name: 'Ada' }))]);
    await adapter.commit(ids(2).map((id) => creation('lead', aLead({ id, personId: 'p' }))));
    await learn('lead');
    const seen = await all('lead');
    await adapter.commit([edit('person', 'p', { name: ['Ada', 'Grace'] })]);
    const { code, took } = await commit(converted(seen));
    expect([code, took]).to.deep.equal(['stored', 2]);
    expect((await all('deal')).map((deal) => deal.personName)).to.deep.equal(['Grace', 'Grace']);
  });

  it('merges edits, whatever its caller knows of the rest', async () => {
    const { adapter, all, held, learn, commit } = open();
    await adapter.commit([creation('lead', aLead({ id: 'a' })), creation('lead', aLead({ id: 'b' }))]);
    await learn('lead');
    await adapter.commit([edit('lead', 'a', { seen: [false, true] })]);
    // What was handed out is anybody's to write into; what cannot be stored at all is not.
    Object.assign(held.get('lead b')!, { title: 'Scribbled', value: () => 0 });
    const { code, took } = await commit([
      edit('lead', 'a', { sourceName: [aLead().sourceName, 'Fair'] }),
      edit('lead', 'b', { sourceName: [aLead().sourceName, 'Fair'] }),
    ]);
    expect([code, took]).to.deep.equal(['stored', 2]);
    const rows = await all('lead');
    expect(rows.map(({ seen, sourceName, title, rev, value }) => [seen, sourceName, title, rev, value])).to.deep.equal([
      [true, 'Fair', aLead().title, 3, aLead().value],
      [false, 'Fair', aLead().title, 2, aLead().value],
    ]);
  });

  it('deletes as one what lies side by side, and nothing that lies between', async () => {
    const { adapter, all, learn, commit } = open();
    await adapter.commit([...ids(180), 'lead-095-between'].map((id) => creation('lead', aLead({ id }))));
    await learn('lead');
    const leads = (await all('lead')).filter(({ id }) => id !== 'lead-095-between');
    // As whoever selects them reads them: where they lie is remembered.
    const value = leads.slice(0, 60).map(({ id }) => id);
    await adapter.read({
      kind: 'lead',
      where: { field: 'id', op: 'in', value },
      today,
      window: { offset: 0, limit: 60 },
    });
    const { delete: deleteRow } = IDBObjectStore.prototype;
    let requests = 0;
    IDBObjectStore.prototype.delete = function (key) {
      requests++;
      return deleteRow.call(this, key);
    };
    try {
      const first = await commit(converted(leads.slice(0, 60)));
      expect([first.code, first.took, requests]).to.deep.equal(['stored', 1, 1]);
      // There is one between these: they are deleted one by one, and what was made of what their caller knows is stored all the same.
      const second = await commit(converted(leads.slice(60, 120)));
      expect([second.code, second.took, requests]).to.deep.equal(['stored', 1, 61]);
      // Looked at before, also without anything that the caller knows.
      const answer = await adapter.commit(converted(leads.slice(120)));
      expect([answer.filter(({ op }) => op === 'delete').length, requests]).to.deep.equal([60, 62]);
    } finally {
      IDBObjectStore.prototype.delete = deleteRow;
    }
    expect((await all('lead')).map(({ id }) => id)).to.deep.equal(['lead-095-between']);
    expect(await all('deal')).to.have.length(180);
  });

  it('deletes nothing that lies between where that is found before anything is written', async () => {
    const { adapter, all, learn, commit } = open();
    const lying = (id: string): Trash => aTrash({ id, record: aLead({ id, rev: 2 }) });
    await adapter.commit(ids(90).map((id) => creation('trash', lying(id))));
    await learn('trash');
    const trash = await all('trash');
    // Whoever selects them all reads them all: they lie side by side.
    const value = trash.map(({ id }) => id);
    const where: Where = { field: 'id', op: 'in', value };
    await adapter.read({ kind: 'trash', where, today, window: { offset: 0, limit: 90 } });
    // A lead that comes back is asked for what hangs on it, which nobody knows: the commit waits, and hears of the trash meanwhile.
    const back = (some: readonly Trash[]): Change[] =>
      some.flatMap((one) => [creation('lead', one.record as Lead), deletion('trash', one)]);
    const first = await commit(back([...trash.slice(0, 30), ...trash.slice(60)]));
    expect(first.code).to.equal('stored');
    expect((await all('trash')).map(({ id }) => id)).to.deep.equal(value.slice(30, 60));
    const second = await commit(back(trash.slice(30, 60)));
    expect(second.code).to.equal('stored');
    expect((await all('lead')).map(({ id }) => id)).to.deep.equal(value);
  });

  it('deletes one by one where something else of the kind is stored with it', async () => {
    const { adapter, all, learn, commit } = open();
    await adapter.commit(ids(60).map((id) => creation('lead', aLead({ id }))));
    await learn('lead');
    const leads = await all('lead');
    const value = leads.map(({ id }) => id);
    await adapter.read({
      kind: 'lead',
      where: { field: 'id', op: 'in', value },
      today,
      window: { offset: 0, limit: 60 },
    });
    const { code } = await commit([creation('lead', aLead({ id: 'lead-030-new' })), ...converted(leads)]);
    expect(code).to.equal('stored');
    expect((await all('lead')).map(({ id }) => id)).to.deep.equal(['lead-030-new']);
  });

  it('is stored once under its key, and one that is there already is told', async () => {
    const { adapter, all, learn, commit } = open();
    await adapter.commit(ids(2).map((id) => creation('lead', aLead({ id }))));
    await learn('lead');
    const changes = converted(await all('lead'));
    const first = await commit(changes, 'k');
    const again = await commit(changes, 'k');
    expect([first.code, again.code]).to.deep.equal(['stored', 'stored']);
    expect(await all('deal')).to.have.length(2);
    const other = await commit(changes, 'another');
    const unknowing = await adapter.commit(changes).catch((thrown: CrmError) => thrown.code);
    expect(unknowing).to.be.oneOf(['conflict', 'not-found']);
    expect(other.code).to.equal(unknowing);
    const numbers = (await all('deal')).map(({ rev }) => rev);
    expect(numbers).to.deep.equal([1, 1]);
  });
});
