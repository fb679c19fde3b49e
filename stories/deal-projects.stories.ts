import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { CrmAdapter } from '../src/adapters/adapter.js';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Change } from '../src/domain/change.js';
import type { Deal, Project } from '../src/domain/records.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import { aDeal, aProject, aProjectTemplate, creation } from '../src/testing/fixtures.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import { at, dealWork, ground, storeWith, theDeal } from './detail.data.js';
import { day } from './support/clock.js';
import { frame, type Frame } from './support/frame.js';

interface Args extends Frame {
  readonly projects: () => readonly Project[];
  readonly deal?: Partial<Deal>;
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
  readonly then?: (detail: DealDetail) => Promise<unknown>;
}

const appears = async (detail: DealDetail, selector: string): Promise<HTMLElement | null> => {
  for (let tries = 0; tries < 200 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
  return detail.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
};
const press = async (detail: DealDetail, selector: string): Promise<void> => {
  (await appears(detail, selector))?.click();
  await detail.updateComplete;
};
const write = async (detail: DealDetail, selector: string, text: string): Promise<HTMLInputElement | null> => {
  const input = (await appears(detail, selector)) as HTMLInputElement | null;
  if (!input) return null;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return input;
};
const enter = (input: HTMLInputElement | null): void =>
  void input?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
  );

const task = (id: string, title: string, due: number | null, done = false, ownerId: string | null = 'jonas') => ({
  ...{ id, title, done, ownerId },
  due: due === null ? null : day(due),
});
const rollOut = (fields: Partial<Project> = {}): Project =>
  aProject({
    ...{ id: 'roll-out', title: 'Einführung in vier Werken', dealIds: ['deal', 'second'], phase: 'Training' },
    ...{ ownerId: 'jonas', startDate: day(-20), endDate: day(60), createdAt: at(-20) },
    description: 'One chart of accounts for all four plants. Plan: https://berg.example/plan',
    tasks: [
      task('t1', 'Invite everybody to the kick-off', -18, true),
      task('t2', 'Export the old ledgers', -2),
      task('t3', 'Schulung vor Ort, Bielefeld', 6, false, 'me'),
      task('t4', 'Hand over', null, false, null),
    ],
    ...fields,
  });
const pilot = (): Project =>
  aProject({
    ...{ id: 'pilot', title: 'Pilot in plant 2', dealIds: ['deal'], phase: 'Hand-over', status: 'completed' },
    ...{ ownerId: 'me', startDate: day(-60), endDate: day(-22), createdAt: at(-60) },
    tasks: [task('p1', 'Set up', -50, true), task('p2', 'Test with real data', -30, true)],
  });
const later = (): Project =>
  aProject({
    ...{ id: 'later', title: 'Second country', dealIds: ['deal'], phase: '', ownerId: null, createdAt: at(-1) },
    ...{ startDate: null, endDate: null, tasks: [] },
  });
const won: Partial<Deal> = { status: 'won', wonAt: at(-1), closedAt: at(-1), firstWonAt: at(-1) };

const changes = (projects: readonly Project[], deal: Partial<Deal> = {}): readonly Change[] => [
  ...ground(),
  ...theDeal(deal),
  ...dealWork(),
  creation(
    'deal',
    aDeal({ id: 'second', title: 'Bergström, Wartung 2027', personId: 'annegret', organizationId: 'berg' }),
  ),
  ...projects.map((one) => creation('project', one)),
  creation('project', aProject({ id: 'free', title: 'Website of the plants', dealIds: [], tasks: [], phase: '' })),
  creation(
    'projectTemplate',
    aProjectTemplate({
      name: 'Roll-out',
      phases: ['Kick-off', 'Training', 'Hand-over'],
      tasks: [
        { title: 'Invite everybody to the kick-off', days: 2 },
        { title: 'Export the old ledgers', days: 14 },
        { title: 'Train on site', days: 30 },
        { title: 'Hand over', days: null },
      ],
    }),
  ),
  creation(
    'projectTemplate',
    aProjectTemplate({ id: 'audit', name: 'Audit', phases: [], tasks: [{ title: 'Ask', days: 0 }] }),
  ),
];

