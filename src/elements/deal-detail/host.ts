import type { Id } from '../../domain/records.js';
import type { CrmHost } from '../../shared/store-controller.js';

/** The element, as far as its view needs it. */
export interface DealDetailHost extends CrmHost {
  dealId?: Id | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}
