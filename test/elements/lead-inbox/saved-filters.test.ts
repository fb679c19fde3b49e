import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aSavedFilter, creation } from '../../../src/testing/fixtures.js';
import { all, click, focused, one, stand, text, threeLeads, titles, waitUntil } from './support.js';

describe('<lead-inbox> saved filters', () => {
  it('offers them where a filter is begun: one press narrows the list, by key as well', async () => {
    const { inbox } = await stand([
      ...threeLeads(),
      creation('filter', aSavedFilter({ name: 'Solar', filter: [{ field: 'title', op: 'contains', value: 'solar' }] })),
      creation('filter', aSavedFilter({ id: 'f2', name: 'Of deals', subject: 'deal' })),
    ]);
    await click(one(inbox, '[data-filter=""]'));
    await waitUntil(() => all(inbox, '[data-saved-filter]').length === 1, 'those of leads are there');
    expect(text(one(inbox, '[data-saved-filter]'))).to.equal('Solar');
    await expect(inbox).to.be.accessible();
    one(inbox, '[data-saved-filter]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).join() === 'Solar panels');
    expect(text(one(inbox, '.chip--on'))).to.equal('Title: solar');
    await waitUntil(() => focused(inbox)?.dataset['filter'] === '', 'the focus is where it was opened from');
  });

  it('keeps what narrows the list under a name, and knows it again in the dialog', async () => {
    const { inbox, store } = await stand(threeLeads());
    inbox.filter = [{ field: 'title', op: 'contains', value: 'solar' }];
    await waitUntil(() => titles(inbox).join() === 'Solar panels');
    await click(one(inbox, '[data-filter=""]'));
    await waitUntil(() => all(inbox, '[data-all-conditions]').length === 1);
    await click(one(inbox, '[data-all-conditions]'));
    await waitUntil(() => all(inbox, 'dialog[open] [data-saved=new]').length === 1);
    await click(one(inbox, 'dialog[open] [data-saved=new]'));
    await waitUntil(() => inbox.shadowRoot!.activeElement?.id === 'filter-saved-name');
    await sendKeys({ type: 'Solar' });
    await sendKeys({ press: 'Enter' });
    const select = () => one<HTMLSelectElement>(inbox, 'dialog[open] #filter-saved');
    await waitUntil(() => text(select().selectedOptions[0]!) === 'Solar');
    const { records } = await store.read({ kind: 'filter', window: { after: null, limit: 9 } });
    expect(records.map(({ name, subject }) => [name, subject])).to.eql([['Solar', 'lead']]);
    await click(one(inbox, 'dialog[open] [data-apply]'));
    await waitUntil(() => all(inbox, 'dialog[open]').length === 0);
    expect(titles(inbox)).to.eql(['Solar panels']);
  });
});
