import { Code } from '../../shared/code.js';

/** What can be done on the board, as against what it shows first. */
export const handsCode = new Code(() => import('./hands.js'));
