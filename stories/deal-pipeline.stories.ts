import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { memoryAdapter } from '../src/adapters/memory.js';
import type { CrmAdapter } from '../src/adapters/adapter.js';
import type { Change } from '../src/domain/change.js';
import type { Deal } from '../src/domain/records.js';
import type { DealPipeline } from '../src/elements/deal-pipeline/deal-pipeline.js';
import { faultyAdapter } from '../src/testing/faulty.js';
import {
  aDeal,
  aLabel,
  anActivity,
  anOrganization,
  aPerson,
  aPipeline,
  aStage,
  aUser,
  creation,
  minutesAfter,
} from '../src/testing/fixtures.js';

/** A day from today: stories live in the present, so that what is overdue is overdue. */
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const stages = ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'];
const users = { elif: 'Elif Kaya', jonas: 'Jonas Brandt', sakura: 'Sakura Hayashi', maya: 'Maya Okafor' };
const labels = {
  Warm: 'orange',
  Hot: 'red',
  'Enterprise rollout': 'purple',
  Renewal: 'blue',
  Qualified: 'green',
} as const;

type Row = readonly [
  stage: number,
  title: string,
  organization: string,
  person: string,
  close: number | null,
  owner: keyof typeof users,
  value: string,
  next: number | null,
  labels: readonly (keyof typeof labels)[],
];
const rows: readonly Row[] = [
  [
    0,
    'Depo otomasyonu, 2. faz',
    'Kordon Lojistik A.Ş.',
    'Ayşegül Yıldırımoğlu',
    25,
    'elif',
    '1250000 TRY',
    0,
    ['Warm'],
  ],
  [0, 'Website relaunch for three shops', 'Atelier Mirabeau', '', 53, 'jonas', '23750 EUR', 8, []],
  [0, '在庫アプリ', '株式会社みなと食品', '高橋 美咲', null, 'sakura', '3200000 JPY', null, []],
  [
    1,
    'Umstellung der Bestandsverwaltung auf mandantenfähiges Rechnungswesen und Lagerhaltung',
    'Bergström & Söhne Maschinenbau GmbH & Co. KG',
    '',
    7,
    'jonas',
    '84500 EUR',
    -3,
    ['Hot', 'Enterprise rollout'],
  ],
  [1, 'Cold chain audit', 'Glasán Foods', 'Niamh Ó Súilleabháin', null, 'maya', '4900 EUR', 8, []],
  [2, '生産管理システムの更新', '東都精機株式会社', '山本 健太郎', 29, 'sakura', '12400000 JPY', 0, ['Hot']],
  [2, 'Nachrüstung Brandmeldeanlage', 'Stadtwerke Oberrhein', 'Jürgen Weiß', -11, 'jonas', '31400 EUR', -6, []],
  [3, 'Annual support, 40 seats', 'Harbour & Finch', 'Imogen Clarke', 4, 'maya', '18900 GBP', 2, ['Renewal']],
  [3, 'Yıllık bakım sözleşmesi', 'Kuzey Rüzgârı Enerji', '', null, 'elif', '480000 TRY', 10, []],
  [
    5,
    'Pelican Freight pilot',
    'Pelican Freight Lines',
    'Marcus T. Abernathy III',
    0,
    'maya',
    '42000 USD',
    0,
    ['Qualified'],
  ],
];

function ground(required: readonly string[] = []): Change[] {
  return [
    creation('pipeline', aPipeline({ name: 'New business' })),
    ...stages.map((name, at) =>
      creation('stage', aStage({ id: `stage-${at}`, name, rank: `a${at}`, requiredFields: at === 5 ? required : [] })),
    ),
    ...Object.entries(users).map(([id, name]) => creation('user', aUser({ id, name }))),
    ...Object.entries(labels).map(([name, color]) => creation('label', aLabel({ id: name, name, color }))),
  ];
}

function dealOf(
  [stage, title, organization, person, close, ownerId, value, next, labelIds]: Row,
  at: number,
): Change[] {
  const [amount = '0', currency = 'EUR'] = value.split(' ');
  const fields: Partial<Deal> = {
    id: `deal-${at}`,
    title,
    stageId: `stage-${stage}`,
    ownerId,
    labelIds,
    value: { amount, currency },
    rank: `b${String(at).padStart(6, '0')}V`,
    organizationId: organization ? `organization-${at}` : null,
    personId: person ? `person-${at}` : null,
    expectedClose: close === null ? null : day(close),
    createdAt: minutesAfter(-at),
  };
  return [
    ...(organization
      ? [creation('organization', anOrganization({ id: `organization-${at}`, name: organization }))]
      : []),
    ...(person ? [creation('person', aPerson({ id: `person-${at}`, name: person, emails: [], phones: [] }))] : []),
    creation('deal', aDeal(fields)),
    ...(next === null
      ? []
      : [
          creation(
            'activity',
            anActivity({ id: `activity-${at}`, leadId: null, dealId: `deal-${at}`, due: day(next) }),
          ),
        ]),
  ];
}

interface Options {
  readonly deals?: readonly Row[];
  readonly required?: readonly string[];
  readonly more?: readonly Change[];
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
}

async function filled({
  deals = rows,
  required,
  more = [],
  wrap = (adapter) => adapter,
}: Options): Promise<CrmAdapter> {
  const adapter = memoryAdapter();
  const changes = [...ground(required), ...deals.flatMap(dealOf), ...more];
  for (let at = 0; at < changes.length; at += 4000) await adapter.commit(changes.slice(at, at + 4000));
  return wrap(adapter);
}

