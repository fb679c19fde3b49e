/** Formula fields of leads, where the host's profile has them: shown, sorted and narrowed by, in a page that has not needed them yet. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import { aField, creation, edit, money } from '../../../src/testing/fixtures.js';
import { kept } from '../../support/kept.js';
import { all, button, click, one, row, stand, text, threeLeads, titles, waitUntil } from './support.js';
import type { Stand, StandOptions } from './support.js';

const changes = [
  ...threeLeads(),
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b1' })),
  creation(
    'field',
    aField({
      id: 'each',
      name: 'Each',
      type: 'formula',
      rank: 'b2',
      formula: '#{value} / #{custom.seats}',
      gives: 'money',
    }),
  ),
  // Each: 120, 800, not calculated
  edit('lead', 'late', { 'custom.seats': [null, 10] }),
  edit('lead', 'today', { 'custom.seats': [null, 1] }),
];
const columns = ['title', 'value', 'custom.each'];
const profile = profileWith({ formulas: { lead: true, deal: true } });
const there = (options: StandOptions = {}): Promise<Stand> =>
  stand(changes, { profile, setUp: (inbox) => (inbox.columns = columns), ...options });

const heads = (inbox: LeadInbox): HTMLElement[] => all(inbox, '.lrow--head [role=columnheader]:not(.pick)');
const names = (inbox: LeadInbox): string[] => heads(inbox).map(text);
const head = (inbox: LeadInbox, name: string): HTMLElement => heads(inbox).find((each) => text(each) === name)!;
const cell = (inbox: LeadInbox, id: string, name: string): string =>
  text(row(inbox, id).querySelectorAll('[role=gridcell]:not(.pick)')[names(inbox).indexOf(name)]!);

/** All orders of titles in which rows have been seen. */
function watch(inbox: LeadInbox): { readonly seen: ReadonlySet<string>; end(): void } {
  const seen = new Set<string>();
  const look = (): void => void seen.add(titles(inbox).join());
  const observer = new MutationObserver(look);
  observer.observe(inbox.shadowRoot!, { childList: true, subtree: true, characterData: true });
  return { seen, end: () => observer.disconnect() };
}

describe('<lead-inbox>: formula fields', () => {
  it('is narrowed by one without ever saying that nothing matches', async () => {
    const { inbox } = await there();
    const watched = watch(inbox);
    inbox.filter = [{ field: 'custom.each', op: 'gte', value: money('500') }];
    await waitUntil(() => titles(inbox).join() === 'Heat pump', 'the one that matches');
    watched.end();
    expect([...watched.seen]).to.not.include('');
    inbox.filter = [{ field: 'custom.each', op: 'gte', value: money('100') }];
    await waitUntil(() => titles(inbox).sort().join() === 'Heat pump,Solar panels', 'both');
  });

  it('is in their order from its first rows on', async () => {
    const { inbox } = await there({
      setUp: (each) => {
        each.columns = columns;
        each.order = [{ field: 'custom.each', descending: false }];
      },
    });
    expect(titles(inbox)).to.deep.equal(['Solar panels', 'Heat pump', 'İzmir deposu']);
  });

  it('shows what each gives, nothing where it is not calculated, and follows what is changed', async () => {
    const { inbox, store } = await there();
    expect(names(inbox)).to.deep.equal(['Lead', 'Value', 'Each']);
    await waitUntil(() => cell(inbox, 'late', 'Each') === '€120', 'the first one');
    expect(cell(inbox, 'today', 'Each')).to.equal('€800');
    expect(cell(inbox, 'none', 'Each')).to.equal('');
    await click(head(inbox, 'Each').querySelector('button')!);
    await waitUntil(() => titles(inbox).join() === 'Solar panels,Heat pump,İzmir deposu', 'the least first, none last');
    await waitUntil(() => head(inbox, 'Each').ariaSort === 'ascending', 'its head says so');
    await store.execute('lead-edit', { id: 'late', fields: { 'custom.seats': 1 } });
    await waitUntil(() => titles(inbox).join() === 'Heat pump,Solar panels,İzmir deposu', 'the new place');
    await store.execute('field-edit', { id: 'each', formula: '#{custom.seats} * 2' });
    await waitUntil(() => cell(inbox, 'late', 'Each') === '2', 'the new formula');
  });

  it('is narrowed by one that is built by key', async () => {
    const { inbox } = await there();
    button(inbox, 'Filter').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(inbox, '#filter-field').length > 0, 'the builder');
    const field = one<HTMLSelectElement>(inbox, '#filter-field');
    field.value = 'custom.each';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => all(inbox, '#filter-value').length > 0, 'its value');
    one(inbox, '#filter-value').focus();
    await sendKeys({ type: '500' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).join() === 'Heat pump', 'the one that matches');
    const chip = all(inbox, '.chip--on').map(text).join();
    expect(chip).to.match(/Each/);
  });

  it('gives back columns and an order that were kept', async () => {
    const { inbox, store } = await there();
    await click(head(inbox, 'Each').querySelector('button')!);
    await kept(store, 'lead-inbox', { order: inbox.order });
    const again = document.createElement('lead-inbox');
    again.store = store;
    inbox.parentElement!.append(again);
    await waitUntil(() => titles(again).length === 3, 'its rows');
    expect(titles(again)).to.deep.equal(['Solar panels', 'Heat pump', 'İzmir deposu']);
    expect(cell(again, 'today', 'Each')).to.equal('€800');
  });

  it('says where the storage cannot sort by them', async () => {
    const inner = memoryAdapter();
    const adapter: CrmAdapter = new Proxy(inner, {
      get: (target, name) => {
        if (name === 'abilities') return { ...target.abilities, formulas: false };
        const held: unknown = Reflect.get(target, name);
        return typeof held === 'function' ? (held.bind(target) as unknown) : held;
      },
    });
    const { inbox } = await there({ adapter });
    const sorts = head(inbox, 'Each').querySelector('button')!;
    await waitUntil(() => sorts.ariaDisabled === 'true', 'it is refused');
    expect(sorts.title).to.equal('Each: this storage cannot sort by formulas');
    await click(sorts);
    expect(inbox.order[0]?.field).to.equal('nextActivity');
  });

  it('has none where the profile says no, and a filter by one matches nothing', async () => {
    const { inbox } = await there({ profile: profileWith({}) });
    expect(names(inbox)).to.deep.equal(['Lead', 'Value']);
    inbox.filter = [{ field: 'custom.each', op: 'empty' }];
    await waitUntil(() => titles(inbox).length === 0, 'nothing');
  });
});
