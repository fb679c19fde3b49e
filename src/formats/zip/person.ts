/** The copy of what is known of a person, as a file for that person: readable by itself, with what is attached beside it. */
import { asCrmError } from '../../domain/errors.js';
import { toJson } from '../../domain/json.js';
import type { CopiedFile, CopiedRecord, PersonCopy } from '../../domain/person-copy.js';
import { Names } from './names.js';
import { zipOf, type ZipEntry } from './write.js';

/** Why what a file holds is not in the archive: it is gone, the storage keeps no files, nobody here may see it, there is no more room. */
type Reason = 'gone' | 'not-kept' | 'denied' | 'too-large';

export interface SavedCopy {
  readonly file: Blob;
  /** JSON where nothing of any file could be had. */
  readonly extension: 'zip' | 'json';
  /** Files of which only the name and the rest of what is known are in it. */
  readonly missing: number;
}

/** Bytes: archives of more cannot be opened everywhere. */
const MOST = 4_000_000_000;

/**
 * A ZIP with all that is known as JSON and `files/` with what is attached. Each file says in the JSON where that is (`savedAs`), or
 * with `null` that it is not there and why (`notSaved`).
 * @param name of the JSON, without extension
 * @param bytesOf what a file holds; asked for one after the other
 * @throws CrmError what `bytesOf` throws, where that may be otherwise the next time
 */
export async function savedCopy(
  copy: PersonCopy,
  name: string,
  bytesOf: (file: CopiedFile) => Promise<Blob>,
  most = MOST,
): Promise<SavedCopy> {
  const names = new Names();
  const paths = new Map<string, string>();
  const reasons = new Map<string, Reason>();
  const json = (): Blob => {
    const said = (file: CopiedFile): CopiedRecord => {
      const { ref, ...rest } = file;
      return {
        ...rest,
        ...(paths.has(ref) ? { savedAs: paths.get(ref) } : { savedAs: null, notSaved: reasons.get(ref) }),
      };
    };
    const written = {
      ...copy,
      files: copy.files.map(said),
      trash: copy.trash.map((one) => (one.files ? { ...one, files: one.files.map(said) } : one)),
    };
    // Indented: whoever asks for it opens it with what they have.
    return new Blob([toJson(written, 2)], { type: 'application/json' });
  };

  const files = [...copy.files, ...copy.trash.flatMap((one) => one.files ?? [])];
  const entries = async function* (): AsyncGenerator<ZipEntry, void> {
    let room = most;
    for (const file of files) {
      if (paths.has(file.ref) || reasons.has(file.ref)) continue;
      const held = await bytesOf(file).catch(reasonOf);
      if (typeof held === 'string') reasons.set(file.ref, held);
      else if (held.size > room) reasons.set(file.ref, 'too-large');
      else {
        room -= held.size;
        const path = `files/${names.take(file.name)}`;
        paths.set(file.ref, path);
        yield { name: path, at: file.createdAt, content: held };
      }
    }
    if (paths.size > 0) yield { name: `${name}.json`, at: copy.at, content: json() };
  };

  const archive = files.length > 0 ? await zipOf(entries()) : null;
  const missing = files.filter(({ ref }) => reasons.has(ref)).length;
  return archive !== null && paths.size > 0
    ? { file: archive, extension: 'zip', missing }
    : { file: json(), extension: 'json', missing };
}

/** What will be so the next time as well. */
function reasonOf(thrown: unknown): Reason {
  switch (asCrmError(thrown).code) {
    case 'not-found':
      return 'gone';
    case 'invalid':
      return 'not-kept';
    case 'denied':
      return 'denied';
    default:
      throw thrown;
  }
}
