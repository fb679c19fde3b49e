import { Code } from '../../shared/code.js';

/** What only those see who narrow the list or have set it up themselves, and what the trash asks for. */
export const ownSetupCode = new Code(() => import('./own-setup.js'));
