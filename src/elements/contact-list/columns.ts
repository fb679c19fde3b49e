import type { Field, FieldType } from '../../domain/records.js';
import { isNaming } from '../../shared/record-names.js';
import type { TableColumn } from '../../shared/table/model.js';
import type { ContactKind } from './query.js';
import type { ContactListWords } from './words.js';

/** How a cell of the column is drawn, and exported. */
export type CellKind =
  'who' | 'organization' | 'emails' | 'phones' | 'text' | 'busy' | 'user' | 'age' | 'day' | 'custom';

export interface ContactColumn extends TableColumn {
  /** The field's name, or `custom.<id>`; what is kept in a view. `busy` is no field: it is counted. */
  readonly id: string;
  readonly cell: CellKind;
  /** For `custom`: its definition. */
  readonly field?: Field;
  readonly name: (t: ContactListWords) => string;
  /** The storage cannot sort by it. */
  readonly unsorted?: boolean;
  /** Its names for styles; `leaves` goes under 900 px. */
  readonly part: string;
}

const busy: ContactColumn = {
  id: 'busy',
  cell: 'busy',
  track: 'minmax(128px, 0.9fr)',
  midTrack: 'minmax(118px, 0.8fr)',
  name: (t) => t.contacts.busy,
  unsorted: true,
  part: 'busy',
};
const owner: ContactColumn = {
  id: 'ownerId',
  cell: 'user',
  track: '32px',
  midTrack: null,
  name: (t) => t.common.owner,
  part: 'own leaves',
};
const updated: ContactColumn = {
  id: 'updatedAt',
  cell: 'age',
  track: '76px',
  midTrack: '62px',
  name: (t) => t.contacts.updated,
  part: 'age end-edge',
};
const created: ContactColumn = {
  id: 'createdAt',
  cell: 'day',
  track: 'minmax(100px, 0.6fr)',
  midTrack: null,
  name: (t) => t.common.created,
  part: 'text leaves',
};
/** A text that is shown where there is room for it. */
const more = (id: string, part: string, name: ContactColumn['name']): ContactColumn => ({
  id,
  cell: 'text',
  track: 'minmax(120px, 1fr)',
  midTrack: null,
  name,
  part: `text ${part} leaves`,
});
const who = (name: ContactColumn['name']): ContactColumn => ({
  id: 'name',
  cell: 'who',
  track: 'minmax(200px, 1.6fr)',
  midTrack: 'minmax(150px, 1.6fr)',
  name,
  part: 'lead',
});

const columns: Readonly<Record<ContactKind, readonly ContactColumn[]>> = {
  person: [
    who((t) => t.common.person),
    more('jobTitle', 'below', (t) => t.detail.jobTitle),
    {
      id: 'organizationId',
      cell: 'organization',
      track: 'minmax(130px, 1.2fr)',
      midTrack: 'minmax(100px, 1fr)',
      name: (t) => t.common.organization,
      part: 'text org',
    },
    {
      id: 'emails',
      cell: 'emails',
      track: 'minmax(150px, 1.4fr)',
      midTrack: 'minmax(120px, 1.2fr)',
      name: (t) => t.common.email,
      part: 'text mail',
    },
    {
      id: 'phones',
      cell: 'phones',
      track: 'minmax(126px, 1fr)',
      midTrack: null,
      name: (t) => t.common.phone,
      part: 'text phone leaves',
    },
    busy,
    owner,
    created,
    updated,
  ],
  organization: [
    who((t) => t.common.organization),
    more('address', 'below', (t) => t.detail.address),
    {
      id: 'website',
      cell: 'text',
      track: 'minmax(150px, 1.2fr)',
      midTrack: 'minmax(120px, 1.1fr)',
      name: (t) => t.common.website,
      part: 'text mail',
    },
    busy,
    owner,
    created,
    updated,
  ],
};

/** Those that somebody sees who has not chosen, by the names of their fields. */
export const standardColumns: Readonly<Record<ContactKind, readonly string[]>> = {
  person: ['name', 'organizationId', 'emails', 'phones', 'busy', 'ownerId', 'updatedAt'],
  organization: ['name', 'website', 'busy', 'ownerId', 'updatedAt'],
};

const toTheEnd: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'money']);

/** Every column there is of a kind, in the order they stand in of themselves; custom fields last. */
export function columnsOf(kind: ContactKind, fields: readonly Field[]): readonly ContactColumn[] {
  const own = fields
    .filter(({ type }) => type !== 'formula')
    .map((field): ContactColumn => ({
      ...more(`custom.${field.id}`, toTheEnd.has(field.type) ? 'end-edge' : '', () => field.name),
      cell: 'custom',
      field,
      ...(isNaming(field) && { unsorted: true }),
    }));
  return [...columns[kind], ...own];
}
