/** Another day: by key, menu, mouse and finger; several at once; and every way in which it comes to nothing. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ActivityList } from '../../../src/elements/activity-list/activity-list.js';
import { chord, middle, orSkip, touch } from '../../support/commands.js';
import {
  activity,
  aDay,
  all,
  click,
  day,
  focusedId,
  focusRow,
  lines,
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

/** Takes a row and holds it over something. */
async function hold(el: ActivityList, id: string, where: () => Element): Promise<void> {
  const [x, y] = middle(row(el, id).querySelector('.what small')!);
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x + 12, y + 6] });
  await waitUntil(() => one(el, '.days').hidden === false, 'it is lifted');
  await waitUntil(() => said(el).includes('Lifted'), 'it is said');
  await sendMouse({ type: 'move', position: middle(where()) });
  await waitUntil(() => all(el, '[data-over]').length === 1, 'it is over a day');
}

function asBefore(el: ActivityList): void {
  expect(lines(el).slice(0, 9)).to.deep.equal([
    'Overdue 2',
    'late-1',
    'late-2',
    'Today 3',
    'all-day',
    'one',
    'two',
    'Tomorrow 1',
    'tomorrow',
  ]);
  expect(all(el, '.drag-ghost, [data-gone], [data-over], .days:not([hidden])')).to.have.length(0);
}

