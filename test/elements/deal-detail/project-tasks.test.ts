/** The tasks of a project, what projects begin with, and a project that begins with a template. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/define/deal-detail.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Change } from '../../../src/domain/change.js';
import type { DealDetail } from '../../../src/elements/deal-detail/deal-detail.js';
import type { CrmStore } from '../../../src/store/api.js';
import { aDeal, aProject, aProjectTemplate, creation } from '../../../src/testing/fixtures.js';
import { faultyAdapter } from '../../../src/testing/faulty.js';
import { chord } from '../../support/commands.js';
import { detailStand, keys, named, one, press, still, text, type } from '../../shared/support/detail-stand.js';
import type { DetailStand } from '../../shared/support/detail-stand.js';

const deal = creation(
  'deal',
  aDeal({
    id: 'one',
    title: 'Hall',
    status: 'won',
    wonAt: '2026-11-20T10:00:00.000Z',
    closedAt: '2026-11-20T10:00:00.000Z',
  }),
);
const task = { ownerId: null, done: false, due: null };
const rollOut = creation(
  'project',
  aProject({
    ...{ id: 'p', dealIds: ['one'], startDate: '2026-11-02', phase: 'Training' },
    tasks: [
      { ...task, id: 'a', title: 'Invite' },
      { ...task, id: 'b', title: 'Measure', due: '2026-11-20' },
      { ...task, id: 'c', title: 'Train', due: '2026-12-04' },
    ],
  }),
);
const template = creation(
  'projectTemplate',
  aProjectTemplate({
    ...{ id: 't', name: 'Roll-out', phases: ['Kick-off', 'Training'] },
    tasks: [
      { title: 'Invite everybody', days: 2 },
      { title: 'Train on site', days: 30 },
      { title: 'Talk', days: null },
    ],
  }),
);

const stand = (
  changes: readonly Change[] = [deal, rollOut, template],
  options: Parameters<typeof detailStand>[2] = {},
): Promise<DetailStand<DealDetail>> =>
  detailStand(() => Object.assign(document.createElement('deal-detail'), { dealId: 'one' }), changes, {
    width: 1000,
    ...options,
  });
const shown = (detail: DealDetail, words: RegExp): Promise<void> =>
  waitUntil(() => words.test(text(detail, '[part=projects]')), String(words));
const there = (detail: DealDetail, selector: string): Promise<void> =>
  waitUntil(() => detail.shadowRoot!.querySelector(selector) !== null, selector);
const focused = (detail: DealDetail): HTMLElement | null => detail.shadowRoot!.activeElement as HTMLElement | null;
const project = async (store: CrmStore) =>
  (await store.read({ kind: 'project', window: { offset: 0, limit: 9 } })).records[0];
const stored = (store: CrmStore, said: string): Promise<void> =>
  waitUntil(
    async () => (await project(store))?.tasks.map(({ title, done }) => title + (done ? '!' : '')).join() === said,
    said,
  );
const templates = async (store: CrmStore) =>
  (await store.read({ kind: 'projectTemplate', window: { offset: 0, limit: 9 } })).records;
async function choose(detail: DealDetail, opener: string, item: string): Promise<void> {
  await press(one(detail, opener));
  await there(detail, `[data-id=${item}]`);
  await press(one(detail, `[data-id=${item}]`));
}
async function opened(detail: DealDetail): Promise<void> {
  await there(detail, '[data-project=p] .project-head');
  await press(one(detail, '[data-project=p] .project-head'));
  await there(detail, '[data-task=a]');
}

describe('<deal-detail>: tasks of a project', () => {
  it('are ticked by key, and what is late is told', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    await shown(detail, /0 of 3 tasks 1 overdue/);
    named(detail, /^Measure, due: Nov 20, 2026, overdue/);
    still(detail);
    await expect(one(detail, '[part=projects]')).to.be.accessible();
    one(detail, '[data-task=b] [type=checkbox]').focus();
    await keys(' ');
    await stored(store, 'Invite,Measure!,Train');
    await shown(detail, /1 of 3 tasks next due Fri, Dec 4/);
    await store.undo();
    await shown(detail, /0 of 3 tasks 1 overdue/);
    expect(one<HTMLInputElement>(detail, '[data-task=b] [type=checkbox]').checked).to.equal(false);
  });

  it('are added one after the other by Enter', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    one(detail, '[data-add-task]').focus();
    await type('Hand over');
    await keys('Enter');
    await type('Ask again');
    await keys('Enter');
    await stored(store, 'Invite,Measure,Train,Hand over,Ask again');
    expect(focused(detail)?.matches('[data-add-task]')).to.equal(true);
    expect(one<HTMLInputElement>(detail, '[data-add-task]').value).to.equal('');
    await store.undo();
    await stored(store, 'Invite,Measure,Train,Hand over');
  });

  it('are renamed and get another day and owner', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    await choose(detail, '[data-task=a] [data-task-menu]', 'rename');
    await waitUntil(() => focused(detail)?.matches('[data-task=a] input:not([type=checkbox])'), 'the editor');
    await type('Invite all');
    await keys('Enter');
    await stored(store, 'Invite all,Measure,Train');
    await choose(detail, '[data-task=a] [data-task-menu]', 'due');
    await waitUntil(() => focused(detail)?.matches('input[type=date]'), 'the day');
    const input = focused(detail) as HTMLInputElement;
    input.value = '2026-12-01';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await keys('Enter');
    await waitUntil(async () => (await project(store))?.tasks[0]?.due === '2026-12-01', 'the day is stored');
    await choose(detail, '[data-task=a] [data-task-menu]', 'owner');
    await there(detail, '[data-id=user-2]');
    await press(one(detail, '[data-id=user-2]'));
    await waitUntil(async () => (await project(store))?.tasks[0]?.ownerId === 'user-2', 'the owner is stored');
  });

  it('are put in order by key, the focus going along, and by dragging', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    one(detail, '[data-task=c] [type=checkbox]').focus();
    await sendKeys({ down: 'Alt' });
    await keys('ArrowUp');
    await sendKeys({ up: 'Alt' });
    await stored(store, 'Invite,Train,Measure');
    await waitUntil(() => focused(detail)?.closest('[data-task]')?.getAttribute('data-task') === 'c', 'the focus');
    const grip = one(detail, '[data-task=b] .task-more').getBoundingClientRect();
    one(detail, '[data-task=a]').scrollIntoView({ block: 'center' });
    const from = one(detail, '[data-task=b]').getBoundingClientRect();
    const to = one(detail, '[data-task=a]').getBoundingClientRect();
    const x = Math.round(from.x + from.width - 60);
    expect(grip.width).to.be.greaterThan(0);
    await sendMouse({ type: 'move', position: [x, Math.round(from.bottom - 3)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, Math.round(from.bottom - 20)] });
    await sendMouse({ type: 'move', position: [x, Math.round(to.y + 4)] });
    await waitUntil(
      () => detail.shadowRoot!.querySelector('[data-task=a][data-over=before]') !== null,
      'where it would stand',
    );
    await sendMouse({ type: 'up' });
    await stored(store, 'Measure,Invite,Train');
    await sendMouse({ type: 'move', position: [1, 1] });
  });

  it('are taken off, and the focus goes to the next one', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    await choose(detail, '[data-task=b] [data-task-menu]', 'delete');
    await stored(store, 'Invite,Train');
    await waitUntil(() => focused(detail)?.closest('[data-task]')?.getAttribute('data-task') === 'c', 'the focus');
    await store.undo();
    await stored(store, 'Invite,Measure,Train');
  });

  it('come back into the field where the storage does not take them', async () => {
    const { detail, store } = await stand(undefined, {
      adapter: faultyAdapter(memoryAdapter(), [{ on: 'commit', from: 1, fault: { reject: 'quota' } }]),
    });
    await opened(detail);
    one(detail, '[data-add-task]').focus();
    await type('Hand over');
    await keys('Enter');
    await shown(detail, /There is no room left in the storage/);
    expect(one<HTMLInputElement>(detail, '[data-add-task]').value).to.equal('Hand over');
    await stored(store, 'Invite,Measure,Train');
    expect(detail.shadowRoot!.querySelectorAll('[data-task]')).to.have.length(3);
  });
});

describe('<deal-detail>: templates of projects', () => {
  it('give a new project its phases and its tasks, with days from its start', async () => {
    const { detail, store } = await stand([deal, template]);
    await there(detail, '[data-act=start-project]');
    await press(one(detail, '[data-act=start-project]'));
    await there(detail, '#project-template');
    const select = one<HTMLSelectElement>(detail, '#project-template');
    select.focus();
    select.value = 't';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await there(detail, '#project-task-2');
    const due = (i: number): string => one<HTMLInputElement>(detail, `#project-due-${i}`).value;
    expect([due(0), due(1), due(2)]).to.deep.equal(['2026-11-25', '2026-12-23', '']);
    expect(one<HTMLSelectElement>(detail, '#project-phase').value).to.equal('Kick-off');
    still(detail);
    await expect(one(detail, 'dialog[open]')).to.be.accessible();
    const start = one<HTMLInputElement>(detail, '#project-start');
    start.value = '2026-12-01';
    start.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => due(0) === '2026-12-03', 'the days go with the start');
    one(detail, '#project-take-1').focus();
    await keys(' ');
    one<HTMLInputElement>(detail, '#project-task-0').select();
    one(detail, '#project-task-0').focus();
    await type('Invite all');
    await keys('Enter');
    await stored(store, 'Invite all,Talk');
    const made = await project(store);
    expect([made?.phase, made?.startDate, made?.tasks[0]?.due]).to.deep.equal(['Kick-off', '2026-12-01', '2026-12-03']);
    await shown(detail, /Kick-off, from Dec 1/);
  });

  it('offer their phases where a project stands, and any other in words', async () => {
    const { detail, store } = await stand();
    await opened(detail);
    await waitUntil(() => named(detail, /^Roll-out, Phase: /).getAttribute('aria-haspopup') === 'menu', 'a choice');
    await press(named(detail, /^Roll-out, Phase: /));
    await there(detail, '[data-id="phase-Kick-off"]');
    await press(one(detail, '[data-id="phase-Kick-off"]'));
    await waitUntil(async () => (await project(store))?.phase === 'Kick-off', 'stored');
    await shown(detail, /Roll-out Kick-off/);
    await press(named(detail, /^Roll-out, Phase: /));
    await there(detail, '[data-id=other]');
    await press(one(detail, '[data-id=other]'));
    await waitUntil(() => focused(detail)?.matches('input'), 'words');
    await type('Afterwards');
    await keys('Enter');
    await waitUntil(async () => (await project(store))?.phase === 'Afterwards', 'stored');
  });

  it('are made, changed and deleted by keyboard, with what is wrong at its place', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    await choose(detail, '[data-act=add-project]', 'templates');
    await waitUntil(() => focused(detail)?.matches('[data-act=new-template]'), 'the list');
    still(detail);
    await expect(one(detail, 'dialog[open]')).to.be.accessible();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'template-name', 'the form');
    await keys('Enter');
    await waitUntil(() => /Write what the template is called/.test(text(detail, 'dialog[open]')), 'said');
    await type('Audit');
    one(detail, '[data-act=add-phase]').focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'template-phase-0', 'the phase');
    await type('Ask');
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'template-phase-1', 'the next phase');
    await type('Answer');
    one(detail, '[data-act=add-task]').focus();
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'template-task-0', 'the task');
    await type('Send the questions');
    await keys('Tab');
    await type('soon');
    await keys('Enter');
    await waitUntil(() => focused(detail)?.id === 'template-task-1', 'the next task');
    await chord('Control+Enter');
    await waitUntil(() => /Write a whole number of days/.test(text(detail, 'dialog[open]')), 'said at the days');
    expect(focused(detail)?.id).to.equal('template-days-0');
    one<HTMLInputElement>(detail, '#template-days-0').select();
    await type('3');
    await chord('Control+Enter');
    await waitUntil(async () => (await templates(store)).length === 2, 'stored');
    const made = (await templates(store)).find(({ name }) => name === 'Audit');
    expect([made?.phases, made?.tasks]).to.deep.equal([['Ask', 'Answer'], [{ title: 'Send the questions', days: 3 }]]);
    await there(detail, '[data-template=t]');
    await press(named(detail, 'Delete Audit'));
    await waitUntil(async () => (await templates(store)).length === 1, 'deleted');
    await press(one(detail, '[data-template=t]'));
    await waitUntil(() => focused(detail)?.id === 'template-name', 'the form');
    await type('Long roll-out');
    await keys('Enter');
    await waitUntil(async () => (await templates(store))[0]?.name === 'Long roll-out', 'changed');
    await keys('Escape');
    await waitUntil(() => detail.shadowRoot!.querySelector('dialog[open]') === null, 'closed');
  });

  it('are made of a project', async () => {
    const { detail, store } = await stand();
    await there(detail, '[data-project=p]');
    await choose(detail, '[data-project=p] [data-project-menu]', 'save-template');
    await waitUntil(() => focused(detail)?.id === 'template-name', 'the form');
    await type('From practice');
    await keys('Enter');
    await waitUntil(async () => (await templates(store)).length === 2, 'stored');
    const made = (await templates(store)).find(({ name }) => name === 'From practice');
    expect(made?.tasks.map(({ days }) => days)).to.deep.equal([null, 18, 32]);
    expect(made?.phases).to.deep.equal(['Kick-off', 'Training']);
  });
});
