/** The day: what stands where, done in place with the next one proposed, by key and mouse. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { creation, aLead, aDeal } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import {
  activity,
  aDay,
  all,
  click,
  day,
  focusedId,
  focusRow,
  lines,
  loneDay,
  monday,
  one,
  press,
  row,
  said,
  settled,
  stand,
  stored,
  text,
  toast,
} from './support.js';

const first = [
  'Overdue 2',
  'late-1',
  'late-2',
  'Today 3',
  'all-day',
  'one',
  'two',
  'Tomorrow 1',
  'tomorrow',
  'Thu, Nov 26 1',
  'thursday',
  'Next week 1',
  'next-week',
  'Without a day 1',
  'no-day',
];

describe('<activity-list>: the day', () => {
  afterEach(() => resetMouse());

  it('groups one’s own by day, with how many each has; all-day ones stand above those with a time', async () => {
    const { el } = await stand();
    expect(lines(el).slice(0, first.length)).to.deep.equal(first);
    const late = text(row(el, 'late-1'));
    expect(late)
      .to.contain('4 days overdue')
      .and.to.contain('Deal Heat pump · Kordon Lojistik')
      .and.to.contain('Meeting');
    expect(text(row(el, 'late-2')))
      .to.contain('1 day overdue')
      .and.to.contain('10:00');
    expect(text(row(el, 'all-day')))
      .to.contain('All day')
      .and.to.contain('Lead Solar roof · Ada Yıldız');
    expect(text(row(el, 'one'))).to.contain('9:15');
    expect(row(el, 'one').querySelector('.own [role=img]')!.getAttribute('aria-label')).to.equal('Robin');
  });

  it('opens the lead or deal of an activity, by mouse and by key; the page may do it in its own way', async () => {
    const { el } = await stand();
    const opened: string[] = [];
    for (const name of ['lead-open', 'deal-open'] as const)
      el.addEventListener(name, (event) => opened.push(`${name} ${event.detail.id}`));
    await click(row(el, 'one').querySelector('[data-do=open]')!);
    await focusRow(el, 'two');
    await press(el, 'Enter');
    expect(opened).to.deep.equal(['deal-open pump', 'lead-open roof']);
  });

  it('is marked done by Space: the next one is proposed in its place, Enter plans it', async () => {
    const { el, store } = await stand(loneDay());
    await focusRow(el, 'one');
    await press(el, 'Space');
    await waitUntil(() => lines(el).includes('form'), 'it is proposed');
    expect(lines(el).slice(3, 7)).to.deep.equal(['Today 2', 'all-day', 'form', 'two']);
    expect(toast(el)).to.contain('“Subject one” is done').and.to.contain('Undo');
    expect((await stored(store, 'one')).done).to.equal(true);
    await waitUntil(() => focusedId(el) === 'form', 'the focus is at the proposal');
    expect(said(el)).to.contain('Proposed: Call, Wed, Nov 25');
    expect(text(one(el, '.proposal'))).to.contain('Next for Heat pump');
    await press(el, 'Enter');
    await waitUntil(() => !lines(el).includes('form'));
    const { records } = await store.read({
      kind: 'activity',
      where: {
        all: [
          { field: 'dealId', op: 'is', value: 'pump' },
          { field: 'due', op: 'is', value: day(2) },
        ],
      },
      window: { offset: 0, limit: 5 },
    });
    expect(records.map(({ type, subject, ownerId }) => [type, subject, ownerId])).to.deep.equal([
      ['call', 'Call', 'user-1'],
    ]);
    expect(lines(el)).to.include('Wed, Nov 25 1');
    // The focus has come to what stands there now.
    await waitUntil(() => focusedId(el) === 'two');
  });

  it('Escape declines, and what was written about it is kept', async () => {
    const { el, store } = await stand(loneDay());
    await click(row(el, 'one').querySelector('[data-do=done]')!);
    await waitUntil(() => lines(el).includes('form'));
    one(el, '#next-outcome').focus();
    await sendKeys({ type: 'They want a second offer' });
    await press(el, 'Escape');
    await waitUntil(() => !lines(el).includes('form'));
    await waitUntil(async () => (await stored(store, 'one')).note === 'They want a second offer');
    expect((await store.read({ kind: 'activity', window: { offset: 0, limit: 99 } })).records).to.have.length(10);
    expect(focusedId(el)).to.equal('two');
  });

  it('Undo of the toast, and Z, bring it back, and the proposal goes', async () => {
    const { el, store } = await stand(loneDay());
    await focusRow(el, 'one');
    await press(el, 'Space');
    await waitUntil(() => lines(el).includes('form'));
    await press(el, 'z');
    await waitUntil(() => lines(el).includes('one'));
    expect(lines(el).slice(0, first.length)).to.deep.equal(first);
    expect((await stored(store, 'one')).done).to.equal(false);
    await chord('Shift+Z');
    await waitUntil(() => !lines(el).includes('one'));
  });

  it('nothing is proposed where something is planned already, or nothing is under way any more', async () => {
    const { el, store } = await stand([
      ...loneDay(),
      activity('second', { leadId: null, dealId: 'pump', due: day(2) }),
    ]);
    await focusRow(el, 'one');
    await press(el, 'Space');
    await waitUntil(() => !lines(el).includes('one'));
    await waitUntil(() => toast(el).includes('“Subject one” is done'));
    expect(lines(el)).not.to.include('form');
    await store.execute('deal-win', { ids: ['pump'] });
    await focusRow(el, 'second');
    await press(el, 'Space');
    await waitUntil(() => toast(el).includes('“Subject second” is done'));
    await waitUntil(() => !lines(el).includes('second'));
    expect(lines(el)).not.to.include('form');
  });

  it('J and K pass the heads of groups, arrows stop at them; Enter closes a group and opens it', async () => {
    const { el } = await stand();
    await focusRow(el, 'late-2');
    await press(el, 'j');
    expect(focusedId(el)).to.equal('all-day');
    await press(el, 'k', 'k');
    expect(focusedId(el)).to.equal('late-1');
    await press(el, 'ArrowUp', 'Enter');
    expect(focusedId(el)).to.equal('head:overdue');
    expect(lines(el).slice(0, 3)).to.deep.equal(['Overdue 2', 'Today 3', 'all-day']);
    expect(row(el, 'head:overdue').getAttribute('aria-expanded')).to.equal('false');
    await press(el, 'Space');
    expect(lines(el).slice(0, 3)).to.deep.equal(['Overdue 2', 'late-1', 'late-2']);
    await press(el, 'End');
    const last = lines(el).at(-1);
    expect(focusedId(el)).to.be.oneOf([last, `head:${last}`, 'head:done', 'head:leads']);
  });

  it('shows what was done today and takes it back by its box', async () => {
    const { el, store } = await stand([
      ...aDay().slice(0, 5),
      activity('rung', { done: true, doneAt: `${monday}T07:10:00Z` }),
      activity('old', { done: true, doneAt: `${day(-1)}T23:59:00Z` }),
    ]);
    const head = row(el, 'head:done');
    expect(text(head)).to.contain('Done today').and.to.contain('1');
    await click(head.querySelector('b')!);
    await settled(el);
    expect(text(row(el, 'rung'))).to.contain('Done 7:10');
    await click(row(el, 'rung').querySelector('[data-do=done]')!);
    await waitUntil(async () => !(await stored(store, 'rung')).done);
    expect(lines(el)[3]).to.equal('Today 4');
  });

  it('names what has nothing planned, and plans it with a press and Enter', async () => {
    const { el, store } = await stand([
      ...aDay().slice(0, 5),
      creation('lead', aLead({ id: 'bare', title: 'Bare lead' })),
      creation('deal', aDeal({ id: 'idle', title: 'Idle deal' })),
      creation('deal', aDeal({ id: 'won', title: 'Won deal', status: 'won' })),
    ]);
    expect(lines(el)).to.include.members(['Deals with nothing planned 1', 'idle', 'Leads with nothing planned 1']);
    await click(row(el, 'idle').querySelector('[data-do=plan]')!);
    await waitUntil(() => focusedId(el) === 'form');
    await press(el, 'Enter');
    await waitUntil(() => !lines(el).includes('idle'));
    const where = { field: 'dealId', op: 'is', value: 'idle' } as const;
    const { records } = await store.read({ kind: 'activity', where, window: { offset: 0, limit: 5 } });
    expect(records).to.have.length(1);
    expect(lines(el)).not.to.include('Deals with nothing planned 1');
  });

  it('what others change is folded in: another day, done, deleted', async () => {
    const { el, store } = await stand();
    await store.execute('activity-edit', { id: 'two', fields: { due: day(1), time: '08:00' } });
    await waitUntil(() => lines(el).includes('Tomorrow 2'));
    expect(lines(el).slice(3, 9)).to.deep.equal(['Today 2', 'all-day', 'one', 'Tomorrow 2', 'tomorrow', 'two']);
    await store.execute('activity-delete', { id: 'one' });
    await waitUntil(() => lines(el).includes('Today 1'));
    await store.execute('lead-edit', { id: 'roof', fields: { title: 'Flat roof' } });
    await waitUntil(() => text(row(el, 'all-day')).includes('Flat roof'));
  });

  it('midnight: what was for tomorrow is for today', async () => {
    const { el, setNow } = await stand();
    setNow(`${day(1)}T00:00:30Z`);
    el.requestUpdate();
    await waitUntil(() => lines(el)[0] === 'Overdue 5');
    expect(lines(el).slice(6, 8)).to.deep.equal(['Today 1', 'tomorrow']);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`has no faults that axe finds, ${theme}`, async () => {
      const { el } = await stand(loneDay(), { theme });
      await expect(el).to.be.accessible();
      await focusRow(el, 'one');
      await press(el, 'Space');
      await waitUntil(() => lines(el).includes('form'));
      await expect(el).to.be.accessible();
      expect(all(el, '[tabindex="0"][data-item]')).to.have.length(1);
    });

  it('ten thousand are scrolled through with few of them drawn', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      activity(`a${String(n).padStart(5, '0')}`, { due: day(n % 60) }),
    );
    const { el } = await stand(many);
    const box = one(el, '.list');
    expect(all(el, '[data-item]').length).to.be.below(60);
    await focusRow(el, lines(el)[1]!);
    await press(el, 'End');
    await waitUntil(() => focusedId(el) !== null);
    box.scrollTop = box.scrollHeight / 2;
    await waitUntil(() =>
      all(el, '.arow[data-item]').some(
        (each) =>
          text(each).includes('Solar roof') && each.getBoundingClientRect().top > box.getBoundingClientRect().top,
      ),
    );
    expect(all(el, '[data-item]').length).to.be.below(80);
  });
});
