/** The next activity, proposed in the details when one is done: where it stands, by which keys it is planned or not, and when it is not asked for. */
import { expect, waitUntil } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import '../../src/define/contact-detail.js';
import '../../src/define/deal-detail.js';
import '../../src/define/lead-detail.js';
import type { Change } from '../../src/domain/change.js';
import type { Activity } from '../../src/domain/records.js';
import type { CrmStore } from '../../src/store/api.js';
import { aDeal, aLead, anActivity, aNote, creation } from '../../src/testing/fixtures.js';
import { detailStand, keys, named, one, press, still, text, type } from './support/detail-stand.js';

type Tag = 'lead-detail' | 'deal-detail' | 'contact-detail';

/** Whose id an activity has, and what the record is called. */
const of = {
  'lead-detail': { link: 'leadId', title: 'Solar roof', set: { leadId: 'one' } },
  'deal-detail': { link: 'dealId', title: 'Hall of cranes', set: { dealId: 'one' } },
  'contact-detail': { link: 'personId', title: 'Ada Nur', set: { personId: 'person-1' } },
} as const;
const idIn = (tag: Tag): string => (tag === 'contact-detail' ? 'person-1' : 'one');
const act = (tag: Tag, fields: Partial<Activity> = {}): Change =>
  creation(
    'activity',
    anActivity({ id: 'a', leadId: null, [of[tag].link]: idIn(tag), subject: 'Ring Ada', due: '2026-11-23', ...fields }),
  );

async function stand(tag: Tag, more: readonly Change[] = [], options: Parameters<typeof detailStand>[2] = {}) {
  await resetMouse();
  const made = await detailStand(
    () => Object.assign(document.createElement(tag), of[tag].set),
    [
      creation('lead', aLead({ id: 'one', title: 'Solar roof', personId: null, organizationId: 'organization-1' })),
      creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', personId: null, organizationId: 'organization-1' })),
      ...(more.some(({ kind }) => kind === 'activity') ? [] : [act(tag)]),
      ...more,
    ],
    { width: tag === 'lead-detail' ? 440 : 1000, ...options },
  );
  await waitUntil(() => item(made.detail, 'a') !== null, 'it is in the focus');
  return made;
}

const item = (detail: HTMLElement, id: string): HTMLElement | null =>
  detail.shadowRoot!.querySelector<HTMLElement>(`.focus-item[data-id="${id}"]`);
const proposed = (detail: HTMLElement): HTMLElement | null =>
  detail.shadowRoot!.querySelector<HTMLElement>('.proposal');
const holds = (detail: HTMLElement, selector: string): boolean =>
  detail.shadowRoot!.activeElement?.closest(selector) != null;
const doneOf = (detail: HTMLElement, id = 'a'): HTMLElement =>
  [...item(detail, id)!.querySelectorAll<HTMLElement>('button')].find((each) =>
    each.getAttribute('aria-label')?.startsWith('Done'),
  )!;
const activities = async (store: CrmStore): Promise<readonly Activity[]> =>
  (await store.read({ kind: 'activity', window: { offset: 0, limit: 20 } })).records;
const openOnes = async (store: CrmStore) => (await activities(store)).filter(({ done }) => !done);

const said = (detail: HTMLElement): string =>
  [...detail.shadowRoot!.querySelectorAll('.sr[role=status], .sr[role=alert]')]
    .map((each) => each.textContent)
    .join(' ');

/** By key: the focus is at the proposal then. */
async function markDone(detail: HTMLElement): Promise<void> {
  doneOf(detail).focus();
  await keys('Enter');
  await waitUntil(() => proposed(detail) !== null, 'it is proposed');
  await waitUntil(() => detail.shadowRoot!.activeElement === proposed(detail), 'with the focus at it');
}

