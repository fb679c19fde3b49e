/** What the elements and the host see of the store. `createStore` (store.ts) makes one. */
import type { Abilities, CrmAdapter, StorageNotice } from '../adapters/adapter.js';
import type { Change } from '../domain/change.js';
import type { DefaultNames } from '../domain/defaults.js';
import type { CrmError } from '../domain/errors.js';
import type { CommandInputs, CommandName, Outcome, OpportunityInput, Plan, Target } from '../domain/plan.js';
import type { Profile } from '../domain/profile.js';
import type { Order, Query, Related, Summary, Where } from '../domain/query.js';
import type { Rates } from '../domain/rates.js';
import type { AnyRecord, Day, Id, Import, Instant, Kind, RecordOf } from '../domain/records.js';
import type { Directory } from './api-directory.js';
import type { FilePlace, Files } from './api-files.js';
import type { BackedUpFile, Backup, Keeping } from './api-keeping.js';
import type { Privacy } from './api-privacy.js';
import type { Found, FoundOf, SearchOptions, Searching } from './api-search.js';
import type { Located, LocateOptions } from './located.js';

export type { CopiedFile, CopiedRecord, PersonCopy } from './api-privacy.js';
export type { ErasedNames, ErasedText, Erasure, ErasureReport } from './api-privacy.js';
export type { BackedUpFile, Backup };
export type { Directory, FilePlace, Found, FoundOf, Located, LocateOptions, SearchOptions };

export interface StoreOptions {
  readonly adapter: CrmAdapter;
  /** Who works here. Locally there is one user, "You" (`name` may be empty; the elements say "You"). */
  readonly user?: { readonly id: Id; readonly name: string } | null;
  /** IANA name; the browser's where left out. "Today" and dues are judged by it. */
  readonly timeZone?: string;
  /** ISO 4217; what a new value is proposed in. */
  readonly currency?: string;
  readonly profile?: Profile;
  /** May this user do that? A string refuses with a reason. */
  readonly can?: (action: CommandName, record: AnyRecord | null) => boolean | string;
  /** Days that receipts and the trash are kept; 30. */
  readonly keepReceipts?: number;
  /** Sums are then shown converted to one currency as well. */
  readonly rates?: Rates | null;
  /** Milliseconds after which a read or a commit counts as unanswered (30,000), and one still under way as late (2,000). */
  readonly limits?: { readonly read?: number; readonly commit?: number; readonly late?: number };
  /**
   * The names of the pipeline and stages that an empty storage begins with (`domain/defaults.ts`; English where left out).
   * A function is asked for them when there is such a storage. false: an empty storage is left empty.
   */
  readonly names?: DefaultNames | (() => Promise<DefaultNames>) | false;
  /** Injected by tests. */
  readonly clock?: Clock;
}

export interface Clock {
  now(): number;
  random(bytes: number): Uint8Array;
  /** Calls back after ms; answers with a function that cancels. */
  after(ms: number, call: () => void): () => void;
}

export interface CrmStore extends Searching, Keeping, Files, Privacy<CommandResult<'person-erase'>> {
  readonly adapter: CrmAdapter;
  readonly abilities: Abilities;
  /** Settings may be replaced while it lives; listeners of `settings` hear it. */
  readonly settings: StoreSettings;
  configure(settings: Partial<StoreSettings>): void;
  /** What the storage has to tell; null = nothing. */
  readonly notice: StorageNotice | null;
  /** Commands under way or waiting for an answer. */
  readonly busy: Busy;

  now(): Instant;
  today(): Day;
  newId(): Id;
  /** The small kinds, whole, kept current: read once when first asked for. */
  readonly directory: Directory;
  /** A window over a list; reads begin with the first subscriber. */
  list<K extends Kind>(query: ListQuery<K>): LiveList<K>;
  /** One record with what it names; null = not there. */
  record<K extends Kind>(kind: K, id: Id): LiveRecord<K>;
  /** Summaries by group, kept current (stage heads). */
  summaries(query: Omit<ListQuery, 'order'>, by: string): LiveSummaries;
  /** Reads once, past every view. */
  read<K extends Kind>(
    query: Omit<Query<K>, 'today'>,
    options?: { signal?: AbortSignal },
  ): Promise<{ records: readonly RecordOf[K][]; total: number | undefined; related: Related; next?: string | null }>;
  /** The ids of all that match, in order, once what is being stored is: what "select all" fixes on confirmation. */
  ids(query: ListQuery, options?: { signal?: AbortSignal }): Promise<readonly Id[]>;

