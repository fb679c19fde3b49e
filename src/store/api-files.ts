import type { AttachedFile, Id } from '../domain/records.js';

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
   * @throws CrmError `not-found` where it is gone, `invalid` with `reason: 'not-able'` where the storage has not the ability `blobs`;
   *   `unavailable`, `auth`, `denied`, `aborted`
   */
  blob(file: Id | AttachedFile, options?: { readonly signal?: AbortSignal }): Promise<Blob>;
}
