/** A field of one's own that is important in some stages only. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import '../../../src/define/lead-detail.js';
import { aDeal, aField, aLead, creation } from '../../../src/testing/fixtures.js';
import { detailStand } from '../../shared/support/detail-stand.js';

const own = creation(
  'field',
  aField({ id: 'own', name: 'Own', type: 'text', important: true, importantIn: ['stage-2'], rank: 'b0' }),
);
/** The names of the fields of one's own, in their order; a star where a detail reminds of one. */
function named(detail: HTMLElement): string[] {
  return [...detail.shadowRoot!.querySelectorAll('[part=details] dt')].flatMap((term) => {
    const name = /^(Own|Year)/.exec(term.textContent.trim())?.[0];
    return name === undefined ? [] : [name + (term.querySelector('[data-reminds]') ? '*' : '')];
  });
}

describe('a field that is important in some stages', () => {
  it('is reminded of while a deal stands in one of them, and stands first then', async () => {
    const deal = aDeal({ id: 'one', stageId: 'stage-1', custom: {} });
    const { detail, store } = await detailStand(
      () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
      [own, creation('deal', deal)],
      { width: 1_000 },
    );
    await waitUntil(() => named(detail).length === 2, 'both are shown');
    expect(named(detail)).to.deep.equal(['Year', 'Own']);
    await store.execute('deal-move', { ids: ['one'], stageId: 'stage-2' });
    await waitUntil(() => named(detail).join() === 'Own*,Year', 'it is important now');
    await expect(detail).to.be.accessible();
    await store.execute('deal-edit', { id: 'one', fields: { 'custom.own': 'Blue' } });
    await waitUntil(() => named(detail).join() === 'Own,Year', 'it is filled in');
    await store.execute('deal-move', { ids: ['one'], stageId: 'stage-3' });
    await waitUntil(() => named(detail).join() === 'Year,Own', 'it is one of all again');
  });

  it('is not reminded of with a lead, which stands in no stage', async () => {
    const { detail, store } = await detailStand(
      () => Object.assign(document.createElement('lead-detail'), { leadId: 'one' }),
      [own, creation('lead', aLead({ id: 'one', seen: true }))],
    );
    await waitUntil(() => named(detail).length === 2, 'both are shown');
    expect(named(detail)).to.deep.equal(['Year', 'Own']);
    await store.execute('field-edit', { id: 'own', importantIn: null });
    await waitUntil(() => named(detail).join() === 'Own*,Year', 'it is important everywhere');
  });
});
