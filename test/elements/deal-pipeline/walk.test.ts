import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { chord, orSkip } from '../../support/commands.js';
import { activeIn } from '../../../src/shared/active.js';
import { all, cards, focusedId, one, press, said, settled, sixDeals, stand, stored, text, toast } from './support.js';

/** What has the focus, as one would name it. Fails where the focus is lost. */
function here(el: DealPipeline): string {
  const active = activeIn(el.shadowRoot!);
  if (!active) throw new Error(`The focus is lost: on <${document.activeElement?.localName}>.`);
  return active.getAttribute('aria-label') ?? text(active);
}
const openMenu = (el: DealPipeline): Promise<void> =>
  waitUntil(() => all(el, '.menu:popover-open').length === 1, 'a menu');
const openDialog = (el: DealPipeline): Promise<void> =>
  waitUntil(() => all(el, 'dialog[open]').length === 1, 'a dialog');
const noDialog = (el: DealPipeline): Promise<void> =>
  waitUntil(() => all(el, 'dialog[open]').length === 0, 'no dialog');
const focused = (el: DealPipeline, id: string, why: string): Promise<void> =>
  waitUntil(() => focusedId(el) === id, why);

/**
 * The focus in a button of the page before the board, as somebody comes to it. There is one behind it, too: from the
 * page's last stop the focus would go to the browser's own buttons, and Firefox's driver does not bring it back whole.
 */
async function comeFromThePage(el: DealPipeline): Promise<void> {
  const [before, behind] = [html`<button>Page</button>`, html`<button>More</button>`];
  const button = await fixture<HTMLElement>(before);
  el.before(button);
  el.after(await fixture<HTMLElement>(behind));
  button.focus();
}

/** On by Tab until what is named so has the focus. */
async function tabTo(el: DealPipeline, name: string): Promise<void> {
  for (let stops = 0; stops < 20; stops++) {
    await press(el, 'Tab');
    if (here(el) === name) return;
  }
  throw new Error(`No stop is "${name}".`);
}

