import type { Id } from '../../domain/records.js';
import type { CrmHost } from '../../shared/store-controller.js';

/** The element, as far as its view needs it. */
export interface ContactDetailHost extends CrmHost {
  personId?: Id | null;
  organizationId?: Id | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
}
