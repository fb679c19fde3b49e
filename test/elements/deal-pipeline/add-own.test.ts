import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aField, creation } from '../../../src/testing/fixtures.js';
import { all, card, cards, click, one, press, sixDeals, stage, stand, text } from './support.js';

describe('<deal-pipeline> and fields of one’s own', () => {
  it('asks where a deal is added for those that are required, and offers those that are set to stand there', async () => {
    const { el, store } = await stand([
      ...sixDeals(),
      creation('field', aField({ id: 'who', name: 'Decision maker', type: 'text', required: true, rank: 'b0' })),
      creation('field', aField({ id: 'town', name: 'Town', type: 'text', onAdd: true, rank: 'b1' })),
    ]);
    await click(stage(el, 1).querySelector('[data-add]')!);
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] #deal-person') !== null);
    await sendKeys({ type: 'Zeki Alasya' });
    await press(el, 'Enter', 'Enter');
    expect(all(el, '.field[data-invalid] label').map(text)).to.deep.equal(['Decision maker']);
    expect(el.shadowRoot!.activeElement === one(el, '[id="deal-custom.who"]')).to.equal(true);
    await sendKeys({ type: 'Ada' });
    one(el, '[id="deal-custom.town"]').focus();
    await sendKeys({ type: 'İzmir' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 1).length === 1);
    const { records } = await store.read({ kind: 'deal', search: 'zeki', window: { offset: 0, limit: 9 } });
    expect(records[0]!.custom).to.deep.equal({ who: 'Ada', town: 'İzmir' });
  });

  it('shows those that are set to stand on cards, where nobody has chosen what cards show', async () => {
    const { el, store } = await stand([
      ...sixDeals(),
      creation('field', aField({ id: 'town', name: 'Town', type: 'text', onCards: true, rank: 'b0' })),
    ]);
    await store.execute('deal-edit', { id: 'd1', fields: { 'custom.town': 'Bursa' } });
    await waitUntil(() => text(card(el, 'd1')).includes('Bursa'), 'the card says it');
    expect(text(card(el, 'd1')), 'and what it said before').to.contain('€1,200');
    el.fields = ['value'];
    await waitUntil(() => !text(card(el, 'd1')).includes('Bursa'), 'somebody has chosen');
  });
});
