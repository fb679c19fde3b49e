import type { Change } from './change.js';
import type { ChildKind } from './children.js';
import type { CommandInputs, CommandName, DraftOf } from './plan.js';
import type { Order, Where } from './query.js';
import type { AnyRecord, Day, Id, Instant, Kind, RecordOf } from './records.js';

/** All that a rule may know of the world beside its records. */
export interface Env {
  readonly now: Instant;
  /** The calendar day of `now` in the provider's zone. */
  readonly today: Day;
  readonly userId: Id | null;
  /** The command's id: receipts and trash of one bulk command share it. */
  readonly command: Id;
  /** Called while drafting only: what is going to be made has its id before anybody is asked, so a retry makes no second one. */
  newId(): Id;
  /** Days that receipts and the trash are kept. */
  readonly keepReceipts: number;
  /** ISO 4217; what an amount without a currency is in. */
  readonly currency: string;
  /** Bytes that one file may have (`BlobStore.limit`). */
  readonly fileLimit?: number;
  /** The first bytes of a file that is to be attached; null = it cannot be read, undefined = nobody has tried. */
  headOf?(blob: Blob): Uint8Array | null | undefined;
}

/** Records a rule wants to see. Without `where`: all of the kind. With `limit`: the first ones in `order`. */
export interface Need<K extends Kind = Kind> {
  readonly kind: K;
  readonly where?: Where;
  readonly order?: readonly Order[];
  readonly limit?: number;
}

/** What was found for the needs; a record that is not there (any more) is null. */
export interface Found {
  get<K extends Kind>(kind: K, id: Id | null): RecordOf[K] | null;
  all<K extends Kind>(kind: K): readonly RecordOf[K][];
}

/**
 * How the store drives every command alike:
 * 1. read `needs(input)`, then `then(input, found)` and `further(input, found)` where there are, into one `Found`; and where somebody is going to look
 *    at the drafts and edit them, `offers(input, found)`;
 * 2. `draft`: one draft for each record;
 * 3. after the drafts were edited, and again with freshly read records before the commit: `check`, which renews `problems`;
 * 4. `changes` of each draft that has no problem and was not refused, in the order to write them in. None = nothing to do.
 *
 * Bulk commands may be driven in slices: the same input with some of its `ids`.
 * A draft's `record` is what the person saw: patches and deletes are made from it, so that the storage refuses them where
 * somebody was first.
 */
export interface Rule<N extends CommandName> {
  /** Shown before the storage has answered. */
  readonly optimistic: boolean;
  /** One unit of storage for each draft; else all drafts are one commit. */
  readonly bulk: boolean;
  /** Each unit is prepared and stored by itself, one after the other. */
  readonly single?: boolean;
  needs(input: CommandInputs[N], env: Env): readonly Need[];
  /** A second step of reading, for what is only known after the first. */
  then?(input: CommandInputs[N], found: Found, env: Env): readonly Need[];
  /** A third one, for what is only asked where the second has not found it. */
  further?(input: CommandInputs[N], found: Found, env: Env): readonly Need[];
  /** What the drafts only offer to whoever edits them; a command that nobody is asked about goes without. */
  offers?(input: CommandInputs[N], found: Found, env: Env): readonly Need[];
  /** All that is looked at again just before it is stored, where that is not what the drafts were made from. */
  again?(input: CommandInputs[N], drafts: readonly DraftOf<N>[]): readonly Need[];
  draft(input: CommandInputs[N], found: Found, env: Env): DraftOf<N>[];
  /** `draft`, where there may be a draft of nearly every record: yields where it may stop for a moment. */
  drafting?(input: CommandInputs[N], found: Found, env: Env): Generator<void, DraftOf<N>[]>;
  check(draft: DraftOf<N>, found: Found, env: Env, input: CommandInputs[N]): void;
  changes(draft: DraftOf<N>, found: Found, env: Env, input: CommandInputs[N]): readonly Change[];
  /** Where somebody else was first it is looked at, and planned, anew: what it changes it makes of what there is by then. */
  readonly replans?: boolean;
  /** No draft rests on anything that another of them changes: they may be stored in any order, and side by side. */
  apart?(drafts: readonly DraftOf<N>[]): boolean;
}

/** A `Found` over plain records: what the store fills while it gathers. A record that is added again replaces the former. */
export class Records implements Found {
  readonly #kinds = new Map<Kind, Map<Id, AnyRecord>>();
  /** As they were last asked for: bulk commands ask once for each of their records. */
  readonly #lists = new Map<Kind, readonly AnyRecord[]>();

  add<K extends Kind>(kind: K, records: readonly RecordOf[K][]): this {
    const known = this.#kinds.get(kind) ?? new Map<Id, AnyRecord>();
    this.#kinds.set(kind, known);
    for (const record of records) known.set(record.id, record);
    this.#lists.delete(kind);
    return this;
  }

  get<K extends Kind>(kind: K, id: Id | null): RecordOf[K] | null {
    return id === null ? null : ((this.#kinds.get(kind)?.get(id) as RecordOf[K] | undefined) ?? null);
  }

  all<K extends Kind>(kind: K): readonly RecordOf[K][] {
    let list = this.#lists.get(kind);
    if (list === undefined) this.#lists.set(kind, (list = [...(this.#kinds.get(kind)?.values() ?? [])]));
    return list as readonly RecordOf[K][];
  }
}

/** These records of a kind; nothing where there are no ids. */
export function byIds(kind: Kind, ids: readonly (Id | null | undefined)[]): readonly Need[] {
  return listedIn(kind, 'id', ids);
}

/** Records of a kind whose field holds one of these ids. */
export function listedIn(kind: Kind, field: string, ids: readonly (Id | null | undefined)[]): readonly Need[] {
  const value = [...new Set(ids)].filter((id): id is Id => typeof id === 'string');
  return value.length === 0 ? [] : [{ kind, where: { field, op: 'in', value } }];
}

/** What hangs on a lead or deal of one kind (`children.ts`), oldest first. */
export function childrenOf<K extends ChildKind>(
  found: Found,
  kind: K,
  on: 'leadId' | 'dealId',
  id: Id,
): readonly RecordOf[K][] {
  let index = indexes.get(found);
  if (index === undefined) indexes.set(found, (index = new Map<string, Index>()));
  const all = found.all(kind);
  const key = `${kind} ${on}`;
  let entry = index.get(key);
  if (entry === undefined || entry.all !== all) index.set(key, (entry = { all, groups: groupBy(all, on) }));
  return (entry.groups.get(id) ?? []) as unknown as readonly RecordOf[K][];
}

// A bulk command asks once for each lead: without an index that would be every child for every lead.
interface Index {
  readonly all: readonly AnyRecord[];
  readonly groups: ReadonlyMap<Id, readonly AnyRecord[]>;
}
const indexes = new WeakMap<Found, Map<string, Index>>();

function groupBy(records: readonly AnyRecord[], on: 'leadId' | 'dealId'): ReadonlyMap<Id, readonly AnyRecord[]> {
  const groups = new Map<Id, AnyRecord[]>();
  for (const record of records) {
    const id = (record as { leadId?: Id | null; dealId?: Id | null })[on];
    if (id === null || id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [record]);
    else group.push(record);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
  return groups;
}

/** When something kept from now on expires. */
export function expiry(env: Env): Instant {
  return new Date(Date.parse(env.now) + env.keepReceipts * 86_400_000).toISOString();
}
