import type { ContactListState } from '../../domain/view-state.js';

export type { ContactSegment } from '../../domain/view-state.js';

/** How a list of contacts is set up; all but the words that are looked for is kept for each user. */
export type ContactListSetup = ContactListState;
export type SetupPart = keyof ContactListSetup;

export const firstSetup: ContactListSetup = { segment: 'persons', search: '', orders: {}, columns: {}, widths: {} };
