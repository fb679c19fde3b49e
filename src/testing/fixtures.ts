/**
 * Records for tests and stories: every builder gives a whole, valid record with a fixed id and fixed instants;
 * what is passed replaces the default. No clock and no chance, so that a failing test fails the same way again.
 */
import type { Change } from '../domain/change.js';
import { creation } from './changes.js';
import type {
  Activity,
  ChangelogRow,
  ContactPoint,
  Conversion,
  Deal,
  Field,
  Import,
  ImportChunk,
  Label,
  Lead,
  Note,
  Opportunity,
  Organization,
  Person,
  Pipeline,
  Stage,
  Trash,
  User,
  View,
} from '../domain/records.js';

export { creation, deletion, edit, money } from './changes.js';
export { aDealProduct, aFile, aParticipant, aProduct, aProject, aProjectTemplate } from './deal-work.js';
export { aSavedFilter } from './saved-filter.js';

/** The instant all fixtures were made at. */
export const made = '2026-11-02T09:00:00.000Z';
/** An instant later than `made`, for edits. */
export const later = '2026-11-20T15:30:00.000Z';
/** "Today" for fixtures with dues: a Monday. */
export const today = '2026-11-23';
/** When receipts and trash made at `made` expire: 30 days later. */
export const expiry = '2026-12-02T09:00:00.000Z';

/** An instant `minutes` after `made`. */
export function minutesAfter(minutes: number): string {
  return new Date(Date.parse(made) + minutes * 60_000).toISOString();
}

const base = { rev: 0, createdAt: made, updatedAt: made };

const opportunity: Omit<Opportunity, 'id' | 'title'> = {
  ...base,
  personId: 'person-1',
  organizationId: null,
  ownerId: 'user-1',
  creatorId: 'user-1',
  labelIds: [],
  value: null,
  expectedClose: null,
  sourceName: 'Manually created',
  origin: 'manual',
  originId: null,
  channel: null,
  channelId: null,
  archivedAt: null,
  custom: {},
  personName: '',
  organizationName: '',
  nextActivity: null,
  touchedAt: made,
  searchText: '',
};

export function aLead(fields: Partial<Lead> = {}): Lead {
  return {
    ...opportunity,
    id: 'lead-1',
    title: 'Solar panels for the roof',
    seen: false,
    sourceDealId: null,
    ...fields,
  };
}

export function aDeal(fields: Partial<Deal> = {}): Deal {
  return {
    ...opportunity,
    id: 'deal-1',
    title: 'Heat pump, 40 units',
    pipelineId: 'pipeline-1',
    stageId: 'stage-1',
    rank: 'a0',
    status: 'open',
    probability: null,
    lostReason: null,
    lostComment: null,
    closedAt: null,
    wonAt: null,
    lostAt: null,
    firstWonAt: null,
    stageChangedAt: made,
    stageHistory: [{ stageId: 'stage-1', at: made }],
    ...fields,
  };
}

export function aPerson(fields: Partial<Person> = {}): Person {
  return {
    ...base,
    id: 'person-1',
    name: 'Ada Yıldız',
    jobTitle: '',
    organizationId: null,
    ownerId: 'user-1',
    emails: [aContactPoint('ada@example.com')],
    phones: [aContactPoint('+90 532 123 45 67')],
    custom: {},
    ...fields,
  };
}

export function anOrganization(fields: Partial<Organization> = {}): Organization {
  return {
    ...base,
    id: 'organization-1',
    name: 'Northwind Oy',
    address: '',
    website: '',
    ownerId: 'user-1',
    custom: {},
    ...fields,
  };
}

export function aContactPoint(value: string, fields: Partial<ContactPoint> = {}): ContactPoint {
  return { value, label: 'work', primary: true, ...fields };
}

export function aUser(fields: Partial<User> = {}): User {
  return { ...base, id: 'user-1', name: 'Robin', email: 'robin@example.com', active: true, ...fields };
}

export function aPipeline(fields: Partial<Pipeline> = {}): Pipeline {
  const asked = { lostReasons: null, wonFields: [], lostFields: [] };
  return { ...base, id: 'pipeline-1', name: 'Sales', rank: 'a0', ...asked, ...fields };
}

