import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { Change } from '../src/domain/change.js';
import type { LeadDetail } from '../src/elements/lead-detail/lead-detail.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import { aDeal, aLead, aNote, creation } from '../src/testing/fixtures.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import { at, ground, leadWork, storeWith, theLead } from './detail.data.js';
import { frame, type Frame } from './support/frame.js';
import { onlyOnePlanned } from './support/planned.js';

interface Args extends Frame {
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

const show = ({ changes, options, before, then, lead = 'lead', ...size }: Args) => {
  const detail = document.createElement('lead-detail');
  detail.leadId = lead;
  detail.position = { index: 1, of: 128 };
  detail.style.blockSize = '100%';
  void storeWith(changes(), options?.()).then(async (store) => {
    await before?.(store);
    detail.store = store;
    await then?.(detail);
  });
  return frame(detail, { width: 420, height: 860, ...size });
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
/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { changes: all, ...args },
  parameters: { shows },
});

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

const title = 'Kordon Lojistik: depo otomasyonu, 2. faz';
const who = ['Ayşegül Yıldırımoğlu', 'Depo Operasyonları Müdürü', '+90 232 555 01 44', 'Kordon Lojistik A.Ş.'];

/** What is next, who it is, what it is worth, what has been; "Convert to deal" at the lower left. */
export const Open = story(
  [
    title,
    '2 of 128',
    'confirm dock count',
    ...who,
    '1 open deal',
    '₺1,250,000',
    'Warm',
    'Plan of the hall',
    'Convert to deal',
  ],
  { changes: () => [...all(), ...openDeals(1)] },
);

export const SeveralOpenDeals = story([title, '3 open deals'], { changes: () => [...all(), ...openDeals(3)] });

export const NothingPlanned = story([title, 'No activity planned', 'Plan next', 'Lead added'], {
  changes: () => [...ground(), ...theLead()],
});

export const OnlyAPerson = story([title, 'Ayşegül Yıldırımoğlu', 'Add organization', 'Add owner'], {
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
});

export const EditingTheValue = story([title, 'Value 1,250,000.00'], {
  then: (detail) => press(detail, '.worth .edit'),
});

export const PlanningAnActivity = story([title, 'Subject', 'Day', 'Duration', 'Plan activity'], {
  then: (detail) => press(detail, '#composer-activity'),
});

/** Done: the next one is proposed in its place. Enter plans it, Escape does not. */
const proposed = {
  changes: () => onlyOnePlanned(all()),
  then: (detail: LeadDetail) => press(detail, '[data-next]'),
};
export const NextProposed = story([title, `Next for ${title}`, 'How did it go', 'Plan'], proposed);
export const NextProposedTurkish = story([`Sıradaki: ${title}`, 'Şimdi değil'], { ...proposed, lang: 'tr' });

/** Notes show what their marks mean. */
export const MarkedNotes = story([title, 'Budget', '40 seats', 'the offer', 'No more than that'], {
  changes: () => [
    ...all(),
    creation(
      'note',
      aNote({
        id: 'marked',
        leadId: 'lead',
        authorId: 'jonas',
        pinned: true,
        text: '**Budget** is _fixed_, ~~60~~ 40 seats:\n- 40 seats, `SKU 4711`\n- see [the offer](https://example.com/offer)\n1. call Ada\n2. send it\n> No more than that, not even with the support.',
        createdAt: at(-1),
      }),
    ),
  ],
});

/** Two thousand notes. */
export const LongHistory = story([title, 'Call number 2000', 'Show 40 more'], {
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
});

export const Archived = story([title, 'Archived', 'Restore'], {
  changes: () => [...ground(), ...theLead({ archivedAt: at(-1) }), ...leadWork()],
});

export const AlreadyADeal = story(['Already a deal', 'You converted this lead', 'Open deal'], {
  before: (store) => store.convertLeads(['lead']),
});

export const InTheTrash = story(['In the trash', `You deleted “${title}”`, 'Restore'], {
  before: (store) => store.execute('leads-delete', { ids: ['lead'] }),
});

const twin = (): Change =>
  creation('lead', aLead({ id: 'twin', title: 'Depo etiketleme', personId: 'aysegul', organizationId: 'kordon' }));

/** Another lead of the same person: told quietly, with the way to compare them. */
export const Twin = story(['Possible duplicate', 'Depo etiketleme: same person', 'Compare', 'Not a duplicate'], {
  changes: () => [...all(), twin()],
  then: (detail) => press(detail, '[part=duplicates]'),
});

export const TwinTurkish = story(['Olası yineleme', 'Depo etiketleme: aynı kişi', 'Karşılaştır', 'Yineleme değil'], {
  changes: () => [...all(), twin()],
  then: (detail) => press(detail, '[part=duplicates]'),
  lang: 'tr',
});

export const NotHere = story(['Not here any more', 'This lead was deleted, or you may not see it.'], {
  lead: 'nobody',
});

export const ReadOnly = story([title, 'Ask Maya Okafor for the right to edit leads.'], {
  options: () => ({ can: () => 'Ask Maya Okafor for the right to edit leads.' }),
});

export const CouldNotBeLoaded = story(['This could not be loaded', 'The storage did not answer.', 'Try again'], {
  options: () => ({
    adapter: faultyAdapter(memoryAdapter(), [{ on: 'read', kind: 'lead', fault: { reject: 'unavailable' } }]),
  }),
});

export const Loading = story(['Loading lead'], {
  options: () => ({ adapter: faultyAdapter(memoryAdapter(), [{ on: 'read', kind: 'lead', fault: 'never' }]) }),
});

/** As wide as a page. */
export const Wide = story([title, ...who, 'Convert to deal'], { width: 900 });
export const RightToLeft = story([title, ...who], { dir: 'rtl' });
export const Turkish = story([title, 'Anlaşmaya dönüştür', '₺1.250.000'], { lang: 'tr' });
