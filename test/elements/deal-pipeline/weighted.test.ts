/** What deals are worth times their chance, in the heads of stages and board; and sums in one currency where there are rates. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CrmAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handsCode } from '../../../src/elements/deal-pipeline/code.js';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import type { CrmProvider } from '../../../src/elements/crm-provider/crm-provider.js';
import { edit, money } from '../../../src/testing/fixtures.js';
import { createStore } from '../../../src/store/store.js';
import { fetched } from '../../support/code.js';
import { all, click, deal, one, sixDeals, stage, stand, text } from './support.js';
import type { Stand } from './support.js';

const weighed = (el: Stand['el'], at: number): string => {
  const line = stage(el, at).querySelector('.weighed');
  return line ? text(line).replace(/^Weighted /, '') : '';
};
const chances = [
  edit('stage', 'stage-0', { probability: [100, 10] }),
  edit('stage', 'stage-2', { probability: [100, 60] }),
];

describe('<deal-pipeline> weighted values', () => {
  it('are those of each stage by its chance, or by the deal’s own, and follow every command', async () => {
    const { el, store } = await stand(sixDeals(), { changes: chances });
    await waitUntil(() => weighed(el, 0) === '€150.05 · ₺500', 'the chance of the stage');
    expect([1, 2, 3].map((at) => weighed(el, at))).to.deep.equal(['€0', '€540', '€0']);
    await store.execute('deal-edit', { id: 'd1', fields: { probability: 50 } });
    await waitUntil(() => weighed(el, 0) === '€630.05 · ₺500', 'its own');
    await store.execute('deal-move', { ids: ['d1'], stageId: 'stage-2' });
    await waitUntil(() => weighed(el, 2) === '€1,140' && weighed(el, 0) === '€30.05 · ₺500', 'it takes it along');
    await store.execute('pipeline-save', { id: 'pipeline-1', stages: [{ id: 'stage-0', probability: 0 }] });
    await waitUntil(() => weighed(el, 0) === '€0', 'another chance of the stage');
    await store.execute('deal-win', { ids: ['d1'] });
    await waitUntil(() => text(one(el, '.totals')) === '4 open deals €1,200.50 · ₺5,000 €540 weighted');
  });

  it('are no 0 as long as nobody knows which stages there are', async () => {
    const known = memoryAdapter();
    const never = new Promise<never>(() => undefined);
    const adapter = Object.assign(memoryAdapter(), {
      read: (...asked: Parameters<CrmAdapter['read']>) => (asked[0].kind === 'stage' ? never : known.read(...asked)),
    });
    const store = createStore({ adapter, user: { id: 'user-1', name: 'Robin' }, currency: 'EUR' });
    const el = await fixture<DealPipeline>(html`<deal-pipeline .store=${store}></deal-pipeline>`);
    await fetched(handsCode);
    await waitUntil(() => el.shadowRoot?.querySelector('.totals')?.textContent.includes('weighted') === true);
    expect(text(one(el, '.totals')), 'no sum').not.to.match(/\d/);
  });

  it('count what matches, and nothing else', async () => {
    const { el } = await stand(
      [
        ...deal({ id: 'd1', stageId: 'stage-0', title: 'Roof', value: money('100') }),
        ...deal({ id: 'd2', stageId: 'stage-0', title: 'Wall', value: money('50') }),
      ],
      { changes: chances },
    );
    await waitUntil(() => weighed(el, 0) === '€15');
    el.search = 'roof';
    await waitUntil(() => weighed(el, 0) === '€10');
  });

  it('come in one currency where there are rates, which one press tells, with what is left out', async () => {
    const rates = { base: 'EUR', date: '2026-11-23', rates: { TRY: '50' } };
    const { el, store } = await stand(
      [...sixDeals(), ...deal({ id: 'd6', stageId: 'stage-3', value: money('70', 'USD') })],
      { changes: chances, rates },
    );
    await waitUntil(() => text(one(el, '.totals')) === '6 open deals €2,500.50 · $70 €700.05 · $70 weighted');
    expect(weighed(el, 0)).to.equal('€160.05');
    await click(one(el, '[data-totals=sum]'));
    await waitUntil(() => el.shadowRoot!.querySelector('.breakdown tfoot') !== null);
    expect(all(el, '.breakdown tbody tr, .breakdown tfoot tr').map(text)).to.deep.equal([
      'EUR€2,400.50€2,400.50€690.05',
      'TRY at 0.02₺5,000€100€10',
      'USD$70No rateNo rate',
      'Together€2,500.50€700.05',
    ]);
    expect(text(one(el, '.breakdown p.subtle'))).to.contain('Rates of Nov 23, 2026.');
    expect(text(one(el, '[data-left]'))).to.equal('Not in the sum: $70. There is no rate for USD among them.');
    store.configure({ rates: { ...rates, rates: { TRY: '50', USD: '0' } } });
    await waitUntil(() => text(one(el, '[data-left]')).endsWith('The rate for USD is not a number above zero.'));
    store.configure({ rates: { ...rates, rates: { TRY: '50', USD: '0.7' } } });
    await waitUntil(() => text(one(el, '.totals')).startsWith('6 open deals €2,600.50 €800.05'));
    expect(el.shadowRoot!.querySelector('[data-left]')).to.equal(null);
  });

  for (const width of [390, 1200])
    it(`leave room for the cards at ${width} px: three currencies, its own first, the others when asked for`, async () => {
      const foreign = ['USD', 'GBP', 'AED'].flatMap((currency, at) =>
        deal({ id: `f${String(at)}`, stageId: 'stage-0', value: money('70', currency) }),
      );
      const { el } = await stand([...sixDeals(), ...foreign], { width });
      const sums = (box: Element): string =>
        [...box.querySelectorAll<HTMLElement>('.sum, .rest')]
          .filter((sum) => sum.offsetWidth > 0)
          .map((sum) => sum.innerText.trim())
          .join(' ');
      const more = (): HTMLElement => one(el, '[data-all-sums]');
      await waitUntil(() => text(one(el, '.totals')).endsWith('2 more currencies'));
      const [totals, head] = [one(el, '.totals'), stage(el, 0).querySelector<HTMLElement>('.stage-head')!];
      expect(sums(totals)).to.match(/^€2,400.50 · AED\s70 · £70 €/);
      expect(sums(head)).to.match(/^€1,500.50 · AED\s70 · £70 \+2 €1,500.50 · AED\s70 · £70 \+2$/);
      await click(more());
      await waitUntil(() => sums(totals).includes('$70') && sums(head).includes('$70') && !sums(head).includes('+'));
      expect(more().getAttribute('aria-expanded')).to.equal('true');
      await click(more());
      await waitUntil(() => !sums(totals).includes('$70') && text(more()) === '2 more currencies');
    });

  it('keep their room in the heads until they are known: nothing below moves when they come', async () => {
    const foreign = ['USD', 'GBP', 'PLN'].flatMap((currency, at) =>
      deal({ id: `f${String(at)}`, stageId: 'stage-0', value: money('1234567', currency) }),
    );
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { el } = await stand([...sixDeals(), ...foreign], {
      width: 900,
      wrap: (adapter) => {
        const inner = adapter.summarize!.bind(adapter);
        return Object.assign(adapter, {
          summarize: async (...asked: Parameters<typeof inner>) => {
            if (asked[1] === 'probability') await held;
            return inner(...asked);
          },
        });
      },
    });
    const heights = (): number[] =>
      [one(el, '.pipe-head'), one(el, '.totals'), one(el, '.stage-head')].map((each) => each.offsetHeight);
    await waitUntil(() => all(el, '.totals .room .sum').length === 5, 'as many as there are currencies');
    await waitUntil(() => stage(el, 0).querySelectorAll('.room .sum').length === 5);
    expect(getComputedStyle(one(el, '.totals .room bdi')).visibility, 'what is not known is not said').to.equal(
      'hidden',
    );
    expect(text(one(el, '.totals .weighed .sr'))).to.equal('Adding up');
    const before = heights();
    const lines = one(el, '.stage-head').querySelectorAll('p');
    expect(lines[0]!.offsetHeight, 'they take more than one line').to.be.greaterThan(24);
    answer();
    await waitUntil(() => all(el, '.room').length === 0, 'they are known');
    expect(heights()).to.deep.equal(before);
  });

  it('stand in each currency where the page gives no rates, and one press says so', async () => {
    const { el } = await stand(sixDeals(), { changes: chances });
    await waitUntil(() => text(one(el, '.totals')) === '5 open deals €2,400.50 · ₺5,000 €690.05 · ₺500 weighted');
    await click(one(el, '[data-totals=weighted]'));
    await waitUntil(() => el.shadowRoot!.querySelector('.breakdown') !== null);
    expect(all(el, '.breakdown th[scope=col]').map(text)).to.deep.equal(['Currency', 'Value', 'Weighted']);
    expect(all(el, '.breakdown tbody tr').map(text)).to.deep.equal(['EUR€2,400.50€690.05', 'TRY₺5,000₺500']);
    expect(text(one(el, '.breakdown p.subtle'))).to.equal(
      'This page gives no exchange rates: each currency is added up by itself.',
    );
    expect(one(el, '.breakdown').closest('.pop')!.getAttribute('aria-label')).to.equal('Totals by currency');
    await expect(el).to.be.accessible();
  });

  it('are converted no more the moment the provider takes its rates away', async () => {
    const { store } = await stand(sixDeals(), { changes: chances });
    const rates = { base: 'EUR', date: '2026-11-23', rates: { TRY: '50' } };
    const provider = await fixture<CrmProvider>(
      html`<crm-provider .store=${store} .rates=${rates}><deal-pipeline style="block-size: 500px"></deal-pipeline></crm-provider>`,
    );
    const el = provider.querySelector('deal-pipeline')!;
    await waitUntil(() => text(one(el, '.totals')) === '5 open deals €2,500.50 €700.05 weighted');
    await click(one(el, '[data-totals=sum]'));
    await waitUntil(() => el.shadowRoot!.querySelector('.breakdown tfoot') !== null);
    provider.rates = null;
    await waitUntil(() => text(one(el, '.totals')) === '5 open deals €2,400.50 · ₺5,000 €690.05 · ₺500 weighted');
    expect(weighed(el, 0)).to.equal('€150.05 · ₺500');
    await waitUntil(() => text(one(el, '.breakdown p.subtle')).startsWith('This page gives no exchange rates'));
    expect(store.settings.rates).to.equal(null);
    provider.currency = 'USD';
    await provider.updateComplete;
    expect(store.settings.rates, 'what is not set says nothing').to.equal(null);
    provider.rates = rates;
    await waitUntil(() => text(one(el, '.totals')) === '5 open deals €2,500.50 €700.05 weighted');
  });
});