export function aStage(fields: Partial<Stage> = {}): Stage {
  return {
    ...base,
    id: 'stage-1',
    name: 'Qualified',
    pipelineId: 'pipeline-1',
    rank: 'a0',
    probability: 100,
    rotDays: null,
    requiredFields: [],
    ...fields,
  };
}

export function aLabel(fields: Partial<Label> = {}): Label {
  return { ...base, id: 'label-1', name: 'Hot', color: 'red', ...fields };
}

export function aField(fields: Partial<Field> = {}): Field {
  return { ...base, id: 'field-1', name: 'Budget year', type: 'number', options: [], rank: 'a0', ...fields };
}

export function anActivity(fields: Partial<Activity> = {}): Activity {
  return {
    ...base,
    id: 'activity-1',
    leadId: 'lead-1',
    dealId: null,
    personId: null,
    organizationId: null,
    type: 'call',
    subject: 'Call back',
    due: today,
    time: null,
    duration: null,
    note: '',
    ownerId: 'user-1',
    done: false,
    doneAt: null,
    ...fields,
  };
}

export function aNote(fields: Partial<Note> = {}): Note {
  return {
    ...base,
    id: 'note-1',
    leadId: 'lead-1',
    dealId: null,
    personId: null,
    organizationId: null,
    text: 'Asked for an offer.',
    authorId: 'user-1',
    pinned: false,
    ...fields,
  };
}

/** The receipt of a conversion; its id is the lead's. */
export function aConversion(fields: Partial<Conversion> = {}): Conversion {
  const lead = fields.lead ?? aLead(fields.id === undefined ? {} : { id: fields.id });
  return {
    ...base,
    id: lead.id,
    state: 'active',
    kept: null,
    lead,
    dealId: 'deal-1',
    deal: null,
    joined: false,
    overwritten: {},
    movedNotes: [],
    movedActivities: [],
    dropped: [],
    userId: 'user-1',
    command: 'command-1',
    expiresAt: expiry,
    ...fields,
  };
}

export function aTrash(fields: Partial<Trash> = {}): Trash {
  const record = fields.record ?? aLead();
  return {
    ...base,
    id: record.id,
    of: 'lead',
    title: 'title' in record ? record.title : record.name,
    record,
    notes: [],
    activities: [],
    userId: 'user-1',
    command: 'command-1',
    expiresAt: expiry,
    ...fields,
  };
}

export function anImport(fields: Partial<Import> = {}): Import {
  return {
    ...base,
    id: 'import-1',
    fileName: 'leads.csv',
    fileHash: 'cafe',
    state: 'running',
    rows: 0,
    created: 0,
    updated: 0,
    skipped: 0,
    userId: 'user-1',
    expiresAt: expiry,
    ...fields,
  };
}

export function anImportChunk(fields: Partial<ImportChunk> = {}): ImportChunk {
  return { ...base, id: 'import-1/0', importId: 'import-1', index: 0, made: [], keys: [], patched: [], ...fields };
}

export function aView(fields: Partial<View> = {}): View {
  return { ...base, id: 'view-1', name: 'lead-inbox', userId: 'user-1', state: {}, ...fields };
}

export function aChangelogRow(fields: Partial<ChangelogRow> = {}): ChangelogRow {
  return {
    ...base,
    id: 'changelog-1',
    userId: 'user-1',
    at: made,
    from: 'host',
    bulk: false,
    command: 'command-1',
    of: 'lead',
    recordId: 'lead-1',
    dealIds: [],
    about: '',
    op: 'create',
    field: '',
    before: null,
    after: null,
    units: null,
    ...fields,
  };
}

/** What an account needs before a deal can stand anywhere: a user, a pipeline and three stages. */
export function aBoard(): readonly Change[] {
  return [
    creation('user', aUser()),
    creation('pipeline', aPipeline()),
    creation('stage', aStage()),
    creation('stage', aStage({ id: 'stage-2', name: 'Proposal', rank: 'a1' })),
    creation('stage', aStage({ id: 'stage-3', name: 'Negotiation', rank: 'a2' })),
  ];
}
