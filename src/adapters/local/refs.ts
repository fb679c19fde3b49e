import type { AttachedFile, Trash } from '../../domain/records.js';

/** The name of a blob that was put without a key. */
export function newRef(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where all that files hold is that a record names, one in the trash included. */
export function namedRefs(files: Iterable<AttachedFile>, trash: Iterable<Trash>): ReadonlySet<string> {
  const refs = new Set<string>();
  for (const { ref } of files) refs.add(ref);
  for (const { files: kept } of trash) kept?.forEach(({ ref }) => refs.add(ref));
  return refs;
}
