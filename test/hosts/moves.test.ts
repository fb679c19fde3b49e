/** R34: hosts move elements about: keyed lists and portals by `append`, newer ones by `moveBefore`, old ones by their markup. */
import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { CrmProvider } from '../../src/elements/crm-provider/crm-provider.js';
import { handsCode as boardHands } from '../../src/elements/deal-pipeline/code.js';
import { DealPipeline } from '../../src/elements/deal-pipeline/deal-pipeline.js';
import { leadDetailCode } from '../../src/elements/lead-detail/code.js';
import { LeadDetail } from '../../src/elements/lead-detail/lead-detail.js';
import { handsCode as inboxHands } from '../../src/elements/lead-inbox/code.js';
import { LeadInbox } from '../../src/elements/lead-inbox/lead-inbox.js';
import { aDeal, creation } from '../../src/testing/fixtures.js';
import { fetched } from '../support/code.js';
import { middle, skip } from '../support/commands.js';
import { memoryWith } from '../shared/support/stand.js';

for (const [tag, element] of [
  ['crm-provider', CrmProvider],
  ['lead-inbox', LeadInbox],
  ['lead-detail', LeadDetail],
  ['deal-pipeline', DealPipeline],
] as const)
  customElements.define(tag, element);

type Movable = ParentNode & { moveBefore?(node: Node, before: Node | null): void };
const moves: Record<string, (to: HTMLElement, element: Element) => void> = {
  append: (to, element) => to.append(element),
  ...('moveBefore' in Element.prototype && {
    moveBefore: (to: HTMLElement, element: Element) => (to as Movable).moveBefore(element, null),
  }),
};

