import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-list.js';
import { click, one, settled, stand, type Stand } from './support.js';

/** The list's totals, once they are reckoned. */
async function totals(list: HTMLElement): Promise<HTMLElement> {
  const found = (): HTMLElement | null => list.shadowRoot?.querySelector<HTMLElement>('[data-sums]') ?? null;
  await waitUntil(() => found()?.textContent.includes('2,400.50'), 'the totals');
  return found()!;
}

async function show({ el }: Stand): Promise<void> {
  await click(one(el, '[data-view=list]'));
  await settled(el);
}

describe('room for the list in <deal-pipeline>', () => {
  it('ends with the board, its totals at the foot', async () => {
    const at = await stand(undefined, { height: 480 });
    await show(at);
    const list = one(at.el, 'deal-list');
    const foot = await totals(list);
    expect(foot.getBoundingClientRect().bottom).to.be.at.most(at.el.getBoundingClientRect().bottom);
  });

  it('so does a list that the page put there', async () => {
    const at = await stand(undefined, { height: 480 });
    const own = document.createElement('deal-list');
    Object.assign(own, { slot: 'list', embedded: true, store: at.store });
    at.el.append(own);
    await show(at);
    const foot = await totals(own);
    expect(foot.getBoundingClientRect().bottom).to.be.at.most(at.el.getBoundingClientRect().bottom);
  });
});
