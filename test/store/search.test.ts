/** One search over leads, deals, persons and organizations. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CrmAdapter } from '../../src/adapters/adapter.js';
import { CrmError } from '../../src/domain/errors.js';
import type { AnyRecord } from '../../src/domain/records.js';
import type { Found } from '../../src/store/api.js';
import { aDeal, aLead, anOrganization, aPerson, creation, later } from '../../src/testing/fixtures.js';
import { bench, leads } from './support.js';

const point = (value: string) => ({ value, label: 'work', primary: false }) as const;
const names = ({ records }: { readonly records: readonly AnyRecord[] }): string[] => records.map(({ id }) => id);
const all = (found: Found): string[][] =>
  [found.leads, found.deals, found.persons, found.organizations].map((each) => names(each));

const world = [
  creation('organization', anOrganization({ id: 'isik', name: 'Işık Enerji' })),
  creation(
    'person',
    aPerson({
      id: 'ada',
      name: 'Ada Işık',
      organizationId: 'isik',
      emails: [point('ada@isik.test')],
      phones: [point('+90 533 765 43 21')],
    }),
  ),
  creation('lead', aLead({ id: 'lead-ada', title: 'Loom', personId: 'ada', organizationId: null })),
  creation('lead', aLead({ id: 'lead-old', title: 'Işık', personId: null, organizationId: 'isik', archivedAt: later })),
  creation('lead', aLead({ id: 'lead-new', title: 'Işık', personId: null, organizationId: 'isik' })),
  creation(
    'deal',
    aDeal({ id: 'deal-won', title: 'Işıklı tabela', personId: 'ada', organizationId: 'isik', status: 'won' }),
  ),
  creation('deal', aDeal({ id: 'deal-open', title: 'Işıklı tabela', personId: 'ada', organizationId: 'isik' })),
  creation('deal', aDeal({ id: 'deal-else', title: 'Roof' })),
];

/** An adapter that is read in another way. */
const reading = (adapter: CrmAdapter, read: (...given: Parameters<CrmAdapter['read']>) => unknown): CrmAdapter =>
  new Proxy(adapter, {
    get: (target, name) => {
      const value: unknown = name === 'read' ? read : Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

describe('store.search', () => {
  test('finds every kind by what people write, the closest first, open before closed, archived last', async () => {
    const { store } = await bench(world);
    const expected = [['lead-new', 'lead-old', 'lead-ada'], ['deal-open', 'deal-won'], ['ada'], ['isik']];
    for (const words of ['IŞIK', 'ışık', 'isik ']) assert.deepEqual(all(await store.search(words)), expected, words);
    const { persons } = await store.search('ada');
    assert.equal(persons.related.organizations.get('isik')?.name, 'Işık Enerji', 'whose they are comes along');
  });

  test('by address and by the digits of a number', async () => {
    const { store } = await bench(world);
    for (const words of ['ada@isik', '0533 765 43 21', '+905337654321'])
      assert.deepEqual(all(await store.search(words)), [['lead-ada'], ['deal-open', 'deal-won'], ['ada'], []], words);
  });

  test('without words nothing is found, and nothing is read', async () => {
    const { adapter } = await bench(world);
    const unread = reading(adapter, () => assert.fail('it was read'));
    const { store } = await bench([], { adapter: unread, names: false });
    assert.deepEqual(all(await store.search(' \t')), [[], [], [], []]);
  });

  test('as many as are asked for, and whether there are more; one window of a kind is read', async () => {
    const { adapter } = await bench(leads(230));
    const read: number[] = [];
    const counting = reading(adapter, async (...given) => {
      const page = await adapter.read(...given);
      if (given[0].search !== undefined) read.push(page.records.length);
      return page;
    });
    const { store } = await bench([], { adapter: counting, names: false });
    const found = await store.search('lead', { limit: 3 });
    assert.deepEqual([found.leads.records.length, found.leads.more], [3, true]);
    assert.deepEqual([found.deals.records.length, found.deals.more], [0, false]);
    assert.deepEqual(
      read.sort((a, b) => b - a),
      [200, 0, 0, 0],
    );
    const one = await store.search('lead 229');
    assert.deepEqual([names(one.leads), one.leads.more], [['lead-229'], false]);
    assert.equal((await store.search('lead')).leads.records.length, 8, 'eight where nothing is said');
    assert.equal((await store.search('lead', { limit: 1e6 })).leads.records.length, 100);
    assert.equal((await store.search('lead', { limit: -1 })).leads.records.length, 0);
  });

  test('what belongs to a person or an organization, all of it or narrowed', async () => {
    const { store } = await bench(world);
    const of = async (kind: 'person' | 'organization', id: string, words = ''): Promise<string[][]> =>
      all(await store.search(words, { of: { kind, id } }));
    assert.deepEqual(await of('person', 'ada'), [['lead-ada'], ['deal-open', 'deal-won'], [], []]);
    assert.deepEqual(await of('organization', 'isik'), [['lead-new', 'lead-old'], ['deal-open', 'deal-won'], [], []]);
    assert.deepEqual(await of('organization', 'isik', 'tabela'), [[], ['deal-open', 'deal-won'], [], []]);
    assert.deepEqual(await of('person', 'nobody'), [[], [], [], []]);
  });

  test('fails where one kind cannot be read, with its reason; half an answer would look like a whole one', async () => {
    const { adapter } = await bench(world);
    const broken = reading(adapter, (...given) =>
      given[0].kind === 'person' ? Promise.reject(new CrmError('auth', 'Sign in again.')) : adapter.read(...given),
    );
    const { store } = await bench([], { adapter: broken, names: false });
    await assert.rejects(store.search('ada'), (thrown) => thrown instanceof CrmError && thrown.code === 'auth');
  });

  test('is given up by its signal', async () => {
    const { store } = await bench(world);
    const stop = new AbortController();
    const answer = store.search('ada', { signal: stop.signal });
    stop.abort();
    await assert.rejects(answer, (thrown) => thrown instanceof CrmError && thrown.code === 'aborted');
  });
});
