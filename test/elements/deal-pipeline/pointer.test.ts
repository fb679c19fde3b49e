import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import type { CrmStore } from '../../../src/store/api.js';
import { middle, orSkip, touch, touchDrag } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  commits,
  count,
  focusedId,
  one,
  said,
  settled,
  sixDeals,
  stage,
  stand,
  stored,
  sums,
  text,
  toast,
} from './support.js';

/** Where the middle of a stage's cards is, in whole pixels. */
function over(el: DealPipeline, at: number): [number, number] {
  const [x, y] = middle(stage(el, at).querySelector('.cards')!);
  return [x, y];
}

/** Takes a card and holds it over a stage. */
async function hold(el: DealPipeline, id: string, at: number): Promise<void> {
  await sendMouse({ type: 'move', position: middle(card(el, id)) });
  await sendMouse({ type: 'down' });
  const [x, y] = middle(card(el, id));
  await sendMouse({ type: 'move', position: [x + 12, y + 6] });
  await sendMouse({ type: 'move', position: over(el, at) });
  await waitUntil(() => stage(el, at).matches('[data-target]'), 'the stage is the target');
}

async function drop(): Promise<void> {
  await sendMouse({ type: 'up' });
}

function asBefore(el: DealPipeline): void {
  expect(cards(el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
  expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
  expect(
    all(el, '.drag-ghost, [data-gone], [data-target], [data-dragging], .slot:not([hidden]), .dock:not([hidden])'),
  ).to.have.length(0);
}

describe('<deal-pipeline> moving by pointer', () => {
  afterEach(() => resetMouse());

  it('shows the place it left, the stage below, the zones; drops into its sorted place and says it; writes once', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    await hold(el, 'd2', 2);
    expect(card(el, 'd2').matches('[data-gone]')).to.equal(true);
    expect(all(el, '.drag-ghost')).to.have.length(1);
    expect(one(el, '.dock').hidden).to.equal(false);
    expect(all(el, '.slot:not([hidden])'), 'no line: the whole stage is the target').to.have.length(0);
    await drop();
    await waitUntil(() => cards(el, 2).join() === 'd4,d2,d5', 'between overdue and planned');
    await waitUntil(() => toast(el).includes('Heat pump: 2 of 3 in Proposal sent'));
    expect(seen.count).to.equal(1);
    expect((await stored(adapter, 'd2')).stageId).to.equal('stage-2');
    await waitUntil(() => sums(el, 2) === '€1,200.50' && count(el, 0) === '2');
    await waitUntil(() => focusedId(el) === 'd2', 'the focus stays on the card');
    expect(all(el, '.drag-ghost, [data-gone], [data-target], [data-dragging]')).to.have.length(0);
  });

  it('opens nothing after a drag, and does nothing on the stage it came from', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    const opened: Event[] = [];
    el.addEventListener('deal-open', (event) => opened.push(event));
    await hold(el, 'd1', 1);
    await sendMouse({ type: 'move', position: over(el, 0) });
    await waitUntil(() => stage(el, 0).matches('[data-target]'));
    await drop();
    await settled(el);
    asBefore(el);
    expect(opened).to.have.length(0);
    expect(seen.count).to.equal(0);
  });

  it('sorted by hand it goes where the line is', async () => {
    const { el, adapter } = await stand(sixDeals(), { order: 'rank' });
    const seen = commits(adapter);
    await hold(el, 'd1', 2);
    const box = card(el, 'd5').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.x + 60), Math.round(box.top + 8)] });
    await waitUntil(() => {
      const line = stage(el, 2).querySelector('.slot:not([hidden])')?.getBoundingClientRect();
      return (
        line !== undefined && line.top > card(el, 'd4').getBoundingClientRect().bottom - 3 && line.top < box.top + 3
      );
    }, 'the line is between the two cards');
    await drop();
    await waitUntil(() => cards(el, 2).join() === 'd4,d1,d5');
    await waitUntil(() => toast(el).includes('2 of 3 in Proposal sent'));
    expect(seen.count).to.equal(1);
    // and within its own stage
    await hold(el, 'd5', 2);
    const first = card(el, 'd4').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(first.x + 60), Math.round(first.top + 4)] });
    await settled(el);
    await drop();
    await waitUntil(() => cards(el, 2).join() === 'd5,d4,d1');
    expect(seen.count).to.equal(2);
  });

  it('dropped on Won it is won and leaves the board', async () => {
    const { el, adapter } = await stand();
    await hold(el, 'd4', 1);
    await sendMouse({ type: 'move', position: middle(one(el, '[data-zone=won]')) });
    await waitUntil(() => one(el, '[data-zone=won]').matches('[data-over]'));
    await drop();
    await waitUntil(() => cards(el, 2).join() === 'd5');
    await waitUntil(() => toast(el).startsWith('Won: '));
    expect((await stored(adapter, 'd4')).status).to.equal('won');
  });

  it('puts it back where the page says no, and says why', async () => {
    const { el, adapter } = await stand();
    el.addEventListener('deal-move', (event) => event.waitUntil(Promise.reject(new Error('Quarter is closed'))));
    await hold(el, 'd2', 2);
    await drop();
    await waitUntil(() => text(one(el, '.banners')).includes('Quarter is closed'));
    await settled(el);
    asBefore(el);
    expect((await stored(adapter, 'd2')).stageId).to.equal('stage-0');
  });

  it('lifts nothing that may not be moved', async () => {
    const { el } = await stand(sixDeals(), { can: (name) => (name === 'deal-move' ? 'Only Maya moves deals' : true) });
    const [x, y] = middle(card(el, 'd2'));
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: over(el, 2) });
    await settled(el);
    expect(all(el, '.drag-ghost')).to.have.length(0);
    await drop();
    asBefore(el);
  });

  const interruptions: Record<string, (el: DealPipeline, store: CrmStore) => unknown> = {
    Escape: () => sendKeys({ press: 'Escape' }),
    'a cancelled pointer': (el) =>
      window.dispatchEvent(new PointerEvent('pointercancel', { pointerId: pointerOf(el), bubbles: true })),
    'lost capture': (el) => el.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: pointerOf(el) })),
    'a window that loses the focus': () => window.dispatchEvent(new Event('blur')),
    'a change by somebody else': (_el, store) =>
      store.execute('deal-edit', { id: 'd2', fields: { title: 'Heat pumps' } }),
  };
  let pointer = 1;
  const pointerOf = (_el: DealPipeline): number => pointer;

  for (const [name, interrupt] of Object.entries(interruptions))
    it(`puts everything back on ${name}, writes nothing, and the next drag works`, async () => {
      const { el, adapter, store } = await stand();
      el.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
      const seen = commits(adapter);
      await hold(el, 'd2', 2);
      await interrupt(el, store);
      await waitUntil(() => all(el, '.drag-ghost').length === 0, 'it was let go');
      await settled(el);
      asBefore(el);
      await waitUntil(() => /was put back/.test(said(el)));
      await drop();
      await settled(el);
      asBefore(el);
      expect((await stored(adapter, 'd2')).stageId).to.equal('stage-0');
      expect(seen.count).to.equal(name.startsWith('a change') ? 1 : 0);
      await hold(el, 'd2', 2);
      await drop();
      await waitUntil(() => cards(el, 2).join() === 'd4,d2,d5', 'the next drag works');
    });

  it('lets go when the board is taken out of the page, and works when it is back', async () => {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    await hold(el, 'd2', 2);
    const parent = el.parentElement!;
    el.remove();
    await drop();
    parent.append(el);
    await settled(el);
    await waitUntil(() => cards(el, 0).length === 3);
    asBefore(el);
    expect(seen.count).to.equal(0);
    await hold(el, 'd2', 2);
    await drop();
    await waitUntil(() => cards(el, 2).includes('d2'));
  });

  it('lets go of a card that is deleted meanwhile', async () => {
    const { el, store } = await stand();
    await hold(el, 'd2', 2);
    await store.execute('deals-delete', { ids: ['d2'] });
    await waitUntil(() => all(el, '.drag-ghost').length === 0);
    await waitUntil(() => said(el).includes('Heat pump is no longer here'));
    expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
    await drop();
    await settled(el);
    expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
  });

  it('a finger that rests lifts, and scrolls where it does not', async function () {
    const { el, adapter } = await stand();
    const seen = commits(adapter);
    const [x, y] = middle(card(el, 'd2'));
    const [tx, ty] = over(el, 2);
    await orSkip(this, () => touchDrag({ x, y }, { x, y: y - 60 }));
    await settled(el);
    asBefore(el);
    expect(seen.count).to.equal(0);
    await touchDrag({ x, y }, { x: tx, y: ty }, { hold: 450 });
    await waitUntil(() => cards(el, 2).join() === 'd4,d2,d5');
    // a finger that is cancelled puts back
    const [fx, fy] = middle(card(el, 'd1'));
    await touch(
      { type: 'start', x: fx, y: fy },
      { type: 'hold', ms: 450 },
      { type: 'move', x: tx, y: ty },
      { type: 'cancel' },
    );
    await settled(el);
    expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
    expect(seen.count).to.equal(1);
  });
});
