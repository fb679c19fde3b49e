import { judge, longestCell, mostLines } from './recover.js';
import type { Dialect, Scan } from './scan.js';
import { mostCells, newScan, scan, standardDialect } from './scan.js';
import { stripGuard } from './guard.js';

/**
 * What was wrong with a record. `lost` = its cells could not be told apart: it is no row, and `raw` is its text.
 * - `unclosed-quote` a quote was opened and never closed; reading went on at the next plausible record
 * - `stray-quote` a quote inside a quoted cell is not doubled; it was kept as a character
 * - `too-few-cells`, `too-many-cells` `found` of `expected`; the row was kept as it is, unless it has more than `mostCells`
 */
export interface CsvProblem {
  readonly code: 'unclosed-quote' | 'stray-quote' | 'too-few-cells' | 'too-many-cells';
  /** The line of the text where the record starts, from 1. */
  readonly line: number;
  readonly lost: boolean;
  readonly found?: number;
  readonly expected?: number;
  readonly raw?: string;
}

export interface CsvBatch {
  /** Cells by place: a heading called `__proto__` is a text like any other (R52). */
  readonly rows: string[][];
  /** For each row the line of the text where it starts, from 1. */
  readonly lines: number[];
  readonly problems: CsvProblem[];
  /** Records without anything in them, left out. */
  readonly blank: number;
}

export interface ParserOptions {
  readonly dialect?: Dialect;
  /** How many cells a record has; taken from the first one if it is not known. */
  readonly columns?: number;
  /** Keep records without anything in them. */
  readonly keepBlank?: boolean;
  /** Take off the apostrophe that an export put before a formula. Default true. */
  readonly unguard?: boolean;
}

const rawLimit = 10_000;

/**
 * Reads a text that comes in pieces. Lines without a quote are taken apart by the browser's own means, which is by far the
 * fastest; the others sign by sign, and where they are damaged `recover.ts` says where they end.
 */
export class CsvParser {
  private readonly dialect: Dialect;
  private readonly plain: boolean;
  private columns: number;
  private text = '';
  /** How long the text has to be before it is worth looking at: a record without end is not read anew with every piece. */
  private enough = 0;
  private line = 1;
  private readonly found: Scan = newScan();
  private batch: { rows: string[][]; lines: number[]; problems: CsvProblem[]; blank: number } = empty();

  constructor(private readonly options: ParserOptions = {}) {
    this.dialect = options.dialect ?? standardDialect;
    this.columns = options.columns ?? 0;
    this.plain = /^[^\r\n]+$/.test(this.dialect.delimiter);
  }

  /** Reads what is complete in the text so far. */
  feed(text: string): CsvBatch {
    this.text = this.text === '' ? text : this.text + text;
    if (this.text.length < this.enough) return empty();
    const batch = this.read(false);
    this.enough = 2 * this.text.length;
    return batch;
  }

  /** Reads the rest. */
  finish(): CsvBatch {
    return this.read(true);
  }

  private read(final: boolean): CsvBatch {
    const { text, found, dialect } = this;
    let at = 0;
    let quote = -1;
    while (at < text.length) {
      if (this.plain) {
        if (quote < at) quote = dialect.quote === '' ? text.length : text.indexOf(dialect.quote, at);
        if (quote === -1) quote = text.length;
        at = this.lines(at, quote);
        if (at >= text.length) break;
      }
      let cells: string[] = [];
      scan(text, at, dialect, found, { final, wary: this.columns > 1 }, cells);
      if (found.suspect) {
        const verdict = judge(text, at, found, dialect, this.columns, final);
        if (verdict.kind === 'damaged') {
          at = this.damaged(at, verdict.next);
          continue;
        }
        if (verdict.kind === 'wait') break;
        cells = [];
        scan(text, at, dialect, found, { final }, cells);
      }
      const long = found.next - at > longestCell || found.breaks > mostLines;
      if (found.unsure && !long) break;
      if (found.open || long || (found.breaks > 0 && (found.stray > 0 || found.cells !== this.columns))) {
        const verdict = judge(text, at, found, dialect, this.columns, final);
        if (verdict.kind === 'wait') break;
        if (verdict.kind === 'damaged') {
          at = this.damaged(at, verdict.next);
          continue;
        }
        if (found.unsure) break;
      }
      if (found.cells > mostCells) {
        const raw = text.slice(at, at + rawLimit);
        const [line, expected] = [this.line, this.columns];
        this.batch.problems.push({ code: 'too-many-cells', line, lost: true, found: found.cells, expected, raw });
        this.line += found.breaks + (found.eol === '' ? 0 : 1);
        at = found.next;
        continue;
      }
      if (found.stray > 0) this.batch.problems.push({ code: 'stray-quote', line: this.line, lost: false });
      this.add(cells, this.line);
      this.line += found.breaks + (found.eol === '' ? 0 : 1);
      at = found.next;
    }
    this.text = text.slice(at);
    const batch = this.batch;
    this.batch = empty();
    return batch;
  }

