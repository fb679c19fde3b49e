/** The projects of a deal: linked and unlinked, made, opened where they stand, deleted; one project of several deals. */
import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/define/deal-detail.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import { profileWith } from '../../../src/domain/profile.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aProject, creation } from '../../../src/testing/fixtures.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { detailStand, keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const deal = creation('deal', aDeal({ id: 'one', title: 'Hall of cranes', personId: 'person-1' }));
const won = creation(
  'deal',
  aDeal({
    id: 'one',
    title: 'Hall of cranes',
    status: 'won',
    wonAt: '2026-11-20T10:00:00.000Z',
    closedAt: '2026-11-20T10:00:00.000Z',
  }),
);
const other = creation('deal', aDeal({ id: 'two', title: 'Second hall', personId: 'person-1' }));
const task = { ownerId: null, done: false, due: null };
const rollOut = creation(
  'project',
  aProject({
    ...{ id: 'p', dealIds: ['one', 'two'], startDate: '2026-11-02', endDate: '2026-12-24' },
    tasks: [
      { ...task, id: 'a', title: 'Invite', done: true },
      { ...task, id: 'b', title: 'Measure', due: '2026-11-20' },
      { ...task, id: 'c', title: 'Train', due: '2026-12-04' },
    ],
  }),
);
const free = creation('project', aProject({ id: 'free', title: 'Free standing', dealIds: [], tasks: [] }));

const stand = (
  changes: readonly Change[] = [deal, other, rollOut, free],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
const shown = (detail: DealDetail, words: RegExp): Promise<void> =>
  waitUntil(() => words.test(text(detail, '[part=projects]')), `${String(words)}`);
const read = async (store: CrmStore, id = 'p') =>
  (await store.read({ kind: 'project', window: { offset: 0, limit: 9 } })).records.find((each) => each.id === id);
const focused = (detail: DealDetail): HTMLElement | null => detail.shadowRoot!.activeElement as HTMLElement | null;
const there = (detail: DealDetail, selector: string): Promise<void> =>
  waitUntil(() => detail.shadowRoot!.querySelector(selector) !== null, selector);
async function choose(detail: DealDetail, opener: string, item: string): Promise<void> {
  await press(one(detail, opener));
  await there(detail, `[data-id=${item}]`);
  await press(one(detail, `[data-id=${item}]`));
}
async function opened(detail: DealDetail): Promise<void> {
  await there(detail, '[data-project=p] .project-head');
  one(detail, '[data-project=p] .project-head').focus();
  await keys('Enter');
  await there(detail, '[data-project=p] .fields');
}

describe('<deal-detail>: projects', () => {
  it('lists them with phase, dates, how far they are and what is late', async () => {
    const { detail } = await stand();
    await shown(detail, /^Projects 1 .*Roll-out.*Kick-off, Nov 2 – Dec 24.*1 of 3 tasks.*1 overdue/);
    still(detail);
    await expect(one(detail, '[part=projects]')).to.be.accessible();
  });

  it('says that there are none', async () => {
    const { detail } = await stand([deal]);
    await shown(detail, /None yet\.$/);
    expect(detail.shadowRoot!.querySelector('[data-act=start-project]')).to.equal(null);
  });

  it('offers more where there are more than are shown at first', async () => {
    const many = Array.from({ length: 203 }, (_, i) =>
      creation('project', aProject({ id: `many-${String(i).padStart(3, '0')}`, title: `Site ${i}`, dealIds: ['one'] })),
    );
    const { detail } = await stand([deal, ...many]);
    const shown = (): number => detail.shadowRoot?.querySelectorAll('#projects .project').length ?? 0;
    await waitUntil(() => shown() === 200);
    expect(text(detail, '#projects .count')).to.equal('203');
    const more = one(detail, '[data-more-projects]');
    expect(more.textContent).to.contain('3');
    more.focus();
    await keys('Enter');
    await waitUntil(() => shown() === 203);
    await waitUntil(() => detail.shadowRoot?.querySelector('[data-more-projects]') == null);
    await waitUntil(() => detail.shadowRoot?.activeElement?.closest('.project') != null, 'the focus goes on');
  });

  it('opens in its place by key, with its other deals, which open', async () => {
    const { detail } = await stand();
    await opened(detail);
    await shown(detail, /Status ?Open ?Phase ?Kick-off ?Start ?Nov 2, 2026 ?End ?Dec 24, 2026 ?Owner/);
    await there(detail, '[data-deal=two]');
    await expect(one(detail, '[part=projects]')).to.be.accessible();
    let asked: string | null = '';
    detail.addEventListener('deal-open', (event) => (asked = event.detail.id));
    await press(one(detail, '[data-deal=two]'));
    expect(asked).to.equal('two');
    one(detail, '[data-project=p] .project-head').focus();
    await keys('Enter');
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-project=p] .fields') === null, 'closed');
  });

  it('edits title and end where they stand; an end before the start is said at its field', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    named(detail, /^Roll-out, Title: /).focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.matches('input'), 'the editor');
    await type('Roll-out north');
    await keys('Enter');
    await shown(detail, /Roll-out north/);
    await waitUntil(async () => (await read(store))?.title === 'Roll-out north', 'stored');
    named(detail, /^Roll-out north, End: /).focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.matches('input[type=date]'), 'the day');
    const input = focused(detail) as HTMLInputElement;
    input.value = '2026-11-01';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await keys('Enter');
    await shown(detail, /Choose a day that is not before the start/);
    expect((focused(detail) as HTMLInputElement).value).to.equal('2026-11-01');
    expect((await read(store))?.endDate).to.equal('2026-12-24');
    await keys('Escape');
    await store.undo();
    await shown(detail, /^Projects 1 .*Roll-out Kick-off/);
  });

  it('changes the status by its menu, and tells of a project that is done', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    await choose(detail, '[data-project=p] [data-project-menu]', 'completed');
    await shown(detail, /Kick-off, Completed, Nov 2 – Dec 24/);
    expect(text(detail, '[part=projects]')).to.not.contain('overdue');
    await store.undo();
    await shown(detail, /1 overdue/);
  });

  it('links one that there is, by keyboard alone, and finds only those that it does not have', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    one(detail, '[data-act=add-project]').focus();
    await keys('Enter');
    await there(detail, '[data-id=link-project]');
    await keys('ArrowDown');
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'find-project', 'the field has the focus');
    await type('e');
    await there(detail, '#find-project-list [role=option]');
    expect(text(detail, '#find-project-list')).to.not.contain('Roll-out');
    await type('xx');
    await waitUntil(() => detail.shadowRoot!.querySelector('#find-project-list [role=option]') === null, 'none');
    await keys('Backspace');
    await keys('Backspace');
    await keys('Backspace');
    await type('free');
    await waitUntil(() => /Free standing/.test(text(detail, '#find-project-list')), 'found');
    await keys('Enter');
    await shown(detail, /^Projects 2 .*Free standing/);
    expect((await read(store, 'free'))?.dealIds).to.deep.equal(['one']);
    await store.undo();
    await shown(detail, /^Projects 1 /);
  });

  it('unlinks: the project stays with its other deal, and the focus is not lost', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    await choose(detail, '[data-project=p] [data-project-menu]', 'unlink');
    await shown(detail, /None yet/);
    await waitUntil(async () => (await read(store))?.dealIds.join() === 'two', 'stored');
    expect(focused(detail)).to.not.equal(null);
    await store.undo();
    await shown(detail, /^Projects 1 /);
  });

  it('keeps what was typed, with the reason, where the storage does not take it', async () => {
    const adapter = memoryAdapter();
    const { detail, store } = await stand(undefined, {
      adapter: faultyAdapter(adapter, [{ on: 'commit', from: 1, fault: { reject: 'quota' } }]),
    });
    await opened(detail);
    named(detail, /^Roll-out, Title: /).focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.matches('input'), 'the editor');
    await type('Too much');
    await keys('Enter');
    await shown(detail, /There is no room left in the storage/);
    expect((focused(detail) as HTMLInputElement).value).to.equal('Too much');
    expect(text(detail, '[data-project=p] .project-head b')).to.equal('Roll-out');
    expect((await read(store))?.title).to.equal('Roll-out');
  });

  it('deletes, and gives back', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    await choose(detail, '[data-project=p] [data-project-menu]', 'delete');
    await waitUntil(async () => (await read(store)) === undefined, 'gone');
    await store.undo();
    await shown(detail, /^Projects 1 .*1 of 3 tasks/);
  });

  it('a won deal starts one: title, start, end; what is wrong is said at its field', async () => {
    const { detail, store } = await stand([won]);
    await there(detail, '[data-act=start-project]');
    await press(one(detail, '[data-act=start-project]'));
    await waitUntil(() => focused(detail)?.id === 'project-title', 'the title has the focus');
    expect((focused(detail) as HTMLInputElement).value).to.equal('Hall of cranes');
    expect(one<HTMLInputElement>(detail, '#project-start').value).to.equal('2026-11-23');
    still(detail);
    await expect(one(detail, 'dialog[open]')).to.be.accessible();
    await keys('Backspace');
    await keys('Enter');
    await waitUntil(() => /Write what the project is called/.test(text(detail, 'dialog[open]')), 'said');
    await type('Build the hall');
    await keys('Enter');
    await shown(detail, /^Projects 1 .*Build the hall/);
    await waitUntil(() => focused(detail)?.matches('.project-head'), 'the focus is on it');
    const [made] = (await store.read({ kind: 'project', window: { offset: 0, limit: 9 } })).records;
    expect([made?.dealIds, made?.startDate, made?.personId]).to.deep.equal([['one'], '2026-11-23', 'person-1']);
    // Something has come of it.
    await waitUntil(() => detail.shadowRoot!.querySelector('[data-act=start-project]') === null, 'offered once');
    await store.undo();
    await shown(detail, /None yet/);
  });

  it('stands in the menu of a won deal', async () => {
    const { detail } = await stand([won]);
    await choose(detail, '[data-act=more]', 'create-project');
    await waitUntil(() => focused(detail)?.id === 'project-title', 'the dialog');
  });

  it('is not there where the profile has none, and says why where the page allows no change', async () => {
    const none = { lead: false, deal: false };
    const away = await stand([won], { profile: profileWith({ projectsAndProducts: none }) });
    expect(away.detail.shadowRoot!.querySelector('[part=projects], [data-act=start-project]')).to.equal(null);
    const { detail } = await stand(undefined, { can: (name) => (name.startsWith('project-') ? 'Ask Jonas' : true) });
    await opened(detail);
    const edit = named(detail, /^Roll-out, Title: /);
    expect([edit.getAttribute('aria-disabled'), edit.title]).to.deep.equal(['true', 'Ask Jonas']);
    await press(one(detail, '[data-act=add-project]'));
    await there(detail, '[data-id=link-project]');
    expect(one(detail, '[data-id=create-project]').getAttribute('aria-disabled')).to.equal('true');
  });

  it('reads right in Turkish', async () => {
    const { detail } = await stand(undefined, { lang: 'tr' });
    await shown(detail, /^Projeler 1 .*3 görevden 1 tanesi bitti.*1 gecikmiş/);
  });
});
