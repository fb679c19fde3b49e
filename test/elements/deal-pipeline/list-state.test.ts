/** The state of a board has that of the list that stands in its place, and says what of it cannot be taken. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-list.js';
import type { BoardState } from '../../../src/domain/view-state.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { told } from '../../support/told.js';
import { cards, click, one, settled, stand, text } from './support.js';

const sent = (state: BoardState): BoardState => JSON.parse(JSON.stringify(state)) as BoardState;
const list = (el: DealPipeline): DealList => el.shadowRoot!.querySelector<DealList>('deal-list')!;
const heads = (el: DealPipeline): string =>
  [...(list(el)?.shadowRoot?.querySelectorAll('.lrow--head [data-sort]') ?? [])].map(text).join();

describe('<deal-pipeline> and the state of its list', () => {
  it('tells it with its own when a person sets the list up, and takes it on another page, also before there is a list', async () => {
    const { el } = await stand();
    expect(el.viewState.list, 'there is none yet').to.equal(undefined);
    await click(one(el, '[data-view=list]'));
    await waitUntil(() => heads(el) !== '');
    list(el).columns = ['title', 'value', 'createdAt'];
    list(el).widths = { value: 180 };
    await waitUntil(() => heads(el) === 'Deal,Value,Age');
    const heard: BoardState[] = [];
    const listen = (event: CustomEvent): void => void heard.push(event.detail as BoardState);
    document.addEventListener('view-changed', listen);
    await click(list(el).shadowRoot!.querySelector('[data-sort=value]')!);
    await waitUntil(() => heard.length === 1, 'once, as the board’s');
    document.removeEventListener('view-changed', listen);
    const kept = sent(heard[0]!);
    expect(kept).to.eql(sent(el.viewState));
    expect(kept.view).to.equal('list');
    expect(kept.list).to.eql({
      segment: 'open',
      orders: { open: [{ field: 'value', descending: true }] },
      columns: { open: ['title', 'value', 'createdAt'] },
      widths: { value: 180 },
    });
    const { el: other } = await stand();
    other.viewState = { ...kept, view: 'board' };
    await settled(other);
    expect(sent(other.viewState).list, 'it waits for the list').to.eql(kept.list);
    await click(one(other, '[data-view=list]'));
    await waitUntil(() => heads(other) === 'Deal,Value,Age', 'the same columns');
    expect(list(other).widths).to.eql({ value: 180 });
    expect(sent(other.viewState)).to.eql(kept);
    other.viewState = { list: { widths: {} } };
    await waitUntil(() => Object.keys(list(other).widths).length === 0);
    expect(list(other).columns, 'what is left out stays').to.eql(['title', 'value', 'createdAt']);
  });

  it('takes what can be taken of a wrong one, and says in the console what is wrong with it', async () => {
    const wrong = {
      view: 'grid',
      order: 'title',
      direction: 'up',
      period: 'year',
      pipelineId: 7,
      search: 5,
      filter: [null, { field: 'title', op: 'contains', value: 'o' }],
      fields: ['value', 5],
      list: { columns: ['title'] },
    } as unknown as BoardState;
    const said = await told(async () => {
      const { el } = await stand();
      el.viewState = wrong;
      await waitUntil(() => el.direction === '' && el.period === 'month' && el.pipelineId === null);
      await settled(el);
      expect(el.viewState).to.deep.include({ view: 'board', order: 'title', search: '', fields: ['value'] });
      expect(el.filter).to.eql([{ field: 'title', op: 'contains', value: 'o' }]);
      expect(cards(el, 0).length, 'and shows deals').to.be.above(0);
      await click(one(el, '[data-view=list]'));
      await waitUntil(() => heads(el).startsWith('Deal,'), 'a list with its usual columns');
    });
    const [line = ''] = said.filter((each) => each.includes('viewState of <deal-pipeline>'));
    for (const path of [
      'view',
      'direction',
      'period',
      'pipelineId',
      'search',
      'filter[0]',
      'fields[1]',
      'list.columns',
    ])
      expect(line).to.contain(`\n${path} has to be `);
    expect(line)
      .to.contain('view has to be one of "board", "list", "forecast"; it is "grid".')
      .and.not.to.contain('\norder');
  });
});
