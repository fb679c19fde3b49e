import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
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
