import type { Change } from '../domain/change.js';
import { CrmError } from '../domain/errors.js';
import { kinds, type AnyRecord, type Id, type Kind } from '../domain/records.js';
import type { Backup } from './api.js';
import { checkedFiles, filesOf, putFiles } from './backup-files.js';
import { instant } from './clock.js';
import type { Context } from './context.js';
import { withHistory } from './earlier-history.js';
import { allOf, pagesOf } from './range.js';

export interface BackupOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}
export interface RestoreOptions extends BackupOptions {
  /** Empty what is there first. */
  readonly replace?: boolean;
}

const PAGE = 1_000;
const CHUNK = 200;

/** What is named before what names it, so that the storage can derive names and search texts. */
const order: readonly Kind[] = [
  ...(['user', 'pipeline', 'stage', 'label', 'field', 'organization', 'person', 'lead', 'deal'] as const),
  ...kinds.filter(
    (kind) => !['user', 'pipeline', 'stage', 'label', 'field', 'organization', 'person', 'lead', 'deal'].includes(kind),
  ),
];

/** A history is added to, never taken back: what is there stays, and a backup brings what is missing. */
const history: Kind = 'changelog';

/** What a database has before anybody has worked in it. */
const furniture: ReadonlySet<Kind> = new Set<Kind>(['user', 'pipeline', 'stage', 'view', 'changelog']);

const byId = [{ field: 'id' }] as const;

/** All records, by pages. The result is plain data: `JSON.stringify` of it is the file. */
export async function backup(context: Context, options: BackupOptions = {}): Promise<Backup> {
  const { calls } = context;
  const today = context.today();
  const records: { [kind: string]: readonly AnyRecord[] } = {};
  let of = 0;
  for (const kind of order) of += (await count(context, kind, options.signal)) ?? 0;
  let done = 0;
  for (const kind of order) {
    const found = new Map<Id, AnyRecord>();
    for await (const page of pagesOf(calls, { kind, order: byId, today }, PAGE, options.signal)) {
      for (const record of page.records) found.set(record.id, record);
      done += page.records.length;
      options.onProgress?.(done, Math.max(done, of));
    }
    if (found.size > 0) records[kind] = [...found.values()];
  }
  const files = await filesOf(context, Object.entries(records) as [Kind, readonly AnyRecord[]][], options.signal);
  const whole = Object.keys(files).length > 0 && { files };
  return { format: 'crm-elements', version: 1, at: instant(context.clock.now()), records, ...whole };
}

/**
 * Puts a backup into an empty database, or with `replace` in the place of what is there. Each chunk is stored whole or
 * not at all; a restore that breaks off can be begun again with `replace`.
 * @throws CrmError `invalid`: `reason` is `format`, `later-version`, `damaged` or `not-empty`
 */
export async function restore(
  context: Context,
  newId: () => Id,
  given: unknown,
  options: RestoreOptions = {},
): Promise<{ records: number }> {
  const held = checked(given);
  const files = checkedFiles((given as Partial<Backup>).files);
  if (options.replace !== true) {
    for (const kind of order) {
      if (!furniture.has(kind) && ((await count(context, kind, options.signal)) ?? 1) > 0) {
        throw new CrmError('invalid', 'There are records here already.', { field: kind, reason: 'not-empty' });
      }
    }
  }
  const parts = withHistory(await putFiles(context, held, files, options.signal));
  const run = newId();
  let serial = 0;
  const store = async (changes: readonly Change[]): Promise<void> => {
    if (options.signal?.aborted) throw new CrmError('aborted', 'The restore was stopped.');
    await context.calls.commit(changes, { key: `restore:${run}:${serial++}`, durable: true });
  };
  try {
    await empty(context, store);
    const told = new Set((await everyOne(context, history)).map(({ id }) => id));
    const all = parts.flatMap(([kind, list]) =>
      list
        .filter(({ id }) => kind !== history || !told.has(id))
        .map((record): Change => ({ op: 'create', kind, id: record.id, record }) as Change),
    );
    for (let i = 0; i < all.length; i += CHUNK) {
      await store(all.slice(i, i + CHUNK));
      options.onProgress?.(Math.min(i + CHUNK, all.length), all.length);
    }
    return { records: all.length };
  } finally {
    context.ledger.resync();
  }
}

async function empty(context: Context, store: (changes: readonly Change[]) => Promise<void>): Promise<void> {
  for (const kind of [...order].reverse()) {
    if (kind === history) continue;
    const records = await everyOne(context, kind);
    const deletes = records.map((record) => ({ op: 'delete', kind, id: record.id, record, rev: record.rev }) as Change);
    for (let i = 0; i < deletes.length; i += CHUNK) await store(deletes.slice(i, i + CHUNK));
  }
}

function everyOne(context: Context, kind: Kind): Promise<readonly AnyRecord[]> {
  return allOf(context.calls, { kind, order: byId, today: context.today() }, PAGE);
}

async function count(context: Context, kind: Kind, signal?: AbortSignal): Promise<number | undefined> {
  const window = context.calls.adapter.abilities.seek ? { offset: 0, limit: 1 } : { after: null, limit: 1 };
  const page = await context.calls.read({ kind, today: context.today(), window }, signal);
  return page.total ?? (page.records.length === 0 ? 0 : undefined);
}

function checked(given: unknown): readonly (readonly [Kind, readonly AnyRecord[]])[] {
  const file = given as Partial<Backup> | null;
  if (
    typeof file !== 'object' ||
    file === null ||
    file.format !== 'crm-elements' ||
    typeof file.records !== 'object' ||
    file.records === null
  ) {
    throw new CrmError('invalid', 'This is no backup of CRM Elements.', { reason: 'format' });
  }
  const version: unknown = file.version;
  if (version !== 1) {
    const later = typeof version === 'number' && version > 1;
    throw new CrmError(
      'invalid',
      later ? 'This backup was made by a later version.' : 'This is no backup of CRM Elements.',
      { reason: later ? 'later-version' : 'format' },
    );
  }
  const records = file.records as Readonly<Record<string, unknown>>;
  for (const kind of Object.keys(records)) if (!(kinds as readonly string[]).includes(kind)) throw damaged(kind);
  return order
    .filter((kind) => Object.hasOwn(records, kind))
    .map((kind) => [kind, checkedList(kind, records[kind])] as const);
}

function checkedList(kind: Kind, list: unknown): readonly AnyRecord[] {
  if (!Array.isArray(list)) throw damaged(kind);
  const ids = new Set<unknown>();
  for (const record of list as readonly unknown[]) {
    if (typeof record !== 'object' || record === null) throw damaged(kind);
    const { id } = record as { id?: unknown };
    if (typeof id !== 'string' || id === '' || ids.has(id)) throw damaged(kind);
    ids.add(id);
  }
  return list as readonly AnyRecord[];
}

function damaged(kind: string): CrmError {
  return new CrmError('invalid', `The records of kind "${kind}" in this backup are damaged.`, {
    field: kind,
    reason: 'damaged',
  });
}
