import type { Change } from '../change.js';
import { patchOf } from '../change.js';
import type { Activity, Id, Instant, Lead, Note, Organization, Person } from '../records.js';
import type { RowDraft } from './draft.js';
import type { Ref } from './directory.js';
import type { ImportLookup } from './lookup.js';
import { importOrigin, nameKey } from './lookup.js';
import type { Names } from './names.js';
import type { ImportRow } from './settings.js';
import { differences, newActivity, newNotes, organizationAdditions, personAdditions } from './update.js';

export interface ImportEnv {
  readonly now: Instant;
  /** Who imports; owns what the file gives no owner. */
  readonly userId: Id | null;
  newId(): Id;
  /** `sourceName` of leads whose row says none, such as "Import". */
  readonly sourceName: string;
}

/**
 * Turns rows into changes. `setup` first, in a commit of its own: labels, owners, fields and options that do not exist
 * yet. Then `row` for each row to be taken, in the order of the file: its lead with notes and activity, and the person and
 * organization if no row before has made them. Each row can be one unit of storage, or many of them one.
 */
export class ImportWriter {
  private readonly persons = new Map<number, Id>();
  private readonly organizations = new Map<number, Id>();
  /** What the commits before have made or added to. */
  private readonly written = new Set<Id>();
  private readonly patched = new Map<Id, Person | Organization>();
  /** By line: rows themselves may be planned again, and are not held. */
  private readonly leads = new Map<number, Id>();

  constructor(
    private readonly env: ImportEnv,
    private readonly names: Names,
    private readonly lookup: ImportLookup,
  ) {}

  /** Records that the rows name by name. Call it with all rows that will be taken, before the first `row`. */
  setup(rows: Iterable<ImportRow>): Change[] {
    for (const row of rows) this.names.prepare(row);
    return this.names.changes();
  }

  /** The id of the lead a row makes or updates; the same whenever it is asked, so that a retry makes no second one. */
  leadId(row: ImportRow): Id {
    if (row.verdict === 'update' && row.lead !== null) return row.lead.id;
    let id = this.leads.get(row.line);
    if (id === undefined) this.leads.set(row.line, (id = this.env.newId()));
    return id;
  }

  /** The changes of one row; empty for rows that are left out. */
  row(row: ImportRow): Change[] {
    const { draft } = row;
    if (row.verdict === 'skip' || draft === null) return [];
    const changes: Change[] = [];
    const organizationId = this.organization(draft, changes);
    const personId = this.person(draft, organizationId, changes);
    const leadId = this.leadId(row);
    if (row.verdict === 'update' && row.lead !== null) {
      const fields = { ...differences(row.lead, draft, this.names) };
      // A person or organization that this very file makes.
      if (row.lead.personId === null && personId !== null) fields['personId'] = [null, personId];
      if (row.lead.organizationId === null && organizationId !== null)
        fields['organizationId'] = [null, organizationId];
      if (Object.keys(fields).length > 0) changes.push({ op: 'patch', kind: 'lead', id: leadId, fields });
      for (const text of newNotes(row.lead, draft, this.lookup)) changes.push(this.note(leadId, text));
      const activity = newActivity(row.lead, draft, this.lookup);
      if (activity !== null) changes.push(this.activity(leadId, activity, draft));
    } else {
      const record = this.lead(row, draft, leadId, personId, organizationId);
      changes.push({ op: 'create', kind: 'lead', id: leadId, record });
      for (const text of draft.notes) changes.push(this.note(leadId, text));
      if (draft.activity !== null) changes.push(this.activity(leadId, draft.activity, draft));
    }
    return changes;
  }

  /** The commit of these changes has failed: what they would have made is made again where it is next needed. */
  failed(changes: readonly Change[]): void {
    for (const change of changes) {
      this.written.delete(change.id);
      this.patched.delete(change.id);
    }
  }

  private base(createdAt = this.env.now): { id: Id; rev: number; createdAt: Instant; updatedAt: Instant } {
    return { id: this.env.newId(), rev: 0, createdAt, updatedAt: this.env.now };
  }

  private idOf(ref: Ref, ids: Map<number, Id>): Id {
    if ('id' in ref) return ref.id;
    let id = ids.get(ref.new);
    if (id === undefined) ids.set(ref.new, (id = this.env.newId()));
    return id;
  }

