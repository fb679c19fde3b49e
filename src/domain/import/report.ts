import type { Reason, ReasonCode } from './draft.js';
import type { ImportRow } from './settings.js';

/** What the file has, row by row, adds up: `rows === created + updated + skipped`. */
export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
}

export interface SkipGroup {
  readonly code: ReasonCode;
  readonly column: number | null;
  /** What all of its rows have in common: the field, with `required`. */
  readonly params: Reason['params'];
  readonly lines: readonly number[];
}

export interface ImportReport extends ImportCounts {
  /** Rows left out, by reason, the most frequent first. */
  readonly skips: readonly SkipGroup[];
  readonly newPersons: number;
  readonly newOrganizations: number;
}

/** A record that could not be told apart when the file was read: no row, but counted as one, so that the report adds up. */
export function damagedRow(line: number, raw: string): ImportRow {
  return {
    line,
    cells: [raw],
    verdict: 'skip',
    reasons: [{ code: 'damaged', params: {}, column: null }],
    draft: null,
    key: '',
    lead: null,
    changes: {},
  };
}

/** Numbers from 0 without a gap, each counted once. */
class Counted {
  count = 0;
  private readonly seen: boolean[] = [];

  add(number: number): void {
    if (this.seen[number] === true) return;
    this.seen[number] = true;
    this.count++;
  }
}

/** Adds up the fates of rows, one by one. Persons and organizations count once, however many rows name them. */
export class ReportBuilder {
  private readonly counts = { create: 0, update: 0, skip: 0 };
  private readonly skips = new Map<string, SkipGroup & { readonly lines: number[] }>();
  private readonly persons = new Counted();
  private readonly organizations = new Counted();

  add(row: ImportRow): void {
    this.counts[row.verdict]++;
    const first = row.reasons[0];
    if (row.verdict === 'skip' && first !== undefined) {
      const { code, column } = first;
      const params = code === 'required' ? first.params : {};
      const key = `${code} ${column ?? ''} ${params['field'] ?? ''}`;
      const group = this.skips.get(key);
      if (group === undefined) this.skips.set(key, { code, column, params, lines: [row.line] });
      else group.lines.push(row.line);
    }
    if (row.verdict === 'skip' || row.draft === null) return;
    const { person, organization } = row.draft;
    if (person !== null && 'new' in person.ref) this.persons.add(person.ref.new);
    if (organization !== null && 'new' in organization.ref) this.organizations.add(organization.ref.new);
  }

  get report(): ImportReport {
    const { create, update, skip } = this.counts;
    return {
      rows: create + update + skip,
      created: create,
      updated: update,
      skipped: skip,
      skips: [...this.skips.values()].sort((a, b) => b.lines.length - a.lines.length),
      newPersons: this.persons.count,
      newOrganizations: this.organizations.count,
    };
  }
}

/** The report over rows that are all at hand. */
export function reportOf(rows: Iterable<ImportRow>): ImportReport {
  const builder = new ReportBuilder();
  for (const row of rows) builder.add(row);
  return builder.report;
}

/**
 * The rows that were left out as a table: their cells as they were, with line and reason in two columns behind. It can be
 * mended and imported again.
 * @param words the heading of the two columns, and the sentence for a reason
 */
export function* rejects<R = Reason>(
  rows: Iterable<Pick<ImportRow, 'line' | 'cells' | 'verdict'> & { readonly reasons: readonly R[] }>,
  headings: readonly string[],
  words: { readonly line: string; readonly reason: string; readonly say: (reason: R) => string },
): Generator<string[]> {
  yield [...headings, words.line, words.reason];
  for (const row of rows) {
    if (row.verdict !== 'skip') continue;
    const cells = headings.map((_, i) => row.cells[i] ?? '');
    // Cells beyond the last heading stay with the last column, so that the two of ours keep their place.
    const rest = row.cells.slice(headings.length).filter((cell) => cell !== '');
    if (rest.length > 0 && cells.length > 0)
      cells[cells.length - 1] = [cells.at(-1), ...rest].filter(Boolean).join(' ');
    yield [...cells, String(row.line), row.reasons.map(words.say).join(' ')];
  }
}
