import type { AnyRecord } from '../../domain/records.js';

/** Version of the layout. Stores and indexes are only ever added, so that an older page can read a newer database. */
export const version = 10;
/** Kept beside the records: who may write, and which receipts expire when. */
export const META = 'meta';
/** A row for each commit; the storage counts them (`revision.ts`). */
export const COMMITS = 'commits';

/**
 * Which fields with which values rows that say it are written with (`local/schema.ts`): another number wherever that changes. Not where only
 * what the index goes by does (layout 4): to mend a row when it is read is too late for that.
 */
export const written = 4;

/** What rows of the kinds that are read first carry beside the record; taken off on read. */
export interface Written {
  /** Of another version, older or newer, it may have to be mended. */
  readonly written: number;
}
/** And what is there for indexes only. */
export interface RowColumns extends Written {
  /** 1 = archived. A number, because neither null nor a boolean is a key. */
  readonly archived: 0 | 1;
  /** When the next activity is due, as a text that sorts like `compareDue`: '' = none, `~` = planned without a day. */
  readonly due: string;
  /** Newest first: milliseconds since 1970, negated. */
  readonly newest: number;
}
/** What views show apart from the rest of what hangs on a record: pinned notes, and activities that are not done (or at no time). */
export interface Apart {
  /** What it hangs on. */
  readonly apart: readonly string[];
}
/**
 * In place of a conversion's lead, deal and expiry, all as one JSON text. They are read only when it is taken back, and to clone
 * a text costs a fraction of what two records with thirty fields each do. What is in it is in no index: see `expiry.ts`.
 */
export type Kept = string;
export type Row<R extends AnyRecord = AnyRecord> = R & { readonly _?: Written | RowColumns | Apart | Kept };

/** Without private columns. */
export function bare<R extends AnyRecord>(row: Row<R>): R {
  if (!('_' in row)) return row;
  // Not `delete`: what a property was deleted from is slow to read and to copy from then on.
  const { _: _columns, ...record } = row;
  return record as unknown as R;
}

/** Is it as this version writes it? */
export function isWhole(row: Row): boolean {
  return (row._ as Written | undefined)?.written === written;
}
