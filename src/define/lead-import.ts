/** Registers `<lead-import>`. Importing this file is what does it; the class alone is in `crm-elements/lead-import.js`. */
import { LeadImport } from '../elements/lead-import/lead-import.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['lead-import', LeadImport]]);
