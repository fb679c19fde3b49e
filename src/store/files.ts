/** The bytes of files on their way in and out. */
import { CrmError } from '../domain/errors.js';
import { defaultLimit, headSize, servedType } from '../domain/files/types.js';
import type { FileDraft, NewFile } from '../domain/plan.js';
import type { Id } from '../domain/records.js';
import type { FilePlace } from './api-files.js';
import type { Context } from './context.js';
import type { Gatherer } from './gather.js';

/** What the first bytes of files are that somebody wants to attach: read once, before anybody is asked. */
export class Heads {
  readonly #known = new WeakMap<Blob, Uint8Array | null>();

  /** @param limit nothing is read of what is larger */
  async read(files: readonly (NewFile | object)[], limit: number): Promise<void> {
    for (const file of files) {
      if (!('blob' in file) || this.#known.has(file.blob) || file.blob.size > limit) continue;
      const head = await file.blob
        .slice(0, headSize)
        .arrayBuffer()
        .then(
          (bytes) => new Uint8Array(bytes),
          () => null,
        );
      this.#known.set(file.blob, head);
    }
  }

  of = (blob: Blob): Uint8Array | null | undefined => this.#known.get(blob);
}

export function fileLimitOf({ calls }: Context): number {
  return calls.adapter.blobs?.limit ?? defaultLimit;
}

/**
 * Puts what a draft holds where the storage keeps files, under the draft's id: a retry puts it once.
 * @throws CrmError `not-found` where it was to be given back and is gone, and whatever the storage says
 */
export async function putFile(context: Context, draft: FileDraft): Promise<void> {
  const { calls } = context;
  if (draft.blob !== null) draft.ref ??= await calls.put(draft.blob, draft.id);
  else if (draft.ref === null || !(await blobsThere(context, [draft.ref])).has(draft.ref)) throw gone(draft.ref ?? '');
}

/**
 * Once the records are stored: whoever erases a person sweeps at once what no record names, and so what another tab has put and not
 * named yet. It is put once more, under the same key; where that fails, whoever asks for the file is told that it is gone.
 */
export async function putAgain(context: Context, drafts: readonly FileDraft[]): Promise<void> {
  const put = drafts.filter(({ blob, ref }) => blob !== null && ref !== null);
  if (put.length === 0) return;
  const refs = put.map(({ ref }) => ref!);
  const there = await blobsThere(context, refs).catch(() => new Set(refs));
  for (const { id, blob, ref } of put) if (!there.has(ref!)) await context.calls.put(blob!, id).catch(() => undefined);
}

/** Those of the places at which something lies; all of them where the storage does not say. */
export async function blobsThere({ calls }: Context, refs: readonly string[]): Promise<ReadonlySet<string>> {
  return (await calls.has(refs)) ?? new Set(refs);
}

/**
 * What a file holds. Its type is one that no browser runs anything of, whatever the file says of itself.
 * @throws CrmError `not-found`, `invalid` where the storage keeps no files, `unavailable`, `auth`, `denied`
 */
export async function blobOf(
  context: Context,
  gatherer: Gatherer,
  file: Id | FilePlace,
  signal?: AbortSignal,
): Promise<Blob> {
  const record = typeof file === 'string' ? (await gatherer.byIds('file', [file]))[0] : file;
  if (record === undefined) throw gone(file as Id);
  const blob = await context.calls.blob(record.ref, record.size, signal);
  // A slice is another type for the same bytes: nothing is copied.
  return blob.slice(0, blob.size, servedType(record.type));
}

function gone(name: string): CrmError {
  return new CrmError('not-found', `There is no file "${name}" (any more).`);
}
