/** The first drawing of an inbox over a database that is there already. */
import { expect } from '@open-wc/testing';
import { indexeddbAdapter } from '../../../src/adapters/indexeddb.js';
import { CrmProvider } from '../../../src/elements/crm-provider/crm-provider.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { aBoard, aLabel, aLead, creation } from '../../../src/testing/fixtures.js';
import { waitUntil } from './support.js';

if (!customElements.get('crm-provider')) customElements.define('crm-provider', CrmProvider);

const rowsOf = (inbox: LeadInbox): number => inbox.shadowRoot!.querySelectorAll('.lrow[data-id]').length;

/** Keeps others from the leads of a database until it is told to let them. */
async function hold(name: string): Promise<() => Promise<void>> {
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error!);
  });
  const transaction = db.transaction('lead', 'readwrite');
  const ended = new Promise<void>((done) => (transaction.oncomplete = () => done()));
  let held = true;
  const again = (): void => {
    if (held) transaction.objectStore('lead').count().onsuccess = again;
  };
  again();
  return async () => {
    held = false;
    await ended;
    db.close();
  };
}

describe('an inbox over a database that is there', () => {
  let provider: CrmProvider;
  let inbox: LeadInbox;
  let database: string;

  beforeEach(async () => {
    database = `inbox-start-${Math.random()}`;
    const adapter = indexeddbAdapter({ name: database });
    const leads = Array.from({ length: 20 }, (_, i) =>
      creation('lead', aLead({ id: `lead-${i}`, title: `Lead ${i}`, labelIds: ['label-hot'] })),
    );
    await adapter.commit([...aBoard(), creation('label', aLabel({ id: 'label-hot', name: 'Hot' })), ...leads]);
    adapter.close();
    provider = document.createElement('crm-provider');
    provider.setAttribute('database', database);
    inbox = document.createElement('lead-inbox');
    inbox.style.blockSize = '600px';
    provider.append(inbox);
  });

  afterEach(async () => {
    provider.remove();
    await indexeddbAdapter({ name: database }).erase();
  });

  it('is drawn when its rows and their labels are there, and with them', async () => {
    // It has all the time it wants: how fast a machine is decides nothing here.
    const before = window.setTimeout;
    window.setTimeout = ((call: () => void, ms?: number, ...rest: []) =>
      ms === 100 ? 0 : before(call, ms, ...rest)) as unknown as typeof setTimeout;
    try {
      document.body.append(provider);
      const [rows, labels] = await new Promise<readonly [number, number]>((done) => {
        new MutationObserver((_, observer) => {
          if (!inbox.shadowRoot!.querySelector('.inbox')) return;
          observer.disconnect();
          done([rowsOf(inbox), inbox.shadowRoot!.querySelectorAll('.lrow .label[title=Hot]').length]);
        }).observe(inbox.shadowRoot!, { childList: true, subtree: true });
      });
      expect(rows).to.be.greaterThan(5);
      expect(labels).to.equal(rows);
    } finally {
      window.setTimeout = before;
    }
  });

  it('is drawn without them where they take long, and they come when they do', async () => {
    const release = await hold(database);
    document.body.append(provider);
    await waitUntil(() => inbox.shadowRoot?.querySelector('input[type=search]'), 'the empty inbox');
    expect(rowsOf(inbox)).to.equal(0);
    await release();
    await waitUntil(() => rowsOf(inbox) > 5, 'the rows');
  });
});
