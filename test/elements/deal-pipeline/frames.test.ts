import { expect } from '@open-wc/testing';
import { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { focusCard, press, settled, stand } from './support.js';

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Counts how often the element is drawn. */
function drawings(el: DealPipeline): { count: number } {
  const seen = { count: 0 };
  const { updated } = DealPipeline.prototype as unknown as { updated: (this: DealPipeline) => void };
  Object.assign(el, {
    updated() {
      seen.count++;
      updated.call(el);
    },
  });
  return seen;
}

/** Asks for a drawing with each of five steps of one task. */
async function fiveSteps(el: DealPipeline): Promise<void> {
  for (let step = 0; step < 5; step++) {
    el.requestUpdate();
    for (let i = 0; i < 10; i++) await Promise.resolve();
  }
}

/** A board with a card in hand. */
async function lifted(): Promise<DealPipeline> {
  const { el } = await stand();
  await focusCard(el, 'd1');
  await press(el, ' ');
  await settled(el);
  expect(el.matches(':state(lifted)')).to.equal(true);
  return el;
}

describe('<deal-pipeline> and frames, while a card is moved', () => {
  it('draws the first of what comes up at once, and the rest once, in the frame that shows it', async () => {
    const el = await lifted();
    await frame();
    await frame();
    const drawn = drawings(el);
    await fiveSteps(el);
    expect(drawn.count).to.equal(1);
    await frame();
    await Promise.resolve();
    expect(drawn.count).to.equal(2);
  });

  it('draws also where the page makes no frames', async () => {
    const el = await lifted();
    await frame();
    await frame();
    const real = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = () => 0;
    try {
      const drawn = drawings(el);
      await fiveSteps(el);
      await el.updateComplete;
      expect(drawn.count).to.equal(2);
    } finally {
      globalThis.requestAnimationFrame = real;
    }
  });
});
