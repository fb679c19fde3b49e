import type { Attached } from './entities.js';
import type { Id, RecordBase } from './record-base.js';

/** A file that hangs on a lead or deal (or person, organization). What it holds lies in the adapter's `BlobStore`. */
export interface AttachedFile extends RecordBase, Attached {
  /** 1 to 255 characters, with extension; no path, no control characters and none that turn the direction of text. */
  readonly name: string;
  /** Plain text; '' = none. */
  readonly description: string;
  /** Bytes. */
  readonly size: number;
  /** A MIME type, found from the first bytes, else by the extension, else ''. What a file says of itself is never trusted. */
  readonly type: string;
  /** Where the `BlobStore` has it. */
  readonly ref: string;
  readonly authorId: Id | null;
}
