import { Code } from '../../shared/code.js';

/** Columns that are shown to those who have chosen them, and in the trash. */
export const moreColumnsCode = new Code(() => import('./more-columns.js'));
