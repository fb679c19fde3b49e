import { CrmError } from '../domain/errors.js';
import {
  readable,
  readableChange,
  readableFile,
  type CopiedFile,
  type CopiedRecord,
  type NameOf,
  type PersonCopy,
} from '../domain/person-copy.js';
import type { Query, Where } from '../domain/query.js';
import type {
  AnyRecord,
  AttachedFile,
  ChangelogRow,
  Id,
  Import,
  Kind,
  Person,
  RecordOf,
  Trash,
} from '../domain/records.js';
import { instant } from './clock.js';
import type { Context } from './context.js';
import { allOf, pagesOf } from './range.js';

/** Ids that are asked for at once. */
const AT_ONCE = 200;
const byId = [{ field: 'id' }] as const;
const linkedKinds = ['lead', 'deal', 'person', 'organization'] as const;

/** Everything that names a person, read anew: views hold windows only. */
export async function copyOf(context: Context, personId: Id, signal?: AbortSignal): Promise<PersonCopy> {
  const found = new Gathered(context, signal);
  const trash = await found.all('trash');
  const person = (await found.in('person', 'id', [personId]))[0] ?? trashed(trash, personId);
  if (person === undefined) throw new CrmError('not-found', `There is no person "${personId}" (any more).`);
  const merged = trash.flatMap(({ of, record, mergedInto }) =>
    of === 'person' && (mergedInto === personId || person.mergedIds?.includes(record.id) === true)
      ? [record as Person]
      : [],
  );
  const own = new Set([personId, ...merged.map(({ id }) => id), ...(person.mergedIds ?? [])]);
  const [leads, deals, participants, projects] = await Promise.all([
    found.in('lead', 'personId', own),
    found.in('deal', 'personId', own),
    found.in('participant', 'personId', own),
    found.in('project', 'personId', own),
  ]);
  const others = await found.in(
    'deal',
    'id',
    participants.map(({ dealId }) => dealId),
  );
  const hanging = async <K extends 'note' | 'activity' | 'file'>(kind: K): Promise<readonly RecordOf[K][]> =>
    unique([
      ...(await found.in(kind, 'personId', own)),
      ...(await found.in(kind, 'leadId', idsOf(leads))),
      ...(await found.in(kind, 'dealId', idsOf(deals))),
    ]);
  const [notes, activities] = [await hanging('note'), await hanging('activity')];
  const files = await hanging('file');
  const conversions = await found.all('conversion', ({ lead }) => lead.personId !== null && own.has(lead.personId));
  const kept = trash.filter((one) => isAbout(one, own));
  const told = new Set<Id>([
    ...own,
    ...[leads, deals, participants, projects, notes, activities, files, conversions].flatMap((records) =>
      idsOf(records),
    ),
    ...kept.flatMap((one) => [one.id, ...idsOf(one.notes), ...idsOf(one.activities), ...idsOf(one.files ?? [])]),
  ]);
  // That they took part somewhere and no longer do: the participation is gone, and the row says whose it was.
  const took = (await found.in('changelog', 'about', own)).filter(({ of }) => of === 'participant');
  const log = unique([...(await found.in('changelog', 'recordId', told)), ...took]);
  const fields = await found.all('field');
  const naming: { readonly kind: Kind; readonly field: string; readonly record: AnyRecord }[] = [];
  for (const { id, name } of fields.filter(({ type }) => type === 'person'))
    for (const kind of linkedKinds)
      for (const record of await found.in(kind, `custom.${id}`, own)) naming.push({ kind, field: name, record });

  const names = await found.names([person, ...merged, ...leads, ...deals, ...others, ...conversions, ...kept], log);
  const nameOf: NameOf = (kind, id) => names.get(`${kind} ${id}`) ?? null;
  const written = (records: readonly AnyRecord[]): readonly CopiedRecord[] =>
    records.map((record) => readable(record, nameOf, fields));
  const attached = (records: readonly AttachedFile[]): readonly CopiedFile[] =>
    records.map((record) => readableFile(record, nameOf, fields));
  const dealOf = new Map(others.map((deal) => [deal.id, deal]));
  return {
    format: 'crm-elements-person',
    version: 1,
    at: instant(context.clock.now()),
    person: readable(person, nameOf, fields),
    merged: written(merged),
    leads: written(leads),
    deals: written(deals),
    participations: participants.map(({ id, dealId, role, createdAt }) => {
      const deal = dealOf.get(dealId);
      const stage = deal ? nameOf('stage', deal.stageId) : null;
      return { id, deal: deal?.title ?? null, status: deal?.status ?? null, stage, role, createdAt };
    }),
    projects: written(projects),
    activities: written(activities),
    notes: written(notes),
    files: attached(files),
    conversions: written(conversions),
    trash: kept.map((one) => ({ ...readable(one, nameOf, fields), ...(one.files && { files: attached(one.files) }) })),
    namedIn: naming.map(({ kind, field, record }) => ({ kind, record: titleOf(record), field })),
    imports: await importsOf(found, told, nameOf),
    changelog: [...log]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((row: ChangelogRow) => readableChange(row, nameOf, fields)),
  };
}

