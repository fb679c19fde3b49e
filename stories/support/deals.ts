/** Open deals, and those that convert stories join or meet. */
import type { Change } from '../../src/domain/change.js';
import type { Deal } from '../../src/domain/records.js';
import { aDeal, anActivity, anOrganization, aPerson, creation } from '../../src/testing/fixtures.js';
import { ago, day } from './clock.js';
import type { LabelName, Owner } from './people.js';

export interface DealRow {
  readonly id: string;
  readonly stage: number;
  readonly title: string;
  readonly organization?: string;
  readonly person?: string;
  /** Ids of an organization and a person that are there already. */
  readonly organizationId?: string;
  readonly personId?: string;
  readonly close?: number;
  readonly owner?: Owner;
  readonly value?: string;
  readonly next?: readonly [days: number, time?: string];
  readonly labels?: readonly LabelName[];
  /** Days since it came to its stage. */
  readonly since?: number;
}

// A table is read by its rows.
// prettier-ignore
export const dealRows: readonly DealRow[] = [
  { id: 'deal-depot', stage: 0, title: 'Ambar etiketleme, 3 şube', organization: 'Sahil Gıda A.Ş.', person: 'Tülin Soylu', close: 25, owner: 'kaya', value: '640000 TRY', next: [0, '16:00'], labels: ['Warm'] },
  { id: 'deal-shops', stage: 0, title: 'Website relaunch for three shops', organization: 'Atelier Corbeau', close: 53, owner: 'jonas', value: '19800 EUR', next: [8] },
  { id: 'deal-app', stage: 0, title: '店舗向け在庫アプリ', organization: '株式会社はるかぜ', person: '中野 千夏', owner: 'satoh', value: '2900000 JPY' },
  { id: 'deal-ledger', stage: 1, title: 'Umstellung der Anlagenbuchhaltung auf mandantenfähiges Rechnungswesen und Lagerhaltung', organization: 'Lindqvist & Söhne Anlagenbau GmbH & Co. KG', close: 7, owner: 'jonas', value: '78200 EUR', next: [-3], labels: ['Hot', 'Enterprise rollout'] },
  { id: 'deal-audit', stage: 1, title: 'Dairy audit', organization: 'Cloonagh Creamery', person: 'Niall Ó Ceallaigh', owner: 'maya', value: '5100 EUR', next: [8] },
  { id: 'deal-line', stage: 2, title: '検査ラインの更新', organization: '北浜製作所', person: '藤井 直樹', close: 29, owner: 'satoh', value: '10800000 JPY', next: [0, '15:00'], labels: ['Hot'] },
  { id: 'deal-alarm', stage: 2, title: 'Nachrüstung Brandmeldeanlage', organization: 'Stadtwerke Hohenfels', person: 'Jürgen Weißhaupt', close: -11, owner: 'jonas', value: '31400 EUR', next: [-6], since: 41 },
  { id: 'deal-seats', stage: 3, title: 'Support renewal, 25 seats', organization: 'Ashdown & Vale', person: 'Priya Ramanathan', close: 4, owner: 'maya', value: '12300 GBP', next: [2], labels: ['Renewal'] },
  { id: 'deal-care', stage: 3, title: 'Türbin bakım sözleşmesi', organization: 'Boğaz Enerji', owner: 'kaya', value: '520000 TRY', next: [10] },
  { id: 'deal-pilot', stage: 5, title: 'Osprey Haulage pilot', organization: 'Osprey Haulage', person: 'Dwayne K. Lockhart', close: 0, owner: 'maya', value: '38000 USD', next: [0], labels: ['Qualified'] },
];

export function dealOf(row: DealRow, at = 0): readonly Change[] {
  const { id, owner: ownerId = 'maya' } = row;
  const [amount = '', currency = ''] = row.value?.split(' ') ?? [];
  const organizationId = row.organizationId ?? (row.organization ? `org-${id}` : null);
  const personId = row.personId ?? (row.person ? `person-${id}` : null);
  const createdAt = ago(24 * 30 - at);
  const came = ago(24 * (row.since ?? 6));
  const fields: Partial<Deal> = {
    id,
    title: row.title,
    stageId: `stage-${row.stage}`,
    ownerId,
    creatorId: ownerId,
    organizationId,
    personId,
    labelIds: row.labels ?? [],
    value: row.value ? { amount, currency } : null,
    expectedClose: row.close === undefined ? null : day(row.close),
    rank: `b${String(at).padStart(6, '0')}V`,
    createdAt,
    updatedAt: ago(26),
    stageChangedAt: came,
    stageHistory: [{ stageId: `stage-${row.stage}`, at: came }],
  };
  const [days, time = null] = row.next ?? [];
  return [
    ...(row.organization
      ? [creation('organization', anOrganization({ id: `org-${id}`, name: row.organization, ownerId }))]
      : []),
    ...(row.person
      ? [
          creation(
            'person',
            aPerson({ id: `person-${id}`, name: row.person, organizationId, ownerId, emails: [], phones: [] }),
          ),
        ]
      : []),
    creation('deal', aDeal(fields)),
    ...(days === undefined
      ? []
      : [
          creation(
            'activity',
            anActivity({
              id: `next-${id}`,
              leadId: null,
              dealId: id,
              personId,
              organizationId,
              ownerId,
              due: day(days),
              time,
            }),
          ),
        ]),
  ];
}

export function deals(): readonly Change[] {
  return dealRows.flatMap((row, at) => dealOf(row, at));
}

/** An open deal of the organization and the person behind the lead `depot`: a conversion is offered to join it. */
export function firstPhase(): readonly Change[] {
  return dealOf({
    id: 'deal-phase1',
    stage: 3,
    title: 'Soğuk depo, 1. ve 2. faz',
    organizationId: 'org-depot',
    personId: 'person-depot',
    owner: 'kaya',
    value: '900000 TRY',
    close: 67,
  });
}
