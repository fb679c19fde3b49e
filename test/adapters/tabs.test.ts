import { expect, waitUntil } from '@open-wc/testing';
import {
  indexeddbAdapter,
  type IndexedDbAdapter,
  type IndexedDbOptions,
} from '../../src/adapters/indexeddb/indexeddb.js';
import type { Change } from '../../src/domain/change.js';
import {
  aLead,
  anActivity,
  aTrash,
  aConversion,
  anImport,
  anImportChunk,
  creation,
  deletion,
  edit,
  minutesAfter,
  today,
} from '../../src/testing/fixtures.js';
import { testClock } from '../../src/testing/clock.js';
import { databases } from '../support/databases.js';
import { idbx } from '../support/idbx.js';

const all = {
  kind: 'lead',
  today,
  where: { field: 'archivedAt', op: 'empty' },
  window: { offset: 0, limit: 50 },
} as const;
let serial = 0;
const made = databases();
function open(options: Partial<IndexedDbOptions> = {}): {
  name: string;
  adapter: IndexedDbAdapter;
  heard: (readonly Change[] | 'resync')[];
} {
  const name = options.name ?? `tabs-${Date.now()}-${serial++}`;
  const adapter = indexeddbAdapter({ ...options, name });
  made.push({ name, adapter });
  const heard: (readonly Change[] | 'resync')[] = [];
  adapter.watch!((changes) => heard.push(changes));
  return { name, adapter, heard };
}
/** A channel whose messages never arrive. */
const deaf = (): BroadcastChannel =>
  ({ postMessage: () => undefined, close: () => undefined, onmessage: null }) as unknown as BroadcastChannel;

describe('several tabs', () => {
  it('R22: hear each other, and columns that were loaded before follow', async () => {
    const first = open();
    await first.adapter.commit([creation('lead', aLead({ id: '1', title: 'Roof' }))]);
    expect((await first.adapter.summarize!(all, ''))[0]?.count).to.equal(1);
    const second = open({ name: first.name });
    await second.adapter.commit([
      creation('lead', aLead({ id: '2', title: 'Boiler' })),
      edit('lead', '1', { title: ['Roof', 'Attic'] }),
    ]);
    await waitUntil(() => first.heard.length === 1);
    const titles = async (search: string) =>
      (await first.adapter.read({ ...all, search })).records.map((lead) => lead.title);
    expect([await titles('boiler'), await titles('attic'), await titles('roof')]).to.deep.equal([
      ['Boiler'],
      ['Attic'],
      [],
    ]);
    expect((await first.adapter.summarize!(all, ''))[0]?.count).to.equal(2);
  });

  it('goes on to the rows that follow where another tab has deleted the whole page that comes next', async () => {
    const first = open();
    const leads = ['1', '2', '3', '4', '5', '6'].map((id) => aLead({ id, title: id }));
    await first.adapter.commit(leads.map((lead) => creation('lead', lead)));
    await first.adapter.summarize!(all, '');
    const order = [{ field: 'id' }] as const;
    const page = (after: string | null) => first.adapter.read({ ...all, order, window: { after, limit: 2 } });
    const begun = await page(null);
    expect(begun.records.map(({ id }) => id)).to.deep.equal(['1', '2']);
    const { records } = await first.adapter.read({ ...all, order });
    const second = open({ name: first.name, channel: deaf });
    await second.adapter.commit(records.slice(2, 4).map((lead) => deletion('lead', lead)));
    const next = await page(begun.next!);
    expect(first.heard, 'it has not heard').to.deep.equal([]);
    expect(next.records.map(({ id }) => id)).to.deep.equal(['5', '6']);
    expect([next.total, next.next]).to.deep.equal([4, null]);
    await second.adapter.commit(records.slice(4).map((lead) => deletion('lead', lead)));
    expect(await page(begun.next!)).to.deep.include({ records: [], next: null });
  });

  for (const event of ['focus', 'pageshow'] as const) {
    it(`R17, R22: a lost message is made up for on ${event}`, async () => {
      const first = open({ channel: deaf });
      await first.adapter.commit([creation('lead', aLead({ id: '1' }))]);
      await first.adapter.summarize!(all, '');
      const second = open({ name: first.name, channel: deaf });
      await second.adapter.commit([creation('lead', aLead({ id: '2' }))]);
      window.dispatchEvent(
        event === 'focus' ? new Event('focus') : new PageTransitionEvent('pageshow', { persisted: true }),
      );
      await waitUntil(() => first.heard.includes('resync'));
      expect((await first.adapter.summarize!(all, ''))[0]?.count).to.equal(2);
      expect(second.heard, 'the one that wrote it').to.deep.equal([]);
    });
  }

  it('R22: a lost message is made up for when a commit is refused for what it told', async () => {
    const first = open({ channel: deaf });
    await first.adapter.commit([creation('lead', aLead({ id: '1', title: 'Roof' }))]);
    expect((await first.adapter.summarize!(all, ''))[0]?.count).to.equal(1);
    const second = open({ name: first.name });
    await second.adapter.commit([
      edit('lead', '1', { title: ['Roof', 'Attic'] }),
      creation('lead', aLead({ id: '2' })),
    ]);
    expect((await first.adapter.summarize!(all, ''))[0]?.count, 'it has not heard').to.equal(1);
    const refused = await first.adapter
      .commit([edit('lead', '1', { title: ['Roof', 'Loft'] })])
      .catch((error: unknown) => error);
    expect(refused).to.include({ code: 'conflict', reason: 'stale' });
    expect(first.heard).to.deep.equal(['resync']);
    expect((await first.adapter.summarize!(all, ''))[0]?.count).to.equal(2);
    expect((await first.adapter.read({ ...all, search: 'attic' })).records.map(({ id }) => id)).to.deep.equal(['1']);
  });

  it('R17: a page that is put away holds no connection; back again it opens another', async () => {
    const rig = idbx();
    const { adapter } = open({ factory: rig.factory });
    await adapter.commit([creation('lead', aLead())]);
    expect(rig.live.size).to.equal(1);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(rig.live.size).to.equal(0);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => rig.live.size === 1);
    expect((await adapter.read(all)).records).to.have.length(1);
  });

  it('closed, an adapter listens to nothing and holds nothing', async () => {
    const rig = idbx();
    const { adapter } = open({ factory: rig.factory });
    await adapter.read(all);
    adapter.close();
    expect(rig.live.size).to.equal(0);
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(rig.opened).to.have.length(1);
    expect(
      await adapter.read(all).then(
        () => 'answered',
        (thrown: { code: string }) => thrown.code,
      ),
    ).to.equal('unavailable');
  });
});

