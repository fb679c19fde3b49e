/**
 * Formula injection (R53): a spreadsheet runs a cell that begins with one of these, also after blanks, in full width,
 * or behind the apostrophe of an earlier export.
 */
const trigger = /^'*(?:[\t\r\n]|[\s\u200b-\u200d\u2060\ufeff]*[=+\-@|＝＋－＠｜])/;
const negative = /^-\d[\d.,\u00a0\u202f' ]*%?$/;

/** The cell begins in a way that a spreadsheet may run. True negative numbers do not. */
export function needsGuard(cell: string): boolean {
  return trigger.test(cell) && !negative.test(cell);
}

/** An apostrophe before what a spreadsheet may run; spreadsheets take it as "this is text". */
export function guard(cell: string): string {
  return needsGuard(cell) ? `'${cell}` : cell;
}

/** Takes off what `guard` put on, and nothing else: `stripGuard(guard(x)) === x` for every text. */
export function stripGuard(cell: string): string {
  return cell.charCodeAt(0) === 39 && trigger.test(cell) ? cell.slice(1) : cell;
}
