/** What works formulas out cannot be fetched: what a filter by one asks for is not known then, and no card is shown as an answer. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readingCode } from '../../../src/shared/formula/here.js';
import { edit } from '../../../src/testing/fixtures.js';
import { doubled, large } from '../../support/doubled.js';
import { loseCode } from '../../support/lost-code.js';
import { all, card, click, count, focusCard, one, press, sixDeals, stand, text } from './support.js';
import type { Stand } from './support.js';

const changes = [...doubled, edit('deal', 'd1', { 'custom.seats': [null, 10] })];
const said = (el: Stand['el']): string => text(el.shadowRoot!.querySelector('.pipe')!);
const shown = (el: Stand['el']): string =>
  all(el, '.card[data-id]')
    .map(({ dataset }) => dataset['id'])
    .join();
const failed = (el: Stand['el']): boolean => all(el, '.empty[role=alert]').length === 1;

describe('<deal-pipeline>: what works formulas out cannot be fetched', () => {
  let lost: ReturnType<typeof loseCode>;
  beforeEach(() => (lost = loseCode(readingCode)));
  afterEach(() => lost.back());

  it('is narrowed by plain fields as ever', async () => {
    const { el } = await stand(sixDeals(), { changes });
    el.filter = [{ field: 'custom.seats', op: 'gte', value: 1 }];
    await waitUntil(() => shown(el) === 'd1', 'the one that matches');
    expect(failed(el)).to.equal(false);
  });

  it('says so in the place of the stages, with another try, and counts nothing', async () => {
    const { el } = await stand(sixDeals(), { changes });
    await focusCard(el, 'd2');
    await press(el, 'x');
    await waitUntil(() => said(el).includes('1 selected'), 'a card is chosen');
    el.filter = large;
    await waitUntil(() => failed(el), 'it is said');
    expect(said(el))
      .to.contain('Deals could not be loaded')
      .and.to.contain('The filter goes by a formula, and what works formulas out could not be loaded.');
    expect(shown(el)).to.equal('');
    expect(all(el, '[part=bulk]'), 'what is out of sight is let go').to.have.length(0);
    expect(said(el)).to.not.match(/no deal(s)? match/i);
    expect(all(el, '.totals, .steps'), 'nothing is counted').to.have.length(0);
    await expect(el).to.be.accessible();
    const { asked } = lost;
    await click(one(el, '[data-retry]'));
    await waitUntil(() => lost.asked === asked + 1 && failed(el), 'tried again, in vain');
    el.filter = [];
    await waitUntil(() => shown(el).includes('d2') && !failed(el), 'without the filter all are there');
    el.filter = large;
    await waitUntil(() => failed(el), 'it is said again');
    lost.back();
    one(el, '[data-retry]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => shown(el) === 'd1', 'those that match');
    await waitUntil(() => count(el, 0) === '1', 'and how many they are');
    expect(card(el, 'd1').matches('.is-chosen')).to.equal(false);
  });
});
