/** Registers `<deal-detail>`. Importing this file is what does it; the class alone is in `crm-elements/deal-detail.js`. */
import { dealDetailCode } from '../elements/deal-detail/code.js';
import { DealDetail } from '../elements/deal-detail/deal-detail.js';
import * as view from '../elements/deal-detail/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
dealDetailCode.give(view);
register(version, [['deal-detail', DealDetail]]);
