/** Whoever goes about in the inbox before the code for it has come: the focus stays, and each press is done to its own row. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { handsCode } from '../../src/elements/lead-inbox/code.js';
import type { LeadInbox } from '../../src/elements/lead-inbox/lead-inbox.js';
import { memoryWith } from '../shared/support/stand.js';

describe('an inbox that somebody goes about in at once', () => {
  // Code is fetched once for a page: one test.
  it('keeps the focus, a key and a press until what they do has come', async () => {
    const provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(4);
    const inbox: LeadInbox = document.createElement('lead-inbox');
    inbox.style.blockSize = '400px';
    provider.append(inbox);
    document.body.append(provider);
    const root = inbox.shadowRoot!;
    const rows = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.lrow[data-id]')];
    for (let frame = 0; frame < 600 && rows().length < 4; frame++) await new Promise(requestAnimationFrame);
    expect(handsCode.here, 'it is painted without').to.equal(undefined);
    expect(
      rows().map(({ tabIndex }) => tabIndex),
      'the first row is the tab stop',
    ).to.deep.equal([0, -1, -1, -1]);
    const [, second, third, last] = rows();
    const ids = rows().map(({ dataset }) => dataset['id']);

    second!.focus();
    last!.querySelector<HTMLElement>('.check')!.click();
    second!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }),
    );
    expect(root.activeElement === second, 'not lost').to.equal(true);
    expect(inbox.selected, 'not yet').to.deep.equal([]);

    await waitUntil(() => inbox.selected?.length === 1, 'it is chosen');
    expect(inbox.selected).to.deep.equal([ids[3]]);
    await waitUntil(() => root.activeElement === third, 'the focus has gone on from where it was');
    await inbox.updateComplete;
    expect(third!.tabIndex).to.equal(0);
    expect(rows()[0]!.tabIndex).to.equal(-1);
    provider.remove();
  });
});
