/** Both details worked by keyboard alone: every control is reached, and the focus is never lost when what it was on leaves. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import '../../../src/define/lead-detail.js';
import { tabStops } from '../../../src/shared/focus.js';
import type { Change } from '../../../src/domain/change.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aLead, anActivity, aNote, creation } from '../../../src/testing/fixtures.js';
import { chord } from '../../support/commands.js';
import { detailStand, keys, one, text, type } from '../../shared/support/detail-stand.js';

type Detail = HTMLElement & { store?: CrmStore | null; updateComplete: Promise<boolean> };

const about = { personId: 'person-1', organizationId: 'organization-1' };
const lead = creation('lead', aLead({ id: 'one', title: 'Solar roof', seen: true, labelIds: ['label-1'], ...about }));
const deal = creation('deal', aDeal({ id: 'one', title: 'Solar roof', labelIds: ['label-1'], ...about }));
const hung = (on: { leadId: string } | { dealId: string }): readonly Change[] => [
  creation('note', aNote({ id: 'n', text: 'A note', ...on })),
  creation('activity', anActivity({ id: 'a', subject: 'Ring Ada', due: '2026-11-24', ...on })),
];

const leadStand = (width = 440): Promise<{ detail: Detail; store: CrmStore }> =>
  detailStand<Detail>(
    () => Object.assign(document.createElement('lead-detail'), { leadId: 'one', position: { index: 1, of: 3 } }),
    [lead, ...hung({ leadId: 'one' })],
    { width },
  );
const dealStand = (width = 1000): Promise<{ detail: Detail; store: CrmStore }> =>
  detailStand<Detail>(
    () => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }),
    [deal, ...hung({ dealId: 'one' })],
    { width },
  );

const focused = (detail: Detail): HTMLElement | null => detail.shadowRoot!.activeElement as HTMLElement | null;
const nameOf = (element: Element | null): string =>
  element === null
    ? 'nothing'
    : (element.getAttribute('aria-label') ??
      (element.textContent.trim() || element.getAttribute('placeholder') || (element.getAttribute('id') ?? '')));
const is = (detail: Detail, selector: string): boolean => focused(detail)?.matches(selector) === true;
const has = (detail: Detail, selector: string): boolean => detail.shadowRoot!.querySelector(selector) !== null;
/** By the keyboard: the control of this selector is gone to and pressed. */
async function enter(detail: Detail, selector: string): Promise<void> {
  one(detail, selector).focus();
  await keys('Enter');
}
/** The first or last entry of the open menu. */
async function choose(detail: Detail, id: 'edit' | 'pin' | 'delete'): Promise<void> {
  await waitUntil(() => is(detail, '[role^=menuitem]'), 'the menu has the focus');
  const focused = () => detail.shadowRoot!.activeElement;
  for (const first = focused(); !is(detail, `[data-id="${id}"]`);) {
    const before = focused();
    await keys('ArrowDown');
    await waitUntil(() => focused() !== before, 'the next entry');
    expect(focused() === first, `${id} is in the menu`).to.equal(false);
  }
  await keys('Enter');
}

