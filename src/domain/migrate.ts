import { CrmError } from './errors.js';
import type { Kind, RecordOf } from './records.js';

type Blank = Readonly<Record<string, unknown>>;

const base: Blank = { rev: 0, createdAt: '1970-01-01T00:00:00.000Z', updatedAt: '1970-01-01T00:00:00.000Z' };
const attached: Blank = { leadId: null, dealId: null, personId: null, organizationId: null };
const opportunity: Blank = {
  title: '',
  personId: null,
  organizationId: null,
  ownerId: null,
  creatorId: null,
  labelIds: [],
  value: null,
  expectedClose: null,
  sourceName: '',
  origin: '',
  originId: null,
  channel: null,
  channelId: null,
  archivedAt: null,
  custom: {},
  personName: '',
  organizationName: '',
  nextActivity: null,
  touchedAt: '1970-01-01T00:00:00.000Z',
  searchText: '',
};
const kept: Blank = { userId: null, command: '', expiresAt: '1970-01-01T00:00:00.000Z' };

/** What a field holds in a record that was written before the field was there, or by a backend that leaves it out. */
const blanks: { readonly [K in Kind]: Blank } = {
  lead: { ...opportunity, seen: false, sourceDealId: null },
  deal: {
    ...opportunity,
    pipelineId: '',
    stageId: '',
    rank: 'a0',
    status: 'open',
    probability: null,
    lostReason: null,
    lostComment: null,
    closedAt: null,
    wonAt: null,
    lostAt: null,
    firstWonAt: null,
    stageChangedAt: '1970-01-01T00:00:00.000Z',
    stageHistory: [],
  },
  person: { name: '', jobTitle: '', organizationId: null, ownerId: null, emails: [], phones: [], custom: {} },
  organization: { name: '', address: '', website: '', ownerId: null, custom: {} },
  user: { name: '', email: '', active: true },
  pipeline: { name: '', rank: 'a0', lostReasons: null, wonFields: [], lostFields: [] },
  stage: { name: '', pipelineId: '', rank: 'a0', probability: 100, rotDays: null, requiredFields: [] },
  label: { name: '', color: 'gray' },
  field: { name: '', type: 'text', options: [], rank: 'a0' },
  activity: {
    ...attached,
    type: 'task',
    subject: '',
    due: null,
    time: null,
    duration: null,
    note: '',
    ownerId: null,
    done: false,
    doneAt: null,
  },
  note: { ...attached, text: '', authorId: null, pinned: false },
  file: { ...attached, name: '', description: '', size: 0, type: '', ref: '', authorId: null },
  product: {
    ...{ name: '', code: '', description: '', unit: '', tax: '0', category: '', active: true },
    ...{ prices: [], variations: [], frequency: 'oneTime', cycles: null },
  },
  dealProduct: {
    ...{ dealId: '', productId: null, variationId: null, name: '', unit: '', price: '0', quantity: '1', tax: '0' },
    ...{ discount: '0', discountType: 'percentage', enabled: true, comment: '', rank: 'a0', currency: '' },
    ...{ frequency: 'oneTime', cycles: null, billingStart: null },
  },
  participant: { dealId: '', personId: '', role: '' },
  project: {
    ...{ title: '', description: '', status: 'open', phase: '', startDate: null, endDate: null, dealIds: [] },
    ...{ personId: null, organizationId: null, ownerId: null, tasks: [] },
  },
  projectTemplate: { name: '', phases: [], tasks: [] },
  conversion: {
    ...kept,
    state: 'active',
    kept: null,
    lead: null,
    dealId: '',
    deal: null,
    joined: false,
    overwritten: {},
    movedNotes: [],
    movedActivities: [],
    dropped: [],
  },
  trash: { ...kept, of: 'lead', title: '', record: null, notes: [], activities: [] },
  import: {
    fileName: '',
    fileHash: '',
    state: 'done',
    rows: 0,
    created: 0,
    updated: 0,
    skipped: 0,
    userId: null,
    expiresAt: kept['expiresAt'],
  },
  importChunk: { importId: '', index: 0, made: [], keys: [], patched: [] },
  view: { name: '', userId: null, state: {} },
  filter: { name: '', subject: 'lead', filter: [], ownerId: null, shared: false },
  changelog: {
    userId: null,
    at: base['createdAt'],
    from: '',
    bulk: false,
    command: '',
    of: 'lead',
    recordId: '',
    dealIds: [],
    about: '',
    op: 'patch',
    field: '',
    before: null,
    after: null,
    units: null,
  },
};

/** What the instants of an old record are taken from, where they are missing. */
const INSTANTS: Readonly<Record<string, readonly string[]>> = {
  touchedAt: ['updatedAt', 'createdAt'],
  stageChangedAt: ['createdAt'],
  updatedAt: ['createdAt'],
  at: ['createdAt'],
};

/**
 * A stored record as this version knows it: missing fields get what they mean by their absence, unknown ones are kept
 * (a later version wrote them). A whole record is given back as it is, so that reading costs nothing.
 * @throws CrmError `invalid` where it has no id
 */
export function normalise<K extends Kind>(kind: K, raw: unknown): RecordOf[K] {
  if (
    typeof raw !== 'object' ||
    raw === null ||
    typeof (raw as { id?: unknown }).id !== 'string' ||
    (raw as { id: string }).id === ''
  ) {
    throw new CrmError('invalid', `A ${kind} without an id cannot be read.`, { field: 'id' });
  }
  const held = raw as Record<string, unknown>;
  let whole: Record<string, unknown> | null = null;
  for (const blank of [base, blanks[kind]]) {
    for (const name in blank) {
      const value = held[name];
      // null says "empty" only where the field may be empty.
      if (value !== undefined && (value !== null || blank[name] === null)) continue;
      whole ??= { ...held };
      whole[name] =
        (INSTANTS[name] ?? []).map((other) => held[other]).find((instant) => typeof instant === 'string') ??
        blank[name];
    }
  }
  if (kind === 'deal' && whole !== null && held['stageHistory'] === undefined) {
    whole['stageHistory'] = whole['stageId'] === '' ? [] : [{ stageId: whole['stageId'], at: whole['stageChangedAt'] }];
  }
  return (whole ?? held) as unknown as RecordOf[K];
}
