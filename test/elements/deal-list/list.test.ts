import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faultyAdapter, type FaultyAdapter } from '../../../src/testing/faulty.js';
import type { DealList } from '../../../src/elements/deal-list/deal-list.js';
import { aDeal, creation, edit, money } from '../../../src/testing/fixtures.js';
import { kept } from '../../support/kept.js';
import {
  all,
  cell,
  click,
  foot,
  focusRow,
  heads,
  list,
  manyDeals,
  one,
  press,
  row,
  said,
  segments,
  settled,
  sortOf,
  stand,
  text,
  titles,
  waitUntil,
} from './support.js';

/** Between the head of the table and its lower edge. */
function inSight(el: DealList, id: string): boolean {
  const box = one(el, '.list').getBoundingClientRect();
  const { top, bottom } = row(el, id).getBoundingClientRect();
  const head = one(el, '.lrow--head').getBoundingClientRect();
  return top >= head.bottom - 1 && bottom <= box.bottom + 1;
}

describe('<deal-list>', () => {
  it('shows open deals of all pipelines: stage, what is next, what they are worth and times their chance', async () => {
    const { el } = await stand();
    expect(titles(el), 'overdue, today, none').to.deep.equal(['Heat pump', 'Roof', 'İzmir deposu', 'Reseller']);
    expect(heads(el)).to.deep.equal(['Deal', 'Stage', 'Next activity', 'Expected close', 'Value', 'Weighted', 'Owner']);
    expect(cell(el, 'pump', 'Stage')).to.equal('Proposal sent');
    expect(row(el, 'pump').querySelector('.stagebar')!.ariaLabel).to.equal('Proposal sent, stage 3 of 4');
    expect(cell(el, 'pump', 'Value')).to.equal('€300.50');
    expect(cell(el, 'pump', 'Weighted')).to.equal('€180.30');
    expect(cell(el, 'depot', 'Weighted'), 'its own chance goes before that of its stage').to.equal('₺4,000');
    expect(one(el, '[role=grid]').ariaRowCount).to.equal('5');
  });

  it('has the closed deals in segments, with when and why', async () => {
    const { el } = await stand();
    await waitUntil(() => segments(el) === 'Open 4 Won 1 Lost 2 All 7', 'counts');
    await click(one(el, '[data-segment=lost]'));
    await waitUntil(() => titles(el).join() === 'Charger,Battery', 'those that ended last come first');
    expect(heads(el)).to.deep.equal(['Deal', 'Closed', 'Reason', 'Comment', 'Value', 'Owner']);
    expect(cell(el, 'dear', 'Reason')).to.equal('Price too high');
    expect(cell(el, 'dear', 'Comment')).to.equal('Next year perhaps');
    expect(cell(el, 'dear', 'Closed')).to.equal('Nov 1');
    expect(foot(el), 'a closed deal has no chance').to.equal('2 deals €70');
    await click(one(el, '[data-segment=won]'));
    await waitUntil(() => titles(el).join() === 'Panels');
    await click(one(el, '[data-segment=all]'));
    await waitUntil(() => titles(el).length === 7);
    expect(cell(el, 'won', 'Status')).to.equal('Won');
    expect(el.segment).to.equal('all');
  });

  it('sorts by the head that is pressed, the other way by a second press', async () => {
    const { el } = await stand();
    await click(one(el, '[data-sort=value]'));
    await waitUntil(() => sortOf(el, 'Value') === 'descending');
    expect(titles(el)[0]).to.equal('İzmir deposu');
    expect(said(el)).to.contain('Sorted by Value, descending');
    await click(one(el, '[data-sort=value]'));
    await waitUntil(() => sortOf(el, 'Value') === 'ascending');
    await click(one(el, '[data-sort=stageId]'));
    await waitUntil(() => sortOf(el, 'Stage') === 'ascending');
    await waitUntil(
      () => titles(el).join() === 'Roof,İzmir deposu,Heat pump,Reseller',
      'stages in the order of the pipeline, not of their ids',
    );
    await click(one(el, '[data-sort=weighted]'));
    await settled(el);
    expect(sortOf(el, 'Weighted'), 'it is worked out: the storage cannot sort by it').to.equal(null);
    expect(el.order).to.deep.equal([{ field: 'stageId', descending: false }]);
  });

  it('shows one pipeline, by its picker and by its attribute', async () => {
    const { el } = await stand(undefined, { set: (made) => made.setAttribute('pipeline-id', 'pipeline-2') });
    expect(titles(el)).to.deep.equal(['Reseller']);
    await waitUntil(() => foot(el) === '1 deal €200 €100 weighted');
    el.pipelineId = null;
    await waitUntil(() => titles(el).length === 4, 'all of them');
    const picker = one(el, '[data-pipeline]') as HTMLSelectElement;
    picker.value = 'pipeline-1';
    picker.dispatchEvent(new Event('change'));
    await waitUntil(() => titles(el).length === 3);
    expect(el.pipelineId).to.equal('pipeline-1');
  });

  it('says how long a deal is quiet, and for what it waits', async () => {
    const { el } = await stand([
      creation(
        'deal',
        aDeal({ id: 'a', title: 'Quiet one', stageId: 'stage-0', touchedAt: '2026-10-01T08:00:00.000Z' }),
      ),
      creation(
        'deal',
        aDeal({ id: 'b', title: 'Waits', stageId: 'stage-0', waitUntil: '2026-12-03', waitReason: 'tender' }),
      ),
    ]);
    expect(text(row(el, 'a').querySelector('.quiet')!)).to.match(/^Quiet for \d+ days$/);
    expect(row(el, 'a').dataset['rot']).to.equal('2');
    expect(text(row(el, 'b').querySelector('.quiet')!)).to.equal('Waiting until Thu, Dec 3: tender');
  });

  it('opens a deal by press and by Enter, which the page can stop', async () => {
    const { el } = await stand();
    const opened: unknown[] = [];
    el.addEventListener('deal-open', (event) => {
      opened.push((event as CustomEvent<{ id: string }>).detail.id);
      if (opened.length === 2) event.preventDefault();
    });
    await click(row(el, 'roof').querySelector('.lead button')!);
    await settled(el);
    expect(row(el, 'roof').ariaCurrent).to.equal('true');
    await focusRow(el, 'pump');
    await press(el, 'Enter');
    expect(opened).to.deep.equal(['roof', 'pump']);
    expect(row(el, 'roof').ariaCurrent, 'still').to.equal('true');
  });

  it('has no head of its own inside a board, and takes what the board sets', async () => {
    const { el } = await stand(undefined, {
      set: (made) => {
        made.embedded = true;
        made.pipelineId = 'pipeline-1';
        made.filter = [{ field: 'ownerId', op: 'in', value: ['user-2'] }];
      },
    });
    expect(all(el, 'input[type=search], h2')).to.have.length(0);
    expect(titles(el)).to.deep.equal(['Roof']);
    el.filter = [{ field: 'ownerId', op: 'in', value: ['user-2', null] }];
    el.search = 'pump';
    await waitUntil(() => all(el, '.empty').length === 1 || titles(el).join() === 'Heat pump');
    el.filter = [];
    await waitUntil(() => titles(el).join() === 'Heat pump');
    el.search = '';
    el.filter = [
      {
        any: [
          { field: 'title', op: 'contains', value: 'izmir' },
          { field: 'title', op: 'is', value: 'Roof' },
        ],
      },
    ];
    await waitUntil(() => titles(el).join() === 'Roof,İzmir deposu', 'a group asks what it says');
    el.filter = [{ field: 'quiet', op: 'quiet', value: ['full'] }];
    await waitUntil(() => titles(el).length === 0, 'no stage here has a limit of days');
  });

  it('says that nothing is there', async () => {
    const { el } = await stand([]);
    expect(text(one(el, '.empty h3'))).to.equal('No open deals');
  });

  it('says that nothing matches, and what would', async () => {
    const found = await stand();
    one(found.el, 'input[type=search]').focus();
    await sendKeys({ type: 'battery' });
    await waitUntil(() => all(found.el, '.empty').length === 1 && text(one(found.el, '.empty')).includes('1 deal'));
    expect(text(one(found.el, '.empty p'))).to.equal('Nothing has “battery” in it. 1 deal elsewhere does.');
    await click(one(found.el, '[data-show-all]'));
    await waitUntil(() => titles(found.el).join() === 'Battery');
  });

  it('says that deals could not be read, and reads them again', async () => {
    let faulty: FaultyAdapter | undefined;
    const failed = await stand(undefined, {
      wrap: (adapter) =>
        (faulty = faultyAdapter(adapter, [{ on: 'read', kind: 'deal', times: 1, fault: { reject: 'denied' } }])),
    });
    expect(faulty).not.to.equal(undefined);
    expect(text(one(failed.el, '[role=alert] h3'))).to.equal('Deals could not be loaded');
    await click(one(failed.el, '[data-retry]'));
    await waitUntil(() => titles(failed.el).length === 4);
  });

  it('holds others’ new deals back while somebody reads, and shows them on demand', async () => {
    let faulty: FaultyAdapter | undefined;
    const { el } = await stand(undefined, { wrap: (adapter) => (faulty = faultyAdapter(adapter, [])) });
    await focusRow(el, 'roof');
    const added = aDeal({ id: 'new', title: 'From elsewhere', stageId: 'stage-0', value: money('1') });
    faulty!.hear(await faulty!.commit([creation('deal', added)]));
    await waitUntil(() => text(one(el, '.banners')).includes('1 new deal'));
    expect(titles(el)).to.have.length(4);
    await click(one(el, '[data-show-waiting]'));
    await waitUntil(() => titles(el).includes('From elsewhere'));
  });

  it('keeps segment, order and columns for each user; what the page has set stays', async () => {
    const { el, store } = await stand();
    await click(one(el, '[data-segment=lost]'));
    await waitUntil(() => titles(el).length === 2);
    await click(one(el, '[data-sort=title]'));
    await waitUntil(() => sortOf(el, 'Deal') === 'ascending');
    el.remove();
    await kept(store, 'deal-list', { segment: 'lost', orders: el.setup.orders });
    const again = await list(store);
    expect(again.segment).to.equal('lost');
    expect(titles(again)).to.deep.equal(['Battery', 'Charger']);
    const told = await list(store, { set: (made) => (made.segment = 'won') });
    expect(titles(told)).to.deep.equal(['Panels']);
  });

  it('draws a few dozen of fifty thousand deals, and goes to the last one by key', async function () {
    this.timeout(60_000);
    const { el } = await stand(manyDeals(50_000));
    expect(one(el, '[role=grid]').ariaRowCount).to.equal('50001');
    expect(all(el, '.lrow[data-id]').length).to.be.lessThan(60);
    await waitUntil(() => foot(el) === '50,000 deals €500,000 €237,500 weighted', 'over all of them');
    await focusRow(el, 'deal-1');
    await press(el, 'End');
    await waitUntil(() => el.shadowRoot!.activeElement?.getAttribute('aria-rowindex') === '50001', 'the last one');
    expect(all(el, '.lrow[data-id]').length).to.be.lessThan(90);
  });

  it('of ten thousand deals both ends are reached by key and by scrolling, and nothing lies beyond them', async function () {
    this.timeout(60_000);
    const { el } = await stand(manyDeals(10_000));
    const at = (): string | null | undefined => el.shadowRoot!.activeElement?.getAttribute('aria-rowindex');
    const box = one(el, '.list');
    // Sorted by what is next: none has anything, so the newest comes first.
    await focusRow(el, 'deal-1');
    await press(el, 'PageUp');
    expect(at(), 'nothing is above the first').to.equal('2');
    await press(el, 'End');
    await waitUntil(() => at() === '10001', 'the last one');
    await press(el, 'ArrowDown', 'PageDown', 'j');
    expect(at(), 'nothing is below the last').to.equal('10001');
    expect(inSight(el, 'deal-10000')).to.equal(true);
    await press(el, 'ArrowUp');
    expect(at()).to.equal('10000');
    await press(el, 'PageUp');
    await waitUntil(() => Number(at()) < 9_999 && Number(at()) > 9_900, 'a page up');
    expect(inSight(el, `deal-${Number(at()) - 1}`)).to.equal(true);
    await press(el, 'Home');
    await waitUntil(() => at() === '2', 'the first one');
    expect(inSight(el, 'deal-1')).to.equal(true);
    box.scrollTop = box.scrollHeight;
    await waitUntil(
      () => all(el, '.lrow[data-id="deal-10000"]').length === 1 && inSight(el, 'deal-10000'),
      'scrolled to the last',
    );
    await settled(el);
    const last = row(el, 'deal-10000').getBoundingClientRect();
    expect(box.getBoundingClientRect().top + box.clientHeight - last.bottom, 'no empty space below it').to.be.below(
      last.height,
    );
    expect(all(el, '.lrow[data-id]').length).to.be.lessThan(90);
    expect(at(), 'the focus stays where it was').to.equal('2');
    await press(el, 'ArrowDown');
    await waitUntil(() => at() === '3' && inSight(el, 'deal-2'), 'a key leads back to it');
    box.scrollTop = 0;
    await waitUntil(
      () => all(el, '.lrow[data-id="deal-1"]').length === 1 && inSight(el, 'deal-1'),
      'scrolled to the first',
    );
  });

  it('follows what changes elsewhere', async () => {
    let faulty: FaultyAdapter | undefined;
    const { el } = await stand(undefined, { wrap: (adapter) => (faulty = faultyAdapter(adapter, [])) });
    faulty!.hear(await faulty!.commit([edit('deal', 'roof', { status: ['open', 'won'] })]));
    await waitUntil(() => !titles(el).includes('Roof'), 'it is won: gone from the open ones');
    await waitUntil(() => segments(el).startsWith('Open 3 Won 2'));
  });
});
