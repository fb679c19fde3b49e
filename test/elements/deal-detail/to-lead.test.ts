/** From the open deal back to the leads. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { Deal } from '../../../src/domain/records.js';
import type { StoreOptions } from '../../../src/store/api.js';
import { aDeal, aNote, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const stand = (fields: Partial<Deal> = {}, options: Partial<StoreOptions> = {}): Promise<DetailStand<DealDetail>> =>
  detailStand(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    [
      creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', probability: 40, ...fields })),
      creation('note', aNote({ leadId: null, dealId: 'one' })),
    ],
    { width: 1000, ...options },
  );

const isOpen = (detail: DealDetail): boolean => detail.shadowRoot!.querySelector('dialog[open]') !== null;
const ask = async (detail: DealDetail): Promise<void> => {
  await waitUntil(() => detail.shadowRoot!.querySelector('[data-act=more]') !== null);
  await press(one(detail, '[data-act=more]'));
  await waitUntil(() => detail.shadowRoot!.querySelector('[role=menuitem]') !== null, 'the menu is open');
  await press(named(detail, 'Convert to lead'));
};
const leads = async ({ store }: DetailStand<DealDetail>): Promise<string[]> =>
  (await store.read({ kind: 'lead', window: { offset: 0, limit: 5 } })).records.map(({ title }) => title);

describe('<deal-detail>: back to the leads', () => {
  it('says what goes along and what waits, does it on Enter, leads on to the lead, and takes it back', async () => {
    const there = await stand();
    const { detail } = there;
    await ask(detail);
    await waitUntil(() => isOpen(detail));
    expect(text(detail, 'dialog[open]'))
      .to.contain('Back to the leads?')
      .and.to.contain('Hall of cranes')
      .and.to.contain('1 note')
      .and.to.contain('Stage and days in it')
      .and.to.contain('Chance')
      .and.not.to.contain('Wait until');
    await expect(detail).to.be.accessible();
    await waitUntil(() => detail.shadowRoot!.activeElement?.matches('[type=submit]') ?? false, 'one Enter away');
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-open-lead]') !== null, 'it leads on');
    expect(text(detail, '.empty')).to.contain('This deal is a lead again').and.to.contain('Hall of cranes');
    expect(await leads(there)).to.deep.equal(['Hall of cranes']);
    await waitUntil(() => text(detail, '.toast').includes('1 deal back in the inbox'));
    await keys('z');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-stage]') !== null, 'the deal is there again');
    expect(await leads(there)).to.deep.equal([]);
  });

  it('goes without a word where the page takes the element away meanwhile', async () => {
    const there = await stand({ expectedClose: '2026-11-30' });
    const { detail } = there;
    await ask(detail);
    await waitUntil(() => isOpen(detail));
    const wrong: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      wrong.push(event.reason);
    };
    window.addEventListener('unhandledrejection', hear);
    detail.remove();
    detail.requestUpdate();
    await detail.updateComplete;
    // What was not caught is told in a task of its own.
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    window.removeEventListener('unhandledrejection', hear);
    expect(wrong.map(String)).to.deep.equal([]);
    expect(await leads(there)).to.deep.equal([]);
  });

  it('leaves all as it is where one thinks better of it, or the page does', async () => {
    const there = await stand();
    const { detail } = there;
    await ask(detail);
    await waitUntil(() => isOpen(detail));
    await keys('Escape');
    await waitUntil(() => !isOpen(detail));
    detail.addEventListener('deals-convert', (event) => event.preventDefault(), { once: true });
    await ask(detail);
    await waitUntil(() => isOpen(detail));
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('.banner--negative') !== null, 'it is told');
    expect(text(detail, '.banner--negative')).to.contain('1 deal was not moved back to the leads.');
    expect(await leads(there)).to.deep.equal([]);
  });

  for (const [what, fields, options, why] of [
    ['is won', { status: 'won' }, {}, 'Reopen the deal first'],
    [
      'may not go',
      {},
      { can: (action: string) => (action === 'deals-convert' ? 'Ask the office.' : true) },
      'Ask the office.',
    ],
  ] as const) {
    it(`is not offered for one that ${what}, with the reason`, async () => {
      const { detail } = await stand(fields, options);
      await waitUntil(() => detail.shadowRoot!.querySelector('[data-act=more]') !== null);
      await press(one(detail, '[data-act=more]'));
      await waitUntil(() => detail.shadowRoot!.querySelector('[role=menuitem]') !== null);
      const item = named(detail, /^Convert to lead/);
      expect(item.getAttribute('aria-disabled')).to.equal('true');
      expect(item.title || item.textContent).to.contain(why);
    });
  }
});
