import { expect, fixture, html } from '@open-wc/testing';
import { AutoScroll } from '../../src/shared/drag-scroll.js';

async function box(): Promise<HTMLElement> {
  return fixture<HTMLElement>(html`<div style="inline-size: 200px; block-size: 300px; overflow: auto">
    <div style="block-size: 9000px"></div>
  </div>`);
}

/** How far it is scrolled by frames at these instants, with something held near its lower edge. */
async function scrolled(...frames: number[]): Promise<number> {
  const element = await box();
  const { left, bottom } = element.getBoundingClientRect();
  const scroll = new AutoScroll();
  for (const now of frames) scroll.step([element], { x: left + 50, y: bottom - 4 }, now);
  return element.scrollTop;
}

const every = (ms: number): number[] => Array.from({ length: 960 / ms + 1 }, (_, at) => at * ms);

describe('AutoScroll', () => {
  it('goes as far in a second by few frames as by many', async () => {
    const usual = await scrolled(...every(16));
    expect(usual).to.be.within(800, 1200);
    for (const ms of [8, 32, 96]) expect(await scrolled(...every(ms)), `a frame in ${ms} ms`).to.be.closeTo(usual, 80);
  });

  it('goes on where several frames have the same instant', async () => {
    const usual = await scrolled(...every(16));
    // As Firefox tells time with its protection against recognition: in steps of 100 ms, six frames each.
    const steps = every(16).map((now) => Math.floor(now / 96) * 96);
    expect(await scrolled(...steps)).to.be.closeTo(usual, 120);
    const element = await box();
    const { left, bottom } = element.getBoundingClientRect();
    const scroll = new AutoScroll();
    for (const now of [100, 100, 100])
      expect(scroll.step([element], { x: left + 50, y: bottom - 4 }, now), 'ask again').to.equal(true);
  });

  it('leaps nowhere after a stall, or where it begins again', async () => {
    expect(await scrolled(0, 5000)).to.be.below(150);
    const element = await box();
    const { left, top, bottom } = element.getBoundingClientRect();
    const scroll = new AutoScroll();
    scroll.step([element], { x: left + 50, y: bottom - 4 }, 0);
    scroll.step([element], { x: left + 50, y: top + 150 }, 16);
    const before = element.scrollTop;
    scroll.step([element], { x: left + 50, y: bottom - 4 }, 90);
    expect(element.scrollTop - before).to.be.within(1, 20);
  });
});