describe('<deal-pipeline> by keyboard alone', () => {
  it('is one way by Tab: the tools of the head, one card, its menu, its stage; then out again', async function () {
    const { el } = await stand();
    await comeFromThePage(el);
    await waitUntil(() => all(el, '[data-totals]').length === 2, 'the sums are there');
    const way: string[] = [];
    for (let stops = 0; stops < 20; stops++) {
      await press(el, 'Tab');
      if (document.activeElement !== el) break;
      way.push(here(el));
    }
    expect(way).to.deep.equal([
      '€2,400.50 · ₺5,000',
      '€2,400.50 · ₺5,000 weighted',
      'Board',
      'Search deals',
      'Owner: Everyone',
      'Filter',
      'Sorted by Next activity',
      'More actions',
      'Add deal',
      'Add deal to Qualified',
      'Roof',
      'Actions for Roof',
      'Select Roof',
    ]);
    await orSkip(this, () => chord('Shift+Tab'));
    await settled(el);
    expect(here(el), 'and in again from behind, to the same card').to.match(/Roof$/);
  });

  it('finds, goes to, opens', async () => {
    const { el } = await stand();
    const opened: (string | null)[] = [];
    el.addEventListener('deal-open', ({ detail }) => opened.push(detail.id));
    await comeFromThePage(el);
    await tabTo(el, 'Search deals');
    await sendKeys({ type: 'panels' });
    await waitUntil(() => cards(el, 2).join() === 'd5', 'found');
    await press(el, 'ArrowDown');
    await focused(el, 'd5', 'from the search to what was found');
    await press(el, 'Enter');
    await waitUntil(() => opened.join() === 'd5', 'opened');
    expect(focusedId(el)).to.equal('d5');
    await press(el, '/');
    expect(here(el)).to.equal('Search deals');
    await press(el, 'Escape');
    await waitUntil(() => cards(el, 0).length === 3, 'the search is empty');
    expect(here(el)).to.equal('Search deals');
    await press(el, 'Enter');
    await focused(el, 'd5', 'back to the card one was at');
    await press(el, 'ArrowLeft');
    expect(focusedId(el), 'the head of a stage without cards').to.equal('Contact made');
    await press(el, 'ArrowLeft');
    expect(focusedId(el)).to.equal('d1');
    await press(el, 'End');
    expect(focusedId(el)).to.equal('d3');
    await press(el, 'Home');
    expect(focusedId(el)).to.equal('d1');
    await press(el, 'ArrowUp');
    expect(focusedId(el), 'the head of the stage').to.equal('Qualified');
    await press(el, 'ArrowDown', 'PageDown');
    expect(focusedId(el)).to.equal('d3');
    await press(el, 'PageUp');
    expect(focusedId(el)).to.equal('d1');
  });

  it('carries a card, moves it at once, moves it by the menu, and takes each back', async () => {
    const { el, adapter } = await stand();
    one(el, '[data-id=d2] .title').focus();
    await press(el, ' ', 'ArrowRight', 'ArrowRight');
    expect(said(el)).to.contain('2 of 3 in Proposal sent');
    await press(el, 'Escape');
    expect(said(el)).to.contain('Heat pump was put back.');
    expect(focusedId(el)).to.equal('d2');
    await press(el, ' ', 'ArrowRight', 'Enter');
    await waitUntil(() => toast(el).includes('Heat pump: 1 of 1 in Contact made'));
    await focused(el, 'd2', 'the focus goes with the card');
    await chord('Alt+ArrowRight');
    await waitUntil(async () => (await stored(adapter, 'd2')).stageId === 'stage-2', 'moved at once');
    await focused(el, 'd2', 'the focus goes with the card');
    await press(el, 'm');
    await openMenu(el);
    expect(here(el)).to.equal('Qualified');
    await press(el, 'End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
    await waitUntil(async () => (await stored(adapter, 'd2')).stageId === 'stage-3', 'to the last stage');
    await focused(el, 'd2', 'the focus goes with the card');
    await press(el, 'm');
    await openMenu(el);
    await press(el, 'Escape');
    expect(focusedId(el)).to.equal('d2');
    for (const stageId of ['stage-2', 'stage-1', 'stage-0']) {
      await press(el, 'z');
      await waitUntil(async () => (await stored(adapter, 'd2')).stageId === stageId, `back in ${stageId}`);
      await focused(el, 'd2', 'the focus goes with the card');
    }
  });

  it('wins, loses with a reason, deletes: each time the neighbour has the focus', async () => {
    const { el, adapter } = await stand();
    one(el, '[data-id=d2] .title').focus();
    await press(el, 'Tab', 'Enter');
    await openMenu(el);
    expect(here(el)).to.contain('Open');
    await press(el, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await waitUntil(() => toast(el).startsWith('Won: '));
    await focused(el, 'd3', 'the one that took its place');
    await press(el, 'Tab', 'Enter');
    await openMenu(el);
    await press(el, 'End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
    await openDialog(el);
    await waitUntil(() => activeIn(el.shadowRoot!)?.matches('[name=reason]') === true, 'the first answer');
    await press(el, 'ArrowDown', ' ', 'Enter');
    await noDialog(el);
    await waitUntil(() => cards(el, 0).join() === 'd1');
    const lost = await stored(adapter, 'd3');
    expect([lost.status, lost.lostReason]).to.deep.equal(['lost', 'Chose a competitor']);
    await focused(el, 'd1', 'the one before it');
    await press(el, 'Tab', 'Enter');
    await openMenu(el);
    await press(el, 'End', 'Enter');
    await openDialog(el);
    expect(here(el), 'the way back is nearest').to.equal('Cancel');
    await press(el, 'Tab', 'Enter');
    await noDialog(el);
    await waitUntil(() => cards(el, 0).length === 0);
    await focused(el, 'Qualified', 'the head of the stage');
  });

  it('adds a deal to the stage one is in, and gives the focus back where one changes one’s mind', async () => {
    const { el } = await stand();
    one(el, '[data-id=d4] .title').focus();
    await press(el, 'n');
    await openDialog(el);
    await waitUntil(() => activeIn(el.shadowRoot!)?.matches('dialog input') === true, 'a field has the focus');
    await press(el, 'Escape');
    await noDialog(el);
    expect(focusedId(el)).to.equal('d4');
    await press(el, '?');
    await openDialog(el);
    expect(here(el)).to.equal('Close');
    await press(el, 'Escape');
    await noDialog(el);
    expect(focusedId(el)).to.equal('d4');
  });

  it('sorts and narrows from the head, and says so', async function () {
    const { el } = await stand();
    one(el, '[data-sort]').focus();
    await press(el, 'Enter');
    await openMenu(el);
    await press(el, 't', 'Enter');
    expect(said(el)).to.contain('Sorted by Title');
    expect(here(el)).to.equal('Sorted by Title');
    await waitUntil(() => cards(el, 0).join() === 'd2,d3,d1');
    await orSkip(this, () => chord('Shift+Tab'));
    await chord('Shift+Tab');
    await press(el, 'Enter');
    await openMenu(el);
    await press(el, 'End', 'Enter');
    await waitUntil(() => all(el, '.card[data-id]').length === 0, 'nobody’s deals: none');
    expect(here(el)).to.equal('Owner: No owner');
  });

  it('lost nobody’s focus while another adds, moves and deletes', async () => {
    const { el, store } = await stand(sixDeals());
    one(el, '[data-id=d2] .title').focus();
    await store.execute('deal-move', { ids: ['d1'], stageId: 'stage-1' });
    await waitUntil(() => cards(el, 1).join() === 'd1');
    expect(focusedId(el)).to.equal('d2');
    await store.execute('deal-move', { ids: ['d2'], stageId: 'stage-2' });
    await focused(el, 'd2', 'it goes along');
    await store.execute('deals-delete', { ids: ['d2'] });
    await focused(el, 'd5', 'the one that took its place');
    expect(here(el)).to.equal('Panels');
  });
});
