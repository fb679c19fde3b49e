import { common } from '../../i18n/en/common.js';
import { filter } from '../../i18n/en/filter.js';
import { inbox } from '../../i18n/en/inbox.js';

/** The areas that the first paint needs. */
export const areas = { common, filter, inbox };
export type InboxWords = typeof areas;
