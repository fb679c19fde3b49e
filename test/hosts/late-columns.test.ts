/** Columns that only those see who have chosen them are fetched then: their rows come with them, and nothing jumps. */
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { ownSetupCode } from '../../src/elements/lead-inbox/own-setup-code.js';
import { memoryWith } from '../shared/support/stand.js';

describe('an inbox with columns of one’s own', () => {
  it('shows its rows when the columns can be shown', async () => {
    const provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(3);
    const inbox = document.createElement('lead-inbox');
    inbox.columns = ['title', 'channel', 'updatedAt'];
    inbox.style.blockSize = '400px';
    provider.append(inbox);
    expect(ownSetupCode.here, 'not fetched by all').to.equal(undefined);
    document.body.append(provider);
    const root = inbox.shadowRoot!;
    const row = (): HTMLElement | null => root.querySelector<HTMLElement>('.lrow[data-id]');
    for (let frame = 0; frame < 600 && !row(); frame++) await new Promise(requestAnimationFrame);
    // In the very frame in which the first row is drawn.
    expect([...root.querySelectorAll('[role=columnheader]')].map((head) => head.textContent?.trim())).to.deep.equal([
      '',
      'Lead',
      'Channel',
      'Last changed',
    ]);
    expect(row()!.querySelectorAll('[role=gridcell]')).to.have.length(4);
    expect(inbox.columns).to.deep.equal(['title', 'channel', 'updatedAt']);
    provider.remove();
  });
});
