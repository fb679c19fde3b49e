/** Several cards held at once, and what comes between: everything back in place, nothing written (R47). */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aPipeline, aStage, creation } from '../../../src/testing/fixtures.js';
import { chord, middle } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  commits,
  count,
  focusCard,
  focusedId,
  one,
  press,
  said,
  settled,
  stage,
  stand,
  stored,
  text,
} from './support.js';

const chosen = (el: DealPipeline): string[] => all(el, '.card.is-chosen').map((each) => each.dataset['id'] ?? '');

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

function asBefore(el: DealPipeline): void {
  expect(cards(el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
  expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
  expect(all(el, '.drag-ghost, [data-gone], [data-target], [data-dragging], .dock:not([hidden])')).to.have.length(0);
}

describe('<deal-pipeline> several cards in hand', () => {
  afterEach(() => resetMouse());

  const interruptions: Record<string, (el: DealPipeline, store: CrmStore) => unknown> = {
    Escape: () => sendKeys({ press: 'Escape' }),
    'lost capture': (el) => el.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: pointer })),
    'a window that loses the focus': () => window.dispatchEvent(new Event('blur')),
    'a change of another one by somebody else': (_el, store) =>
      store.execute('deal-edit', { id: 'd1', fields: { title: 'Roofs' } }),
  };
  let pointer = 1;
  for (const [name, interrupt] of Object.entries(interruptions))
    it(`puts several back on ${name}, and writes nothing`, async () => {
      const { el, store, adapter } = await stand();
      el.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
      const seen = commits(adapter);
      await choose(el, 'd1', 'd2');
      await hold(el, 'd2', stage(el, 2).querySelector('.cards')!);
      await interrupt(el, store);
      await waitUntil(() => all(el, '.drag-ghost').length === 0, 'it was let go');
      await settled(el);
      asBefore(el);
      await waitUntil(() => /put back/.test(said(el)));
      await sendMouse({ type: 'up' });
      await settled(el);
      asBefore(el);
      expect(seen.count).to.equal(name.startsWith('a change') ? 1 : 0);
      expect(chosen(el).sort(), 'still chosen').to.deep.equal(['d1', 'd2']);
    });

  it('lets go of several when one of them is deleted meanwhile, held by mouse or by key', async () => {
    const { el, store } = await stand();
    await choose(el, 'd1', 'd2');
    await hold(el, 'd2', stage(el, 2).querySelector('.cards')!);
    await store.execute('deals-delete', { ids: ['d1'] });
    await waitUntil(() => said(el).includes('Roof is no longer here'));
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(cards(el, 0)).to.deep.equal(['d2', 'd3']);
    expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
    expect(chosen(el), 'it is not chosen any more').to.deep.equal(['d2']);
    await choose(el, 'd3');
    await press(el, ' ', 'ArrowRight');
    await store.execute('deals-delete', { ids: ['d2'] });
    await waitUntil(() => said(el).includes('Heat pump is no longer here'));
    await settled(el);
    expect(cards(el, 0)).to.deep.equal(['d3']);
    expect(all(el, '.hint')).to.have.length(0);
  });

  it('dropped on Move they go to another pipeline; Escape there leaves them where they are', async () => {
    const second = [
      creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'a1' })),
      creation('stage', aStage({ id: 'stage-r', name: 'Asked', pipelineId: 'pipeline-2' })),
    ];
    const { el, adapter } = await stand(undefined, { changes: second });
    const seen = commits(adapter);
    await choose(el, 'd1', 'd2');
    await hold(el, 'd2', one(el, '[data-zone=move]'));
    await sendMouse({ type: 'up' });
    await waitUntil(() => el.shadowRoot!.querySelector('.menu [data-id=stage-r]') !== null);
    expect(text(one(el, '.menu')))
      .to.contain('Move 2 deals to')
      .and.to.contain('In Renewals');
    expect(all(el, '.menu [data-id=stage-1]'), 'no stage of this pipeline').to.have.length(0);
    await press(el, 'Escape');
    asBefore(el);
    expect(seen.count).to.equal(0);
    await hold(el, 'd2', one(el, '[data-zone=move]'));
    await sendMouse({ type: 'up' });
    await waitUntil(() => el.shadowRoot!.querySelector('.menu [data-id=stage-r]') !== null);
    await click(one(el, '.menu [data-id=stage-r]'));
    await waitUntil(() => cards(el, 0).join() === 'd3');
    const moved = await stored(adapter, 'd1');
    expect([moved.pipelineId, moved.stageId]).to.deep.equal(['pipeline-2', 'stage-r']);
  });

  describe('while something is asked', () => {
    const needy = [
      creation('stage', aStage({ id: 'stage-4', name: 'Demo', rank: 'a4', requiredFields: ['value', 'personId'] })),
    ];
    const asks = (el: DealPipeline): HTMLElement | null => el.shadowRoot!.querySelector('dialog[open]');
    const counts = (el: DealPipeline): string[] => [0, 2, 4].map((at) => count(el, at));
    /** d2 stands in the first stage, d5 in the third: only d5 lacks something. */
    const drops: Record<string, (el: DealPipeline) => Promise<void>> = {
      mouse: async (el) => {
        await hold(el, 'd5', stage(el, 4).querySelector('.cards')!);
        await sendMouse({ type: 'up' });
      },
      'Space and arrows': async (el) => {
        await focusCard(el, 'd5');
        await press(el, ' ', 'ArrowRight', 'ArrowRight', ' ');
      },
      'Alt with arrows': async (el) => {
        await focusCard(el, 'd4');
        await press(el, 'x');
        await chord('Alt+ArrowRight');
        await waitUntil(() => cards(el, 3).join() === 'd4,d2,d5');
        await choose(el, 'd2', 'd5');
        await chord('Alt+ArrowRight');
      },
    };
    for (const [name, drop] of Object.entries(drops))
      it(`they stand where they were put by ${name}, and go back at once when it is cancelled`, async () => {
        const { el, adapter } = await stand(undefined, { changes: needy });
        const alt = name.startsWith('Alt');
        await choose(el, 'd2', 'd5');
        await drop(el);
        await waitUntil(() => asks(el) !== null, 'it asks');
        const seen = commits(adapter);
        expect(cards(el, 4), 'both are there').to.deep.equal(['d2', 'd5']);
        expect(cards(el, 0)).to.deep.equal(['d1', 'd3']);
        expect(cards(el, alt ? 3 : 2)).to.deep.equal(['d4']);
        expect(all(el, '[data-gone]')).to.have.length(0);
        await press(el, 'Escape');
        await waitUntil(() => cards(el, 4).length === 0, 'they are back');
        expect(cards(el, alt ? 3 : 2)).to.deep.equal(alt ? ['d4', 'd2', 'd5'] : ['d4', 'd5']);
        expect(cards(el, 0)).to.deep.equal(alt ? ['d1', 'd3'] : ['d1', 'd2', 'd3']);
        expect(said(el)).to.contain('2 deals were put back');
        expect(focusedId(el), 'the card that was in hand').to.equal('d5');
        expect(chosen(el).sort()).to.deep.equal(['d2', 'd5']);
        expect(seen.count, 'nothing is written').to.equal(0);
        expect((await stored(adapter, 'd5')).stageId).to.equal(alt ? 'stage-3' : 'stage-2');
        if (alt) return;
        asBefore(el);
        expect(counts(el)).to.deep.equal(['3', '2', '0']);
        await hold(el, 'd5', stage(el, 4).querySelector('.cards')!);
        await sendMouse({ type: 'up' });
        await waitUntil(() => asks(el) !== null, 'the next one asks, too');
        await sendKeys({ type: '75' });
        await press(el, 'Enter');
        await waitUntil(() => seen.count === 1, 'one write');
        await waitUntil(() => counts(el).join() === '2,1,2');
        expect(cards(el, 4)).to.deep.equal(['d2', 'd5']);
      });

    it('by hand they stand in one piece at the line, also within their own stage', async () => {
      const { el, adapter } = await stand(undefined, { order: 'rank' });
      const seen = commits(adapter);
      let agree = (): void => undefined;
      el.addEventListener('deal-move', (event) =>
        event.waitUntil(new Promise<never>((_, reject) => (agree = () => reject(new Error('Ask Maya'))))),
      );
      await choose(el, 'd1', 'd4');
      const [x, y] = middle(card(el, 'd1'));
      const below = card(el, 'd3').getBoundingClientRect();
      await sendMouse({ type: 'move', position: [x, y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x + 12, y + 6] });
      await settled(el);
      await sendMouse({ type: 'move', position: [x, Math.round(below.top + 8)] });
      await waitUntil(() => stage(el, 0).querySelector('.slot:not([hidden])') !== null);
      await settled(el);
      await sendMouse({ type: 'up' });
      await waitUntil(() => cards(el, 0).join() === 'd2,d1,d4,d3', 'while the page is asked');
      expect(cards(el, 2)).to.deep.equal(['d5']);
      expect(seen.count).to.equal(0);
      agree();
      await waitUntil(() => cards(el, 0).join() === 'd1,d2,d3', 'the page said no');
      expect(cards(el, 2)).to.deep.equal(['d4', 'd5']);
      expect(seen.count).to.equal(0);
    });

    it('those put on Lost are out of their places until the reason is said', async () => {
      const { el, adapter } = await stand();
      const seen = commits(adapter);
      await choose(el, 'd1', 'd2');
      await hold(el, 'd2', one(el, '[data-zone=lost]'));
      await sendMouse({ type: 'up' });
      await waitUntil(() => asks(el) !== null, 'it asks');
      await settled(el);
      expect(all(el, '.card[data-gone]').map((each) => each.dataset['id'])).to.have.members(['d1', 'd2']);
      await press(el, 'Escape');
      await waitUntil(() => all(el, '[data-gone]').length === 0, 'they are back');
      asBefore(el);
      expect(seen.count).to.equal(0);
    });
  });
});
