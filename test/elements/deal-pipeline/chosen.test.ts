/** Several cards at once: chosen by mouse, key and finger, moved together, and what is done with them from the bar. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aStage, creation, money } from '../../../src/testing/fixtures.js';
import { chord, middle, orSkip, touchDrag } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  commits,
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

const chosen = (el: DealPipeline): string[] => all(el, '.card.is-chosen').map((each) => each.dataset['id'] ?? '');
const box = (el: DealPipeline, id: string): HTMLInputElement =>
  card(el, id).querySelector<HTMLInputElement>('[data-do=choose]')!;
const open = (el: DealPipeline): HTMLElement | null => el.shadowRoot!.querySelector('dialog[open]');

/** Chosen by key: the first is focused, then each. */
async function choose(el: DealPipeline, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await focusCard(el, id);
    await press(el, 'x');
  }
}

/** Takes a card and holds it over something. */
async function hold(el: DealPipeline, id: string, where: Element): Promise<void> {
  const [x, y] = middle(card(el, id));
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + 12, y + 6] });
  await settled(el);
  await sendMouse({ type: 'move', position: middle(where) });
  await waitUntil(() => where.closest('[data-target], [data-over]') !== null, 'it is the target');
}

describe('<deal-pipeline> choosing cards', () => {
  afterEach(() => resetMouse());

  it('by box, with Shift a range, with Ctrl one more; the bar says how many and what they are worth', async () => {
    const { el } = await stand();
    const opened: Event[] = [];
    el.addEventListener('deal-open', (event) => opened.push(event));
    await sendMouse({ type: 'move', position: middle(card(el, 'd1')) });
    await click(box(el, 'd1'));
    await settled(el);
    expect(chosen(el)).to.deep.equal(['d1']);
    expect(box(el, 'd1').checked).to.equal(true);
    await sendKeys({ down: 'Shift' });
    await click(card(el, 'd3'));
    await sendKeys({ up: 'Shift' });
    await settled(el);
    expect(chosen(el).sort()).to.deep.equal(['d1', 'd2', 'd3']);
    expect(text(one(el, '.bulk b'))).to.equal('3 selected');
    expect(text(one(el, '.bulk .sums'))).to.equal('€1,500.50 · ₺5,000');
    await sendKeys({ down: 'Control' });
    await click(card(el, 'd2'));
    await sendKeys({ up: 'Control' });
    await settled(el);
    expect(chosen(el).sort()).to.deep.equal(['d1', 'd3']);
    await waitUntil(() => said(el).includes('2 deals selected'));
    expect(opened, 'nothing was opened').to.have.length(0);
    await click(one(el, '[data-clear-chosen]'));
    await settled(el);
    expect(all(el, '.bulk')).to.have.length(0);
    expect(focusedId(el)).to.be.a('string');
  });

  it('has a box only where one points, where the focus is, and on every card while some are chosen', async () => {
    const { el } = await stand();
    const boxes = (): string[] =>
      all(el, '[data-do=choose]').map((each) => each.closest<HTMLElement>('.card')!.dataset['id']!);
    await focusCard(el, 'd1');
    expect(boxes(), 'at the tab stop').to.deep.equal(['d1']);
    await sendMouse({ type: 'move', position: middle(card(el, 'd4')) });
    await settled(el);
    expect(boxes(), 'and where one points').to.have.members(['d1', 'd4']);
    await sendMouse({ type: 'move', position: middle(one(el, '.pipe-name')) });
    await settled(el);
    expect(boxes()).to.deep.equal(['d1']);
    const first = box(el, 'd1');
    expect(first.getAttribute('aria-label')).to.equal('Select Roof');
    first.focus();
    await press(el, ' ');
    expect(chosen(el)).to.deep.equal(['d1']);
    expect(boxes()).to.have.members(['d1', 'd2', 'd3', 'd4', 'd5']);
    await press(el, ' ');
    expect(boxes()).to.deep.equal(['d1']);
    expect(el.shadowRoot!.activeElement === box(el, 'd1'), 'the focus stays in the box').to.equal(true);
  });

  it('by key: X, Shift with an arrow, Escape lets go', async () => {
    const { el } = await stand();
    await choose(el, 'd1');
    await chord('Shift+ArrowDown');
    await settled(el);
    expect(chosen(el)).to.deep.equal(['d1', 'd2']);
    expect(focusedId(el)).to.equal('d2');
    await press(el, 'x');
    expect(chosen(el)).to.deep.equal(['d1']);
    await press(el, 'Escape');
    expect(chosen(el)).to.have.length(0);
    expect(focusedId(el)).to.equal('d2');
  });

  it('moves all that are chosen with one of them, by mouse: one event, one undo', async () => {
    const { el } = await stand();
    const events: string[] = [];
    for (const name of ['deals-move', 'deals-moved', 'deal-move']) el.addEventListener(name, () => events.push(name));
    await choose(el, 'd1', 'd2');
    await hold(el, 'd2', stage(el, 2).querySelector('.cards')!);
    expect(text(one(el, '.drag-ghost .drag-count'))).to.equal('2');
    expect(all(el, '[data-gone]:not(.drag-ghost)').map((each) => each.dataset['id'])).to.have.members(['d1', 'd2']);
    await sendMouse({ type: 'up' });
    await waitUntil(() => cards(el, 2).join() === 'd1,d4,d2,d5', 'both are there');
    await waitUntil(() => toast(el).includes('2 deals moved to Proposal sent'));
    expect(events).to.deep.equal(['deals-move', 'deals-moved']);
    await waitUntil(() => chosen(el).length === 0, 'what was done is done');
    await waitUntil(() => focusedId(el) === 'd2');
    await press(el, 'z');
    await waitUntil(() => cards(el, 0).join() === 'd1,d2,d3' && cards(el, 2).join() === 'd4,d5', 'one undo');
  });

  it('by hand they keep their order where the line is', async () => {
    const { el, adapter } = await stand(sixDeals(), { order: 'rank' });
    const seen = commits(adapter);
    await choose(el, 'd3', 'd1');
    const before = card(el, 'd5').getBoundingClientRect();
    await hold(el, 'd3', stage(el, 2).querySelector('.cards')!);
    await sendMouse({ type: 'move', position: [Math.round(before.x + 60), Math.round(before.top + 8)] });
    await waitUntil(() => stage(el, 2).querySelector('.slot:not([hidden])') !== null);
    await settled(el);
    await sendMouse({ type: 'up' });
    await waitUntil(() => cards(el, 2).join() === 'd4,d1,d3,d5', 'between the two');
    await waitUntil(() => seen.count === 1, 'one write');
  });

  it('by keyboard: Space lifts them all, arrows carry, Space drops; Alt with an arrow at once', async () => {
    const { el } = await stand();
    await choose(el, 'd1', 'd3');
    await press(el, ' ');
    expect(text(one(el, '.hint')))
      .to.contain('Moving 2 deals')
      .and.to.contain('2 deals to Qualified');
    await press(el, 'ArrowRight', 'ArrowRight');
    expect(said(el)).to.contain('2 deals to Proposal sent');
    expect(card(el, 'd1').matches('[data-gone]'), 'the other one is carried, too').to.equal(true);
    await press(el, ' ');
    await waitUntil(() => cards(el, 2).length === 4 && cards(el, 0).join() === 'd2');
    await waitUntil(() => focusedId(el) === 'd3', 'the focus stays with its card');
    await choose(el, 'd4', 'd5');
    await chord('Alt+ArrowRight');
    await waitUntil(() => cards(el, 3).length === 2);
    await waitUntil(() => focusedId(el) === 'd5');
  });

  it('by finger', async function () {
    const { el } = await stand();
    await choose(el, 'd1', 'd2');
    const [x, y] = middle(card(el, 'd2'));
    const [tx, ty] = middle(stage(el, 2).querySelector('.cards')!);
    await orSkip(this, () => touchDrag({ x, y }, { x: tx, y: ty }, { hold: 450 }));
    await waitUntil(() => cards(el, 2).join() === 'd1,d4,d2,d5');
  });

  it('asks for what some of them lack; the others can go without', async () => {
    const changes = [creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4', requiredFields: ['value'] }))];
    const { el, adapter } = await stand(undefined, { changes });
    await choose(el, 'd4', 'd5');
    await press(el, 'm');
    await click(one(el, '.menu [data-id=stage-4]'));
    await waitUntil(() => open(el) !== null);
    expect(text(open(el)!))
      .to.contain('1 of 2 deals need more answers.')
      .and.to.contain('Panels');
    await press(el, 'Escape');
    expect(cards(el, 2), 'nothing has happened').to.deep.equal(['d4', 'd5']);
    expect(chosen(el).sort(), 'they are still chosen').to.deep.equal(['d4', 'd5']);
    await press(el, 'm');
    await click(one(el, '.menu [data-id=stage-4]'));
    await waitUntil(() => open(el) !== null);
    await click(one(el, 'dialog [data-others]'));
    await waitUntil(() => cards(el, 4).join() === 'd4');
    expect(cards(el, 2)).to.deep.equal(['d5']);
    expect(chosen(el), 'what stayed is still chosen').to.deep.equal(['d5']);
    await choose(el, 'd2');
    await click(one(el, '[data-bulk=move]'));
    await click(one(el, '.menu [data-id=stage-4]'));
    await waitUntil(() => open(el) !== null);
    await sendKeys({ type: '75' });
    await press(el, 'Enter');
    await waitUntil(() => cards(el, 4).length === 3, 'all are there');
    expect((await stored(adapter, 'd5')).value).to.deep.equal(money('75'));
  });

  it('says for each what stands in its way; the others move', async () => {
    const { el } = await stand();
    el.addEventListener('deals-move', (event) => event.plan.drafts.find(({ id }) => id === 'd2')!.refuse('Ask Maya'));
    await choose(el, 'd1', 'd2', 'd3');
    await press(el, 'm');
    await click(one(el, '.menu [data-id=stage-1]'));
    await waitUntil(() => cards(el, 1).join() === 'd1,d3');
    await waitUntil(() => text(one(el, '.banners')).includes('Heat pump: Ask Maya'));
    expect(cards(el, 0)).to.deep.equal(['d2']);
  });

  it('wins, loses, assigns, labels and deletes them together', async () => {
    const { el, adapter } = await stand();
    await choose(el, 'd1', 'd2');
    await click(one(el, '[data-bulk=owner]'));
    await click(one(el, '.menu [data-id=user-2]'));
    await waitUntil(async () => (await stored(adapter, 'd2')).ownerId === 'user-2');
    await click(one(el, '[data-bulk=label]'));
    await waitUntil(() => el.shadowRoot!.querySelector('[data-label=hot] input') !== null);
    await click(one(el, '[data-label=hot] input'));
    await waitUntil(async () => (await stored(adapter, 'd2')).labelIds.includes('hot'));
    await press(el, 'Escape');
    await click(one(el, '[data-bulk=won]'));
    await waitUntil(() => cards(el, 0).join() === 'd3');
    await waitUntil(() => toast(el).includes('2 deals won'));
    await choose(el, 'd4', 'd5');
    await click(one(el, '[data-bulk=lost]'));
    await waitUntil(() => open(el) !== null);
    expect(text(open(el)!)).to.contain('Why were these 2 deals lost?');
    await click(all(el, '.reasons input')[0]!);
    await click(one(el, 'dialog [type=submit]'));
    await waitUntil(() => cards(el, 2).length === 0);
    expect((await stored(adapter, 'd5')).lostReason).to.equal('Price too high');
    expect(all(el, '.bulk'), 'none of them is chosen any more').to.have.length(0);
    await choose(el, 'd3');
    await click(one(el, '[data-bulk=delete]'));
    await waitUntil(() => open(el) !== null);
    await click(one(el, 'dialog [type=submit]'));
    await waitUntil(() => all(el, '.empty').length === 1, 'it was the last one');
    expect(all(el, '.bulk')).to.have.length(0);
  });
});