describe('a database that is erased', () => {
  it('is empty in every tab, and what is written after that is heard', async () => {
    const first = open();
    const second = open({ name: first.name });
    await first.adapter.commit([creation('lead', aLead({ id: '1' }))]);
    expect((await second.adapter.summarize!(all, ''))[0]?.count).to.equal(1);
    await first.adapter.erase();
    expect((await first.adapter.read(all)).records).to.deep.equal([]);
    second.heard.length = 0;
    await first.adapter.commit([creation('lead', aLead({ id: '2' })), creation('lead', aLead({ id: '3' }))]);
    await waitUntil(() => second.heard.includes('resync'));
    expect((await second.adapter.summarize!(all, ''))[0]?.count).to.equal(2);
  });
});

describe('what expires', () => {
  it('is taken out a while after the start, with the chunks of an import; the rest stays', async () => {
    const clock = testClock('2026-12-10T08:00:00.000Z');
    const { adapter } = open({ clock });
    const later = '2026-12-30T00:00:00.000Z';
    await adapter.commit(
      [
        creation('trash', aTrash({ id: 'old' })),
        creation('trash', aTrash({ id: 'new', expiresAt: later })),
        creation('conversion', aConversion({ id: 'old', lead: aLead({ id: 'old' }) })),
        creation('conversion', aConversion({ id: 'new', expiresAt: later })),
        creation('import', anImport({ id: 'old' })),
        creation('importChunk', anImportChunk({ id: 'old/0', importId: 'old' })),
        creation('import', anImport({ id: 'new', expiresAt: later })),
        creation('importChunk', anImportChunk({ id: 'new/0', importId: 'new' })),
      ],
      { key: 'k' },
    );
    const ids = async (kind: 'trash' | 'conversion' | 'import' | 'importChunk') =>
      (await adapter.read({ kind, today, window: { offset: 0, limit: 9 } })).records.map((record) => record.id);
    expect(await ids('trash')).to.have.length(2);
    await clock.advance(6_000);
    await waitUntil(async () => (await ids('trash')).length === 1);
    expect([await ids('trash'), await ids('conversion'), await ids('import'), await ids('importChunk')]).to.deep.equal([
      ['new'],
      ['new'],
      ['new'],
      ['new/0'],
    ]);
  });
});

describe('the first window', () => {
  it('by index is the one that columns give', async () => {
    const { adapter, name } = open();
    const dues = ['2026-11-01', '2026-11-22', '2026-11-23', '2026-11-24', null, undefined];
    const changes: Change[] = [];
    for (let i = 0; i < 120; i++) {
      changes.push(
        creation(
          'lead',
          aLead({
            id: `lead-${(i * 37) % 120}`,
            title: `Lead ${i % 9}`,
            createdAt: minutesAfter(i % 11),
            archivedAt: i % 10 === 0 ? minutesAfter(0) : null,
          }),
        ),
      );
      const due = dues[i % dues.length];
      if (due !== undefined)
        changes.push(
          creation(
            'activity',
            anActivity({ id: `a-${i}`, leadId: `lead-${(i * 37) % 120}`, due, time: i % 4 === 0 ? '10:00' : null }),
          ),
        );
    }
    await adapter.commit(changes);
    const queries = [
      all,
      { ...all, window: { offset: 20, limit: 30 } },
      { ...all, where: { field: 'archivedAt', op: 'filled' } },
      { ...all, today: '2026-11-24' },
      { ...all, window: { after: null, limit: 25 } },
      {
        ...all,
        where: {
          all: [
            { field: 'archivedAt', op: 'empty' },
            { field: 'title', op: 'is', value: 'Lead 3' },
          ],
        },
      },
    ] as const;
    // Its clock stands still: columns are not loaded behind the test's back.
    const fresh = open({ name, clock: testClock() });
    const byIndex = [];
    for (const query of queries) byIndex.push((await fresh.adapter.read(query)).records.map((lead) => lead.id));
    expect((await fresh.adapter.read(all)).total, 'columns are not there yet').to.equal(undefined);
    for (const query of queries) await fresh.adapter.read({ ...query, search: 'lead' });
    const [{ total }, ...pages] = [
      await fresh.adapter.read(all),
      ...(await Promise.all(queries.map((query) => fresh.adapter.read(query)))),
    ];
    expect(total, 'now they are').to.equal(108);
    expect(pages.map((page) => page.records.map((lead) => lead.id))).to.deep.equal(byIndex);
  });
});
