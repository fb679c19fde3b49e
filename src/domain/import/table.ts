import { FileHash } from './hash.js';
import { damagedRow } from './report.js';
import type { RowPlanner } from './rows.js';
import type { ImportRow, RowNote } from './settings.js';

/** A table as a reader of files gives it; `CsvTable` is one. */
export interface ImportTable {
  readonly rows: readonly (readonly string[])[];
  /** For each row its line in the file, from 1. */
  readonly lines: readonly number[];
  /** For each row its `rowNumber`, where it is known from the hash of the file. */
  readonly numbers?: readonly number[];
  readonly problems: readonly {
    readonly code: RowNote['code'] | 'unclosed-quote';
    readonly line: number;
    readonly lost: boolean;
    readonly found?: number;
    readonly expected?: number;
    readonly raw?: string;
  }[];
}

/**
 * The fate of every row in the order of the file, one by one, so that the caller can rest in between. Records that were
 * lost to damage are among them, left out with that reason: what goes in adds up.
 */
export function* planTable(table: ImportTable, planner: RowPlanner): Generator<ImportRow> {
  const notes = new Map<number, RowNote[]>();
  const lost: (readonly [line: number, raw: string])[] = [];
  for (const { code, line, lost: gone, found, expected, raw } of table.problems) {
    if (gone) {
      lost.push([line, raw ?? '']);
      continue;
    }
    const note: RowNote = { code: code === 'unclosed-quote' ? 'stray-quote' : code, found, expected };
    const list = notes.get(line);
    if (list === undefined) notes.set(line, [note]);
    else if (!list.some((one) => one.code === note.code)) list.push(note);
  }
  let next = 0;
  for (let i = 0; i < table.rows.length; i++) {
    const line = table.lines[i]!;
    for (; next < lost.length && lost[next]![0] < line; next++) yield damagedRow(...lost[next]!);
    yield planner.plan(table.rows[i]!, line, notes.get(line), table.numbers?.[i]);
  }
  for (; next < lost.length; next++) yield damagedRow(...lost[next]!);
}

/** Names the content of a file, by its headings and all of its cells. */
export function fileHash(headings: readonly string[], table: Pick<ImportTable, 'rows'>): string {
  const hash = new FileHash();
  hash.add(headings);
  for (const row of table.rows) hash.add(row);
  return hash.hex;
}
