/** What the stories of the board show: ten deals in six stages, of people in many countries. */
import { memoryAdapter } from '../src/adapters/memory.js';
import type { CrmAdapter } from '../src/adapters/adapter.js';
import type { Change } from '../src/domain/change.js';
import type { Deal } from '../src/domain/records.js';
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
import { day } from './support/clock.js';

export const instant = (days: number): string => `${day(days)}T08:00:00.000Z`;
/** Nothing was done with these for a while, or they wait for something; all others were touched yesterday. */
const silent: Readonly<Record<string, Partial<Deal>>> = {
  'Cold chain audit': { touchedAt: instant(-16) },
  'Nachrüstung Brandmeldeanlage': { touchedAt: instant(-41) },
  'Yıllık bakım sözleşmesi': { touchedAt: instant(-90), waitUntil: day(42), waitReason: 'tender opens' },
};

export const stages = ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal sent', 'Negotiation', 'Contract out'];
const users = { elif: 'Elif Kaya', jonas: 'Jonas Brandt', sakura: 'Sakura Hayashi', maya: 'Maya Okafor' };
const labels = {
  Warm: 'orange',
  Hot: 'red',
  'Enterprise rollout': 'purple',
  Renewal: 'blue',
  Qualified: 'green',
} as const;

export type Row = readonly [
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
export const rows: readonly Row[] = [
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
      creation(
        'stage',
        aStage({
          id: `stage-${at}`,
          name,
          rank: `a${at}`,
          probability: [10, 30, 40, 60, 75, 90][at] ?? 100,
          rotDays: 30,
          requiredFields: at === 5 ? required : [],
        }),
      ),
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
    touchedAt: instant(-1),
    ...silent[title],
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

export interface Filling {
  readonly deals?: readonly Row[];
  readonly required?: readonly string[];
  readonly more?: readonly Change[];
  readonly wrap?: (adapter: CrmAdapter) => CrmAdapter;
}

export async function filled({
  deals = rows,
  required,
  more = [],
  wrap = (adapter) => adapter,
}: Filling): Promise<CrmAdapter> {
  const adapter = memoryAdapter();
  const changes = [...ground(required), ...deals.flatMap(dealOf), ...more];
  for (let at = 0; at < changes.length; at += 4000) await adapter.commit(changes.slice(at, at + 4000));
  return wrap(adapter);
}
