/** The persons who take part in a deal beside the one it is with: added, given a role, made the primary one, taken off. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { CrmStore } from '../../../src/store/api.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { aDeal, aParticipant, aPerson, creation } from '../../../src/testing/fixtures.js';
import { orSkip, touchscreen } from '../../support/commands.js';
import { detailStand, keys, one, press, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const deal = creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', personId: 'person-1' }));
const thorsten = creation('person', aPerson({ id: 'person-2', name: 'Thorsten Kühnapfel', jobTitle: 'IT-Leitung' }));
const beside = creation('participant', aParticipant({ id: 'p', dealId: 'one', personId: 'person-2', role: 'Advises' }));

const stand = (
  changes: readonly Change[] = [thorsten, deal, beside],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
const section = (detail: DealDetail): string => text(detail, '[part=participants]');
const shown = (detail: DealDetail, words: RegExp): Promise<void> =>
  waitUntil(() => words.test(section(detail)), String(words));
const participants = async (store: CrmStore) =>
  (await store.read({ kind: 'participant', window: { offset: 0, limit: 9 } })).records;
/** A person who is new is added by keys alone. */
async function addByKeys(detail: DealDetail): Promise<void> {
  one(detail, '[data-act=add-participant]').focus();
  await keys('Enter');
  await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
  await type('Gülşen Akıncıoğlu');
  await waitUntil(() => detail.shadowRoot!.querySelector('#find-participant-new') !== null, 'a new one is offered');
  await keys('Enter');
}
/** The role of the one who was added is what comes next. */
const atRole = (detail: DealDetail): Promise<void> =>
  waitUntil(
    () => /Gülşen Akıncıoğlu, role/.test(detail.shadowRoot!.activeElement?.getAttribute('aria-label') ?? ''),
    'the focus is at the role',
  );
async function menu(detail: DealDetail, item: string): Promise<void> {
  await press(one(detail, '[data-participant=p]'));
  await waitUntil(() => detail.shadowRoot!.querySelector(`[data-id=${item}]`) !== null, 'the menu');
  await press(one(detail, `[data-id=${item}]`));
}

