import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../src/adapters/indexeddb/indexeddb.js';
import { aBoard, aDeal, aLead, anActivity, aPerson, creation, edit, today } from '../../src/testing/fixtures.js';

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
});
