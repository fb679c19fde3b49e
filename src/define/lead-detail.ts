/** Registers `<lead-detail>`. Importing this file is what does it; the class alone is in `crm-elements/lead-detail.js`. */
import { leadDetailCode } from '../elements/lead-detail/code.js';
import { LeadDetail } from '../elements/lead-detail/lead-detail.js';
import * as view from '../elements/lead-detail/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
leadDetailCode.give(view);
register(version, [['lead-detail', LeadDetail]]);
