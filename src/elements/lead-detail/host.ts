import type { Id } from '../../domain/records.js';
import type { CrmHost } from '../../shared/store-controller.js';

/** Where the lead stands in the list it was opened from; `index` counts from 0, `of` is undefined while it is counted. */
export interface Position {
  readonly index: number;
  readonly of: number | undefined;
  /** The list does not hold the lead (any more): `index` is the place of the one that comes after it. */
  readonly left?: boolean;
}

/** The element, as far as its view needs it. */
export interface LeadDetailHost extends CrmHost {
  leadId?: Id | null;
  position?: Position | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
