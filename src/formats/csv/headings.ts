/** A column by its place; headings are never keys (R52, R64). */
export interface Heading {
  readonly index: number;
  /** As it stands in the file, without blanks at its edges. */
  readonly raw: string;
  /** Told apart from all others: "Name", "Name (2)", "Column 7" for a nameless one. */
  readonly name: string;
  readonly nameless: boolean;
}

/**
 * One heading for each of `width` columns.
 * @param nameless the name of a column without one, by its number from 1
 */
export function headings(
  cells: readonly string[],
  width: number,
  nameless: (column: number) => string = (column) => `Column ${column}`,
): Heading[] {
  const taken = new Set<string>();
  const list: Heading[] = [];
  const given = new Set(cells.map((cell) => tidy(cell)));
  for (let index = 0; index < Math.max(width, cells.length); index++) {
    const raw = tidy(cells[index] ?? '');
    const base = raw === '' ? nameless(index + 1) : raw;
    let name = base;
    for (let n = 2; taken.has(name) || (name !== raw && given.has(name)); n++) name = `${base} (${n})`;
    taken.add(name);
    list.push({ index, raw, name, nameless: raw === '' });
  }
  return list;
}

function tidy(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

const valueLike =
  /^(?:[+-]?[\d.,\s%$€£¥₺()/:-]*\d[\d.,\s%$€£¥₺()/:TZ-]*|\S+@\S+\.\S+|https?:\/\/\S+|true|false|yes|no)$/i;

function looksLikeHeadings(cells: readonly string[], width: number): boolean {
  const filled = cells.map((cell) => tidy(cell)).filter((cell) => cell !== '');
  // The last heading, or a few, may be empty; a title line above the table fills one or two.
  if (filled.length < Math.max(1, Math.ceil(width * 0.6))) return false;
  if (filled.some((cell) => cell.length > 120)) return false;
  return filled.filter((cell) => valueLike.test(cell)).length <= filled.length * 0.2;
}

/**
 * Which of the first records holds the headings; -1 = none does, the table begins with data.
 * Lines above (a title, a date) are told by being narrow.
 * @param rows the first records, at least two if there are two
 * @param width how many cells most records have
 */
export function findHeadings(rows: readonly (readonly string[])[], width: number): number {
  for (let i = 0; i < Math.min(rows.length, 10); i++) {
    const filled = rows[i]!.filter((cell) => cell.trim() !== '').length;
    if (looksLikeHeadings(rows[i]!, width)) return i;
    if (filled >= Math.max(1, Math.ceil(width * 0.6))) return -1;
  }
  return -1;
}
