import { expect, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import * as cardMoving from '../../src/shared/card-moving.js';
import { Code } from '../../src/shared/code.js';
import { RowWindow } from '../../src/shared/row-window.js';
import type { RowWindowOptions } from '../../src/shared/row-window.js';
import { stage } from './stage.js';
import { here, scroller } from './support/row-stage.js';

describe('RowWindow over cards', () => {
  const heights = { tall: 120, short: 60 };
  const kindOf = (index: number): keyof typeof heights => (index % 3 === 0 ? 'tall' : 'short');

  it('places cards of different heights one below the other, from a guess', async () => {
    let column!: RowWindow;
    const host = await stage((self) => {
      column = new RowWindow(self, {
        moving: here(cardMoving),
        cards: { kindOf, estimate: 90, gap: 8 },
        role: 'list',
        row: (index) =>
          html`<article role="listitem" data-index=${index} ${ref((card) => card && ((card as HTMLElement).style.blockSize = `${heights[kindOf(index)]}px`))}>Card ${index}</article>`,
      });
      column.count = 3000;
      return () => html`<div class="win win--cards" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    const check = (first: number) => {
      const cards = host.$$('article');
      const view = scroller(host).getBoundingClientRect();
      expect(
        cards.some(
          (card) => Number(card.dataset['index']) === first && card.getBoundingClientRect().top >= view.top - 1,
        ),
      ).to.equal(true);
      for (let at = 1; at < cards.length; at++) {
        const gap = cards[at]!.getBoundingClientRect().top - cards[at - 1]!.getBoundingClientRect().bottom;
        expect(Math.abs(gap - 8)).to.be.below(1);
      }
      expect(cards.at(-1)!.getBoundingClientRect().bottom).to.be.at.least(view.bottom - 8);
    };
    check(0);
    expect(host.$('.win-space').offsetHeight).to.equal(1000 * (128 + 68 + 68));
    column.scrollTo(1500, 'start');
    await nextFrame();
    check(1500);
  });

  it('leaves the first cards where the browser has laid them out', async () => {
    const moving: RowWindowOptions['moving'] = new Code(() => Promise.resolve(cardMoving));
    let column!: RowWindow;
    // Heights that are no whole pixels, as lines of text have them.
    const height = (index: number): number => 60.4 + (index % 3) * 20.3;
    const host = await stage((self) => {
      column = new RowWindow(self, {
        moving,
        cards: { kindOf: (index) => `${index % 3}`, guess: height, estimate: 90, gap: 8 },
        role: 'list',
        row: (index) =>
          html`<article role="listitem" data-index=${index} ${ref((card) => card && ((card as HTMLElement).style.blockSize = `${height(index)}px`))}>Card ${index}</article>`,
      });
      column.count = 300;
      return () =>
        html`<div class="win win--cards" style="--_gap: 8px" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    const before = host.$$('article').map((card) => [card, card.getBoundingClientRect().top] as const);
    expect(before.length).to.be.within(4, 7);
    moving.give(cardMoving);
    host.requestUpdate();
    await host.updateComplete;
    for (const [card, top] of before)
      expect(Math.abs(card.getBoundingClientRect().top - top), card.textContent).to.be.at.most(0.6);
    expect(host.$$('article').length).to.be.above(before.length);
  });

  it('measures what stands there now, where a place is asked for before the element is drawn again', async () => {
    let kind: keyof typeof heights = 'short';
    let column!: RowWindow;
    const host = await stage((self) => {
      column = new RowWindow(self, {
        moving: here(cardMoving),
        cards: { kindOf: () => kind, estimate: 40 },
        role: 'list',
        row: (index) =>
          html`<article role="listitem" data-index=${index} ${ref((card) => card && ((card as HTMLElement).style.blockSize = `${heights[kind]}px`))}>Card ${index}</article>`,
      });
      column.count = 500;
      return () => html`<div class="win win--cards" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    expect(host.$('.win-space').offsetHeight).to.equal(500 * 60);
    kind = 'tall';
    column.scrollTo(300, 'start');
    expect(host.$('.win-space').offsetHeight).to.equal(500 * 120);
    const shown = host.$('[data-index="300"]').getBoundingClientRect().top;
    expect(shown - scroller(host).getBoundingClientRect().top, 'it stands at the top').to.be.within(-1, 1);
  });

  it('stands right at a width that it has had before', async () => {
    let column!: RowWindow;
    const host = await stage((self) => {
      column = new RowWindow(self, {
        moving: here(cardMoving),
        cards: { kindOf: (index) => `${index % 3}`, estimate: 90, gap: 8 },
        role: 'list',
        // Words that need more lines where there is less room.
        row: (index) => html`<article role="listitem">${'an oar '.repeat(3 + (index % 3) * 9)}</article>`,
      });
      column.count = 300;
      return () =>
        html`<div class="win win--cards" style="--_gap: 8px" ${ref(column.scroller)}>${column.render()}</div>`;
    });
    const box = scroller(host);
    const at = async (width: number): Promise<string> => {
      box.style.inlineSize = `${width}px`;
      // The observer tells of it in this frame, and what is measured is drawn in the next.
      for (let frame = 0; frame < 3; frame++) await nextFrame();
      const cards = host.$$('article').map((card) => card.getBoundingClientRect());
      for (let n = 1; n < cards.length; n++)
        expect(cards[n]!.top - cards[n - 1]!.bottom, `below card ${n} at ${width}`).to.be.within(7, 9);
      return cards.map(({ height }) => Math.round(height)).join();
    };
    const wide = await at(225);
    const narrow = await at(187);
    expect(narrow).not.to.equal(wide);
    expect(await at(225)).to.equal(wide);
    expect(await at(187)).to.equal(narrow);
  });
});