  /** Reads whole lines from `at`, up to the one with the next quote. @returns where the first one begins that it has not read */
  private lines(at: number, quote: number): number {
    const { text } = this;
    const { delimiter } = this.dialect;
    let cr = -1;
    for (;;) {
      const next = text.indexOf('\n', at);
      if (next === -1 || next > quote) return at;
      if (cr < at && cr !== text.length) cr = text.indexOf('\r', at);
      if (cr === -1) cr = text.length;
      // A CR that ends a record by itself: rare enough to be left to the scan.
      if (cr < next - 1) return at;
      // So long that it may have too many cells: the scan looks.
      if (next - at > mostCells) return at;
      this.add(text.slice(at, cr < next ? cr : next).split(delimiter), this.line++);
      at = next + 1;
    }
  }

  private add(cells: string[], line: number): void {
    if (this.options.keepBlank !== true && cells.every(isBlank)) {
      this.batch.blank++;
      return;
    }
    if (this.columns > 0 && cells.length !== this.columns) {
      this.batch.problems.push({
        code: cells.length < this.columns ? 'too-few-cells' : 'too-many-cells',
        line,
        lost: false,
        found: cells.length,
        expected: this.columns,
      });
    }
    if (this.options.unguard !== false) {
      for (let i = 0; i < cells.length; i++) {
        if (cells[i]!.charCodeAt(0) === 39) cells[i] = stripGuard(cells[i]!);
      }
    }
    if (this.columns === 0) this.columns = cells.length;
    this.batch.rows.push(cells);
    this.batch.lines.push(line);
  }

  /** Takes the text from `at` to `next` as one damaged record, and saves its cells if they can be told apart. */
  private damaged(at: number, next: number): number {
    const raw = this.text.slice(at, next).replace(/[\r\n]+$/, '');
    const cells: string[] = [];
    const own = newScan();
    scan(raw, 0, this.dialect, own, { final: true, literal: true }, cells);
    const whole = own.next >= raw.length && own.breaks === 0 && own.cells === this.columns && own.cells <= mostCells;
    this.batch.problems.push({ code: 'unclosed-quote', line: this.line, lost: !whole, raw: raw.slice(0, rawLimit) });
    if (whole) this.add(cells, this.line);
    this.line += lineEnds(this.text, at, next);
    return next;
  }
}

function isBlank(cell: string): boolean {
  return cell === '' || ((cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 127) && cell.trim() === '');
}

function empty(): { rows: string[][]; lines: number[]; problems: CsvProblem[]; blank: number } {
  return { rows: [], lines: [], problems: [], blank: 0 };
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}

/** A whole text at once, for short ones. */
export function parseText(text: string, options: ParserOptions = {}): CsvBatch {
  const parser = new CsvParser(options);
  const first = parser.feed(text);
  const rest = parser.finish();
  return {
    rows: [...first.rows, ...rest.rows],
    lines: [...first.lines, ...rest.lines],
    problems: [...first.problems, ...rest.problems],
    blank: first.blank + rest.blank,
  };
}
