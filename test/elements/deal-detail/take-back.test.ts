import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { StoreOptions } from '../../../src/store/api.js';
import { aLead, anActivity, creation } from '../../../src/testing/fixtures.js';
import { detailStand, named, one, press, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const lead = aLead({ title: 'Hall of cranes', personId: 'person-1', createdAt: '2026-11-20T12:00:00.000Z' });
const call = anActivity({ leadId: 'lead-1', personId: 'person-1' });

/** A deal that was a lead a moment ago, shown by a detail that has not made it. */
async function converted(options: Partial<StoreOptions> = {}): Promise<DetailStand<DealDetail>> {
  const make = (): DealDetail => document.createElement('deal-detail');
  const there = await detailStand(make, [creation('lead', lead), creation('activity', call)], {
    width: 1000,
    ...options,
  });
  const { detail, store } = there;
  const { outcomes } = await store.convertLeads(['lead-1']);
  detail.dealId = outcomes[0]!.dealId!;
  await waitUntil(() => detail.shadowRoot!.querySelector('[data-take-back]') !== null, 'its history is there');
  return there;
}

const leads = async ({ store }: DetailStand<DealDetail>): Promise<string[]> =>
  (await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records.map(({ title }) => title);

describe('<deal-detail>: a conversion is taken back', () => {
  it('from the history: the lead is in the inbox, and the deal leads on to it', async () => {
    const there = await converted();
    const { detail } = there;
    await press(named(detail, 'Undo conversion of Hall of cranes'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-lead]') !== null, 'it is told');
    expect(text(detail, '.empty')).to.contain('This deal is a lead again').and.to.contain('Hall of cranes');
    expect(await leads(there)).to.deep.equal(['Hall of cranes']);
    await waitUntil(
      () => detail.shadowRoot!.activeElement === one(detail, '[data-state]'),
      'the focus is where it is told',
    );
    const opened: (string | null)[] = [];
    detail.addEventListener('lead-open', (event) => opened.push(event.detail.id));
    await press(one(detail, '[data-open-lead]'));
    expect(opened).to.deep.equal(['lead-1']);
  });

  it('from the menu, by keyboard', async () => {
    const there = await converted();
    const { detail } = there;
    await press(one(detail, '[data-act=more]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[role=menuitem]') !== null, 'the menu is open');
    await press(named(detail, 'Undo conversion'));
    await waitUntil(async () => (await leads(there)).length === 1);
  });

  it('not once something was done with the deal: it says what, and stays', async () => {
    const there = await converted();
    const { detail, store } = there;
    await store.execute('deal-win', { ids: [detail.dealId!] });
    await press(named(detail, 'Undo conversion of Hall of cranes'));
    await waitUntil(() => detail.shadowRoot!.querySelector('.banner--negative') !== null, 'it is told');
    expect(text(detail, '.banner--negative')).to.contain('was not brought back').and.to.contain('deal');
    expect(await leads(there)).to.deep.equal([]);
  });

  it('not where it may not be, with the reason', async () => {
    const there = await converted({ can: (action) => (action === 'conversions-undo' ? 'Ask the office.' : true) });
    const button = named(there.detail, 'Undo conversion of Hall of cranes');
    expect([button.ariaDisabled, button.title]).to.deep.equal(['true', 'Ask the office.']);
    await press(button);
    expect(await leads(there)).to.deep.equal([]);
  });
});
