import type { Lead } from '../records.js';
import type { ColumnMapping, ColumnName } from './columns.js';
import type { Reason, RowDraft } from './draft.js';
import type { NamePattern } from './pattern.js';
import type { ReadSettings } from './read-value.js';

/** What to do where a lead of the same title and the same person or organization is there. */
export type ExistingPolicy = 'update' | 'skip' | 'create';

export interface ImportSettings extends ReadSettings {
  readonly columns: readonly ColumnMapping[];
  /** As in the file; a row that repeats them is no lead. */
  readonly names: readonly ColumnName[];
  /** Rows that name nobody: leave them out, or make a person of this name. */
  readonly nobody: NamePattern | null;
  readonly existing: ExistingPolicy;
  /** A row that stands in the file before, cell by cell. */
  readonly repeated: 'skip' | 'create';
  /** Labels for every lead of this import. */
  readonly labels: readonly string[];
  /** The title of a lead that the file gives none, from a name: "Ada Lovelace lead". */
  readonly defaultTitle: (name: string) => string;
  /** Cells that the person has mended in the preview: by line, then by column. */
  readonly edits?: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** The fate of one row, before anything is written. */
export interface ImportRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly verdict: 'create' | 'update' | 'skip';
  readonly reasons: readonly Reason[];
  /** null for rows that were not read at all. */
  readonly draft: RowDraft | null;
  /** Names what the row says; kept as `originId`, so that a second run knows it (R67). Empty where nobody asked for it. */
  readonly key: string;
  /** The lead that is updated, or that stands in the way. */
  readonly lead: Lead | null;
  /** What an update changes: fields of the lead, `person.…`, `organization.…`, `notes`, `activity`, each `[before, after]`. */
  readonly changes: Readonly<Record<string, readonly [before: unknown, after: unknown]>>;
}

/** What the reading of the file has found wrong with a row, to be told with its fate. */
export interface RowNote {
  readonly code: 'too-few-cells' | 'too-many-cells' | 'stray-quote';
  readonly found?: number;
  readonly expected?: number;
}
