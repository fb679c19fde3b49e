import { guard } from './guard.js';

export interface WriteOptions {
  readonly delimiter?: string;
  /** A byte order mark, without which Excel takes UTF-8 for the system's own encoding. Default true. */
  readonly bom?: boolean;
  /** Protect against formulas (R53). Default true; false only for a file that no spreadsheet opens. */
  readonly guarded?: boolean;
  readonly signal?: AbortSignal;
  /** Rows written so far. */
  readonly onProgress?: (rows: number) => void;
}

type Cell = string | number | boolean | null | undefined;

/** One cell as RFC 4180 has it. */
export function csvCell(value: Cell, delimiter = ',', guarded = true): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const safe = guarded && typeof value === 'string' ? guard(text) : text;
  const quote =
    safe !== text ||
    safe.includes(delimiter) ||
    /["\r\n]/.test(safe) ||
    // Blanks at the edges, and a mark at the very front, would not survive every reader.
    /^[\s'\ufeff]|\s$/.test(safe);
  return quote ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its CRLF. A record of one empty cell is written as `""`: an empty line would be no record. */
export function csvLine(cells: readonly Cell[], delimiter = ',', guarded = true): string {
  const line = cells.map((cell) => csvCell(cell, delimiter, guarded)).join(delimiter);
  return `${cells.length === 1 && line === '' ? '""' : line}\r\n`;
}

/** All rows as text; for few. */
export function csvText(rows: Iterable<readonly Cell[]>, options: WriteOptions = {}): string {
  const { delimiter = ',', bom = true, guarded = true } = options;
  let text = bom ? '\ufeff' : '';
  for (const row of rows) text += csvLine(row, delimiter, guarded);
  return text;
}

const part = 1 << 18;

/**
 * Rows as a CSV file (UTF-8, CRLF), taken one by one as they come, so that a hundred thousand of them are never a
 * single text. Lone surrogates become U+FFFD, as UTF-8 has no place for them.
 * @throws AbortError when the signal says so; whatever the rows throw
 */
export async function writeCsv(
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
  options: WriteOptions = {},
): Promise<Blob> {
  const { delimiter = ',', bom = true, guarded = true, signal, onProgress } = options;
  const parts: Blob[] = [];
  let text = bom ? '\ufeff' : '';
  let count = 0;
  for await (const row of rows) {
    text += csvLine(row, delimiter, guarded);
    count++;
    if (text.length < part) continue;
    signal?.throwIfAborted();
    parts.push(new Blob([text]));
    text = '';
    onProgress?.(count);
  }
  signal?.throwIfAborted();
  onProgress?.(count);
  return new Blob([...parts, text], { type: 'text/csv;charset=utf-8' });
}
