/** Registers `<lead-inbox>`. Importing this file is what does it; the class alone is in `crm-elements/lead-inbox.js`. */
import { LeadInbox } from '../elements/lead-inbox/lead-inbox.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['lead-inbox', LeadInbox]]);
