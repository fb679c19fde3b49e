import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealListState } from '../../../src/domain/view-state.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import { told } from '../../support/told.js';
import { all, heads, one, stand, text, titles, waitUntil } from './support.js';
import { click } from '../../support/click.js';

const sent = (state: DealListState): DealListState => JSON.parse(JSON.stringify(state)) as DealListState;
const chips = (el: DealList): string[] => all(el, '.fchips .chip').map(text);

describe('<deal-list> that stands alone', () => {
  it('is narrowed by its own filter, by keyboard: what is on is said, opened again and taken back', async () => {
    const { el } = await stand();
    const before = titles(el);
    one(el, '[data-filters]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, 'dialog[open] .fcondition').length === 1, 'the filter is open');
    one(el, 'dialog[open] [id^=filter-value]').focus();
    await sendKeys({ type: 'roof' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => titles(el).join() === 'Roof');
    expect(chips(el)).to.eql(['Title: roof']);
    expect(one(el, '[data-filters]').getAttribute('aria-label')).to.equal('Filter: 1 on');
    expect(el.shadowRoot!.activeElement === one(el, '[data-filters]'), 'the focus is back').to.equal(true);
    await expect(el).to.be.accessible();
    await click(one(el, '.fchips [data-part]'));
    await waitUntil(() => all(el, 'dialog[open] .fcondition').length === 1, 'the chip opens it again');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(el, 'dialog[open]').length === 0);
    await click(one(el, '.fchips .chip-x'));
    await waitUntil(() => titles(el).join() === before.join());
    await waitUntil(() => el.shadowRoot!.activeElement === one(el, '[data-filters]'), 'the focus has a place');
    el.embedded = true;
    await waitUntil(() => all(el, '[data-filters]').length === 0, 'inside a board it is the board’s');
  });

  it('tells the page how a person has set it up; set on the list of another page, that shows the same', async () => {
    const { el } = await stand();
    const heard: DealListState[] = [];
    const listen = (event: CustomEvent): void => void heard.push(event.detail as DealListState);
    document.addEventListener('view-changed', listen);
    el.widths = { value: 200 };
    el.filter = [{ field: 'ownerId', op: 'in', value: ['user-1', 'user-2', null] }];
    await waitUntil(() => chips(el).length === 1);
    expect(heard.length, 'nobody tells a page what it does itself').to.equal(0);
    await click(one(el, '[data-segment=all]'));
    await waitUntil(() => heard.length === 1);
    await click(one(el, '[data-sort=title]'));
    await waitUntil(() => heard.length === 2);
    document.removeEventListener('view-changed', listen);
    expect([heard[1]?.segment, heard[1]?.orders]).to.eql(['all', { all: [{ field: 'title', descending: false }] }]);
    const kept = sent(el.viewState);
    expect(kept).to.eql(sent(heard[1]!));
    const { el: other } = await stand(undefined, { set: (made) => (made.viewState = kept) });
    await waitUntil(() => titles(other).join() === titles(el).join(), 'the same deals in the same order');
    expect(sent(other.viewState)).to.eql(kept);
  });

  it('says to a page which parts of a filter it cannot read, and goes on without them', async () => {
    const { el } = await stand();
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void warned.push(words);
    try {
      el.filter = [{ field: 'title', op: 'contains', value: 'roof' }, { any: 7 }, 'x'] as never;
      await waitUntil(() => el.filter.length === 1 && titles(el).join() === 'Roof');
    } finally {
      console.warn = warn;
    }
    expect(JSON.stringify(warned)).to.contain('<deal-list>').and.to.contain('"path":[1]').and.to.contain('"path":[2]');
  });

  it('takes what can be taken of a wrong state, and says what is wrong with it', async () => {
    const wrong = {
      segment: 'closed',
      search: 5,
      columns: { open: ['title', 5, 'value'], won: 'value' },
      orders: { open: [{ field: 'title' }, null] },
      widths: { value: 180, title: 'wide' },
    } as unknown as DealListState;
    const said = await told(async () => {
      const { el } = await stand(undefined, { set: (made) => (made.viewState = wrong) });
      await waitUntil(() => heads(el).join() === 'Deal,Value', 'the columns');
      expect(el.viewState).to.deep.include({ segment: 'open', widths: { value: 180 } });
      expect(el.viewState.orders).to.eql({ open: [{ field: 'title' }] });
      expect(el.viewState.columns).to.eql({ open: ['title', 'value'] });
    });
    expect(said).to.have.length(1);
    for (const path of ['segment', 'search', 'columns.open[1]', 'columns.won', 'orders.open[1]', 'widths.title'])
      expect(said[0]).to.contain(`\n${path} has to be `);
  });
});
