import { expect } from '@open-wc/testing';
import { indexeddbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { memoryAdapter } from '../../src/adapters/memory/memory.js';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import type { Change } from '../../src/domain/change.js';
import type { Where } from '../../src/domain/query.js';
import type { Kind } from '../../src/domain/records.js';
import {
  aConversion,
  aDeal,
  aLead,
  anActivity,
  aPerson,
  aProject,
  creation,
  deletion,
  edit,
  minutesAfter,
  today,
} from '../../src/testing/fixtures.js';

const id = (kind: string, i: number): string => `${kind}-${String(i).padStart(4, '0')}`;
const range = (count: number, of: (i: number) => number = (i) => i): number[] =>
  Array.from({ length: count }, (_, i) => of(i));

/** 300 persons, a lead each, deals of every third, an activity of every second, and some receipts. */
const start: Change[] = range(300).flatMap((i) => [
  creation('person', aPerson({ id: id('person', i), name: `Person ${i}` })),
  creation('lead', aLead({ id: id('lead', i), personId: id('person', i) })),
  ...(i % 3 === 0
    ? [creation('deal', aDeal({ id: id('deal', i), personId: id('person', i), organizationId: id('org', i % 7) }))]
    : []),
  ...(i % 2 === 0 ? [creation('activity', anActivity({ id: id('activity', i), leadId: id('lead', i) }))] : []),
  ...(i % 3 === 0
    ? [creation('project', aProject({ id: id('project', i), dealIds: [id('deal', i), id('deal', (i + 3) % 300)] }))]
    : []),
  ...(i % 10 === 0
    ? [creation('conversion', aConversion({ lead: aLead({ id: id('gone', i) }), expiresAt: minutesAfter(i) }))]
    : []),
]);

const questions: Readonly<Record<string, readonly [Kind, Where]>> = {
  'side by side': ['lead', { field: 'id', op: 'in', value: range(60, (i) => i + 100).map((i) => id('lead', i)) }],
  'far apart': ['lead', { field: 'id', op: 'in', value: range(30, (i) => i * 10).map((i) => id('lead', i)) }],
  'hardly any of them there': [
    'lead',
    { field: 'id', op: 'in', value: range(90, (i) => i + 290).map((i) => id('lead', i)) },
  ],
  'none of them there': ['conversion', { field: 'id', op: 'in', value: range(90).map((i) => id('lead', i)) }],
  'children side by side': ['activity', { field: 'leadId', op: 'in', value: range(60).map((i) => id('lead', i)) }],
  'children far apart': [
    'activity',
    { field: 'leadId', op: 'in', value: range(30, (i) => i * 10).map((i) => id('lead', i)) },
  ],
  'entries of lists side by side': [
    'project',
    { field: 'dealIds', op: 'has', value: range(60).map((i) => id('deal', i)) },
  ],
  'a few entries of lists': ['project', { field: 'dealIds', op: 'has', value: [id('deal', 3), id('deal', 6)] }],
  'a few children': ['activity', { field: 'leadId', op: 'in', value: [id('lead', 2), id('lead', 3), id('lead', 4)] }],
  'either of two links': [
    'deal',
    {
      any: [
        { field: 'personId', op: 'in', value: range(40).map((i) => id('person', i)) },
        { field: 'organizationId', op: 'is', value: id('org', 3) },
      ],
    },
  ],
  'no link at all, or this one': ['deal', { field: 'personId', op: 'in', value: [null, id('person', 3)] }],
  'a link and more': [
    'lead',
    {
      all: [
        { field: 'title', op: 'filled' },
        { field: 'personId', op: 'in', value: range(40).map((i) => id('person', i)) },
        { field: 'id', op: 'in', value: [id('lead', 7), id('lead', 77)] },
      ],
    },
  ],
  'up to an instant': ['conversion', { field: 'expiresAt', op: 'lte', value: minutesAfter(100) }],
};

describe('indexeddb, many at once', () => {
  let mine: IndexedDbAdapter;
  let memory: CrmAdapter;
  before(async () => {
    mine = indexeddbAdapter({ name: `many-${Date.now()}` });
    memory = memoryAdapter();
    for (const adapter of [mine, memory]) await adapter.commit(start);
  });
  after(async () => {
    await mine.erase();
    mine.close();
  });

  for (const [title, [kind, where]] of Object.entries(questions)) {
    it(`finds what memory finds: ${title}`, async () => {
      const query = { kind, where, today, window: { offset: 0, limit: 200 } } as const;
      const [found, expected] = await Promise.all([mine.read(query), memory.read(query)]);
      expect(found.records.map((record) => record.id)).to.deep.equal(expected.records.map((record) => record.id));
      expect(found.total).to.equal(expected.total);
      if (title !== 'none of them there') expect(found.total, 'the question is worth asking').to.be.greaterThan(0);
    });
  }

  it('finds the same whatever lay side by side before', async () => {
    const names = Object.keys(questions);
    for (const title of [...names, ...names.reverse(), 'side by side', 'far apart', 'hardly any of them there']) {
      const [kind, where] = questions[title]!;
      const query = { kind, where, today, window: { offset: 0, limit: 200 } } as const;
      const [found, expected] = await Promise.all([mine.read(query), memory.read(query)]);
      const of = (page: typeof found): string[] => page.records.map((record) => record.id);
      expect(of(found), title).to.deep.equal(of(expected));
    }
  });

  it('asks for rows that lay side by side the last time at once, and for keys first where they did not', async () => {
    const asked: string[] = [];
    const { getAll, getAllKeys } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...given) {
      asked.push('rows');
      return getAll.apply(this, given);
    };
    IDBObjectStore.prototype.getAllKeys = function (...given) {
      asked.push('keys');
      return getAllKeys.apply(this, given);
    };
    const read = async (title: string): Promise<string> => {
      asked.length = 0;
      const [kind, where] = questions[title]!;
      await mine.read({ kind, where, today, window: { offset: 0, limit: 200 } });
      return asked.join();
    };
    try {
      await read('side by side');
      expect(await read('side by side')).to.equal('rows');
      await read('far apart');
      expect(await read('side by side')).to.equal('keys,rows');
    } finally {
      Object.assign(IDBObjectStore.prototype, { getAll, getAllKeys });
    }
  });

  it('a renamed person is renamed in a deal that takes the place of a lead in the same commit', async () => {
    const where = { field: 'id', op: 'in', value: range(40).map((i) => id('lead', i)) } as const;
    const byId = { order: [{ field: 'id' }], today, window: { offset: 0, limit: 50 } } as const;
    const { records } = await mine.read({ kind: 'lead', where, ...byId });
    const convert = (from: number, to: number): Change[] =>
      records.slice(from, to).flatMap((lead, i) => [
        creation('deal', aDeal({ id: `${lead.id}-deal`, title: `${lead.title}!`, personId: lead.personId })),
        ...((from + i) % 2 === 0
          ? [
              edit('activity', id('activity', from + i), {
                leadId: [lead.id, null],
                dealId: [null, `${lead.id}-deal`],
              }),
            ]
          : []),
        deletion('lead', lead),
      ]);
    const named = async (): Promise<unknown[]> => {
      const where = { field: 'title', op: 'contains', value: '!' } as const;
      const deals = (await mine.read({ kind: 'deal', where, ...byId })).records;
      return deals.map((deal) => [deal.personName, deal.searchText.split('\n')[1]]);
    };
    await mine.commit(convert(0, 20));
    expect(await named()).to.deep.equal(range(20).map((i) => [`Person ${i}`, `person ${i}`]));
    await mine.commit([...convert(20, 40), edit('person', id('person', 30), { name: ['Person 30', 'Ada'] })]);
    expect((await named())[30]).to.deep.equal(['Ada', 'ada']);
    expect((await named())[31]).to.deep.equal(['Person 31', 'person 31']);
  });
});
