/** What merges records of any kind: fetched when somebody first asks for it. */
export { openFind } from './find-dialog.js';
export { openMerge } from './merge-dialog.js';
export type { MergeResult } from './merge-dialog.js';
export type { MergePlace } from './place.js';
