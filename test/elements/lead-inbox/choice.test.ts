import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { LeadInbox } from '../../../src/elements/lead-inbox/lead-inbox.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aLead, creation, minutesAfter } from '../../../src/testing/fixtures.js';
import { middle } from '../../support/commands.js';
import { all, click, manyLeads, one, row, stand, text, threeLeads, titles, waitUntil } from './support.js';

/** From now on the storage stores, or only answers, when it is let. @returns lets it */
function late(adapter: CrmAdapter, what: 'stores' | 'answers'): () => void {
  const { commit } = adapter;
  let go = (): void => {};
  const gone = new Promise<void>((done) => (go = done));
  adapter.commit = async (...given) => {
    if (what === 'stores') await gone;
    const result = await commit.apply(adapter, given);
    await gone;
    return result;
  };
  return go;
}

describe('<lead-inbox> what is chosen, on a slow service', () => {
  it('keeps what is chosen in another segment, where news of how it got there comes late', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand(threeLeads(), { adapter });
    const answer = late(adapter, 'answers');
    row(inbox, 'today').focus();
    await sendKeys({ press: 'e' });
    await waitUntil(() => titles(inbox).length === 2);
    await click(one(inbox, '[data-segment=archived]'));
    await waitUntil(() => titles(inbox).join() === 'Heat pump');
    await click(row(inbox, 'today').querySelector('.check')!);
    await waitUntil(() => text(one(inbox, '.bulk b')) === '1 selected');
    answer();
    await waitUntil(() => text(one(inbox, '.toast')).includes('1 lead archived'), 'the news is there');
    await inbox.updateComplete;
    expect(inbox.selected).to.deep.equal(['today']);
    await click(one(inbox, '[data-bulk=restore]'));
    await waitUntil(() => titles(inbox).length === 0, 'it is on its way back');
  });

  it('keeps what was chosen while an earlier command was still under way', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand(manyLeads(6), { adapter });
    const answer = late(adapter, 'stores');
    for (const id of ['lead-1', 'lead-2']) await click(row(inbox, id).querySelector('.check')!);
    await click(one(inbox, '[data-bulk=archive]'));
    await waitUntil(() => titles(inbox).length === 4);
    for (const id of ['lead-4', 'lead-5']) await click(row(inbox, id).querySelector('.check')!);
    await waitUntil(() => text(one(inbox, '.bulk b')) === '2 selected');
    answer();
    await waitUntil(() => text(one(inbox, '.toast')).includes('2 leads archived'));
    await inbox.updateComplete;
    expect(inbox.selected).to.have.members(['lead-4', 'lead-5']);
  });

  it('says that it takes long without moving what one is about to press', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand(manyLeads(6), { adapter, limits: { late: 20 } });
    const answer = late(adapter, 'answers');
    const stands = (): number => row(inbox, 'lead-3').getBoundingClientRect().y;
    row(inbox, 'lead-6').focus();
    const before = stands();
    await sendKeys({ press: 'e' });
    await waitUntil(() => all(inbox, '.banner').length === 1);
    expect(text(one(inbox, '.banner'))).to.contain('Still saving. 1 change waits for the storage.');
    expect(stands()).to.equal(before);
    // Where it lies over a row, a press goes to the row.
    const [x, y] = middle(one(inbox, '.banner'));
    expect(inbox.shadowRoot!.elementFromPoint(x, y)!.closest('.banner')).to.equal(null);
    answer();
    await waitUntil(() => all(inbox, '.banner').length === 0);
    expect(stands()).to.equal(before);
  });

  it('lets the box of the head wait for the list that it is about, and lets go of rows that are not in it', async () => {
    const adapter = memoryAdapter();
    const { inbox } = await stand([...manyLeads(4), archived], { adapter });
    const answer = unread(adapter);
    await click(one(inbox, '[data-segment=archived]'));
    await waitUntil(() => one(inbox, '[data-segment=archived]').getAttribute('aria-pressed') === 'true');
    expect(titles(inbox), 'what was there is there until the answer').to.have.length(4);
    await click(row(inbox, 'lead-1').querySelector('.check')!);
    await waitUntil(() => inbox.selected?.length === 1);
    await click(one(inbox, '.lrow--head .check'));
    answer();
    await waitUntil(() => titles(inbox).join() === 'Put away');
    await waitUntil(() => text(one(inbox, '.bulk b')) === '1 selected');
    expect(inbox.selected, 'the rule: all that are archived').to.equal(null);
    await click(one(inbox, '[data-bulk=restore]'));
    await waitUntil(() => text(one(inbox, '.toast')).includes('1 lead back in the inbox'));
  });

  it('follows what was begun before, where its leads are still being asked for', async () => {
    const adapter = memoryAdapter();
    const { inbox, store } = await stand(manyLeads(4), { adapter });
    // Not on the screen any more what the first was about, and not yet stored.
    const stored = late(adapter, 'stores');
    const ids = asked(store);
    await chosenAll(inbox);
    await click(one(inbox, '[data-bulk=archive]'));
    await click(one(inbox, '[data-bulk=owner]'));
    await click(one(inbox, '[role^=menuitem]'));
    expect(ids.asked, 'who is second waits').to.equal(1);
    ids.answer();
    await waitUntil(() => titles(inbox).length === 0, 'the first is under way');
    expect(ids.asked).to.equal(1);
    stored();
    await waitUntil(() => ids.asked === 2, 'then the second asks which match now');
  });
});

const archived = creation('lead', aLead({ id: 'away', title: 'Put away', archivedAt: minutesAfter(0), seen: true }));

/** From now on nothing is read until it is let. @returns lets it */
function unread(adapter: CrmAdapter): () => void {
  const { read } = adapter;
  let go = (): void => {};
  const gone = new Promise<void>((done) => (go = done));
  adapter.read = (query, options) => gone.then(() => read.call(adapter, query, options)) as never;
  return go;
}

/** Counts how often the store is asked which leads match; the answer comes when it is let. */
function asked(store: CrmStore): { asked: number; answer: () => void } {
  const { ids } = store;
  const counted = { asked: 0, answer: (): void => {} };
  const gone = new Promise<void>((done) => (counted.answer = done));
  store.ids = async (...given) => {
    counted.asked++;
    await gone;
    return ids.apply(store, given);
  };
  return counted;
}

async function chosenAll(inbox: LeadInbox): Promise<void> {
  await click(one(inbox, '.lrow--head .check'));
  await waitUntil(() => text(one(inbox, '.bulk b')) === '4 selected');
}
