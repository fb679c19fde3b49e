/** Hundreds of activities at once: a range, progress, Stop, and one way back. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import type { ActivityList } from '../../../src/elements/activity-list/activity-list.js';
import { faultyAdapter, type FaultyAdapter } from '../../../src/testing/faulty.js';
import {
  activity,
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
  settled,
  stand,
  stored,
  text,
  toast,
} from './support.js';

/** Scrolled to its top, the list begins with this. */
async function atTop(el: ActivityList, first: string): Promise<void> {
  await waitUntil(() => {
    one(el, '.list').scrollTop = 0;
    return lines(el)[0] === first;
  }, first);
}

const threeHundred = Array.from({ length: 300 }, (_, n) =>
  activity(`a${String(n).padStart(3, '0')}`, { due: day(-2) }),
);

/** From the first to the last of them, most of which are scrolled away. */
async function selectAll(el: ActivityList): Promise<void> {
  await focusRow(el, 'a000');
  await press(el, 'x', 'End');
  // What has nothing planned stands below them: how far down the last one stands depends on how much of that has come.
  await waitUntil(() => lines(el).includes('a299') && !lines(el).includes('a000'), 'the last one is drawn');
  expect(focusedId(el)).not.to.equal('a000');
  row(el, 'a299').scrollIntoView({ block: 'center' });
  await settled(el);
  await sendKeys({ down: 'Shift' });
  await click(row(el, 'a299').querySelector('[data-do=select]')!);
  await sendKeys({ up: 'Shift' });
  await waitUntil(() => text(one(el, '.bulk')).includes('300 selected'));
}

describe('<activity-list>: hundreds at once', () => {
  afterEach(() => resetMouse());

  it('hundreds that are moved show how far it is; Stop ends it between two parts, and one way back covers what was done', async () => {
    let faulty: FaultyAdapter | undefined;
    const { el, store } = await stand(threeHundred, { wrap: (adapter) => (faulty = faultyAdapter(adapter, [])) });
    const due = async (on: string): Promise<number> =>
      (
        await store.read({
          kind: 'activity',
          where: { field: 'due', op: 'is', value: on },
          window: { offset: 0, limit: 1 },
        })
      ).total!;
    await selectAll(el);
    // Each part waits for the test.
    faulty!.script([{ on: 'commit', fault: 'hold' }]);
    await press(el, 't');
    await waitUntil(() => all(el, '.bulk [role=progressbar]').length === 1, 'its progress');
    const bar = one(el, '.bulk [role=progressbar]');
    const now = (): number => Number(bar.getAttribute('aria-valuenow'));
    expect([now(), bar.getAttribute('aria-valuemax')]).to.deep.equal([0, '300']);
    await waitUntil(() => faulty!.held > 0, 'the first part is on its way');
    expect(await due(day(-2)), 'nothing is stored yet').to.equal(300);
    faulty!.release(1);
    await waitUntil(() => now() === 100);
    expect(bar.getAttribute('aria-label')).to.contain('100').and.to.contain('300');
    const [full, done] = [bar.getBoundingClientRect().width, bar.querySelector('i')!.getBoundingClientRect().width];
    expect(done / full).to.be.within(0.3, 0.37);
    await expect(el).to.be.accessible();
    await click(one(el, '[data-stop]'));
    faulty!.script([]);
    // What is on its way is stored; what was not begun is not.
    faulty!.release();
    await waitUntil(() => all(el, '[role=progressbar]').length === 0, 'it has ended');
    const moved = await due(monday);
    expect([100, 200]).to.include(moved);
    expect(await due(day(-2))).to.equal(300 - moved);
    await waitUntil(() => toast(el).includes(`${moved} activities moved`));
    await click(one(el, '.toast button'));
    await atTop(el, 'Overdue 300');
    expect(await due(monday)).to.equal(0);
  });

  it('hundreds that are marked done are told as one, and brought back as one', async () => {
    const { el, store } = await stand(threeHundred);
    await selectAll(el);
    await click(one(el, '[data-bulk=done]'));
    await waitUntil(() => toast(el).includes('300 activities marked'));
    expect((await stored(store, 'a150')).done).to.equal(true);
    expect(el.shadowRoot!.querySelector('.bulk'), 'nothing is selected any more').to.equal(null);
    await click(one(el, '.toast button'));
    await atTop(el, 'Overdue 300');
    expect((await stored(store, 'a150')).done).to.equal(false);
  });
});
