/** What each field of each kind holds, as data. Writes are held to it; what is read is mended by it. */
import type { AnyRecord, Kind, RecordOf } from '../../domain/records.js';
import { hasShape, type Shape } from './shape.js';

const base = { id: 'text', rev: 'number', createdAt: 'text', updatedAt: 'text' } as const;
const derived = {
  personName: 'text',
  organizationName: 'text',
  nextActivity: 'map?',
  touchedAt: 'text',
  searchText: 'text',
} as const;
const opportunity = {
  ...base,
  ...derived,
  title: 'text',
  personId: 'text?',
  organizationId: 'text?',
  ownerId: 'text?',
  creatorId: 'text?',
  labelIds: 'list',
  value: 'money?',
  expectedClose: 'text?',
  sourceName: 'text',
  origin: 'text',
  originId: 'text?',
  channel: 'text?',
  channelId: 'text?',
  archivedAt: 'text?',
  custom: 'map',
} as const;
const author = { userId: 'text?', at: 'text', from: 'text', bulk: 'flag', command: 'text' } as const;
const attached = { leadId: 'text?', dealId: 'text?', personId: 'text?', organizationId: 'text?' } as const;

/** Of the fields that every record has: what may be left out is taken as it is written, and is missing where it was never set. */
type Needed<R> = { [F in keyof R]-?: object extends Pick<R, F> ? never : F }[keyof R];
type Shapes = { readonly [K in Kind]: { readonly [F in Needed<RecordOf[K]>]: Shape } };

/** Where it changes, rows are written differently from then on: so does `written` in `indexeddb/bare.ts`. */
export const shapes: Shapes = {
  lead: { ...opportunity, seen: 'flag', sourceDealId: 'text?' },
  deal: {
    ...opportunity,
    pipelineId: 'text',
    stageId: 'text',
    rank: 'text',
    status: 'text',
    probability: 'number?',
    lostReason: 'text?',
    lostComment: 'text?',
    closedAt: 'text?',
    wonAt: 'text?',
    lostAt: 'text?',
    firstWonAt: 'text?',
    stageChangedAt: 'text',
    stageHistory: 'list',
  },
  user: { ...base, name: 'text', email: 'text', active: 'flag' },
  pipeline: { ...base, name: 'text', rank: 'text', lostReasons: 'list?', wonFields: 'list', lostFields: 'list' },
  stage: {
    ...base,
    name: 'text',
    pipelineId: 'text',
    rank: 'text',
    probability: 'number',
    rotDays: 'number?',
    requiredFields: 'list',
  },
  label: { ...base, name: 'text', color: 'text' },
  field: { ...base, name: 'text', type: 'text', options: 'list', rank: 'text' },
  view: { ...base, name: 'text', userId: 'text?', state: 'map' },
  filter: { ...base, name: 'text', subject: 'text', filter: 'list', ownerId: 'text?', shared: 'flag' },
  person: {
    ...base,
    name: 'text',
    jobTitle: 'text',
    organizationId: 'text?',
    ownerId: 'text?',
    emails: 'list',
    phones: 'list',
    custom: 'map',
  },
  organization: { ...base, name: 'text', address: 'text', website: 'text', ownerId: 'text?', custom: 'map' },
  activity: {
    ...base,
    ...attached,
    type: 'text',
    subject: 'text',
    due: 'text?',
    time: 'text?',
    duration: 'number?',
    note: 'text',
    ownerId: 'text?',
    done: 'flag',
    doneAt: 'text?',
  },
  note: { ...base, ...attached, text: 'text', authorId: 'text?', pinned: 'flag' },
  file: {
    ...base,
    ...attached,
    name: 'text',
    description: 'text',
    size: 'number',
    type: 'text',
    ref: 'text',
    authorId: 'text?',
  },
  product: {
    ...base,
    name: 'text',
    code: 'text',
    description: 'text',
    unit: 'text',
    tax: 'text',
    category: 'text',
    active: 'flag',
    prices: 'list',
    variations: 'list',
    frequency: 'text',
    cycles: 'number?',
  },
  dealProduct: {
    ...base,
    dealId: 'text',
    productId: 'text?',
    variationId: 'text?',
    name: 'text',
    unit: 'text',
    price: 'text',
    quantity: 'text',
    tax: 'text',
    discount: 'text',
    discountType: 'text',
    enabled: 'flag',
    comment: 'text',
    rank: 'text',
    currency: 'text',
    frequency: 'text',
    cycles: 'number?',
    billingStart: 'text?',
  },
  participant: { ...base, dealId: 'text', personId: 'text', role: 'text' },
  project: {
    ...base,
    title: 'text',
    description: 'text',
    status: 'text',
    phase: 'text',
    startDate: 'text?',
    endDate: 'text?',
    dealIds: 'list',
    personId: 'text?',
    organizationId: 'text?',
    ownerId: 'text?',
    tasks: 'list',
  },
  projectTemplate: { ...base, name: 'text', phases: 'list', tasks: 'list' },
  conversion: {
    ...base,
    state: 'text',
    lead: 'map',
    deal: 'map?',
    kept: 'map?',
    dealId: 'text',
    joined: 'flag',
    overwritten: 'map',
    movedNotes: 'list',
    movedActivities: 'list',
    dropped: 'list',
    userId: 'text?',
    command: 'text',
    expiresAt: 'text',
  },
  trash: {
    ...base,
    of: 'text',
    title: 'text',
    record: 'map',
    notes: 'list',
    activities: 'list',
    userId: 'text?',
    command: 'text',
    expiresAt: 'text',
  },
  import: {
    ...base,
    fileName: 'text',
    fileHash: 'text',
    state: 'text',
    rows: 'number',
    created: 'number',
    updated: 'number',
    skipped: 'number',
    userId: 'text?',
    expiresAt: 'text',
  },
  importChunk: { ...base, importId: 'text', index: 'number', made: 'list', keys: 'list', patched: 'list' },
  changelog: {
    ...base,
    ...author,
    of: 'text',
    recordId: 'text',
    dealIds: 'list',
    about: 'text',
    op: 'text',
    field: 'text',
    before: 'any',
    after: 'any',
    units: 'list?',
  },
};

