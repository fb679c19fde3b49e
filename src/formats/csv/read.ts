import { decode, detectEncoding, WrongEncoding } from './decode.js';
import type { DialectGuess } from './dialect.js';
import { detecting } from './dialect.js';
import type { Heading } from './headings.js';
import { findHeadings, headings } from './headings.js';
import type { CsvBatch, CsvProblem } from './parse.js';
import { CsvParser } from './parse.js';
import type { Dialect } from './scan.js';
import type { FileKind } from './sniff.js';
import { sniffKind } from './sniff.js';

/** What the person has chosen instead of what was found. */
export interface CsvChoices extends Partial<Dialect> {
  readonly encoding?: string;
  /** Place of the record with the headings among all that are not blank, from 0; -1 = the file has none. */
  readonly headingRow?: number;
}

/** What a file looks like, from its beginning (the encoding: from all of it). */
export interface CsvInspection {
  readonly kind: FileKind;
  readonly encoding: string;
  readonly bom: boolean;
  readonly encodingSure: boolean;
  /** Seen at the beginning only: reading is strict. */
  readonly encodingHasty?: boolean | undefined;
  readonly dialect: DialectGuess;
  readonly headingRow: number;
  readonly headings: readonly Heading[];
  /** Up to 100 rows under the headings. */
  readonly sample: readonly (readonly string[])[];
}

export interface CsvTable {
  readonly headings: readonly Heading[];
  /** Cells by place. Rows above the headings are in `preamble`. */
  readonly rows: string[][];
  /** For each row the line of the text where it starts, from 1. */
  readonly lines: number[];
  readonly preamble: readonly (readonly string[])[];
  /** All problems of the whole file, with lines. Lost ones are no row. */
  readonly problems: readonly CsvProblem[];
  readonly blank: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Bytes read so far, of `blob.size`. */
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly nameless?: (column: number) => string;
}

/** Text fed to the parser at a time: a few milliseconds of work. */
const piece = 1 << 16;
const budget = 10;

/** Lets the page breathe. A message, because timers are held back to 4 ms and in hidden tabs to a second. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** Calls `breathe` whenever the work since the last time has taken long enough. */
export function pacer(signal?: AbortSignal, ms = budget): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - since < ms) return undefined;
    return breathe().then(() => {
      since = performance.now();
      signal?.throwIfAborted();
    });
  };
}

/**
 * Looks at a file: what it is, its encoding, delimiter, quotes, headings. Everything can be overruled by `choices`.
 * @throws AbortError; RangeError for an encoding this browser does not know; NotReadableError when the file is gone
 */
export async function inspectCsv(
  blob: Blob,
  choices: CsvChoices = {},
  options: ReadOptions & { readonly hasty?: boolean } = {},
): Promise<CsvInspection> {
  const { signal, nameless, hasty } = options;
  const kind = sniffKind(new Uint8Array(await blob.slice(0, 4096).arrayBuffer()));
  const guess =
    choices.encoding === undefined
      ? await detectEncoding(blob, signal, hasty)
      : { encoding: choices.encoding, bom: false, sure: true, hasty: undefined };
  let text = '';
  for await (const part of decode(blob, guess.encoding, { signal, slice: 1 << 18 })) {
    text += part.text;
    if (text.length >= 1 << 17) break;
  }
  const whole = text.length < 1 << 17;
  const pace = pacer(signal);
  const steps = detecting(text, choices, whole);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await pace();
  const dialect = step.value;
  await breathe();
  signal?.throwIfAborted();
  const parser = new CsvParser({ dialect, columns: dialect.columns });
  const first = parser.feed(text);
  const rows = whole ? [...first.rows, ...parser.finish().rows] : first.rows;
  const headingRow = choices.headingRow ?? findHeadings(rows, dialect.columns);
  const sample = rows.slice(headingRow + 1, headingRow + 101);
  return {
    kind,
    encoding: guess.encoding,
    bom: guess.bom,
    encodingSure: guess.sure,
    encodingHasty: guess.hasty,
    dialect,
    headingRow,
    headings: headings(rows[headingRow] ?? [], dialect.columns, nameless),
    sample,
  };
}

/**
 * The records of a file in batches, as they are read; the page breathes between pieces.
 * @throws AbortError; NotReadableError when the file is gone or was changed; WrongEncoding where the inspection was hasty
 */
export async function* streamCsv(
  blob: Blob,
  how: Pick<CsvInspection, 'encoding' | 'encodingHasty'> & {
    readonly dialect: Dialect & { readonly columns?: number };
  },
  options: ReadOptions = {},
): AsyncGenerator<CsvBatch> {
  const { signal, onProgress } = options;
  const parser = new CsvParser({ dialect: how.dialect, columns: how.dialect.columns });
  const pace = pacer(signal);
  let before = 0;
  for await (const { text, loaded } of decode(blob, how.encoding, { signal, strict: how.encodingHasty })) {
    for (let at = 0; at < text.length; at += piece) {
      const batch = parser.feed(text.slice(at, at + piece));
      if (batch.rows.length + batch.problems.length + batch.blank > 0) yield batch;
      await pace();
      onProgress?.(before + Math.round((loaded - before) * Math.min(1, (at + piece) / text.length)), blob.size);
    }
    before = loaded;
  }
  yield parser.finish();
}

/**
 * The whole table. Reads with what `inspectCsv` found (or was told).
 * @throws as `streamCsv`
 */
export async function readCsv(blob: Blob, how: CsvInspection, options: ReadOptions = {}): Promise<CsvTable> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: CsvProblem[] = [];
  let blank = 0;
  for await (const batch of streamCsv(blob, how, options)) {
    for (const row of batch.rows) rows.push(row);
    for (const line of batch.lines) lines.push(line);
    for (const problem of batch.problems) problems.push(problem);
    blank += batch.blank;
  }
  const above = Math.max(0, how.headingRow + 1);
  const preamble = rows.splice(0, above);
  lines.splice(0, above);
  const first = lines[0] ?? Infinity;
  const width = rows.reduce((most, row) => Math.max(most, row.length), how.dialect.columns);
  return {
    headings: headings(preamble[how.headingRow] ?? [], width, options.nameless),
    rows,
    lines,
    preamble: preamble.slice(0, how.headingRow),
    // A title above the headings is narrower than the table, and no row of it.
    problems: problems.filter((problem) => problem.line >= first || problem.lost),
    blank,
  };
}

/**
 * Looks at a file and reads it, its bytes once where they are UTF-8 as nearly all are.
 * @param options.accept hears what the file looks like before it is read; what it throws ends it
 * @throws AbortError; RangeError for an encoding this browser does not know; NotReadableError when the file is gone
 */
export async function openCsv(
  blob: Blob,
  choices: CsvChoices,
  options: ReadOptions & { readonly accept?: (how: CsvInspection) => void },
): Promise<{ readonly how: CsvInspection; readonly table: CsvTable }> {
  const read = async (hasty: boolean): Promise<{ readonly how: CsvInspection; readonly table: CsvTable }> => {
    const how = await inspectCsv(blob, choices, { ...options, hasty });
    options.accept?.(how);
    return { how, table: await readCsv(blob, how, options) };
  };
  try {
    return await read(true);
  } catch (thrown) {
    if (!(thrown instanceof WrongEncoding)) throw thrown;
    return read(false);
  }
}
