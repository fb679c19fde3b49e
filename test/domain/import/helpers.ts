import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guessColumns, mapColumn } from '../../../src/domain/import/columns.js';
import type { ColumnMapping, KnownField } from '../../../src/domain/import/columns.js';
import { emptyLookup } from '../../../src/domain/import/lookup.js';
import type { ImportLookup } from '../../../src/domain/import/lookup.js';
import { Names } from '../../../src/domain/import/names.js';
import type { KnownNames } from '../../../src/domain/import/names.js';
import { TableProfiler } from '../../../src/domain/import/profile.js';
import type { ColumnProfile } from '../../../src/domain/import/profile.js';
import { RowPlanner } from '../../../src/domain/import/rows.js';
import type { ImportRow, ImportSettings } from '../../../src/domain/import/settings.js';
import { planTable } from '../../../src/domain/import/table.js';
import type { ImportTable } from '../../../src/domain/import/table.js';
import type { Target } from '../../../src/domain/import/targets.js';
import { headings } from '../../../src/formats/csv/headings.js';
import type { Heading } from '../../../src/formats/csv/headings.js';
import { inspectCsv, readCsv } from '../../../src/formats/csv/read.js';

/** The folder of real files beside the clone; null = it is not there. */
export const data: string | null = (() => {
  const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
  return existsSync(folder) ? folder : null;
})();

export interface Prepared {
  readonly names: readonly Heading[];
  readonly profiles: readonly ColumnProfile[];
  readonly columns: ColumnMapping[];
  readonly table: ImportTable;
}

export function prepare(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly KnownField[] = [],
): Prepared {
  const names = headings(head, Math.max(head.length, ...rows.map((row) => row.length)));
  const profiler = new TableProfiler(names.length);
  for (const row of rows) profiler.add(row);
  const profiles = profiler.result();
  const table: ImportTable = { rows, lines: rows.map((_, i) => i + 2), problems: [] };
  return { names, profiles, columns: guessColumns(names, profiles, fields), table };
}

export async function prepareFile(path: string, fields: readonly KnownField[] = []): Promise<Prepared> {
  const blob = new Blob([readFileSync(path)]);
  const table = await readCsv(blob, await inspectCsv(blob));
  const profiler = new TableProfiler(table.headings.length);
  for (const row of table.rows) profiler.add(row);
  const profiles = profiler.result();
  return { names: table.headings, profiles, columns: guessColumns(table.headings, profiles, fields), table };
}

/** What each column has become: target, and the type of a custom field. */
export function mapped({ names, columns }: Prepared): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ column, target, field }) => [
      names[column]!.name,
      target === 'custom' ? `custom ${field!.type}` : target,
    ]),
  );
}

export function retarget(prepared: Prepared, column: string, target: Target): Prepared {
  const columns = prepared.columns.map((mapping, i) =>
    prepared.names[i]!.name === column ? mapColumn(prepared.names[i]!, prepared.profiles[i]!, target) : mapping,
  );
  return { ...prepared, columns };
}

let count = 0;
export const env = {
  now: '2026-11-23T10:00:00.000Z',
  userId: 'you',
  sourceName: 'Import',
  newId: (): string => `id-${++count}`,
};

export interface PlanOptions extends Partial<ImportSettings> {
  readonly lookup?: ImportLookup;
  readonly known?: Partial<KnownNames>;
  /** false: as for showing only. */
  readonly keys?: boolean;
}

export interface Planned {
  readonly rows: ImportRow[];
  readonly names: Names;
  readonly lookup: ImportLookup;
}

export function plan(prepared: Prepared, options: PlanOptions = {}): Planned {
  const { lookup = emptyLookup, known, keys, ...settings } = options;
  const names = new Names({ labels: [], users: [], fields: [], ...known }, env);
  const planner = new RowPlanner(
    {
      columns: prepared.columns,
      names: prepared.names,
      nobody: null,
      existing: 'update',
      repeated: 'skip',
      labels: [],
      defaultTitle: (name) => `${name} lead`,
      currency: 'EUR',
      ...settings,
    },
    lookup,
    names,
    keys,
  );
  return { rows: [...planTable(prepared.table, planner)], names, lookup };
}
