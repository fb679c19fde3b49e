import { expect, waitUntil } from '@open-wc/testing';
import { all, board, card, cards, click, one, stand, text, toast } from './support.js';

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
    await waitUntil(() => all(el, '.won-mark').length === 0, 'it leaves by itself', { timeout: 4000 });
    expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
  });
});
