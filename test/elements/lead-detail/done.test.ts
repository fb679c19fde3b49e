/** What can be done with an activity that is done, in the history of each detail: what can be done with a planned one, but for marking it done. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../src/define/contact-detail.js';
import '../../../src/define/deal-detail.js';
import '../../../src/define/lead-detail.js';
import type { Activity } from '../../../src/domain/records.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aLead, anActivity, creation } from '../../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, text, type } from '../../shared/support/detail-stand.js';

type Detail = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };

const done = (on: object, due: string | null = '2026-11-20') =>
  creation(
    'activity',
    anActivity({
      id: 'call',
      subject: 'Ring Ada',
      due,
      done: true,
      doneAt: '2026-11-20T10:00:00.000Z',
      leadId: null,
      ...on,
    }),
  );
const details = [
  ['lead-detail', { leadId: 'one' }, { leadId: 'one' }],
  ['deal-detail', { dealId: 'one' }, { dealId: 'one' }],
  ['contact-detail', { personId: 'person-1' }, { personId: 'person-1' }],
] as const;

async function stand(
  tag: string,
  set: object,
  on: object,
  due?: string | null,
): Promise<{ detail: Detail; store: CrmStore }> {
  const stood = await detailStand<Detail>(
    () => Object.assign(document.createElement(tag), set) as unknown as Detail,
    [
      creation('lead', aLead({ id: 'one', title: 'Roof', seen: true })),
      creation('deal', aDeal({ id: 'one', title: 'Roof' })),
      done(on, due),
    ],
    { width: 1000 },
  );
  await waitUntil(() => stood.detail.shadowRoot!.querySelector('[data-done=call]') !== null, 'it is in the history');
  return stood;
}
const activityIn = async (store: CrmStore): Promise<Activity | undefined> =>
  (await store.read({ kind: 'activity', window: { offset: 0, limit: 5 } })).records[0];
const menuButton = (detail: Detail): HTMLElement => one(detail, '[data-done=call] [aria-haspopup]');
const has = (detail: Detail, selector: string): boolean => detail.shadowRoot!.activeElement?.matches(selector) === true;
const items = (detail: Detail): string[] =>
  [...detail.shadowRoot!.querySelectorAll('[role=menuitem]')].map((item) =>
    item.textContent.replace(/\s+/g, ' ').trim(),
  );
async function open(detail: Detail): Promise<void> {
  menuButton(detail).focus();
  await keys('Enter');
  await waitUntil(() => has(detail, '[role=menuitem]'), 'the menu');
}

describe('an activity that is done', () => {
  for (const [tag, set, on] of details) {
    it(`<${tag}>: its menu, and its edits where it stands`, async () => {
      const { detail, store } = await stand(tag, set, on);
      await open(detail);
      expect(items(detail)).to.deep.equal(['Mark as not done', 'Edit', 'Calendar file (.ics)', 'Delete']);
      detail.lang = 'tr';
      await waitUntil(() => items(detail)[1] === 'Düzenle', 'in another language');
      expect(items(detail)[0]).to.equal('Tamamlanmadı olarak işaretle');
      detail.lang = 'en';
      await waitUntil(() => items(detail)[1] === 'Edit', 'and back');
      await press(named(detail, 'Edit'));
      await waitUntil(() => has(detail, '#edit-call-subject'), 'what it is called can be typed');
      await sendKeys({ press: 'End' });
      await type(' back');
      await keys('Enter');
      await waitUntil(() => text(detail, '[part=history]').includes('Ring Ada back'), 'it is stored and shown');
      await waitUntil(() => has(detail, '[data-done=call] [aria-haspopup]'), 'the focus is at its menu');
      expect(await activityIn(store)).to.include({
        subject: 'Ring Ada back',
        done: true,
        doneAt: '2026-11-20T10:00:00.000Z',
      });

      await open(detail);
      await press(named(detail, 'Edit'));
      await waitUntil(() => has(detail, '#edit-call-subject'));
      await type('x');
      await keys('Escape');
      await waitUntil(() => has(detail, '[data-done=call] [aria-haspopup]'), 'given up');
      expect(text(detail, '[part=history]')).to.contain('Ring Ada back');
    });

    it(`<${tag}>: is marked as not done, and deleted`, async () => {
      const { detail, store } = await stand(tag, set, on);
      await open(detail);
      await press(named(detail, 'Mark as not done'));
      await waitUntil(() => text(detail, '[part=focus]').includes('Ring Ada'), 'it is in the focus again');
      expect(await activityIn(store)).to.include({ done: false, doneAt: null });
      const { detail: other, store: its } = await stand(tag, set, on);
      await open(other);
      await press(named(other, 'Delete'));
      await waitUntil(() => !text(other, '[part=history]').includes('Ring Ada'), 'it is gone');
      expect(await activityIn(its)).to.equal(undefined);
      await waitUntil(() => has(other, '[data-history]'), 'the focus stays near');
    });
  }

  it('without a day has nothing for a calendar', async () => {
    const { detail } = await stand('lead-detail', { leadId: 'one' }, { leadId: 'one' }, null);
    await open(detail);
    expect(items(detail)).to.deep.equal(['Mark as not done', 'Edit', 'Delete']);
  });
});