for (const tag of ['lead-detail', 'deal-detail', 'contact-detail'] as const)
  describe(`<${tag}>: the next activity`, () => {
    it('is proposed where one was done, and Enter plans it', async () => {
      const { detail, store } = await stand(tag);
      await markDone(detail);
      expect(text(detail, '[part=focus]')).to.contain(`Next for ${of[tag].title}`);
      expect(proposed(detail)!.getAttribute('aria-label')).to.equal(`Next for ${of[tag].title}`);
      expect(one<HTMLSelectElement>(detail, '#next-type').value).to.equal('call');
      await keys('Enter');
      await waitUntil(() => proposed(detail) === null);
      await waitUntil(async () => (await openOnes(store)).length === 1);
      const [next] = await openOnes(store);
      expect(next).to.include({
        [of[tag].link]: idIn(tag),
        type: 'call',
        subject: 'Call',
        due: '2026-11-25',
        ownerId: 'user-1',
      });
      await waitUntil(() => holds(detail, `.focus-item[data-id="${next!.id}"]`), 'the focus is at what was planned');
    });

    it('Escape does not plan it, what was written stays with what was done, and the focus is not lost', async () => {
      const { detail, store } = await stand(tag);
      await markDone(detail);
      one(detail, '#next-outcome').focus();
      await type('She wants two');
      await keys('Escape');
      await waitUntil(() => proposed(detail) === null);
      await waitUntil(() => holds(detail, '[data-schedule]'), 'the focus is at what plans another');
      await waitUntil(async () => (await activities(store))[0]?.note === 'She wants two');
      expect(await openOnes(store)).to.have.length(0);
    });

    it('is planned as somebody says: another type, subject and day, by mouse', async () => {
      const { detail, store } = await stand(tag);
      await press(doneOf(detail));
      await waitUntil(() => proposed(detail) !== null);
      one<HTMLSelectElement>(detail, '#next-type').focus();
      await sendKeys({ type: 'M' });
      await press(one(detail, '#next-subject'));
      await type('Show the roof');
      await press(named(detail, 'Next Monday'));
      expect(named(detail, 'Next Monday').getAttribute('aria-pressed')).to.equal('true');
      await press(one(detail, '[data-accept]'));
      await waitUntil(async () => (await openOnes(store)).length === 1);
      expect((await openOnes(store))[0]).to.include({ type: 'meeting', subject: 'Show the roof', due: '2026-11-30' });
      await waitUntil(() => text(detail, '[part=focus]').includes('Show the roof'));
    });

    it('is told to who listens', async () => {
      const { detail } = await stand(tag);
      doneOf(detail).focus();
      await keys('Enter');
      await waitUntil(() => said(detail).includes('Proposed: Call, Wed, Nov 25. Enter plans it, Escape does not.'));
      await keys('Escape');
      await waitUntil(() => said(detail).includes('Nothing planned'));
    });

    it('is not proposed where another one is planned', async () => {
      const { detail } = await stand(tag, [act(tag), act(tag, { id: 'b', subject: 'Send it', due: '2026-12-01' })]);
      doneOf(detail).focus();
      await keys('Enter');
      await waitUntil(() => item(detail, 'a') === null);
      await waitUntil(() => holds(detail, '[data-next], [data-schedule]'));
      expect(proposed(detail)).to.equal(null);
    });

    it('goes when what was done is taken back', async () => {
      const { detail } = await stand(tag);
      await markDone(detail);
      await keys('z');
      await waitUntil(() => proposed(detail) === null && item(detail, 'a') !== null);
      await waitUntil(() => holds(detail, '.focus-item[data-id="a"]'), 'the focus is at it again');
    });

    it('what cannot be stored is proposed on, with what was chosen', async () => {
      const { detail, store } = await stand(tag);
      await markDone(detail);
      detail.addEventListener('activity-add', (event) => event.preventDefault(), { once: true });
      one(detail, '#next-subject').focus();
      await type('Ring once more');
      await keys('Enter');
      await waitUntil(() => one(detail, '[data-accept]').getAttribute('aria-busy') === null);
      expect(one<HTMLInputElement>(detail, '#next-subject').value).to.equal('Ring once more');
      expect(await openOnes(store)).to.have.length(0);
      await keys('Enter');
      await waitUntil(async () => (await openOnes(store)).length === 1);
    });

    it('a day is asked for', async () => {
      const { detail, store } = await stand(tag);
      await markDone(detail);
      one(detail, '#next-due').focus();
      await keys('Backspace');
      await keys('Enter');
      await waitUntil(() => text(detail, '.proposal').includes('Needs an answer'));
      expect(await openOnes(store)).to.have.length(0);
    });

    for (const [what, options] of [
      ['light', {}],
      ['narrow, in Turkish', { width: 390, lang: 'tr' }],
      ['from right to left', { width: 390, lang: 'ar' }],
    ] as const)
      it(`has no faults that axe finds, and nothing runs over: ${what}`, async () => {
        const { detail } = await stand(tag, [], options);
        const work = detail.shadowRoot!.querySelector<HTMLElement>('#tab-work, #tab-contact-work');
        if (work?.checkVisibility()) await press(work);
        await waitUntil(() => item(detail, 'a')!.checkVisibility());
        item(detail, 'a')!.querySelector<HTMLElement>('button')!.focus();
        await keys('Enter');
        await waitUntil(() => proposed(detail) !== null);
        const box = proposed(detail)!;
        expect(box.scrollWidth).to.be.at.most(box.clientWidth);
        still(detail);
        await expect(detail).to.be.accessible();
      });
  });

