import { valueOf } from '../../domain/field-value.js';
import type { Field, FieldType, Lead } from '../../domain/records.js';
import { fieldText, plainText } from '../../shared/field-text.js';
import { isNaming, namesIn, rowWriting } from '../../shared/record-names.js';
import { fieldsFor, readingOf } from '../../shared/formula/here.js';
import { sized } from '../../shared/table/kept.js';
import { widthsIn } from '../../shared/table/widths.js';
import { firstColumns } from './columns.js';
import type { Column, Writing } from './columns.js';
import { LeadFormulas } from './formulas.js';
import type { Formulated } from './formulas.js';
import { bringOwnWords } from './own-words.js';
import type { CrmStore } from '../../store/api.js';

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

/** What the lead holds in a custom field, or what its formula gives; null while the code for that is on its way. */
export function customOf(lead: Lead, field: Field, store: CrmStore | null): unknown {
  return field.type === 'formula'
    ? (readingOf(store)?.value(lead, field) ?? null)
    : valueOf(lead, `custom.${field.id}`);
}

function custom(field: Field, store: CrmStore | null): Column {
  return {
    id: `custom.${field.id}`,
    cell: 'custom',
    track: 'minmax(104px, 0.9fr)',
    midTrack: null,
    field,
    end: toTheEnd.has(field.type === 'formula' ? (field.gives ?? 'number') : field.type),
    name: () => field.name,
    text: (lead, writing) => fieldText(customOf(lead, field, writing.store), field, rowWriting(writing)),
    ...(((field.type === 'formula' && store?.abilities.formulas !== true) || isNaming(field)) && { unsorted: true }),
  };
}

/** Every column there is: the kit's own, then the custom fields that leads have, in their order. */
export function allColumns(store: CrmStore | null): readonly Column[] {
  return [...firstColumns, ...chosen, ...fieldsFor(store, 'lead').map((field) => custom(field, store))];
}

/** The column of that name; a custom field's name is the user's. */
export function columnOf(id: string, store: CrmStore | null, fields = fieldsFor(store, 'lead')): Column | undefined {
  const field = id.startsWith('custom.') ? fields.find((one) => `custom.${one.id}` === id) : undefined;
  return field ? custom(field, store) : [...firstColumns, ...chosen].find((column) => column.id === id);
}

/** The same list as long as nothing about it changes: rows compare it to know whether they have to be drawn. */
export class OwnColumns {
  #columns = firstColumns;
  #rests: readonly unknown[] = [];
  readonly #formulas: LeadFormulas;

  constructor(readonly model: Formulated) {
    bringOwnWords(model.words);
    this.#formulas = new LeadFormulas(model);
  }

  /** What is asked can be asked: no formula it names waits for what works it out. */
  get settled(): boolean {
    return this.#formulas.settled;
  }
  /** What the filter rests on cannot be had: fetches it once more. undefined = it can. */
  get lost(): (() => void) | undefined {
    return this.#formulas.failed ? this.#formulas.retry : undefined;
  }
  /** What the list has can be shown. */
  get ordered(): boolean {
    return this.#formulas.ordered;
  }

  /** The columns of these names; what nobody knows (a deleted field) is left out, the lead's own is always first. */
  of(): readonly Column[] {
    const { segment, setup, store } = this.model;
    if (segment === 'trash') return trashColumns;
    const { columns: ids, widths } = setup;
    const fields = fieldsFor(store, 'lead');
    const { reading } = this.#formulas;
    const names = store ? namesIn(store).version : 0;
    const rests = [ids, fields, widths, reading, names];
    const same = rests.every((part, at) => part === this.#rests[at]);
    if (!same) {
      this.#rests = rests;
      const known = widthsIn(widths);
      const next = [...new Set(['title', ...(Array.isArray(ids) ? (ids as readonly unknown[]) : [])])].flatMap((id) => {
        const column = typeof id === 'string' ? columnOf(id, store, fields) : undefined;
        return column ? sized(column, known[column.id]) : [];
      });
      if (next.length !== this.#columns.length || next.some((one, i) => one !== this.#columns[i])) this.#columns = next;
    }
    return this.#columns;
  }
}
/** A calendar day, or the day of an instant in the account's zone. */
function dayText(value: unknown, { store, format }: Writing): string {
  if (typeof value !== 'string' || !store) return '';
  return format.day(value.slice(0, 10), { weekday: value.length === 10, today: store.today() });
}

function agoText(value: unknown, { store, format }: Writing): string {
  return typeof value === 'string' && store ? format.ago(value, Date.parse(store.now())) : '';
}
