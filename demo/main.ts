/** The host's own script over the embedded default: define the tags, and have a say. */
import '../src/define.js';
import { deskOf } from './desk.js';

deskOf(document.querySelector('crm-provider')!);
