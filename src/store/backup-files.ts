/** What files hold, in a backup and out of it: base64 in pieces, so that no text is longer than a page can take. */
import { asCrmError, CrmError } from '../domain/errors.js';
import type { AnyRecord, AttachedFile, Kind, Trash } from '../domain/records.js';
import type { BackedUpFile } from './api-keeping.js';
import type { Context } from './context.js';

/** Bytes in a piece: a multiple of three, so that only the last one is padded. */
const PIECE = 768 * 1024;
/** Signs that are made into bytes at once: more arguments a call cannot have. */
const SIGNS = 8_192;

type Parts = readonly (readonly [Kind, readonly AnyRecord[]])[];
type Files = Readonly<Record<string, BackedUpFile>>;

/** One after the other, those in the trash as well. What is gone from the storage is left out. */
export async function filesOf(context: Context, parts: Parts, signal?: AbortSignal): Promise<Files> {
  const files: Record<string, BackedUpFile> = {};
  for (const { ref, size } of attachedIn(parts)) {
    if (Object.hasOwn(files, ref)) continue;
    const blob = await context.calls.blob(ref, size, signal).catch((thrown: unknown) => {
      const { code } = asCrmError(thrown);
      // `invalid`: a storage that keeps no files.
      if (code === 'not-found' || code === 'invalid') return null;
      throw thrown;
    });
    if (blob === null) continue;
    const bytes: string[] = [];
    for (let at = 0; at < blob.size; at += PIECE)
      bytes.push(encoded(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer())));
    files[ref] = { type: blob.type, bytes };
  }
  return files;
}

/**
 * Puts them where the storage keeps files, before anything else is touched: where there is no room, nothing has been lost.
 * @returns the records, which say where that is
 */
export async function putFiles(context: Context, parts: Parts, files: Files, signal?: AbortSignal): Promise<Parts> {
  if (context.calls.adapter.blobs === undefined) return parts;
  const places = new Map<string, string>();
  for (const [ref, { type, bytes }] of Object.entries(files))
    places.set(ref, await context.calls.put(new Blob(bytes.map(decoded), { type }), ref, signal));
  const led = (file: AttachedFile): AttachedFile => ({ ...file, ref: places.get(file.ref) ?? file.ref });
  return parts.map(([kind, list]) =>
    kind === 'file'
      ? [kind, (list as readonly AttachedFile[]).map(led)]
      : kind === 'trash'
        ? [kind, (list as readonly Trash[]).map((one) => (one.files ? { ...one, files: one.files.map(led) } : one))]
        : [kind, list],
  );
}

/** @throws CrmError `invalid`, reason `damaged` */
export function checkedFiles(given: unknown): Files {
  if (given === undefined) return {};
  if (typeof given !== 'object' || given === null || !Object.values(given).every(isFile))
    throw new CrmError('invalid', 'The files in this backup are damaged.', { field: 'files', reason: 'damaged' });
  return given as Files;
}

function isFile(given: unknown): boolean {
  const { type, bytes } = Object(given) as { readonly type?: unknown; readonly bytes?: unknown };
  return typeof type === 'string' && Array.isArray(bytes) && bytes.every(isBase64);
}

function isBase64(text: unknown): boolean {
  return typeof text === 'string' && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function attachedIn(parts: Parts): readonly AttachedFile[] {
  return parts.flatMap(([kind, list]) =>
    kind === 'file'
      ? (list as readonly AttachedFile[])
      : kind === 'trash'
        ? (list as readonly Trash[]).flatMap(({ files }) => files ?? [])
        : [],
  );
}

function encoded(bytes: Uint8Array): string {
  let signs = '';
  for (let at = 0; at < bytes.length; at += SIGNS) signs += String.fromCharCode(...bytes.subarray(at, at + SIGNS));
  return btoa(signs);
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let i = 0; i < signs.length; i++) bytes[i] = signs.charCodeAt(i);
  return bytes;
}
