import { valueOf } from '../../domain/field-value.js';
import type { Field, FieldType, Lead } from '../../domain/records.js';
import { fieldText, plainText } from '../../shared/field-text.js';
import type { Localize } from '../../shared/localize.js';
import { widthsIn } from '../../shared/table/widths.js';
import { firstColumns } from './columns.js';
import type { Column, Writing } from './columns.js';
import { fieldWriting } from './field-writing.js';
import { bringOwnWords } from './own-words.js';
import type { InboxSegment, InboxSetup } from './setup.js';
import type { InboxWords } from './words.js';

/* The columns that are shown to those who have chosen them, and in the trash. */

const narrow = { midTrack: null, track: '104px' } as const;
const names = { midTrack: null, track: 'minmax(110px, 1fr)', cell: 'text' } as const;
const own =
  (id: string) =>
  (lead: Lead): string =>
    plainText(valueOf(lead, id));
const day =
  (id: string) =>
  (lead: Lead, writing: Writing): string =>
    dayText(valueOf(lead, id), writing);
const ago =
  (id: string) =>
  (lead: Lead, writing: Writing): string =>
    agoText(valueOf(lead, id), writing);

const chosen: readonly Column[] = [
  { id: 'expectedClose', cell: 'day', ...narrow, name: (t) => t.common.expectedClose, text: day('expectedClose') },
  { id: 'personName', ...names, name: (t) => t.common.person, text: own('personName') },
  { id: 'organizationName', ...names, name: (t) => t.common.organization, text: own('organizationName') },
  { id: 'channel', cell: 'text', ...narrow, name: (t) => t.common.channel, text: own('channel') },
  { id: 'touchedAt', cell: 'instant', ...narrow, name: (t) => t.inbox.columnTouched, text: ago('touchedAt') },
  { id: 'updatedAt', cell: 'instant', ...narrow, name: (t) => t.inbox.columnUpdated, text: ago('updatedAt') },
];

/** What the trash shows: when it was deleted, and until when it can come back. */
const trashColumns: readonly Column[] = [
  ...firstColumns.filter(({ id }) => ['title', 'sourceName', 'value', 'ownerId'].includes(id)),
  {
    id: 'mergedTitle',
    ...names,
    midTrack: 'minmax(96px, 0.8fr)',
    name: (t) => t.inbox.columnMerged,
    text: own('mergedTitle'),
  },
  {
    id: 'expiresAt',
    cell: 'day',
    track: '112px',
    midTrack: null,
    name: (t) => t.inbox.columnKept,
    text: day('expiresAt'),
  },
  {
    id: 'deletedAt',
    cell: 'age',
    track: '60px',
    midTrack: '60px',
    end: true,
    name: (t) => t.inbox.columnDeleted,
    since: own('deletedAt'),
  },
];

const toTheEnd: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'money']);

function custom(field: Field): Column {
  return {
    id: `custom.${field.id}`,
    cell: 'custom',
    track: 'minmax(104px, 0.9fr)',
    midTrack: null,
    field,
    end: toTheEnd.has(field.type),
    name: () => field.name,
    text: (lead, writing) => fieldText(valueOf(lead, `custom.${field.id}`), field, fieldWriting(writing)),
  };
}

/** Formulas are shown in details, and in lists of deals. */
const isKept = ({ type }: Field): boolean => type !== 'formula';

/** Every column there is: the kit's own, then the custom fields in their order. */
export function allColumns(fields: readonly Field[]): readonly Column[] {
  return [...firstColumns, ...chosen, ...fields.filter(isKept).map(custom)];
}

/** The column of that name; a custom field's name is the user's. */
export function columnOf(id: string, fields: readonly Field[]): Column | undefined {
  const field = id.startsWith('custom.') ? fields.find((one) => isKept(one) && `custom.${one.id}` === id) : undefined;
  return field ? custom(field) : [...firstColumns, ...chosen].find((column) => column.id === id);
}

const none: readonly Field[] = [];

/** The same list as long as nothing about it changes: rows compare it to know whether they have to be drawn. */
export class OwnColumns {
  #columns = firstColumns;
  #ids: readonly string[] = [];
  #fields = none;
  #widths: InboxSetup['widths'] = {};

  constructor(words: Localize<InboxWords>) {
    bringOwnWords(words);
  }

  /** The columns of these names; what nobody knows (a deleted field) is left out, the lead's own is always first. */
  of(
    segment: InboxSegment,
    { columns: ids, widths }: Pick<InboxSetup, 'columns' | 'widths'>,
    fields = none,
  ): readonly Column[] {
    if (segment === 'trash') return trashColumns;
    if (ids !== this.#ids || fields !== this.#fields || widths !== this.#widths) {
      [this.#ids, this.#fields, this.#widths] = [ids, fields, widths];
      const known = widthsIn(widths);
      const next = [...new Set(['title', ...(Array.isArray(ids) ? (ids as readonly unknown[]) : [])])].flatMap((id) => {
        const column = typeof id === 'string' ? columnOf(id, fields) : undefined;
        return column ? sized(column, known[column.id]) : [];
      });
      if (next.length !== this.#columns.length || next.some((one, i) => one !== this.#columns[i])) this.#columns = next;
    }
    return this.#columns;
  }
}

/** A column as wide as it was set. */
function sized(column: Column, width: number | undefined): Column {
  if (width === undefined) return column;
  const track = `${width}px`;
  return { ...column, track, midTrack: column.midTrack === null ? null : track };
}

/** A calendar day, or the day of an instant in the account's zone. */
function dayText(value: unknown, { store, format }: Writing): string {
  if (typeof value !== 'string' || !store) return '';
  return format.day(value.slice(0, 10), { weekday: value.length === 10, today: store.today() });
}

function agoText(value: unknown, { store, format }: Writing): string {
  return typeof value === 'string' && store ? format.ago(value, Date.parse(store.now())) : '';
}