  /** gather and plan: nothing is written. @throws CrmError */
  plan<N extends CommandName>(name: N, input: CommandInputs[N]): Promise<Plan<N>>;
  /** commit, apply, announce. Drafts that are refused or have problems are left out and told in the outcomes. Never rejects for a single draft. */
  run<N extends CommandName>(plan: Plan<N>, options?: RunOptions): Promise<CommandResult<N>>;
  /** Looks at the drafts again after somebody edited them. */
  check<N extends CommandName>(plan: Plan<N>): void;

  /** plan + run, for hosts: it skips "ask", the caller has decided. */
  addLead(input: OpportunityInput): Promise<CommandResult<'lead-add'>>;
  addDeal(input: OpportunityInput & { target?: Target }): Promise<CommandResult<'deal-add'>>;
  convertLeads(ids: readonly Id[], target?: Target): Promise<CommandResult<'leads-convert'>>;
  /** Several become one, in one commit: `outcomes[0].id` is the one that stays. */
  mergeLeads(input: CommandInputs['leads-merge']): Promise<CommandResult<'leads-merge'>>;
  mergeDeals(input: CommandInputs['deals-merge']): Promise<CommandResult<'deals-merge'>>;
  execute<N extends CommandName>(name: N, input: CommandInputs[N], options?: RunOptions): Promise<CommandResult<N>>;

  /** Takes the last command of this tab back. Answers with what it was; null = nothing to undo. @throws CrmError `conflict` with a reason */
  undo(): Promise<CommandResult | null>;
  /** What `undo` would take back. */
  readonly undoable: { readonly name: CommandName; readonly count: number } | null;
  /**
   * Does again what `undo` took back last, as long as nothing new was done since: the same records come back as they were.
   * Its fact is told as it was the first time; null = nothing to do again. @throws CrmError `conflict` with a reason
   */
  redo(): Promise<CommandResult | null>;
  /** What `redo` would do again. */
  readonly redoable: { readonly name: CommandName; readonly count: number } | null;

  /**
   * Stores the rows of an import in chunks of 100, each with its `ImportChunk`; ends with a receipt, is undone like any
   * command. A row that is refused is told and leaves the others alone.
   * @throws CrmError `unavailable`, `quota`, `auth` where the storage is gone: what is stored stays; begin again with the same id
   */
  importRows(options: ImportOptions): Promise<ImportResult>;

  on<E extends keyof StoreEvents>(name: E, listener: (event: StoreEvents[E]) => void): () => void;

  close(): void;
}

export interface StoreSettings {
  readonly user: { readonly id: Id; readonly name: string };
  readonly timeZone: string;
  readonly currency: string;
  readonly profile: Profile;
  readonly can: (action: CommandName, record: AnyRecord | null) => boolean | string;
  readonly keepReceipts: number;
  /** For converted sums; null = each currency stands on its own. */
  readonly rates?: Rates | null;
}

export interface ListQuery<K extends Kind = Kind> {
  readonly kind: K;
  readonly where?: Where;
  readonly search?: string;
  readonly order?: readonly Order[];
  /** false = what the rows name is not read: `LiveList.related` stays empty. */
  readonly related?: boolean;
  /** What summaries add up in the place of `value`, as in `Query.sum`. */
  readonly sum?: string;
}

export interface Live {
  readonly state: 'loading' | 'ready' | 'error';
  readonly error: CrmError | null;
  subscribe(listener: () => void): () => void;
  /** The storage has not answered for 2 s. */
  readonly late: boolean;
  /** After an error, or whenever it may be old (the page is looked at again): read again. */
  retry(): void;
}

export interface LiveList<K extends Kind> extends Live {
  readonly query: ListQuery<K>;
  setQuery(query: ListQuery<K>): void;
  /** Rows wanted, by place. Rows outside are dropped after a while. */
  setWindow(start: number, end: number): void;
  /** undefined = not read yet. Pending commands are already folded in. */
  row(index: number): RecordOf[K] | undefined;
  /** -1 = not in the window that is held. */
  indexOf(id: Id): number;
  /**
   * Where a record stands, whatever is held: a few reads where the storage knows places (ability `seek`), else a walk.
   * @returns null = there is no such record and `known` was not given, or it is too far down for a walk
   * @throws CrmError
   */
  locate(id: Id, options?: LocateOptions<K>): Promise<Located | null>;
  /**
   * Rows that have a place, which is what a scroll bar needs; those that wait are not among them: `total + waiting` are all
   * that match. undefined = not known yet: show it as pending, never as 0.
   */
  readonly total: number | undefined;
  /** Count and sums over all that match, also those that wait; read when first looked at. undefined = not known yet. */
  readonly summary: Summary | undefined;
  readonly related: Related;
  /** Others' new rows that wait behind "14 new leads. Show them". */
  readonly waiting: number;
  showWaiting(): void;
  /** true: hold others' new rows back (the list is scrolled, or something in it has focus). */
  hold: boolean;
  /** Is this record's row waiting for an answer of the storage? */
  pending(id: Id): boolean;
}

