import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { toRow } from '../../src/adapters/indexeddb/row.js';
import { upgrade } from '../../src/adapters/indexeddb/upgrade.js';
import type { Condition } from '../../src/domain/query.js';
import type { Deal, Lead } from '../../src/domain/records.js';
import { testClock } from '../../src/testing/clock.js';
import { aDeal, aLead, aNote, anActivity, today } from '../../src/testing/fixtures.js';
import { databases, rows } from '../support/databases.js';

const made = databases();

const oldestWriter = (name: string): Promise<unknown> => rows(name, 'meta', (meta) => meta.get('oldestWriter'));

describe('the order of databases of earlier versions', () => {
  it('a database of the third version puts what takes the whole day before what has a time, from the first window on', async () => {
    const name = `earlier-order-${Date.now()}`;
    const at = (minute: number) => `2026-11-23T08:0${minute}:00.000Z`;
    const due = { due: today, time: null };
    const named = (id: string, time: string | null) =>
      ({ id, type: 'call', subject: 'Call back', due: today, time }) as const;
    // As that version wrote them: the first one, in the order of the time, is the next activity, and `~` stands for the whole day.
    const old = (record: Lead | Deal, key: string) => {
      const row = toRow('stageId' in record ? 'deal' : 'lead', record) as unknown as { _: object };
      return { ...row, _: { ...row._, due: key } };
    };
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 3);
      request.onupgradeneeded = () => {
        const transaction = request.transaction!;
        upgrade(request.result, transaction, 1_000);
        const put = (kind: 'lead' | 'deal' | 'activity', row: unknown) => transaction.objectStore(kind).put(row);
        transaction.objectStore('meta').put(2, 'oldestWriter');
        const lead = (id: string, next: ReturnType<typeof named> | null, minute: number) =>
          put(
            'lead',
            old(
              aLead({ id, rev: 1, createdAt: at(minute), nextActivity: next }),
              next ? `${today}T${next.time ?? '~'}` : '',
            ),
          );
        lead('whole day', named('1', null), 1);
        lead('both', named('2', '08:00'), 2);
        lead('timed', named('4', '07:00'), 3);
        lead('nothing', null, 4);
        put('deal', old(aDeal({ id: 'deal', rev: 1, nextActivity: named('5', '08:00') }), `${today}T08:00`));
        put('activity', anActivity({ ...due, id: '1', leadId: 'whole day' }));
        put('activity', anActivity({ id: '2', leadId: 'both', due: today, time: '08:00' }));
        put('activity', anActivity({ ...due, id: '3', leadId: 'both' }));
        put('activity', anActivity({ ...due, id: '3 done', leadId: 'timed', done: true }));
        put('activity', anActivity({ id: '4', leadId: 'timed', due: today, time: '07:00' }));
        put('activity', anActivity({ id: '5', leadId: null, dealId: 'deal', due: today, time: '08:00' }));
        put('activity', anActivity({ ...due, id: '6', leadId: null, dealId: 'deal' }));
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error!);
    });
    const adapter = indexeddbAdapter({ name, clock: testClock('2026-12-10T08:00:00.000Z') });
    made.push({ name, adapter });
    const where = { field: 'archivedAt', op: 'empty' } as const;
    const first = async (limit: number) =>
      (await adapter.read({ kind: 'lead', where, today, window: { offset: 0, limit } })).records;
    // As the index has them, before there are columns; fewer than there are, so that none is put right afterwards.
    expect((await first(1)).map(({ id }) => id)).to.deep.equal(['both']);
    const leads = await first(9);
    expect(leads.map(({ id }) => id)).to.deep.equal(['both', 'whole day', 'timed', 'nothing']);
    expect(leads.map(({ nextActivity }) => nextActivity?.id)).to.deep.equal(['3', '1', '4', undefined]);
    const deals = await adapter.read({ kind: 'deal', today, window: { offset: 0, limit: 9 } });
    expect(deals.records[0]!.nextActivity).to.deep.equal(named('6', null));
    // Sums and columns see the same.
    const order = [{ field: 'nextActivity' }, { field: 'title' }];
    const again = await adapter.read({ kind: 'lead', where, order, today, window: { offset: 0, limit: 9 } });
    expect(again.records.map(({ id }) => id)).to.deep.equal(['both', 'whole day', 'timed', 'nothing']);
    // A page of that version would write the former key.
    expect(await oldestWriter(name)).to.equal(10);
  });

  it('a database of the fifth version finds pinned notes and what is not done where they are from now on', async () => {
    const name = `earlier-order-apart-${Date.now()}`;
    const note = (id: string, minute: number, pinned: boolean) =>
      aNote({ id, rev: 1, createdAt: `2026-11-23T08:0${minute}:00.000Z`, pinned });
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 5);
      request.onupgradeneeded = () => {
        const transaction = request.transaction!;
        upgrade(request.result, transaction, 1_000);
        for (const kind of ['note', 'activity'] as const)
          for (const index of ['leadTold', 'dealTold', 'apart']) transaction.objectStore(kind).deleteIndex(index);
        transaction.objectStore('meta').put(5, 'oldestWriter');
        transaction.objectStore('lead').put(toRow('lead', aLead({ rev: 1 })));
        for (const one of [note('older', 1, true), note('newer', 2, false)]) transaction.objectStore('note').put(one);
        transaction.objectStore('activity').put(anActivity({ id: 'open', rev: 1 }));
        const doneAt = '2026-11-23T08:05:00.000Z';
        transaction.objectStore('activity').put(anActivity({ id: 'done', rev: 1, done: true, doneAt }));
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error!);
    });
    const adapter = indexeddbAdapter({ name, clock: testClock('2026-12-10T08:00:00.000Z') });
    made.push({ name, adapter });
    const ask = async (kind: 'note' | 'activity', by: string, ...more: readonly Condition[]) => {
      const where = { all: [{ field: 'leadId', op: 'is', value: 'lead-1' } as const, ...more] };
      const order = [{ field: by, descending: true }];
      return adapter.read({ kind, where, order, today, window: { offset: 0, limit: 9 } });
    };
    const idsOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).records.map(({ id }) => id);
    expect(await idsOf('note', 'createdAt')).to.deep.equal(['newer', 'older']);
    expect(await idsOf('note', 'createdAt', { field: 'pinned', op: 'is', value: true })).to.deep.equal(['older']);
    expect(await idsOf('activity', 'doneAt', { field: 'done', op: 'is', value: true })).to.deep.equal(['done']);
    expect(await idsOf('activity', 'due', { field: 'done', op: 'is', value: false })).to.deep.equal(['open']);
    expect((await ask('note', 'createdAt')).records).to.deep.equal([note('newer', 2, false), note('older', 1, true)]);
    expect(await oldestWriter(name)).to.equal(10);
  });
});
