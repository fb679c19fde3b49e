/** What works formulas out cannot be fetched: what a filter by one asks for is not known then, and nothing is shown as an answer. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readingCode } from '../../../src/shared/formula/here.js';
import { edit } from '../../../src/testing/fixtures.js';
import { doubled, large } from '../../support/doubled.js';
import { loseCode } from '../../support/lost-code.js';
import { all, click, one, stand, text, titles, waitUntil } from './support.js';
import type { Stand } from './support.js';

const changes = [...doubled, edit('deal', 'roof', { 'custom.seats': [null, 10] })];
const said = (el: Stand['el']): string => text(el.shadowRoot!.querySelector('.deal-list')!);
const failed = (el: Stand['el']): boolean => all(el, '.empty[role=alert]').length === 1;

describe('<deal-list>: what works formulas out cannot be fetched', () => {
  let lost: ReturnType<typeof loseCode>;
  beforeEach(() => (lost = loseCode(readingCode)));
  afterEach(() => lost.back());

  it('is sorted by something else where only the order goes by one, and narrowed by plain fields as ever', async () => {
    const { el } = await stand(undefined, {
      changes,
      set: (each) => {
        each.order = [{ field: 'custom.twice', descending: false }];
        each.filter = [{ field: 'custom.seats', op: 'gte', value: 1 }];
      },
    });
    await waitUntil(() => titles(el).join() === 'Roof', 'the one that matches');
    expect(failed(el)).to.equal(false);
    await waitUntil(() => text(one(el, '.toast')).includes('This part could not be loaded'), 'and it is said');
    el.lang = 'tr';
    await waitUntil(() => text(one(el, '.toast')).includes('yüklenemedi'), 'in another language, too');
  });

  it('says so in the place of the list, with another try, and counts nothing', async () => {
    const { el } = await stand(undefined, { changes });
    await waitUntil(() => titles(el).length > 1);
    const box = el.shadowRoot!.querySelector<HTMLElement>('.lrow[data-id=roof] input[type=checkbox]')!;
    box.focus();
    await sendKeys({ press: ' ' });
    await waitUntil(() => said(el).includes('1 selected'), 'a deal is chosen');
    el.filter = large;
    await waitUntil(() => failed(el), 'it is said');
    expect(said(el))
      .to.contain('Deals could not be loaded')
      .and.to.contain('The filter goes by a formula, and what works formulas out could not be loaded.');
    expect(all(el, '[part=bulk]'), 'what is out of sight is let go').to.have.length(0);
    expect(said(el)).to.not.match(/no deals match/i);
    expect(all(el, '.foot'), 'nothing is added up').to.have.length(0);
    expect(all(el, '.toolbar [aria-pressed], [role=tab]').map(text).join(' '), 'nor counted').to.not.match(/\d/);
    await expect(el).to.be.accessible();
    const { asked } = lost;
    await click(one(el, '[data-retry]'));
    await waitUntil(() => lost.asked === asked + 1 && failed(el), 'tried again, in vain');
    lost.back();
    one(el, '[data-retry]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(el).join() === 'Roof', 'those that match');
    await waitUntil(() => text(one(el, '[data-total]')) === '1 deal', 'and how many they are');
  });
});