/** Defaults that are not simply empty. */
const special: { readonly [K in Kind]?: Readonly<Record<string, unknown>> } = {
  activity: { type: 'task' },
  conversion: { state: 'active' },
  user: { active: true },
  stage: { probability: 100 },
  label: { color: 'gray' },
  field: { type: 'text' },
  deal: { status: 'open', rank: 'a0' },
  product: { tax: '0', active: true, frequency: 'oneTime' },
  dealProduct: {
    price: '0',
    quantity: '1',
    tax: '0',
    discount: '0',
    discountType: 'percentage',
    enabled: true,
    rank: 'a0',
    frequency: 'oneTime',
  },
  project: { status: 'open' },
};

const empty: { readonly [S in Shape]: () => unknown } = {
  text: () => '',
  'text?': () => null,
  number: () => 0,
  'number?': () => null,
  flag: () => false,
  list: () => [],
  'list?': () => null,
  map: () => ({}),
  'map?': () => null,
  'money?': () => null,
  any: () => null,
};

/** The same as lists: they are walked through for every record that is read or written. */
export const shapeEntries = Object.fromEntries(
  Object.entries(shapes).map(([kind, fields]) => [kind, Object.entries<Shape>(fields)]),
) as unknown as { readonly [K in Kind]: readonly [string, Shape][] };

/** The shape of a field; undefined = a field this version does not know. */
export function shapeOf(kind: Kind, field: string): Shape | undefined {
  const fields: Readonly<Record<string, Shape>> = shapes[kind];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

export function defaultOf(kind: Kind, field: string, shape: Shape): unknown {
  const own = special[kind];
  return own !== undefined && Object.hasOwn(own, field) ? own[field] : empty[shape]();
}

/**
 * The row as this version expects it: an older or a newer version of the kit on the same origin may have written it. Fills in
 * what is missing, and replaces what has a wrong type, by the default; a whole row is answered as it is, without a copy.
 */
export function normalise<K extends Kind>(kind: K, row: RecordOf[K]): RecordOf[K] {
  let mended: Record<string, unknown> | undefined;
  const known = row as unknown as Readonly<Record<string, unknown>>;
  for (const [field, shape] of shapeEntries[kind]) {
    if (hasShape(shape, known[field])) continue;
    mended ??= { ...known };
    mended[field] = defaultOf(kind, field, shape);
  }
  return mended === undefined ? row : (mended as unknown as RecordOf[K]);
}

/** As `normalise`, for a kind that is known at run time only. */
export function normaliseAny(kind: Kind, row: AnyRecord): AnyRecord {
  return normalise(kind, row as never);
}
