import { Code } from '../../shared/code.js';

/** What the inbox can do, as against what it shows first. */
export const handsCode = new Code(() => import('./hands.js'));
