/** Registers `<contact-list>`. Importing this file is what does it; the class alone is in `crm-elements/contact-list.js`. */
import { contactListCode } from '../elements/contact-list/code.js';
import { ContactList } from '../elements/contact-list/contact-list.js';
import * as view from '../elements/contact-list/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
contactListCode.give(view);
register(version, [['contact-list', ContactList]]);
