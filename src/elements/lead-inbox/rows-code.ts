import { Code } from '../../shared/code.js';

/** Moves the window over the rows. */
export const rowsCode = new Code(() => import('../../shared/row-moving.js'));
