/** Whoever presses a card before the code that answers it has come: what is pressed is kept, with its card. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { handsCode } from '../../src/elements/deal-pipeline/code.js';
import { aDeal, creation } from '../../src/testing/fixtures.js';
import { memoryWith } from '../shared/support/stand.js';

describe('a board that somebody presses at once', () => {
  // Code is fetched once for a page: one test.
  it('opens the deal, and the menu of a card, when what does that has come', async () => {
    const provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(3, [creation('deal', aDeal({ title: 'Roof' }))]);
    const board = document.createElement('deal-pipeline');
    board.style.blockSize = '400px';
    const opened: (string | null)[] = [];
    board.addEventListener('deal-open', (event) =>
      opened.push((event as CustomEvent<{ id: string | null }>).detail.id),
    );
    provider.append(board);
    document.body.append(provider);
    const root = board.shadowRoot!;
    const card = (): HTMLElement | null => root.querySelector<HTMLElement>('.card[data-id]');
    for (let frame = 0; frame < 600 && !card(); frame++) await new Promise(requestAnimationFrame);
    expect(handsCode.here, 'it is painted without').to.equal(undefined);
    const id = card()!.dataset['id'];

    card()!.querySelector<HTMLElement>('.title')!.click();
    const menu = new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true });
    card()!.dispatchEvent(menu);
    expect(menu.defaultPrevented, 'the browser’s own menu does not come').to.equal(true);

    await waitUntil(() => opened.length === 1, 'it is opened');
    expect(opened).to.deep.equal([id]);
    await waitUntil(() => root.querySelector('.menu:popover-open .menu-item'), 'its menu is open');
    provider.remove();
  });
});
