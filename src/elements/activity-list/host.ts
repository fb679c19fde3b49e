import type { ActivityType, Id } from '../../domain/records.js';
import type { CrmHost } from '../../shared/store-controller.js';

/** Whose activities: one's own, everybody's, or those of these users (null among them = nobody's). */
export type ActivityOwner = 'me' | 'all' | readonly (Id | null)[];

/** Which activities. */
export interface ActivityFilter {
  /** Kinds; left out or none = all. */
  readonly types?: readonly ActivityType[];
  /** Only what hangs on leads, or on deals. */
  readonly on?: 'lead' | 'deal' | null;
}

/** The element, as far as its view needs it. */
export interface ActivityListHost extends CrmHost {
  owner: ActivityOwner | null;
  filter: ActivityFilter;
  heading: string;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
