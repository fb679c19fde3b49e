import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cutsRing } from '../../support/ring.js';
import {
  all,
  click,
  focused,
  focusedId,
  one,
  row,
  settled,
  stand,
  text,
  threeLeads,
  still,
  waitUntil,
} from './support.js';

describe('<lead-inbox> for everybody', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`has no accessibility violation in the ${theme}: list, selection, empty, adding`, async function () {
      this.timeout(60_000);
      const { inbox } = await stand(threeLeads(), { theme });
      await expect(inbox).to.be.accessible();
      await click(row(inbox, 'late').querySelector('.check')!);
      await waitUntil(() => all(inbox, '.bulk').length === 1);
      await expect(inbox).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'n' });
      await waitUntil(() => all(inbox, 'dialog[open]').length === 1, 'the dialog is there');
      await still(inbox);
      await expect(inbox).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      const empty = await stand([], { theme });
      await expect(empty.inbox).to.be.accessible();
    });
  }

  it('shows the whole ring of the focus around its chips', async () => {
    const { inbox } = await stand(threeLeads());
    for (const chip of all(inbox, '.toolbar .chip')) expect(cutsRing(chip), text(chip)).to.equal('');
  });

  it('speaks Turkish, in its own words and numbers', async () => {
    const { inbox } = await stand(threeLeads(), { lang: 'tr' });
    await waitUntil(() => text(one(inbox, 'h2')) === 'Fırsatlar', 'the words have come');
    expect(text(row(inbox, 'late'))).to.contain('3 gün');
    expect(text(row(inbox, 'none'))).to.contain('₺5.000');
    await waitUntil(() => text(one(inbox, '.foot')).includes('3 fırsat'));
  });

  it('runs from right to left where the page does', async () => {
    const { inbox } = await stand(threeLeads(), { dir: 'rtl' });
    const box = row(inbox, 'late').getBoundingClientRect();
    const check = row(inbox, 'late').querySelector('.check')!.getBoundingClientRect();
    const age = row(inbox, 'late').querySelector('.age')!.getBoundingClientRect();
    expect(check.left).to.be.greaterThan(box.left + box.width / 2);
    expect(age.right).to.be.lessThan(box.left + box.width / 2);
  });

  it('says how many are selected in the order of its words, also where the page runs from right to left', async () => {
    const { inbox } = await stand(threeLeads(), { dir: 'rtl' });
    await click(row(inbox, 'late').querySelector('.check')!);
    await waitUntil(() => all(inbox, '.bulk b').length === 1);
    const walker = document.createTreeWalker(one(inbox, '.bulk b'), NodeFilter.SHOW_TEXT);
    let words = walker.nextNode() as Text;
    while (!words.data.includes('1 selected')) words = walker.nextNode() as Text;
    const at = words.data.indexOf('1');
    const left = (from: number, to: number): number => {
      const range = document.createRange();
      range.setStart(words, at + from);
      range.setEnd(words, at + to);
      return range.getBoundingClientRect().left;
    };
    expect(left(0, 1)).to.be.lessThan(left(2, 10));
  });

  for (const lang of ['en', 'tr'])
    it(`keeps every button over selected leads in sight at 320 px (${lang})`, async () => {
      const { inbox } = await stand(threeLeads(), { width: 320, lang });
      await click(row(inbox, 'late').querySelector('.check')!);
      const [convert, selected] = lang === 'en' ? ['Convert', '1 selected'] : ['Dönüştür', '1 seçili'];
      await waitUntil(() => text(one(inbox, '.bulk')).includes(selected), 'the words have come');
      const bar = one(inbox, '.bulk').getBoundingClientRect();
      const buttons = all(inbox, '.bulk button').filter((each) => each.checkVisibility());
      expect(buttons).to.have.length(4);
      for (const button of buttons) {
        const { left, right } = button.getBoundingClientRect();
        expect(left, text(button)).to.be.at.least(bar.left);
        expect(right, text(button)).to.be.at.most(bar.right);
      }
      expect(one(inbox, '[data-bulk=convert]').innerText.trim()).to.equal(convert);
    });

  for (const width of [390, 570, 650])
    it(`has the search in a line of its own at ${width} px, whatever the counts are`, async () => {
      const { inbox } = await stand(threeLeads(), { width });
      await settled(inbox);
      const search = one(inbox, '.inbox-head .input').getBoundingClientRect();
      expect(search.top).to.be.at.least(one(inbox, '.seg').getBoundingClientRect().bottom);
      expect(search.width).to.be.greaterThan(width - 60);
    });

  it('is a list of cards at 390 px, without anything cut off at its side', async () => {
    const { inbox } = await stand(threeLeads(), { width: 390 });
    await settled(inbox);
    await waitUntil(() => row(inbox, 'late').getBoundingClientRect().height > 80, 'the rows are cards');
    const list = one(inbox, '.list');
    expect(list.scrollWidth).to.equal(list.clientWidth);
    expect(one(inbox, '.lrow--head').checkVisibility()).to.equal(false);
    expect(text(row(inbox, 'late'))).to.contain('€1,200');
    await expect(inbox).to.be.accessible();
  });

  it('shows the open lead alone at 390 px', async () => {
    const { inbox } = await stand(threeLeads(), {
      width: 390,
      setUp: (element) => {
        const detail = document.createElement('section');
        detail.slot = 'detail';
        detail.textContent = 'the lead';
        element.append(detail);
      },
    });
    await click(row(inbox, 'late').querySelector('.lead button')!);
    await waitUntil(() => all(inbox, '.side').length === 1);
    expect(one(inbox, '.list').checkVisibility()).to.equal(false);
    await waitUntil(() => focused(inbox)?.matches('.side'), 'the focus has gone along');
    inbox.querySelector('[slot=detail]')!.dispatchEvent(new Event('detail-close', { bubbles: true }));
    await waitUntil(() => one(inbox, '.list').checkVisibility());
    await waitUntil(() => focusedId(inbox) === 'late', 'and back to its row');
  });

  it('survives two hundred changes of its size without an error of the page', async () => {
    const { inbox } = await stand(threeLeads());
    const errors: string[] = [];
    const hear = (event: ErrorEvent): void => void errors.push(event.message);
    window.addEventListener('error', hear, { capture: true });
    const frame = inbox.parentElement!;
    for (let i = 0; i < 200; i++) {
      frame.style.inlineSize = `${400 + (i % 20) * 40}px`;
      await new Promise(requestAnimationFrame);
    }
    window.removeEventListener('error', hear, { capture: true });
    expect(errors).to.deep.equal([]);
  });
});
