/** The history of a backup that an earlier version has made: rows get the ids they have by now, and say in which deals they are told. */
import { Before } from '../domain/told-before.js';
import { renumbered } from '../domain/row-id.js';
import type { AnyRecord, ChangelogRow, Kind } from '../domain/records.js';

type Parts = readonly (readonly [Kind, readonly AnyRecord[]])[];

export function withHistory(parts: Parts): Parts {
  const rows = (parts.find(([kind]) => kind === 'changelog')?.[1] ?? []) as readonly ChangelogRow[];
  const earlier = rows.some((row) => (row as Partial<ChangelogRow>).dealIds === undefined);
  if (!earlier) return parts;
  const before = new Before();
  for (const [kind, records] of parts) for (const record of records) before.learn(kind, record);
  const commits = new Map<string, ChangelogRow[]>();
  for (const row of rows) {
    const commit = `${row.createdAt} ${row.command}`;
    const of = commits.get(commit);
    if (of === undefined) commits.set(commit, [row]);
    else of.push(row);
  }
  for (const commit of commits.values()) before.read(commit);
  const mended = rows.map((row) => ({ ...row, ...before.of(row), id: renumbered(row) }));
  return parts.map((part) => (part[0] === 'changelog' ? [part[0], mended] : part));
}
