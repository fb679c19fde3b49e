import { fold } from '../fold.js';
import type { ColumnName } from './columns.js';

/** Rows of a file that are no data. */

const totals = new Set([
  'total',
  'totals',
  'grand total',
  'sum',
  'subtotal',
  'toplam',
  'genel toplam',
  'ara toplam',
  'summe',
  'gesamt',
  'gesamtsumme',
]);

/** The headings again, as where files were put behind each other. */
export function repeatsHeadings(cells: readonly string[], names: readonly ColumnName[]): boolean {
  const first = cells[0] ?? '';
  const heading = names[0]?.raw ?? '';
  // Nearly every row says so at its first letter; a letter is no blank.
  if (first.charCodeAt(0) > 32 && first.charCodeAt(0) !== heading.charCodeAt(0)) return false;
  if (first.trim() !== heading) return false;
  return names.every(({ raw }, i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim() === raw);
}

/** "Total", or a single cell in a row that is shorter than the table: the end of a report, not a lead (R69). */
export function summaryOf(
  cells: readonly string[],
  expected: number,
): { readonly found: number; readonly expected: number } | null {
  let found = 0;
  let first = '';
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (found++ === 0) first = cell;
    if (found > expected / 2 && found > 1) return null;
  }
  const params = { found, expected };
  if (expected >= 3 && cells.length < expected && found <= 1) return params;
  if (expected < 3 || first === '' || first.length > 40) return null;
  const word = fold(first)
    .replace(/[:\s]+$/, '')
    .trim();
  return totals.has(word) ? params : null;
}

/** Nearly every cell says so by its first character. */
function isBlank(cell: string): boolean {
  if (cell === '') return true;
  const first = cell.charCodeAt(0);
  return (first <= 32 || first > 127) && cell.trim() === '';
}
