import type { Dialect } from './scan.js';
import { newScan, scan } from './scan.js';

export interface DialectGuess extends Dialect {
  /** How many cells most records have. */
  readonly columns: number;
  /** 0 to 1: how much of the sample reads as a regular table this way. */
  readonly confidence: number;
  /** Line ends seen outside quotes, the most frequent first. */
  readonly lineEnds: readonly ('\r\n' | '\n' | '\r')[];
}

/** Delimiters to offer. */
export const delimiters = [',', ';', '\t', '|', ' ', ', ', '; ', ':', '~', '^', '\u001f'] as const;
const tried = [',', ';', '\t', '|', ', ', '; ', ' ', '~', '^', '\u001f'];
const sampleRecords = 500;
const sampleCharacters = 1 << 17;
/** After so many records a way of reading that has less than this part of the best one's score is given up. */
const enoughRecords = 50;
const hopeless = 0.8;
/** Line ends are the same all over a file, or soon found to differ. */
const lineEndCharacters = 1 << 15;

interface Reading {
  readonly columns: number;
  readonly score: number;
  readonly quotes: number;
  readonly stray: number;
  /** Half of the records have the width of the first one. */
  readonly headed: boolean;
}

const numeric = /^[+-]?[\d.,' \u00a0]*\d[\d.,' \u00a0]*%?$/;

/** A cell that still holds what separates cells elsewhere was probably not told apart. */
function unsplit(cell: string, delimiter: string): boolean {
  for (const other of [';', '\t', '|']) {
    if (delimiter.includes(other) || !cell.includes(other)) continue;
    const parts = cell.split(other);
    if (other === '\t' || parts.some((part) => numeric.test(part.trim()))) return true;
  }
  return false;
}

/**
 * Reads the sample in one dialect and says how regular the table is that comes out: the share of records with the same
 * number of cells, whether the first one is of that width, and whether quotes stand where they should.
 */
function read(sample: string, dialect: Dialect, final: boolean, best = 0): Reading {
  const widths = new Map<number, number>();
  const found = newScan();
  const cells: string[] = [];
  let records = 0;
  let first = 0;
  let odd = 0;
  let all = 0;
  let quotes = 0;
  let stray = 0;
  for (let at = 0; at < sample.length && records < sampleRecords; at = found.next) {
    cells.length = 0;
    scan(sample, at, dialect, found, { final: true, limit: 1 << 14 }, cells);
    if (!final && found.next >= sample.length && records > 0) break;
    if (found.open) {
      stray += 5;
      break;
    }
    if (found.cells === 1 && found.end === at) continue;
    if (records === 0) first = found.cells;
    records++;
    stray += found.stray;
    widths.set(found.cells, (widths.get(found.cells) ?? 0) + 1);
    if (dialect.quote !== '' && sample.charCodeAt(at) === dialect.quote.charCodeAt(0)) quotes++;
    for (const cell of cells) {
      all++;
      if (unsplit(cell, dialect.delimiter)) odd++;
    }
    const inside = sample.slice(at, found.end);
    if (dialect.quote !== '' && inside.includes(dialect.delimiter + dialect.quote)) quotes++;
    // Wrong ways are irregular from the start: they are not followed to the end.
    if (records === enoughRecords && Math.max(...widths.values()) < hopeless * best * records) break;
  }
  let columns = 1;
  let most = 0;
  for (const [width, count] of widths) {
    // Between widths met equally often the first record decides: it is the headings.
    if (count > most || (count === most && width === first)) {
      most = count;
      columns = width;
    }
  }
  const share = records === 0 ? 0 : most / records;
  const clean = all === 0 ? 1 : 1 - odd / all;
  const lead = first === columns;
  const wide = columns === 1 ? 0.5 : 1 - 0.1 / columns;
  return {
    columns,
    headed: lead && share >= 0.5,
    score: share * share * clean * (lead ? 1 : 0.85) * wide - Math.min(0.3, stray * 0.02),
    quotes,
    stray,
  };
}

