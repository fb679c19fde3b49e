/** The rows a commit adds to the changelog: one a changed field, one for a record made or deleted. */
import type { Change } from '../../domain/change.js';
import { erasedField, type Erasure } from '../../domain/erasing/erasure.js';
import { same } from '../../domain/same.js';
import type { Author, ChangelogRow, Id, Instant, Kind } from '../../domain/records.js';

/** Keeping these would only tell the same twice. */
const untold: ReadonlySet<Kind> = new Set<Kind>(['changelog', 'importChunk', 'view']);

/** Sorts by when it was written. @param place among the rows of the commit */
export function rowId(
  { createdAt, command }: Pick<ChangelogRow, 'createdAt' | 'command'>,
  recordId: Id,
  place: number,
): Id {
  return `${createdAt}/${command}/${recordId}#${place}`;
}

/** @param answer changes as stored, without those of derived fields */
export function changelogOf(answer: readonly Change[], author: Author, now: Instant): ChangelogRow[] {
  const rows: ChangelogRow[] = [];
  for (const change of answer) {
    if (untold.has(change.kind)) continue;
    const add = (field: string, before: unknown, after: unknown): void => {
      rows.push({
        ...author,
        id: rowId({ createdAt: now, command: author.command }, change.id, rows.length),
        rev: 1,
        createdAt: now,
        updatedAt: now,
        of: change.kind,
        recordId: change.id,
        op: change.op,
        field,
        before,
        after,
      });
    };
    if (change.op === 'patch')
      for (const [field, [before, after]] of Object.entries(change.fields)) {
        // Looked at only: it had to be the same still.
        if (!same(before, after)) add(field, before, after);
      }
    else add('', null, null);
  }
  return rows;
}

/** All that is kept of an erasing: that there was one, by whom and when. It is about no record: `recordId` is the command's. */
export function erasedRow({ userId, at, command, from }: Erasure): ChangelogRow {
  const base = { id: rowId({ createdAt: at, command }, command, 0), rev: 1, createdAt: at, updatedAt: at };
  const author = { userId, at, from, bulk: false, command };
  return {
    ...base,
    ...author,
    of: 'person',
    recordId: command,
    op: 'delete',
    field: erasedField,
    before: null,
    after: null,
  };
}
