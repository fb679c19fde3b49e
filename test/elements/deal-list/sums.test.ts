import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aDeal, creation, money } from '../../../src/testing/fixtures.js';
import { click, foot, one, press, said, stand, text, titles, waitUntil } from './support.js';

describe('the totals of <deal-list>', () => {
  it('adds up all that match, each currency on its own, and times their chance', async () => {
    const { el } = await stand();
    await waitUntil(() => foot(el).includes('weighted') && !foot(el).includes('…'), 'the sums are there');
    expect(foot(el)).to.equal('4 deals €1,500.50 ₺5,000 €380.30 ₺4,000 weighted');
    one(el, 'input[type=search]').focus();
    await sendKeys({ type: 'roof' });
    await waitUntil(() => foot(el) === '1 deal €1,000 €100 weighted', 'only what is found');
    expect(titles(el)).to.deep.equal(['Roof']);
    await waitUntil(() => said(el).includes('1 deal'), 'and says so');
  });

  it('begins its totals with the currency of the workspace', async () => {
    const { el } = await stand(undefined, { currency: 'TRY' });
    await waitUntil(() => foot(el) === '4 deals ₺5,000 €1,500.50 ₺4,000 €380.30 weighted', 'lira first');
  });

  it('shows two currencies where it is narrow, the others when asked for', async () => {
    const { el } = await stand(undefined, {
      width: 390,
      changes: [creation('deal', aDeal({ id: 'yen', stageId: 'stage-0', value: money('7000', 'JPY') }))],
    });
    const more = (): HTMLElement => one(el, '[data-sums] [data-all-sums]');
    const lira = (): HTMLElement => one(el, '[data-sums] [data-sum=TRY]');
    await waitUntil(() => el.shadowRoot!.querySelector('[data-sums] [data-sum=TRY]') !== null, 'the sums');
    expect([lira().checkVisibility(), more().checkVisibility()]).to.deep.equal([false, true]);
    await click(more());
    await waitUntil(() => lira().checkVisibility(), 'all of them');
    expect(text(lira())).to.equal('₺5,000');
    expect(el.shadowRoot!.activeElement === more(), 'the focus stays').to.equal(true);
    await press(el, 'Enter');
    await waitUntil(() => !lira().checkVisibility(), 'folded again');
  });
});
