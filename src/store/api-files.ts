import type { AttachedFile, Id } from '../domain/records.js';

/** What has to be known of a file to have its bytes; a record of kind `file` says it, and so does a file in a person's copy. */
export type FilePlace = Pick<AttachedFile, 'ref' | 'size' | 'type'>;

/** The part of a store that hands out files. */
export interface Files {
  /** Bytes that one file may have: what is larger is refused before a byte of it is read (`BlobStore.limit`; else 100 MB). */
  readonly fileLimit: number;
  /**
   * Of these places (`AttachedFile.ref`) those at which something lies still: what a deleted file held is kept for thirty days and more.
   * All of them where the storage does not say.
   * @throws CrmError `unavailable`, `auth`
   */
  hasBlobs(refs: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * What a file holds. Its type is `application/octet-stream`, unless it is one that nothing can run in: an image that is no SVG, a PDF,
   * plain text. Offer it as a download under the file's name.
   * @param file its id, its record, or what `copyOf` says of it: by its record also one that was deleted or stands in the trash
   * @throws CrmError `not-found` where it is gone, `invalid` with `reason: 'not-able'` where the storage has not the ability `blobs`;
   *   `unavailable`, `auth`, `denied`, `aborted`
   */
  blob(file: Id | FilePlace, options?: { readonly signal?: AbortSignal }): Promise<Blob>;
}
