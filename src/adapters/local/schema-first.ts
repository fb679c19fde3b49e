/** What each field holds of the kinds that are read with the first windows; the others, and defaults, are in `schema.ts`. */
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
export type FirstKind = 'lead' | 'deal' | 'user' | 'pipeline' | 'stage' | 'label' | 'field' | 'view';

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

const lists = Object.fromEntries(
  Object.entries(firstShapes).map(([kind, fields]) => [kind, Object.entries<Shape>(fields)]),
) as unknown as { readonly [K in FirstKind]: readonly [string, Shape][] };

/** Is the row as this version writes it? One that an older or a newer version has written may have to be mended. */
export function isWhole(kind: FirstKind, row: AnyRecord): boolean {
  return lists[kind].every(([field, shape]) =>
    fits[shape]((row as unknown as Readonly<Record<string, unknown>>)[field]),
  );
}
