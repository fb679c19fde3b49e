/** Ids of the changelog's rows: they sort in the order in which the rows were written. */
import type { ChangelogRow, Id } from './records.js';

/** The newest first, those of one instant in their order: no row is on two pages, and none on no page. */
export const changelogOrder = [
  { field: 'at', descending: true },
  { field: 'id', descending: true },
] as const;

type Written = Pick<ChangelogRow, 'createdAt' | 'command' | 'recordId'>;

/** By when it was written, by the command (ids of commands are made in their order), then by the place among the rows of the commit. */
export function rowId({ createdAt, command }: Omit<Written, 'recordId'>, recordId: Id, place: number): Id {
  return `${createdAt}/${command}/${String(place).padStart(6, '0')}#${recordId}`;
}

/** The id of a row under which an earlier version had it, whose rows of one commit stood in the order of their records. */
export function renumbered(row: Written & { readonly id: Id }): Id {
  const { id, createdAt, command, recordId } = row;
  const before = `${createdAt}/${command}/${recordId}#`;
  const place = id.startsWith(before) ? id.slice(before.length) : '';
  return /^\d{1,6}$/.test(place) ? rowId(row, recordId, Number(place)) : id;
}
