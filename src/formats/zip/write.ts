/** Archives as every system opens them: written by a library that is fetched with this file. */
import { Zip, ZipPassThrough } from 'fflate';
import type { Instant } from '../../domain/records.js';

export interface ZipEntry {
  /** With the folders it lies in, `/` between them. */
  readonly name: string;
  readonly at: Instant;
  readonly content: Blob;
}

/** Bytes that are read at once. */
const PIECE = 1024 * 1024;
/** What the format can say of when something was made. */
const FIRST = Date.UTC(1980, 0, 2);
const LAST = Date.UTC(2099, 11, 30);

/**
 * One entry after the other, each asked for when the one before is written: of what they hold no more than a piece is in this
 * page's memory. Nothing is compressed: what people attach is already (pictures, PDF, Office), and that it takes long would be all
 * they saw of it.
 */
export function zipOf(entries: AsyncIterable<ZipEntry>): Promise<Blob> {
  const pieces = piecesOf(entries);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  // The browser gathers it where it has room; in a list it would all be held here.
  return new Response(body, { headers: { 'content-type': 'application/zip' } }).blob();
}

async function* piecesOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    written.push(piece);
  });
  for await (const { name, at, content } of entries) {
    const entry = new ZipPassThrough(name);
    entry.mtime = Math.min(Math.max(Date.parse(at) || 0, FIRST), LAST);
    zip.add(entry);
    for (let from = 0; from < content.size; from += PIECE) {
      entry.push(new Uint8Array(await content.slice(from, from + PIECE).arrayBuffer()));
      yield* written.splice(0);
    }
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* written.splice(0);
}
