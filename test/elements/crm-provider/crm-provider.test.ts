import { expect, waitUntil } from '@open-wc/testing';
import { CrmProvider } from '../../../src/elements/crm-provider/crm-provider.js';
import { asCrmError } from '../../../src/domain/errors.js';
import { openRecord } from '../../../src/shared/open-record.js';
import { page } from '../../../src/shared/page.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { LeadCount, heard, memoryWith, stand } from '../../shared/support/stand.js';

customElements.define('crm-provider', CrmProvider);
customElements.define('lead-count', LeadCount);

const text = (provider: CrmProvider): string => (provider.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('<crm-provider>', () => {
  let box: HTMLElement;
  beforeEach(() => (box = document.body.appendChild(document.createElement('main'))));
  afterEach(() => box.remove());

  function put(properties: Partial<CrmProvider> = {}): { provider: CrmProvider; element: LeadCount } {
    const provider = document.createElement('crm-provider');
    Object.assign(provider, properties);
    const element = document.createElement('lead-count') as LeadCount;
    provider.append(element);
    box.append(provider);
    return { provider, element };
  }

  it('takes part in no layout', () => {
    expect(getComputedStyle(put().provider).display).to.equal('contents');
  });

  it('keeps the records in this browser under a name, and begins with a pipeline', async () => {
    const database = `provider-test-${Math.random()}`;
    box.append(document.createElement('div'));
    const host = box.lastElementChild as HTMLElement;
    host.append(document.createElement('crm-provider'));
    const provider = host.firstElementChild as CrmProvider;
    provider.setAttribute('database', database);
    const element = provider.appendChild(document.createElement('lead-count') as LeadCount);
    await waitUntil(() => element.text === '0');
    const { store } = element.crm;
    expect(provider.store, 'the page has it too').to.equal(store);
    const { records } = await store!.read({ kind: 'stage', window: { offset: 0, limit: 10 } });
    expect(records.map(({ name }) => name))
      .to.include('Proposal sent')
      .and.to.have.length(6);
    await store!.addLead({ title: 'Kept', person: { name: 'Ada' } });
    provider.remove();
    await Promise.resolve();
    const again = put({ database });
    await waitUntil(() => again.element.text === '1');
    expect(again.element.crm.store, 'the first one was closed').not.to.equal(store);
    again.provider.remove();
    indexedDB.deleteDatabase(database);
  });

  it('begins a new database with names in its language', async () => {
    const database = `provider-test-${Math.random()}`;
    const { element, provider } = put({ database, lang: 'tr' });
    await waitUntil(() => element.text === '0');
    const { directory } = element.crm.store!;
    await waitUntil(() => directory.pipelines.length === 1);
    expect(directory.pipelines[0]?.name).to.equal('Yeni işler');
    expect(directory.stagesOf(directory.pipelines[0]!.id).map(({ name }) => name)).to.include('Teklif gönderildi');
    provider.remove();
    indexedDB.deleteDatabase(database);
  });

  it('shares one store with every provider of the same adapter or database', async () => {
    const adapter = await memoryWith(1);
    const [first, second] = [put({ adapter }), put({ adapter })];
    await waitUntil(() => first.element.text === '1' && second.element.text === '1');
    expect(first.element.crm.store).to.equal(second.element.crm.store);
    first.provider.remove();
    await Promise.resolve();
    await second.element.crm.store!.addLead({ title: 'Two', person: { id: 'person-1' } });
    await waitUntil(() => second.element.text === '2');
  });

  it('waits in silence, and says so after three seconds', async () => {
    const timers: { ms: number; call: () => void }[] = [];
    const before = window.setTimeout;
    window.setTimeout = ((call: () => void, ms: number) => timers.push({ call, ms })) as unknown as typeof setTimeout;
    const { provider, element } = put();
    await provider.updateComplete;
    window.setTimeout = before;
    expect(element.text).to.equal('waiting');
    expect(text(provider)).to.equal('');
    const timer = timers.find(({ ms }) => ms === 3000);
    timer!.call();
    await waitUntil(() => text(provider) !== '');
    expect(text(provider)).to.contain('Not connected yet. Give <crm-provider> a database name, an adapter or a store.');
    provider.adapter = await memoryWith(1);
    await waitUntil(() => element.text === '1');
    expect(text(provider)).to.equal('');
  });

  it('says what is wrong where the store cannot be made, and tries again', async () => {
    const { provider, element } = put({
      adapter: {
        get abilities(): never {
          throw new Error('no token');
        },
        get watch(): never {
          throw new Error('no token');
        },
      } as never,
    });
    await waitUntil(() => element.text === 'failed');
    expect(asCrmError(element.crm.crm?.error).code).to.equal('unavailable');
    await waitUntil(() => text(provider) !== '');
    expect(text(provider)).to.contain('Nothing is lost.');
    provider.adapter = await memoryWith(2);
    await waitUntil(() => element.text === '2');
    expect(text(provider)).to.equal('');
  });

  it('hands its settings to the store, also later', async () => {
    const { provider, element } = put({ adapter: await memoryWith(1) });
    provider.user = { id: 'user-7', name: 'Maya' };
    provider.setAttribute('time-zone', 'Pacific/Auckland');
    provider.setAttribute('currency', 'TRY');
    provider.setAttribute('keep-receipts', '7');
    await waitUntil(() => element.crm.store !== null);
    expect(element.crm.store!.settings).to.deep.include({
      user: { id: 'user-7', name: 'Maya' },
      timeZone: 'Pacific/Auckland',
      currency: 'TRY',
      keepReceipts: 7,
    });
    provider.can = (action) => action !== 'leads-delete' || 'Ask Maya.';
    await provider.updateComplete;
    expect(element.crm.store!.settings.can('leads-delete', null)).to.equal('Ask Maya.');
  });

  it('keeps what is open, for the elements and for the host', async () => {
    const { provider, element } = put({ adapter: await memoryWith(2) });
    await waitUntil(() => element.text === '2');
    const opening = heard('lead-open', 'deal-open');
    expect(openRecord(element.crm, 'lead', 'lead-1')).to.equal(true);
    expect(provider.current).to.deep.equal({ lead: 'lead-1', deal: null });
    expect(opening.events[0]?.target).to.equal(element);
    document.addEventListener('lead-open', (event) => event.preventDefault(), { once: true });
    expect(openRecord(element.crm, 'lead', 'lead-2')).to.equal(false);
    expect(provider.current.lead).to.equal('lead-1');
    provider.current = { deal: 'deal-1' };
    await element.updateComplete;
    expect(element.crm.current).to.deep.equal({ lead: null, deal: 'deal-1' });
    openRecord(element.crm, 'deal', null);
    expect(provider.current.deal).to.equal(null);
    opening.stop();
  });

  it('tells facts of the host’s own commands once, from the first provider of the store', async () => {
    const { store } = await stand(1);
    const [first, second] = [put({ store }), put({ store })];
    await waitUntil(() => second.element.text === '1');
    const facts = heard('leads-converted');
    await store.convertLeads(['lead-1']);
    expect(facts.events.map(({ target }) => target)).to.deep.equal([first.provider]);
    facts.stop();
  });

  it('tells once what others have changed', async () => {
    const adapter = await memoryWith(1);
    const { element } = put({ adapter });
    await waitUntil(() => element.text === '1');
    const changes = heard('store-changed');
    const other = await stand(0, [], { adapter: memoryAdapter({ beside: adapter }) });
    await other.store.addLead({ title: 'From elsewhere', person: { id: 'person-1' } });
    await waitUntil(() => changes.events.length > 0);
    expect(changes.events).to.have.length(1);
    expect(changes.events[0]).to.have.nested.property('detail.count');
    changes.stop();
  });
});

describe('an element with no provider', () => {
  it('opens the page’s default store, shared with others, until a provider comes', async () => {
    const box = document.body.appendChild(document.createElement('main'));
    const [one, two] = [new LeadCount(), new LeadCount()];
    box.append(one, two);
    expect(one.crm.state).to.equal('waiting');
    await waitUntil(() => one.text === '0' && two.text === '0', `${one.text} ${two.text}`);
    expect(one.crm.store).to.equal(two.crm.store);
    expect(one.crm.store).to.equal(page().fallback?.store);
    expect((await indexedDB.databases()).map(({ name }) => name)).to.include('crm-elements');
    const provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(4);
    box.append(provider);
    provider.append(one);
    await waitUntil(() => one.text === '4');
    expect(two.text).to.equal('0');
    box.remove();
  });
});
