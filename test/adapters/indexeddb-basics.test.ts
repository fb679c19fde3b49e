import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import {
  aBoard,
  aConversion,
  aDeal,
  aLead,
  anActivity,
  aPerson,
  creation,
  edit,
  today,
} from '../../src/testing/fixtures.js';

let serial = 0;
const name = (): string => `basics-${Date.now()}-${serial++}`;
const all = { today, window: { offset: 0, limit: 50 } } as const;

describe('indexeddb, the basics', () => {
  it('keeps records over a close and a reopen', async () => {
    const database = name();
    const first = indexeddbAdapter({ name: database });
    await first.commit([
      ...aBoard(),
      creation('person', aPerson()),
      creation('lead', aLead()),
      creation('deal', aDeal()),
    ]);
    await first.commit([creation('activity', anActivity())]);
    await first.commit([edit('lead', 'lead-1', { title: ['Solar panels for the roof', 'Solar panels'] })]);
    first.close();
    const second = indexeddbAdapter({ name: database });
    const page = await second.read({ kind: 'lead', search: 'ada solar', ...all });
    expect(page.records.map((lead) => [lead.title, lead.personName, lead.nextActivity?.subject])).to.deep.equal([
      ['Solar panels', 'Ada Yıldız', 'Call back'],
    ]);
    expect(page.related.persons.get('person-1')?.name).to.equal('Ada Yıldız');
    expect(page.related.users.get('user-1')?.name).to.equal('Robin');
    await second.erase();
    expect((await second.read({ kind: 'lead', ...all })).records).to.be.empty;
    await second.erase();
    second.close();
  });

  it('keeps a receipt whole: the lead and the deal in it, with every letter', async () => {
    const database = name();
    const lead = aLead({
      title: 'İğne oyası – "2 × 3" \\ \u2028 \ud83d\ude80 \ud800',
      value: { amount: '12345678901234567890.10', currency: 'TRY' },
      custom: { 'field-1': ['a', 'b'], 'field-2': null, 'field-3': { amount: '0.00', currency: 'EUR' } },
    });
    const given = [
      aConversion({ lead, deal: aDeal({ id: 'deal-1', title: lead.title }) }),
      aConversion({ id: 'lead-2', dealId: 'deal-2', joined: true, overwritten: { value: [null, lead.value] } }),
      aConversion({
        id: 'lead-3',
        dealId: 'deal-3',
        state: 'undone',
        deal: null,
        kept: aDeal({ id: 'deal-3', probability: 40 }),
      }),
    ];
    const adapter = indexeddbAdapter({ name: database });
    const answer = await adapter.commit(given.map((receipt) => creation('conversion', receipt)));
    const stored = answer.map((change) => (change.op === 'create' ? change.record : null));
    expect(stored.map((record) => (record as { lead?: unknown } | null)?.lead)).to.deep.equal(
      given.map((receipt) => receipt.lead),
    );
    adapter.close();
    const again = indexeddbAdapter({ name: database });
    for (const where of [
      { field: 'id', op: 'in', value: ['lead-1', 'lead-2', 'lead-3'] },
      { field: 'dealId', op: 'in', value: ['deal-1', 'deal-2', 'deal-3'] },
      { field: 'userId', op: 'is', value: 'user-1' },
    ] as const) {
      const { records } = await again.read({ kind: 'conversion', where, ...all });
      expect([...records].sort((a, b) => (a.id < b.id ? -1 : 1))).to.deep.equal(stored);
    }
    await again.erase();
    again.close();
  });
});