describe('<deal-detail>: participants', () => {
  afterEach(() => touchscreen(false).catch(() => undefined));

  it('lists who takes part, with the role, and how many', async () => {
    const { detail } = await stand();
    await shown(detail, /^Participants 1 .*Thorsten Kühnapfel Advises/);
    await expect(one(detail, '[part=participants]')).to.be.accessible();
  });

  it('keeps the focus in the section when the first one is added: the next key wins no deal', async () => {
    const { detail, store } = await stand([deal]);
    await shown(detail, /^Participants Add participant/);
    await addByKeys(detail);
    await shown(detail, /Participants 1 .*Gülşen Akıncıoğlu/);
    await atRole(detail);
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.matches('input'), 'the role is typed');
    expect((await store.read({ kind: 'deal', window: { offset: 0, limit: 1 } })).records[0]?.status).to.equal('open');
  });

  it('adds a new person by keyboard alone, gives them a role, and takes it back', async () => {
    const { detail, store } = await stand();
    await shown(detail, /Thorsten/);
    await addByKeys(detail);
    await waitUntil(async () => (await participants(store)).length === 2, 'stored');
    await shown(detail, /Participants 2 .*Gülşen Akıncıoğlu Add role/);
    await atRole(detail);
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.matches('input'), 'the role is typed');
    await type('Tax adviser');
    await keys('Enter');
    await shown(detail, /Gülşen Akıncıoğlu Tax adviser/);
    await store.undo();
    await store.undo();
    await waitUntil(async () => (await participants(store)).length === 1, 'taken back');
    await shown(detail, /Participants 1 /);
  });

  it('adds whom one Enter chooses, and nobody by the text that is left behind on the way back', async () => {
    const { detail, store } = await stand([creation('person', aPerson({ id: 'g', name: 'Grace Hopper' })), deal]);
    await shown(detail, /Add participant/);
    one(detail, '[data-act=add-participant]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
    await type('grace');
    await waitUntil(() => detail.shadowRoot!.querySelector('#find-participant-option-0') !== null, 'she is found');
    await keys('Escape');
    await keys('Escape');
    expect(await participants(store)).to.have.length(0);
    await waitUntil(() => detail.shadowRoot!.querySelector('#find-participant') === null, 'closed');
    one(detail, '[data-act=add-participant]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
    await type('grace');
    await waitUntil(
      () => detail.shadowRoot!.querySelector('#find-participant-option-0') !== null,
      'she is found again',
    );
    await keys('Enter');
    await shown(detail, /^Participants 1 .*Grace Hopper/);
    expect((await participants(store)).map(({ personId }) => personId)).to.deep.equal(['g']);
    await waitUntil(
      () => /Grace Hopper, role/.test(detail.shadowRoot!.activeElement?.getAttribute('aria-label') ?? ''),
      'the focus is at her role',
    );
  });

  for (const [how, leave] of [
    ['by Tab', () => keys('Tab')],
    ['by a press on another value', (detail: DealDetail) => press(one(detail, '[data-edit="one-value"]'))],
  ] as const)
    it(`makes nobody a second time whose name is left ${how} before the answer`, async () => {
      const adapter = faultyAdapter(memoryAdapter());
      const grace = creation('person', aPerson({ id: 'g', name: 'Grace Hopper' }));
      const { detail, store } = await stand([grace, deal], { adapter });
      await shown(detail, /Add participant/);
      one(detail, '[data-act=add-participant]').focus();
      await keys('Enter');
      await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
      adapter.script([{ on: 'read', kind: 'person', fault: 'hold' }]);
      await type('Grace Hopper');
      await leave(detail);
      await detail.updateComplete;
      const there = detail.shadowRoot!.activeElement;
      expect(there?.id).to.not.equal('find-participant');
      if (how === 'by Tab') expect(one<HTMLInputElement>(detail, '#find-participant').value).to.equal('Grace Hopper');
      expect(await participants(store)).to.have.length(0);
      adapter.script([]);
      adapter.release();
      await shown(detail, /^Participants 1 .*Grace Hopper/);
      expect((await participants(store)).map(({ personId }) => personId)).to.deep.equal(['g']);
      expect(detail.shadowRoot!.activeElement === there, 'the focus is where it went').to.equal(true);
    });

  it('stores whom somebody has named with the deal it was about, where another one is shown before the answer', async () => {
    const adapter = faultyAdapter(memoryAdapter());
    const other = creation('deal', aDeal({ id: 'two', title: 'Another hall', personId: 'person-1' }));
    const grace = creation('person', aPerson({ id: 'g', name: 'Grace Hopper' }));
    const { detail, store } = await stand([grace, deal, other], { adapter });
    await shown(detail, /Add participant/);
    one(detail, '[data-act=add-participant]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
    adapter.script([{ on: 'read', kind: 'person', fault: 'hold' }]);
    await type('Grace Hopper');
    await keys('Tab');
    detail.dealId = 'two';
    await waitUntil(() => /Another hall/.test(detail.shadowRoot!.textContent), 'the other one');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-act=add-participant]') !== null, 'its participants');
    one(detail, '[data-act=add-participant]').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
    expect(one<HTMLInputElement>(detail, '#find-participant').value).to.equal('');
    adapter.script([]);
    adapter.release();
    await waitUntil(async () => (await participants(store)).length === 1, 'stored');
    expect((await participants(store)).map(({ personId, dealId }) => [personId, dealId])).to.deep.equal([['g', 'one']]);
    expect(detail.shadowRoot!.activeElement?.id).to.equal('find-participant');
  });

  it('says at the field that somebody takes part already, and keeps what was chosen', async () => {
    const { detail, store } = await stand();
    await shown(detail, /Thorsten/);
    await press(one(detail, '[data-act=add-participant]'));
    await waitUntil(() => detail.shadowRoot!.activeElement?.id === 'find-participant', 'the field has the focus');
    await type('Thorsten');
    await waitUntil(
      () =>
        /Kühnapfel/.test(detail.shadowRoot!.querySelector('#find-participant-list [role=option]')?.textContent ?? ''),
      'found',
    );
    await press(one(detail, '#find-participant-list [role=option]'));
    await shown(detail, /This person takes part in the deal already/);
    expect(one<HTMLInputElement>(detail, '#find-participant').value).to.equal('Thorsten Kühnapfel');
    expect(await participants(store)).to.have.length(1);
  });

  it('changes places with the primary person, and can be taken back', async () => {
    const { detail, store } = await stand();
    await shown(detail, /Thorsten/);
    await menu(detail, 'promote');
    await waitUntil(() => text(detail, '[part=person]').includes('Thorsten Kühnapfel'), 'the primary one');
    await shown(detail, /Ada Nur/);
    await store.undo();
    await waitUntil(() => text(detail, '[part=person]').includes('Ada Nur'), 'taken back');
    await shown(detail, /Thorsten Kühnapfel Advises/);
  });

  it('takes one off, and the focus goes where there is something to do', async () => {
    const { detail, store } = await stand();
    await shown(detail, /Thorsten/);
    await menu(detail, 'remove');
    await waitUntil(async () => (await participants(store)).length === 0, 'gone');
    await shown(detail, /Add participant/);
    expect(detail.shadowRoot!.activeElement).to.not.equal(null);
  });

  it('is not there where the profile has no participants, and says why where the page allows no change', async () => {
    const none = await stand(undefined, { profile: profileWith({ participants: { lead: false, deal: false } }) });
    expect(none.detail.shadowRoot!.querySelector('[part=participants]')).to.equal(null);
    const { detail } = await stand(undefined, { can: (name) => (name === 'participant-add' ? 'Ask Jonas' : true) });
    const button = one(detail, '[data-act=add-participant]');
    expect([button.getAttribute('aria-disabled'), button.title]).to.deep.equal(['true', 'Ask Jonas']);
  });

  it('reads right in Turkish', async () => {
    const { detail } = await stand(undefined, { lang: 'tr' });
    await shown(detail, /^Katılımcılar 1 .*Thorsten Kühnapfel Advises/);
  });

  it('says in sight why one further down could not be taken off', async () => {
    const { detail } = await stand(undefined, {
      adapter: faultyAdapter(memoryAdapter(), [{ on: 'commit', from: 1, fault: { reject: 'quota' } }]),
    });
    await shown(detail, /Thorsten Kühnapfel/);
    // As on a page where the detail is as tall as what it shows, and the page scrolls.
    detail.style.blockSize = '2400px';
    const far = document.createElement('div');
    far.style.blockSize = '2000px';
    detail.after(far);
    window.scrollTo(0, 600);
    one(detail, '[data-participant=p]').focus({ preventScroll: true });
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-id=remove]') !== null, 'the menu');
    one(detail, '[data-id=remove]').click();
    await waitUntil(() => detail.shadowRoot!.querySelector('.banner--negative') !== null, 'it is refused');
    await waitUntil(() => {
      const { top, bottom } = one(detail, '.banner--negative').getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    }, 'it is seen');
    window.scrollTo(0, 0);
  });

  it('has buttons as large as a finger, also where they are drawn smaller', async function () {
    const { detail } = await stand();
    await shown(detail, /Thorsten/);
    await orSkip(this, () => touchscreen(true));
    const button = one(detail, '[data-participant=p]');
    button.scrollIntoView({ block: 'center' });
    const box = button.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const at = (right: number, down: number): Element | null | undefined =>
      detail.shadowRoot!.elementFromPoint(x + right, y + down)?.closest('button');
    for (const [right, down] of [
      [21, 0],
      [-21, 0],
      [0, 21],
      [0, -21],
    ] as const)
      expect(at(right, down) === button, `${right}, ${down} from its middle`).to.equal(true);
  });
});
