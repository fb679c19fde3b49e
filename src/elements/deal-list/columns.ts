import { valueOf } from '../../domain/field-value.js';
import type { Deal, Field, FieldType, Money, Stage } from '../../domain/records.js';
import { weighted } from '../../domain/weighted.js';
import type { Format } from '../../i18n/format.js';
import { readingOf } from '../../shared/formula/here.js';
import { fieldText, plainText } from '../../shared/field-text.js';
import { isNaming, rowWriting } from '../../shared/record-names.js';
import type { TableColumn } from '../../shared/table/model.js';
import type { CrmStore } from '../../store/api.js';
import { dayIn } from '../../store/clock.js';
import type { DealListWords } from './words.js';

/** How a cell of the column is drawn, and exported. */
export type CellKind = 'deal' | 'stage' | 'activity' | 'labels' | 'text' | 'money' | 'user' | 'age' | 'custom';

/** What a value is written with. */
export interface Writing {
  readonly t: DealListWords;
  readonly format: Format;
  readonly store: CrmStore | null;
  /** Drawn anew when a name has come. */
  readonly host?: { requestUpdate(): void };
}

export interface DealColumn extends TableColumn {
  /** The field's name, or `custom.<id>`; what is kept in a view. `weighted` is no field: it is worked out. */
  readonly id: string;
  readonly cell: CellKind;
  /** For `custom`: its definition. */
  readonly field?: Field;
  /** What stands over it. */
  readonly name: (t: DealListWords) => string;
  /** What it says of a deal. */
  readonly text?: (deal: Deal, writing: Writing) => string;
  /** What of it goes into a file, where that is not the field's own value. */
  readonly plain?: (deal: Deal, writing: Writing) => string | number | null;
  /** For `money`: the amount. */
  readonly amount?: (deal: Deal, writing: Writing) => Money | null;
  /** Numbers and amounts stand on the end edge. */
  readonly end?: boolean;
  /** The storage cannot sort by it: it is worked out, or says less than is shown. */
  readonly unsorted?: boolean;
  /** Its name for styles, where cards place it. */
  readonly part?: string;
}

const narrow = { midTrack: null, track: '104px' } as const;
const words = { midTrack: null, track: 'minmax(110px, 1fr)', cell: 'text' } as const;

const own =
  (id: string) =>
  (deal: Deal): string =>
    plainText(valueOf(deal, id));
const day =
  (id: string) =>
  (deal: Deal, writing: Writing): string =>
    dayText(valueOf(deal, id), writing);
const ago =
  (id: string) =>
  (deal: Deal, { store, format }: Writing): string => {
    const at = valueOf(deal, id);
    return typeof at === 'string' && store ? format.ago(at, Date.parse(store.now())) : '';
  };
/** A column of instants, as days. */
const closed = (id: string, name: DealColumn['name']): DealColumn => ({
  id,
  cell: 'text',
  track: '104px',
  midTrack: '92px',
  name,
  text: day(id),
  plain: own(id),
});

export function stageOf({ stageId }: Deal, store: CrmStore | null): Stage | undefined {
  return store?.directory.stage(stageId);
}

/** Percent that it is won: its own, else that of its stage; null = it is closed, or nobody knows its stage. */
export function chanceOf(deal: Deal, store: CrmStore | null): number | null {
  if (deal.status !== 'open') return null;
  return deal.probability ?? stageOf(deal, store)?.probability ?? null;
}

export function weightedOf(deal: Deal, store: CrmStore | null): Money | null {
  const chance = chanceOf(deal, store);
  return deal.value && chance !== null ? weighted(deal.value, chance) : null;
}

function chanceText(deal: Deal, { store, format }: Writing): string {
  const chance = chanceOf(deal, store);
  const percent = format.once(
    'percent',
    () => new Intl.NumberFormat(format.locale, { style: 'percent', maximumFractionDigits: 2 }),
  );
  return chance === null ? '' : percent.format(chance / 100);
}

function statusText({ status }: Deal, { t }: Writing): string {
  return status === 'open' ? t.dealList.open : status === 'won' ? t.dealList.won : t.dealList.lost;
}

function pipelineText({ pipelineId }: Deal, { store }: Writing): string {
  return store?.directory.pipelines.find(({ id }) => id === pipelineId)?.name ?? '';
}

/** Those who are gone are left out, as in the head of a deal. */
function followersText({ followerIds }: Deal, { store }: Writing): string {
  return (followerIds ?? []).flatMap((id) => store?.directory.user(id)?.name ?? []).join(', ');
}

