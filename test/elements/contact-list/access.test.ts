import { expect } from '@open-wc/testing';
import { all, click, names, one, press, row, settled, stand, text, waitUntil } from './support.js';

/** Every button of that bar is seen whole. */
function inSight(el: HTMLElement, bar: string): void {
  const box = one(el, bar).getBoundingClientRect();
  for (const button of all(el, `${bar} button`).filter((each) => each.checkVisibility())) {
    const { left, right } = button.getBoundingClientRect();
    expect(left, text(button)).to.be.at.least(box.left - 1);
    expect(right, text(button)).to.be.at.most(box.right + 1);
  }
}

describe('<contact-list> for everybody', () => {
  for (const theme of ['light', 'dark'] as const)
    it(`has no accessibility violation in the ${theme}: list, chosen, form, empty`, async function () {
      this.timeout(60_000);
      const { el } = await stand(undefined, { theme });
      await waitUntil(() => text(row(el, 'ada')).includes('1 open deal'), 'all is there');
      await expect(el).to.be.accessible();
      await click(row(el, 'ada').querySelector('.check')!);
      await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
      await expect(el).to.be.accessible();
      await click(one(el, '[data-add]'));
      await waitUntil(() => all(el, 'dialog[open] #add-name').length === 1, 'the form is there');
      await expect(el).to.be.accessible();
      const empty = await stand([], { theme });
      await expect(empty.el).to.be.accessible();
    });

  for (const lang of ['en', 'tr'])
    for (const width of [390, 320])
      it(`is a list of cards at ${width} px, with nothing cut off (${lang})`, async () => {
        const { el } = await stand(undefined, { width, set: (list) => (list.lang = lang) });
        await waitUntil(
          () => text(one(el, '.title')) === (lang === 'en' ? 'Contacts' : 'Kişiler ve kuruluşlar'),
          'the words have come',
        );
        await settled(el);
        for (const bar of ['.toolbar', '.list-head']) inSight(el, bar);
        const list = one(el, '.list');
        expect(list.scrollWidth).to.equal(list.clientWidth);
        expect(one(el, '.lrow--head').checkVisibility()).to.equal(false);
        const ada = row(el, 'ada');
        for (const part of ['.org', '.mail']) expect(ada.querySelector(part)!.checkVisibility(), part).to.equal(true);
        await click(ada.querySelector('.check')!);
        await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
        await settled(el);
        inSight(el, '.bulk');
      });

  it('puts the bar over the selection where the toolbar was: no row moves', async () => {
    const { el } = await stand();
    const before = row(el, 'ada').getBoundingClientRect().top;
    await click(row(el, 'ada').querySelector('.check')!);
    await waitUntil(() => all(el, '.bulk').length === 1, 'the bar is there');
    await settled(el);
    expect(row(el, 'ada').getBoundingClientRect().top).to.equal(before);
  });

  it('runs from right to left where the page does', async () => {
    const { el } = await stand(undefined, { dir: 'rtl' });
    const box = row(el, 'ada').getBoundingClientRect();
    const side = (selector: string): number => row(el, 'ada').querySelector(selector)!.getBoundingClientRect().left;
    expect(side('.check')).to.be.greaterThan(box.left + box.width / 2);
    expect(side('.age')).to.be.lessThan(box.left + box.width / 2);
  });

  it('is one tab stop: rows, and up from the first to the heads', async () => {
    const { el } = await stand();
    el.focus();
    await waitUntil(() => el.shadowRoot!.activeElement?.getAttribute('data-id') === 'ada', 'the first row has it');
    expect(all(el, '.grid [tabindex="0"]').length).to.equal(1);
    await press('ArrowUp');
    await press('ArrowRight');
    expect(el.shadowRoot!.activeElement?.matches('.lrow--head button')).to.equal(true);
    await press('ArrowRight');
    await press('Enter');
    await waitUntil(() => names(el)[0] === 'Şule Çınar', 'sorted by the organization');
  });
});
