import type { Field, Lead } from '../../domain/records.js';
import type { Format } from '../../i18n/format.js';
import type { TableColumn } from '../../shared/table/model.js';
import type { CrmStore } from '../../store/api.js';
import type { InboxWords } from './words.js';

/** How a cell of the column is drawn. */
export type CellKind =
  'lead' | 'activity' | 'labels' | 'text' | 'money' | 'user' | 'age' | 'day' | 'instant' | 'custom';

/** What a value is written with. */
export interface Writing {
  readonly t: InboxWords;
  readonly format: Format;
  readonly store: CrmStore | null;
  /** Drawn anew when a name has come. */
  readonly host?: { requestUpdate(): void };
}

export interface Column extends TableColumn {
  /** The field's name, or `custom.<id>`; what is kept in a view. */
  readonly id: string;
  readonly cell: CellKind;
  /** For `custom`: its definition. */
  readonly field?: Field;
  /** What stands over it. */
  readonly name: (t: InboxWords) => string;
  /** What it says of a lead, where that is more than the field's own text. */
  readonly text?: (lead: Lead, writing: Writing) => string;
  /** Of what an age is the age, where not of the lead. */
  readonly since?: (lead: Lead) => string;
  /** Numbers and amounts stand on the end edge. */
  readonly end?: boolean;
  /** The storage cannot sort by it: it is worked out. */
  readonly unsorted?: boolean;
}

/** Those that somebody sees who has not chosen; all others are in more-columns.ts. */
export const firstColumns: readonly Column[] = [
  {
    id: 'title',
    cell: 'lead',
    track: 'minmax(220px, 2.6fr)',
    midTrack: 'minmax(150px, 2.6fr)',
    name: (t) => t.common.lead,
  },
  {
    id: 'nextActivity',
    cell: 'activity',
    track: 'minmax(118px, 0.9fr)',
    midTrack: 'minmax(122px, 1fr)',
    name: (t) => t.common.nextActivity,
  },
  {
    id: 'labelIds',
    cell: 'labels',
    track: 'minmax(110px, 1.1fr)',
    midTrack: 'minmax(96px, 0.95fr)',
    name: (t) => t.common.labels,
  },
  { id: 'sourceName', cell: 'text', track: '112px', midTrack: null, name: (t) => t.common.source },
  { id: 'value', cell: 'money', track: '116px', midTrack: '112px', end: true, name: (t) => t.common.value },
  { id: 'ownerId', cell: 'user', track: '32px', midTrack: null, name: (t) => t.common.owner },
  { id: 'createdAt', cell: 'age', track: '56px', midTrack: '50px', end: true, name: (t) => t.common.age },
];

/** What is shown where nobody has chosen. The first one names the lead and cannot leave. */
export const defaultColumns: readonly string[] = firstColumns.map(({ id }) => id);
