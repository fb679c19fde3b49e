import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Change } from '../src/domain/change.js';
import type { LeadDetail } from '../src/elements/lead-detail/lead-detail.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import { aDeal, aNote, creation } from '../src/testing/fixtures.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import { at, ground, leadWork, storeWith, theLead } from './detail.data.js';

interface Args {
  readonly changes: () => readonly Change[];
  readonly options?: () => Partial<StoreOptions>;
  /** Done to the store before it is shown. */
  readonly before?: (store: CrmStore) => Promise<unknown>;
  /** Done to what is shown. */
  readonly then?: (detail: LeadDetail) => Promise<unknown>;
  readonly lead?: string;
}

const press = async (detail: LeadDetail, selector: string): Promise<void> => {
  for (let tries = 0; tries < 100 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
  detail.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  await detail.updateComplete;
};

const show = ({ changes, options, before, then, lead = 'lead' }: Args) => {
  const detail = document.createElement('lead-detail');
  detail.leadId = lead;
  detail.position = { index: 1, of: 128 };
  detail.style.blockSize = '100vh';
  void storeWith(changes(), options?.()).then(async (store) => {
    await before?.(store);
    detail.store = store;
    await then?.(detail);
  });
  return html`${detail}`;
};

const meta: Meta<Args> = {
  title: 'Elements/lead-detail',
  component: 'lead-detail',
  render: show,
  argTypes: { changes: { table: { disable: true } } },
};
export default meta;
type Story = StoryObj<Args>;

const all = (): Change[] => [...ground(), ...theLead(), ...leadWork()];
const openDeals = (count: number): Change[] =>
  [...Array(count).keys()].map((i) =>
    creation(
      'deal',
      aDeal({
        id: `d${i}`,
        title: `Depo otomasyonu, ${i + 1}. faz`,
        personId: null,
        organizationId: 'kordon',
        stageId: 'stage-0',
      }),
    ),
  );

export const Open: Story = { args: { changes: () => [...all(), ...openDeals(1)] } };
export const SeveralOpenDeals: Story = { args: { changes: () => [...all(), ...openDeals(3)] } };
export const NothingPlanned: Story = { args: { changes: () => [...ground(), ...theLead()] } };
export const OnlyAPerson: Story = {
  args: {
    changes: () => [
      ...ground(),
      ...theLead({
        organizationId: null,
        value: null,
        labelIds: [],
        ownerId: null,
        channel: null,
        expectedClose: null,
        custom: {},
      }),
    ],
  },
};
export const EditingTheValue: Story = { args: { changes: all, then: (detail) => press(detail, '.worth .edit') } };
export const PlanningAnActivity: Story = {
  args: { changes: all, then: (detail) => press(detail, '#composer-activity') },
};
export const LongHistory: Story = {
  args: {
    changes: () => [
      ...all(),
      ...[...Array(2000).keys()].map((i) =>
        creation(
          'note',
          aNote({
            id: `n${i}`,
            leadId: 'lead',
            authorId: 'jonas',
            text: `Call number ${2000 - i}`,
            createdAt: at(-3, i * 60),
          }),
        ),
      ),
    ],
  },
};
export const Archived: Story = {
  args: { changes: () => [...ground(), ...theLead({ archivedAt: at(-1) }), ...leadWork()] },
};
export const AlreadyADeal: Story = { args: { changes: all, before: (store) => store.convertLeads(['lead']) } };
export const InTheTrash: Story = {
  args: { changes: all, before: (store) => store.execute('leads-delete', { ids: ['lead'] }) },
};
export const NotHere: Story = { args: { changes: all, lead: 'nobody' } };
export const ReadOnly: Story = {
  args: { changes: all, options: () => ({ can: () => 'Ask Maya Okafor for the right to edit leads.' }) },
};
export const CouldNotBeLoaded: Story = {
  args: {
    changes: all,
    options: () => ({
      adapter: faultyAdapter(memoryAdapter(), [{ on: 'read', kind: 'lead', fault: { reject: 'unavailable' } }]),
    }),
  },
};
export const Loading: Story = {
  args: {
    changes: all,
    options: () => ({ adapter: faultyAdapter(memoryAdapter(), [{ on: 'read', kind: 'lead', fault: 'never' }]) }),
  },
};
