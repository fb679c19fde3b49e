/** What is open over the list of deals is said again when another language is spoken. */
import { expect } from '@open-wc/testing';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import { all, focusRow, heads, one, press, stand, text, waitUntil } from './support.js';

async function turkish(el: DealList): Promise<void> {
  const before = heads(el).join();
  el.lang = 'tr';
  await waitUntil(() => heads(el).join() !== before, 'the words have come');
}
const label = (el: DealList): string | null => one(el, '.menu').ariaLabel;
const item = (el: DealList, id: string): string => text(one(el, `.menu [data-id="${id}"] bdi`));

describe('<deal-list> in another language while a menu is open', () => {
  it('names a column, and what can be done with it, with the focus where it was', async () => {
    const { el } = await stand();
    one(el, '[data-sort=value]').focus();
    await press(el, 'Shift+F10');
    await waitUntil(() => all(el, '.menu [data-id=hide]').length === 1, 'its menu');
    one(el, '.menu [data-id=hide]').focus();
    expect([label(el), item(el, 'up'), item(el, 'hide')]).to.deep.equal(['Value', 'Ascending', 'Hide column']);
    await turkish(el);
    expect([label(el), item(el, 'up'), item(el, 'hide')]).to.deep.equal(['Tutar', 'Artan', 'Sütunu gizle']);
    expect(text(one(el, '.menu .menu-head'))).to.equal('Tutar');
    expect(el.shadowRoot!.activeElement === one(el, '.menu [data-id=hide]'), 'the focus').to.equal(true);
    await press(el, 'Enter');
    expect(heads(el), 'it does what it says').not.to.include('Tutar');
  });

  it('says where a deal can be moved', async () => {
    const { el } = await stand();
    await focusRow(el, 'roof');
    await press(el, 'm');
    await waitUntil(() => all(el, '.menu [data-id=talk]').length === 1, 'its stages');
    expect(label(el)).to.equal('Move “Roof” to');
    await turkish(el);
    expect(label(el)).to.equal('“Roof” şuraya taşınsın');
    expect(all(el, '.menu .menu-head').map(text)).to.deep.equal(['“Roof” şuraya taşınsın', 'Partners içinde']);
  });
});
