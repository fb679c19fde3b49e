import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, click, one, row, stand, text, threeLeads, titles, waitUntil } from './support.js';

describe('<lead-inbox> when this browser forgets', () => {
  it('shows that there is nothing, drops the words and filters that stood there, and keeps none of them afterwards', async () => {
    const { inbox, store } = await stand(threeLeads());
    inbox.filter = [{ field: 'title', op: 'contains', value: 'solar' }];
    await waitUntil(() => titles(inbox).join() === 'Solar panels');
    const search = one<HTMLInputElement>(inbox, 'input[type="search"]');
    search.focus();
    await sendKeys({ type: 'panels' });
    // What is set up is kept a moment later: that has to come to nothing.
    await click(one(inbox, '[data-sort="title"]'));
    await store.forget();
    await waitUntil(() => titles(inbox).length === 0 && all(inbox, '.chip--on').length === 0, 'as on a first visit');
    expect([inbox.search, search.value, inbox.filter]).to.eql(['', '', []]);
    await waitUntil(() => text(one(inbox, '.empty')).includes('No leads yet'), 'the empty state');

    await store.addLead({ title: 'A new one', organization: { name: 'Elsewhere' } });
    await waitUntil(() => titles(inbox).join() === 'A new one', 'it is a list like any other');
    await click(one(inbox, '[data-sort="value"]'));
    const views = async () => (await store.read({ kind: 'view', window: { after: null, limit: 9 } })).records;
    let kept = await views();
    await waitUntil(async () => (kept = await views()).length > 0, 'what is set up from here on is kept');
    expect(JSON.stringify(kept)).not.to.match(/solar|panels/i);
  });

  it('leaves nothing of what was said of anybody: neither toast, nor banner, nor what is read out', async () => {
    const { inbox, store } = await stand(threeLeads());
    for (const id of ['late', 'today']) await click(row(inbox, id).querySelector('.check')!);
    await waitUntil(() => all(inbox, '[data-bulk=merge]').length === 1, 'what can be done with both');
    await click(one(inbox, '[data-bulk=merge]'));
    await waitUntil(() => all(inbox, 'dialog[open] .merge-grid').length === 1, 'the question');
    await sendKeys({ press: 'Enter' });
    const said = (): string =>
      all(inbox, '.toast, .banner, [role=status], [role=alert]')
        .map((each) => each.textContent)
        .join(' ');
    await waitUntil(() => said().includes('Solar panels'), 'it is told by name');
    await store.forget();
    await waitUntil(() => !said().includes('Solar panels'), 'it is not there any more');
    expect(all(inbox, '.toast:popover-open')).to.have.length(0);
  });
});
