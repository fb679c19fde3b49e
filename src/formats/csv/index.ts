/** Reading CSV; loaded with `import()` by the import. Writing is `write.js`: an export needs no parser. */
export { encodings, visibleControls } from './decode.js';
export { delimiters } from './dialect.js';
export type { DialectGuess } from './dialect.js';
export { headings } from './headings.js';
export type { Heading } from './headings.js';
export type { CsvBatch, CsvProblem } from './parse.js';
export { inspectCsv, openCsv, pacer, readCsv, streamCsv } from './read.js';
export type { CsvChoices, CsvInspection, CsvTable, ReadOptions } from './read.js';
export type { Dialect } from './scan.js';
export type { FileKind } from './sniff.js';
