import { expect, waitUntil } from '@open-wc/testing';
import type { BoardState } from '../../../src/domain/view-state.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { all, click, one, stand } from './support.js';

const sent = (state: BoardState): BoardState => JSON.parse(JSON.stringify(state)) as BoardState;
const shown = (el: DealPipeline): string =>
  all(el, '.card[data-id]')
    .map(({ dataset }) => dataset['id'])
    .join();

describe('<deal-pipeline> state of the view', () => {
  it('is told when a person sets it up, read as one value, and set on the board of another page, which shows the same', async () => {
    const { el } = await stand();
    const heard: BoardState[] = [];
    const listen = (event: CustomEvent): void => void heard.push(event.detail as BoardState);
    document.addEventListener('view-changed', listen);
    el.filter = [{ field: 'value', op: 'gte', value: { amount: '900', currency: 'EUR' } }];
    el.fields = ['value', 'ownerId'];
    await waitUntil(() => shown(el) === 'd1,d4');
    expect(heard.length, 'nobody tells a page what it does itself').to.equal(0);
    await click(one(el, '[data-sort], .sort[aria-haspopup=menu]'));
    await waitUntil(() => all(el, '.menu [data-id=title]').length === 1);
    await click(one(el, '.menu [data-id=title]'));
    await waitUntil(() => heard.length === 1, 'the order is told');
    document.removeEventListener('view-changed', listen);
    const kept = sent(el.viewState);
    expect(kept).to.eql(sent(heard[0]!));
    expect([kept.order, kept.view, kept.fields, kept.search]).to.eql(['title', 'board', ['value', 'ownerId'], '']);

    const { el: other } = await stand();
    other.viewState = kept;
    await waitUntil(() => shown(other) === shown(el), 'the same deals');
    expect(sent(other.viewState)).to.eql(kept);
    other.viewState = { filter: [], search: 'roof' };
    await waitUntil(() => shown(other) === 'd1');
    expect(other.order, 'what is left out stays').to.equal('title');
  });
});
