/** Registers `<lead-import>`. Importing this file is what does it; the class alone is in `crm-elements/lead-import.js`. */
import { leadImportCode } from '../elements/lead-import/code.js';
import { LeadImport } from '../elements/lead-import/lead-import.js';
import * as view from '../elements/lead-import/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
leadImportCode.give(view);
register(version, [['lead-import', LeadImport]]);
