import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Change } from '../src/domain/change.js';
import type { DealDetail } from '../src/elements/deal-detail/deal-detail.js';
import type { CrmStore, StoreOptions } from '../src/store/api.js';
import { workOnBeside } from './deal-changelog.data.js';
import { at, dealWork, ground, leadWork, storeWith, theDeal, theLead } from './detail.data.js';
import { day } from './support/clock.js';
import { aDeal, aNote, creation, edit } from '../src/testing/fixtures.js';
import { frame, type Frame } from './support/frame.js';
import { onlyOnePlanned } from './support/planned.js';

interface Args extends Frame {
  readonly changes: () => readonly Change[];
  readonly options?: () => Partial<StoreOptions>;
  /** Done to the store before it is shown; may say which deal to show. */
  readonly before?: (store: CrmStore) => Promise<string | undefined>;
  readonly then?: (detail: DealDetail) => Promise<unknown>;
  readonly deal?: string;
}

const appears = async (detail: DealDetail, selector: string): Promise<void> => {
  for (let tries = 0; tries < 100 && !detail.shadowRoot?.querySelector(selector); tries++)
    await new Promise(requestAnimationFrame);
};

const press = async (detail: DealDetail, selector: string): Promise<void> => {
  await appears(detail, selector);
  detail.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
  await detail.updateComplete;
};

