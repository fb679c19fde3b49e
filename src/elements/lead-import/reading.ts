import type { CsvChoices, CsvInspection, CsvTable, FileKind } from '../../formats/csv/index.js';
import type * as csvModule from '../../formats/csv/index.js';
import type * as rulesModule from '../../domain/import/index.js';
import type { ColumnProfile } from '../../domain/import/index.js';

/** What is fetched when a file comes: the reader of files and the rules of importing. */
export type Csv = typeof csvModule;
export type Rules = typeof rulesModule;
export interface Tools {
  readonly csv: Csv;
  readonly rules: Rules;
}

/** @throws where the connection is gone; the next call tries again */
export async function tools(): Promise<Tools> {
  const [csv, rules] = await Promise.all([
    import('../../formats/csv/index.js'),
    import('../../domain/import/index.js'),
  ]);
  return { csv, rules };
}

/** Bytes and rows one import may have: more would not fit into the memory of a phone. */
export const mostBytes = 100 * 1024 * 1024;
export const mostRows = 200_000;
/** Columns one could still go through. */
export const mostColumns = 1000;

/** A file that has been read whole, and what its columns hold. */
export interface Sheet {
  readonly how: CsvInspection;
  readonly table: CsvTable;
  readonly profiles: readonly ColumnProfile[];
  /** `rowNumber` of each row. */
  readonly numbers: readonly number[];
  /** Names the content: the same file is known again. */
  readonly hash: string;
}

/** Why a file cannot be used. */
export type Unreadable =
  Exclude<FileKind, 'text'> | 'no-rows' | 'too-big' | 'too-many' | 'too-wide' | 'gone' | 'encoding' | 'several';

export class UnreadableFile extends Error {
  constructor(readonly why: Unreadable) {
    super(why);
  }
}

export interface ReadingOptions {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly nameless: (column: number) => string;
}

/** Reading is most of the work; looking at the values the rest. */
const readShare = 0.5;

/**
 * Reads and profiles a file, resting in between so that the page stays responsive.
 * @throws UnreadableFile; AbortError
 */
export async function readSheet(
  { csv, rules }: Tools,
  file: Blob,
  choices: CsvChoices,
  { signal, onProgress, nameless }: ReadingOptions,
): Promise<Sheet> {
  if (file.size > mostBytes) throw new UnreadableFile('too-big');
  try {
    const { how, table } = await csv.openCsv(file, choices, {
      signal,
      nameless,
      onProgress: (loaded, total) => onProgress((readShare * loaded) / Math.max(1, total)),
      accept: ({ kind, dialect }) => {
        if (kind !== 'text') throw new UnreadableFile(kind);
        if (dialect.columns > mostColumns) throw new UnreadableFile('too-wide');
      },
    });
    const { rows } = table;
    if (table.headings.length > mostColumns) throw new UnreadableFile('too-wide');
    // Rows that are all damaged are told as such, one by one.
    if (rows.length === 0 && !table.problems.some(({ lost }) => lost))
      throw new UnreadableFile(how.headingRow < 0 ? 'empty' : 'no-rows');
    if (rows.length > mostRows) throw new UnreadableFile('too-many');
    const pace = csv.pacer(signal);
    const profiler = new rules.TableProfiler(table.headings.length);
    const hash = new rules.FileHash();
    hash.add(table.headings.map(({ raw }) => raw));
    const numbers: number[] = [];
    const signs = new Uint8Array(table.headings.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      numbers.push(hash.add(row, signs));
      profiler.add(row, signs);
      if (i % 32 === 31) {
        const rest = pace();
        if (rest) {
          await rest;
          onProgress(readShare + ((1 - readShare) * i) / rows.length);
        }
      }
    }
    return { how, table, profiles: profiler.result(), numbers, hash: hash.hex };
  } catch (thrown) {
    throw readable(thrown);
  }
}

/** What the browser throws, as what a person can do something about. */
function readable(thrown: unknown): unknown {
  if (thrown instanceof RangeError) return new UnreadableFile('encoding');
  if (thrown instanceof DOMException && (thrown.name === 'NotReadableError' || thrown.name === 'NotFoundError'))
    return new UnreadableFile('gone');
  return thrown;
}
