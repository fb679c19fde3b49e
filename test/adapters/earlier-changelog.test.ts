/** A changelog of the seventh layout: its rows said nothing of deals, and those of one commit stood in the order of their records. */
import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { toRow } from '../../src/adapters/indexeddb/row.js';
import { upgrade } from '../../src/adapters/indexeddb/upgrade.js';
import type { ChangelogRow, Kind } from '../../src/domain/records.js';
import { changelogOrder } from '../../src/domain/row-id.js';
import { testClock } from '../../src/testing/clock.js';
import {
  aDeal,
  aDealProduct,
  aParticipant,
  aPerson,
  aProject,
  aTrash,
  creation,
  deletion,
  edit,
  minutesAfter,
  today,
} from '../../src/testing/fixtures.js';
import { databases } from '../support/databases.js';

const made = databases();
let serial = 0;

type Told = { readonly of: Kind; readonly recordId: string; readonly op: string } & Partial<ChangelogRow>;

/** As that version wrote a commit. @param n its minute, and its command */
function pack(n: number, rows: readonly Told[]): object {
  const at = minutesAfter(n);
  const shared = { rev: 1, createdAt: at, updatedAt: at, userId: 'user-1', at, from: 'host', bulk: false };
  const command = `command-${n}`;
  const id = `${at}/${command}/${rows[0]!.recordId}#0`;
  const recordIds = [...new Set(rows.map(({ recordId }) => recordId.slice(0, -2)))];
  return { call: `call-${n}`, id, shared: { ...shared, command }, first: 0, recordIds, rows };
}

function seventh(name: string, fill: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 7);
    request.onupgradeneeded = () => {
      const transaction = request.transaction!;
      upgrade(request.result, transaction, 1_000);
      transaction.objectStore('changelog').deleteIndex('dealIds');
      transaction.objectStore('meta').put(6, 'oldestWriter');
      fill(transaction);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error!);
  });
}

const brought = { op: 'create' } as const;
const gone = { op: 'delete' } as const;
const patch = (field: string, before: unknown, after: unknown) => ({ op: 'patch', field, before, after }) as const;
const line = (recordId: string) => ({ of: 'dealProduct', recordId }) as const;
const lines = (recordId: string) =>
  ({ of: 'deal', recordId, ...patch('lines', null, { count: 1, by: 'command' }) }) as const;

const commits: readonly object[] = [
  pack(1, [{ of: 'deal', recordId: 'deal-1', ...brought }]),
  pack(2, [{ ...line('line-9'), ...brought }, { ...line('line-2'), ...brought }, lines('deal-1')]),
  pack(3, [{ ...line('line-9'), ...patch('quantity', '1', '4') }, lines('deal-1')]),
  pack(4, [{ ...line('line-2'), ...patch('name', 'Old', 'Training') }]),
  pack(5, [{ ...line('line-2'), ...gone }, lines('deal-1')]),
  pack(6, [{ of: 'participant', recordId: 'part-1', ...brought }]),
  pack(7, [{ of: 'participant', recordId: 'part-2', ...brought }]),
  pack(8, [{ of: 'project', recordId: 'project-1', ...brought }]),
  pack(9, [{ of: 'project', recordId: 'project-1', ...patch('dealIds', ['deal-1', 'deal-2'], ['deal-2']) }]),
  pack(10, [
    { ...line('line-7'), ...patch('dealId', 'deal-3', 'deal-1') },
    { of: 'deal', recordId: 'deal-3', ...gone },
  ]),
  pack(11, [{ ...line('line-5'), ...brought }, lines('deal-4')]),
];

