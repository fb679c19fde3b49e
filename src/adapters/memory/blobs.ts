import { CrmError } from '../../domain/errors.js';
import type { BlobStore } from '../adapter.js';
import { refuseAborted } from '../local/abort.js';
import { newRef } from '../local/refs.js';

/** The bytes of files, in this page's memory. */
export class MemoryBlobs implements BlobStore {
  readonly #blobs = new Map<string, { readonly bytes: ArrayBuffer; readonly type: string }>();

  async put(blob: Blob, { key, signal }: Parameters<BlobStore['put']>[1] = {}): Promise<string> {
    refuseAborted(signal);
    const ref = key ?? newRef();
    // A `File` may change, or go, on the disk; what was put is what it was.
    if (!this.#blobs.has(ref)) {
      const bytes = await blob.arrayBuffer().catch((cause: unknown) => {
        throw new CrmError('invalid', 'The file cannot be read.', { field: 'blob', reason: 'unreadable', cause });
      });
      refuseAborted(signal);
      // Somebody may have put it meanwhile.
      if (!this.#blobs.has(ref)) this.#blobs.set(ref, { bytes, type: blob.type });
    }
    return ref;
  }

  async get(ref: string, { signal }: Parameters<BlobStore['get']>[1] = {}): Promise<Blob> {
    refuseAborted(signal);
    const found = this.#blobs.get(ref);
    if (found === undefined) throw new CrmError('not-found', `There is no file "${ref}" (any more).`);
    return new Blob([found.bytes], { type: found.type });
  }

  async has(refs: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(refs.filter((ref) => this.#blobs.has(ref)));
  }

  /** What is written there. */
  textOf(ref: string): string {
    return new TextDecoder().decode(this.#blobs.get(ref)?.bytes);
  }

  /** Those that a record names are kept. */
  keep(named: ReadonlySet<string>): void {
    for (const ref of this.#blobs.keys()) if (!named.has(ref)) this.#blobs.delete(ref);
  }
}
