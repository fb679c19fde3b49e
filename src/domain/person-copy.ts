/**
 * What is known of one person, as a file that the person can read (GDPR, articles 15 and 20): names in the place of ids, custom
 * values under the names of their fields. Of others it has names only: who owns, wrote or changed something, the organization, and
 * whoever a custom field names.
 */
import type { AnyRecord, AttachedFile, ChangelogRow, Field, Id, Instant, Kind } from './records.js';

/** A record with names in the place of ids; fields are called as in the kit's own records, `ownerId` is `owner`. */
export type CopiedRecord = Readonly<Record<string, unknown>>;

/** A file in a copy; what it holds is not in it: `store.blob(file)` has that, as long as the storage does. */
export type CopiedFile = CopiedRecord & Pick<AttachedFile, 'id' | 'name' | 'size' | 'type' | 'createdAt' | 'ref'>;

export interface PersonCopy {
  readonly format: 'crm-elements-person';
  readonly version: 1;
  readonly at: Instant;
  readonly person: CopiedRecord;
  /** Those that were merged into this one, as far as they are still kept. */
  readonly merged: readonly CopiedRecord[];
  readonly leads: readonly CopiedRecord[];
  readonly deals: readonly CopiedRecord[];
  /** Deals of others in which the person takes part: title, status, stage and role, nothing else. */
  readonly participations: readonly CopiedRecord[];
  readonly projects: readonly CopiedRecord[];
  readonly activities: readonly CopiedRecord[];
  readonly notes: readonly CopiedRecord[];
  /** What is attached to the person, or to leads and deals of theirs: name, size, type and when; not what is in it. */
  readonly files: readonly CopiedFile[];
  /** Receipts of leads that became deals, with the whole lead as it was. */
  readonly conversions: readonly CopiedRecord[];
  /** What stands in the trash, with what hung on it. */
  readonly trash: readonly (CopiedRecord & { readonly files?: readonly CopiedFile[] })[];
  /** Custom fields of other records that name the person: which record, which field. */
  readonly namedIn: readonly CopiedRecord[];
  /** Files that brought or changed what is here, with the values before. */
  readonly imports: readonly CopiedRecord[];
  /**
   * Every change of the person, of all above and of deals in which the person no longer takes part (which `deals`), oldest first: field,
   * before, after, when, by whom, from where.
   */
  readonly changelog: readonly CopiedRecord[];
}

/** The name of what an id stands for; null = it is gone. */
export type NameOf = (kind: Kind, id: Id) => string | null;

/** Fields that hold ids: what they are called in a copy, and what they name. */
const references: Readonly<Record<string, readonly [name: string, kind: Kind]>> = {
  ownerId: ['owner', 'user'],
  creatorId: ['creator', 'user'],
  authorId: ['author', 'user'],
  userId: ['user', 'user'],
  followerIds: ['followers', 'user'],
  personId: ['person', 'person'],
  organizationId: ['organization', 'organization'],
  leadId: ['lead', 'lead'],
  dealId: ['deal', 'deal'],
  dealIds: ['deals', 'deal'],
  pipelineId: ['pipeline', 'pipeline'],
  stageId: ['stage', 'stage'],
  labelIds: ['labels', 'label'],
  productId: ['product', 'product'],
};
/** What only storages and views go by. */
const technical: ReadonlySet<string> = new Set([
  ...['rev', 'rank', 'searchText', 'nextActivity', 'personName', 'organizationName', 'command', 'lines', 'variationId'],
  ...['ref', 'moved', 'movedNotes', 'movedActivities', 'movedFiles', 'unlinked', 'notDuplicateOf', 'mergedIds'],
]);

/** One record, readable. Records inside it (the lead of a receipt, the notes in the trash) are turned as well. */
export function readable(record: AnyRecord | CopiedRecord, nameOf: NameOf, fields: readonly Field[]): CopiedRecord {
  const out: [string, unknown][] = [];
  for (const [key, value] of Object.entries(record)) {
    if (technical.has(key)) continue;
    const reference = references[key];
    if (key === 'custom') out.push(['custom', customOf(value as Readonly<Record<Id, unknown>>, nameOf, fields)]);
    else if (reference !== undefined) out.push([reference[0], named(value, reference[1], nameOf)]);
    else out.push([key, turned(value, nameOf, fields)]);
  }
  return Object.fromEntries(out);
}

/** The same of a file, with the place at which its bytes are. */
export function readableFile(file: AttachedFile, nameOf: NameOf, fields: readonly Field[]): CopiedFile {
  return { ...readable(file, nameOf, fields), ref: file.ref } as CopiedFile;
}

function turned(value: unknown, nameOf: NameOf, fields: readonly Field[]): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item, nameOf, fields));
  return isObject(value) ? readable(value, nameOf, fields) : value;
}

const isObject = (value: unknown): value is CopiedRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function named(value: unknown, kind: Kind, nameOf: NameOf): unknown {
  if (Array.isArray(value)) return value.map((id) => nameOf(kind, id as Id));
  return typeof value === 'string' ? nameOf(kind, value) : null;
}

/** Under the fields' names. Values of a field that is gone stand under its id; two fields of one name are told apart by theirs. */
function customOf(custom: Readonly<Record<Id, unknown>>, nameOf: NameOf, fields: readonly Field[]): CopiedRecord {
  const out = new Map<string, unknown>();
  for (const [id, value] of Object.entries(custom)) {
    const field = fields.find((one) => one.id === id);
    const name = field?.name ?? id;
    out.set(out.has(name) ? `${name} (${id})` : name, field ? customValue(field, value, nameOf) : value);
  }
  return Object.fromEntries(out);
}

/** What ids of options and records stand for; one of a field that was of another type, or whose option is gone, stays as it is. */
function customValue({ type, options, was }: Field, value: unknown, nameOf: NameOf): unknown {
  if (Array.isArray(value)) return value.map((one) => customValue({ type, options, was } as Field, one, nameOf));
  if (typeof value !== 'string') return value;
  if (type === 'option' || type === 'options')
    return [...options, ...(was?.options ?? [])].find(({ id }) => id === value)?.name ?? value;
  if (type === 'person' || type === 'organization' || type === 'user') return nameOf(type, value) ?? value;
  return value;
}

/** A row of the changelog: ids in what it says before and after are names, too, and so is the field. */
export function readableChange(
  { of, recordId, dealIds, op, field, before, after, at, from, userId }: ChangelogRow,
  nameOf: NameOf,
  fields: readonly Field[],
): CopiedRecord {
  const custom = field.startsWith('custom.') ? fields.find(({ id }) => `custom.${id}` === field) : undefined;
  const reference = references[field];
  const say = (value: unknown): unknown =>
    custom
      ? customValue(custom, value, nameOf)
      : reference
        ? named(value, reference[1], nameOf)
        : turned(value, nameOf, fields);
  return {
    at,
    of,
    record: nameOf(of, recordId),
    // A participation has no name of its own.
    ...(of === 'participant' && { deals: dealIds.map((id) => nameOf('deal', id)) }),
    op,
    field: custom?.name ?? reference?.[0] ?? field,
    before: say(before),
    after: say(after),
    user: userId === null ? null : nameOf('user', userId),
    from,
  };
}
