import type { Field, FieldType } from '../../domain/records.js';
import type { InboxWords } from './words.js';

/** How a cell of the column is drawn. */
export type CellKind =
  'lead' | 'activity' | 'labels' | 'text' | 'money' | 'user' | 'age' | 'day' | 'instant' | 'custom';

export interface Column {
  /** The field's name, or `custom.<id>`; what is kept in a view. */
  readonly id: string;
  readonly cell: CellKind;
  /** Its place in the grid, as CSS writes a track. */
  readonly track: string;
  /** The same where the list is narrower than 900 px; null = the column leaves. */
  readonly midTrack: string | null;
  /** The least it needs, px: beyond the sum of these the list scrolls sideways. */
  readonly least: number;
  /** For `custom`: its definition. */
  readonly field?: Field;
}

const known: readonly Column[] = [
  { id: 'title', cell: 'lead', track: 'minmax(220px, 2.6fr)', midTrack: 'minmax(150px, 2.6fr)', least: 220 },
  { id: 'nextActivity', cell: 'activity', track: 'minmax(118px, 0.9fr)', midTrack: 'minmax(122px, 1fr)', least: 118 },
  { id: 'labelIds', cell: 'labels', track: 'minmax(110px, 1.1fr)', midTrack: 'minmax(96px, 0.95fr)', least: 110 },
  { id: 'sourceName', cell: 'text', track: '112px', midTrack: null, least: 112 },
  { id: 'value', cell: 'money', track: '116px', midTrack: '112px', least: 116 },
  { id: 'ownerId', cell: 'user', track: '32px', midTrack: null, least: 32 },
  { id: 'createdAt', cell: 'age', track: '56px', midTrack: '50px', least: 56 },
  { id: 'expectedClose', cell: 'day', track: '104px', midTrack: null, least: 104 },
  { id: 'personName', cell: 'text', track: 'minmax(110px, 1fr)', midTrack: null, least: 110 },
  { id: 'organizationName', cell: 'text', track: 'minmax(110px, 1fr)', midTrack: null, least: 110 },
  { id: 'channel', cell: 'text', track: '104px', midTrack: null, least: 104 },
  { id: 'touchedAt', cell: 'instant', track: '104px', midTrack: null, least: 104 },
  { id: 'updatedAt', cell: 'instant', track: '104px', midTrack: null, least: 104 },
];

/** What the trash shows: when it was deleted, and until when it can come back. */
export const trashColumns: readonly Column[] = [
  ...known.filter(({ id }) => ['title', 'sourceName', 'value', 'ownerId'].includes(id)),
  { id: 'expiresAt', cell: 'day', track: '112px', midTrack: null, least: 112 },
  { id: 'deletedAt', cell: 'age', track: '60px', midTrack: '60px', least: 60 },
];

const byId = new Map(known.map((column) => [column.id, column]));

/** What somebody sees who has not chosen. The first one names the lead and cannot leave. */
export const defaultColumns: readonly string[] = [
  'title',
  'nextActivity',
  'labelIds',
  'sourceName',
  'value',
  'ownerId',
  'createdAt',
];

const toTheEnd: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'money']);

/** Numbers and amounts stand on the end edge. */
export function atEnd(column: Column): boolean {
  return (
    column.cell === 'money' || column.cell === 'age' || (column.field !== undefined && toTheEnd.has(column.field.type))
  );
}

function custom(field: Field): Column {
  return { id: `custom.${field.id}`, cell: 'custom', track: 'minmax(104px, 0.9fr)', midTrack: null, least: 104, field };
}

/** Every column there is: the kit's own, then the custom fields in their order. */
export function allColumns(fields: readonly Field[]): readonly Column[] {
  return [...known, ...fields.map(custom)];
}

/** The columns of these names; what is gone (a deleted field) is left out, the lead's own is always first. */
export function columnsOf(ids: readonly string[], fields: readonly Field[]): readonly Column[] {
  const chosen: Column[] = [];
  for (const id of ['title', ...ids.filter((name) => name !== 'title')]) {
    const field = id.startsWith('custom.') ? fields.find((one) => `custom.${one.id}` === id) : undefined;
    const column = byId.get(id) ?? (field && custom(field));
    if (column && !chosen.some((one) => one.id === column.id)) chosen.push(column);
  }
  return chosen;
}

/** The name over a column; a custom field's own is the user's. */
export function columnName(column: Column, t: InboxWords): string {
  return column.field ? column.field.name : (fieldName(column.id, t) ?? column.id);
}

/** The word for a field of a lead; undefined where the kit has none. */
export function fieldName(id: string, t: InboxWords): string | undefined {
  switch (id) {
    case 'title':
      return t.common.lead;
    case 'nextActivity':
      return t.common.nextActivity;
    case 'labelIds':
      return t.common.labels;
    case 'sourceName':
      return t.common.source;
    case 'value':
      return t.common.value;
    case 'ownerId':
      return t.common.owner;
    case 'createdAt':
      return t.common.age;
    case 'expectedClose':
      return t.common.expectedClose;
    case 'personName':
      return t.common.person;
    case 'organizationName':
      return t.common.organization;
    case 'channel':
      return t.common.channel;
    case 'touchedAt':
      return t.inbox.columnTouched;
    case 'updatedAt':
      return t.inbox.columnUpdated;
    case 'deletedAt':
      return t.inbox.columnDeleted;
    case 'expiresAt':
      return t.inbox.columnKept;
    default:
      return undefined;
  }
}

/** The tracks of the whole row, the checkbox first: for a wide list and for one under 900 px, and the width it needs. */
export function tracks(columns: readonly Column[]): {
  readonly wide: string;
  readonly mid: string;
  readonly least: number;
} {
  const pick = '44px';
  return {
    wide: [pick, ...columns.map((column) => column.track)].join(' '),
    mid: [pick, ...columns.flatMap((column) => column.midTrack ?? [])].join(' '),
    least: columns.reduce((sum, column) => sum + column.least + 14, 44 + 16),
  };
}
