/** A filter by a formula, before and after what works formulas out has been fetched: in a page that has not needed it yet. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Filter } from '../../../src/domain/filter.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, creation, edit, money } from '../../../src/testing/fixtures.js';
import { all, count, sixDeals, stand, text } from './support.js';

const changes = [
  creation('field', aField({ id: 'seats', name: 'Seats', type: 'number', rank: 'b1' })),
  creation(
    'field',
    aField({
      id: 'each',
      name: 'Each',
      type: 'formula',
      rank: 'b2',
      formula: '#{value} / #{custom.seats}',
      gives: 'money',
    }),
  ),
  edit('deal', 'd1', { 'custom.seats': [null, 10] }),
  edit('deal', 'd2', { 'custom.seats': [null, 1] }),
  edit('deal', 'd4', { 'custom.seats': [null, 100] }),
];
const dear: Filter = [{ field: 'custom.each', op: 'gte', value: money('100') }];

const shown = (el: DealPipeline): string =>
  all(el, '.card[data-id]')
    .map(({ dataset }) => dataset['id'])
    .sort()
    .join();
const empty = (el: DealPipeline): boolean =>
  shown(el) === '' && /no deal(s)? match/i.test(text(el.shadowRoot!.querySelector('.pipe')!));

/** Whether the board has said at any time that nothing matches. */
function watch(el: DealPipeline): { readonly emptied: boolean; end(): void } {
  const seen = { emptied: false, end: () => observer.disconnect() };
  const observer = new MutationObserver(() => (seen.emptied ||= empty(el)));
  observer.observe(el.shadowRoot!, { childList: true, subtree: true, characterData: true });
  return seen;
}

describe('<deal-pipeline>: filtered by a formula', () => {
  it('goes on showing what it has until formulas can be worked out, and then what matches', async () => {
    const { el } = await stand(sixDeals(), { changes });
    expect(shown(el)).to.equal('d1,d2,d3,d4,d5');
    const seen = watch(el);
    el.filter = dear;
    await waitUntil(() => shown(el) === 'd1,d2', 'those that match');
    await waitUntil(() => count(el, 0) === '2' && count(el, 2) === '0', 'and how many they are');
    seen.end();
    expect(seen.emptied).to.equal(false);
  });

  it('is right from its first cards on', async () => {
    const { store } = await stand(sixDeals(), { changes });
    const el = await fixture<DealPipeline>(
      html`<deal-pipeline style="block-size: 600px" .store=${store} .filter=${dear}></deal-pipeline>`,
    );
    const seen = watch(el);
    await waitUntil(() => shown(el) === 'd1,d2', 'those that match');
    seen.end();
    expect(seen.emptied).to.equal(false);
    el.filter = [{ field: 'custom.each', op: 'gte', value: money('1000000') }];
    await waitUntil(() => empty(el), 'what matches nothing says so');
  });
});
