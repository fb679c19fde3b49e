import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { click, manyLeads, one, row, stand, text, threeLeads, titles, waitUntil } from './support.js';

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
});