const idsOf = (records: readonly AnyRecord[]): readonly Id[] => records.map(({ id }) => id);
const unique = <R extends AnyRecord>(records: readonly R[]): readonly R[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

function trashed(trash: readonly Trash[], personId: Id): Person | undefined {
  return trash.find(({ of, id }) => of === 'person' && id === personId)?.record as Person | undefined;
}

/** The person, or a lead or deal of theirs. */
function isAbout({ of, record }: Trash, own: ReadonlySet<Id>): boolean {
  if (of === 'person') return own.has(record.id);
  const { personId = null } = record as { readonly personId?: Id | null };
  return personId !== null && own.has(personId);
}

function titleOf(record: AnyRecord): string | null {
  const { title, name, subject, fileName } = record as unknown as CopiedRecord;
  return [title, name, subject, fileName].find((text): text is string => typeof text === 'string') ?? null;
}

async function importsOf(found: Gathered, told: ReadonlySet<Id>, nameOf: NameOf): Promise<readonly CopiedRecord[]> {
  const files = new Map<Id, Import>((await found.all('import')).map((one) => [one.id, one]));
  if (files.size === 0) return [];
  const copies: CopiedRecord[] = [];
  await found.each('importChunk', ({ importId, made, patched }) => {
    const file = files.get(importId);
    const base = { file: file?.fileName ?? null, at: file?.createdAt ?? null };
    for (const [kind, id] of made)
      if (told.has(id)) copies.push({ ...base, kind, record: nameOf(kind, id), made: true });
    for (const { kind, id, fields } of patched)
      if (told.has(id)) copies.push({ ...base, kind, record: nameOf(kind, id), made: false, changed: fields });
  });
  return copies;
}

/** Reads past every view, and remembers the names of what it has read. */
class Gathered {
  readonly #names = new Map<string, string>();

  constructor(
    private readonly context: Context,
    private readonly signal: AbortSignal | undefined,
  ) {}

  #query<K extends Kind>(kind: K, where?: Where): Omit<Query<K>, 'window'> {
    return { kind, order: byId, today: this.context.today(), related: false, ...(where && { where }) };
  }

  #learn(kind: Kind, records: readonly AnyRecord[]): void {
    for (const record of records) {
      const title = titleOf(record);
      if (title !== null) this.#names.set(`${kind} ${record.id}`, title);
    }
  }

  async in<K extends Kind>(kind: K, field: string, ids: Iterable<Id>): Promise<readonly RecordOf[K][]> {
    const all = [...new Set(ids)];
    const records: RecordOf[K][] = [];
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const where: Where = { field, op: 'in', value: all.slice(i, i + AT_ONCE) };
      records.push(...(await allOf(this.context.calls, this.#query(kind, where), 1_000, this.signal)));
    }
    this.#learn(kind, records);
    return records;
  }

  /** @param wanted of a kind that may be large: only what is wanted is kept */
  async all<K extends Kind>(kind: K, wanted: (record: RecordOf[K]) => boolean = () => true): Promise<RecordOf[K][]> {
    const records: RecordOf[K][] = [];
    await this.each(kind, (record) => {
      if (wanted(record)) records.push(record);
    });
    this.#learn(kind, records);
    return records;
  }

  async each<K extends Kind>(kind: K, take: (record: RecordOf[K]) => void): Promise<void> {
    for await (const { records } of pagesOf(this.context.calls, this.#query(kind), 1_000, this.signal))
      for (const record of records) take(record);
  }

  /** Of all that these records name. */
  async names(records: readonly AnyRecord[], log: readonly ChangelogRow[]): Promise<ReadonlyMap<string, string>> {
    for (const kind of ['user', 'label', 'pipeline', 'stage'] as const) await this.all(kind);
    const texts = new Set<string>();
    collect(records, texts);
    for (const { before, after, dealIds } of log) collect([before, after, dealIds], texts);
    for (const kind of ['person', 'organization', 'lead', 'deal', 'product'] as const)
      await this.in(
        kind,
        'id',
        [...texts].filter((id) => !this.#names.has(`${kind} ${id}`)),
      );
    return this.#names;
  }
}

/** Every text that may be an id. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length > 0 && value.length <= 64 && !/\s/.test(value)) into.add(value);
  } else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) collect(item, into);
}
