import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { chord } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  commits,
  deal,
  focusCard,
  focusedId,
  one,
  press,
  said,
  settled,
  sixDeals,
  stage,
  stand,
  stored,
  text,
  toast,
} from './support.js';

describe('<deal-pipeline> moving by keys', () => {
  it('lifts with Space, carries with arrows, drops with Space; each step is said, one write', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    await focusCard(el, 'd2');
    await press(el, ' ');
    expect(said(el)).to.contain('Heat pump lifted. 2 of 3 in Qualified.');
    expect(card(el, 'd2').matches('.is-lifted')).to.equal(true);
    await press(el, 'ArrowRight');
    expect(said(el)).to.contain('1 of 1 in Contact made');
    await press(el, 'ArrowRight');
    expect(said(el)).to.contain('2 of 3 in Proposal sent');
    expect(text(card(el, 'd2'))).to.contain('2 of 3 in Proposal sent');
    expect(cards(el, 2)).to.deep.equal(['d4', 'd2', 'd5']);
    expect(cards(el, 0), 'it has left its place').to.deep.equal(['d1', 'd3']);
    expect(focusedId(el)).to.equal('d2');
    expect(seen.count, 'nothing is written before the drop').to.equal(0);
    await press(el, ' ');
    await waitUntil(() => toast(el).includes('Heat pump: 2 of 3 in Proposal sent'));
    expect(seen.count).to.equal(1);
    expect((await stored(adapter, 'd2')).stageId).to.equal('stage-2');
    expect(focusedId(el)).to.equal('d2');
    await press(el, 'z');
    await waitUntil(() => cards(el, 0).join() === 'd1,d2,d3', 'Z takes it back');
    await settled(el);
    expect(focusedId(el), 'the focus goes along').to.equal('d2');
    await chord('Control+Shift+Z');
    await waitUntil(() => cards(el, 0).join() === 'd1,d3', 'and Ctrl, Shift and Z moves it again');
    expect((await stored(adapter, 'd2')).stageId).to.equal('stage-2');
    await waitUntil(() => focusedId(el) === 'd2');
  });

  it('puts back with Escape, and when the focus goes elsewhere', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    const beside = await fixture<HTMLButtonElement>(html`<button>Elsewhere</button>`);
    const ways: [string, () => unknown][] = [
      ['Escape', () => sendKeys({ press: 'Escape' })],
      ['focus', () => beside.focus()],
      ['blur', () => window.dispatchEvent(new Event('blur'))],
    ];
    for (const [name, leave] of ways) {
      await focusCard(el, 'd2');
      await press(el, ' ', 'ArrowRight');
      expect(cards(el, 1), name).to.deep.equal(['d2']);
      await leave();
      await settled(el);
      expect(cards(el, 0), name).to.deep.equal(['d1', 'd2', 'd3']);
      expect(said(el), name).to.contain('Heat pump was put back.');
      expect(all(el, '.is-lifted'), name).to.have.length(0);
      expect(focusedId(el), name).to.equal(name === 'focus' ? null : 'd2');
    }
    expect(document.activeElement, 'a window that is back has its card').to.equal(el);
    expect(seen.count).to.equal(0);
  });

  it('lets go of a card that is changed or deleted meanwhile', async () => {
    const { el, store } = await stand();
    await focusCard(el, 'd2');
    await press(el, ' ', 'ArrowRight');
    await store.execute('deal-edit', { id: 'd2', fields: { title: 'Heat pumps' } });
    await waitUntil(() => said(el).includes('it was changed meanwhile'));
    await settled(el);
    expect(cards(el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
    await focusCard(el, 'd2');
    await press(el, ' ', 'ArrowRight');
    await store.execute('deals-delete', { ids: ['d2'] });
    await waitUntil(() => said(el).includes('Heat pumps is no longer here'));
    await settled(el);
    expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
    expect(cards(el, 1)).to.deep.equal([]);
    expect(focusedId(el), 'the neighbour has the focus').to.equal('d3');
  });

  it('up and down mean a place only under By hand', async () => {
    const { el } = await stand();
    await focusCard(el, 'd2');
    await press(el, ' ', 'ArrowUp');
    expect(said(el)).to.contain('Cards are sorted by Next activity');
    await press(el, 'Escape');
    el.order = 'rank';
    await settled(el);
    await focusCard(el, 'd2');
    await press(el, ' ', 'ArrowUp');
    expect(said(el)).to.contain('1 of 3 in Qualified');
    expect(cards(el, 0)).to.deep.equal(['d2', 'd1', 'd3']);
    await press(el, ' ');
    await waitUntil(() => toast(el).includes('1 of 3 in Qualified'));
    expect(cards(el, 0)).to.deep.equal(['d2', 'd1', 'd3']);
    await press(el, ' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', ' ');
    await waitUntil(() => cards(el, 2).join() === 'd4,d2,d5');
  });

  it('Alt with an arrow moves at once; mirrored from right to left', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const { el, adapter } = await stand(sixDeals(), { dir });
      await focusCard(el, 'd2');
      await chord(dir === 'ltr' ? 'Alt+ArrowRight' : 'Alt+ArrowLeft');
      await waitUntil(() => cards(el, 1).join() === 'd2', dir);
      await waitUntil(() => focusedId(el) === 'd2');
      expect((await stored(adapter, 'd2')).stageId).to.equal('stage-1');
      await chord('Alt+ArrowDown');
      await settled(el);
      expect(said(el)).to.contain('Cards are sorted by');
    }
  });

  it('leaves the cards beside a moved one as they are: nothing in them is written, none of them leaves the page', async () => {
    const more = ['d6', 'd7', 'd8'].flatMap((id) => deal({ id, stageId: 'stage-1' }, '2026-11-28'));
    const before = deal({ id: 'd9', stageId: 'stage-1' }, '2026-11-19');
    const { el } = await stand([...sixDeals(), ...more, ...before]);
    await focusCard(el, 'd2');
    const stages = [0, 1].map((at) => stage(el, at).querySelector('[role=list]')!);
    const touched = new Set<string>();
    const idOf = (node: Node): string | undefined =>
      (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.card')?.dataset['id'];
    const watch = new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records)
        for (const node of [target, ...addedNodes, ...removedNodes]) touched.add(idOf(node) ?? '');
    });
    for (const each of stages) watch.observe(each, { childList: true, characterData: true, subtree: true });
    await chord('Alt+ArrowRight');
    await waitUntil(() => cards(el, 1).join() === 'd9,d2,d6,d7,d8');
    await settled(el);
    watch.disconnect();
    expect([...touched].filter((id) => id !== '')).to.deep.equal(['d2']);
    expect(
      all(el, '.stage[data-stage="stage-1"] .card').map((each) => each.dataset['id']),
      'read aloud in their order',
    ).to.deep.equal(['d9', 'd2', 'd6', 'd7', 'd8']);
    expect(focusedId(el)).to.equal('d2');
  });

  it('By hand, Alt+Down goes below the next card', async () => {
    const { el } = await stand(sixDeals(), { order: 'rank' });
    await focusCard(el, 'd1');
    await chord('Alt+ArrowDown');
    await waitUntil(() => cards(el, 0).join() === 'd2,d1,d3');
    await waitUntil(() => focusedId(el) === 'd1');
  });

  it('M leads to every stage, and the card menu to all that can be done', async () => {
    const { el } = await stand();
    await focusCard(el, 'd2');
    await press(el, 'm');
    expect(text(one(el, '.menu:popover-open'))).to.contain('Move “Heat pump” to');
    expect(one(el, '.menu [data-id=stage-0]').getAttribute('aria-checked')).to.equal('true');
    expect(all(el, '.menu:popover-open .menu-item').map((item) => item.dataset['id'])).to.deep.equal([
      'stage-0',
      'stage-1',
      'stage-2',
      'stage-3',
      'move-won',
      'move-lost',
      'to-lead',
    ]);
    await press(el, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await waitUntil(() => cards(el, 3).join() === 'd2');
    await waitUntil(() => focusedId(el) === 'd2');
    card(el, 'd4').querySelector<HTMLElement>('[data-do=menu]')!.focus();
    await press(el, 'Enter');
    expect(all(el, '.menu:popover-open [role=menuitem]').map((item) => item.dataset['id'])).to.deep.equal([
      'open',
      'move',
      'choose',
      'wait',
      'won',
      'lost',
      'merge',
      'to-lead',
      'delete',
    ]);
    await click(one(el, '.menu [data-id=won]'));
    await waitUntil(() => toast(el).startsWith('Won: '), 'said after the toast before it was read');
    await waitUntil(() => focusedId(el) === 'd5', 'the neighbour has the focus');
  });

  it('gives the focus to the head of the stage when its last card has gone', async () => {
    const { el, store } = await stand(
      deal({ id: 'd1', stageId: 'stage-1' }).concat(deal({ id: 'd2', stageId: 'stage-0' })),
    );
    await focusCard(el, 'd1');
    await store.execute('deal-win', { ids: ['d1'] });
    await waitUntil(() => cards(el, 1).length === 0);
    await waitUntil(() => focusedId(el) === 'Contact made');
    await press(el, 'ArrowLeft');
    expect(focusedId(el)).to.equal('d2');
  });

  it('takes no focus from somebody who has gone elsewhere', async () => {
    const { el, store } = await stand();
    const beside = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
    await focusCard(el, 'd2');
    beside.focus();
    await store.execute('deal-win', { ids: ['d2'] });
    await waitUntil(() => cards(el, 0).join() === 'd1,d3');
    await settled(el);
    expect(document.activeElement).to.equal(beside);
  });

  it('keeps the focus on a moved card, far down a long stage', async function () {
    this.timeout(60_000);
    const many = [...Array(800).keys()].flatMap((at) =>
      deal({ id: `d${at}`, rank: `a${at}`, stageId: 'stage-1', title: `Deal ${String(at).padStart(4, '0')}` }),
    );
    const { el } = await stand([...many, ...deal({ id: 'x1', stageId: 'stage-0', title: 'Deal 0600b' })], {
      order: 'title',
    });
    await focusCard(el, 'x1');
    await chord('Alt+ArrowRight');
    await waitUntil(() => toast(el).includes('Contact made'), 'it is said');
    await waitUntil(
      () => focusedId(el) === 'x1' && card(el, 'x1').getAttribute('aria-posinset') === '602',
      'seen and focused at its place',
    );
    const box = card(el, 'x1').getBoundingClientRect();
    const scroller = stage(el, 1).querySelector('.cards')!.getBoundingClientRect();
    expect(box.top).to.be.at.least(scroller.top - 1);
    expect(box.bottom).to.be.at.most(scroller.bottom + 1);
  });

  it('hears no key while somebody types, and tells its keys on ?', async () => {
    const { el } = await stand();
    one(el, 'input[type=search]').focus();
    await sendKeys({ type: 'm?' });
    expect(all(el, 'dialog[open], .menu:popover-open')).to.have.length(0);
    await press(el, 'Escape');
    await waitUntil(() => cards(el, 0).length === 3);
    await focusCard(el, 'd1');
    await sendKeys({ press: '?' });
    await waitUntil(() => el.shadowRoot!.querySelector('dialog[open] .keys') !== null);
    await press(el, 'Escape');
    expect(focusedId(el)).to.equal('d1');
  });
});
