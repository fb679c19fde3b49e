/** Registers `<activity-list>`. Importing this file is what does it; the class alone is in `crm-elements/activity-list.js`. */
import { ActivityList } from '../elements/activity-list/activity-list.js';
import { activityListCode } from '../elements/activity-list/code.js';
import * as view from '../elements/activity-list/view.js';
import { version } from '../version.js';
import { register } from './register.js';

// Whoever asks for this element alone is about to show it: its code comes along instead of a trip later.
activityListCode.give(view);
register(version, [['activity-list', ActivityList]]);
