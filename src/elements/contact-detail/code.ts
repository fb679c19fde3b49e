import { Code } from '../../shared/code.js';

/** What it shows: fetched when the first one comes into a page. */
export const contactDetailCode = new Code(() => import('./view.js'));
