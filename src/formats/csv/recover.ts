import type { Dialect, Scan } from './scan.js';
import { newScan, nextLine, scan } from './scan.js';

/** A cell longer than this, or over more lines, is taken for an opening quote that is damage (R62). */
export const longestCell = 1 << 16;
export const mostLines = 1000;
/** Where even that finds no way back into step, a cell may grow to this before it is given up. */
const giveUp = 1 << 20;
/** How much text behind a doubtful record has to be there before it is judged. */
export const lookahead = 1 << 17;
const wayBackLines = 200;
const plausibleRecords = 3;

export type Verdict =
  /** The record stands as scanned. */
  | { readonly kind: 'accept' }
  /** Damage from the record's start up to `next`, which begins a plausible record. */
  | { readonly kind: 'damaged'; readonly next: number }
  /** Cannot be told before more text has come. */
  | { readonly kind: 'wait' };

const probe = newScan();

/** Several records in a row have the width of the table and clean quotes: the text is in step again here. */
function plausible(text: string, at: number, dialect: Dialect, columns: number, final: boolean): boolean {
  let good = 0;
  let from = at;
  while (good < plausibleRecords && from < text.length) {
    scan(text, from, dialect, probe, { final, limit: longestCell });
    if (probe.open || probe.stray > 0) return false;
    if (probe.next - from >= longestCell) return false;
    const blank = probe.cells === 1 && probe.end === from;
    if (!blank) {
      if (probe.cells !== columns) return false;
      good++;
    }
    from = probe.next;
  }
  return good > 0;
}

/** The first line after `start`, and before `end`, where the text is in step again; -1 if there is none. */
function wayBack(text: string, start: number, end: number, dialect: Dialect, columns: number, final: boolean): number {
  let at = start;
  for (let line = 0; line < wayBackLines; line++) {
    at = nextLine(text, at);
    if (at >= end || at >= text.length) return -1;
    if (plausible(text, at, dialect, columns, final)) return at;
  }
  return -1;
}

/** Each of the first two lines has the width of the table by itself, if a quote that is not closed in it is a plain character. */
function linesStandAlone(text: string, start: number, dialect: Dialect, columns: number): boolean {
  let at = start;
  for (let line = 0; line < 2 && at < text.length; line++) {
    const next = nextLine(text, at);
    if (next - at > longestCell) return false;
    const own = text.slice(at, next);
    scan(own, 0, dialect, probe, { final: true, literal: true });
    if (probe.cells !== columns || probe.next < own.length) return false;
    at = next;
  }
  return true;
}

/**
 * Judges a record that `scan` found doubtful. A quoted cell that runs over lines is believed unless something speaks
 * against it (a quote that is neither doubled nor at an edge, another number of cells than the table has, no end) **and**
 * the lines it has swallowed read as records of the table.
 * @param columns how many cells a record of this table has; 1 = nothing to go by but quotes
 */
export function judge(
  text: string,
  start: number,
  found: Scan,
  dialect: Dialect,
  columns: number,
  final: boolean,
): Verdict {
  const long = found.next - start > longestCell || found.breaks > mostLines;
  if (!found.open && !long) {
    if (found.breaks === 0 && !found.suspect) return { kind: 'accept' };
    if (found.stray === 0 && found.cells === columns) return { kind: 'accept' };
    if (columns < 2) return { kind: 'accept' };
  }
  if (!final) {
    const seen = text.length - (found.open ? start + longestCell : found.next);
    if (seen < lookahead && text.length - start < giveUp) return { kind: 'wait' };
  }
  const end = found.open ? text.length : found.next;
  const back = wayBack(text, start, end, dialect, columns, final);
  if (back !== -1) return { kind: 'damaged', next: back };
  // Damage on many lines in a row: none of them is a clean record, but each is one.
  if ((found.open || found.suspect) && columns > 1 && linesStandAlone(text, start, dialect, columns)) {
    return { kind: 'damaged', next: nextLine(text, start) };
  }
  if (!found.open) return { kind: 'accept' };
  if (final) {
    // No quote comes any more, so the opening one is damage for certain; without a delimiter in the next line the file was
    // cut off inside a note, and its lines are no records.
    const next = nextLine(text, start);
    scan(text, next, dialect, probe, { final, limit: longestCell });
    return { kind: 'damaged', next: columns > 1 && probe.cells > 1 ? next : text.length };
  }
  if (text.length - start < giveUp) return { kind: 'wait' };
  return { kind: 'damaged', next: nextLine(text, start) };
}
