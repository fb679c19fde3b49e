/** Deals merged in the list: the chosen ones by the bar and by key, one with another from its menu, and the way back. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aNote, creation } from '../../../src/testing/fixtures.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import {
  all,
  choose,
  click,
  focusedId,
  focusRow,
  one,
  press,
  row,
  said,
  settled,
  stand,
  stored,
  text,
  titles,
  waitUntil,
} from './support.js';

const noted = [creation('note', aNote({ id: 'n1', leadId: null, dealId: 'roof' }))];
const open = (el: DealList): HTMLElement | null => el.shadowRoot!.querySelector('dialog[open]');
const sideBySide = (el: DealList): Promise<void> => waitUntil(() => open(el)?.querySelector('.merge-grid'));

async function pick(el: DealList, ...ids: string[]): Promise<void> {
  for (const id of ids) await click(row(el, id).querySelector('[data-do=select]')!);
  await settled(el);
}

describe('<deal-list> merging', () => {
  it('by the bar: those that are chosen become one, and are back by Z, and one again', async () => {
    const { el, adapter, store } = await stand(undefined, { changes: noted });
    const heard: string[] = [];
    for (const name of ['deals-merge', 'deals-merged']) el.addEventListener(name, () => heard.push(name));
    await pick(el, 'pump', 'roof');
    await click(one(el, '[data-bulk=merge]'));
    await sideBySide(el);
    await settled(el);
    expect(text(open(el)!))
      .to.contain('Merge 2 deals')
      .and.to.contain('1 note');
    await expect(el).to.be.accessible();
    await press(el, 'Enter');
    await waitUntil(() => titles(el).length === 3, 'one has gone');
    await waitUntil(() => text(one(el, '.toast')).includes('2 deals merged into'));
    expect(heard).to.deep.equal(['deals-merge', 'deals-merged']);
    expect(el.selected, 'nothing is chosen any more').to.deep.equal([]);
    expect(all(el, '.bulk')).to.have.length(0);
    const stays = titles(el).includes('Roof') ? 'roof' : 'pump';
    expect((await stored(adapter, stays))?.mergedIds).to.have.length(1);
    await focusRow(el, stays);
    await press(el, 'z');
    await waitUntil(() => titles(el).length === 4, 'both are back');
    expect((await stored(adapter, 'roof'))?.mergedIds ?? []).to.deep.equal([]);
    await press(el, 'Shift+Z');
    await waitUntil(() => titles(el).length === 3, 'and one again');
    await store.undo();
    await waitUntil(() => titles(el).length === 4);
  });

  it('from the menu of a row, with another one; Escape leaves both, and gives the focus back', async () => {
    const { el, adapter } = await stand();
    await focusRow(el, 'roof');
    await press(el, 'Shift+F10');
    await choose(el, 'merge');
    await waitUntil(() => open(el)?.querySelector('#crm-merge-other'));
    await sendKeys({ type: 'Heat' });
    await waitUntil(() => all(el, '[role=option]').some((each) => text(each).includes('Heat pump')));
    await press(el, 'Enter', 'Enter');
    await sideBySide(el);
    await press(el, 'Escape');
    await waitUntil(() => open(el) === null);
    await waitUntil(() => focusedId(el) === 'roof', 'the focus is back on the row');
    expect((await stored(adapter, 'pump'))?.status).to.equal('open');
    expect(titles(el)).to.have.length(4);
  });

  it('by key, with what is chosen; one alone is asked with whom, and too many are told', async () => {
    const { el } = await stand();
    await focusRow(el, 'roof');
    await press(el, 'Shift+M');
    await waitUntil(() => open(el)?.querySelector('#crm-merge-other'));
    await press(el, 'Escape');
    await waitUntil(() => open(el) === null);
    await pick(el, 'roof');
    expect(all(el, '[data-bulk=merge]'), 'one alone is not enough').to.have.length(0);
    await press(el, 'Shift+M');
    await waitUntil(() => said(el).includes('Choose 2 to 5.'));
    expect(open(el)).to.equal(null);
    await pick(el, 'depot');
    await press(el, 'Shift+M');
    await sideBySide(el);
  });

  it('a page that refuses leaves them as they are, and says why', async () => {
    const { el, adapter } = await stand();
    el.addEventListener('deals-merge', (event) => event.waitUntil(Promise.reject(new Error('Ask Maya'))));
    await pick(el, 'pump', 'roof');
    await click(one(el, '[data-bulk=merge]'));
    await sideBySide(el);
    await press(el, 'Enter');
    await waitUntil(() => text(open(el)!).includes('Ask Maya'));
    expect(titles(el)).to.have.length(4);
    expect((await stored(adapter, 'roof'))?.mergedIds ?? []).to.deep.equal([]);
  });
});
