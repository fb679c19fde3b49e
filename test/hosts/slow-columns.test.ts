/** What shows a column of one’s own takes long: its rows wait for it, however early they were read. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { ownSetupCode } from '../../src/elements/lead-inbox/own-setup-code.js';
import { memoryWith } from '../shared/support/stand.js';

describe('an inbox with columns of one’s own, on a slow connection', () => {
  it('shows grey rows, and none of its own, while what shows the columns takes long', async () => {
    const provider = document.createElement('crm-provider');
    provider.adapter = await memoryWith(3);
    const inbox = document.createElement('lead-inbox');
    inbox.columns = ['title', 'channel'];
    inbox.style.blockSize = '400px';
    provider.append(inbox);
    expect(ownSetupCode.here, 'not fetched by all').to.equal(undefined);
    // A connection that takes its time: everything else is here long before.
    const fetch = ownSetupCode.need.bind(ownSetupCode);
    let come = (): void => undefined;
    ownSetupCode.need = () => new Promise((resolve) => (come = () => resolve(fetch())));
    ownSetupCode.give = () => undefined;
    document.body.append(provider);
    const root = inbox.shadowRoot!;
    const rows = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.lrow[data-id]')];
    await waitUntil(() => root.querySelector('.is-skeleton'), 'grey rows');
    await waitUntil(
      () => root.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '4',
      'the leads are read',
    );
    expect(rows(), 'rows without their columns').to.have.length(0);
    come();
    await waitUntil(() => rows().length === 3, 'its rows');
    expect(rows()[0]!.querySelectorAll('[role=gridcell]')).to.have.length(3);
    expect(root.querySelector('.is-skeleton')).to.equal(null);
    Reflect.deleteProperty(ownSetupCode, 'need');
    Reflect.deleteProperty(ownSetupCode, 'give');
    provider.remove();
  });
});