/** A blank separates words too: it is believed only where the table is perfectly regular and wide, or cells are quoted. */
function believable(delimiter: string, reading: Reading): boolean {
  if (reading.columns < 2) return false;
  if (delimiter === ' ') return reading.score > 0.94 && (reading.columns > 3 || reading.quotes > 0);
  if (delimiter === '~' || delimiter === '^') return reading.score > 0.9;
  return true;
}

function lineEndsOf(sample: string, dialect: Dialect): DialectGuess['lineEnds'] {
  const counts = new Map<'\r\n' | '\n' | '\r', number>();
  const found = newScan();
  for (let at = 0; at < sample.length && at < lineEndCharacters; at = found.next) {
    scan(sample, at, dialect, found, { final: true, limit: 1 << 14 });
    if (found.eol !== '') counts.set(found.eol, (counts.get(found.eol) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([eol]) => eol);
}

/**
 * How a file's cells are told apart, by which way of reading gives the most regular table over up to 500 records (R63):
 * decimal commas, HTML in quotes and notes with line breaks do not count as delimiters.
 * @param text the beginning of the file
 * @param fixed parts that the person has chosen
 * @param final the text is the whole file
 */
export function detectDialect(text: string, fixed: Partial<Dialect> = {}, final = true): DialectGuess {
  const steps = detecting(text, fixed, final);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same, way by way: whoever has a page to draw can rest in between. */
export function* detecting(
  text: string,
  fixed: Partial<Dialect> = {},
  final = true,
): Generator<undefined, DialectGuess, undefined> {
  const sample = text.length > sampleCharacters ? text.slice(0, sampleCharacters) : text;
  const whole = final && sample.length === text.length;
  // An apostrophe within words quotes nothing: some cell would have to begin with one.
  const quotes = fixed.quote !== undefined ? [fixed.quote] : /(?:^|[^\p{L}\p{N}])'/mu.test(sample) ? ['"', "'"] : ['"'];
  let best: Dialect = { delimiter: fixed.delimiter ?? ',', quote: fixed.quote ?? '"', escape: fixed.escape ?? '"' };
  let bestReading: Reading = { columns: 1, score: 0.3, quotes: 0, stray: 0, headed: false };
  /** Where no way gives a regular table, as where files of two delimiters stand behind each other: the best with headings. */
  let headed: { readonly dialect: Dialect; readonly reading: Reading } | null = null;
  for (const delimiter of fixed.delimiter !== undefined ? [fixed.delimiter] : tried) {
    if (delimiter !== fixed.delimiter && !sample.includes(delimiter)) continue;
    for (const quote of quotes) {
      const escapes = fixed.escape !== undefined ? [fixed.escape] : [quote];
      if (fixed.escape === undefined && quote !== '') {
        for (const escape of ['\\', '\u0000']) if (sample.includes(escape + quote)) escapes.push(escape);
      }
      for (const escape of escapes) {
        const dialect = { delimiter, quote, escape };
        const reading = read(sample, dialect, whole, bestReading.score);
        yield;
        if (fixed.delimiter === undefined && !believable(delimiter, reading)) continue;
        // An apostrophe is a letter first: it is a quote only where cells are wrapped in it and the table gets much better so.
        const apostrophe = quote === "'" && fixed.quote === undefined;
        if (apostrophe && (reading.quotes === 0 || reading.stray > reading.quotes)) continue;
        if (!apostrophe && reading.headed && (headed === null || reading.score > headed.reading.score))
          headed = { dialect, reading };
        if (reading.score > bestReading.score + (apostrophe ? 0.1 : 1e-9)) {
          best = dialect;
          bestReading = reading;
        }
      }
    }
  }
  if (bestReading.columns === 1 && headed !== null) ({ dialect: best, reading: bestReading } = headed);
  if (bestReading.columns === 1) bestReading = read(sample, best, whole);
  return {
    ...best,
    columns: Math.max(1, bestReading.columns),
    confidence: Math.max(0, Math.min(1, bestReading.score)),
    lineEnds: lineEndsOf(sample, best),
  };
}
