import type { ImportLookup, ImportReport, ImportRow, ImportSettings, Names, Said } from '../../domain/import/index.js';
import type { Kind, RecordOf } from '../../domain/records.js';
import type { CrmStore } from '../../store/api.js';
import type { Sheet, Tools } from './reading.js';

/** What a row will do, without what it says: a hundred thousand of them fit into the memory. */
export type CheckedRow = Pick<ImportRow, 'line' | 'cells' | 'verdict' | 'reasons' | 'lead' | 'changes'> & {
  /** Its cells were read; where not, they speak for themselves. */
  readonly read: boolean;
};

/** The tiles above the table. */
export const tiles = ['all', 'create', 'update', 'skip', 'same'] as const;
export type Tile = (typeof tiles)[number];

export interface Checked {
  readonly rows: readonly CheckedRow[];
  /** Places in `rows`, by tile. */
  readonly by: Readonly<Record<Exclude<Tile, 'all'>, readonly number[]>>;
  readonly report: ImportReport;
  /** Rows that name nobody, whether they are left out or named by a pattern; and the first of them, for showing. */
  readonly nobody: { readonly count: number; readonly first: readonly string[] };
  /** Rows that are left out because of a value, by column. */
  readonly bad: ReadonlyMap<number, number>;
  /** Required fields that rows are left out for, by name: how many, and where a value would stand. */
  readonly required: ReadonlyMap<string, { readonly count: number; readonly how: string }>;
  /** With the ids of everything the rows name by name; the import goes on with it. */
  readonly names: Names;
  readonly settings: ImportSettings;
  /** What a row says, read once more for showing. */
  readonly say: (cells: readonly string[]) => Said;
}

export function tileOf(row: Pick<CheckedRow, 'verdict' | 'reasons'>): Exclude<Tile, 'all'> {
  return row.verdict === 'skip' && row.reasons[0]?.code === 'unchanged' ? 'same' : row.verdict;
}

/** Records read at a time. */
const page = 1000;

/** Every record of a kind. */
async function all<K extends Kind>(store: CrmStore, kind: K, signal: AbortSignal): Promise<RecordOf[K][]> {
  const list: RecordOf[K][] = [];
  const { seek } = store.abilities;
  const asked = new Set<string | null>();
  let after: string | null = null;
  for (;;) {
    const window = seek ? { offset: list.length, limit: page } : { after, limit: page };
    const answer: { readonly records: readonly RecordOf[K][]; readonly next?: string | null } = await store.read(
      { kind, window },
      { signal },
    );
    for (const record of answer.records) list.push(record);
    after = answer.next ?? null;
    if (answer.records.length === 0 || (seek ? answer.records.length < page : after === null)) return list;
    // A backend that answers the same place again would be read for ever.
    if (!seek && asked.has(after)) return list;
    asked.add(after);
  }
}

/**
 * What is there already, read once for all plannings of a file.
 * @throws CrmError where the storage does not answer
 */
export async function readLookup(
  { rules }: Tools,
  store: CrmStore,
  settings: Pick<ImportSettings, 'columns'>,
  signal: AbortSignal,
): Promise<ImportLookup> {
  const [leads, persons, organizations, conversions, trash] = await Promise.all([
    all(store, 'lead', signal),
    all(store, 'person', signal),
    all(store, 'organization', signal),
    all(store, 'conversion', signal),
    all(store, 'trash', signal),
  ]);
  // Notes and activities only matter where a row could bring one that is there already.
  const brings = (start: string): boolean => settings.columns.some(({ target }) => target.startsWith(start));
  const [notes, activities] = await Promise.all([
    leads.length > 0 && (brings('note') || brings('person.')) ? all(store, 'note', signal) : [],
    leads.length > 0 && brings('activity') ? all(store, 'activity', signal) : [],
  ]);
  return rules.lookupOf({
    leads,
    persons,
    organizations,
    converted: conversions.filter(({ state }) => state !== 'undone').map(({ lead }) => lead),
    trashed: trash.flatMap(({ of, record }) => (of === 'lead' ? [record as RecordOf['lead']] : [])),
    notes,
    activities,
  });
}

/** Decides over every row, resting in between. Nothing is written. @throws AbortError */
export async function check(
  { csv, rules }: Tools,
  sheet: Sheet,
  settings: ImportSettings,
  lookup: ImportLookup,
  store: CrmStore,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
): Promise<Checked> {
  const { labels, users, fields } = store.directory;
  const names = new rules.Names({ labels, users, fields }, { now: store.now(), newId: () => store.newId() });
  // Keys are for what is written; looked for are only those of earlier imports.
  const planner = new rules.RowPlanner(settings, lookup, names, false);
  const builder = new rules.ReportBuilder();
  const pace = csv.pacer(signal);
  const rows: CheckedRow[] = [];
  const by: Record<Exclude<Tile, 'all'>, number[]> = { create: [], update: [], skip: [], same: [] };
  const bad = new Map<number, number>();
  const required = new Map<string, { count: number; how: string }>();
  const nobody = { count: 0, first: [] as readonly string[] };
  for (const row of rules.planTable({ ...sheet.table, numbers: sheet.numbers }, planner)) {
    names.prepare(row);
    builder.add(row);
    by[tileOf(row)].push(rows.length);
    rows.push(checkedOf(row));
    for (const { code, column, params } of row.reasons) {
      if (code === 'required') {
        const field = String(params['field']);
        required.set(field, { count: (required.get(field)?.count ?? 0) + 1, how: String(params['how']) });
        continue;
      }
      if (code === 'nobody' || code === 'named-by-pattern') {
        if (nobody.count++ === 0) nobody.first = row.cells;
      } else if (row.verdict === 'skip' && column !== null) bad.set(column, (bad.get(column) ?? 0) + 1);
    }
    if (rows.length % 32 === 0) {
      const rest = pace();
      if (rest) {
        await rest;
        onProgress(rows.length / sheet.table.rows.length);
      }
    }
  }
  return { rows, by, report: builder.report, nobody, bad, required, names, settings, say: rules.sayer(settings) };
}

function checkedOf({ line, cells, verdict, reasons, lead, changes, draft }: ImportRow): CheckedRow {
  return { line, cells, verdict, reasons, lead, changes, read: draft !== null };
}
