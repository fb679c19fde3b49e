import type { Mergeable } from '../../domain/merge-draft.js';

/** What people call it. */
export function titleOf(record: Mergeable, { untitled }: { readonly untitled: string }): string {
  if ('title' in record) return record.title || record.organizationName || record.personName || untitled;
  return record.name || untitled;
}
