/** What the commands of files are given. */
import type { On } from '../hung-on.js';
import type { AttachedFile, Id } from '../records.js';

/** A file to be attached. */
export interface NewFile {
  readonly blob: Blob;
  /** With extension; left out = the `File`'s own. Folders in front of it are left off. */
  readonly name?: string;
  readonly description?: string;
}

/** One whose bytes the storage has already: a file that was deleted, and is given back. */
export type KeptFile = Pick<AttachedFile, 'ref' | 'name' | 'description' | 'size' | 'type'>;

export interface FileCommands {
  /** Any number; each has its own outcome. Bytes are put before the record is, and not before the page has agreed. */
  'file-add': { readonly on: On; readonly files: readonly (NewFile | KeptFile)[] };
  'file-edit': { readonly id: Id; readonly name?: string; readonly description?: string };
  /** The bytes stay until they are swept, so that it can be given back. */
  'file-delete': { readonly id: Id };
}
