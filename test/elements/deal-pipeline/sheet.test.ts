import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { browser, middle, orSkip, touch, touchscreen } from '../../support/commands.js';
import {
  all,
  card,
  cards,
  click,
  focusCard,
  focusedId,
  one,
  settled,
  sixDeals,
  stand,
  stored,
  text,
  toast,
} from './support.js';

const open = '.menu:popover-open';
const at = (element: Element): { x: number; y: number } => {
  const [x, y] = middle(element);
  return { x, y };
};
const tap = (element: Element): Promise<void> => touch({ type: 'start', ...at(element) }, { type: 'end' });

/** "Move to" of a card by its key, standing still. */
async function moveMenu(el: DealPipeline, id: string): Promise<HTMLElement> {
  await focusCard(el, id);
  await sendKeys({ press: 'm' });
  await waitUntil(() => all(el, open).length === 1, 'the menu is open');
  const menu = one(el, open);
  await Promise.all(menu.getAnimations().map((animation) => animation.finished));
  return menu;
}

describe('<deal-pipeline> "Move to" as a sheet', () => {
  afterEach(async () => {
    if (browser === 'chromium') await touchscreen(false);
  });

  it('stands along the lower edge of a narrow board, whatever the width of the window, with rows for a thumb', async () => {
    const { el } = await stand(sixDeals(), { width: 390 });
    const sheet = await moveMenu(el, 'd2');
    const [box, board] = [sheet.getBoundingClientRect(), el.getBoundingClientRect()];
    expect(window.innerWidth).to.be.above(660);
    expect(box.left).to.be.closeTo(board.left, 1);
    expect(box.right).to.be.closeTo(board.right, 1);
    expect(box.bottom).to.be.closeTo(board.bottom, 1);
    for (const item of all(el, `${open} .menu-item`)) expect(item.offsetHeight, text(item)).to.be.at.least(44);
    expect(getComputedStyle(sheet, '::backdrop').backgroundColor, 'a scrim').not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('is a menu at its button on a wide board, and so are the other menus of a narrow one', async () => {
    const wide = await stand(sixDeals(), { width: 900 });
    const menu = await moveMenu(wide.el, 'd2');
    expect(menu.getBoundingClientRect().width).to.be.below(400);
    expect(menu.getBoundingClientRect().bottom).not.to.be.closeTo(wide.el.getBoundingClientRect().bottom, 1);
    wide.el.remove();
    const narrow = await stand(sixDeals(), { width: 390 });
    await click(card(narrow.el, 'd1').querySelector('[data-do=menu]')!);
    expect(one(narrow.el, open).getBoundingClientRect().width).to.be.below(330);
  });

  it('comes lower than its board where the board is too low for it', async () => {
    const { el } = await stand(sixDeals(), { width: 390, height: 320 });
    const sheet = await moveMenu(el, 'd2');
    const box = sheet.getBoundingClientRect();
    expect(box.top).to.be.at.least(0);
    expect(box.bottom).to.be.at.most(window.innerHeight);
    for (const item of all(el, `${open} .menu-item`))
      expect(item.getBoundingClientRect().bottom, text(item)).to.be.at.most(box.bottom);
  });

  it('names the stages, then Won, Lost and the way back, and moves by keys', async () => {
    const { el } = await stand(sixDeals(), { width: 390 });
    await moveMenu(el, 'd2');
    expect(all(el, `${open} .menu-item`).map(text)).to.deep.equal([
      'Qualified now',
      'Contact made',
      'Proposal sent',
      'Contract out',
      'Won',
      'Lost',
      'Back to leads',
    ]);
    expect(text(el.shadowRoot!.activeElement!)).to.equal('Qualified now');
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await sendKeys({ press: key });
    await waitUntil(() => cards(el, 2).includes('d2'));
    await waitUntil(() => focusedId(el) === 'd2', 'the focus follows its card');
  });

  it('wins and asks why a deal is lost, as the zones do while one drags', async () => {
    const { el, adapter } = await stand(sixDeals(), { width: 390 });
    await moveMenu(el, 'd2');
    for (const key of ['End', 'ArrowUp', 'ArrowUp', 'Enter']) await sendKeys({ press: key });
    await waitUntil(() => toast(el).startsWith('Won: '));
    expect((await stored(adapter, 'd2')).status).to.equal('won');
    await moveMenu(el, 'd1');
    for (const key of ['End', 'ArrowUp', 'Enter']) await sendKeys({ press: key });
    await waitUntil(() => all(el, 'dialog[open]').length === 1, 'the reason is asked for');
    expect(text(one(el, 'dialog[open]'))).to.contain('lost');
  });

  it('gives the focus back on Escape', async () => {
    const { el } = await stand(sixDeals(), { width: 390 });
    await moveMenu(el, 'd2');
    await sendKeys({ press: 'Escape' });
    expect(all(el, open)).to.have.length(0);
    expect(focusedId(el)).to.equal('d2');
  });

  it('is worked by a finger: a tap beside it only puts it away', async function () {
    const { el } = await stand(sixDeals(), { width: 390 });
    const opened: Event[] = [];
    el.addEventListener('deal-open', (event) => opened.push(event));
    await orSkip(this, () => touchscreen(true));
    await settled(el);
    await tap(card(el, 'd1').querySelector('[data-do=menu]')!);
    await waitUntil(() => all(el, open).length === 1);
    await tap(one(el, '.menu [data-id=move]'));
    await waitUntil(() => all(el, `${open}[data-sheet]`).length === 1, 'the sheet');
    await Promise.all(
      one(el, open)
        .getAnimations()
        .map((animation) => animation.finished),
    );
    await tap(card(el, 'd1').querySelector('.title')!);
    await waitUntil(() => all(el, open).length === 0, 'put away');
    await settled(el);
    expect(opened, 'what lies under the scrim was not pressed').to.have.length(0);
    await tap(card(el, 'd1').querySelector('[data-do=menu]')!);
    await waitUntil(() => all(el, open).length === 1);
    await tap(one(el, '.menu [data-id=move]'));
    await waitUntil(() => all(el, `${open}[data-sheet]`).length === 1, 'the sheet again');
    await tap(one(el, `${open} [data-id=stage-3]`));
    await waitUntil(() => cards(el, 3).join() === 'd1');
  });
});
