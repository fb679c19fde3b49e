import { expect } from '@open-wc/testing';
import { leadOf } from '../../src/shared/row-geometry.js';

/** Pixels drawn ahead after each of these steps. */
function leads(steps: readonly number[], most = 1200): number[] {
  let before = 0;
  return steps.map((step) => (before = leadOf(step, before, most)));
}

describe('how far rows are drawn ahead of a scroll', () => {
  it('begins with two steps, grows by half a step a frame, and ends at five', () => {
    expect(leads(Array<number>(8).fill(100))).to.deep.equal([200, 250, 300, 350, 400, 450, 500, 500]);
  });

  it('brings after a frame that was left out little more than that frame has passed', () => {
    const [before, after] = leads([...Array<number>(8).fill(100), 200, 100]).slice(-3);
    expect(after! - before!).to.be.at.most(100);
  });

  it('stays as it is while one slows down, and begins anew where one stops or turns round', () => {
    expect(leads([100, 100, 100, 20, 20])).to.deep.equal([200, 250, 300, 300, 300]);
    expect(leads([100, 100, -100, -100])).to.deep.equal([200, 250, -200, -250]);
    expect(leads([100, 0, 100]).map(Math.abs)).to.deep.equal([200, 0, 200]);
  });

  it('never takes more than it is given', () => {
    expect(leads([5000, 5000])).to.deep.equal([1200, 1200]);
    expect(leads([-5000, -5000])).to.deep.equal([-1200, -1200]);
  });
});
