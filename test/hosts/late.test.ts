/** What an element can do comes after it has been painted. Whoever is quicker is not left standing: it is done once it has come. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { CrmProvider } from '../../src/elements/crm-provider/crm-provider.js';
import { handsCode as boardCode } from '../../src/elements/deal-pipeline/code.js';
import { leadDetailCode } from '../../src/elements/lead-detail/code.js';
import { handsCode as inboxCode } from '../../src/elements/lead-inbox/code.js';
import type { Code } from '../../src/shared/code.js';
import { toldCode } from '../../src/shared/telling.js';
import { aDeal, creation } from '../../src/testing/fixtures.js';
import { memoryWith } from '../shared/support/stand.js';

/** In the very frame in which something is drawn: before the browser has been idle. */
async function drawn(root: ShadowRoot, selector: string): Promise<HTMLElement> {
  for (let frame = 0; frame < 600; frame++) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`${selector} was not drawn`);
}

describe('an element whose hands are on their way', () => {
  let provider: CrmProvider;

  beforeEach(async () => {
    provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(3, [creation('deal', aDeal({ title: 'Roof' }))]);
    document.body.append(provider);
  });
  afterEach(() => provider.remove());

  const inPage = async (tag: 'lead-inbox' | 'deal-pipeline', code: Code<unknown>, selector: string) => {
    const element = document.createElement(tag);
    element.style.blockSize = '400px';
    provider.append(element);
    const found = await drawn(element.shadowRoot!, selector);
    expect(code.here, 'it is painted without').to.equal(undefined);
    return { element, root: element.shadowRoot!, found };
  };

  // Code is fetched once for a page, so each can be early once only.
  it('opens the form of a lead for a press that came first', async () => {
    const { root } = await inPage('lead-inbox', inboxCode, '.lrow[data-id]');
    expect(toldCode.here).to.equal(undefined);
    root.querySelector<HTMLElement>('.btn--primary')!.click();
    expect(root.querySelector('dialog'), 'not yet').to.equal(null);
    await waitUntil(() => root.querySelector<HTMLDialogElement>('dialog[open]'), 'the form is open');
    expect(root.querySelector('dialog[open] h2')?.textContent).to.contain('lead');
  });

  it('opens the form of a deal for a key that came first', async () => {
    const { element, root } = await inPage('deal-pipeline', boardCode, '.card[data-id]');
    root
      .querySelector('.pipe-name')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => root.querySelector<HTMLDialogElement>('dialog[open]'), 'the form is open');
    expect(element.isConnected).to.equal(true);
  });

  it('has every tag at once, and shows a detail when what it shows has come', async () => {
    for (const tag of [
      'crm-provider',
      'lead-inbox',
      'lead-detail',
      'deal-pipeline',
      'deal-list',
      'deal-detail',
      'lead-import',
    ])
      expect(customElements.get(tag), tag).to.be.a('function');
    const detail = document.createElement('lead-detail');
    detail.leadId = 'lead-2';
    provider.append(detail);
    await waitUntil(() => detail.shadowRoot?.textContent?.includes('Lead 2'), 'the lead is shown');
    expect(leadDetailCode.here).not.to.equal(undefined);
  });

  it('shows deals as a table when what shows them has come', async () => {
    const list = document.createElement('deal-list');
    provider.append(list);
    await waitUntil(() => list.shadowRoot?.querySelector('.lrow[data-id]'), 'a deal is shown');
    expect(list.columns).to.include('stageId');
  });

  it('brings all of it by itself when there is time', async () => {
    const inbox = document.createElement('lead-inbox');
    provider.append(inbox);
    await waitUntil(() => inbox.shadowRoot?.querySelector('.toast'), 'what is told has its place');
    expect(inboxCode.here).not.to.equal(undefined);
  });
});
