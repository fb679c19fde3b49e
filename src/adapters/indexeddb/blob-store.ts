import { CrmError } from '../../domain/errors.js';
import type { BlobStore, CrmAdapter } from '../adapter.js';
import { refuseAborted, untilAborted } from '../local/abort.js';
import { newRef } from '../local/refs.js';
import { rest } from './rest-code.js';

/** Does something with the database, or with the memory that stands in for it. */
type Use = <T>(work: (db: IDBDatabase) => Promise<T>, otherwise: (memory: CrmAdapter) => Promise<T>) => Promise<T>;

/**
 * What files hold, in the browser's own database.
 * @param write throws where this page may not write any more; answers with the commit up to which it is known whether all was emptied
 */
export function blobsIn(use: Use, write: (db: IDBDatabase) => Promise<number>): BlobStore {
  return {
    async put(blob, { key: ref = newRef(), signal } = {}) {
      refuseAborted(signal);
      const [bytes, { putBlob }] = await Promise.all([bytesOf(blob), rest()]);
      refuseAborted(signal);
      return use(
        async (db) => {
          await putBlob(db, ref, { bytes, type: blob.type }, await write(db));
          return ref;
        },
        (memory) => memory.blobs!.put(blob, { key: ref }),
      );
    },
    async get(ref, { signal } = {}) {
      refuseAborted(signal);
      const { getBlob } = await rest();
      const found = use(
        (db) => getBlob(db, ref),
        (memory) => memory.blobs!.get(ref),
      );
      return untilAborted(found, signal);
    },
    async has(refs) {
      const { hasBlobs } = await rest();
      return use(
        (db) => hasBlobs(db, refs),
        (memory) => memory.blobs!.has!(refs),
      );
    },
  };
}

/** Read before the transaction: inside, nothing but its own requests may be waited for. */
async function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  try {
    return await blob.arrayBuffer();
  } catch (cause) {
    throw new CrmError('invalid', 'The file cannot be read.', { field: 'blob', reason: 'unreadable', cause });
  }
}
