import type { common as allCommon } from '../../i18n/en/common.js';
import type { filter as allFilter } from '../../i18n/en/filter.js';
import type { inbox as allInbox } from '../../i18n/en/inbox.js';
import { common } from '../../i18n/first/common.js';
import { filter } from '../../i18n/first/filter.js';
import { inbox } from '../../i18n/first/inbox.js';

export type InboxWords = {
  readonly common: typeof allCommon;
  readonly filter: typeof allFilter;
  readonly inbox: typeof allInbox;
};

/** Those of the first paint; own-words.ts and hands.ts bring the others. test/project/first-paint.test.ts holds the first files to these. */
export const areas = { common, filter, inbox } as unknown as InboxWords;
