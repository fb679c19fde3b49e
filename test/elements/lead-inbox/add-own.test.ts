import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aField, creation } from '../../../src/testing/fixtures.js';
import { all, click, focused, one, row, stand, text, threeLeads, titles, waitUntil } from './support.js';

describe('<lead-inbox> asks for fields of one’s own where a lead is added', () => {
  it('those that are required, which it is not added without, and those that are set to stand there', async () => {
    const { inbox, store } = await stand([
      ...threeLeads(),
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text', required: true, rank: 'b0' })),
      creation('field', aField({ id: 'pallets', name: 'Pallet places', type: 'number', onAdd: true, rank: 'b1' })),
      creation('field', aField({ id: 'other', name: 'Not here', type: 'text', rank: 'b2' })),
    ]);
    row(inbox, 'late').focus();
    await sendKeys({ press: 'n' });
    await waitUntil(() => focused(inbox)?.id === 'add-person');
    await sendKeys({ type: 'Deniz Kaya' });
    await waitUntil(() => text(one(inbox, '#add-person-list')).includes('as a new person'));
    await sendKeys({ press: 'Enter' });
    expect(all(inbox, '#add-own-other')).to.have.length(0);
    one(inbox, '#add-own-pallets').focus();
    await sendKeys({ type: 'a few' });
    await click(one(inbox, 'dialog[open] [type=submit]'));
    await waitUntil(() => all(inbox, 'dialog[open] .field[data-invalid]').length === 2, 'both are said at their place');
    expect(focused(inbox) === one(inbox, '#add-own-who')).to.equal(true);
    await sendKeys({ type: 'Ada' });
    const pallets = one<HTMLInputElement>(inbox, '#add-own-pallets');
    pallets.focus();
    pallets.select();
    await sendKeys({ type: '1,200' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(inbox).includes('Deniz Kaya'), 'it is added');
    const { records } = await store.read({ kind: 'lead', search: 'deniz', window: { after: null, limit: 5 } });
    expect(records[0]!.custom).to.deep.equal({ who: 'Ada', pallets: 1200 });
  });
});
