import { Later } from './later.js';

/** The code for all but the first windows. */
export const restCode = new Later(() => import('./rest.js'));
