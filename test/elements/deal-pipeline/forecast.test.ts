import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { money } from '../../../src/testing/fixtures.js';
import { december, expected, forecast, head, ids, lane, names, november } from './forecast-support.js';
import { all, click, deal, one, said, text } from './support.js';

describe('<deal-pipeline view="forecast">', () => {
  it('shows periods from the current one on, what has no date, and what is overdue from before', async () => {
    const { el } = await forecast();
    expect(names(el)).to.deep.equal([
      'Overdue',
      'November, now',
      'December',
      'January 2027',
      'February 2027',
      'No date',
    ]);
    expect([ids(el, 'late'), ids(el, november), ids(el, december), ids(el, 'none')]).to.deep.equal([
      ['d4'],
      ['d1'],
      ['d2'],
      ['d3'],
    ]);
    expect(text(one(el, '.totals')), 'over all deals, wherever they stand').to.contain('5 open deals');
    expect(text(one(el, '.fc-bar'))).to.contain('November to February 2027');
  });

  it('sums and weighs what is expected, and measures it by the best month of the past year', async () => {
    const { el } = await forecast({ timeZone: 'Europe/Istanbul' });
    expect(head(el, december)).to.contain('€500').and.to.contain('€250');
    expect(head(el, november), 'the day is that of the zone').to.contain('1 won: €300');
    expect(text(one(el, '.fc-best'))).to.equal('Best month of the past year: €2,000 in September');
    const bar = lane(el, november).querySelector('.fc-progress')!;
    expect(bar.getAttribute('aria-label')).to.equal(
      'November: 15 percent won, 50 percent weighted, of the best month of the past year (€2,000 in September)',
    );
    const rects = [...bar.querySelectorAll('rect')].map((rect) => rect.getAttribute('width'));
    expect(rects).to.deep.equal(['15%', '50%']);
  });

  it('counts what is overdue within the current period in its head, and only that from before apart', async () => {
    const { el } = await forecast({}, [
      ...expected,
      ...deal({ id: 'd6', title: 'Late', stageId: 'stage-0', value: money('40'), expectedClose: '2026-11-03' }),
    ]);
    await waitUntil(() => ids(el, november).length === 2);
    expect(ids(el, november)).to.have.members(['d1', 'd6']);
    expect(head(el, november)).to.contain('€1,040');
    expect(ids(el, 'late')).to.deep.equal(['d4']);
  });

  it('counts by the zone of the provider: the same win in another one is October', async () => {
    const { el } = await forecast();
    expect(head(el, november)).not.to.contain('won:');
  });

  it('says where there is nothing to compare with', async () => {
    const { el } = await forecast({}, expected.slice(0, 5));
    expect(text(one(el, '.fc-best'))).to.equal('No month of the past year has a won deal to compare with.');
    expect(all(el, '.fc-progress')).to.have.length(0);
  });

  it('weighs in one currency where there are rates, and names what has none', async () => {
    const rates = { base: 'EUR', date: '2026-11-23', rates: { TRY: '50' } };
    const { el } = await forecast({ rates });
    await waitUntil(() => head(el, 'none').includes('€1.40'));
    const line = lane(el, 'none').querySelector('.weighed')!;
    expect(line.getAttribute('title')).to.contain('Nov 23, 2026');
    expect(head(el, 'none'), 'what was agreed').to.contain('₺70');
  });

  it('pages through the periods, and back to the current one', async () => {
    const { el } = await forecast();
    expect(one(el, '[data-turn=today]').getAttribute('aria-disabled')).to.equal('true');
    await click(one(el, '[data-turn=later]'));
    await waitUntil(() => names(el)[0] === 'March 2027');
    expect(said(el)).to.contain('March 2027 to June 2027');
    await click(one(el, '[data-turn=later]'));
    await waitUntil(() => ids(el, 'month 2027-08-01').includes('d5'));
    await click(one(el, '[data-turn=today]'));
    await waitUntil(() => names(el)[1] === 'November, now');
    await click(one(el, '[data-turn=earlier]'));
    await waitUntil(() => names(el)[0] === 'July');
    await waitUntil(() => head(el, 'month 2026-09-01').includes('1 won: €2,000'));
    expect(ids(el, 'month 2026-10-01'), 'in the month it was expected in').to.deep.equal(['d4']);
  });

  it('goes by weeks and quarters, chosen in the head and kept', async () => {
    const { el, store } = await forecast();
    const select = one(el, '[data-unit]') as HTMLSelectElement;
    select.focus();
    select.value = 'quarter';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => names(el).includes('Q1 2027'));
    expect(el.period).to.equal('quarter');
    expect(names(el)).to.deep.equal(['Q4 2026, now', 'Q1 2027', 'Q2 2027', 'Q3 2027', 'No date']);
    expect(ids(el, 'quarter 2026-10-01').sort()).to.deep.equal(['d1', 'd2', 'd4']);
    const kept = new Promise((resolve) => store.on('done', resolve));
    el.remove();
    await kept;
    const again = await fixture<DealPipeline>(html`<deal-pipeline .store=${store}></deal-pipeline>`);
    await waitUntil(() => names(again).includes('Q4 2026, now'));
    again.period = 'week';
    await waitUntil(() => names(again).some((name) => /^Nov 22\D+28, now$/.test(name)), 'weeks begin on Sunday here');
  });

  it('keeps search, owner and the day a deal is added in', async () => {
    const { el } = await forecast();
    el.search = 'pump';
    await waitUntil(() => head(el, november).includes('€0'));
    expect(ids(el, december)).to.deep.equal(['d2']);
    expect(names(el), 'nothing that is overdue matches').not.to.include('Overdue');
    el.search = '';
    await waitUntil(() => ids(el, november).length === 1);
    await click(lane(el, december).querySelector('[data-add]')!);
    await waitUntil(() => all(el, '#deal-person').length === 1);
    expect(one(el, '#deal-close').getAttribute('value') ?? (one(el, '#deal-close') as HTMLInputElement).value).to.equal(
      '2026-12-31',
    );
  });

  it('counts what is not loaded', async () => {
    const many = Array.from({ length: 400 }, (_, at) =>
      deal({ id: `many-${at}`, stageId: 'stage-0', value: money('2'), expectedClose: '2026-12-10' }),
    ).flat();
    const { el } = await forecast({}, many);
    await waitUntil(() => head(el, december).includes('400'));
    expect(head(el, december)).to.contain('€800');
    expect(ids(el, december).length).to.be.below(40);
  });

  it('shows one period and a strip of them where it is narrow', async () => {
    const { el } = await forecast({ width: 390 });
    const steps = all(el, '[data-step]').map(text);
    expect(steps.slice(0, 3)).to.deep.equal(['Overdue 1', 'November, now 1', 'December 1']);
    await click(one(el, `[data-step="${december}"]`));
    await waitUntil(() => {
      const board = one(el, '.board').getBoundingClientRect();
      return Math.abs(lane(el, december).getBoundingClientRect().left - board.left) < 2;
    });
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no violation that axe can find, ${theme}`, async function () {
      this.timeout(20_000);
      const { el } = await forecast({ theme });
      await expect(el).to.be.accessible();
    });
});
