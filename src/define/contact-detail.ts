/** Registers `<contact-detail>`. Importing this file is what does it; the class alone is in `crm-elements/contact-detail.js`. */
import { contactDetailCode } from '../elements/contact-detail/code.js';
import { ContactDetail } from '../elements/contact-detail/contact-detail.js';
import * as view from '../elements/contact-detail/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
contactDetailCode.give(view);
register(version, [['contact-detail', ContactDetail]]);