/** Every column of the kit's own, in the order they stand in of themselves. */
const known: readonly DealColumn[] = [
  {
    id: 'title',
    cell: 'deal',
    track: 'minmax(220px, 2.6fr)',
    midTrack: 'minmax(150px, 2.4fr)',
    name: (t) => t.common.deal,
  },
  {
    id: 'stageId',
    cell: 'stage',
    track: 'minmax(150px, 1.3fr)',
    midTrack: 'minmax(110px, 1fr)',
    name: (t) => t.dealList.stage,
    text: (deal, { store }) => stageOf(deal, store)?.name ?? '',
    part: 'stage',
  },
  { id: 'status', cell: 'text', ...narrow, name: (t) => t.dealList.status, text: statusText, plain: statusText },
  {
    id: 'nextActivity',
    cell: 'activity',
    track: 'minmax(118px, 0.9fr)',
    midTrack: 'minmax(116px, 1fr)',
    name: (t) => t.common.nextActivity,
  },
  {
    id: 'expectedClose',
    cell: 'text',
    track: '104px',
    midTrack: null,
    name: (t) => t.common.expectedClose,
    text: day('expectedClose'),
    plain: own('expectedClose'),
  },
  {
    id: 'value',
    cell: 'money',
    track: '116px',
    midTrack: '112px',
    end: true,
    name: (t) => t.common.value,
    amount: ({ value }) => value,
    part: 'value',
  },
  {
    id: 'weighted',
    cell: 'money',
    track: '116px',
    midTrack: null,
    end: true,
    name: (t) => t.pipeline.weighted,
    amount: (deal, { store }) => weightedOf(deal, store),
    unsorted: true,
    part: 'weighted leaves',
  },
  {
    id: 'probability',
    cell: 'text',
    track: '72px',
    midTrack: null,
    end: true,
    name: (t) => t.dealList.chance,
    text: chanceText,
    plain: (deal, { store }) => chanceOf(deal, store),
    unsorted: true,
  },
  {
    id: 'labelIds',
    cell: 'labels',
    track: 'minmax(110px, 1.1fr)',
    midTrack: 'minmax(96px, 0.95fr)',
    name: (t) => t.common.labels,
  },
  closed('closedAt', (t) => t.dealList.closedOn),
  closed('wonAt', (t) => t.dealList.wonOn),
  closed('lostAt', (t) => t.dealList.lostOn),
  {
    id: 'lostReason',
    cell: 'text',
    track: 'minmax(120px, 1fr)',
    midTrack: 'minmax(96px, 1fr)',
    name: (t) => t.dealList.reason,
    text: own('lostReason'),
    part: 'reason',
  },
  {
    id: 'lostComment',
    cell: 'text',
    track: 'minmax(140px, 1.4fr)',
    midTrack: null,
    name: (t) => t.dealList.comment,
    text: own('lostComment'),
  },
  { id: 'ownerId', cell: 'user', track: '32px', midTrack: null, name: (t) => t.common.owner },
  {
    id: 'followerIds',
    ...words,
    name: (t) => t.dealList.followers,
    text: followersText,
    plain: followersText,
    unsorted: true,
  },
  { id: 'createdAt', cell: 'age', track: '56px', midTrack: '50px', end: true, name: (t) => t.common.age },
  { id: 'personName', ...words, name: (t) => t.common.person, text: own('personName') },
  { id: 'organizationName', ...words, name: (t) => t.common.organization, text: own('organizationName') },
  { id: 'pipelineId', ...words, name: (t) => t.common.pipeline, text: pipelineText, plain: pipelineText },
  { id: 'sourceName', ...words, name: (t) => t.common.source, text: own('sourceName') },
  { id: 'channel', cell: 'text', ...narrow, name: (t) => t.common.channel, text: own('channel') },
  {
    id: 'stageChangedAt',
    cell: 'text',
    ...narrow,
    name: (t) => t.dealList.inStage,
    text: day('stageChangedAt'),
    plain: own('stageChangedAt'),
  },
  {
    id: 'touchedAt',
    cell: 'text',
    ...narrow,
    name: (t) => t.dealList.touched,
    text: ago('touchedAt'),
    plain: own('touchedAt'),
  },
  {
    id: 'updatedAt',
    cell: 'text',
    ...narrow,
    name: (t) => t.dealList.changed,
    text: ago('updatedAt'),
    plain: own('updatedAt'),
  },
];

const toTheEnd: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'money']);

/** What the deal holds in a custom field, or what its formula gives; null while the code for that is on its way. */
export function customOf(deal: Deal, field: Field, store: CrmStore | null): unknown {
  return field.type === 'formula'
    ? (readingOf(store)?.value(deal, field) ?? null)
    : valueOf(deal, `custom.${field.id}`);
}

/** @param formulas the storage can sort by them */
function custom(field: Field, formulas: boolean): DealColumn {
  const id = `custom.${field.id}`;
  return {
    id,
    cell: 'custom',
    track: 'minmax(104px, 0.9fr)',
    midTrack: null,
    field,
    end: toTheEnd.has(field.type === 'formula' ? (field.gives ?? 'number') : field.type),
    name: () => field.name,
    text: (deal, writing) => fieldText(customOf(deal, field, writing.store), field, rowWriting(writing)),
    ...(((field.type === 'formula' && !formulas) || isNaming(field)) && { unsorted: true }),
  };
}

/** Every column there is: the kit's own, then the custom fields in their order. */
export function allColumns(fields: readonly Field[], formulas = false): readonly DealColumn[] {
  return [...known, ...fields.map((field) => custom(field, formulas))];
}

/** The column of that name; a custom field's name is the user's. */
export function columnOf(id: string, fields: readonly Field[], formulas = false): DealColumn | undefined {
  const field = id.startsWith('custom.') ? fields.find((one) => `custom.${one.id}` === id) : undefined;
  return field ? custom(field, formulas) : known.find((column) => column.id === id);
}

/** A calendar day, or the day of an instant in the account's zone. */
function dayText(value: unknown, { store, format }: Writing): string {
  if (typeof value !== 'string' || !store) return '';
  const isDay = value.length === 10;
  const date = isDay ? value : dayIn(Date.parse(value), store.settings.timeZone);
  const today = store.today();
  // In another year the weekday says little, and with the year it is too long for its column.
  return format.day(date, { weekday: isDay && date.slice(0, 4) === today.slice(0, 4), today });
}
