import type { TableColumn } from '../../shared/table/model.js';
import type { ContactKind } from './query.js';
import type { ContactListWords } from './words.js';

/** How a cell of the column is drawn, and exported. */
export type CellKind = 'who' | 'organization' | 'emails' | 'phones' | 'text' | 'busy' | 'user' | 'age';

export interface ContactColumn extends TableColumn {
  /** The field's name. `busy` is no field: it is counted. */
  readonly id: string;
  readonly cell: CellKind;
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
    updated,
  ],
  organization: [
    who((t) => t.common.organization),
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
    updated,
  ],
};

/** The columns of a segment, in their order. */
export function columnsOf(kind: ContactKind): readonly ContactColumn[] {
  return columns[kind];
}