const show =
  (options: Options, board = html`<deal-pipeline></deal-pipeline>`) =>
  async () => {
    const adapter = await filled(options);
    return html`<crm-provider .adapter=${adapter} .user=${{ id: 'maya', name: 'Maya Okafor' }} currency="EUR">${board}</crm-provider>`;
  };

/** A story's board, once its cards are there. */
async function ready(canvas: HTMLElement): Promise<DealPipeline> {
  for (;;) {
    const el = canvas.querySelector<DealPipeline>('deal-pipeline');
    if (el?.shadowRoot?.querySelector('.card[data-id]')) return el;
    await new Promise(requestAnimationFrame);
  }
}

function press(el: DealPipeline, id: string, ...keys: readonly string[]): void {
  el.shadowRoot?.querySelector<HTMLElement>(`.card[data-id="${id}"] .title`)?.focus();
  for (const key of keys)
    el.shadowRoot?.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
}

const meta: Meta = { title: 'deal-pipeline', component: 'deal-pipeline' };
export default meta;
type Story = StoryObj & { loaders?: unknown };

/** Storybook renders at once; what has to be written first is loaded before. */
function story(
  options: Options,
  board?: ReturnType<typeof html>,
  play?: (el: DealPipeline) => void | Promise<void>,
): Story {
  return {
    loaders: [async () => ({ view: await show(options, board)() })],
    render: (_args, { loaded }) => (loaded as { view: ReturnType<typeof html> }).view,
    ...(play && {
      play: async ({ canvasElement }: { canvasElement: HTMLElement }) => play(await ready(canvasElement)),
    }),
  };
}

/** Stages with counts and totals over all deals, cards sorted by what is next. */
export const Board = story({});

/** The keyboard holds a card: arrows carry it, Space drops it, Escape puts it back. */
export const Lifted = story({}, undefined, async (el) => {
  press(el, 'deal-5', ' ');
  await el.updateComplete;
  press(el, 'deal-5', 'ArrowRight');
});

/** Only under "By hand" a card has a place of its own. */
export const ByHand = story({}, html`<deal-pipeline order="rank"></deal-pipeline>`);

/** All that can be done with a card. */
export const CardMenu = story({}, undefined, (el) =>
  el.shadowRoot?.querySelector<HTMLElement>('.card[data-id=deal-4] [data-do=menu]')?.click(),
);

/** Every drag has a menu beside it. */
export const MoveTo = story({}, undefined, (el) => press(el, 'deal-4', 'm'));

/** The last stage asks for what the deal does not have. */
export const Answers = story({ required: ['value', 'expectedClose'] }, undefined, (el) => {
  press(el, 'deal-4', 'm');
  el.shadowRoot?.querySelector<HTMLElement>('.menu [data-id=stage-5]')?.click();
});

/** "+ Deal": a person or an organization is enough. */
export const AddDeal = story({}, undefined, (el) =>
  el.shadowRoot?.querySelector<HTMLElement>('[data-add-deal]')?.click(),
);

/** Why it was lost. */
export const Lost = story({}, undefined, (el) => {
  el.shadowRoot?.querySelector<HTMLElement>('.card[data-id=deal-6] [data-do=menu]')?.click();
  el.shadowRoot?.querySelector<HTMLElement>('.menu [data-id=lost]')?.click();
});

/** No deals yet. */
export const Empty = story({ deals: [] });

/** Nothing fits what was asked for. */
export const NoMatch = story({}, html`<deal-pipeline search="nothing like it"></deal-pipeline>`);

/** Several pipelines to choose from. */
export const Pipelines = story({
  more: [
    creation('pipeline', aPipeline({ id: 'pipeline-2', name: 'Renewals', rank: 'b0' })),
    creation('stage', aStage({ id: 'stage-9', name: 'Due soon', pipelineId: 'pipeline-2' })),
  ],
});

/** The storage does not answer: grey cards in their final places. */
export const Loading = story({
  wrap: (adapter) =>
    faultyAdapter(adapter, [
      { on: 'read', kind: 'deal', fault: 'never' },
      { on: 'summarize', fault: 'never' },
    ]),
});

/** The stages are there, their deals could not be read. */
export const Failed = story({
  wrap: (adapter) => faultyAdapter(adapter, [{ on: 'read', kind: 'deal', fault: { reject: 'denied' } }]),
});

/** The storage refuses a move: the card is put back, and why stands above. */
export const Refused = story(
  { wrap: (adapter) => faultyAdapter(adapter, [{ on: 'commit', fault: { reject: 'denied' } }]) },
  undefined,
  (el) => {
    press(el, 'deal-4', 'm');
    el.shadowRoot?.querySelector<HTMLElement>('.menu [data-id=stage-3]')?.click();
  },
);

/** One stage and a strip. */
export const Narrow = story({}, html`<deal-pipeline style="max-inline-size: 390px"></deal-pipeline>`);

/** Stages run from the right; arrows and Alt with arrows are mirrored. */
export const RightToLeft = story({}, html`<deal-pipeline dir="rtl"></deal-pipeline>`);

/** Ten thousand deals; a few dozen cards are in the page. */
export const TenThousand = story({
  deals: Array.from({ length: 10_000 }).map((_, at): Row => {
    const row = rows[at % rows.length]!;
    return [
      at % 6,
      `${row[1]} ${at}`,
      '',
      row[3] || row[2],
      row[4],
      row[5],
      row[6],
      at % 4 === 0 ? row[7] : null,
      row[8],
    ];
  }),
});
