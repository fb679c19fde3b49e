import type { Id } from '../../domain/records.js';
import type { Position } from '../../shared/detail/position.js';
import type { CrmHost } from '../../shared/store-controller.js';

/** The element, as far as its view needs it. */
export interface LeadDetailHost extends CrmHost {
  leadId?: Id | null;
  position?: Position | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