const show = ({ projects, deal, wrap = (adapter) => adapter, then, ...size }: Args) => {
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '100%';
  const own = projects();
  const inner = memoryAdapter();
  void inner
    .commit([...changes(own, deal)])
    .then(() => storeWith([], { adapter: wrap(inner) }))
    .then(async (store) => {
      detail.dealId = 'deal';
      detail.store = store;
      if (size.width) await press(detail, '#tab-summary');
      const section = await appears(detail, own.length > 0 ? '#projects .project' : '#projects');
      await then?.(detail);
      section?.closest('section')?.scrollIntoView({ block: 'start' });
    });
  return frame(detail, { height: 1100, ...size });
};

const meta: Meta<Args> = { title: 'Elements/deal-projects', component: 'deal-detail', render: show };
export default meta;
type Story = StoryObj<Args>;

/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { projects: () => [pilot(), rollOut(), later()], ...args },
  parameters: { shows },
});
const open = (detail: DealDetail): Promise<void> => press(detail, '[data-project=roll-out] .project-head');

/** One that is done, one with what is late, one that has just begun. */
export const Several = story(['Einführung in vier Werken', '1 of 4 tasks', '1 overdue', 'Completed', 'Second country']);

/** None yet. */
export const None = story(['None yet.'], { projects: () => [] });
export const NoneWon = story(['Start a project', 'Create project'], { projects: () => [], deal: won });

/** One of them open in its place, with the other deal it belongs to. */
export const Opened = story(['Bergström, Wartung 2027', 'Description'], { then: open });

/** An end before the start stays as it was typed, with what to do. */
export const WrongEnd = story(['Choose a day that is not before the start'], {
  then: async (detail) => {
    await open(detail);
    await press(detail, '[data-edit="deal-roll-out-endDate"]');
    enter(await write(detail, '[data-project=roll-out] input[type=date]', day(-40)));
  },
});

/** The storage does not take it: the text stays, with the reason. */
export const Refused = story(['There is no room left in the storage'], {
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'commit', kind: 'project', fault: { reject: 'quota' } }]),
  then: async (detail) => {
    await open(detail);
    await press(detail, '[data-edit="deal-roll-out-title"]');
    enter(await write(detail, '[data-project=roll-out] .field input', 'Einführung in fünf Werken'));
    await appears(detail, '[data-project=roll-out] .field-error');
  },
});

/** What a new one is made of. */
export const Creating = story(['Create a project', 'Start'], {
  projects: () => [],
  deal: won,
  then: (detail) => press(detail, '[data-act=start-project]'),
});

/** One that there is, found by its title. */
export const Linking = story(['Website of the plants'], {
  then: async (detail) => {
    await press(detail, '[data-act=add-project]');
    await press(detail, '#menu-link-project');
    await write(detail, '#find-project', 'web');
    await appears(detail, '#find-project-list [role=option]');
  },
});

/** It begins with a template: its phases, and its tasks by the days from the start. */
export const CreatingWithTemplate = story(['Tasks from the template', 'Train on site'], {
  projects: () => [],
  deal: won,
  then: async (detail) => {
    await press(detail, '[data-act=start-project]');
    const select = (await appears(detail, '#project-template')) as HTMLSelectElement | null;
    if (!select) return;
    select.value = 'template-1';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await appears(detail, '#project-task-3');
  },
});

/** What projects begin with, and one of them. */
export const TemplateList = story(['Audit', 'New template'], {
  then: async (detail) => {
    await press(detail, '[data-act=add-project]');
    await press(detail, '#menu-templates');
    await appears(detail, '.template-open');
  },
});
/** What was typed would be gone: that is asked first. */
export const TemplateDiscarded = story(['Discard what you typed?', 'Keep typing'], {
  then: async (detail) => {
    await press(detail, '[data-act=add-project]');
    await press(detail, '#menu-templates');
    await press(detail, '[data-template=template-1]');
    await write(detail, '#template-name', 'Another audit');
    await press(detail, 'dialog [data-cancel]');
  },
});
export const TemplateListNarrow = story(['Audit', 'New template'], { ...TemplateList.args, width: 390 });
export const TemplateEditor = story(['Days after the start', 'Add phase'], {
  then: async (detail) => {
    await press(detail, '[data-act=add-project]');
    await press(detail, '#menu-templates');
    await press(detail, '[data-template=template-1]');
  },
});

export const TemplateEditorNarrow = story(['Days after the start'], { ...TemplateEditor.args, width: 390 });

export const Narrow = story(['Einführung in vier Werken'], { width: 390, then: open });
