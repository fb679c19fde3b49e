import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { DealPipeline } from '../../../src/elements/deal-pipeline/deal-pipeline.js';
import { aField, aStage, creation, today } from '../../../src/testing/fixtures.js';
import { all, board, card, cards, click, deal, one, said, settled, sixDeals, stage, stand, text } from './support.js';

/** As a person at the keyboard or the pointer does it; the list of a native select is the browser's. */
async function choose(el: DealPipeline, selector: string, value: string): Promise<void> {
  const select = one(el, selector) as HTMLSelectElement;
  select.focus();
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(el);
}
const shown = (el: DealPipeline): string =>
  all(el, '.card[data-id]')
    .map(({ dataset }) => dataset['id'])
    .sort()
    .join();
const chips = (el: DealPipeline): string[] => all(el, '.fchips .chip').map(text);
async function open(el: DealPipeline): Promise<void> {
  await click(one(el, '[data-filters]'));
  await waitUntil(() => all(el, 'dialog[open] .fcondition').length > 0, 'the filter is open');
}
const field = (el: DealPipeline): string => el.shadowRoot!.activeElement?.id.replace(/-\d+$/, '') ?? '';

describe('<deal-pipeline> filter', () => {
  it('asks for any field, says what is on, and clears it where it was said', async () => {
    const { el } = await stand();
    await open(el);
    expect(field(el)).to.equal('filter-field');
    await choose(el, 'dialog[open] [id^=filter-field]', 'value');
    await choose(el, 'dialog[open] [id^=filter-currency]', 'EUR');
    one(el, 'dialog[open] [id^=filter-value]').focus();
    await sendKeys({ type: 'much' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(one(el, 'dialog[open]')).includes('Write a number'), 'what cannot be read is told');
    expect(field(el), 'the focus is where the answer is missing').to.equal('filter-value');
    (one(el, 'dialog[open] [id^=filter-value]') as HTMLInputElement).select();
    await sendKeys({ type: '900' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => shown(el) === 'd1,d4', 'euros only');
    expect(chips(el)).to.deep.equal(['Value: at least €900']);
    expect(el.filter).to.deep.equal([{ field: 'value', op: 'gte', value: { amount: '900', currency: 'EUR' } }]);
    expect(el.shadowRoot!.activeElement === one(el, '[data-filters]'), 'the focus is back').to.equal(true);
    expect(one(el, '[data-filters]').getAttribute('aria-label')).to.equal('Filter: 1 on');
    expect(said(el)).to.contain('1 condition is on');
    await click(one(el, '.fchips .chip-x'));
    await waitUntil(() => shown(el) === 'd1,d2,d3,d4,d5');
    await waitUntil(() => el.shadowRoot!.activeElement === one(el, '[data-filters]'), 'the focus has a place');
    expect(all(el, '.fchips').length).to.equal(0);
  });

  it('builds groups by keyboard, any of which may hold, and shows them as one chip that opens them again', async () => {
    const { el } = await stand();
    one(el, '[data-filters]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(el, 'dialog[open] .fcondition').length === 1);
    one(el, 'dialog[open] [id^=filter-value]').focus();
    await sendKeys({ type: 'izmir' });
    one(el, 'dialog[open] [data-add-group]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => field(el) === 'filter-holds', 'the focus is in the new group');
    await choose(el, 'dialog[open] .fgroup .fcondition [id^=filter-field]', 'labelIds');
    one(el, 'dialog[open] .fgroup .fchoices input').focus();
    await sendKeys({ press: ' ' });
    await choose(el, 'dialog[open] .fdialog > .field select', 'any');
    await click(one(el, 'dialog[open] [data-apply]'));
    await waitUntil(() => shown(el) === 'd1,d3', 'either holds');
    expect(chips(el)).to.deep.equal(['Title: izmir or Label: Hot']);
    await click(one(el, '.fchips [data-part]'));
    await waitUntil(() => all(el, 'dialog[open] .fcondition').length === 2, 'they are all there again');
    await click(one(el, 'dialog[open] .fgroup-head .fcross'));
    await waitUntil(() => all(el, 'dialog[open] .fgroup').length === 0);
    expect(field(el), 'the focus goes to what is left').to.equal('filter-field');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => all(el, 'dialog[open]').length === 0);
    expect(shown(el), 'Escape leaves all as it was').to.equal('d1,d3');
    await click(one(el, '[data-clear-filters]'));
    await waitUntil(() => shown(el) === 'd1,d2,d3,d4,d5');
    expect(said(el)).to.contain('Filters cleared');
  });

  it('knows quiet deals, the next activity, custom fields and periods, which stay what they are when kept', async () => {
    const old = '2026-10-01T09:00:00.000Z';
    const { el, store } = await stand(
      [
        ...sixDeals(),
        ...deal({
          id: 'd6',
          title: 'Old',
          stageId: 'stage-9',
          touchedAt: old,
          createdAt: old,
          updatedAt: old,
          custom: { n: 5 },
        }),
      ],
      {
        changes: [
          creation('stage', aStage({ id: 'stage-9', name: 'Slow', rank: 'a9', rotDays: 14 })),
          creation('field', aField({ id: 'n', name: 'Seats', type: 'number' })),
        ],
      },
    );
    el.filter = [{ field: 'quiet', op: 'quiet', value: ['full'] }];
    await waitUntil(() => shown(el) === 'd6');
    await waitUntil(() => chips(el).join() === 'Quiet: Quiet');
    el.filter = [{ field: 'custom.n', op: 'gte', value: '3' }];
    await waitUntil(() => chips(el).join() === 'Seats: at least 3' && shown(el) === 'd6');
    el.filter = [{ field: 'nextActivity', op: 'activity', value: ['overdue'] }];
    await waitUntil(() => shown(el) === 'd1,d4');
    el.filter = [];
    await waitUntil(() => shown(el).includes('d5'));
    await open(el);
    await choose(el, 'dialog[open] [id^=filter-field]', 'expectedClose');
    await choose(el, 'dialog[open] [id^=filter-value]', 'last');
    await click(one(el, 'dialog[open] [data-apply]'));
    await waitUntil(() => shown(el) === 'd1');
    expect(chips(el)).to.deep.equal(['Expected close: last 30 days']);
    el.remove();
    const kept = (): Promise<unknown> => store.read({ kind: 'view', window: { after: null, limit: 1 } });
    while (!JSON.stringify(await kept()).includes('within')) await settled(el);
    const again = await board(store);
    await waitUntil(() => shown(again) === 'd1', 'it is kept for this person');
    expect(again.filter).to.deep.equal([{ field: 'expectedClose', op: 'within', value: { last: 30 } }]);
    expect(today).to.equal('2026-11-23');
  });

  it('tells what was deleted, and what a page hands in that is no filter', async () => {
    const { el } = await stand();
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => void warned.push(words);
    try {
      el.filter = [{ field: 'labelIds', op: 'has', value: ['gone'] }, 7] as unknown as DealPipeline['filter'];
      await waitUntil(() => chips(el).length === 1);
    } finally {
      console.warn = warn;
    }
    expect(JSON.stringify(warned)).to.contain('shape');
    expect(chips(el)[0]).to.contain('What was chosen here was deleted').and.to.contain('Label: deleted');
    expect(el.filter).to.deep.equal([{ field: 'labelIds', op: 'has', value: ['gone'] }]);
    await waitUntil(() => all(el, '.card[data-id]').length === 0, 'nothing fits it');
    await click(one(el, '.fchips [data-part]'));
    await waitUntil(() => all(el, 'dialog[open] .fchoices input:checked').length === 1, 'it can be let go');
    await click(one(el, 'dialog[open] .fcross'));
    await click(one(el, 'dialog[open] [data-apply]'));
    await waitUntil(() => shown(el) === 'd1,d2,d3,d4,d5');
  });

  it('keeps the owner as a quick way that is part of the same filter', async () => {
    const { el } = await stand([
      ...sixDeals(),
      ...deal({ id: 'd7', title: 'Mine', ownerId: 'user-2', stageId: 'stage-0' }),
    ]);
    el.filter = [{ field: 'title', op: 'contains', value: 'i' }];
    await waitUntil(() => chips(el).length === 1);
    await click(one(el, '[data-owners]'));
    await click(one(el, '.menu [data-id=user-2]'));
    await waitUntil(() => shown(el) === 'd7');
    expect(el.filter.length).to.equal(2);
    expect(chips(el)).to.deep.equal(['Title: i']);
    await open(el);
    expect(all(el, 'dialog[open] .fcondition').map((each) => each.dataset['condition'])).to.deep.equal([
      'ownerId',
      'title',
    ]);
    await click(one(el, 'dialog[open] [data-clear-filter]'));
    await click(one(el, 'dialog[open] [data-apply]'));
    await waitUntil(() => cards(el, 0).length === 4);
    expect(text(one(el, '[data-owners]'))).to.equal('Everyone');
  });

  it('can be used by people who listen, on a narrow board and from right to left', async () => {
    const { el } = await stand(sixDeals(), { width: 390, dir: 'rtl' });
    el.filter = [
      { field: 'title', op: 'contains', value: 'o' },
      {
        any: [
          { field: 'value', op: 'filled' },
          { field: 'labelIds', op: 'has', value: ['hot'] },
        ],
      },
    ];
    await waitUntil(() => chips(el).length === 2);
    await expect(el).to.be.accessible();
    const bar = one(el, '.fchips').getBoundingClientRect();
    expect(bar.width).to.be.at.most(390);
    expect(one(el, '.board').getBoundingClientRect().top).to.be.at.least(bar.bottom - 1);
    await open(el);
    await Promise.all(all(el, 'dialog').flatMap((part) => part.getAnimations().map(({ finished }) => finished)));
    await expect(el).to.be.accessible();
    const dialog = one(el, 'dialog[open]');
    expect(dialog.scrollWidth, 'nothing is cut off').to.be.at.most(dialog.clientWidth + 1);
    expect(stage(el, 0)).to.exist;
    expect(card(el, 'd1')).to.exist;
  });
});