  private organization({ organization }: RowDraft, changes: Change[]): Id | null {
    if (organization === null) return null;
    const { ref, name, address, website } = organization;
    const id = this.idOf(ref, this.organizations);
    const known =
      (this.patched.get(id) as Organization | undefined) ??
      this.lookup.organizations(nameKey(name)).find((one) => one.id === id);
    if (known !== undefined) {
      const patch = patchOf('organization', known, organizationAdditions(known, organization));
      if (patch !== null) {
        changes.push(patch);
        this.patched.set(id, { ...known, ...organizationAdditions(known, organization) });
      }
    } else if (!this.written.has(id)) {
      this.written.add(id);
      const record: Organization = { ...this.base(), id, name, address, website, ownerId: this.env.userId, custom: {} };
      this.patched.set(id, record);
      changes.push({ op: 'create', kind: 'organization', id, record });
    }
    return id;
  }

  private person({ person }: RowDraft, organizationId: Id | null, changes: Change[]): Id | null {
    if (person === null) return null;
    const { ref, name, jobTitle, emails, phones } = person;
    const id = this.idOf(ref, this.persons);
    const known =
      (this.patched.get(id) as Person | undefined) ?? this.lookup.persons(nameKey(name)).find((one) => one.id === id);
    if (known !== undefined) {
      const values = { ...personAdditions(known, person) };
      if (known.organizationId === null && organizationId !== null) values['organizationId'] = organizationId;
      const patch = patchOf('person', known, values);
      if (patch !== null) {
        changes.push(patch);
        this.patched.set(id, { ...known, ...values });
      }
    } else if (!this.written.has(id)) {
      this.written.add(id);
      const record: Person = {
        ...this.base(),
        id,
        name,
        jobTitle,
        organizationId,
        ownerId: this.env.userId,
        emails,
        phones,
        custom: {},
      };
      this.patched.set(id, record);
      changes.push({ op: 'create', kind: 'person', id, record });
    }
    return id;
  }

  private lead(row: ImportRow, draft: RowDraft, id: Id, personId: Id | null, organizationId: Id | null): Lead {
    const custom: Record<Id, Lead['custom'][string]> = {};
    for (const cell of draft.custom) custom[this.names.field(cell.field)] = this.names.value(cell);
    const created = draft.created !== null && draft.created < this.env.now ? draft.created : this.env.now;
    // Written out: spreading into a record of so many fields makes it many times slower, and there are thousands of them.
    return {
      id,
      rev: 0,
      createdAt: created,
      updatedAt: this.env.now,
      title: draft.titleText,
      personId,
      organizationId,
      ownerId: draft.owner === null ? this.env.userId : this.names.user(draft.owner),
      creatorId: this.env.userId,
      labelIds: [...new Set(draft.labels.map((label) => this.names.label(label)))],
      value: draft.value,
      expectedClose: draft.expectedClose,
      sourceName: draft.source ?? this.env.sourceName,
      origin: importOrigin,
      originId: row.key,
      channel: draft.channel,
      channelId: null,
      archivedAt: null,
      custom,
      seen: false,
      sourceDealId: null,
      personName: '',
      organizationName: '',
      nextActivity: null,
      touchedAt: this.env.now,
      searchText: '',
    };
  }

  private note(leadId: Id, text: string): Change {
    const record: Note = {
      ...this.base(),
      leadId,
      dealId: null,
      personId: null,
      organizationId: null,
      text,
      authorId: this.env.userId,
      pinned: false,
    };
    return { op: 'create', kind: 'note', id: record.id, record };
  }

  private activity(leadId: Id, { subject, type, due }: NonNullable<RowDraft['activity']>, draft: RowDraft): Change {
    const record: Activity = {
      ...this.base(),
      leadId,
      dealId: null,
      personId: null,
      organizationId: null,
      type,
      subject: subject === '' ? draft.titleText : subject,
      due,
      time: null,
      duration: null,
      note: '',
      ownerId: draft.owner === null ? this.env.userId : this.names.user(draft.owner),
      done: false,
      doneAt: null,
    };
    return { op: 'create', kind: 'activity', id: record.id, record };
  }
}
