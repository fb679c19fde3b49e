import { Code } from '../../code.js';

/** The code for all but the first windows. */
export const restCode = new Code(() => import('./rest.js'));
export const rest = async () => restCode.here ?? (await restCode.need());
