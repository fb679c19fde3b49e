import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Condition } from '../../../src/domain/query.js';
import { all, cards, click, count, focusCard, one, press, said, settled, stand, text } from './support.js';
import type { Stand } from './support.js';

/** Stands for `<deal-list>`, with what the board hands to it. */
class ListDouble extends HTMLElement {
  pipelineId: string | null = null;
  filter: readonly Condition[] = [];
  search = '';
  connectedCallback(): void {
    this.tabIndex = 0;
  }
}

const shown = ({ el }: Stand): string => text(one(el, '[role=radio][aria-checked=true]'));
const list = ({ el }: Stand): ListDouble | null => el.shadowRoot!.querySelector<ListDouble>('deal-list');
const focused = ({ el }: Stand): string => text(el.shadowRoot!.activeElement ?? document.body);

async function toList(at: Stand): Promise<void> {
  await click(one(at.el, '[data-view=list]'));
  await settled(at.el);
}

describe('the views of <deal-pipeline>', () => {
  it('offers no list where nothing shows one, until something does', async () => {
    const at = await stand();
    expect(all(at.el, '[data-view=list]')).to.have.length(0);
    at.el.view = 'list';
    await settled(at.el);
    expect(cards(at.el, 0), 'the board stays').to.deep.equal(['d1', 'd2', 'd3']);
    customElements.define('deal-list', ListDouble);
    await settled(at.el);
    expect(list(at), 'what was asked for is shown now').to.be.instanceOf(ListDouble);
    expect(shown(at)).to.equal('List');
  });

  it('shows the list of the same pipeline, search and owner, and says so', async () => {
    const at = await stand();
    await toList(at);
    expect(all(at.el, '.board')).to.have.length(0);
    expect(list(at)!.hasAttribute('embedded')).to.equal(true);
    expect(list(at)!.pipelineId).to.equal('pipeline-1');
    expect(said(at.el)).to.contain('View: List');
    expect(focused(at)).to.equal('List');
    one(at.el, 'input[type=search]').focus();
    await sendKeys({ type: 'roof' });
    at.el.filter = [{ field: 'ownerId', op: 'in', value: ['user-2'] }];
    await settled(at.el);
    expect(list(at)!.search).to.equal('roof');
    expect(list(at)!.filter).to.deep.equal([{ field: 'ownerId', op: 'in', value: ['user-2'] }]);
    await press(at.el, 'Enter');
    expect(at.el.shadowRoot!.activeElement === list(at), 'from the search into the list').to.equal(true);
  });

  it('goes by the keys of a radio group, the focus on the switch', async () => {
    const at = await stand();
    one(at.el, '[data-view=board]').focus();
    await press(at.el, 'ArrowRight');
    expect([shown(at), focused(at)]).to.deep.equal(['List', 'List']);
    await press(at.el, 'ArrowRight');
    expect([shown(at), focused(at)]).to.deep.equal(['Forecast', 'Forecast']);
    await press(at.el, 'ArrowRight');
    expect([shown(at), focused(at)]).to.deep.equal(['Board', 'Board']);
    await press(at.el, 'ArrowUp', 'ArrowUp');
    expect([shown(at), focused(at)]).to.deep.equal(['List', 'List']);
    expect(one(at.el, '[data-view=board]').tabIndex).to.equal(-1);
  });

  it('runs with the text from right to left', async () => {
    const at = await stand(undefined, { dir: 'rtl' });
    one(at.el, '[data-view=board]').focus();
    await press(at.el, 'ArrowLeft');
    expect(shown(at)).to.equal('List');
  });

  it('goes by number from a card: the focus is on the switch, not nowhere', async () => {
    const at = await stand();
    await focusCard(at.el, 'd2');
    await press(at.el, '2');
    expect([shown(at), focused(at)]).to.deep.equal(['List', 'List']);
    await press(at.el, '1');
    expect(cards(at.el, 2)).to.deep.equal(['d4', 'd5']);
    await press(at.el, '/');
    await press(at.el, 'ArrowDown');
    expect(at.el.shadowRoot!.activeElement?.closest<HTMLElement>('.card')?.dataset['id'], 'where one was').to.equal(
      'd2',
    );
  });

  it('puts a lifted card back and lets go of what is chosen', async () => {
    const at = await stand();
    await focusCard(at.el, 'd1');
    await press(at.el, 'x', ' ', 'ArrowRight');
    at.el.view = 'list';
    await settled(at.el);
    expect(said(at.el)).to.contain('Roof was put back');
    expect(focused(at), 'the card is gone').to.equal('List');
    at.el.view = 'board';
    await settled(at.el);
    expect(cards(at.el, 0)).to.deep.equal(['d1', 'd2', 'd3']);
    expect(all(at.el, '.bulk [data-bulk]')).to.have.length(0);
    expect(count(at.el, 1)).to.equal('0');
  });

  it('is kept for each user, except where the page has said what to show', async () => {
    const at = await stand();
    await toList(at);
    const kept = new Promise((resolve) => at.store.on('done', resolve));
    at.el.remove();
    await kept;
    const again = { ...at, el: await boardOf(at) };
    expect(again.el.view).to.equal('list');
    expect(list(again)).to.be.instanceOf(ListDouble);
    const set = await fixture<Stand['el']>(html`<deal-pipeline view="board" .store=${at.store}></deal-pipeline>`);
    await waitUntil(() => set.shadowRoot!.querySelector('.card[data-id]') !== null);
    expect(set.view).to.equal('board');
  });

  it('shows what the page has put into the slot, and hands it what it takes', async () => {
    const at = await stand();
    const own = document.createElement('p');
    own.slot = 'list';
    own.textContent = 'Ours';
    Object.assign(own, { search: '' });
    at.el.append(own);
    at.el.search = 'roof';
    await toList(at);
    expect(list(at)).to.equal(null);
    expect(own.checkVisibility()).to.equal(true);
    expect(Reflect.get(own, 'search')).to.equal('roof');
    expect('filter' in own).to.equal(false);
  });

  it('names the keys', async () => {
    const at = await stand();
    await focusCard(at.el, 'd1');
    await press(at.el, '?');
    expect(text(one(at.el, '.keys'))).to.contain('Board, list, forecast');
  });
});

/** One that need not begin with cards. */
async function boardOf({ store }: Stand): Promise<Stand['el']> {
  const el = await fixture<Stand['el']>(html`<deal-pipeline .store=${store}></deal-pipeline>`);
  await waitUntil(() => el.shadowRoot!.querySelector('.card[data-id], .list-wrap') !== null);
  return el;
}
