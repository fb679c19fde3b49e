/**
 * What each field holds of the kinds that are read with the first windows; the others are in `schema.ts`. On READ what a row
 * lacks gets its default, because an older or a newer version of the kit on the same origin may have written it.
 */
import type { AnyRecord, RecordOf } from '../../domain/records.js';

export type Shape = 'text' | 'text?' | 'number' | 'number?' | 'flag' | 'list' | 'map' | 'money?' | 'any' | 'map?';

export const base = { id: 'text', rev: 'number', createdAt: 'text', updatedAt: 'text' } as const;
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
export type FirstKind =
  'lead' | 'deal' | 'person' | 'organization' | 'user' | 'pipeline' | 'stage' | 'label' | 'field' | 'view';

export const firstShapes: { readonly [K in FirstKind]: { readonly [F in keyof RecordOf[K]]-?: Shape } } = {
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
  user: { ...base, name: 'text', email: 'text', active: 'flag' },
  pipeline: { ...base, name: 'text', rank: 'text' },
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
};

/** Defaults that are not simply empty. */
export const firstSpecial: { readonly [K in FirstKind]?: Readonly<Record<string, unknown>> } = {
  user: { active: true },
  stage: { probability: 100 },
  label: { color: 'gray' },
  field: { type: 'text' },
  deal: { status: 'open', rank: 'a0' },
};

const empty: { readonly [S in Shape]: () => unknown } = {
  text: () => '',
  'text?': () => null,
  number: () => 0,
  'number?': () => null,
  flag: () => false,
  list: () => [],
  map: () => ({}),
  'map?': () => null,
  'money?': () => null,
  any: () => null,
};

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits: { readonly [S in Shape]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  number: (value) => typeof value === 'number',
  'number?': (value) => value === null || typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  list: Array.isArray,
  map: isMap,
  'map?': (value) => value === null || isMap(value),
  'money?': (value) =>
    value === null || (isMap(value) && typeof value['currency'] === 'string' && typeof value['amount'] === 'string'),
  any: () => true,
};

export function hasShape(shape: Shape, value: unknown): boolean {
  return fits[shape](value);
}

/** @param own the defaults of the kind that are not simply empty */
export function defaultIn(own: Readonly<Record<string, unknown>> | undefined, field: string, shape: Shape): unknown {
  return own !== undefined && Object.hasOwn(own, field) ? own[field] : empty[shape]();
}

/**
 * The row as this version expects it. Fills in what is missing, and replaces what has a wrong type, by the default;
 * a whole row is answered as it is, without a copy.
 * @param fields as a list: it is walked through for every record that is read
 */
export function mend<R extends AnyRecord>(
  fields: readonly (readonly [string, Shape])[],
  own: Readonly<Record<string, unknown>> | undefined,
  row: R,
): R {
  let mended: Record<string, unknown> | undefined;
  const known = row as unknown as Readonly<Record<string, unknown>>;
  for (const [field, shape] of fields) {
    if (fits[shape](known[field])) continue;
    mended ??= { ...known };
    mended[field] = defaultIn(own, field, shape);
  }
  return mended === undefined ? row : (mended as unknown as R);
}

const lists = Object.fromEntries(
  Object.entries(firstShapes).map(([kind, fields]) => [kind, Object.entries<Shape>(fields)]),
) as unknown as { readonly [K in FirstKind]: readonly [string, Shape][] };

export function normaliseFirst<R extends AnyRecord>(kind: FirstKind, row: R): R {
  return mend(lists[kind], firstSpecial[kind], row);
}
