/** What the import decides, free of any file format. */
export * from './changes.js';
export * from './columns.js';
export * from './draft.js';
export { rowKey } from './hash.js';
export { emptyLookup, importOrigin, lookupOf, nameKey } from './lookup.js';
export type { ImportLookup, Ref } from './lookup.js';
export { Names } from './names.js';
export type { KnownNames } from './names.js';
export { fillPattern, patternColumns, readPattern } from './pattern.js';
export type { NamePattern } from './pattern.js';
export { guessFieldType, TableProfiler } from './profile.js';
export type { Ambiguity, ColumnProfile } from './profile.js';
export * from './report.js';
export { RowPlanner } from './rows.js';
export type { ExistingPolicy, ImportRow, ImportSettings, RowNote } from './settings.js';
export * from './table.js';
export { importableTypes, isSingle, targets } from './targets.js';
export type { Target } from './targets.js';