describe('<lead-detail>: the strip', () => {
  it('proposes the next one in its own place, and then says what is planned', async () => {
    const { detail } = await stand('lead-detail');
    one(detail, '[data-next]').focus();
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=next]').includes('Next for Solar roof'));
    await waitUntil(() => detail.shadowRoot!.activeElement === proposed(detail));
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=next]').includes('Call'));
    await waitUntil(() => holds(detail, '[data-next]'), 'the focus is at its button');
  });

  it('Escape leaves what plans one there', async () => {
    const { detail } = await stand('lead-detail');
    await press(one(detail, '[data-next]'));
    await waitUntil(() => proposed(detail) !== null);
    one(detail, '[data-decline]').focus();
    await keys('Enter');
    await waitUntil(() => text(detail, '[part=next]').includes('No activity planned'));
    await waitUntil(() => holds(detail, '[data-next]'));
  });
});

describe('<deal-detail>: the next activity', () => {
  it('is proposed after "Mark done" of the menu, too, above what is pinned', async () => {
    const pinned = creation('note', aNote({ id: 'n', leadId: null, dealId: 'one', text: 'Paid late', pinned: true }));
    const { detail } = await stand('deal-detail', [act('deal-detail'), pinned]);
    item(detail, 'a')!.querySelector<HTMLElement>('[aria-haspopup]')!.focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[popover] [data-id=done]') !== null);
    await press(one(detail, '[popover] [data-id=done]'));
    await waitUntil(() => detail.shadowRoot!.activeElement === proposed(detail));
    const pin = item(detail, 'n')!;
    expect(proposed(detail)!.getBoundingClientRect().bottom).to.be.at.most(pin.getBoundingClientRect().top);
  });

  it('is not asked for of a closed deal, and goes when the deal is closed', async () => {
    const { detail, store } = await stand('deal-detail');
    await press(doneOf(detail));
    await waitUntil(() => proposed(detail) !== null);
    await press(one(detail, '[data-act=win]'));
    await waitUntil(() => detail.shadowRoot!.querySelector('[part=closed]') !== null);
    await waitUntil(() => proposed(detail) === null);
    const late = await store.execute('activity-add', { on: { dealId: 'one' }, type: 'call', subject: 'Thank them' });
    const { id } = late.outcomes[0]!;
    await waitUntil(() => item(detail, id) !== null);
    await press(doneOf(detail, id));
    await waitUntil(() => item(detail, id) === null);
    await waitUntil(async () => (await openOnes(store)).length === 0);
    expect(proposed(detail)).to.equal(null);
  });

  it('is about the deal it was proposed for: another one has none', async () => {
    const other = creation('deal', aDeal({ id: 'two', title: 'Other', personId: null, organizationId: null }));
    const { detail, store } = await stand('deal-detail', [other]);
    await press(doneOf(detail));
    await waitUntil(() => proposed(detail) !== null);
    Object.assign(detail, { dealId: 'two' });
    await waitUntil(() => text(detail, 'h2') === 'Other');
    expect(proposed(detail)).to.equal(null);
    expect(await openOnes(store)).to.have.length(0);
  });
});
