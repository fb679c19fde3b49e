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
