/** Registers `<crm-provider>`. Importing this file is what does it; the class alone is in `crm-elements/crm-provider.js`. */
import './expect.js';
import { CrmProvider } from '../elements/crm-provider/crm-provider.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['crm-provider', CrmProvider]]);
