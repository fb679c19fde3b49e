import { expect, waitUntil } from '@open-wc/testing';
import { chord } from '../../support/commands.js';
import { kept } from '../../support/kept.js';
import { all, board, card, cards, click, deal, focusCard, one, press, said, stand, text, toast } from './support.js';

describe('<deal-pipeline> what somebody has set up', () => {
  it('brings the order back that somebody chose, and leaves one alone that the page has set', async () => {
    const { el, store } = await stand();
    await click(one(el, '[data-sort]'));
    await click(one(el, '.menu [data-id=title]'));
    await waitUntil(() => cards(el, 0).join() === 'd2,d3,d1');
    el.remove();
    const again = await board(store, { order: 'nextActivity' });
    await waitUntil(() => cards(again, 0).length === 3);
    expect(cards(again, 0)).to.deep.equal(['d1', 'd2', 'd3']);
    again.order = 'value';
    again.remove();
    const third = await board(store);
    await waitUntil(() => cards(third, 0).join() === 'd2,d3,d1', 'the choice of the person, not of the page');
  });

  it('sorts by owner as names go, either way, says so in the head and aloud, and keeps it', async () => {
    const { el, store } = await stand([
      ...deal({ id: 'd1', stageId: 'stage-0', ownerId: 'user-1' }),
      ...deal({ id: 'd2', stageId: 'stage-0', ownerId: 'user-2' }),
      ...deal({ id: 'd3', stageId: 'stage-0', ownerId: null }),
    ]);
    const by = async (id: string): Promise<void> => {
      await click(one(el, '[data-sort]'));
      await click(one(el, `.menu [data-id=${id}]`));
    };
    await by('ownerId');
    await waitUntil(() => cards(el, 0).join() === 'd2,d1,d3', 'Jonas before Robin, nobody last');
    await waitUntil(() => said(el).includes('Sorted by Owner, ascending'));
    expect(text(one(el, '[data-sort]'))).to.equal('Owner');
    await by('descending');
    await waitUntil(() => cards(el, 0).join() === 'd1,d2,d3');
    await waitUntil(() => said(el).includes('Sorted by Owner, descending'));
    expect(one(el, '[data-sort]').getAttribute('aria-label')).to.equal('Sorted by Owner, descending');
    // Moved by key it says the place that it then takes.
    await focusCard(el, 'd2');
    await chord('Alt+ArrowRight');
    await waitUntil(() => cards(el, 1).join() === 'd2');
    await press(el, ' ', 'ArrowLeft');
    await waitUntil(() => said(el).includes('2 of 3 in Qualified'));
    await press(el, 'Escape');
    el.remove();
    await kept(store, 'deal-pipeline', { order: 'ownerId', direction: 'descending' });
    const again = await board(store);
    await waitUntil(() => text(one(again, '[data-sort]')) === 'Owner, descending');
    expect([again.order, again.direction]).to.deep.equal(['ownerId', 'descending']);
  });

  it('offers every order, by hand without a direction', async () => {
    const { el } = await stand();
    await click(one(el, '[data-sort]'));
    const names = all(el, '.menu [role=menuitemradio]').map(text);
    expect(names).to.deep.equal([
      'Next activity',
      'By hand',
      'Value',
      'Title',
      'Expected close',
      'Age',
      'Owner',
      'Person',
      'Organization',
      'Ascending',
      'Descending',
    ]);
    await click(one(el, '.menu [data-id=createdAt]'));
    await waitUntil(() => text(one(el, '[data-sort]')) === 'Newest');
    await click(one(el, '[data-sort]'));
    await click(one(el, '.menu [data-id=rank]'));
    await waitUntil(() => text(one(el, '[data-sort]')) === 'By hand');
    await click(one(el, '[data-sort]'));
    expect(one(el, '.menu [data-id=descending]').getAttribute('aria-disabled')).to.equal('true');
  });
});

describe('<deal-pipeline> winning', () => {
  it('shows the won mark where the card stood, for eyes only, and takes it away', async () => {
    const { el } = await stand();
    const box = card(el, 'd2').getBoundingClientRect();
    await click(card(el, 'd2').querySelector('[data-do=menu]')!);
    await click(one(el, '.menu [data-id=won]'));
    await waitUntil(() => all(el, '.won-mark').length === 1, 'it is shown');
    const mark = one(el, '.won-mark');
    expect(mark.getAttribute('aria-hidden')).to.equal('true');
    expect(mark.getBoundingClientRect().left).to.be.closeTo(box.left, 1);
    expect(text(mark)).to.contain('Heat pump').and.to.contain('Won');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const rays = getComputedStyle(mark.querySelector('.rays')!).display;
    expect(rays, 'no rays where no motion is wanted').to.equal(still ? 'none' : 'inline');
    expect(toast(el)).to.contain('Won: Heat pump, €300.50');
    await waitUntil(() => all(el, '.won-mark').length === 0, 'it leaves by itself');
    expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
  });
});
