import type { ImportLookup } from '../../domain/import/index.js';
import type { Id } from '../../domain/records.js';
import type { Plan } from '../../domain/plan.js';
import type { CrmStore, ImportResult, ImportUnit } from '../../store/api.js';
import type { Checked, CheckedRow } from './checking.js';
import type { Sheet, Tools } from './reading.js';

export interface Running {
  readonly store: CrmStore;
  readonly sheet: Sheet;
  readonly checked: Checked;
  readonly lookup: ImportLookup;
  readonly importId: Id;
  readonly fileName: string;
  /** Source of leads whose row says none. */
  readonly sourceName: string;
  readonly plan: Plan<'leads-import'>;
  readonly stop: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** What an import has come to, with whom it has made on the way. */
export interface Written extends ImportResult {
  readonly newPersons: number;
  readonly newOrganizations: number;
}

/**
 * Writes what was checked. Rows are decided a second time while they are written, so that a big file is never held twice;
 * the rules are pure and the names are the same, so the answer is too.
 * @throws CrmError where the storage is gone: what is stored stays
 */
export async function runImport({ csv, rules }: Tools, running: Running): Promise<Written> {
  const { store, sheet, checked, lookup, importId, fileName, sourceName, plan, stop, onProgress } = running;
  const { names, settings } = checked;
  const writer = new rules.ImportWriter(
    { now: store.now(), userId: store.settings.user.id, newId: () => store.newId(), sourceName },
    names,
    lookup,
  );
  /** The places of the rows, among those that are taken, that make somebody. */
  const makes = { person: [] as number[], organization: [] as number[] };
  const lines: number[] = [];
  async function* units(): AsyncGenerator<ImportUnit> {
    const pace = csv.pacer();
    for (const row of rules.planTable(
      { ...sheet.table, numbers: sheet.numbers },
      new rules.RowPlanner(settings, lookup, names),
    )) {
      if (row.verdict !== 'skip') {
        const changes = writer.row(row);
        for (const { op, kind } of changes)
          if (op === 'create' && (kind === 'person' || kind === 'organization')) makes[kind].push(lines.length);
        lines.push(row.line);
        yield { key: row.key, line: row.line, title: row.draft?.titleText ?? '', changes, action: row.verdict };
      }
      const rest = pace();
      if (rest) await rest;
    }
  }
  const result = await store.importRows({
    plan,
    importId,
    fileName,
    fileHash: sheet.hash,
    setup: names.changes(),
    rows: units(),
    total: checked.by.create.length + checked.by.update.length,
    stop,
    onProgress,
  });
  // Rows are read ahead of those that are stored, and some are refused.
  const tried = triedOf(result);
  const failed = new Set(result.failed.map(({ line }) => line));
  const made = (places: readonly number[]): number =>
    places.filter((place) => place < tried && !failed.has(lines[place]!)).length;
  return { ...result, newPersons: made(makes.person), newOrganizations: made(makes.organization) };
}

/** Rows are stored in the order of the file: so many were reached. */
function triedOf({ created, updated, unchanged, failed }: ImportResult): number {
  return created + updated + unchanged + failed.length;
}

/** What became of the file, row by row. */
export interface Report {
  readonly result: Written;
  readonly checked: Checked;
  readonly fileName: string;
  readonly at: string;
  readonly seconds: number;
  /** Rows that were left because somebody pressed Stop. */
  readonly left: readonly CheckedRow[];
  readonly failed: readonly {
    readonly row: CheckedRow;
    readonly reason: string;
    readonly missing?: readonly string[];
  }[];
}

export function reportOf(
  result: Written,
  checked: Checked,
  about: Pick<Report, 'fileName' | 'at' | 'seconds'>,
): Report {
  const taken = checked.rows.filter((row) => row.verdict !== 'skip');
  const tried = triedOf(result);
  const byLine = new Map(result.failed.map(({ line, ...why }) => [line, why]));
  return {
    result,
    checked,
    ...about,
    left: result.stopped ? taken.slice(tried) : [],
    failed: taken.flatMap((row) => {
      const why = byLine.get(row.line);
      return why === undefined ? [] : [{ row, ...why }];
    }),
  };
}
