import { same, valueOf } from '../change.js';
import { isEmpty } from '../matches.js';
import type { ContactPoint, Lead, Organization, Person } from '../records.js';
import type { OrganizationDraft, PersonDraft, RowDraft } from './draft.js';
import type { ImportLookup } from './lookup.js';
import { phoneKey } from './lookup.js';
import type { Names } from './names.js';
import type { ColumnMapping } from './columns.js';
import type { Target } from './targets.js';
import { isNothing } from './values.js';

type Differences = Record<string, readonly [before: unknown, after: unknown]>;

/**
 * What a row changes in a lead that is there: the fields that the file fills and that differ. An empty cell takes nothing
 * away; labels are added, never taken off.
 */
export function differences(lead: Lead, draft: RowDraft, names: Names): Differences {
  const changes: Differences = {};
  const put = (field: string, after: unknown): void => {
    if (after === null) return;
    const before = valueOf(lead, field);
    if (!same(before, after)) changes[field] = [before, after];
  };
  put('value', draft.value);
  put('expectedClose', draft.expectedClose);
  put('sourceName', draft.source);
  put('channel', draft.channel);
  if (draft.owner !== null) put('ownerId', names.user(draft.owner));
  const labels = draft.labels.map((label) => names.label(label)).filter((id) => !lead.labelIds.includes(id));
  if (labels.length > 0) put('labelIds', [...lead.labelIds, ...labels]);
  if (draft.person !== null && 'id' in draft.person.ref && lead.personId === null) put('personId', draft.person.ref.id);
  if (draft.organization !== null && 'id' in draft.organization.ref && lead.organizationId === null) {
    put('organizationId', draft.organization.ref.id);
  }
  for (const cell of draft.custom) put(`custom.${names.field(cell.field)}`, names.value(cell));
  return changes;
}

/** Fields of a lead that one cell fills. */
const filled: { readonly [T in Target]?: string } = {
  value: 'value',
  expectedClose: 'expectedClose',
  source: 'sourceName',
  channel: 'channel',
  owner: 'ownerId',
};

/** Fields that have a value in the lead, and a column of the file whose cell is empty in this row: they stay as they are. */
export function staying(lead: Lead, cells: readonly string[], columns: readonly ColumnMapping[]): readonly string[] {
  const empty = new Map<string, boolean>();
  for (const { column, target, field } of columns) {
    const name = target === 'custom' ? field?.id && `custom.${field.id}` : filled[target];
    // Of two columns that fill one field one is enough.
    if (name) empty.set(name, isNothing(cells[column] ?? '') && empty.get(name) !== false);
  }
  return [...empty.keys()].filter((name) => empty.get(name) === true && !isEmpty(valueOf(lead, name)));
}

/** Notes of the row that the lead does not have yet. */
export function newNotes(lead: Lead, draft: RowDraft, lookup: ImportLookup): readonly string[] {
  const known = new Set(lookup.notes?.(lead.id).map((text) => text.trim()) ?? []);
  return draft.notes.filter((text) => !known.has(text));
}

/** The activity of the row, unless the lead has it already, done or not. */
export function newActivity(lead: Lead, { activity, titleText }: RowDraft, lookup: ImportLookup): RowDraft['activity'] {
  if (activity === null) return null;
  const subject = activity.subject === '' ? titleText : activity.subject;
  const known = lookup.activities?.(lead.id) ?? (lead.nextActivity === null ? [] : [lead.nextActivity]);
  return known.some((one) => (one.subject || titleText) === subject && one.due === activity.due) ? null : activity;
}

/** Further e-mails or phones; what is there stays, and stays first. */
function further(
  before: readonly ContactPoint[],
  after: readonly ContactPoint[],
  key: (value: string) => string,
): readonly ContactPoint[] {
  if (after.length === 0) return before;
  const known = before.map(({ value }) => key(value));
  const added = after.filter(({ value }) => !known.includes(key(value)));
  if (added.length === 0) return before;
  return [...before, ...added.map((point, i) => ({ ...point, primary: before.length === 0 && i === 0 }))];
}

/** A person that exists receives only what is new: further e-mails and phones, a job title where there is none. */
export function personAdditions(person: Person, draft: PersonDraft): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  const emails = further(person.emails, draft.emails, (value) => value.toLowerCase());
  const phones = further(person.phones, draft.phones, (value) => phoneKey(value) || value);
  if (emails !== person.emails) values['emails'] = emails;
  if (phones !== person.phones) values['phones'] = phones;
  if (person.jobTitle === '' && draft.jobTitle !== '') values['jobTitle'] = draft.jobTitle;
  return values;
}

export function organizationAdditions(
  organization: Organization,
  draft: OrganizationDraft,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  if (organization.address === '' && draft.address !== '') values['address'] = draft.address;
  if (organization.website === '' && draft.website !== '') values['website'] = draft.website;
  return values;
}
