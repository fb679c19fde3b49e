/** Cards in the hands of a finger, a pen or a mouse: what comes between puts all back (R47), and the edges scroll. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import type { CrmStore } from '../../../src/store/api.js';
import { middle, orSkip, pen, touch } from '../../support/commands.js';
import type { TouchStep } from '../../support/commands.js';
import { all, card, cards, commits, deal, one, said, settled, stage, stand, stored } from './support.js';

type Hand = (...steps: TouchStep[]) => Promise<void>;
/** A mouse, by the same steps. */
async function mouse(...steps: TouchStep[]): Promise<void> {
  for (const step of steps) {
    if (step.type === 'start' || step.type === 'move')
      await sendMouse({ type: 'move', position: [Math.round(step.x), Math.round(step.y)] });
    if (step.type === 'start') await sendMouse({ type: 'down' });
    if (step.type === 'end') await sendMouse({ type: 'up' });
  }
}

const hands: Record<string, Hand> = { finger: touch, pen, mouse };

/** Takes a card up and holds it at a point. */
async function hold(
  context: Mocha.Context,
  hand: Hand,
  el: DealPipeline,
  id: string,
  at: [number, number],
): Promise<void> {
  const [x, y] = middle(card(el, id));
  await orSkip(context, () => hand({ type: 'start', x, y }, { type: 'hold', ms: 400 }, { type: 'move', x: x + 8, y }));
  await waitUntil(() => all(el, '.drag-ghost').length === 1, 'it is lifted');
  await hand({ type: 'move', x: at[0], y: at[1] });
}

function asBefore(el: DealPipeline): void {
  expect(cards(el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
  expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
  expect(all(el, '.drag-ghost, [data-gone], [data-target], [data-dragging], .dock:not([hidden])')).to.have.length(0);
}

for (const [name, hand] of Object.entries(hands))
  describe(`<deal-pipeline> cards held by ${name}`, () => {
    let pointer = 1;
    afterEach(() => resetMouse());
    const interruptions: Record<string, (el: DealPipeline, store: CrmStore) => unknown> = {
      Escape: () => sendKeys({ press: 'Escape' }),
      'lost capture': (el) => el.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: pointer })),
      'a window that loses the focus': () => window.dispatchEvent(new Event('blur')),
      'a change by another tab': (_el, store) =>
        store.execute('deal-edit', { id: 'd2', fields: { title: 'Heat pumps' } }),
    };
    for (const [what, interrupt] of Object.entries(interruptions))
      it(`puts all back on ${what}, writes nothing, and the next one works`, async function () {
        const { el, adapter, store } = await stand();
        el.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
        const seen = commits(adapter);
        await hold(this, hand, el, 'd2', middle(stage(el, 2).querySelector('.cards')!));
        await waitUntil(() => stage(el, 2).matches('[data-target]'), 'the stage is the target');
        await interrupt(el, store);
        await waitUntil(() => all(el, '.drag-ghost').length === 0, 'it was let go');
        await waitUntil(() => /was put back/.test(said(el)));
        await hand({ type: 'end' });
        await settled(el);
        asBefore(el);
        expect((await stored(adapter, 'd2')).stageId).to.equal('stage-0');
        expect(seen.count).to.equal(what.startsWith('a change') ? 1 : 0);
        await hold(this, hand, el, 'd2', middle(stage(el, 2).querySelector('.cards')!));
        await waitUntil(() => stage(el, 2).matches('[data-target]'));
        await hand({ type: 'end' });
        await waitUntil(() => cards(el, 2).join() === 'd4,d2,d5', 'the next one works');
      });

    it('lets go of a card that another tab has deleted', async function () {
      const { el, store } = await stand();
      await hold(this, hand, el, 'd2', middle(stage(el, 2).querySelector('.cards')!));
      await store.execute('deals-delete', { ids: ['d2'] });
      await waitUntil(() => all(el, '.drag-ghost').length === 0);
      await waitUntil(() => said(el).includes('Heat pump is no longer here'));
      await hand({ type: 'end' });
      await settled(el);
      expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
      expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
    });

    it('scrolls the stages sideways at their edges, and back', async function () {
      const { el } = await stand(undefined, { width: 760 });
      const board = one(el, '.board');
      expect(board.scrollWidth, 'there is something to scroll to').to.be.greaterThan(board.clientWidth);
      const { left, right, top } = board.getBoundingClientRect();
      await hold(this, hand, el, 'd2', [right - 6, top + 200]);
      await waitUntil(() => board.scrollLeft + board.clientWidth >= board.scrollWidth - 1, 'to the end');
      expect(all(el, '.drag-ghost'), 'it is held all the way').to.have.length(1);
      await hand({ type: 'move', x: left + 6, y: top + 200 });
      await waitUntil(() => board.scrollLeft === 0, 'and back');
      await hand({ type: 'end' });
      await settled(el);
    });

    it('scrolls the cards of the stage below it at its edges, above the zones, and back', async function () {
      const many = Array.from({ length: 30 }, (_, at) => deal({ id: `d${at + 10}`, stageId: 'stage-1' }));
      const { el } = await stand([...deal({ id: 'd1', stageId: 'stage-0' }), ...many.flat()]);
      const box = stage(el, 1).querySelector<HTMLElement>('.cards')!;
      const [x] = middle(box);
      await hold(this, hand, el, 'd1', middle(box));
      await waitUntil(
        () => stage(el, 1).matches('[data-target]') && one(el, '.dock').offsetHeight > 0,
        'over the stage',
      );
      const dock = one(el, '.dock').getBoundingClientRect();
      await hand({ type: 'move', x, y: Math.round(dock.top) - 6 });
      await waitUntil(() => box.scrollTop > 200, 'down');
      await hand({ type: 'move', x, y: Math.round(box.getBoundingClientRect().top) + 6 });
      await waitUntil(() => box.scrollTop === 0, 'and up again');
      await hand({ type: 'end' });
      await waitUntil(() => cards(el, 0).length === 0, 'it is dropped there');
    });
  });
