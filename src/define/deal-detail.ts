/** Registers `<deal-detail>`. Importing this file is what does it; the class alone is in `crm-elements/deal-detail.js`. */
import { DealDetail } from '../elements/deal-detail/deal-detail.js';
import { version } from '../version.js';
import { register } from './register.js';

register(version, [['deal-detail', DealDetail]]);
