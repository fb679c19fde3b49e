import type { Id } from './records.js';

/** The user of a database in this browser; the same id in every browser, see `defaults.ts`. */
export const DEFAULT_USER: Id = 'user-you';
