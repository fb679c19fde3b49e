/** Registers `<lead-detail>`. Importing this file is what does it; the class alone is in `crm-elements/lead-detail.js`. */
import { LeadDetail } from '../elements/lead-detail/lead-detail.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['lead-detail', LeadDetail]]);
