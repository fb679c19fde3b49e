import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Change } from '../src/domain/change.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import { at, day, dealWork, ground, leadWork, storeWith, theDeal, theLead } from './detail.data.js';

interface Args {
  readonly changes: () => readonly Change[];
  readonly options?: () => Partial<StoreOptions>;
  /** Done to the store before it is shown; may say which deal to show. */
  readonly before?: (store: CrmStore) => Promise<string | undefined>;
  readonly then?: (detail: DealDetail) => Promise<unknown>;
  readonly deal?: string;
}

const press = async (detail: DealDetail, selector: string): Promise<void> => {
  for (let tries = 0; tries < 100 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
  detail.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  await detail.updateComplete;
};

const show = ({ changes, options, before, then, deal = 'deal' }: Args) => {
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '100vh';
  void storeWith(changes(), options?.()).then(async (store) => {
    detail.dealId = (await before?.(store)) ?? deal;
    detail.store = store;
    await then?.(detail);
  });
  return html`${detail}`;
};

const meta: Meta<Args> = {
  title: 'Elements/deal-detail',
  component: 'deal-detail',
  render: show,
  argTypes: { changes: { table: { disable: true } } },
};
export default meta;
type Story = StoryObj<Args>;

const all = (): Change[] => [...ground(), ...theDeal(), ...dealWork()];

export const Open: Story = { args: { changes: all } };
export const FromALead: Story = {
  args: {
    changes: () => [...ground(), ...theLead(), ...leadWork()],
    before: async (store) => (await store.convertLeads(['lead'], { stageId: 'stage-1' })).outcomes[0]?.dealId,
  },
};
export const CloseOverdue: Story = {
  args: { changes: () => [...ground(), ...theDeal({ expectedClose: day(-4), probability: 65 }), ...dealWork()] },
};
export const Won: Story = {
  args: {
    changes: () => [
      ...ground(),
      ...theDeal({ status: 'won', wonAt: at(-1), firstWonAt: at(-1), closedAt: at(-1) }),
      ...dealWork(),
    ],
  },
};
export const Lost: Story = {
  args: {
    changes: () => [
      ...ground(),
      ...theDeal({
        status: 'lost',
        lostAt: at(-1),
        closedAt: at(-1),
        lostReason: 'Chose a competitor',
        lostComment: 'Went with the local installer, wants to talk again in spring.',
      }),
      ...dealWork(),
    ],
  },
};
export const AskingForAnswers: Story = {
  args: {
    changes: () => [...ground(['custom.city', 'custom.budget']), ...theDeal(), ...dealWork()],
    then: (detail) => press(detail, '[data-stage=stage-3]'),
  },
};
export const AskingWhyLost: Story = { args: { changes: all, then: (detail) => press(detail, '[data-act=lose]') } };
export const InTheTrash: Story = {
  args: {
    changes: all,
    before: async (store) => {
      await store.execute('deals-delete', { ids: ['deal'] });
      return 'deal';
    },
  },
};
export const NotHere: Story = { args: { changes: all, deal: 'nobody' } };
export const ReadOnly: Story = {
  args: { changes: all, options: () => ({ can: () => 'Ask Maya Okafor for the right to edit deals.' }) },
};