describe('a detail by keyboard alone', () => {
  for (const [name, make] of [
    ['<lead-detail>', () => leadStand()],
    ['<lead-detail>, wide', () => leadStand(900)],
    ['<deal-detail>', () => dealStand()],
  ] as const)
    it(`${name}: Tab reaches every control, each named and in sight, and leads on`, async () => {
      const { detail } = await make();
      await waitUntil(() => has(detail, '.tl-card') && has(detail, '.focus-item'));
      const after = document.createElement('button');
      after.textContent = 'After';
      detail.after(after);
      const stops = tabStops(one(detail, '.crm'));
      expect(stops.length).to.be.greaterThan(20);
      stops[0]!.focus();
      for (const [at, stop] of stops.entries()) {
        const where = `${at}: ${nameOf(stop)}`;
        // In some browsers what scrolls is a stop as well.
        if (focused(detail) !== stop && !stops.includes(focused(detail)!)) await keys('Tab');
        expect(focused(detail) === stop, `${where}, and not ${nameOf(focused(detail))}`).to.equal(true);
        expect(nameOf(stop), where).not.to.equal('');
        const box = stop.getBoundingClientRect();
        expect(box.bottom > 0 && box.top < window.innerHeight && box.width > 0, `${where} is in sight`).to.equal(true);
        await keys('Tab');
      }
      expect(document.activeElement === after, 'Tab leads out').to.equal(true);
    });

  it('writes a note, edits it, deletes it and brings it back', async () => {
    const { detail } = await leadStand();
    one(detail, '#new-note').focus();
    await type('Typed by hand');
    await chord('Control+Enter');
    await waitUntil(() => text(detail, '.tl').includes('Typed by hand'));
    await waitUntil(() => is(detail, '#new-note'), 'one may go on writing');
    const [mine] = [...detail.shadowRoot!.querySelectorAll<HTMLElement>('.tl-line')].filter((line) =>
      line.textContent.includes('Typed by hand'),
    );
    mine!.querySelector<HTMLElement>('[aria-haspopup]')!.focus();
    await keys('Enter');
    await choose(detail, 'edit');
    await waitUntil(() => is(detail, '.tl textarea'));
    await keys('End');
    await type(', twice');
    await chord('Control+Enter');
    await waitUntil(() => text(detail, '.tl').includes('twice') && !has(detail, '.tl textarea'));
    await waitUntil(() => is(detail, '[aria-haspopup]'), 'back at its menu');
    await keys('Enter');
    await choose(detail, 'pin');
    const told = () =>
      [...detail.shadowRoot!.querySelectorAll('[aria-live], [role=status]')].map((each) => each.textContent);
    await waitUntil(() => told().join().includes('Note pinned'), 'it is said');
    await waitUntil(() => is(detail, '.tl [aria-haspopup]'), 'at its menu still');
    await keys('Enter');
    await choose(detail, 'delete');
    await waitUntil(() => !text(detail, '.tl').includes('twice'));
    await waitUntil(() => is(detail, '[data-entry] [aria-haspopup]'), 'the focus is at the entry beside it');
    await keys('z');
    await waitUntil(() => text(detail, '.tl').includes('twice'), 'it is back');
    await chord('Control+y');
    await waitUntil(() => !text(detail, '.tl').includes('twice'), 'it is gone again');
  });

  it('plans an activity, changes it, does it, and deletes another', async () => {
    const { detail } = await leadStand();
    await waitUntil(() => has(detail, '.focus-item'));
    await enter(detail, '[data-schedule]');
    await waitUntil(() => is(detail, '#new-subject'));
    await type('Send the offer');
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=focus]').includes('Send the offer'));
    await waitUntil(() => is(detail, '#composer-note'), 'the form is closed');
    await enter(detail, '.focus-item[data-id=a] [aria-haspopup]');
    await choose(detail, 'edit');
    await waitUntil(() => is(detail, '#edit-a-subject'));
    await type(' soon');
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=focus]').includes('Ring Ada soon'));
    await waitUntil(() => is(detail, '.focus-item[data-id=a] [aria-haspopup]'), 'back at its menu');
    await enter(detail, '.focus-item[data-id=a] .btn');
    await waitUntil(() => !has(detail, '.focus-item[data-id=a]'), 'it is done');
    await waitUntil(() => is(detail, '[data-next], [data-schedule]'), 'the focus is at what comes next');
    await enter(detail, '.focus-item [aria-haspopup]');
    await choose(detail, 'delete');
    await waitUntil(() => !has(detail, '.focus-item'), 'it is gone');
    await waitUntil(() => is(detail, '[data-schedule]'));
  });

  it('wins a deal, reopens it, and loses it with a reason', async () => {
    const { detail } = await dealStand();
    await enter(detail, '[data-act=win]');
    await waitUntil(() => is(detail, '[data-act=reopen]'), 'the focus is at the way back');
    await keys('Enter');
    await waitUntil(() => is(detail, '[data-act=win]'));
    await enter(detail, '[data-act=lose]');
    await waitUntil(() => is(detail, 'dialog input[type=radio]'));
    await keys('ArrowDown');
    await enter(detail, 'dialog [type=submit]');
    await waitUntil(() => has(detail, '[part=closed]') && !has(detail, 'dialog[open]'));
    await waitUntil(() => is(detail, '[data-act=reopen], [data-act=more]'), 'the focus is at the way back');
  });
});