export interface LiveRecord<K extends Kind> extends Live {
  readonly record: RecordOf[K] | null;
  readonly related: Related;
  readonly pending: boolean;
}

export interface LiveSummaries extends Live {
  /** undefined = not known yet. */
  of(group: string | null): Summary | undefined;
  /** All groups that were found; one that became empty may be among them. undefined = not known yet. */
  readonly groups?: readonly Summary[] | undefined;
  setQuery(query: Omit<ListQuery, 'order'>): void;
}

export interface RunOptions {
  /** After each commit; `outcomes`: what has become of each until now. */
  readonly onProgress?: (done: number, of: number, outcomes: ReadonlyMap<Id, Outcome>) => void;
  /** Stop: ends between two units. What was done stays done. */
  readonly stop?: AbortSignal;
  /** Where it comes from, for the changelog: an element's tag, `host`. */
  readonly from?: string;
}

export interface CommandResult<N extends CommandName = CommandName> {
  readonly plan: Plan<N>;
  readonly outcomes: readonly Outcome[];
  readonly changes: readonly Change[];
  /** Takes exactly this command back, while nothing else has touched the same. @throws CrmError `conflict` */
  undo(): Promise<CommandResult>;
  readonly canUndo: boolean;
}

/** One row of a file on its way in: its changes are stored together. */
export interface ImportUnit {
  /** Tells the row from all others; the lead it makes carries it as `originId`. */
  readonly key: string;
  /** In the file, for the report. */
  readonly line: number;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly action: 'create' | 'update';
}

export interface ImportOptions {
  /** What the page was asked with; left out = a plan of its own. The fact is told of it. */
  readonly plan?: Plan<'leads-import'>;
  /** The receipt's id. An import that was broken off is carried on under the same one. */
  readonly importId: Id;
  readonly fileName: string;
  readonly fileHash: string;
  /** Labels, owners and fields the rows name by name: stored before the first row. */
  readonly setup?: readonly Change[];
  readonly rows: AsyncIterable<ImportUnit> | Iterable<ImportUnit>;
  readonly total: number;
  /** Ends between two chunks. What was stored stays, and can be taken back. */
  readonly stop?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** A row that was not stored. */
export interface RefusedRow {
  /** In the file. */
  readonly line: number;
  readonly reason: string;
  /** Required fields that its lead would be without, as `lead-add` would ask for them: `custom.<id>`. */
  readonly missing?: readonly string[];
}

export interface ImportResult {
  readonly created: number;
  readonly updated: number;
  /** Made by this import before it was broken off. */
  readonly unchanged: number;
  /** Rows that were not stored, by their lines, each with why. */
  readonly failed: readonly RefusedRow[];
  readonly stopped: boolean;
  readonly receipt: Import;
  /** With the way back. */
  readonly command: CommandResult<'leads-import'>;
}

export interface Busy {
  /** Commands that are being carried out. */
  readonly running: number;
  /** Optimistic commands the storage has not answered; `late` after 2 s. */
  readonly unsaved: number;
  readonly late: boolean;
}

export interface StoreEvents {
  /** After every command of this store, once. */
  done: CommandResult;
  /** An optimistic command was refused: it was taken back; `input` still holds what was typed. */
  refused: { readonly plan: Plan; readonly error: CrmError };
  /** Records changed elsewhere, or were put back by an undo that has no command of its own. */
  changed: { readonly changes: readonly Change[] | 'resync' };
  busy: Busy;
  notice: StorageNotice | null;
  settings: StoreSettings;
  undoable: CrmStore['undoable'];
  redoable: CrmStore['redoable'];
  /** A command of this store was taken back, by whatever means: whoever still offers that need not. */
  undone: { readonly plan: Plan };
  /** What this browser keeps was emptied, by this store or in another tab (`CrmStore.forget`). */
  forgotten: Readonly<Record<never, never>>;
  'leads-converted': {
    readonly leads: readonly { readonly leadId: Id; readonly dealId: Id; readonly joined: boolean }[];
    readonly outcomes: readonly Outcome[];
  };
}
