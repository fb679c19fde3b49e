import type { Instant, Kind, RecordOf } from '../domain/records.js';

/** The part of a store that keeps the data: what a browser may drop, and copies of all of it. */
export interface Keeping {
  /**
   * All records, and what files hold, as one JSON-able object; and back. `restore` refuses a file of a later version, and a database that holds
   * records unless `replace` says that they may go.
   * @throws CrmError `invalid` with `reason` `format`, `later-version`, `damaged` or `not-empty`
   */
  backup(options?: { signal?: AbortSignal; onProgress?: (done: number, of: number) => void }): Promise<Backup>;
  restore(
    backup: unknown,
    options?: { replace?: boolean; signal?: AbortSignal; onProgress?: (done: number, of: number) => void },
  ): Promise<{ records: number }>;
  /** Is this browser allowed to drop the data when room is short? `persist` asks it not to; call it on a person's act. */
  persistence(): Promise<'persisted' | 'best-effort' | 'unknown'>;
  persist(): Promise<'persisted' | 'best-effort' | 'unknown'>;
  /**
   * Empties what this browser keeps, when somebody signs out: records, files, set-ups of views, the changelog, and whatever else the
   * adapter has here (`CrmAdapter.forget`), in one transaction; and what this and other tabs hold of it or could take back. Of a
   * backend only what lies in this browser is emptied, never what the backend has.
   *
   * It waits for commands that are under way; those that begin meanwhile wait for it. What other tabs have under way is broken off and
   * refused (`conflict`, reason `forgotten`), and so is what was planned before. Then the store goes on with an empty storage, as on a
   * first visit: lists show that there is nothing, and the first who asks for a pipeline has one made, for the user of the settings
   * (`configure` before, for another one). Every tab hears `forgotten`, from which a page may lead to its sign-in.
   *
   * What the page itself has kept, and files that were saved, are not reached.
   * @throws CrmError `unavailable`: nothing was emptied. `reason`: `blocked` another tab holds an older version, close it; `outdated` a newer
   *   version of the page is open, reload; `unopened` there are records that cannot be opened, close other tabs and reload. Without
   *   a reason: the storage failed, or did not answer in time; try again. Had it not answered, and does so later, `forgotten` is told then.
   */
  forget(): Promise<void>;
}

export interface BackedUpFile {
  /** A MIME type. */
  readonly type: string;
  /** Base64, in pieces that follow each other. */
  readonly bytes: readonly string[];
}

export interface Backup {
  readonly format: 'crm-elements';
  readonly version: 1;
  readonly at: Instant;
  readonly records: { readonly [K in Kind]?: readonly RecordOf[K][] };
  /** What files hold, by where they lay (`AttachedFile.ref`); left out = there are none, or it was made before there were files. */
  readonly files?: Readonly<Record<string, BackedUpFile>>;
}
