/** Registers `<deal-list>`. Importing this file is what does it; the class alone is in `crm-elements/deal-list.js`. */
import { dealListCode } from '../elements/deal-list/code.js';
import { DealList } from '../elements/deal-list/deal-list.js';
import * as view from '../elements/deal-list/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
dealListCode.give(view);
register(version, [['deal-list', DealList]]);
