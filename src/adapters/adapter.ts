import type { Change } from '../domain/change.js';
import type { Erasure, ErasureReport } from '../domain/erasing/erasure.js';
import type { Page, Query, Summary } from '../domain/query.js';
import type { AnyRecord, Author, Id, Kind } from '../domain/records.js';

/** What an adapter can do. What is missing, views hide or do without. */
export interface Abilities {
  /** A commit is stored whole or not at all. */
  readonly atomic: boolean;
  /**
   * Stale patches, deletes of another `rev` and creates of an id that exists are refused by the storage itself; and so is deleting a
   * lead or deal on which a note or activity hangs that the same commit does not take along (`conflict`, reason `children`), as a
   * foreign key does it.
   */
  readonly guarded: boolean;
  /** Windows by offset. */
  readonly seek: boolean;
  readonly summarize: boolean;
  readonly watch: boolean;
  readonly blobs: boolean;
  /** Create only; reads nothing. For capture elements. */
  readonly capture: boolean;
  /** Narrows and sorts by formula fields: by names that begin with `=` (`domain/formula/computed.ts`). Left out = it does not, and lists say so. */
  readonly formulas?: boolean;
  /** Erases a person everywhere (`erasePerson`). Left out = it does not, and the control says so. */
  readonly erase?: boolean;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface CommitOptions {
  /** Idempotency key: a commit that was stored under it is answered again, not stored again. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Who, when, from where: for the changelog. A remote backend takes the user from its own session. */
  readonly author?: Author;
  /** Ask the storage to be on the disk before it answers (conversion, import). */
  readonly durable?: boolean;
  /**
   * What the caller has just read of the records that it changes. A storage may work with it before it has looked itself, and has
   * to find out, before anything is stored, that it is what is stored.
   */
  readonly known?: (kind: Kind, id: Id) => AnyRecord | null | undefined;
}

export interface EraseOptions {
  readonly signal?: AbortSignal;
  /** Nothing is done: the answer says what would be. */
  readonly preview?: boolean;
}

/**
 * Where the records live. Two methods are required. All errors are `CrmError`s with a code (`domain/errors.ts`);
 * anything else that is thrown counts as `unavailable`.
 */
export interface CrmAdapter {
  /**
   * A window of records in order. `where: {field: 'id', op: 'in', value: [...]}` reads by id.
   * @throws CrmError `unavailable`, `denied`, `auth`, `aborted`
   */
  read<K extends Kind>(query: Query<K>, options?: ReadOptions): Promise<Page<K>>;
  /**
   * Stores the changes, all or nothing (ability `atomic`), and answers with them as stored: with `rev` and `updatedAt`,
   * and with patches of the derived fields of every lead and deal they touch (`domain/derive.ts`).
   * @throws CrmError `conflict` (with the current record), `invalid`, `denied`, `auth`, `unavailable`, `quota`
   */
  commit(changes: readonly Change[], options?: CommitOptions): Promise<readonly Change[]>;
  /** Changes made elsewhere (other tabs, other people), or `'resync'`: read again. Not the ones this adapter committed. */
  watch?(listener: (changes: readonly Change[] | 'resync') => void): () => void;
  /** Counts and sums for each value of the field `by` (`''` = one group of all), over all records that match. With the ability `formulas` also of `Query.sum`. */
  summarize?(query: Query, by: string, options?: ReadOptions): Promise<readonly Summary[]>;
  /**
   * Ability `erase`. Takes a person out of everything that is stored, for good: records, trash, receipts, imports, changelog, views,
   * filters, files, idempotency keys, and indexes and columns of all of these. What becomes of each record is a rule of
   * `domain/erasing/erasing.ts`; a storage that cannot run it (a procedure on a server) is held to it by the conformance kit. All or
   * nothing, or in steps that are finished by themselves after a crash. Once, however often it is called with the same `command`.
   * Of it there is one row of the changelog: `of: 'person'`, `op: 'delete'`, `field: 'erased'`, `recordId` the command's id.
   * Others are told `'resync'`, and by `erasures`.
   * @throws CrmError `not-found`, `denied`, `auth`, `unavailable`
   */
  erasePerson?(erasure: Erasure, options?: EraseOptions): Promise<ErasureReport>;
  /**
   * Somebody else has erased a person: whoever keeps what was done before, to take it back, forgets it. `all`: what this browser
   * keeps was emptied (`forget`, called in another tab): whatever rests on what was there before is given up.
   */
  erasures?(listener: (all: boolean) => void): () => void;
  /**
   * Left out = it keeps nothing in this browser. Empties what this browser keeps, for whoever signs out: records, files, keys, logs, indexes, columns, marks.
   * What lies elsewhere stays: an adapter of a backend drops only its copies, queues and caches, and reads anew what it is asked for.
   * All or nothing, after what is being written; it goes on with an empty storage, as on the first visit. Others are told
   * `'resync'`, and by `erasures` with `all`; a commit of theirs that was begun without knowing of it is refused (`conflict`,
   * reason `forgotten`), after they were told.
   * @throws CrmError `unavailable` with nothing emptied, where it cannot be done now; the message says what would help
   */
  forget?(): Promise<void>;
  readonly blobs?: BlobStore;
  readonly abilities: Abilities;
  /** What the storage has to tell: opened in memory only, waiting for another tab, read only. Called at once with the present state. */
  notices?(listener: (notice: StorageNotice | null) => void): () => void;
  close?(): void | Promise<void>;
}

/**
 * - `blocked` another tab holds an older version: close it
 * - `memory` the storage could not be opened; what is entered now is not kept
 * - `outdated` a newer version of the page is open: reload; read only until then
 * - `lost` records were here before and are gone
 * - `retrying` the storage does not answer; changes are not saved yet
 */
export interface StorageNotice {
  readonly state: 'blocked' | 'memory' | 'outdated' | 'lost' | 'retrying';
  readonly cause?: unknown;
}

/**
 * Where the bytes of files lie (ability `blobs`). They are put before the record that names them (`file.ref`) is committed, and
 * are kept for as long as a record names them, one in the trash included. What none names is the storage's own to sweep: not before
 * 30 days, since a deleted file can be given back, and an upload may be under way.
 */
export interface BlobStore {
  /** Bytes that one blob may have; 100 MB where left out. */
  readonly limit?: number;
  /**
   * @param options `key`: put once, however often it is put; the answer is the same
   * @returns where it is: what `file.ref` says
   * @throws CrmError `quota` with nothing stored, `invalid`, `denied`, `auth`, `unavailable`
   */
  put(blob: Blob, options?: { readonly key?: string; readonly signal?: AbortSignal }): Promise<string>;
  /** @throws CrmError `not-found`, `denied`, `auth`, `unavailable` */
  get(ref: string, options?: { readonly signal?: AbortSignal }): Promise<Blob>;
  /** Which of these are there, without reading them. Left out = nobody knows before they are asked for. */
  has?(refs: readonly string[]): Promise<ReadonlySet<string>>;
}
