/** The rows a commit adds to the changelog: one a changed field, one for a record made or deleted. */
import { erasedField, type Erasure } from '../../domain/erasing/erasure.js';
import { same } from '../../domain/same.js';
import type { Author, ChangelogRow, Instant, Kind } from '../../domain/records.js';
import { rowId } from '../../domain/row-id.js';
import { holders, saidOf, unitsOf } from '../../domain/told-to.js';
import type { Touched } from './draft.js';

/** Keeping these would only tell the same twice. */
const untold: ReadonlySet<Kind> = new Set<Kind>(['changelog', 'importChunk', 'view']);

/** @param touched changes as stored, with the records before and after them; without those of derived fields */
export function changelogOf(touched: readonly Touched[], author: Author, now: Instant): ChangelogRow[] {
  const rows: ChangelogRow[] = [];
  const holderOf = holders(touched);
  for (const stored of touched) {
    const { change } = stored;
    if (untold.has(change.kind)) continue;
    const holder = holderOf(stored);
    const add = (field: string, before: unknown, after: unknown): void => {
      rows.push({
        ...author,
        id: rowId({ createdAt: now, command: author.command }, change.id, rows.length),
        rev: 1,
        createdAt: now,
        updatedAt: now,
        of: change.kind,
        recordId: change.id,
        ...holder,
        op: change.op,
        field,
        before,
        after,
        units: unitsOf(change.kind, field, stored.before, stored.after),
      });
    };
    if (change.op === 'patch')
      for (const [field, [before, after]] of Object.entries(change.fields)) {
        // Looked at only: it had to be the same still.
        if (!same(before, after)) add(field, before, after);
      }
    else add('', saidOf(change.kind, stored.before, false), saidOf(change.kind, stored.after, true));
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
    dealIds: [],
    about: '',
    op: 'delete',
    field: erasedField,
    before: null,
    after: null,
    units: null,
  };
}