const show = ({ changes, options, before, then, deal = 'deal', ...size }: Args) => {
  const detail = document.createElement('deal-detail');
  detail.style.blockSize = '100%';
  void storeWith(changes(), options?.()).then(async (store) => {
    detail.dealId = (await before?.(store)) ?? deal;
    detail.store = store;
    await then?.(detail);
  });
  return frame(detail, { height: 900, ...size });
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
/** @param shows words that have to be read in the end */
const story = (shows: readonly string[], args: Partial<Args> = {}): Story => ({
  args: { changes: all, ...args },
  parameters: { shows },
});

const title = 'Umstellung der Bestandsverwaltung';
const person = 'Dr. Annegret Freifrau von Hohenstein-Weißenfels';
const summary = [
  '€84,500',
  person,
  'Bergström & Söhne',
  'Jonas Brandt',
  'Hot',
  'Enterprise rollout',
  'Pallet places 900',
  'Thorsten Kühnapfel',
  'Steuerberatung Akıncıoğlu',
];
const work = ['Send revised licence terms', 'was due', 'Needs the works council’s approval', 'Bedarf und Zeitplan'];

/** Head with the stages, summary, what is next, what has been. */
export const Open = story([title, 'Won', 'Lost', 'Contact made', ...summary, ...work]);

/** Whose it is and who follows it. */
export const Followers = story([title, 'Owner', 'Followers', 'Maya Okafor'], {
  then: (detail) => press(detail, '[data-act=faces]'),
});

/** What came from a lead says so, and keeps what hung on it. */
export const FromALead = story(
  [
    'Kordon Lojistik: depo otomasyonu, 2. faz',
    'Lead, Chatbot',
    'converted the lead to this deal',
    'Undo',
    'while a lead',
  ],
  {
    changes: () => [...ground(), ...theLead(), ...leadWork()],
    before: async (store) => (await store.convertLeads(['lead'], { stageId: 'stage-1' })).outcomes[0]?.dealId,
  },
);

/** Its conversion was undone: it leads on to the lead. */
export const ALeadAgain = story(
  ['This deal is a lead again', 'Kordon Lojistik: depo otomasyonu, 2. faz', 'Open lead'],
  {
    changes: () => [...ground(), ...theLead(), ...leadWork()],
    before: async (store) => {
      const { outcomes } = await store.convertLeads(['lead'], { stageId: 'stage-1' });
      await store.execute('conversions-undo', { ids: ['lead'] });
      return outcomes[0]?.dealId;
    },
  },
);

/** The day it should have been closed has passed; its chance is its own. */
export const CloseOverdue = story([title, '4 days overdue', '65', 'own', '€54,925'], {
  changes: () => [...ground(), ...theDeal({ expectedClose: day(-4), probability: 65 }), ...dealWork()],
});

/** Won: when, after how long; the way back. */
export const Won = story([title, 'Won', '14 days after it was added', 'Reopen'], {
  changes: () => [
    ...ground(),
    ...theDeal({ status: 'won', wonAt: at(-1), firstWonAt: at(-1), closedAt: at(-1) }),
    ...dealWork(),
  ],
});

/** Lost: when, why; the way back. */
export const Lost = story([title, 'Lost', 'Chose a competitor', 'wants to talk again in spring', 'Reopen'], {
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
});

/** Who changed which field, from what to what, when; an old value can be given back. */
export const WhatWasChanged = story([title, 'Enterprise rollout', 'EK'], {
  before: async (store) => {
    const ids = ['deal'];
    await store.execute('deals-move', { ids, stageId: 'stage-2' });
    await store.execute('deals-label', { ids, add: [], remove: ['roll'] });
    await store.execute('deals-label', { ids, add: ['roll'], remove: ['hot'] });
    await store.execute('deal-edit', { id: 'deal', fields: { value: { amount: '86500', currency: 'EUR' } } });
    await store.execute('deal-edit', { id: 'deal', fields: { expectedClose: null } });
    await store.execute('deal-edit', { id: 'deal', fields: { expectedClose: day(24), probability: 65 } });
    return 'deal';
  },
  then: async (detail) => {
    await press(detail, '.filters .chip:last-child');
    await appears(detail, '.log > li');
  },
});

/** What is told beside the deal: its products, participants and projects; what was a merged deal's; what cannot be given back. */
export const WhatWasChangedBeside = story(
  ['Schulung vor Ort, Bielefeld', 'Selin Aksoy', 'Roll-out', 'Hosting, Frankfurt'],
  {
    changes: () => [...all(), creation('deal', aDeal({ id: 'yard', title: 'Lager Rheine', value: null }))],
    before: workOnBeside,
    then: async (detail) => {
      await press(detail, '.filters .chip:last-child');
      await appears(detail, '.log > li');
      // Those that cannot be given back say so without a pointer over them as well.
      detail.shadowRoot?.querySelector<HTMLElement>('.log [data-give-back]')?.focus();
    },
  },
);

const slow: Change = edit('stage', 'stage-1', { rotDays: [null, 30] });

/** Nothing was done for too long: for how long, what the limit is, and what ends it. */
export const Quiet = story([title, 'Quiet for 41 days', '30 is the limit', 'Plan activity', 'Wait until, because'], {
  changes: () => [...ground(), slow, ...theDeal({ touchedAt: at(-41) })],
});

/** It stands still for a known reason. */
export const Waits = story([title, 'Waiting until', 'tender opens', 'Change', 'Stop waiting'], {
  changes: () => [
    ...ground(),
    slow,
    ...theDeal({ touchedAt: at(-41), waitUntil: day(42), waitReason: 'tender opens' }),
  ],
});

/** A stage asks for what the deal does not have. */
export const AskingForAnswers = story(
  ['Proposal sent asks for more', 'needs 2 more answers', 'Go-live city', 'Budget approved'],
  {
    changes: () => [...ground(['custom.city', 'custom.budget']), ...theDeal(), ...dealWork()],
    then: (detail) => press(detail, '[data-stage=stage-3]'),
  },
);

export const AskingWhyLost = story(['Why was this deal lost?', 'Price too high', 'Comment'], {
  then: (detail) => press(detail, '[data-act=lose]'),
});

/** Before it goes back to the leads: what goes along, and what waits for it. */
export const BackToLeads = story(
  ['Back to the leads?', 'Goes along', '2 notes', 'Stage and days in it', 'Convert to lead'],
  {
    then: async (detail) => {
      await press(detail, '[data-act=more]');
      await press(detail, '[role=menuitem][data-id=to-lead]');
    },
  },
);

export const InTheTrash = story(['In the trash', 'You deleted', title, 'It can be restored until', 'Restore'], {
  before: async (store) => {
    await store.execute('deals-delete', { ids: ['deal'] });
    return 'deal';
  },
});

/** Another open deal of the same person: told quietly, with the way to compare them. */
export const Twin = story(
  ['Possible duplicate', 'Cold store, second hall: same person', 'Compare', 'Not a duplicate'],
  {
    changes: () => [
      ...all(),
      creation(
        'deal',
        aDeal({ id: 'twin', title: 'Cold store, second hall', personId: 'annegret', organizationId: 'berg' }),
      ),
    ],
    then: (detail) => press(detail, '[part=duplicates]'),
  },
);

/** A link to a deal that was merged: it says into which one, and leads there. */
export const Merged = story(['This deal was merged', 'You merged', 'Open Cold store, second hall', 'Restore'], {
  changes: () => [
    ...all(),
    creation('deal', aDeal({ id: 'twin', title: 'Cold store, second hall', personId: 'annegret' })),
  ],
  before: async (store) => {
    await store.mergeDeals({ ids: ['deal', 'twin'], survivorId: 'twin' });
    return 'deal';
  },
});

/** The one that stayed tells it in its history, as long as the other one can come back. */
export const MergedHere = story(['merged a deal into this one: Cold store, second hall with 1 note'], {
  changes: () => [
    ...all(),
    creation('deal', aDeal({ id: 'twin', title: 'Cold store, second hall', personId: 'annegret' })),
    creation('note', aNote({ id: 'twin-note', leadId: null, dealId: 'twin' })),
  ],
  before: async (store) => {
    await store.mergeDeals({ ids: ['deal', 'twin'], survivorId: 'deal' });
    return 'deal';
  },
});

export const NotHere = story(['Not here any more', 'This deal was deleted, or you may not see it.'], {
  deal: 'nobody',
});

export const ReadOnly = story([title, 'Ask Maya Okafor for the right to edit deals.'], {
  options: () => ({ can: () => 'Ask Maya Okafor for the right to edit deals.' }),
});

/** Below 660 px summary and work are two tabs. */
/** The only planned activity is marked done: the next one is proposed in its place. */
const proposed = {
  changes: () => onlyOnePlanned(all()),
  then: (detail: DealDetail) => press(detail, '.focus-item .btn'),
};
export const NextProposed = story([title, `Next for ${title}`, 'How did it go', 'Plan'], proposed);
export const NextProposedNarrow = story([`Next for ${title}`, 'Not now'], { ...proposed, width: 390, height: 860 });

export const NextProposedNarrowTurkish = story([`Sıradaki: ${title}`, 'Şimdi değil'], {
  ...proposed,
  ...{ width: 390, height: 860, lang: 'tr' },
});

export const Narrow = story([title, 'Summary', 'Work', 'Send revised licence terms'], { width: 390, height: 860 });

export const NarrowSummary = story([title, ...summary.slice(0, 3), 'Weighted'], {
  width: 390,
  height: 860,
  then: (detail) => press(detail, '[role=tab]:not([aria-selected=true])'),
});

export const RightToLeft = story([title, ...work], { dir: 'rtl' });
export const Turkish = story([title, 'Kazanıldı', 'Kaybedildi', 'Olasılık', 'Geçmiş'], { lang: 'tr' });
