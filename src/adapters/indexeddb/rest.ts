/**
 * All but the first windows: columns, commits, and what is seldom needed. It is fetched apart, so that a page which has only
 * begun to show its records does not pay for it.
 */
export { summarize } from '../../domain/totals.js';
export { cleanChanges } from '../local/clean.js';
export { fieldsOf } from '../local/select.js';
export { fieldsOfSummary } from '../local/table.js';
export { memoryAdapter } from '../memory/memory.js';
export { erase } from './erase.js';
export { sweep } from './sweep.js';
export { Tables } from './tables.js';
export { Commit } from './write.js';
