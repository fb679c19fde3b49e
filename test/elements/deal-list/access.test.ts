import { expect } from '@open-wc/testing';
import { aDeal, creation } from '../../../src/testing/fixtures.js';
import { all, cell, click, one, row, settled, stand, text, waitUntil } from './support.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';

/** Every button of that bar is seen whole. */
function inSight(el: DealList, bar: string): void {
  const box = one(el, bar).getBoundingClientRect();
  const buttons = all(el, `${bar} button`).filter((each) => each.checkVisibility());
  expect(buttons.length).to.be.greaterThan(4);
  for (const button of buttons) {
    const { left, right } = button.getBoundingClientRect();
    expect(left, text(button)).to.be.at.least(box.left);
    expect(right, text(button)).to.be.at.most(box.right);
  }
}

describe('<deal-list> for everybody', () => {
  for (const theme of ['light', 'dark'] as const)
    it(`has no accessibility violation in the ${theme}: list, chosen deals, empty`, async function () {
      this.timeout(60_000);
      const { el } = await stand(undefined, { theme });
      await expect(el).to.be.accessible();
      await click(row(el, 'roof').querySelector('.check')!);
      await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
      await expect(el).to.be.accessible();
      const empty = await stand([], { theme });
      await expect(empty.el).to.be.accessible();
    });

  for (const lang of ['en', 'tr'])
    for (const width of [390, 320])
      it(`is a list of cards at ${width} px, with nothing cut off (${lang})`, async () => {
        const { el } = await stand(undefined, { width, set: (list) => (list.lang = lang) });
        await waitUntil(() => text(one(el, '.seg')).startsWith(lang === 'en' ? 'Open' : 'Açık'), 'the words have come');
        await settled(el);
        inSight(el, '.toolbar');
        const list = one(el, '.list');
        expect(list.scrollWidth).to.equal(list.clientWidth);
        expect(one(el, '.lrow--head').checkVisibility()).to.equal(false);
        await click(row(el, 'roof').querySelector('.check')!);
        await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
        await settled(el);
        inSight(el, '.bulk');
      });

  it('runs from right to left where the page does', async () => {
    const { el } = await stand(undefined, { dir: 'rtl' });
    const box = row(el, 'roof').getBoundingClientRect();
    expect(row(el, 'roof').querySelector('.check')!.getBoundingClientRect().left).to.be.greaterThan(
      box.left + box.width / 2,
    );
    const owner = all(el, '.lrow--head [role=columnheader]').at(-1)!;
    expect(owner.getBoundingClientRect().right).to.be.lessThan(box.left + box.width / 2);
  });

  it('names the weekday of a day of this year; one of another year has its year in its place', async () => {
    const { el } = await stand([
      creation('deal', aDeal({ id: 'soon', stageId: 'stage-0', expectedClose: '2026-12-02' })),
      creation('deal', aDeal({ id: 'late', stageId: 'stage-0', expectedClose: '2027-02-22' })),
    ]);
    expect(cell(el, 'soon', 'Expected close')).to.equal('Wed, Dec 2');
    expect(cell(el, 'late', 'Expected close')).to.equal('Feb 22, 2027');
  });
});