describe('an element that is moved by its page', () => {
  let provider: CrmProvider;
  let [left, right]: [HTMLElement, HTMLElement] = [document.body, document.body];
  const root = (element: Element): ShadowRoot => element.shadowRoot!;
  const part = <E extends HTMLElement = HTMLElement>(element: Element, css: string): Promise<E> =>
    waitUntil(() => root(element).querySelector(css), `${css} is there`).then(() =>
      root(element).querySelector<E>(css)!,
    );

  // Not about waiting for them: what a hand does is fetched after the first paint.
  before(() => fetched(boardHands, inboxHands, leadDetailCode));
  beforeEach(async () => {
    provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(3, [creation('deal', aDeal({ title: 'Roof' }))]);
    [left, right] = [document.createElement('div'), document.createElement('div')];
    provider.append(left, right);
    document.body.append(provider);
  });
  afterEach(async () => {
    await resetMouse();
    provider.remove();
  });

  it('R34: by moveBefore a card that is held stays in the hand, and is dropped as if nothing had been', async function () {
    if (!('moveBefore' in Element.prototype)) skip(this, 'this browser has no moveBefore');
    const board = document.createElement('deal-pipeline');
    board.style.blockSize = '400px';
    left.append(board);
    const card = await part(board, '.card[data-id]');
    await sendMouse({ type: 'move', position: middle(card) });
    await sendMouse({ type: 'down' });
    const [x, y] = middle(card);
    await sendMouse({ type: 'move', position: [x + 14, y + 6] });
    await waitUntil(() => root(board).querySelector('.drag-ghost'), 'it is held');
    moves['moveBefore']!(right, board);
    await board.updateComplete;
    expect(root(board).querySelector('.drag-ghost')).to.exist;
    const stages = [...root(board).querySelectorAll('.stage .cards')];
    await sendMouse({ type: 'move', position: middle(stages[1]!) });
    await sendMouse({ type: 'up' });
    await waitUntil(() => stages[1]!.querySelector('.card[data-id]'), 'it is in the second stage');
  });

  for (const [way, move] of Object.entries(moves))
    describe(`by ${way}`, () => {
      const press = async (element: Element, css: string): Promise<void> => (await part(element, css)).click();
      const focused = (element: Element): Element | null => root(element).activeElement;
      /** Moves it, and lets the browser draw it where it is now. */
      const moved = async (element: Element): Promise<void> => {
        move(right, element);
        await nextFrame();
        await nextFrame();
      };

      it('R34: an open dialog stays open, with what is typed and the focus', async () => {
        const inbox = document.createElement('lead-inbox');
        left.append(inbox);
        await part(inbox, '.lrow[data-id]');
        await press(inbox, '.inbox-head .split > button');
        const field = await part<HTMLInputElement>(inbox, 'dialog[open] #add-title');
        field.focus();
        await sendKeys({ type: 'half a ' });
        await moved(inbox);
        expect(root(inbox).querySelector('dialog')!.matches(':modal')).to.equal(true);
        expect(focused(inbox) === field).to.equal(true);
        await sendKeys({ type: 'word' });
        expect(field.value).to.equal('half a word');
      });

      it('R34: an open menu stays open, and goes on by its keys', async () => {
        const inbox = document.createElement('lead-inbox');
        left.append(inbox);
        await part(inbox, '.lrow[data-id]');
        await press(inbox, '.toolbar [data-more]');
        await part(inbox, '.menu [data-id=export]');
        const items = [...root(inbox).querySelectorAll<HTMLElement>('.menu:popover-open [data-id]')];
        const item = items[0]!;
        expect(focused(inbox) === item).to.equal(true);
        await moved(inbox);
        expect(item.closest('.menu')!.matches(':popover-open')).to.equal(true);
        expect(focused(inbox) === item).to.equal(true);
        await sendKeys({ press: 'ArrowDown' });
        expect(focused(inbox) === items[1], 'the next item').to.equal(true);
        const menu = item.closest('.menu')!.getBoundingClientRect();
        const opener = root(inbox).querySelector('.toolbar [data-more]')!.getBoundingClientRect();
        expect(Math.abs(menu.right - opener.right), 'it stands at its opener').to.be.below(2);
        await sendKeys({ press: 'Escape' });
        expect(focused(inbox)).to.have.attribute('data-more');
      });

      it('R34: a label that is being named keeps its name', async () => {
        const inbox = document.createElement('lead-inbox');
        left.append(inbox);
        await part(inbox, '.lrow[data-id]');
        await press(inbox, '.lrow[data-id] [data-do=select]');
        await press(inbox, '.bulk [data-bulk=label]');
        await part(inbox, '.menu input');
        await sendKeys({ type: 'half' });
        await sendKeys({ press: 'Enter' });
        const field = await part<HTMLInputElement>(inbox, '#label-name');
        await waitUntil(() => focused(inbox) === field, 'the name has the focus');
        await sendKeys({ press: 'End' });
        await moved(inbox);
        expect(field.isConnected && field.checkVisibility()).to.equal(true);
        expect(focused(inbox) === field).to.equal(true);
        await sendKeys({ type: ' a name' });
        expect(field.value).to.equal('half a name');
      });

      it('R34: a note that is being written keeps its text and the focus', async () => {
        const detail = document.createElement('lead-detail');
        detail.leadId = 'lead-1';
        left.append(detail);
        const field = await part<HTMLTextAreaElement>(detail, '#new-note');
        field.focus();
        await sendKeys({ type: 'wants a pri' });
        await moved(detail);
        expect(field.isConnected).to.equal(true);
        expect(focused(detail) === field).to.equal(true);
        await sendKeys({ type: 'ce' });
        expect(field.value).to.equal('wants a price');
      });
    });

  it('R34: moved to another provider it shows what that one holds', async () => {
    const inbox = document.createElement('lead-inbox');
    left.append(inbox);
    await waitUntil(() => inbox.shadowRoot?.querySelectorAll('.lrow[data-id]').length === 3);
    const other = document.createElement('crm-provider');
    other.adapter = await memoryWith(1);
    provider.after(other);
    for (const move of Object.values(moves)) {
      move(other, inbox);
      await waitUntil(() => root(inbox).querySelectorAll('.lrow[data-id]').length === 1, 'one lead over there');
      move(left, inbox);
      await waitUntil(() => root(inbox).querySelectorAll('.lrow[data-id]').length === 3, 'three leads here');
    }
    other.remove();
  });

  it('R34: made anew from its own markup, the new ones show the same, and nothing is thrown', async () => {
    const errors: unknown[] = [];
    const hear = (event: Event): void => void errors.push(event);
    for (const name of ['error', 'unhandledrejection']) window.addEventListener(name, hear, { capture: true });
    left.innerHTML =
      '<lead-inbox></lead-inbox><lead-detail lead-id="lead-1"></lead-detail><deal-pipeline></deal-pipeline>';
    for (let round = 0; round < 3; round++) {
      const [inbox, detail, board] = ['lead-inbox', 'lead-detail', 'deal-pipeline'].map((tag) =>
        left.querySelector(tag)!,
      );
      await part(inbox!, '.lrow[data-id]');
      await waitUntil(() => root(detail!).textContent?.includes('Lead 1'));
      await part(board!, '.card[data-id]');
      left.innerHTML = String(left.innerHTML);
    }
    for (const name of ['error', 'unhandledrejection']) window.removeEventListener(name, hear, { capture: true });
    expect(errors).to.deep.equal([]);
  });
});