describe('<activity-list>: another day', () => {
  /** The pointer that holds the row; each engine has its own numbers. */
  let pointer = 1;
  afterEach(() => resetMouse());

  it('T and Shift+T bring what is late to today and tomorrow; the focus stays in its place', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'late-1');
    await press(el, 't');
    await waitUntil(() => lines(el).includes('Today 4'));
    expect((await stored(store, 'late-1')).due).to.equal(monday);
    expect(toast(el)).to.contain('Moved to Today').and.to.contain('Undo');
    await waitUntil(() => focusedId(el) === 'late-2');
    await chord('Shift+T');
    await waitUntil(() => lines(el).includes('Tomorrow 2'));
    // It keeps its time of day.
    expect(await stored(store, 'late-2')).to.include({ due: day(1), time: '10:00' });
    await waitUntil(() => focusedId(el) !== null);
    await press(el, 'z', 'z');
    await waitUntil(() => lines(el).includes('Overdue 2'));
    asBefore(el);
  });

  it('Alt with an arrow moves a day on and back, and the focus goes along', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'two');
    await chord('Alt+ArrowDown');
    await waitUntil(() => lines(el).includes('Tomorrow 2'));
    await waitUntil(() => focusedId(el) === 'two');
    await chord('Alt+ArrowDown');
    await waitUntil(async () => (await stored(store, 'two')).due === day(2));
    await waitUntil(() => focusedId(el) === 'two' && lines(el).includes('Wed, Nov 25 1'));
    await chord('Alt+ArrowUp');
    await chord('Alt+ArrowUp');
    await waitUntil(async () => (await stored(store, 'two')).due === monday);
    await waitUntil(() => focusedId(el) === 'two');
    await settled(el);
    await chord('Alt+ArrowUp');
    await waitUntil(() => said(el).includes('It is due today or earlier, so it stays where it is'));
    expect((await stored(store, 'two')).due).to.equal(monday);
  });

  it('M moves to a day by name, or to one that is chosen', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'one');
    await press(el, 'm');
    const names = all(el, '[popover] [role=menuitem]').map(text);
    expect(names.join('\n')).to.contain('In two days, Wed, Nov 25').and.to.contain('Next Monday, Mon, Nov 30');
    await click(one(el, '[popover] [data-id=nextMonday]'));
    await waitUntil(async () => (await stored(store, 'one')).due === day(7));
    await waitUntil(() => focusedId(el) === 'two');
    await press(el, 'm');
    await click(one(el, '[popover] [data-id=choose]'));
    await waitUntil(() => el.shadowRoot!.activeElement?.id === 'move-day');
    const field = one<HTMLInputElement>(el, '#move-day');
    field.value = day(20);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await press(el, 'Enter');
    await waitUntil(async () => (await stored(store, 'two')).due === day(20));
    expect(lines(el)).to.include('Later 1');
  });

  it('several are selected, moved together and done together, each with one way back', async () => {
    const { el, store } = await stand();
    await focusRow(el, 'late-1');
    await press(el, 'x');
    await chord('Shift+ArrowDown');
    await settled(el);
    expect(text(one(el, '.bulk'))).to.contain('2 selected');
    expect(all(el, '.arow[aria-selected=true]').map((each) => each.dataset['item'])).to.have.members([
      'late-1',
      'late-2',
    ]);
    await press(el, 't');
    await waitUntil(() => lines(el)[0] === 'Today 5');
    expect(toast(el)).to.contain('2 activities moved to Today');
    expect(el.shadowRoot!.querySelector('.bulk')).to.equal(null);
    await press(el, 'z');
    await waitUntil(() => lines(el)[0] === 'Overdue 2');
    asBefore(el);
    await focusRow(el, 'all-day');
    await press(el, 'x', 'j', 'x');
    await click(one(el, '[data-bulk=done]'));
    await waitUntil(() => lines(el).includes('Today 1'));
    expect(toast(el)).to.contain('2 activities marked');
    expect([(await stored(store, 'all-day')).done, (await stored(store, 'one')).done]).to.deep.equal([true, true]);
    await click(one(el, '.toast button'));
    await waitUntil(() => lines(el).includes('Today 3'));
    asBefore(el);
  });

  it('hundreds are moved by one command, and there is one way back', async () => {
    const many = Array.from({ length: 300 }, (_, n) => activity(`a${String(n).padStart(3, '0')}`, { due: day(-2) }));
    const { el, store } = await stand(many);
    const ids = many.map(({ id }) => id);
    await focusRow(el, 'a000');
    await press(el, 'x');
    await click(row(el, 'a003').querySelector('[data-do=select]')!);
    expect(text(one(el, '.bulk'))).to.contain('2 selected');
    const result = await store.execute('activities-move', { ids, due: monday });
    await waitUntil(() => lines(el)[0] === 'Today 300');
    await result.undo();
    await press(el, 'Home');
    await waitUntil(() => lines(el)[0] === 'Overdue 300');
  });

  it('is dragged to a day below, or to another group', async () => {
    const { el, store } = await stand();
    await hold(el, 'two', () => all(el, '.dayzone')[3]!);
    await waitUntil(() => said(el).includes('To Thu, Nov 26'));
    await sendMouse({ type: 'up' });
    await waitUntil(async () => (await stored(store, 'two')).due === day(3));
    await waitUntil(() => lines(el).includes('Thu, Nov 26 2'));
    await settled(el);
    await hold(el, 'one', () => row(el, 'tomorrow'));
    await waitUntil(() => row(el, 'head:tomorrow').matches('[data-over]'));
    await sendMouse({ type: 'up' });
    await waitUntil(async () => (await stored(store, 'one')).due === day(1));
    expect((await stored(store, 'one')).time).to.equal('09:15');
    expect(all(el, '.drag-ghost, [data-gone], [data-over], .days:not([hidden])')).to.have.length(0);
  });

  it('nothing can be dragged into the past', async () => {
    const { el, store } = await stand();
    await hold(el, 'two', () => row(el, 'tomorrow'));
    await sendMouse({ type: 'move', position: middle(row(el, 'late-1')) });
    await waitUntil(() => all(el, '[data-over]').length === 0);
    await sendMouse({ type: 'up' });
    await settled(el);
    asBefore(el);
    expect((await stored(store, 'two')).due).to.equal(monday);
  });

  for (const [name, end] of [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['a window that loses the focus', () => void window.dispatchEvent(new FocusEvent('blur'))],
    [
      'a pointer that is cancelled',
      () => void window.dispatchEvent(new PointerEvent('pointercancel', { pointerId: pointer, bubbles: true })),
    ],
    ['lost capture', (el) => void el.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: pointer }))],
  ] as readonly (readonly [string, (el: ActivityList) => Promise<void> | void])[])
    it(`${name} puts everything back, and nothing is written`, async () => {
      const { el, store } = await stand();
      el.addEventListener('pointerdown', (event) => (pointer = event.pointerId));
      await hold(el, 'two', () => all(el, '.dayzone')[3]!);
      await end(el);
      await waitUntil(() => one(el, '.days').hidden);
      await sendMouse({ type: 'up' });
      await settled(el);
      asBefore(el);
      expect((await stored(store, 'two')).due).to.equal(monday);
      await waitUntil(() => said(el).includes('Back where it was'));
    });

  it('what another tab takes away or moves while it is held is let go', async () => {
    const { el, store } = await stand();
    await hold(el, 'two', () => all(el, '.dayzone')[3]!);
    await store.execute('activity-edit', { id: 'two', fields: { due: day(1) } });
    await waitUntil(() => one(el, '.days').hidden);
    await waitUntil(() => said(el).includes('somebody else has changed it'));
    await sendMouse({ type: 'up' });
    await settled(el);
    expect((await stored(store, 'two')).due).to.equal(day(1));
  });

  it('a finger that rests lifts a row and takes it to a day', async function () {
    const { el } = await stand();
    const [x, y] = middle(row(el, 'two').querySelector('.what small')!);
    await orSkip(this, () => touch({ type: 'start', x, y }, { type: 'hold', ms: 700 }));
    await waitUntil(() => !one(el, '.days').hidden);
    // The days have come up: where they are is seen only now.
    const [toX, toY] = middle(all(el, '.dayzone')[3]!);
    await touch({ type: 'move', x: toX, y: toY - 8 }, { type: 'move', x: toX, y: toY });
    await waitUntil(() => said(el).includes('To Thu, Nov 26'));
    await touch({ type: 'end' });
    await waitUntil(() => lines(el).includes('Thu, Nov 26 2'));
    expect(toast(el)).to.contain('Moved to Thu, Nov 26');
    expect(all(el, '.drag-ghost, [data-gone], [data-over], .days:not([hidden])')).to.have.length(0);
  });
});

describe('<activity-list>: what may not be', () => {
  it('a refusal of the page leaves everything as it is, and says why', async () => {
    const { el, store } = await stand(aDay());
    el.addEventListener('activities-move', (event) => event.plan.drafts[0]?.refuse('Not before the tender'));
    await focusRow(el, 'two');
    await press(el, 't');
    await chord('Shift+T');
    await waitUntil(() => el.shadowRoot!.textContent?.includes('Not before the tender') === true);
    expect((await stored(store, 'two')).due).to.equal(monday);
    asBefore(el);
  });

  it('who may not move or mark cannot, and is told why', async () => {
    const { el, store } = await stand(aDay(), {
      can: (action) => (action.startsWith('activit') ? 'Ask Robin first' : true),
    });
    const box = row(el, 'two').querySelector<HTMLInputElement>('[data-do=done]')!;
    expect(box.disabled).to.equal(true);
    expect(box.title).to.equal('Ask Robin first');
    await focusRow(el, 'two');
    await press(el, 'Space');
    expect((await stored(store, 'two')).done).to.equal(false);
    expect(one(el, '[data-plan]').getAttribute('aria-disabled')).to.equal('true');
  });
});
