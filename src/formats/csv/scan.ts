/** How the cells of a file are told apart. */
export interface Dialect {
  /** One or more characters. */
  readonly delimiter: string;
  /** `"`, `'`, or `''` where nothing is quoted. */
  readonly quote: string;
  /** What makes a quote inside a quoted cell a part of it; the quote itself where quotes are doubled. */
  readonly escape: string;
}

/** Cells one record may have, as in a spreadsheet: text without a line end would fill the memory with them. More are counted only. */
export const mostCells = 16_384;

export const standardDialect: Dialect = { delimiter: ',', quote: '"', escape: '"' };

/** One record as found by `scan`. Reused from call to call: copy what is to be kept. */
export interface Scan {
  /** Where the record's text ends, line end not included. */
  end: number;
  /** Where the next record starts. */
  next: number;
  cells: number;
  /** Line ends inside the record. */
  breaks: number;
  /** Quotes that are neither doubled nor at an edge of their cell. */
  stray: number;
  /** Blanks between a closing quote and the delimiter: right, but not for every parser. */
  padded: boolean;
  /** The text, or the limit, ended inside a quoted cell. */
  open: boolean;
  /** Given up early: inside a quoted cell that runs over lines another one seems to be opened. */
  suspect: boolean;
  /** More text may change the answer. */
  unsure: boolean;
  eol: '' | '\n' | '\r' | '\r\n';
}

export interface ScanOptions {
  /** No more text comes after this one. */
  readonly final: boolean;
  /** Stop looking for the end of the record after this many characters. */
  readonly limit?: number;
  /** Give up at the first sign that an opening quote is damage. */
  readonly wary?: boolean;
  /** Take an opening quote that is never closed for a plain character. */
  readonly literal?: boolean;
}

const LF = 10;
const CR = 13;

export function newScan(): Scan {
  return {
    end: 0,
    next: 0,
    cells: 0,
    breaks: 0,
    stray: 0,
    padded: false,
    open: false,
    suspect: false,
    unsure: false,
    eol: '',
  };
}

/**
 * Reads one record: cells up to a CRLF, LF or CR outside quotes (each record may end in its own way, R61). It accepts
 * whatever stands there and tells how clean it was; what to do about damage is decided in `recover.ts`.
 * @param cells where the texts of the cells go, if they are wanted
 */
export function scan(
  text: string,
  start: number,
  dialect: Dialect,
  out: Scan,
  options: ScanOptions,
  cells: string[] | null = null,
): Scan {
  const { delimiter, quote, escape } = dialect;
  const length = options.limit === undefined ? text.length : Math.min(text.length, start + options.limit);
  const delim = delimiter.charCodeAt(0);
  const single = delimiter.length === 1;
  const q = quote === '' ? -1 : quote.charCodeAt(0);
  const esc = escape === '' ? q : escape.charCodeAt(0);
  out.cells = 1;
  out.breaks = 0;
  out.stray = 0;
  out.padded = false;
  out.open = false;
  out.suspect = false;
  out.unsure = false;
  out.eol = '';
  let i = start;
  let from = start;
  let quoted: string | null = null;

  const isDelimiter = (at: number): boolean =>
    text.charCodeAt(at) === delim && (single || text.startsWith(delimiter, at));
  const close = (at: number): void => {
    if (cells !== null && out.cells <= mostCells) cells.push(quoted ?? text.slice(from, at));
    quoted = null;
  };

  for (;;) {
    if (q !== -1 && i === from && i < length && text.charCodeAt(i) === q) {
      // A quoted cell: up to the quote that a delimiter, a line end or the end of the text follows.
      let value = '';
      let part = i + 1;
      let k = i + 1;
      let closed = false;
      const breaksBefore = out.breaks;
      const strayBefore = out.stray;
      while (k < length) {
        const code = text.charCodeAt(k);
        if (code === esc && esc !== q) {
          const after = text.charCodeAt(k + 1);
          if (after === q || after === esc) {
            if (cells !== null) value += text.slice(part, k);
            part = k + 1;
            k += 2;
            continue;
          }
        }
        if (code === q) {
          if (k + 1 < length && text.charCodeAt(k + 1) === q) {
            if (cells !== null) value += text.slice(part, k + 1);
            part = k + 2;
            k += 2;
            continue;
          }
          let edge = k + 1;
          if (edge < length && !isDelimiter(edge)) {
            while (edge < length && (text.charCodeAt(edge) === 32 || (text.charCodeAt(edge) === 9 && delim !== 9)))
              edge++;
          }
          const after = edge < length ? text.charCodeAt(edge) : -1;
          if (after === -1 || after === LF || after === CR || isDelimiter(edge)) {
            if (after === -1 && !options.final) out.unsure = true;
            out.padded ||= edge > k + 1;
            if (cells !== null) quoted = value + text.slice(part, k);
            closed = true;
            i = edge;
            break;
          }
          out.stray++;
          if (options.wary === true && out.breaks > breaksBefore) {
            const before = text.charCodeAt(k - 1);
            if (
              before === LF ||
              before === CR ||
              (k >= delimiter.length && text.startsWith(delimiter, k - delimiter.length))
            ) {
              out.suspect = true;
              out.end = out.next = k;
              return out;
            }
          }
        } else if (code === LF || (code === CR && text.charCodeAt(k + 1) !== LF)) {
          out.breaks++;
        }
        k++;
      }
      if (!closed) {
        if (options.literal === true) {
          out.breaks = breaksBefore;
          out.stray = strayBefore + 1;
          i++;
          continue;
        }
        if (cells !== null && out.cells <= mostCells) cells.push(value + text.slice(part, length));
        out.open = true;
        out.unsure = !options.final;
        out.end = out.next = length;
        return out;
      }
    }
    if (i >= length) {
      close(i);
      out.end = out.next = length;
      if (!options.final) out.unsure = true;
      return out;
    }
    const code = text.charCodeAt(i);
    if (code === delim && (single || text.startsWith(delimiter, i))) {
      close(i);
      out.cells++;
      i += delimiter.length;
      from = i;
      continue;
    }
    if (code === LF) {
      close(i);
      out.end = i;
      out.next = i + 1;
      out.eol = '\n';
      return out;
    }
    if (code === CR) {
      close(i);
      out.end = i;
      const crlf = text.charCodeAt(i + 1) === LF;
      // A carriage return at the edge of what has been read may be the first half of a line end.
      if (i + 1 >= text.length && !options.final) out.unsure = true;
      out.next = crlf ? i + 2 : i + 1;
      out.eol = crlf ? '\r\n' : '\r';
      return out;
    }
    i++;
  }
}

/** The place after the next line end, whatever it stands in; the length of the text if there is none. */
export function nextLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) return i + 1;
    if (code === CR) return text.charCodeAt(i + 1) === LF ? i + 2 : i + 1;
  }
  return text.length;
}