describe('a changelog of the seventh layout', () => {
  const open = () => {
    const name = `earlier-changelog-${Date.now()}-${serial++}`;
    const adapter = indexeddbAdapter({ name, clock: testClock('2026-12-10T08:00:00.000Z') });
    const told = async (dealId: string): Promise<string[]> => {
      const where = { field: 'dealIds', op: 'has', value: dealId } as const;
      const window = { offset: 0, limit: 99 };
      const page = await adapter.read({ kind: 'changelog', where, order: changelogOrder, today, window });
      return page.records.map(({ op, of, recordId, field, about }) =>
        [op, of, recordId, field, about].filter(Boolean).join(' '),
      );
    };
    return { name, adapter, told };
  };

  it('is found by the deal: what is still there, in the trash with its deal, moved, and lines that are gone', async () => {
    const { name, adapter, told } = open();
    await seventh(name, (transaction) => {
      const put = (kind: Kind, record: never) => transaction.objectStore(kind).put(toRow(kind, record));
      put('deal', aDeal({ id: 'deal-1', rev: 1 }) as never);
      put('dealProduct', aDealProduct({ id: 'line-9', dealId: 'deal-1', name: 'Licence', rev: 2 }) as never);
      put('dealProduct', aDealProduct({ id: 'line-7', dealId: 'deal-1', name: 'Hosting', rev: 2 }) as never);
      put('participant', aParticipant({ id: 'part-1', dealId: 'deal-1', personId: 'person-1', rev: 1 }) as never);
      put('project', aProject({ id: 'project-1', dealIds: ['deal-2'], rev: 2 }) as never);
      const kept = [aDealProduct({ id: 'line-5', dealId: 'deal-4', name: 'Manual', rev: 1 })];
      put('trash', aTrash({ id: 'deal-4', of: 'deal', record: aDeal({ id: 'deal-4' }), dealProducts: kept }) as never);
      for (const commit of commits) transaction.objectStore('commits').add(commit);
    });
    made.push({ name, adapter });
    expect(await told('deal-1')).to.deep.equal([
      'patch dealProduct line-7 dealId Hosting',
      'patch project project-1 dealIds Roll-out',
      'create project project-1 Roll-out',
      'create participant part-1 person-1',
      // That one is gone, and with it what it was called in the end; its rows say so.
      'delete dealProduct line-2 Training',
      'patch dealProduct line-2 name Training',
      'patch dealProduct line-9 quantity Licence',
      // In the order in which they were written, not in that of the records.
      'create dealProduct line-2 Training',
      'create dealProduct line-9 Licence',
    ]);
    expect(await told('deal-2')).to.deep.equal([
      'patch project project-1 dealIds Roll-out',
      'create project project-1 Roll-out',
    ]);
    expect(await told('deal-3')).to.deep.equal(['patch dealProduct line-7 dealId Hosting']);
    expect(await told('deal-4')).to.deep.equal(['create dealProduct line-5 Manual']);
  });

  it('goes on with rows of this version, and loses none of those about records alone', async () => {
    const { name, adapter, told } = open();
    await seventh(name, (transaction) => {
      transaction.objectStore('deal').put(toRow('deal', aDeal({ id: 'deal-1', rev: 1 })));
      transaction.objectStore('person').put(toRow('person', aPerson({ id: 'person-1', rev: 1 })));
      for (const commit of commits) transaction.objectStore('commits').add(commit);
    });
    made.push({ name, adapter });
    const author = { userId: null, at: minutesAfter(60), from: 'host', bulk: false, command: 'command-60' };
    const part = aParticipant({ id: 'part-3', dealId: 'deal-1' });
    await adapter.commit([creation('participant', part)], { author });
    await adapter.commit([edit('participant', 'part-3', { role: [part.role, 'Pays'] })], {
      author: { ...author, command: 'command-61' },
    });
    const stored = (await adapter.read({ kind: 'participant', today, window: { offset: 0, limit: 1 } })).records[0]!;
    await adapter.commit([deletion('participant', stored)], { author: { ...author, command: 'command-62' } });
    expect((await told('deal-1')).slice(0, 4)).to.deep.equal([
      'delete participant part-3 person-1',
      'patch participant part-3 role person-1',
      'create participant part-3 person-1',
      'patch dealProduct line-7 dealId',
    ]);
    const where = { field: 'recordId', op: 'is', value: 'part-2' } as const;
    const page = await adapter.read({ kind: 'changelog', where, today, window: { offset: 0, limit: 9 } });
    expect(page.records.map(({ op, dealIds }) => [op, dealIds])).to.deep.equal([['create', []]]);
  });

  it('rows that lie by themselves, from a backup, are found and stand in their order, too', async () => {
    const { name, adapter, told } = open();
    const at = minutesAfter(3);
    const single = (recordId: string, place: number) => ({
      ...{ id: `${at}/command-3/${recordId}#${place}`, rev: 1, createdAt: at, updatedAt: at, userId: null, at },
      ...{ from: 'host', bulk: false, command: 'command-3', of: 'dealProduct', recordId },
      ...patch('quantity', '1', String(place)),
    });
    await seventh(name, (transaction) => {
      transaction.objectStore('deal').put(toRow('deal', aDeal({ id: 'deal-1', rev: 1 })));
      for (const id of ['b', 'a', 'c']) {
        const record = aDealProduct({ id, dealId: 'deal-1', name: id.toUpperCase(), rev: 2 });
        transaction.objectStore('dealProduct').put(toRow('dealProduct', record));
      }
      for (const [place, id] of ['b', 'a', 'c'].entries()) transaction.objectStore('changelog').put(single(id, place));
      transaction.objectStore('changelog').put({ ...single('lead-1', 3), of: 'lead' });
    });
    made.push({ name, adapter });
    expect(await told('deal-1')).to.deep.equal([
      'patch dealProduct c quantity C',
      'patch dealProduct a quantity A',
      'patch dealProduct b quantity B',
    ]);
    const all = await adapter.read({
      kind: 'changelog',
      order: changelogOrder,
      today,
      window: { offset: 0, limit: 9 },
    });
    expect(all.records.map(({ recordId }) => recordId)).to.deep.equal(['lead-1', 'c', 'a', 'b']);
  });
});
