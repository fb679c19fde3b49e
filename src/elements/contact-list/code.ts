import { Code } from '../../shared/code.js';

/** What it shows: fetched when the first one comes into a page. */
export const contactListCode = new Code(() => import('./view.js'));
